package plotting

import (
	"image/color"
	"math"

	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// A pen draws on a canvas in the styles of a complete theme. Lengths are in
// points from the lower left corner of the canvas.
type pen struct {
	draw.Canvas
	Theme
}

// write sets one line of text on the baseline y. align is draw.XLeft,
// draw.XCenter or draw.XRight of x.
func (p *pen) write(s string, style text.Style, align draw.XAlignment, x, y vg.Length) {
	if s == "" {
		return
	}
	style.XAlign, style.YAlign = align, draw.YBottom
	// The handler hangs text by ascent and size; this puts the baseline on y.
	y += style.FontExtents().Ascent - style.Font.Size
	p.FillText(style, vg.Point{X: x, Y: y}, s)
}

// middle sets one line of text so that its capitals and figures are centred on
// the height y.
func (p *pen) middle(s string, style text.Style, align draw.XAlignment, x, y vg.Length) {
	p.write(s, style, align, x, y-capHeight(style)/2)
}

// block sets lines of text, the first baseline at y, and gives the baseline
// that would follow.
func (p *pen) block(lines []string, style text.Style, x, y vg.Length) vg.Length {
	for _, line := range lines {
		p.write(line, style, draw.XLeft, x, y)
		y -= leading(style)
	}
	return y
}

// capHeight is the height of capitals and figures, near enough for centring.
func capHeight(s text.Style) vg.Length { return 0.7 * s.Font.Size }

// leading is the distance of two baselines.
func leading(s text.Style) vg.Length { return 1.25 * s.Font.Size }

// fill paints a rectangle.
func (p *pen) fill(c color.Color, r vg.Rectangle) {
	p.SetColor(c)
	p.Fill(r.Path())
}

// line strokes straight from one point to another.
func (p *pen) line(s draw.LineStyle, x0, y0, x1, y1 vg.Length) { p.StrokeLine2(s, x0, y0, x1, y1) }

// dot paints a disc with a thin rim in the colour of the background, so that
// discs that touch can be told apart.
func (p *pen) dot(c color.Color, x, y, radius vg.Length) {
	at := vg.Point{X: x, Y: y}
	p.DrawGlyphNoClip(draw.GlyphStyle{Color: p.Background, Radius: radius + 0.6, Shape: draw.CircleGlyph{}}, at)
	p.DrawGlyphNoClip(draw.GlyphStyle{Color: c, Radius: radius, Shape: draw.CircleGlyph{}}, at)
}

// ring paints a hollow disc.
func (p *pen) ring(c color.Color, x, y, radius vg.Length) {
	p.dot(c, x, y, radius)
	at := vg.Point{X: x, Y: y}
	p.DrawGlyphNoClip(draw.GlyphStyle{Color: p.Background, Radius: radius - 1.1, Shape: draw.CircleGlyph{}}, at)
}

// solid and dashed are the line styles of published and projected figures.
func solid(c color.Color, width vg.Length) draw.LineStyle {
	return draw.LineStyle{Color: c, Width: width}
}

func dashed(c color.Color, width vg.Length) draw.LineStyle {
	return draw.LineStyle{Color: c, Width: width, Dashes: []vg.Length{4, 2.5}}
}

// rect is a rectangle from its sides.
func rect(left, bottom, right, top vg.Length) vg.Rectangle {
	return vg.Rectangle{Min: vg.Point{X: left, Y: bottom}, Max: vg.Point{X: right, Y: top}}
}

// isLength reports whether a length can be drawn with.
func isLength(l vg.Length) bool { return !math.IsNaN(float64(l)) && !math.IsInf(float64(l), 0) }
