package plotting

import (
	"cmp"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
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

// A spot is where a dot stands.
type spot struct {
	where where
	year  int // if where is inYear
}

// A where is one of the columns of a yearGrid, in the order in which rows are
// sorted.
type where uint8

const (
	already where = iota
	inYear
	never
	nowhere // no dot
)

// compareSpots puts the earlier spot first and no spot last.
func compareSpots(a, b spot) int {
	return cmp.Or(cmp.Compare(a.where, b.where), cmp.Compare(a.year, b.year))
}

// stack gives, for each spot, its place among those in the same year, counted
// in dots up from the middle of the row: 0 if it is alone, half a dot up and
// half a dot down if there are two, the first scenario on top.
func stack(spots []spot) []float64 {
	up := make([]float64, len(spots))
	for i, s := range spots {
		before, n := 0, 0
		for j, t := range spots {
			if t == s {
				if n++; j < i {
					before++
				}
			}
		}
		up[i] = float64(n-1)/2 - float64(before)
	}
	return up
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
	columnGap  vg.Length = 6
)

// manyRows is the number of rows from which the years are also written above.
const manyRows = 16

func (g *yearGrid) height(t Theme, _ vg.Length) (least, like vg.Length) {
	axes := 3*leading(t.small(t.Ink)) + 8 // two lines above, one below
	n := vg.Length(len(g.rows))
	crowded := min(vg.Length(g.crowd())*dotStep+2.5, crowdedRow)
	return axes + n*leastRow, axes + n*max(rowHeight(len(g.rows)), crowded)
}

// columns divides the width of the chart: names, already, years, never.
type columns struct {
	names          vg.Length // right end of the names
	already, never [2]vg.Length
	years          [2]vg.Length
}

func (g *yearGrid) columns(p *pen, r vg.Rectangle) columns {
	names := make([]string, len(g.rows))
	for i, row := range g.rows {
		names[i] = row.name
	}
	small := p.small(p.Ink).Width
	side := func(heading [2]string) vg.Length {
		return max(small(heading[0]), small(heading[1]), vg.Length(g.scenarios)*laneWidth) + 8
	}
	var c columns
	c.names = r.Min.X + nameColumn(names, r.Size().X, p.label(p.Ink).Width)
	c.already = [2]vg.Length{c.names + 10, c.names + 10 + side(g.already)}
	c.never = [2]vg.Length{r.Max.X - side(g.never), r.Max.X}
	c.years = [2]vg.Length{c.already[1] + columnGap, c.never[0] - columnGap}
	return c
}

func (g *yearGrid) draw(p *pen, r vg.Rectangle) error {
	c := g.columns(p, r)
	small := p.small(p.Muted)
	bottom := r.Min.Y + leading(small) + 4
	top := r.Max.Y - 2*leading(small) - 4
	x := func(year int) vg.Length {
		return c.years[0] + (vg.Length(year-g.first)+0.5)*(c.years[1]-c.years[0])/vg.Length(g.last-g.first+1)
	}
	p.fill(p.Tint, rect(c.already[0], bottom, c.already[1], top))
	p.fill(p.Tint, rect(c.never[0], bottom, c.never[1], top))
	for i, heading := range [][2]string{g.already, g.never} {
		middle := [2]vg.Length{(c.already[0] + c.already[1]) / 2, (c.never[0] + c.never[1]) / 2}[i]
		p.write(heading[0], small, draw.XCenter, middle, top+4+leading(small))
		p.write(heading[1], small, draw.XCenter, middle, top+4)
	}
	g.drawYears(p, c, x, bottom, top)
	step := min(dotStep, ((top-bottom)/vg.Length(len(g.rows))-2)/vg.Length(g.crowd()))
	for i, row := range g.rows {
		g.drawRow(p, c, x, row, r.Min.X, rowAt(i, len(g.rows), bottom, top), step)
	}
	return nil
}

// drawYears draws the axis and the deadlines.
func (g *yearGrid) drawYears(p *pen, c columns, x func(int) vg.Length, bottom, top vg.Length) {
	small := p.small(p.Muted)
	room := int((c.years[1] - c.years[0]) / (small.Width("2000") + 10))
	for _, tick := range yearTicks(g.first, g.last, room) {
		at := x(int(tick.Value))
		p.line(solid(p.Rule, 0.6), at, bottom, at, top)
		p.write(tick.Label, small, draw.XCenter, at, bottom-leading(small))
		if len(g.rows) >= manyRows {
			p.write(tick.Label, small, draw.XCenter, at, top+4)
		}
	}
	var marks []mark
	for _, year := range g.deadlines {
		if year >= g.first && year <= g.last {
			marks = append(marks, deadline(x(year), year, solid(p.Muted, 0.9)))
		}
	}
	above := top + 4
	if len(g.rows) >= manyRows {
		above += leading(small)
	}
	p.drawMarks(marks, c.years[0], c.years[1], bottom, top, above)
}

// drawRow draws a name, a guide line and the dots of a member; dots in one place
// are a step apart.
func (g *yearGrid) drawRow(p *pen, c columns, x func(int) vg.Length, row yearRow, left, y, step vg.Length) {
	name := p.label(p.Ink)
	p.middle(shorten(row.name, c.names-left, name.Width), name, draw.XLeft, left, y)
	p.line(solid(p.Rule, 0.5), c.already[0], y, c.never[1], y)

	at := make([]vg.Length, len(row.spots))
	lanes := vg.Length(g.scenarios-1) / 2
	for i, s := range row.spots {
		lane := (vg.Length(i) - lanes) * laneWidth
		switch s.where {
		case already:
			at[i] = (c.already[0]+c.already[1])/2 + lane
		case inYear:
			at[i] = x(s.year)
		case never:
			at[i] = (c.never[0]+c.never[1])/2 + lane
		}
	}
	up := stack(row.spots)
	for i := len(row.spots) - 1; i >= 0; i-- { // the first scenario on top
		height := y
		if row.spots[i].where == inYear {
			height += vg.Length(up[i]) * step
		}
		if row.spots[i].where != nowhere {
			p.dot(p.Colours[i], at[i], height, dotRadius)
		}
	}
}
