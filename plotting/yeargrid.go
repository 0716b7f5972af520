package plotting

import (
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
}

// A yearRow is a member with a spot for each scenario.
type yearRow struct {
	name  string
	spots []spot
}

// crowd is the largest number of dots that stand in the same year of a row.
func (g *yearGrid) crowd() int {
	most := 1
	for _, row := range g.rows {
		for i, up := range stack(row.spots) {
			if row.spots[i].where == inYear {
				most = max(most, int(2*max(up, -up))+1)
			}
		}
	}
	return most
}

const (
	dotRadius  vg.Length = 2.6
	dotStep    vg.Length = 5.3 // distance of dots that stand in one place, if there is room
	crowdedRow vg.Length = 19  // beyond which dots in one place may cover part of each other
	laneWidth  vg.Length = 6.5 // of a scenario in the columns at the sides
	columnGap  vg.Length = 6   // between the panel and the columns
	nameGap    vg.Length = 10  // between the names and the first column
)

// manyRows is the number of rows from which the years are also written above.
const manyRows = 16

func (g *yearGrid) height(t Theme, _ vg.Length) (least, like vg.Length) {
	axes := axisHeight(t, 0) + markGap + 2*leading(t.small(t.Ink))
	n := vg.Length(len(g.rows))
	crowded := min(vg.Length(g.crowd())*dotStep+2.5, crowdedRow)
	return axes + n*leastRow, axes + n*max(rowHeight(len(g.rows)), crowded)
}

func (g *yearGrid) plot(t Theme, size vg.Point) *plot.Plot {
	p := newPlot(t)
	p.X.Min, p.X.Max = float64(g.first)-0.5, float64(g.last)+0.5
	p.X.Tick.Marker = yearTicks{}
	setRows(p, len(g.rows))

	names := make([]string, len(g.rows))
	for i, row := range g.rows {
		names[i] = row.name
	}
	left, right := g.column(t, g.already), g.column(t, g.never)
	right.right = true
	due := &marks{text: t.small(t.Muted)}
	for _, year := range g.deadlines {
		due.marks = append(due.marks, deadline(year, solid(t.Muted, 0.9)))
	}
	p.Add(left, right, newRowNames(names, t.label(t.Ink), size.X, nameGap+left.width+left.gap),
		&plotter.Grid{Vertical: solid(t.Rule, 0.6)},
		&rowRules{rows: len(g.rows), left: left.width + left.gap, right: right.gap + right.width, style: solid(t.Rule, 0.5)},
		due)
	panel := panelOf(p, size)
	p.X.Tick.Marker = yearTicks{most: yearRoom(t, panel.X)}
	if len(g.rows) >= manyRows { // the headings of the columns have made room for two lines
		years := &marks{text: t.small(t.Muted)}
		for _, tick := range p.X.Tick.Marker.Ticks(p.X.Min, p.X.Max) {
			years.marks = append(years.marks, mark{x: tick.Value, value: tick.Label, style: solid(t.Rule, 0)})
		}
		due.lift = leading(years.text)
		p.Add(years)
	}
	for i := g.scenarios - 1; i >= 0; i-- { // the first scenario on top
		g.addDots(p, t, i, panel.Y/vg.Length(len(g.rows)), left, right)
	}
	return p
}

// column is a column at the side with room for its heading and a lane for each
// scenario.
func (g *yearGrid) column(t Theme, heading [2]string) *sideColumn {
	text := t.small(t.Muted)
	return &sideColumn{heading: heading, text: text, tint: t.Tint, gap: columnGap,
		width: max(widest(heading[:], text), vg.Length(g.scenarios)*laneWidth) + 8}
}

// addDots adds the dots of scenario i to rows of a height; those of several
// scenarios in one place are a step apart.
func (g *yearGrid) addDots(p *plot.Plot, t Theme, i int, height vg.Length, left, right *sideColumn) {
	style := t.dot(t.Colours[i], dotRadius)
	lane := (vg.Length(i) - vg.Length(g.scenarios-1)/2) * laneWidth
	step := min(dotStep, (height-2)/vg.Length(g.crowd())) / height
	years := &plotter.Scatter{GlyphStyle: style}
	early := &sideDots{column: left, lane: lane, glyph: style}
	late := &sideDots{column: right, lane: lane, glyph: style}
	for n, row := range g.rows {
		y := float64(n)
		switch s := row.spots[i]; s.where {
		case already:
			early.rows = append(early.rows, y)
		case never:
			late.rows = append(late.rows, y)
		case inYear:
			years.XYs = append(years.XYs, plotter.XY{X: float64(s.year), Y: y - stack(row.spots)[i]*float64(step)})
		}
	}
	p.Add(early, late)
	if len(years.XYs) > 0 { // the range of no data is no range
		p.Add(years)
	}
}
