package plotting

import (
	"image/color"
	"slices"
	"strings"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// A cells is a table of coloured cells with a text in each, headings above the
// columns and names left of the rows.
type cells struct {
	rowsAre    string // stands over the names of the rows
	columnsAre string // stands over the headings; both may be empty
	columns    []cellColumn
	rows       []cellRow
}

// A cellColumn is the heading of one, which may have several lines.
type cellColumn struct {
	heading string
	framed  bool // the whole column
}

// A cellRow is a row with its cells from left to right.
type cellRow struct {
	name  string
	cells []cell
	faint bool // grey instead of coloured
}

// A cell is a text and its colour.
type cell struct {
	text   string
	tone   tone
	framed bool
}

const (
	cellPad     vg.Length = 3.5 // between the text of a cell and its sides
	cellSeam    vg.Length = 1   // between two cells
	mostCell    vg.Length = 150 // width of a cell
	mostCellRow vg.Length = 42  // height of a cell
	mostCorner  vg.Length = 76  // width of what stands over the names of rows, unless they are wider
	mostWord    vg.Length = 64  // width of a word of a heading that is not broken
	ruleGap     vg.Length = 3   // that the rule under what stands over the headings takes
)

// The most rows and columns that are still a chart.
const (
	maxCellRows    = 60
	maxCellColumns = 24
)

// A cellLayout is a table in a width.
type cellLayout struct {
	names      *rowNames
	corner     []string   // lines over the names
	title      []string   // lines over the headings
	headings   [][]string // lines of each
	width      vg.Length  // of a cell
	headerSize int        // lines above the cells
}

// layout divides a width.
func (c *cells) layout(t Theme, width vg.Length) cellLayout {
	small := t.small(t.Muted)
	l := cellLayout{names: newRowNames(c.names(), t.label(t.Ink), width, nameBarGap)}
	l.corner = c.corner(l.names.width, small)
	l.names.width = max(l.names.width, widest(l.corner, small))
	if l.names.width == 0 {
		l.names.gap = 0
	}
	n := vg.Length(len(c.columns))
	l.width = min(mostCell, (width-l.names.width-l.names.gap)/n)
	lines := 0
	for _, column := range c.columns {
		var heading []string
		for line := range strings.Lines(column.heading) {
			heading = append(heading, wrap(line, l.width-2*cellSeam, small.Width)...)
		}
		l.headings = append(l.headings, heading)
		lines = max(lines, len(heading))
	}
	l.title = wrap(c.columnsAre, n*l.width, small.Width)
	l.headerSize = max(lines+len(l.title), len(l.corner))
	return l
}

// corner breaks what stands over the names.
func (c *cells) corner(names vg.Length, style text.Style) []string {
	return wrap(c.rowsAre, max(names, mostCorner), style.Width)
}

func (c *cells) names() []string {
	names := make([]string, len(c.rows))
	for i, row := range c.rows {
		names[i] = row.name
	}
	return names
}

// texts are those of all cells.
func (c *cells) texts() []string {
	var texts []string
	for _, row := range c.rows {
		for _, one := range row.cells {
			texts = append(texts, one.text)
		}
	}
	return texts
}

// header is the height above the cells.
func (l cellLayout) header(t Theme) vg.Length {
	height := markGap + vg.Length(l.headerSize)*leading(t.small(t.Ink))
	if len(l.title) > 0 {
		height += ruleGap
	}
	return height
}

func (c *cells) height(t Theme, width vg.Length) (least, like vg.Length) {
	header, n := c.layout(t, width).header(t), vg.Length(len(c.rows))
	return header + n*leastRow(t), header + n*rowHeight(t, len(c.rows))
}

// width has room for every text and for the words of the headings.
func (c *cells) width(t Theme) vg.Length {
	small := t.small(t.Muted)
	one := widest(c.texts(), small) + 2*cellPad
	for _, column := range c.columns {
		word := widest(strings.Fields(column.heading), small)
		one = max(one, min(word, mostWord)+2*cellSeam)
	}
	beside := nameBarGap + vg.Length(len(c.columns))*one
	return max(leastNameWidth(c.names(), t.label(t.Ink), beside), beside+widest(c.corner(0, small), small))
}

// panels leaves room at the right and below a table whose cells would be too
// large.
func (c *cells) panels(t Theme, size vg.Point) []panel {
	l := c.layout(t, size.X)
	p := newPlot(t)
	p.X.Min, p.X.Max = -0.5, float64(len(c.columns))-0.5
	setRows(p, len(c.rows))
	for _, row := range c.rows {
		l.names.faint = append(l.names.faint, row.faint)
	}
	l.names.quiet = t.label(t.Muted)
	p.Add(l.names, &cellPlot{cells: c, layout: l, theme: t})

	right := l.names.width + l.names.gap + vg.Length(len(c.columns))*l.width
	foot := max(0, size.Y-l.header(t)-vg.Length(len(c.rows))*mostCellRow)
	return []panel{{p, rect(0, foot, right, size.Y)}}
}

// A cellPlot draws the cells and what stands above them. It implements
// [plot.Plotter], and [plot.GlyphBoxer] to make the room above. A
// [plotter.HeatMap] has one scale of colours only and no seams.
type cellPlot struct {
	cells  *cells
	layout cellLayout
	theme  Theme
}

// Plot draws the headings, the cells and the frames around some of them.
func (d *cellPlot) Plot(c draw.Canvas, p *plot.Plot) {
	x, y := p.Transforms(&c)
	d.headings(c, x)
	box := func(row, column int) vg.Rectangle {
		return rect(x(float64(column)-0.5), y(float64(row)+0.5), x(float64(column)+0.5), y(float64(row)-0.5))
	}
	frame := draw.LineStyle{Color: d.theme.Ink, Width: 1.3}
	for i, row := range d.cells.rows {
		for k, one := range row.cells {
			d.cell(c, box(i, k), one, row.faint)
		}
	}
	last := len(d.cells.rows) - 1
	for k, column := range d.cells.columns {
		if column.framed {
			foot := box(last, k)
			c.StrokeLines(frame, outline(rect(foot.Min.X, foot.Min.Y, foot.Max.X, box(0, k).Max.Y)))
		}
		for i, row := range d.cells.rows {
			if row.cells[k].framed {
				c.StrokeLines(frame, outline(box(i, k)))
			}
		}
	}
}

// cell draws one.
func (d *cellPlot) cell(c draw.Canvas, box vg.Rectangle, one cell, faint bool) {
	t := d.theme
	if faint {
		t.Colours = slices.Repeat([]color.Color{t.quiet()}, len(t.Colours))
	}
	box = rect(box.Min.X+cellSeam/2, box.Min.Y+cellSeam/2, box.Max.X-cellSeam/2, box.Max.Y-cellSeam/2)
	one.tone.paint(c, t, box)
	style := t.label(textOn(one.tone.fill(t), t))
	if size := box.Size(); style.Width(one.text)+2*cellPad > size.X || size.Y < leading(style) {
		style = t.small(style.Color)
	}
	middle(c, one.text, style, draw.XCenter, (box.Min.X+box.Max.X)/2, (box.Min.Y+box.Max.Y)/2)
}

// headings writes what stands above the cells, the last lines next to them.
func (d *cellPlot) headings(c draw.Canvas, x func(float64) vg.Length) {
	style := d.theme.small(d.theme.Muted)
	at := func(lines int) vg.Length { // baseline of the first of several lines
		return c.Max.Y + markGap + vg.Length(lines-1)*leading(style)
	}
	most := 0
	for k, lines := range d.layout.headings {
		for i, line := range lines {
			write(c, line, style, draw.XCenter, x(float64(k)), at(len(lines)-i))
		}
		most = max(most, len(lines))
	}
	if n := len(d.layout.title); n > 0 {
		block(c, d.layout.title, style, c.Min.X, at(most+n)+ruleGap)
		rule := at(most) + ascent(style) + ruleGap/2
		c.StrokeLine2(solid(d.theme.quiet(), 0.6), c.Min.X+cellSeam/2, rule, c.Max.X-cellSeam/2, rule)
	}
	block(c, d.layout.corner, style, c.Min.X-d.layout.names.gap-d.layout.names.width, at(len(d.layout.corner)))
}

// GlyphBoxes is the room of the headings above the panel.
func (d *cellPlot) GlyphBoxes(*plot.Plot) []plot.GlyphBox {
	return []plot.GlyphBox{above(d.layout.header(d.theme))}
}

// outline is the line around a box.
func outline(box vg.Rectangle) []vg.Point {
	return []vg.Point{box.Min, {X: box.Max.X, Y: box.Min.Y}, box.Max, {X: box.Min.X, Y: box.Max.Y}, box.Min}
}
