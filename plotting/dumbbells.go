package plotting

import (
	"image/color"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
)

// dumbbells is a chart with a row for each member: two dots, joined by a line,
// and a text in a column at the right. Values far from all others end in an arrow
// with the number.
type dumbbells struct {
	rows    []dumbbell
	heading [2]string // of the column
	bright  spotlight
}

// A dumbbell is a row: the values of its dots, in the colours of the first and the
// second scenario, and its text. A value that is NaN has no dot.
type dumbbell struct {
	code, name string
	values     [2]float64 // percentage points
	text       string
}

func (d *dumbbells) cast() []player {
	cast := make([]player, len(d.rows))
	for i, row := range d.rows {
		cast[i] = player{row.code, row.name}
	}
	return cast
}

func (d *dumbbells) lit(codes []string) chart {
	copied := *d
	copied.bright = lightOn(codes)
	return &copied
}

// colours is 0: colours are those of the two values.
func (d *dumbbells) colours() int { return 0 }

const (
	dumbbellRadius vg.Length = 3.2
	leastDumbbells vg.Length = 110 // width of the panel without what stands for far values
)

func (d *dumbbells) height(t Theme, width vg.Length) (least, like vg.Length) {
	_, header := d.build(t, vg.Point{X: width})
	axes := axisHeight(t, 0) + header
	n := vg.Length(len(d.rows))
	return axes + n*leastRow(t), axes + n*rowHeight(t, len(d.rows))
}

// width has room for the names, the column, dots that can be compared and the
// numbers of far values.
func (d *dumbbells) width(t Theme) vg.Length {
	column := d.column(t)
	far := d.far(t)
	return leastNameWidth(d.names(), t.label(t.Ink), nameGap+leastDumbbells+far.width(left)+far.width(right)+column.gap+column.width)
}

func (d *dumbbells) names() []string {
	names := make([]string, len(d.rows))
	for i, row := range d.rows {
		names[i] = row.name
	}
	return names
}

func (d *dumbbells) texts() []string {
	texts := make([]string, len(d.rows))
	for i, row := range d.rows {
		texts[i] = row.text
	}
	return texts
}

// column is that of the texts.
func (d *dumbbells) column(t Theme) *sideColumn {
	width := max(widest(d.heading[:], t.small(t.Muted)), widest(d.texts(), t.label(t.Ink)))
	return &sideColumn{right: true, heading: d.heading, text: t.small(t.Muted), tint: t.Tint, gap: columnGap + dumbbellRadius, width: width + 10}
}

// far are the values that lie too far out for the axis.
func (d *dumbbells) far(t Theme) *farValues {
	f := &farValues{text: t.small(t.Ink), seam: t.Background}
	var all []float64
	for _, row := range d.rows {
		all = append(all, row.values[:]...)
	}
	f.low, f.high = bulk(all)
	for _, row := range d.rows {
		var values [2]farValue
		for i, v := range row.values {
			values[i] = farValue{v, d.colour(t, i, row)}
		}
		f.rows = append(f.rows, values)
	}
	return f
}

// colour is that of one of the two dots of a row.
func (d *dumbbells) colour(t Theme, i int, row dumbbell) color.Color {
	if d.bright.on(row.code) {
		return t.Colours[i]
	}
	return t.quiet()
}

func (d *dumbbells) panels(t Theme, size vg.Point) []panel {
	p, _ := d.build(t, size)
	return alone(p, size)
}

// build also gives the height of what stands above the panel.
func (d *dumbbells) build(t Theme, size vg.Point) (p *plot.Plot, header vg.Length) {
	p = newPlot(t)
	setRows(p, len(d.rows))
	ink := func(row int) color.Color { return d.bright.text(d.rows[row].code, t) }
	column, far := d.column(t), d.far(t)
	names := newRowNames(d.names(), t.label(t.Ink), size.X, nameGap)
	names.colour = ink
	p.Add(names, column, &sideTexts{column: column, texts: d.texts(), text: t.label(t.Ink), colour: ink})

	width := panelOf(p, size).X
	margin := (far.high - far.low) * float64(dumbbellRadius+1) / float64(leastDumbbells)
	p.X.Min, p.X.Max = widened(far.low-margin, far.high+margin, width, far.width(left), far.width(right))
	ticks := signedTicks{from: far.low, to: far.high, most: int(width / (t.small(t.Ink).Width("+0.00") + yearGap))}
	p.X.Tick.Marker = ticks
	header = column.header()
	if len(d.rows) >= manyRows {
		above := &marks{text: t.small(t.Muted), over: t.small(t.Muted).Width("+0.00") / 2}
		for _, tick := range ticks.Ticks(0, 0) {
			above.marks = append(above.marks, mark{x: tick.Value, value: tick.Label, style: solid(t.Rule, 0)})
		}
		p.Add(above)
	}
	p.Add(&plotter.Grid{Vertical: solid(t.Rule, 0.6)},
		&rowRules{rows: len(d.rows), style: solid(t.Rule, 0.5)},
		&plotter.Line{XYs: plotter.XYs{{Y: p.Y.Min}, {Y: p.Y.Max}}, LineStyle: solid(t.Muted, 0.9)})
	d.addDots(p, t, far)
	p.Add(far)
	return p, header
}

// addDots adds the dots and the lines that join them; that of the second value
// lies on top.
func (d *dumbbells) addDots(p *plot.Plot, t Theme, far *farValues) {
	for n, row := range d.rows {
		y := float64(n)
		if ends := far.within(p, row.values); len(ends) == 2 {
			p.Add(&plotter.Line{XYs: plotter.XYs{{X: ends[0], Y: y}, {X: ends[1], Y: y}}, LineStyle: solid(t.quiet(), 1.6)})
		}
		for i, v := range row.values {
			if far.side(v) == inside {
				glyph := t.dotOf(i, dumbbellRadius)
				glyph.Color = d.colour(t, i, row)
				p.Add(&plotter.Scatter{XYs: plotter.XYs{{X: v, Y: y}}, GlyphStyle: glyph})
			}
		}
	}
}
