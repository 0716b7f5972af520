package plotting

import (
	"image/color"
	"slices"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"github.com/pledgesim/pledgesim/scenario"
)

// columns is a chart of columns over years, up or down from 0: one in each year,
// or one for each scenario side by side. A year without a figure is a gap.
type columns struct {
	first, last int    // years of the axis
	base        int    // base year; 0: nothing is published
	since       string // what stands over the end of the base year, as in a timeChart
	series      []scenario.Series
	colours     []int // of the series, by index in the theme
	deadlines   []int
	ticks       func(room int) plot.Ticker // of the value axis
	label       string                     // over the last column of a single series; may be empty
}

const (
	columnPart           = 0.8 // of a year that its columns take
	columnRim  vg.Length = 0.9 // of hollow columns
)

func (c *columns) height(t Theme, width vg.Length) (least, like vg.Length) {
	_, marks := c.build(t, vg.Point{X: width, Y: likePanel})
	return axes(t, marks) + leastPanel, axes(t, marks) + likePanel
}

// width has room for a column of a point in each year.
func (c *columns) width(t Theme) vg.Length {
	panel := max(leastYears(t), vg.Length(len(c.series)*(c.last-c.first+1))/columnPart)
	return t.small(t.Ink).Width("-10,000") + panel
}

func (c *columns) panels(t Theme, size vg.Point) []panel {
	p, _ := c.build(t, size)
	return alone(p, size)
}

// build also gives the marks, as that of a timeChart does.
func (c *columns) build(t Theme, size vg.Point) (*plot.Plot, *marks) {
	p := newPlot(t)
	p.X.Min, p.X.Max = float64(c.first)-0.6, float64(c.last)+0.6
	p.X.Tick.Marker, p.X.Tick.Length = YearTicks{}, yearTick
	p.Y.Min, p.Y.Max, p.Y.Padding = 0, 0, 5.5
	for _, s := range c.series {
		for _, v := range s.All() {
			p.Y.Min, p.Y.Max = min(p.Y.Min, v), max(p.Y.Max, v)
		}
	}
	if p.Y.Max == p.Y.Min {
		p.Y.Max = scenario.Percent // all columns are 0, and an axis needs a length
	}
	marks, label := c.marks(t), c.lastLabel(t)
	height := size.Y - axes(t, marks)
	if label != nil {
		label.makeRoom(p, height)
	}
	p.Y.Tick.Marker = c.ticks(int(height / (2.2 * t.SmallSize)))
	p.Y.AutoRescale = true
	bars := c.bars(t)
	p.Add(&plotter.Grid{Horizontal: solid(t.Rule, 0.6)}, marks)
	for _, bar := range slices.Concat(bars...) {
		p.Add(bar)
	}
	p.Add(&plotter.Line{XYs: plotter.XYs{{X: p.X.Min}, {X: p.X.Max}}, LineStyle: solid(t.quiet(), 0.9)})
	if label != nil {
		p.Add(label)
	}
	panel := panelOf(p, size)
	abreast(bars, columnPart*panel.X/vg.Length(p.X.Max-p.X.Min))
	p.X.Tick.Marker = YearTicks{Most: yearRoom(t, panel.X)}
	marks.fit(p, panel.X)
	return p, marks
}

// marks are the end of the published years, between two columns, and the deadlines.
func (c *columns) marks(t Theme) *marks {
	return &marks{text: t.small(t.Muted), marks: yearMarks(t, c.since, c.base, float64(c.base)+0.5, c.deadlines, mark{})}
}

// bars are the columns of each series, without a width yet.
func (c *columns) bars(t Theme) [][]*plotter.BarChart {
	all := make([][]*plotter.BarChart, len(c.series))
	for i, s := range c.series {
		for o := range s.Observations() {
			if o.Value == 0 {
				continue // not even a rim
			}
			fill, rim := columnColours(t, c.colours[i], o.Status, c.base > 0)
			all[i] = append(all[i], &plotter.BarChart{Values: plotter.Values{o.Value}, XMin: float64(o.Year), Color: fill, LineStyle: rim})
		}
	}
	return all
}

// abreast gives columns their places and widths in a year, of which they take a
// width together.
func abreast(bars [][]*plotter.BarChart, width vg.Length) {
	width /= vg.Length(len(bars))
	for i, series := range bars {
		for _, bar := range series {
			bar.Width = width - bar.LineStyle.Width
			bar.Offset = (vg.Length(i) - vg.Length(len(bars)-1)/2) * width
		}
	}
}

// columnColours are those of a column and its rim: hollow for an estimate of the
// source, and where there are published columns, lighter for a projected one.
func columnColours(t Theme, i int, s scenario.Status, published bool) (color.Color, draw.LineStyle) {
	none := solid(t.Background, 0)
	switch {
	case s == scenario.Estimated:
		return t.Background, solid(t.Colours[i], columnRim)
	case s == scenario.Projected && published:
		return mix(t.Colours[i], t.Background, 0.5), none
	}
	return t.Colours[i], none
}

// lastLabel is the text at the end of the last column; it is nil if there is none.
func (c *columns) lastLabel(t Theme) *columnLabel {
	if c.label == "" || len(c.series) != 1 || c.series[0].Empty() {
		return nil
	}
	last, _ := c.series[0].Observe(c.series[0].Last())
	return &columnLabel{end: plotter.XY{X: float64(last.Year), Y: last.Value}, label: c.label,
		text: t.label(readable(t.Colours[c.colours[0]], t.Ink, t.Background)), seam: t.Background}
}

// A columnLabel is a text over the end of a column, or under one that hangs down.
// It implements [plot.Plotter], and [plot.GlyphBoxer] to make room at the right.
type columnLabel struct {
	end   plotter.XY
	label string
	text  text.Style
	seam  color.Color // under the text
}

// columnLabelGap is the distance between the end of a column and its label.
const columnLabelGap vg.Length = 3

// height is what the label takes beyond the column.
func (l *columnLabel) height() vg.Length { return capHeight(l.text) + 2*columnLabelGap }

// makeRoom lets the axis of a panel of a height reach beyond the label.
func (l *columnLabel) makeRoom(p *plot.Plot, height vg.Length) {
	room := (p.Y.Max - p.Y.Min) * float64(l.height()/max(height, leastPanel))
	if l.end.Y < 0 {
		p.Y.Min = min(p.Y.Min, l.end.Y-room)
	} else {
		p.Y.Max = max(p.Y.Max, l.end.Y+room)
	}
}

// Plot writes the label.
func (l *columnLabel) Plot(c draw.Canvas, p *plot.Plot) {
	x, y := p.Transforms(&c)
	at, half := vg.Point{X: x(l.end.X), Y: y(l.end.Y) + columnLabelGap}, l.text.Width(l.label)/2
	if l.end.Y < 0 {
		at.Y -= l.height()
	}
	c.SetColor(l.seam)
	c.Fill(rect(at.X-half-1, at.Y-1.5, at.X+half+1, at.Y+capHeight(l.text)+1.5).Path())
	write(c, l.label, l.text, draw.XCenter, at.X, at.Y)
}

// GlyphBoxes is the width of the label.
func (l *columnLabel) GlyphBoxes(p *plot.Plot) []plot.GlyphBox {
	half := l.text.Width(l.label) / 2
	return []plot.GlyphBox{{X: p.X.Norm(l.end.X), Rectangle: rect(-half, 0, half, 0)}}
}
