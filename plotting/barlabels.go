package plotting

import (
	"image/color"
	"slices"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// barLabels are texts at the ends of horizontal bars, moved so that no vertical
// line runs through them; where they would come to stand beyond a dot, as if they
// were its labels, they stand inside the bar. They implement [plot.Plotter], and [plot.GlyphBoxer]
// to make room at the right.
type barLabels struct {
	values plotter.Values // where the bars end, by row
	labels []string
	lines  [][]float64 // values of vertical lines by row, ascending
	dots   [][]float64 // values of dots by row; nil: there are none
	text   text.Style
	colour func(row int) color.Color // nil: that of text
	inside func(row int) color.Color // of a label inside its bar
}

// barGap is the distance between the end of a bar, or a line, and a label.
const barGap vg.Length = 4

// Plot writes the labels.
func (b *barLabels) Plot(c draw.Canvas, p *plot.Plot) {
	x, y := p.Transforms(&c)
	for i, label := range b.labels {
		lines := make([]vg.Length, len(b.lines[i]))
		for n, line := range b.lines[i] {
			lines[n] = x(line)
		}
		end, width := x(b.values[i]), b.text.Width(label)
		dots := b.dotsOf(i, x)
		for _, dot := range dots {
			lines = append(lines, dot-beforeRadius, dot+beforeRadius)
		}
		slices.Sort(lines)
		at := beside(end, width, lines)
		beyond := func(dot vg.Length) bool { return end < dot && dot < at }
		if slices.ContainsFunc(dots, beyond) && x(0)+width+2*barGap < end {
			middle(c, label, inRow(b.text, b.inside, i), draw.XRight, end-barGap, y(float64(i)))
			continue
		}
		middle(c, label, inRow(b.text, b.colour, i), draw.XLeft, at, y(float64(i)))
	}
}

// dotsOf are the places of the dots in a row.
func (b *barLabels) dotsOf(row int, x func(float64) vg.Length) []vg.Length {
	var places []vg.Length
	if b.dots != nil {
		for _, dot := range b.dots[row] {
			places = append(places, x(dot))
		}
	}
	return places
}

// GlyphBoxes is room for the longest label right of the longest bar, since a
// label may have been moved as far as there.
func (b *barLabels) GlyphBoxes(*plot.Plot) []plot.GlyphBox {
	return []plot.GlyphBox{{X: 1, Rectangle: rect(0, 0, 2*barGap+widest(b.labels, b.text), 0)}}
}

// beside is where a text of a width begins that stands to the right of the end
// of a bar: next to it, or right of every line that it would cross. The lines
// are in ascending order.
func beside(end, width vg.Length, lines []vg.Length) vg.Length {
	at := end + barGap
	for _, line := range lines {
		if line > end && line < at+width+barGap/2 {
			at = line + barGap
		}
	}
	return at
}
