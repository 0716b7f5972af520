package plotting

import (
	"image/color"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// roomyUpTo is the number of rows up to which they are roomy.
const roomyUpTo = 10

// rowHeight is the height a row of a chart with one for each member would like
// to have: roomy if there are few, tighter if there are many.
func rowHeight(t Theme, rows int) vg.Length {
	if rows <= roomyUpTo {
		return 2.1 * t.TextSize
	}
	return 1.42 * t.TextSize
}

// leastRow is the height at which names do not touch yet.
func leastRow(t Theme) vg.Length { return 1.1 * t.TextSize }

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
	names  []string
	text   text.Style
	colour func(row int) color.Color // nil: that of text
	width  vg.Length                 // of the column
	gap    vg.Length                 // between column and panel
}

// nameRoom is the part of the room that long names take.
const nameRoom vg.Length = 0.3

// newRowNames makes a column as wide as the longest name, but no more than a
// part of the room if the names can be told apart when they are shortened.
func newRowNames(names []string, style text.Style, room, gap vg.Length) *rowNames {
	width := widest(names, style)
	if short := nameRoom * room; short < width && distinct(names, short, style) {
		width = short
	}
	return &rowNames{names: names, text: style, width: width, gap: gap}
}

// leastNameWidth is the width at which names have a column beside something
// else of a width.
func leastNameWidth(names []string, style text.Style, beside vg.Length) vg.Length {
	if short := beside / (1 - nameRoom); distinct(names, nameRoom*short, style) {
		return min(short, beside+widest(names, style))
	}
	return beside + widest(names, style)
}

// distinct reports whether names differ when they are shortened to a width.
func distinct(names []string, width vg.Length, style text.Style) bool {
	seen := map[string]bool{}
	for _, name := range names {
		cut := shorten(name, width, style.Width)
		if seen[cut] {
			return false
		}
		seen[cut] = true
	}
	return true
}

// Plot writes each name at the height of its row.
func (r *rowNames) Plot(c draw.Canvas, p *plot.Plot) {
	_, y := p.Transforms(&c)
	for i, name := range r.names {
		middle(c, shorten(name, r.width, r.text.Width), inRow(r.text, r.colour, i), draw.XLeft, c.Min.X-r.gap-r.width, y(float64(i)))
	}
}

// inRow is a style of text with the colour of a row, if it has one of its own.
func inRow(s text.Style, colour func(row int) color.Color, row int) text.Style {
	if colour != nil {
		s.Color = colour(row)
	}
	return s
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

// yearRules are faint lines along the years of an axis, so that a year between two
// labels can be read off. They implement [plot.Plotter].
type yearRules struct {
	first, last int
	style       draw.LineStyle
}

// Plot draws a line along each year.
func (r *yearRules) Plot(c draw.Canvas, p *plot.Plot) {
	x, _ := p.Transforms(&c)
	for year := r.first; year <= r.last; year++ {
		c.StrokeLine2(r.style, x(float64(year)), c.Min.Y, x(float64(year)), c.Max.Y)
	}
}

// rowTicks are short vertical lines across rows, with a rim that sets them apart
// from a dark bar. They implement [plot.Plotter].
type rowTicks struct {
	at         plotter.XYs
	rim, style draw.LineStyle
}

// rowTicksOf are lines in ink.
func rowTicksOf(t Theme) *rowTicks {
	return &rowTicks{rim: solid(t.Background, 2.6), style: solid(t.Ink, 1.4)}
}

// Plot draws the lines, a little higher than a bar.
func (r *rowTicks) Plot(c draw.Canvas, p *plot.Plot) {
	x, y := p.Transforms(&c)
	for _, at := range r.at {
		for _, style := range []draw.LineStyle{r.rim, r.style} {
			c.StrokeLine2(style, x(at.X), y(at.Y-0.46), x(at.X), y(at.Y+0.46))
		}
	}
}
