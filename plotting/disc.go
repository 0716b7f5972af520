package plotting

import (
	"image/color"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// A disc is a [draw.GlyphDrawer]: a dot with a thin rim in the colour of the
// background, so that dots that touch can be told apart.
type disc struct {
	rim    color.Color
	hollow bool
}

// discRim is the width of the rim, outside the radius.
const discRim vg.Length = 0.6

// DrawGlyph draws the dot in the colour and with the radius of a style.
func (d disc) DrawGlyph(c *draw.Canvas, style draw.GlyphStyle, at vg.Point) {
	circle := func(shade color.Color, radius vg.Length) {
		c.DrawGlyphNoClip(draw.GlyphStyle{Color: shade, Radius: radius, Shape: draw.CircleGlyph{}}, at)
	}
	circle(d.rim, style.Radius+discRim)
	circle(style.Color, style.Radius)
	if d.hollow {
		circle(d.rim, style.Radius-1.1)
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
