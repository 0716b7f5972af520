package plotting

import (
	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// A cellPlot draws the cells and what stands above them. It implements
// [plot.Plotter], and [plot.GlyphBoxer] to make the room above. A
// [plotter.HeatMap] has one scale of colours only and no seams.
type cellPlot struct {
	cells  *cells
	layout cellLayout
	theme  Theme
}

// Plot draws the headings, the cells and the frames around some of them.
func (d *cellPlot) Plot(c draw.Canvas, p *plot.Plot) {
	x, y := p.Transforms(&c)
	d.headings(c, x)
	box := func(row, column int) vg.Rectangle {
		return rect(x(float64(column)-0.5), y(float64(row)+0.5), x(float64(column)+0.5), y(float64(row)-0.5))
	}
	frame := draw.LineStyle{Color: d.theme.Ink, Width: 1.3}
	for i, row := range d.cells.rows {
		for k, one := range row.cells {
			d.cell(c, box(i, k), one, row.faint)
		}
	}
	last := len(d.cells.rows) - 1
	for k, column := range d.cells.columns {
		if column.mark != "" {
			foot := box(last, k)
			c.StrokeLines(frame, outline(rect(foot.Min.X, foot.Min.Y, foot.Max.X, box(0, k).Max.Y)))
		}
		for i, row := range d.cells.rows {
			if row.cells[k].framed {
				c.StrokeLines(frame, outline(box(i, k)))
			}
		}
	}
}

// cell draws one.
func (d *cellPlot) cell(c draw.Canvas, box vg.Rectangle, one cell, faint bool) {
	t := d.theme
	if faint {
		t = t.faint()
	}
	box = rect(box.Min.X+cellSeam/2, box.Min.Y+cellSeam/2, box.Max.X-cellSeam/2, box.Max.Y-cellSeam/2)
	one.tone.paint(c, t, box)
	style := t.label(textOn(one.tone.fill(t), t))
	if size := box.Size(); style.Width(one.text)+2*cellPad > size.X || size.Y < leading(style) {
		style = t.small(style.Color)
	}
	middle(c, one.text, style, draw.XCenter, (box.Min.X+box.Max.X)/2, (box.Min.Y+box.Max.Y)/2)
}

// headings writes what stands above the cells, the last lines next to them.
func (d *cellPlot) headings(c draw.Canvas, x func(float64) vg.Length) {
	style := d.theme.small(d.theme.Muted)
	at := func(lines int) vg.Length { // baseline of the first of several lines
		return c.Max.Y + markGap + vg.Length(lines-1)*leading(style)
	}
	free := c.Min.X // from where a mark is next to no other
	for k, lines := range d.layout.headings {
		middle := x(float64(k))
		for i, line := range lines {
			write(c, line, style, draw.XCenter, middle, at(len(lines)-i))
		}
		mark := d.cells.columns[k].mark
		if half := style.Width(mark) / 2; mark != "" && (middle-half >= free || k == 0) {
			write(c, mark, style, draw.XCenter, middle, at(len(lines)+1))
			free = middle + half + 2*cellPad
		}
	}
	most := d.layout.lines
	if n := len(d.layout.title); n > 0 {
		block(c, d.layout.title, style, c.Min.X, at(most+n)+ruleGap)
		rule := at(most) + ascent(style) + ruleGap/2
		c.StrokeLine2(solid(d.theme.quiet(), 0.6), c.Min.X+cellSeam/2, rule, c.Max.X-cellSeam/2, rule)
	}
	block(c, d.layout.corner, style, c.Min.X-d.layout.names.gap-d.layout.names.width, at(len(d.layout.corner)))
}

// GlyphBoxes is the room of the headings above the panel.
func (d *cellPlot) GlyphBoxes(*plot.Plot) []plot.GlyphBox {
	return []plot.GlyphBox{above(d.layout.header(d.theme))}
}

// outline is the line around a box.
func outline(box vg.Rectangle) []vg.Point {
	return []vg.Point{box.Min, {X: box.Max.X, Y: box.Min.Y}, box.Max, {X: box.Min.X, Y: box.Max.Y}, box.Min}
}
