package plotting

import (
	"image/color"
	"slices"
	"strconv"
	"strings"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"github.com/pledgesim/pledgesim/scenario"
)

// A timeChart is a chart of lines over years: one published history and a line
// for each scenario, each with a label at its end.
type timeChart struct {
	first, last int    // years of the axis
	base        int    // base year, the last of the history; 0: nothing is published
	since       string // what stands over the base year: "published to" or "base year"
	history     scenario.Series
	lines       []timeLine
	quiet       []timeLine        // of other members, in grey under the lines
	bands       []yearBand        // of draws, the widest first, under everything else
	levels      []levelLine       // horizontal lines
	areas       []area            // under everything else
	later       []int             // base years of further projections, see base
	printed     []scenario.Series // histories as other editions printed them: thin and grey
	outcome     timeLine          // what really happened, by a later edition
	points      []timePoint       // single values, each with a mark of its own
	deadlines   []int
	finding     mark                       // what is found in a year, in place of the mark of a deadline; empty: nothing
	ticks       func(room int) plot.Ticker // of the value axis
	headroom    float64                    // part of the highest value that stays free above it
	steps       bool                       // each value holds until the next; otherwise straight lines
}

// A timeLine is the projection of a scenario, in the colour of its index, or what
// really happened, in ink.
type timeLine struct {
	label   string
	values  scenario.Series // of a projection: from the base year on
	history scenario.Series // up to the base year, of a line that has its own
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
	mostPanel  vg.Length = 330 // height that is asked for to label lines in grey
	labelRoom  vg.Length = 0.3 // part of the width that labels take at most
	lineWidth  vg.Length = 1.7
	quietLeash vg.Length = 1.5 // of their heights that labels of lines in grey may be moved
	yearTick   vg.Length = 3   // length
)

// height has room for every label, so that none is ever dropped but of lines in
// grey.
func (c *timeChart) height(t Theme, width vg.Length) (least, like vg.Length) {
	_, marks := c.build(t, vg.Point{X: width, Y: likePanel})
	all := c.endLabels(t, labelRoom*width)
	coloured := *all
	coloured.Labels = slices.DeleteFunc(slices.Clone(all.Labels), func(e EndLabel) bool { return e.Rank >= c.coloured() })
	axes, need := axes(t, marks), coloured.height()-2*endOverlap
	if len(c.quiet) > 0 {
		need += 2 * leading(all.Note)
	}
	least = axes + max(leastPanel, need)
	return least, max(least, axes+likePanel, axes+min(all.height()-2*endOverlap, mostPanel))
}

// coloured is the number of labels of lines and bands in colour.
func (c *timeChart) coloured() int { return len(c.lines) + len(c.bands) }

// width has room for a panel beside the names and the figures of the axis, and for
// what is found over it.
func (c *timeChart) width(t Theme) vg.Length {
	panel := max(leastYears(t), t.small(t.Ink).Width(c.finding.value)+markLabelGap)
	return (endGap + t.small(t.Ink).Width("0.00%") + panel) / (1 - labelRoom)
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
	p.X.Tick.Marker, p.X.Tick.Length = YearTicks{Most: 1}, yearTick
	p.Y.Padding = 5.5

	history := segments(c.history)
	lines := make([]plotter.XYs, len(c.lines))
	for i, line := range c.lines {
		lines[i] = slices.Concat(segments(line.values)...)
	}
	marks := c.marks(t)
	for _, a := range c.areas {
		p.Add(a.polygon(t))
	}
	var edges []plotter.XYs
	for i, b := range c.bands { // before the grid, which would show through unevenly
		p.Add(b.band(t.tints()[i]))
		edges = slices.Concat(edges, segments(b.low), segments(b.high))
	}
	p.Add(&plotter.Grid{Horizontal: solid(t.Rule, 0.6)}, c.foot(t), marks)
	if len(c.levels) > 0 {
		p.Add(&levels{values: c.values(), style: dotted(t.Muted, 0.9)})
	}
	edges = slices.Concat(edges, c.addQuiet(p, t))
	c.addPrinted(p, t)
	p.Add(c.bundle(t, lines))
	c.addHistory(p, t, history)
	edges = slices.Concat(lines, history, edges, c.addHistories(p, t))
	c.addPoints(p, t)
	happened := c.addOutcome(p, t)
	c.addStarts(p, t, lines)
	tags := c.tags(t, edges, happened)
	p.Add(c.levelLabels(t, slices.Concat(edges, happened), tags), c.endLabels(t, labelRoom*size.X))
	for _, one := range tags {
		p.Add(one)
	}

	p.X.Min, p.X.Max = float64(c.first), float64(c.last)
	p.Y.Min, p.Y.Max = min(p.Y.Min, 0), max(p.Y.Max, 0)*(1+c.headroom)
	if p.Y.Max == p.Y.Min {
		p.Y.Max = scenario.Percent // all values are 0, and an axis needs a length
	}
	p.Y.Tick.Marker = c.ticks(max(1, int((size.Y-axes(t, marks))/(2.2*t.SmallSize))))
	p.Y.AutoRescale = true
	panel := panelOf(p, size)
	p.X.Tick.Marker = YearTicks{Most: yearRoom(t, panel.X)}
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
func (c *timeChart) levelLabels(t Theme, lines []plotter.XYs, tags []*tag) *levelLabels {
	return &levelLabels{levels: c.levels, text: t.small(t.Ink), seam: t.Background, avoid: lines, upright: c.upright(), tags: tags}
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
	m.marks = yearMarks(t, c.since, c.base, float64(c.base), c.deadlines, c.finding)
	for _, year := range c.later { // after the words over the first
		m.marks = append(m.marks, mark{float64(year), "", strconv.Itoa(year), solid(t.Rule, 0.9)})
	}
	return m
}

// yearMarks are a mark at x for the end of the published figures in the base year,
// one for each deadline, and one for what is found in a year, which takes the place
// of a deadline there.
func yearMarks(t Theme, since string, base int, x float64, deadlines []int, found mark) []mark {
	all := []mark{{x, since, strconv.Itoa(base), solid(t.Rule, 0.9)}}
	for _, year := range deadlines {
		due := deadline(year, solid(t.quiet(), 0.9))
		if found.x == due.x {
			due.value, found = found.value, mark{}
		}
		all = append(all, due)
	}
	if found.value != "" {
		all = append(all, found)
	}
	return all
}

// bundle are the projections: dashed lines, or solid steps.
func (c *timeChart) bundle(t Theme, lines []plotter.XYs) *bundle {
	b := &bundle{lines: lines, seam: t.Background, steps: c.steps}
	for i := range lines {
		style := t.projected(i, lineWidth)
		if c.steps && len(t.Dashes) == 1 { // otherwise dashes tell the lines apart
			style = solid(t.Colours[i], lineWidth)
		}
		b.styles = append(b.styles, style)
	}
	if len(c.bands) > 0 { // on which a seam would look like one more band
		b.seam = nil
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
		addDots(p, c.history, t.dot(t.Ink, 1.7), t.ring(t.Ink, 2.6))
	}
}

// addDots adds a dot for each published figure, in another style where the source
// calls it an estimate or a projection.
func addDots(p *plot.Plot, s scenario.Series, dot, ring draw.GlyphStyle) {
	observed, estimated := &plotter.Scatter{GlyphStyle: dot}, &plotter.Scatter{GlyphStyle: ring}
	for o := range s.Observations() {
		dots := observed
		if o.Status != scenario.Observed {
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
func (c *timeChart) endLabels(t Theme, room vg.Length) *EndLabels {
	es := &EndLabels{Beyond: endOverlap, Note: t.small(t.Muted)}
	var lines []plotter.XYs
	add := func(line timeLine, shade color.Color, text text.Style, rank int, leash vg.Length) {
		values := slices.Concat(segments(line.values)...)
		if len(values) == 0 {
			return
		}
		at := len(lines)
		for at > 0 && compareEnds(values, lines[at-1]) <= 0 {
			at--
		}
		lines = slices.Insert(lines, at, values)
		one := EndLabel{XY: values[len(values)-1], Text: strings.Join(wrap(line.label, room, text.Width), "\n"),
			Style: text, Leader: solid(mix(shade, t.Background, 0.4), 0.6), Rank: rank}
		one.Leash = leash * one.height()
		es.Labels = slices.Insert(es.Labels, at, one)
	}
	inColour := func(line timeLine, shade color.Color, rank int) {
		add(line, shade, t.label(readable(shade, t.Ink, t.Background)), rank, 0)
	}
	for i, line := range c.lines {
		inColour(line, t.Colours[i], i)
	}
	if c.outcome.values.Last() >= c.last { // otherwise its label stands in the panel
		inColour(c.outcome, t.Ink, -1)
	}
	for _, one := range c.points {
		if one.year >= c.last {
			inColour(timeLine{label: one.label, values: scenario.NewSeries(one.year, one.value)}, t.Ink, -1)
		}
	}
	words := " of draws"
	for i, b := range c.bands {
		inColour(timeLine{label: b.label(words), values: b.high}, t.Colours[0], len(c.lines)+i)
		words = ""
	}
	for i, rank := range c.quietRanks() {
		add(c.quiet[i], t.quiet(), t.small(t.Muted), rank, quietLeash)
	}
	return es
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
