package plotting

import (
	"image/color"
	"strings"

	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
)

// A cells is a table of coloured cells with a text in each, headings above the
// columns and names left of the rows.
type cells struct {
	rowsAre    string // stands over the names of the rows
	columnsAre string // stands over the headings; both may be empty
	columns    []cellColumn
	rows       []cellRow
}

// A cellColumn is what stands over a column.
type cellColumn struct {
	heading string
	mark    string // over the heading, such as "deadline", with a frame around the column; empty: none
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
	cellPad     vg.Length = 2   // between the text of a cell and its sides, at least
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
	lines      int        // that headings and marks take
	headerSize int        // lines above the cells, in all
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
	for _, column := range c.columns {
		heading := wrap(column.heading, l.width-2*cellSeam, small.Width)
		l.headings = append(l.headings, heading)
		lines := len(heading)
		if column.mark != "" {
			lines++
		}
		l.lines = max(l.lines, lines)
	}
	l.title = wrap(c.columnsAre, n*l.width, small.Width)
	l.headerSize = max(l.lines+len(l.title), len(l.corner))
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
	l.names.colour = func(row int) color.Color {
		if c.rows[row].faint {
			return t.Muted
		}
		return t.Ink
	}
	p.Add(l.names, &cellPlot{cells: c, layout: l, theme: t})

	right := l.names.width + l.names.gap + vg.Length(len(c.columns))*l.width
	foot := max(0, size.Y-l.header(t)-vg.Length(len(c.rows))*mostCellRow)
	return []panel{{plot: p, box: rect(0, foot, right, size.Y)}}
}
