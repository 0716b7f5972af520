package plotting

import (
	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// endLabels are the names of lines, beside the panel at the height where each
// line ends. They implement [plot.Plotter], and [plot.GlyphBoxer] to make the
// room at the right. Of labels that want one place the first stands lowest.
type endLabels []endLabel

// An endLabel is the name of one line.
type endLabel struct {
	end    plotter.XY // of the line
	lines  []string   // the name, broken into lines
	text   text.Style
	leader draw.LineStyle // from the end of the line to a label that was moved
	rank   int            // importance: the highest rank is dropped first if there is no room
}

const (
	endGap     vg.Length = 14 // between the panel and the labels
	endOverlap vg.Length = 8  // by which labels may stand above and below the panel
)

// height is that of the lines and a gap to the next label.
func (e endLabel) height() vg.Length { return vg.Length(len(e.lines))*leading(e.text) + 3 }

// height is what all labels take one below the other.
func (es endLabels) height() vg.Length {
	var h vg.Length
	for _, e := range es {
		h += e.height()
	}
	return h
}

// Plot places the labels as near to the ends of their lines as they can be
// without touching, and connects those that were moved.
func (es endLabels) Plot(c draw.Canvas, p *plot.Plot) {
	x, y := p.Transforms(&c)
	labels := make([]label, len(es))
	for i, e := range es {
		labels[i] = label{want: y(e.end.Y), size: e.height(), rank: e.rank}
	}
	for i, at := range spread(labels, c.Min.Y-endOverlap, c.Max.Y+endOverlap) {
		if !at.shown {
			continue
		}
		e := es[i]
		end := vg.Point{X: x(e.end.X), Y: y(e.end.Y)}
		left := c.Max.X + endGap
		if moved := at.at - end.Y; moved > 2 || moved < -2 || end.X < c.Max.X-1 {
			c.StrokeLine2(e.leader, end.X+1.5, end.Y, left-2, at.at)
		}
		first := at.at + vg.Length(len(e.lines)-1)*leading(e.text)/2 - capHeight(e.text)/2
		block(c, e.lines, e.text, left, first)
	}
}

// GlyphBoxes is the room of the labels right of the panel.
func (es endLabels) GlyphBoxes(*plot.Plot) []plot.GlyphBox {
	boxes := make([]plot.GlyphBox, len(es))
	for i, e := range es {
		boxes[i] = plot.GlyphBox{X: 1, Rectangle: rect(0, 0, endGap+widest(e.lines, e.text), 0)}
	}
	return boxes
}
