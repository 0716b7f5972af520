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

func (b *bars) height(t Theme, _ vg.Length) (least, like vg.Length) {
	n, header := vg.Length(len(b.rows)), b.header(t)
	return header + n*leastRow, header + n*rowHeight(len(b.rows))
}

// header is the height of the labels of the targets.
func (b *bars) header(t Theme) vg.Length {
	if len(b.targets) == 0 {
		return 0
	}
	return markGap + leading(t.small(t.Ink))
}

func (b *bars) plot(t Theme, size vg.Point) *plot.Plot {
	p := newPlot(t)
	n := len(b.rows)
	setRows(p, n)
	names, texts, values := make([]string, n), make([]string, n), make(plotter.Values, n)
	for i, row := range b.rows {
		names[i], texts[i], values[i] = row.name, b.text(row), row.value
	}
	p.X.Min, p.X.Max = 0, slices.Max(slices.Concat(values, b.targets))
	if p.X.Max == 0 {
		p.X.Max = 1 // all shares are 0, and an axis needs a length
	}
	p.Add(newRowNames(names, t.label(t.Ink), size.X, 8))
	for _, kind := range []barKind{unasked, atTarget, belowTarget} {
		p.Add(&plotter.BarChart{Values: b.only(kind, values), Width: 0.72 * (size.Y - b.header(t)) / vg.Length(n),
			Color: kind.colour(t), LineStyle: solid(kind.colour(t), 0), Horizontal: true})
	}
	p.Add(&plotter.Line{XYs: plotter.XYs{{Y: p.Y.Min}, {Y: p.Y.Max}}, LineStyle: solid(t.quiet(), 0.9)})
	targets := &marks{text: t.small(t.Muted)}
	for _, target := range b.targets {
		targets.marks = append(targets.marks, mark{target, "target", scenario.FormatShare(target), solid(t.Ink, 0.9)})
	}
	p.Add(targets, &barLabels{values: values, labels: texts, lines: b.targets, text: t.label(t.Ink)})
	return p
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
