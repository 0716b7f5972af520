package plotting

import (
	"image/color"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// A disc is a [draw.GlyphDrawer]: a dot, round or of another shape, with a thin
// rim in the colour of the background, so that dots that touch can be told apart.
type disc struct {
	rim    color.Color
	shape  draw.GlyphDrawer // nil: round
	hollow bool
}

// discRim is the width of the rim, outside the radius.
const discRim vg.Length = 0.6

// DrawGlyph draws the dot in the colour and with the radius of a style.
func (d disc) DrawGlyph(c *draw.Canvas, style draw.GlyphStyle, at vg.Point) {
	shape := d.shape
	if shape == nil {
		shape = draw.CircleGlyph{}
	}
	paint := func(shade color.Color, radius vg.Length) {
		c.DrawGlyphNoClip(draw.GlyphStyle{Color: shade, Radius: radius, Shape: shape}, at)
	}
	paint(d.rim, style.Radius+discRim)
	paint(style.Color, style.Radius)
	if d.hollow {
		paint(d.rim, style.Radius-1.1)
	}
}

// dot is the style of a disc in the theme.
func (t Theme) dot(c color.Color, radius vg.Length) draw.GlyphStyle {
	return draw.GlyphStyle{Color: c, Radius: radius, Shape: disc{rim: t.Background}}
}

// ring is the style of a hollow disc.
func (t Theme) ring(c color.Color, radius vg.Length) draw.GlyphStyle {
	return draw.GlyphStyle{Color: c, Radius: radius, Shape: disc{rim: t.Background, hollow: true}}
}

// dotOf is the dot of scenario i.
func (t Theme) dotOf(i int, radius vg.Length) draw.GlyphStyle {
	return draw.GlyphStyle{Color: t.Colours[i], Radius: radius, Shape: disc{rim: t.Background, shape: t.Shapes[i%len(t.Shapes)]}}
}

// speck is the style of a dot as wide as a line, which is seen only where a year
// stands alone.
func speck(c color.Color, width vg.Length) draw.GlyphStyle {
	return draw.GlyphStyle{Color: c, Radius: width / 2, Shape: draw.CircleGlyph{}}
}
