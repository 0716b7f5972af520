package plotting

import (
	"image/color"
	"slices"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"

	"github.com/pledgesim/pledgesim/scenario"
)

// bars is a chart with a horizontal bar for each member, a dot on it for an earlier
// year if one is compared, and vertical lines for targets or guidelines.
type bars struct {
	of            *scenario.Dataset
	rows          []bar
	targets       []float64
	guidelines    bool // the targets are guidelines, which hold for all
	markEstimates bool
	bright        spotlight
}

// A bar is the share of a member.
type bar struct {
	code, name string
	value      float64 // fraction of GDP
	status     scenario.Status
	target     float64 // 0: nothing is asked
	kind       barKind
	before     *scenario.Observation // of the earlier year; nil: none
	kindBefore barKind               // of the earlier year
}

// A barKind decides the colour of a bar.
type barKind uint8

const (
	unasked     barKind = iota
	atTarget            // or at every guideline
	betweenThem         // at the lower of two guidelines only
	belowTarget         // or below every guideline
	dimmed              // of a member that does not stand out
)

func (b *bars) cast() []player {
	cast := make([]player, len(b.rows))
	for i, row := range b.rows {
		cast[i] = player{row.code, row.name}
	}
	return cast
}

func (b *bars) lit(codes []string) chart {
	copied := *b
	copied.bright = lightOn(codes)
	return &copied
}

// colours is 0: colours are those of kinds of bars.
func (b *bars) colours() int { return 0 }

// shown is the kind of bar as which a row is drawn.
func (b *bars) shown(row bar) barKind {
	if b.bright.on(row.code) {
		return row.kind
	}
	return dimmed
}

func (b *bars) some(s scenario.Status) bool { return b.with(s) > 0 }
func (b *bars) all(s scenario.Status) bool  { return b.with(s) == len(b.rows) }

// with counts the bars whose figure has a status.
func (b *bars) with(s scenario.Status) int {
	n := 0
	for _, row := range b.rows {
		if row.status == s {
			n++
		}
	}
	return n
}

// text is what stands at the end of a bar.
func (b *bars) text(row bar) string {
	if b.markEstimates && row.status == scenario.Estimated {
		return percent(row.value) + " e"
	}
	return percent(row.value)
}

func (b *bars) height(t Theme, width vg.Length) (least, like vg.Length) {
	_, header := b.build(t, vg.Point{X: width})
	n := vg.Length(len(b.rows))
	return header + n*leastRow(t), header + n*rowHeight(t, len(b.rows))
}

// width has room for the names, the figures and bars that can be compared.
func (b *bars) width(t Theme) vg.Length {
	names, texts := make([]string, len(b.rows)), make([]string, len(b.rows))
	for i, row := range b.rows {
		names[i], texts[i] = row.name, b.text(row)
	}
	text := t.label(t.Ink)
	return leastNameWidth(names, text, nameBarGap+leastBar+2*barGap+widest(texts, text))
}

func (b *bars) panels(t Theme, size vg.Point) []panel {
	p, _ := b.build(t, size)
	return alone(p, size)
}

// build also gives the height of the labels above the panel.
func (b *bars) build(t Theme, size vg.Point) (p *plot.Plot, header vg.Length) {
	p = newPlot(t)
	n := len(b.rows)
	setRows(p, n)
	names, texts, values := make([]string, n), make([]string, n), make(plotter.Values, n)
	lines, dots := make([][]float64, n), make([][]float64, n)
	for i, row := range b.rows {
		names[i], texts[i], values[i], lines[i] = row.name, b.text(row), row.value, b.targets
		if len(b.targets) > maxLevels {
			lines[i] = []float64{row.target}
		}
		if row.before != nil {
			dots[i] = []float64{row.before.Value}
		}
	}
	p.X.Min, p.X.Max = 0, slices.Max(slices.Concat(values, b.targets, slices.Concat(dots...)))
	if p.X.Max == 0 {
		p.X.Max = 1 // all shares are 0, and an axis needs a length
	}
	colour := func(row int) color.Color { return b.bright.text(b.rows[row].code, t) }
	labels := &barLabels{values: values, labels: texts, lines: lines, dots: dots, text: t.label(t.Ink), colour: colour,
		inside: func(row int) color.Color { return legibleOn(b.shown(b.rows[row]).colour(t), t) }}
	column := newRowNames(names, t.label(t.Ink), size.X, nameBarGap)
	column.colour = colour
	p.Add(column, labels)

	targets := b.marks(t)
	if len(targets.marks) > 0 {
		targets.fit(p, panelOf(p, size).X)
		header = targets.height()
	}
	row := (size.Y - header) / vg.Length(n)
	var drawn []plot.Plotter
	for _, kind := range []barKind{unasked, atTarget, betweenThem, belowTarget, dimmed} {
		drawn = append(drawn, &plotter.BarChart{Values: b.only(kind, values), Width: barPart * row,
			Color: kind.colour(t), LineStyle: solid(kind.colour(t), 0), Horizontal: true})
	}
	drawn = append(drawn, &plotter.Line{XYs: plotter.XYs{{Y: p.Y.Min}, {Y: p.Y.Max}}, LineStyle: solid(t.quiet(), 0.9)})
	if b.ticks() {
		p.Add(targets) // behind the bars
		p.Add(drawn...)
		p.Add(b.targetTicks(t))
	} else {
		p.Add(drawn...)
		p.Add(targets)
	}
	p.Add(innerLabels{labels})
	b.addBefore(p, t)
	return p, header
}

const (
	barPart              = 0.72 // of a row that a bar takes
	nameBarGap vg.Length = 8    // between the names and the bars
	leastBar   vg.Length = 40   // length of the longest bar

	beforeRadius vg.Length = 2.6 // of the dot of an earlier year
)

// ticks reports whether members are asked for different shares, so that each
// row has its own mark.
func (b *bars) ticks() bool { return len(b.targets) > 1 && !b.guidelines }

// addBefore adds the dots of the earlier year, hollow for estimates.
func (b *bars) addBefore(p *plot.Plot, t Theme) {
	for i, row := range b.rows {
		if row.before == nil {
			continue
		}
		ink := b.bright.text(row.code, t)
		glyph := t.dot(ink, beforeRadius)
		if row.before.Status == scenario.Estimated {
			glyph = t.ring(ink, beforeRadius)
		}
		p.Add(&plotter.Scatter{XYs: plotter.XYs{{X: row.before.Value, Y: float64(i)}}, GlyphStyle: glyph})
	}
}

// marks are the targets: a line for all rows, or only a guide from the label to
// the marks in the rows. Beyond maxLevels they would be a thicket.
func (b *bars) marks(t Theme) *marks {
	m := &marks{text: t.small(t.Muted)}
	word := "target"
	if b.guidelines {
		word = "guideline"
	}
	style := solid(t.Ink, 0.9)
	if b.ticks() {
		style = dotted(t.quiet(), 0.6)
	}
	if len(b.targets) <= maxLevels {
		for _, target := range b.targets {
			m.marks = append(m.marks, mark{target, word, scenario.FormatShare(target), style})
		}
	}
	return m
}

// targetTicks are short lines across the rows at what each member is asked for.
func (b *bars) targetTicks(t Theme) *rowTicks {
	ticks := rowTicksOf(t)
	for i, row := range b.rows {
		if row.target > 0 {
			ticks.at = append(ticks.at, plotter.XY{X: row.target, Y: float64(i)})
		}
	}
	return ticks
}

// only gives the values of one kind of bar, and 0, which is no bar, for others.
func (b *bars) only(kind barKind, values plotter.Values) plotter.Values {
	some := make(plotter.Values, len(values))
	for i, row := range b.rows {
		if b.shown(row) == kind {
			some[i] = values[i]
		}
	}
	return some
}

// colour is that of the first scenario at the target, a shade of it between two
// guidelines, and a lighter shade of that of the second scenario below, so that
// they differ in print without colour too.
func (k barKind) colour(t Theme) color.Color {
	switch k {
	case atTarget:
		return t.Colours[0]
	case belowTarget:
		return mix(t.Colours[1], t.Background, 0.4)
	case betweenThem:
		return mix(t.Colours[0], t.Background, 0.45)
	case dimmed:
		return mix(t.quiet(), t.Background, 0.4)
	default:
		return t.quiet()
	}
}
