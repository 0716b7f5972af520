package plotting

import (
	"image/color"
	"math"

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

// A polygon is a [draw.GlyphDrawer]: a regular one, filled, about as large as a
// circle of the radius.
type polygon struct {
	corners int
	turn    float64 // from a corner on top, in sides
}

// DrawGlyph draws the polygon in the colour and with the radius of a style.
func (g polygon) DrawGlyph(c *draw.Canvas, style draw.GlyphStyle, at vg.Point) {
	n := float64(g.corners)
	radius := style.Radius * vg.Length(math.Sqrt(2*math.Pi/(n*math.Sin(2*math.Pi/n)))) // of the same area
	var path vg.Path
	for i := range g.corners {
		sin, cos := math.Sincos(math.Pi/2 + 2*math.Pi*(float64(i)+g.turn)/n)
		corner := vg.Point{X: at.X + radius*vg.Length(cos), Y: at.Y + radius*vg.Length(sin)}
		if i == 0 {
			path.Move(corner)
		} else {
			path.Line(corner)
		}
	}
	path.Close()
	c.SetColor(style.Color)
	c.Fill(path)
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
