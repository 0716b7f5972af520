package plotting

import (
	"cmp"
	"image/color"
	"math"
	"slices"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"github.com/pledgesim/pledgesim/scenario"
)

// slopes is a chart with a line for each member from its share of GDP in one year
// to that in another, named with the figures at both ends.
type slopes struct {
	of       *scenario.Dataset
	rows     []slope
	headings [2]string // of the two years
	target   float64   // 0: none that holds for all
	bright   spotlight
}

// A slope is the line of a member.
type slope struct {
	code, name string
	ends       [2]slopeEnd
	kind       slopeKind
}

// A slopeEnd is the share of GDP in a year.
type slopeEnd struct {
	value  float64
	text   string
	status scenario.Status
}

// A slopeKind decides the colour of a line, in the order in which they are drawn.
type slopeKind uint8

const (
	steady slopeKind = iota // on one side of its target
	risen                   // newly at its target
	fallen                  // no longer at it
)

func (s *slopes) cast() []player {
	cast := make([]player, len(s.rows))
	for i, row := range s.rows {
		cast[i] = player{row.code, row.name}
	}
	return cast
}

func (s *slopes) lit(codes []string) chart {
	copied := *s
	copied.bright = lightOn(codes)
	return &copied
}

// colours is 0: colours are those of kinds of lines.
func (s *slopes) colours() int { return 0 }

// colour is that of the first scenario for those newly at the target, that of the
// second for those that fell below.
func (k slopeKind) colour(t Theme) color.Color {
	switch k {
	case risen:
		return t.Colours[0]
	case fallen:
		return t.Colours[1]
	default:
		return t.quiet()
	}
}

const (
	slopeGap    vg.Length = 34  // between the panel and the names, for lines to names that were moved
	leastSlopes vg.Length = 80  // width of the panel
	lowSlopes   vg.Length = 110 // least height of the panel

	slopeNames = 0.24 // part of the width that long names take, on each side
)

// height has room for the names of all, at least of those that stand out.
func (s *slopes) height(t Theme, width vg.Length) (least, like vg.Length) {
	_, header := s.build(t, vg.Point{X: width, Y: lowSlopes})
	n := 1 // for the target
	for _, row := range s.rows {
		if s.bright.on(row.code) {
			n++
		}
	}
	beside := header + s.foot(t)
	least = beside + max(lowSlopes, vg.Length(n)*leastRow(t))
	return least, max(least, beside+vg.Length(len(s.rows)+1)*rowHeight(t, len(s.rows)))
}

// foot is the height below the panel, where the number of labels may stand.
func (s *slopes) foot(t Theme) vg.Length {
	if s.bright == nil {
		return markGap
	}
	return markGap + leading(t.small(t.Muted))
}

// width has room for names and figures at both sides.
func (s *slopes) width(t Theme) vg.Length {
	text := t.label(t.Ink)
	beside := leastSlopes + 2*slopeGap
	for side := range 2 {
		beside += widest(s.figures(side), text) + text.Width(" ")
	}
	if short := beside / (1 - 2*slopeNames); distinct(s.names(), slopeNames*short, text) {
		return min(short, beside+2*widest(s.names(), text))
	}
	return beside + 2*widest(s.names(), text)
}

func (s *slopes) names() []string {
	names := make([]string, len(s.rows))
	for i, row := range s.rows {
		names[i] = row.name
	}
	return names
}

// figures are the texts of one end of all lines.
func (s *slopes) figures(side int) []string {
	var figures []string
	for _, row := range s.rows {
		figures = append(figures, row.ends[side].text)
	}
	return figures
}

// labels are the names at one side, in ascending order of the values there, those
// of the other side deciding ties.
func (s *slopes) labels(t Theme, side int, room vg.Length) *slopeLabels {
	text := t.label(t.Ink)
	width := widest(s.names(), text)
	if short := slopeNames * room; short < width && distinct(s.names(), short, text) {
		width = short
	}
	rows := slices.Clone(s.rows)
	slices.SortStableFunc(rows, func(a, b slope) int {
		return cmp.Or(cmp.Compare(a.ends[side].value, b.ends[side].value), cmp.Compare(a.ends[1-side].value, b.ends[1-side].value))
	})
	l := &slopeLabels{right: side == 1, text: text, small: t.small(t.Muted)}
	for _, row := range rows {
		name, end := shorten(row.name, width, text.Width), row.ends[side]
		one := slopeLabel{value: end.value, text: name + " " + end.text, colour: s.ink(t, row), rank: s.rank(row)}
		if side == 1 {
			one.text = end.text + " " + name
		}
		l.labels = append(l.labels, one)
	}
	if s.target > 0 && side == 1 { // below all that are printed like it
		l.labels = append(l.labels, slopeLabel{value: s.target - printedStep/2, text: "target " + scenario.FormatShare(s.target), colour: t.Ink, level: true})
	}
	return l
}

// ink is the colour of the names of a member.
func (s *slopes) ink(t Theme, row slope) color.Color {
	switch {
	case !s.bright.on(row.code):
		return s.bright.text(row.code, t)
	case row.kind == steady && s.bright == nil:
		return t.Muted
	case row.kind == steady:
		return t.Ink
	}
	return readable(row.kind.colour(t), t.Ink, t.Background)
}

// rank is the importance of the name of a member: those that stand out first,
// then those that crossed the target, then those that moved most.
func (s *slopes) rank(row slope) int {
	if s.bright != nil && s.bright[row.code] {
		return 0
	}
	moved := int(math.Abs(printed(row.ends[1].value) - printed(row.ends[0].value)))
	rank := 10_000 - min(moved, 9_999)
	if row.kind == steady {
		rank += 10_000
	}
	return rank
}

func (s *slopes) panels(t Theme, size vg.Point) []panel {
	p, _ := s.build(t, size)
	return alone(p, size)
}

// build also gives the height of what stands above the panel.
func (s *slopes) build(t Theme, size vg.Point) (p *plot.Plot, header vg.Length) {
	p = newPlot(t)
	p.X.Min, p.X.Max = 0, 1
	p.Y.Min, p.Y.Max = s.valueRange()
	left, right := s.labels(t, 0, size.X), s.labels(t, 1, size.X)
	years := &marks{text: t.small(t.Muted), over: size.X, full: true}
	for i, heading := range s.headings {
		years.marks = append(years.marks, mark{x: float64(i), value: heading, style: solid(t.quiet(), 0.9)})
	}
	p.Add(left, right, below(s.foot(t)), years)
	years.fit(p, panelOf(p, size).X)
	if s.target > 0 {
		p.Add(&levels{values: []float64{s.target}, style: dotted(t.Ink, 0.9)})
	}
	for _, on := range []bool{false, true} { // members that stand out on top
		for _, kind := range []slopeKind{steady, risen, fallen} {
			for _, row := range s.rows {
				if row.kind == kind && s.bright.on(row.code) == on {
					s.addLine(p, t, row)
				}
			}
		}
	}
	return p, years.height()
}

// valueRange is that of the vertical axis: all values, and a little room.
func (s *slopes) valueRange() (low, high float64) {
	low, high = math.Inf(1), math.Inf(-1)
	if s.target > 0 {
		low, high = s.target, s.target
	}
	for _, row := range s.rows {
		for _, end := range row.ends {
			low, high = min(low, end.value), max(high, end.value)
		}
	}
	if high-low < 0.1*scenario.Percent {
		middle := (low + high) / 2
		low, high = middle-0.05*scenario.Percent, middle+0.05*scenario.Percent
	}
	room := 0.02 * (high - low)
	return low - room, high + room
}

// addLine adds the line of a member, dashed if it leads to a projected figure, with
// dots at its ends, hollow for estimates.
func (s *slopes) addLine(p *plot.Plot, t Theme, row slope) {
	style := solid(row.kind.colour(t), 1.6)
	switch {
	case !s.bright.on(row.code):
		style = solid(mix(t.quiet(), t.Background, 0.4), 0.9)
	case row.kind == steady && s.bright != nil:
		style.Color = t.Ink
	case row.kind == steady:
		style.Width = 1
	}
	if row.ends[1].status == scenario.Projected {
		style.Dashes = t.Dashes[0]
	}
	line := plotter.XYs{{X: 0, Y: row.ends[0].value}, {X: 1, Y: row.ends[1].value}}
	p.Add(&plotter.Line{XYs: line, LineStyle: style})
	for i, end := range row.ends {
		dot := t.dot(style.Color, 1.9)
		if end.status == scenario.Estimated {
			dot = t.ring(style.Color, 2.2)
		}
		p.Add(&plotter.Scatter{XYs: line[i : i+1], GlyphStyle: dot})
	}
}

// below makes room under a panel. It implements [plot.Plotter] and
// [plot.GlyphBoxer].
type below vg.Length

// Plot draws nothing.
func (below) Plot(draw.Canvas, *plot.Plot) {}

// GlyphBoxes is the room.
func (b below) GlyphBoxes(*plot.Plot) []plot.GlyphBox {
	return []plot.GlyphBox{{Rectangle: rect(0, -vg.Length(b), 0, 0)}}
}
