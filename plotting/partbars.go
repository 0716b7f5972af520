package plotting

import (
	"image/color"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"github.com/pledgesim/pledgesim/scenario"
)

// partBars is a chart with a horizontal bar for each row that is divided into three
// parts of a whole, and marks where they should end.
type partBars struct {
	rows []partRow
}

// A partRow is a whole in three parts.
type partRow struct {
	name   string     // empty: a gap between groups of rows
	parts  [3]float64 // fractions, 1 together
	due    [2]float64 // where the first and the second part should end
	beside string     // what stands at the end of the bar
}

func (b *partBars) height(t Theme, width vg.Length) (least, like vg.Length) {
	axes, n := axisHeight(t, yearTick), vg.Length(len(b.rows))
	return axes + n*leastRow(t), axes + n*rowHeight(t, min(len(b.rows), roomyUpTo))
}

// leastWhole is the length of a bar in which parts can be compared.
const leastWhole vg.Length = 110

func (b *partBars) width(t Theme) vg.Length {
	names, beside := b.texts()
	text := t.label(t.Ink)
	return leastNameWidth(names, text, nameBarGap+leastWhole+2*barGap+widest(beside, text))
}

func (b *partBars) texts() (names, beside []string) {
	for _, row := range b.rows {
		names, beside = append(names, row.name), append(beside, row.beside)
	}
	return names, beside
}

func (b *partBars) panels(t Theme, size vg.Point) []panel {
	p := newPlot(t)
	n := len(b.rows)
	setRows(p, n)
	p.X.Min, p.X.Max = 0, 1
	names, beside := b.texts()
	ends := make(plotter.Values, n)
	due := rowTicksOf(t)
	var parts [3]plotter.Values
	for i, row := range b.rows {
		ends[i] = 1
		for j := range parts {
			parts[j] = append(parts[j], row.parts[j])
		}
		for _, at := range row.due {
			if row.name != "" {
				due.at = append(due.at, plotter.XY{X: at, Y: float64(i)})
			}
		}
	}
	p.Add(newRowNames(names, t.label(t.Ink), size.X, nameBarGap),
		&barLabels{values: ends, labels: beside, lines: make([][]float64, n), text: t.label(t.Ink)},
		&plotter.Grid{Vertical: solid(t.Rule, 0.6)})
	p.X.Tick.Length = yearTick
	row := (size.Y - axisHeight(t, yearTick)) / vg.Length(n)
	var under *plotter.BarChart
	for j, values := range parts {
		shade := partColour(t, j)
		bar := &plotter.BarChart{Values: values, Width: barPart * row, Color: shade, LineStyle: solid(shade, 0), Horizontal: true}
		if under != nil {
			bar.StackOn(under)
		}
		p.Add(bar)
		under = bar
	}
	p.Add(due, &partLabels{rows: b.rows, text: t.small(t.Ink), colours: [3]color.Color{
		legibleOn(partColour(t, 0), t), legibleOn(partColour(t, 1), t), legibleOn(partColour(t, 2), t)}})
	p.X.Tick.Marker = PercentTicks{Most: int(panelOf(p, size).X / (2 * t.small(t.Ink).Width("100%")))}
	return alone(p, size)
}

// partColour is the colour of the first scenario for the part in the middle and a
// lighter shade of that of the second for the parts at the sides.
func partColour(t Theme, part int) color.Color {
	if part == 1 {
		return t.Colours[0]
	}
	return mix(t.Colours[1], t.Background, 0.5)
}

// legibleOn is the colour of text on a colour: ink or background, whichever can be
// read better.
func legibleOn(c color.Color, t Theme) color.Color {
	if contrast(t.Background, c) > contrast(t.Ink, c) {
		return t.Background
	}
	return t.Ink
}

// partLabels are the numbers in the parts of bars, left out where a part is too
// short. They implement [plot.Plotter].
type partLabels struct {
	rows    []partRow
	text    text.Style
	colours [3]color.Color
}

// Plot writes the numbers between the marks.
func (l *partLabels) Plot(c draw.Canvas, p *plot.Plot) {
	x, y := p.Transforms(&c)
	for i, row := range l.rows {
		from := 0.0
		for j, part := range row.parts {
			label, style := wholePercent(part), l.text
			style.Color = l.colours[j]
			lines := []vg.Length{x(row.due[0]), x(row.due[1])}
			if at, ok := between(x(from), x(from+part), style.Width(label), lines); ok && row.name != "" {
				middle(c, label, style, draw.XCenter, at, y(float64(i)))
			}
			from += part
		}
	}
}

// between is the middle of a text of a width in the middle of the widest free
// space from left to right; ok is false if there is none with room. The lines are
// in ascending order.
func between(left, right, width vg.Length, lines []vg.Length) (at vg.Length, ok bool) {
	const gap vg.Length = 2
	var widest vg.Length
	from := left
	for _, to := range append(lines, right) {
		to = max(left, min(to, right))
		if to-from > widest {
			widest, at = to-from, (from+to)/2
		}
		from = to
	}
	return at, widest >= width+2*gap
}

// wholePercent writes a fraction without decimals: "36%". Only none and all read as 0
// and 100%.
func wholePercent(f float64) string { return chanceText(scenario.ToPercent(f)) + "%" }
