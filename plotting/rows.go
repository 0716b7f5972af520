package plotting

import (
	"gonum.org/v1/plot"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// The height of a row of a chart that has one for each member: roomy if there
// are few, tighter if there are many, and never so small that names touch.
const (
	roomyRow  vg.Length = 20
	tightRow  vg.Length = 13.5
	leastRow  vg.Length = 10.5
	roomyUpTo           = 10 // rows
)

// rowHeight is the height a row would like to have.
func rowHeight(rows int) vg.Length {
	if rows <= roomyUpTo {
		return roomyRow
	}
	return tightRow
}

// setRows gives a plot a vertical axis of n rows, numbered from the top.
func setRows(p *plot.Plot, n int) {
	p.Y.Min, p.Y.Max = -0.5, float64(n)-0.5
	p.Y.Scale = plot.InvertedScale{Normalizer: plot.LinearScale{}}
}

// rowNames are the names of rows in a column at the left, flush left and
// shortened to a width. They implement [plot.Plotter], and [plot.GlyphBoxer] to
// make the room. The labels of an axis of gonum/plot would not do: they are set
// flush right, and nothing can stand between them and the panel.
type rowNames struct {
	names []string
	text  text.Style
	width vg.Length // of the column
	gap   vg.Length // between column and panel
}

// newRowNames makes a column as wide as the longest name, at most a part of the
// room.
func newRowNames(names []string, style text.Style, room, gap vg.Length) *rowNames {
	return &rowNames{names: names, text: style, width: min(widest(names, style), 0.3*room), gap: gap}
}

// Plot writes each name at the height of its row.
func (r *rowNames) Plot(c draw.Canvas, p *plot.Plot) {
	_, y := p.Transforms(&c)
	for i, name := range r.names {
		middle(c, shorten(name, r.width, r.text.Width), r.text, draw.XLeft, c.Min.X-r.gap-r.width, y(float64(i)))
	}
}

// GlyphBoxes is the column left of the panel.
func (r *rowNames) GlyphBoxes(*plot.Plot) []plot.GlyphBox {
	return []plot.GlyphBox{{Rectangle: rect(-r.gap-r.width, 0, 0, 0)}}
}

// rowRules are thin lines along rows, which may reach beyond the panel. They
// implement [plot.Plotter]. A [plotter.Grid] ends with the panel, and draws
// lines only where the axis has labels.
type rowRules struct {
	rows        int
	left, right vg.Length // by which they reach beyond the panel
	style       draw.LineStyle
}

// Plot draws a line along each row.
func (r *rowRules) Plot(c draw.Canvas, p *plot.Plot) {
	_, y := p.Transforms(&c)
	for i := range r.rows {
		c.StrokeLine2(r.style, c.Min.X-r.left, y(float64(i)), c.Max.X+r.right, y(float64(i)))
	}
}
