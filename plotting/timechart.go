package plotting

import (
	"strconv"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"github.com/pledgesim/pledgesim/scenario"
)

// A timeChart is a chart of lines over years: one published history and a line
// for each scenario, each with a label at its end.
type timeChart struct {
	first, last int // years of the axis
	base        int // last published year
	history     scenario.Series
	lines       []timeLine
	levels      []level // horizontal lines
	deadlines   []int
	ticks       func(room int) []plot.Tick // of the value axis, from its foot to its end
	steps       bool                       // each value holds for its year; otherwise straight lines
}

// A timeLine is the projection of a scenario, in the colour of its index.
type timeLine struct {
	label  string
	values scenario.Series // from the base year on
}

// A level is a value to compare with: a target, or the number of all members.
type level struct {
	value float64
	label string
	below bool // the label stands below the line
}

const (
	leastPanel vg.Length = 60  // height
	likePanel  vg.Length = 150 // height
	labelRoom  vg.Length = 0.3 // part of the width that labels take at most
	endGap     vg.Length = 14  // between the ends of lines and their labels
	endOverlap vg.Length = 8   // by which labels may stand above and below the panel
	lineWidth  vg.Length = 1.7
)

// height has room for every label, so that none is ever dropped.
func (c *timeChart) height(t Theme, width vg.Length) (least, like vg.Length) {
	var labels vg.Length
	for _, e := range c.endLabels(t, labelRoom*width) {
		labels += e.height()
	}
	axes := 2*leading(t.small(t.Ink)) + 8
	least = axes + max(leastPanel, labels-2*endOverlap)
	return least, max(least, axes+likePanel)
}

// A panel is the space between the axes and how values are placed in it.
type panel struct {
	vg.Rectangle
	first, last int
	top         float64 // value at the upper side; 0 is at the lower side
}

func (p panel) x(year float64) vg.Length {
	if p.first == p.last {
		return (p.Min.X + p.Max.X) / 2
	}
	return p.Min.X + vg.Length((year-float64(p.first))/float64(p.last-p.first))*(p.Max.X-p.Min.X)
}

func (p panel) y(v float64) vg.Length {
	return p.Min.Y + vg.Length(v/p.top)*(p.Max.Y-p.Min.Y)
}

// point is a figure in the panel.
func (p panel) point(o scenario.Observation) vg.Point {
	return vg.Point{X: p.x(float64(o.Year)), Y: p.y(o.Value)}
}

func (c *timeChart) draw(p *pen, r vg.Rectangle) error {
	small := p.small(p.Muted)
	bottom, top := r.Min.Y+leading(small)+4, r.Max.Y-leading(small)-4
	ticks := c.ticks(int((top - bottom) / (2.4 * small.Font.Size)))
	var tickWidth vg.Length
	for _, t := range ticks {
		tickWidth = max(tickWidth, small.Width(t.Label))
	}
	ends := c.endLabels(p.Theme, labelRoom*r.Size().X)
	var endWidth vg.Length
	for _, e := range ends {
		endWidth = max(endWidth, e.width)
	}
	area := panel{first: c.first, last: c.last, top: ticks[len(ticks)-1].Value,
		Rectangle: rect(r.Min.X+tickWidth+8, bottom, r.Max.X-endGap-endWidth, top)}

	c.drawAxes(p, area, ticks, r.Min.X+tickWidth)
	c.drawMarks(p, area, r)
	segments := c.drawLines(p, area)
	c.drawLevels(p, area, segments)
	p.drawEnds(ends, area, r.Max.X)
	return nil
}

// drawAxes draws grid, ticks and their labels, the values right-aligned at left.
func (c *timeChart) drawAxes(p *pen, area panel, ticks []plot.Tick, left vg.Length) {
	small := p.small(p.Muted)
	for i, t := range ticks {
		y := area.y(t.Value)
		rule := solid(p.Rule, 0.6)
		if i == 0 {
			rule = solid(p.quiet(), 0.9)
		}
		p.line(rule, area.Min.X, y, area.Max.X, y)
		p.middle(t.Label, small, draw.XRight, left, y)
	}
	room := int(area.Size().X / (small.Width("2000") + 12))
	for _, t := range yearTicks(c.first, c.last, room) {
		x := area.x(t.Value)
		p.line(solid(p.quiet(), 0.6), x, area.Min.Y, x, area.Min.Y-3)
		p.write(t.Label, small, draw.XCenter, x, area.Min.Y-4-leading(small)+2)
	}
}

// drawMarks draws the end of the published figures and the deadlines.
func (c *timeChart) drawMarks(p *pen, area panel, r vg.Rectangle) {
	base := float64(c.base)
	if c.steps {
		base += 0.5
	}
	marks := []mark{{area.x(base), "published to", strconv.Itoa(c.base), solid(p.Rule, 0.9)}}
	for _, year := range c.deadlines {
		if year >= c.first && year <= c.last {
			marks = append(marks, deadline(area.x(float64(year)), year, solid(p.quiet(), 0.9)))
		}
	}
	p.drawMarks(marks, area.Min.X, r.Max.X, area.Min.Y, area.Max.Y, area.Max.Y+4)
}

// drawLines draws projections and history, and gives everything drawn as lines.
func (c *timeChart) drawLines(p *pen, area panel) [][]vg.Point {
	var all [][]vg.Point
	for i := len(c.lines) - 1; i >= 0; i-- { // the first scenario on top
		style := dashed(p.Colours[i], lineWidth)
		style.DashOffs = vg.Length(i) * 6.5 / vg.Length(len(c.lines)) // so that lines that coincide show in turns
		segments := c.segments(area, c.lines[i].values)
		if c.steps {
			style = solid(p.Colours[i], lineWidth)
			if len(segments) > 0 && c.lines[i].values.First() == c.base {
				segments[0] = segments[0][1:] // of the base year only the end
			}
			shift(segments, stepShift(i, len(c.lines), area))
		}
		p.StrokeLines(style, segments...)
		all = append(all, segments...)
	}
	segments := c.segments(area, c.history)
	ink := p.Ink
	if c.steps {
		ink = p.quiet()
	}
	p.StrokeLines(solid(ink, lineWidth), segments...)
	for o := range c.history.Observations() {
		at := area.point(o)
		switch {
		case c.steps:
		case o.Status == scenario.Estimated:
			p.ring(p.Ink, at.X, at.Y, 2.6)
		default:
			p.dot(p.Ink, at.X, at.Y, 1.7)
		}
	}
	return append(all, segments...)
}

// segments gives the lines of a series: a gap ends one and begins the next.
func (c *timeChart) segments(area panel, s scenario.Series) [][]vg.Point {
	var all [][]vg.Point
	last := 0
	for o := range s.Observations() {
		if len(all) == 0 || o.Year != last+1 {
			all = append(all, nil)
		}
		line := &all[len(all)-1]
		if c.steps {
			y := area.y(o.Value)
			from, to := max(float64(o.Year)-0.5, float64(c.first)), min(float64(o.Year)+0.5, float64(c.last))
			*line = append(*line, vg.Point{X: area.x(from), Y: y}, vg.Point{X: area.x(to), Y: y})
		} else {
			*line = append(*line, area.point(o))
		}
		last = o.Year
	}
	return all
}

// stepShift moves the step lines of scenarios apart, by far less than one
// member, so that lines that coincide can be seen.
func stepShift(i, n int, area panel) vg.Length {
	unit := area.y(1) - area.y(0)
	return (vg.Length(n-1)/2 - vg.Length(i)) * min(1.5, 0.6*unit/vg.Length(n))
}

func shift(lines [][]vg.Point, up vg.Length) {
	for _, line := range lines {
		for i := range line {
			line[i].Y += up
		}
	}
}
