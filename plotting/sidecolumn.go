package plotting

import (
	"image/color"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// A sideColumn is a tinted column beside the panel for what is not on the axis:
// "already", "not by 2040". It implements [plot.Plotter], and [plot.GlyphBoxer]
// to make the room beside and above the panel.
type sideColumn struct {
	right   bool // of the panel; otherwise left of it
	heading [2]string
	text    text.Style
	tint    color.Color
	gap     vg.Length // between panel and column
	width   vg.Length
}

// Plot draws column and heading.
func (s *sideColumn) Plot(c draw.Canvas, _ *plot.Plot) {
	left, right := s.sides(c.Min.X, c.Max.X)
	c.SetColor(s.tint)
	c.Fill(rect(left, c.Min.Y, right, c.Max.Y).Path())
	for i, line := range s.heading {
		write(c, line, s.text, draw.XCenter, (left+right)/2, c.Max.Y+markGap+vg.Length(1-i)*leading(s.text))
	}
}

// GlyphBoxes is the room beside and above the panel.
func (s *sideColumn) GlyphBoxes(*plot.Plot) []plot.GlyphBox {
	left, right := s.sides(0, 0)
	beside := plot.GlyphBox{Rectangle: rect(left, 0, right, 0)}
	if s.right {
		beside.X = 1
	}
	return []plot.GlyphBox{beside, above(s.header())}
}

// header is the height of the heading, above the panel.
func (s *sideColumn) header() vg.Length { return markGap + 2*leading(s.text) }

// sides gives the sides of the column beside a panel.
func (s *sideColumn) sides(panelLeft, panelRight vg.Length) (left, right vg.Length) {
	if s.right {
		return panelRight + s.gap, panelRight + s.gap + s.width
	}
	return panelLeft - s.gap - s.width, panelLeft - s.gap
}

// A sideTexts are texts in the rows of a sideColumn. They implement
// [plot.Plotter].
type sideTexts struct {
	column *sideColumn
	texts  []string // by row
	text   text.Style
	colour func(row int) color.Color // nil: that of text
}

// Plot writes the texts.
func (s *sideTexts) Plot(c draw.Canvas, p *plot.Plot) {
	_, y := p.Transforms(&c)
	left, right := s.column.sides(c.Min.X, c.Max.X)
	for i, text := range s.texts {
		middle(c, text, inRow(s.text, s.colour, i), draw.XCenter, (left+right)/2, y(float64(i)))
	}
}

// A sideDots are dots of one colour in a sideColumn. They implement
// [plot.Plotter].
type sideDots struct {
	column *sideColumn
	rows   []float64 // values of the vertical axis
	lane   vg.Length // distance from the middle of the column
	glyph  draw.GlyphStyle
}

// Plot draws the dots.
func (d *sideDots) Plot(c draw.Canvas, p *plot.Plot) {
	_, y := p.Transforms(&c)
	left, right := d.column.sides(c.Min.X, c.Max.X)
	for _, row := range d.rows {
		c.DrawGlyphNoClip(d.glyph, vg.Point{X: (left+right)/2 + d.lane, Y: y(row)})
	}
}
