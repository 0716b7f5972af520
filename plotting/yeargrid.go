package plotting

import (
	"image/color"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
)

// A yearGrid is a chart with a row of dots for each member and an axis of
// years, between a column for "already" and one for "not by the horizon".
type yearGrid struct {
	rows           []yearRow
	scenarios      int
	first, last    int // years of the axis
	already, never [2]string
	deadlines      []int
	bright         spotlight
}

// A yearRow is a member with a spot for each scenario.
type yearRow struct {
	code, name string
	spots      []spot
}

func (g *yearGrid) cast() []player {
	cast := make([]player, len(g.rows))
	for i, row := range g.rows {
		cast[i] = player{row.code, row.name}
	}
	return cast
}

func (g *yearGrid) lit(codes []string) chart {
	copied := *g
	copied.bright = lightOn(codes)
	return &copied
}

// colours is 0: colours are those of scenarios.
func (g *yearGrid) colours() int { return 0 }

// crowd is the largest number of dots that stand one above the other.
func (g *yearGrid) crowd(high int) int {
	most := 1
	for _, row := range g.rows {
		for i, at := range stack(row.spots, high) {
			if row.spots[i].where == inYear {
				most = max(most, int(2*max(at.up, -at.up))+1)
			}
		}
	}
	return most
}

const (
	dotRadius vg.Length = 2.6
	dotStep   vg.Length = 2*(dotRadius+discRim) + 0.1 // distance of dots that stand in one place, if there is room
	rowGap    vg.Length = 5                           // between the dots of two rows
	laneWidth vg.Length = 6.5                         // of a scenario in the columns at the sides
	columnGap vg.Length = 6                           // between the panel and the columns
	nameGap   vg.Length = 10                          // between the names and the first column
)

// manyRows is the number of rows from which the years are also written above.
const manyRows = 16

// A gridLayout is a yearGrid in a width.
type gridLayout struct {
	plot        *plot.Plot
	left, right *sideColumn
	header      vg.Length // above the panel
	high        int       // the most dots of one year in one column
}

func (g *yearGrid) height(t Theme, width vg.Length) (least, like vg.Length) {
	l := g.build(t, vg.Point{X: width})
	axes := axisHeight(t, 0) + l.header
	n := vg.Length(len(g.rows))
	crowded := vg.Length(min(g.crowd(l.high), 3))*dotStep + rowGap // of more, each may cover part of the next
	return axes + n*leastRow(t), axes + n*max(rowHeight(t, len(g.rows)), crowded)
}

// width has room for a dot in every year.
func (g *yearGrid) width(t Theme) vg.Length {
	left, right := g.columns(t)
	beside := nameGap + left.gap + left.width + right.gap + right.width
	panel := vg.Length(g.last-g.first+1) * 2 * dotRadius
	return leastNameWidth(g.names(), t.label(t.Ink), beside+panel)
}

func (g *yearGrid) names() []string {
	names := make([]string, len(g.rows))
	for i, row := range g.rows {
		names[i] = row.name
	}
	return names
}

func (g *yearGrid) panels(t Theme, size vg.Point) []panel {
	l := g.build(t, size)
	height := panelOf(l.plot, size).Y / vg.Length(len(g.rows))
	for _, on := range []bool{false, true} { // members that stand out on top
		for i := g.scenarios - 1; i >= 0; i-- { // the first scenario on top
			g.addDots(l, t, i, on, height, panelOf(l.plot, size).X)
		}
	}
	return alone(l.plot, size)
}

// build makes everything but the dots.
func (g *yearGrid) build(t Theme, size vg.Point) gridLayout {
	p := newPlot(t)
	p.X.Min, p.X.Max = float64(g.first)-0.5, float64(g.last)+0.5
	p.X.Tick.Marker = YearTicks{Most: 1}
	setRows(p, len(g.rows))

	left, right := g.columns(t)
	due := &marks{text: t.small(t.Muted)}
	for _, year := range g.deadlines {
		due.marks = append(due.marks, deadline(year, solid(t.Muted, 0.9)))
	}
	names := newRowNames(g.names(), t.label(t.Ink), size.X, nameGap+left.width+left.gap)
	names.colour = func(row int) color.Color { return g.bright.text(g.rows[row].code, t) }
	p.Add(left, right, names,
		&yearRules{first: g.first, last: g.last, style: solid(mix(t.Rule, t.Background, 0.5), 0.4)},
		&plotter.Grid{Vertical: solid(t.Rule, 0.6)},
		&rowRules{rows: len(g.rows), left: left.width + left.gap, right: right.gap + right.width, style: solid(t.Rule, 0.5)},
		due)
	panel := panelOf(p, size)
	p.X.Tick.Marker = YearTicks{Most: yearRoom(t, panel.X)}
	if len(g.rows) >= manyRows {
		years := &marks{text: t.small(t.Muted), over: t.small(t.Muted).Width("2000") / 2}
		for _, tick := range p.X.Tick.Marker.Ticks(p.X.Min, p.X.Max) {
			years.marks = append(years.marks, mark{x: tick.Value, value: tick.Label, style: solid(t.Rule, 0)})
		}
		due.lift, due.full = leading(years.text), true // or deadlines would seem to be years of the axis
		p.Add(years)
	}
	due.fit(p, panel.X)
	return gridLayout{plot: p, left: left, right: right, high: g.high(panel.X),
		header: max(left.header(), due.height())}
}

// high is the most dots of one year that stand in one column: fewer where there
// are many rows, and all if there is no room for a second column.
func (g *yearGrid) high(width vg.Length) int {
	switch year := width / vg.Length(g.last-g.first+1); {
	case year < 2*dotStep:
		return g.scenarios
	case len(g.rows) <= roomyUpTo:
		return 3
	default:
		return 2
	}
}

// columns are those at the sides, with room for their headings and a lane for
// each scenario.
func (g *yearGrid) columns(t Theme) (left, right *sideColumn) {
	text := t.small(t.Muted)
	column := func(heading [2]string) *sideColumn {
		s := &sideColumn{heading: heading, text: text, tint: t.Tint, gap: columnGap,
			width: max(widest(heading[:], text), vg.Length(g.scenarios)*laneWidth) + 8}
		if len(g.rows) >= manyRows { // a year above the panel must not seem to be part of the heading
			s.gap = max(s.gap, text.Width("2000")/2+4)
		}
		return s
	}
	left, right = column(g.already), column(g.never)
	right.right = true
	return left, right
}

// addDots adds the dots of scenario i to rows of a height, those of members that
// stand out or those of the others; dots of several scenarios in one place are a
// step apart.
func (g *yearGrid) addDots(l gridLayout, t Theme, i int, on bool, height, width vg.Length) {
	style := t.dotOf(i, dotRadius)
	if !on {
		style.Color = t.quiet()
	}
	lane := (vg.Length(i) - vg.Length(g.scenarios-1)/2) * laneWidth
	up := min(dotStep, (height-rowGap)/vg.Length(g.crowd(l.high))) / height // in rows
	aside := float64(dotStep*vg.Length(g.last-g.first+1)) / float64(width)
	years := &plotter.Scatter{GlyphStyle: style}
	early := &sideDots{column: l.left, lane: lane, glyph: style}
	late := &sideDots{column: l.right, lane: lane, glyph: style}
	for n, row := range g.rows {
		if g.bright.on(row.code) != on {
			continue
		}
		y := float64(n)
		switch s := row.spots[i]; s.where {
		case already:
			early.rows = append(early.rows, y)
		case never:
			late.rows = append(late.rows, y)
		case inYear:
			at := stack(row.spots, l.high)[i]
			years.XYs = append(years.XYs, plotter.XY{X: float64(s.year) + at.right*aside, Y: y - at.up*float64(up)})
		}
	}
	l.plot.Add(early, late)
	if len(years.XYs) > 0 { // the range of no data is no range
		l.plot.Add(years)
	}
}
