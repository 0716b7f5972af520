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

// Plot writes the labels beside bars.
func (b *barLabels) Plot(c draw.Canvas, p *plot.Plot) {
	_, y := p.Transforms(&c)
	for i, label := range b.labels {
		if at, inside := b.place(i, c, p); !inside {
			middle(c, label, inRow(b.text, b.colour, i), draw.XLeft, at, y(float64(i)))
		}
	}
}

// innerLabels are those of barLabels that stand inside their bars. They are
// plotters of their own because they must be drawn after the bars.
type innerLabels struct{ *barLabels }

// Plot writes the labels inside bars.
func (b innerLabels) Plot(c draw.Canvas, p *plot.Plot) {
	_, y := p.Transforms(&c)
	for i, label := range b.labels {
		if at, inside := b.place(i, c, p); inside {
			middle(c, label, inRow(b.text, b.inside, i), draw.XRight, at, y(float64(i)))
		}
	}
}

// place is where a label begins beside its bar, or where it ends inside.
func (b *barLabels) place(row int, c draw.Canvas, p *plot.Plot) (at vg.Length, inside bool) {
	x, _ := p.Transforms(&c)
	end, width := x(b.values[row]), b.text.Width(b.labels[row])
	var lines []vg.Length
	for _, line := range b.lines[row] {
		lines = append(lines, x(line))
	}
	dots := b.dotsOf(row, x)
	for _, dot := range dots {
		lines = append(lines, dot-beforeRadius, dot+beforeRadius)
	}
	slices.Sort(lines)
	at = beside(end, width, lines)
	beyond := func(dot vg.Length) bool { return end < dot && dot < at }
	if within := before(end, width, lines); slices.ContainsFunc(dots, beyond) && within-width-barGap > x(0) {
		return within, true
	}
	return at, false
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

// GlyphBoxes takes no room: that of all labels is made already.
func (b innerLabels) GlyphBoxes(*plot.Plot) []plot.GlyphBox { return nil }

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

// before is where a text of a width ends that stands inside a bar: at its end, or
// left of every line that it would cross. The lines are in ascending order.
func before(end, width vg.Length, lines []vg.Length) vg.Length {
	at := end - barGap
	for _, line := range slices.Backward(lines) {
		if line < end && line > at-width-barGap/2 {
			at = min(at, line-barGap)
		}
	}
	return at
}
