package plotting

import (
	"image/color"
	"slices"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"

	"github.com/pledgesim/pledgesim/scenario"
)

// bars is a chart with a horizontal bar for each member and vertical lines for
// the targets.
type bars struct {
	rows          []bar
	targets       []float64
	markEstimates bool
}

// A bar is the share of a member.
type bar struct {
	name   string
	value  float64 // fraction of GDP
	status scenario.Status
	target float64 // 0: nothing is asked
	kind   barKind
}

// A barKind decides the colour of a bar.
type barKind uint8

const (
	unasked barKind = iota
	atTarget
	belowTarget
)

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
	names, texts, values, lines := make([]string, n), make([]string, n), make(plotter.Values, n), make([][]float64, n)
	for i, row := range b.rows {
		names[i], texts[i], values[i], lines[i] = row.name, b.text(row), row.value, b.targets
		if len(b.targets) > maxLevels {
			lines[i] = []float64{row.target}
		}
	}
	p.X.Min, p.X.Max = 0, slices.Max(slices.Concat(values, b.targets))
	if p.X.Max == 0 {
		p.X.Max = 1 // all shares are 0, and an axis needs a length
	}
	labels := &barLabels{values: values, labels: texts, lines: lines, text: t.label(t.Ink)}
	p.Add(newRowNames(names, t.label(t.Ink), size.X, nameBarGap), labels)

	targets := b.marks(t)
	if len(targets.marks) > 0 {
		targets.fit(p, panelOf(p, size).X)
		header = targets.height()
	}
	row := (size.Y - header) / vg.Length(n)
	var drawn []plot.Plotter
	for _, kind := range []barKind{unasked, atTarget, belowTarget} {
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
	return p, header
}

const (
	barPart              = 0.72 // of a row that a bar takes
	nameBarGap vg.Length = 8    // between the names and the bars
	leastBar   vg.Length = 40   // length of the longest bar
)

// ticks reports whether members are asked for different shares, so that each
// row has its own mark.
func (b *bars) ticks() bool { return len(b.targets) > 1 }

// marks are the targets: a line for all rows, or only a guide from the label to
// the marks in the rows. Beyond maxLevels they would be a thicket.
func (b *bars) marks(t Theme) *marks {
	m := &marks{text: t.small(t.Muted)}
	style := solid(t.Ink, 0.9)
	if b.ticks() {
		style = dotted(t.quiet(), 0.6)
	}
	if len(b.targets) <= maxLevels {
		for _, target := range b.targets {
			m.marks = append(m.marks, mark{target, "target", scenario.FormatShare(target), style})
		}
	}
	return m
}

// targetTicks are short lines across the rows at what each member is asked for.
func (b *bars) targetTicks(t Theme) *rowTicks {
	ticks := &rowTicks{style: solid(t.Ink, 1.4)}
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
		if row.kind == kind {
			some[i] = values[i]
		}
	}
	return some
}

// colour is that of the first scenario at the target and a lighter shade of
// that of the second below it, so that they differ in print without colour too.
func (k barKind) colour(t Theme) color.Color {
	switch k {
	case atTarget:
		return t.Colours[0]
	case belowTarget:
		return mix(t.Colours[1], t.Background, 0.4)
	default:
		return t.quiet()
	}
}
