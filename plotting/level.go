package plotting

import (
	"math"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// A level is a horizontal line at a value to compare with, such as a target,
// labelled where it is furthest from the lines of the chart. It implements
// [plot.Plotter] and [plot.DataRanger].
type level struct {
	value float64
	label string
	below bool // the label stands below the line
	style draw.LineStyle
	text  text.Style
	avoid []plotter.XYs // lines that the label keeps away from
}

// Plot draws line and label.
func (l *level) Plot(c draw.Canvas, p *plot.Plot) {
	x, y := p.Transforms(&c)
	at := y(l.value)
	if !c.ContainsY(at) {
		return
	}
	c.StrokeLine2(l.style, c.Min.X, at, c.Max.X, at)
	drawn := make([][]vg.Point, len(l.avoid))
	for i, line := range l.avoid {
		for _, xy := range line {
			drawn[i] = append(drawn[i], vg.Point{X: x(xy.X), Y: y(xy.Y)})
		}
	}
	foot := at + 2
	if l.below {
		foot = at - 1 - leading(l.text)
	}
	box := clearest(l.text.Width(l.label)+6, leading(l.text), foot, c.Rectangle, drawn)
	write(c, l.label, l.text, draw.XLeft, box.Min.X+3, box.Min.Y+3)
}

// DataRange makes the value axis reach to the level.
func (l *level) DataRange() (xmin, xmax, ymin, ymax float64) {
	return math.Inf(1), math.Inf(-1), l.value, l.value
}

// clearest is the box of a size on the height y, out of several from left to
// right, that is furthest from the lines drawn; the leftmost of equals.
func clearest(width, height, y vg.Length, area vg.Rectangle, drawn [][]vg.Point) vg.Rectangle {
	const tries = 9
	var best vg.Rectangle
	most := vg.Length(-1)
	for i := range tries {
		left := area.Min.X + vg.Length(i)/(tries-1)*(area.Size().X-width)
		box := rect(left, y, left+width, y+height)
		if free := min(clearance(box, drawn), 12); free > most { // 12 points are enough
			best, most = box, free
		}
	}
	return best
}

// clearance is the least vertical distance of a box from lines that pass above
// or below it, 0 if one passes through it.
func clearance(box vg.Rectangle, lines [][]vg.Point) vg.Length {
	least := vg.Length(1e6)
	for _, line := range lines {
		for i := 1; i < len(line); i++ {
			a, b := line[i-1], line[i]
			if max(a.X, b.X) < box.Min.X || min(a.X, b.X) > box.Max.X {
				continue
			}
			lo, hi := min(a.Y, b.Y), max(a.Y, b.Y)
			least = min(least, max(0, lo-box.Max.Y, box.Min.Y-hi))
		}
	}
	return least
}
