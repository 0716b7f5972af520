package plotting

import (
	"math"

	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// write sets one line of text on the baseline y. align is draw.XLeft,
// draw.XCenter or draw.XRight of x.
func write(c draw.Canvas, s string, style text.Style, align draw.XAlignment, x, y vg.Length) {
	if s == "" {
		return
	}
	style.XAlign, style.YAlign = align, draw.YBottom
	// The handler hangs text by ascent and size; this puts the baseline on y.
	y += style.FontExtents().Ascent - style.Font.Size
	c.FillText(style, vg.Point{X: x, Y: y}, s)
}

// middle sets one line of text so that its capitals and figures are centred on
// the height y.
func middle(c draw.Canvas, s string, style text.Style, align draw.XAlignment, x, y vg.Length) {
	write(c, s, style, align, x, y-capHeight(style)/2)
}

// block sets lines of text, the first baseline at y, and gives the baseline
// that would follow.
func block(c draw.Canvas, lines []string, style text.Style, x, y vg.Length) vg.Length {
	for _, line := range lines {
		write(c, line, style, draw.XLeft, x, y)
		y -= leading(style)
	}
	return y
}

// widest is the width of the longest of several lines of text.
func widest(lines []string, style text.Style) vg.Length {
	var most vg.Length
	for _, line := range lines {
		most = max(most, style.Width(line))
	}
	return most
}

// ascent is the distance from the top of a line to its baseline.
func ascent(s text.Style) vg.Length { return s.Font.Size }

// capHeight is the height of capitals and figures, near enough for centring.
func capHeight(s text.Style) vg.Length { return 0.7 * s.Font.Size }

// leading is the distance of two baselines.
func leading(s text.Style) vg.Length { return 1.25 * s.Font.Size }

// rect is a rectangle from its sides.
func rect(left, bottom, right, top vg.Length) vg.Rectangle {
	return vg.Rectangle{Min: vg.Point{X: left, Y: bottom}, Max: vg.Point{X: right, Y: top}}
}

// isLength reports whether a length can be drawn with.
func isLength(l vg.Length) bool { return !math.IsNaN(float64(l)) && !math.IsInf(float64(l), 0) }
