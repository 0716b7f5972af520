package plotting

import (
	"image/color"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// tornadoBars are the bars and the texts beside them. They implement
// [plot.Plotter].
type tornadoBars struct {
	*tornado
	theme Theme
}

// x is where a spot lies on the axis: at the sides if it is in a column.
func (b *tornadoBars) x(p *plot.Plot, s spot) float64 {
	switch s.where {
	case already:
		return p.X.Min
	case never:
		return p.X.Max
	}
	return float64(s.year)
}

// Plot draws the bars, the furthest value of each side first, so that nearer ones
// lie on top.
func (b *tornadoBars) Plot(c draw.Canvas, p *plot.Plot) {
	x, y := p.Transforms(&c)
	base := x(b.x(p, b.base))
	half := min(0.31*(y(0)-y(1)), 1.1*b.theme.TextSize)
	for i, row := range b.rows {
		middleY := y(float64(i))
		for _, sign := range []int{-1, 1} {
			bars := row.bars(b.base, sign)
			for _, v := range bars {
				b.bar(c, v, base, x(b.x(p, v.at)), middleY, half)
			}
			end, text := base, b.theme.label(b.theme.Muted)
			if len(bars) > 0 {
				end, text.Color = x(b.x(p, bars[0].at)), readable(b.colour(bars[0]), b.theme.Ink, b.theme.Background)
			}
			b.write(c, row.text(b.base, sign), text, sign, end, middleY)
			if v, ok := row.onBar(b.base, sign); ok {
				b.writeOn(c, v, bars[0], base, x(float64(v.at.year)), end, middleY)
			}
		}
		for _, v := range row.values {
			if row.between(v, b.base) {
				c.DrawGlyphNoClip(b.theme.dot(b.theme.Ink, 1.7), vg.Point{X: x(float64(v.at.year)), Y: middleY})
			}
		}
	}
}

// write sets a text beside the end of a bar, on a patch of the background that
// covers the grid.
func (b *tornadoBars) write(c draw.Canvas, s string, style text.Style, sign int, end, y vg.Length) {
	if s == "" {
		return
	}
	at := end + vg.Length(sign)*tornadoGap
	far := at + vg.Length(sign)*style.Width(s)
	c.SetColor(b.theme.Background)
	c.Fill(rect(min(at, far), y-capHeight(style), max(at, far), y+capHeight(style)).Path())
	middle(c, s, style, outward(sign), at, y)
}

// outward is the alignment of a text that leads away from the base.
func outward(sign int) draw.XAlignment {
	if sign < 0 {
		return draw.XRight
	}
	return draw.XLeft
}

// bar draws the bar of a value, with an arrow into a column.
func (b *tornadoBars) bar(c draw.Canvas, v tornadoValue, base, at, y, half vg.Length) {
	tip := at
	switch v.at.where {
	case already:
		tip -= columnGap
	case never:
		tip += columnGap
	}
	var bar vg.Path
	bar.Move(vg.Point{X: base, Y: y + half})
	bar.Line(vg.Point{X: at, Y: y + half})
	bar.Line(vg.Point{X: tip, Y: y})
	bar.Line(vg.Point{X: at, Y: y - half})
	bar.Line(vg.Point{X: base, Y: y - half})
	bar.Close()
	c.SetColor(b.colour(v))
	c.Fill(bar)
}

// writeOn writes a value on a bar that goes on to the end: before its year if there
// is room, otherwise after it.
func (b *tornadoBars) writeOn(c draw.Canvas, v, beyond tornadoValue, base, at, end, y vg.Length) {
	sign, under := 1, beyond
	if end < base {
		sign = -1
	}
	if own := vg.Length(sign) * (at - base); own >= b.theme.label(b.theme.Ink).Width(v.withYear())+2*tornadoGap {
		sign, under = -sign, v
	}
	middle(c, v.withYear(), b.theme.label(inkOn(b.colour(under))), outward(sign), at+vg.Length(sign)*tornadoGap, y)
}

// colour is that of the first scenario for low values and of the second for high
// ones.
func (b *tornadoBars) colour(v tornadoValue) color.Color {
	if v.high {
		return b.theme.Colours[1]
	}
	return b.theme.Colours[0]
}
