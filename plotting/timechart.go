package plotting

import (
	"image/color"
	"slices"
	"strconv"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"

	"github.com/pledgesim/pledgesim/scenario"
)

// A timeChart is a chart of lines over years: one published history and a line
// for each scenario, each with a label at its end.
type timeChart struct {
	first, last int    // years of the axis
	base        int    // base year, the last of the history
	since       string // what stands over the base year: "published to" or "base year"
	history     scenario.Series
	lines       []timeLine
	later       []int             // base years of further projections, see base
	printed     []scenario.Series // histories as other editions printed them: thin and grey
	outcome     timeLine          // what really happened, by a later edition
	levels      []levelLine       // horizontal lines
	deadlines   []int
	ticks       func(room int) plot.Ticker // of the value axis
	headroom    float64                    // part of the highest value that stays free above it
	steps       bool                       // each value holds until the next; otherwise straight lines
}

// A timeLine is the projection of a scenario, in the colour of its index, or what
// really happened, in ink.
type timeLine struct {
	label  string
	values scenario.Series // of a projection: from the base year on
}

// A levelLine is a value to compare with: a target, or the number of all members.
type levelLine struct {
	value float64
	label string
	below bool // the label stands below the line
}

const (
	leastPanel vg.Length = 60  // height
	likePanel  vg.Length = 150 // height
	labelRoom  vg.Length = 0.3 // part of the width that labels take at most
	lineWidth  vg.Length = 1.7
	yearTick   vg.Length = 3 // length
)

// height has room for every label, so that none is ever dropped.
func (c *timeChart) height(t Theme, width vg.Length) (least, like vg.Length) {
	_, marks := c.build(t, vg.Point{X: width, Y: likePanel})
	labels := c.endLabels(t, labelRoom*width).height()
	axes := axes(t, marks)
	least = axes + max(leastPanel, labels-2*endOverlap)
	return least, max(least, axes+likePanel)
}

// width has room for a panel beside the names and the figures of the axis.
func (c *timeChart) width(t Theme) vg.Length {
	return (endGap + t.small(t.Ink).Width("0.00%") + leastYears(t)) / (1 - labelRoom)
}

// leastYears is the width of a panel with two years on its axis.
func leastYears(t Theme) vg.Length { return 2*t.small(t.Ink).Width("2000") + yearGap }

// axes is what is above and below the panel.
func axes(t Theme, m *marks) vg.Length {
	return axisHeight(t, yearTick) + m.height() + lineWidth
}

func (c *timeChart) panels(t Theme, size vg.Point) []panel {
	p, _ := c.build(t, size)
	return alone(p, size)
}

// build also gives the marks, which take more room above where they are many.
func (c *timeChart) build(t Theme, size vg.Point) (*plot.Plot, *marks) {
	p := newPlot(t)
	p.X.Tick.Marker, p.X.Tick.Length = yearTicks{}, yearTick
	p.Y.Padding = 5.5

	history := segments(c.history)
	lines := make([]plotter.XYs, len(c.lines))
	for i, line := range c.lines {
		lines[i] = slices.Concat(segments(line.values)...)
	}
	marks := c.marks(t)
	p.Add(&plotter.Grid{Horizontal: solid(t.Rule, 0.6)}, c.foot(t), marks)
	if len(c.levels) > 0 {
		p.Add(&levels{values: c.values(), style: dotted(t.Muted, 0.9)})
	}
	c.addPrinted(p, t)
	p.Add(c.bundle(t, lines))
	c.addHistory(p, t, history)
	happened := c.addOutcome(p, t)
	c.addStarts(p, t, lines)
	others := slices.Concat(lines, history)
	tag := c.tag(t, others, happened)
	p.Add(c.levelLabels(t, append(others, happened...), tag), c.endLabels(t, labelRoom*size.X), tag)

	p.X.Min, p.X.Max = float64(c.first), float64(c.last)
	p.Y.Min, p.Y.Max = 0, p.Y.Max*(1+c.headroom)
	if p.Y.Max == 0 {
		p.Y.Max = scenario.Percent // all shares are 0, and an axis needs a length
	}
	p.Y.Tick.Marker = c.ticks(int((size.Y - axes(t, marks)) / (2.2 * t.SmallSize)))
	p.Y.AutoRescale = true
	panel := panelOf(p, size)
	p.X.Tick.Marker = yearTicks{most: yearRoom(t, panel.X)}
	marks.fit(p, panel.X)
	return p, marks
}

// values are those of the levels.
func (c *timeChart) values() []float64 {
	var values []float64
	for _, l := range c.levels {
		values = append(values, l.value)
	}
	return values
}

// levelLabels name the levels, away from lines and marks.
func (c *timeChart) levelLabels(t Theme, lines []plotter.XYs, tag *tag) *levelLabels {
	return &levelLabels{levels: c.levels, text: t.small(t.Ink), seam: t.Background, avoid: lines, upright: c.upright(), tag: tag}
}

// upright are the years with vertical lines.
func (c *timeChart) upright() []float64 {
	var at []float64
	for _, year := range slices.Concat([]int{c.base}, c.later, c.deadlines) {
		at = append(at, float64(year))
	}
	return at
}

// foot is the line at 0. It is drawn over the grid, which would cover the line
// of the axis.
func (c *timeChart) foot(t Theme) *plotter.Line {
	return &plotter.Line{XYs: plotter.XYs{{X: float64(c.first)}, {X: float64(c.last)}}, LineStyle: solid(t.quiet(), 0.9)}
}

// marks are the end of the published figures and the deadlines.
func (c *timeChart) marks(t Theme) *marks {
	m := &marks{text: t.small(t.Muted), full: len(c.later) > 0}
	for _, year := range slices.Concat([]int{c.base}, c.later) {
		m.marks = append(m.marks, mark{float64(year), c.since, strconv.Itoa(year), solid(t.Rule, 0.9)})
	}
	for _, year := range c.deadlines {
		m.marks = append(m.marks, deadline(year, solid(t.quiet(), 0.9)))
	}
	return m
}

// bundle are the projections: dashed lines, or solid steps.
func (c *timeChart) bundle(t Theme, lines []plotter.XYs) *bundle {
	b := &bundle{lines: lines, seam: t.Background, steps: c.steps}
	for i := range lines {
		style := t.projected(i, lineWidth)
		if c.steps {
			style = solid(t.Colours[i], lineWidth)
		}
		b.styles = append(b.styles, style)
	}
	return b
}

// addHistory adds the published figures: a line with dots, hollow where the
// source calls them estimates, or grey steps.
func (c *timeChart) addHistory(p *plot.Plot, t Theme, history []plotter.XYs) {
	for _, segment := range history {
		if c.steps {
			p.Add(&plotter.Line{XYs: heldOut(segment, c.base), StepStyle: plotter.PostStep, LineStyle: solid(t.quiet(), lineWidth)})
		} else {
			p.Add(&plotter.Line{XYs: segment, LineStyle: solid(t.Ink, lineWidth)})
		}
	}
	if !c.steps {
		addDots(p, t, t.Ink, c.history)
	}
}

// addDots adds a dot for each figure, a hollow one where the source calls it an
// estimate.
func addDots(p *plot.Plot, t Theme, shade color.Color, s scenario.Series) {
	observed := &plotter.Scatter{GlyphStyle: t.dot(shade, 1.7)}
	estimated := &plotter.Scatter{GlyphStyle: t.ring(shade, 2.6)}
	for o := range s.Observations() {
		dots := observed
		if o.Status == scenario.Estimated {
			dots = estimated
		}
		dots.XYs = append(dots.XYs, plotter.XY{X: float64(o.Year), Y: o.Value})
	}
	for _, dots := range []*plotter.Scatter{observed, estimated} {
		if len(dots.XYs) > 0 { // the range of no data is no range
			p.Add(dots)
		}
	}
}

// endLabels breaks the labels of the lines to a width and puts them in the
// order in which the lines end, from the lowest up.
func (c *timeChart) endLabels(t Theme, room vg.Length) endLabels {
	var labels endLabels
	var lines []plotter.XYs
	add := func(line timeLine, shade color.Color, rank int) {
		values := slices.Concat(segments(line.values)...)
		if len(values) == 0 {
			return
		}
		text := t.label(readable(shade, t.Ink, t.Background))
		at := len(lines)
		for at > 0 && compareEnds(values, lines[at-1]) <= 0 {
			at--
		}
		lines = slices.Insert(lines, at, values)
		labels = slices.Insert(labels, at, endLabel{end: values[len(values)-1], lines: wrap(line.label, room, text.Width),
			text: text, leader: solid(mix(shade, t.Background, 0.4), 0.6), rank: rank})
	}
	for i, line := range c.lines {
		add(line, t.Colours[i], i)
	}
	if c.outcome.values.Last() >= c.last { // otherwise its label stands in the panel
		add(c.outcome, t.Ink, -1)
	}
	return labels
}

// segments gives the lines of a series: a gap ends one and begins the next.
func segments(s scenario.Series) []plotter.XYs {
	var all []plotter.XYs
	last := 0
	for o := range s.Observations() {
		if len(all) == 0 || o.Year != last+1 {
			all = append(all, nil)
		}
		line := &all[len(all)-1]
		*line = append(*line, plotter.XY{X: float64(o.Year), Y: o.Value})
		last = o.Year
	}
	return all
}

// heldOut lets the last value of a segment hold for its year if a gap follows,
// as it does unless it is that of the base year.
func heldOut(segment plotter.XYs, base int) plotter.XYs {
	if end := segment[len(segment)-1]; int(end.X) < base {
		return append(slices.Clone(segment), plotter.XY{X: end.X + 1, Y: end.Y})
	}
	return segment
}
