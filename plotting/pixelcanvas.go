package plotting

import (
	"image"
	"image/color"
	imagedraw "image/draw"
	"math"

	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/vgimg"
)

// A pixelCanvas is a canvas of vgimg that keeps the letters it has drawn. vgimg
// draws the outline of each letter anew, with a kerning that depends on the
// resolution. Here lines of text stand on whole pixels, so that all are equally
// sharp, and letters within an eighth of a pixel of their place.
type pixelCanvas struct {
	*vgimg.Canvas
	page   *image.RGBA
	states []state
	fonts  map[font.Font]*lettering
}

// A state of a canvas is what Push keeps and Pop brings back.
type state struct {
	ink   color.Color
	moved bool // what is drawn is turned, moved or enlarged
}

// A lettering is the letters of a font in a size and a resolution.
type lettering struct {
	measures *measures
	shapes   map[standing]*image.Alpha
	draw     func(standing) *image.Alpha
}

// A standing letter begins some quarters of a pixel after a whole one.
type standing struct {
	letter   rune
	quarters int
}

func newPixelCanvas(c *vgimg.Canvas, page *image.RGBA) *pixelCanvas {
	return &pixelCanvas{Canvas: c, page: page, states: []state{{ink: color.Black}}, fonts: map[font.Font]*lettering{}}
}

func (c *pixelCanvas) state() *state { return &c.states[len(c.states)-1] }

// SetColor sets the colour of lines, areas and text.
func (c *pixelCanvas) SetColor(ink color.Color) {
	if ink == nil {
		ink = color.Black
	}
	c.state().ink = ink
	c.Canvas.SetColor(ink)
}

// Push keeps the state.
func (c *pixelCanvas) Push() {
	c.states = append(c.states, *c.state())
	c.Canvas.Push()
}

// Pop goes back to the state kept last.
func (c *pixelCanvas) Pop() {
	c.states = c.states[:len(c.states)-1]
	c.Canvas.Pop()
}

// Rotate turns what is drawn from here on.
func (c *pixelCanvas) Rotate(angle float64) {
	c.state().moved = true
	c.Canvas.Rotate(angle)
}

// Translate moves what is drawn from here on.
func (c *pixelCanvas) Translate(by vg.Point) {
	c.state().moved = true
	c.Canvas.Translate(by)
}

// Scale enlarges what is drawn from here on.
func (c *pixelCanvas) Scale(x, y float64) {
	c.state().moved = true
	c.Canvas.Scale(x, y)
}

// FillString sets text. Where something is turned, moved or enlarged, it is left
// to vgimg: nothing in this package is.
func (c *pixelCanvas) FillString(face font.Face, at vg.Point, s string) {
	if c.state().moved || face.Font.Size == 0 {
		c.Canvas.FillString(face, at, s)
		return
	}
	l, ok := c.fonts[face.Font]
	if !ok {
		l = &lettering{newMeasures(face), map[standing]*image.Alpha{}, outlines(face, c.DPI())}
		c.fonts[face.Font] = l
	}
	ink := image.NewUniform(c.state().ink)
	foot := c.page.Rect.Max.Y - int(math.Round(at.Y.Dots(c.DPI())))
	before := rune(-1)
	for _, letter := range s {
		if before >= 0 {
			at.X += l.measures.kern(before, letter)
		}
		quarters := int(math.Round(4 * at.X.Dots(c.DPI())))
		shape := l.shape(standing{letter, quarters & 3})
		place := shape.Rect.Add(image.Pt(quarters>>2, foot))
		imagedraw.DrawMask(c.page, place, ink, image.Point{}, shape, shape.Rect.Min, imagedraw.Over)
		at.X += l.measures.width(letter)
		before = letter
	}
}

// shape is a letter as it covers pixels, when its line begins at the origin.
func (l *lettering) shape(s standing) *image.Alpha {
	shape, ok := l.shapes[s]
	if !ok {
		shape = l.draw(s)
		l.shapes[s] = shape
	}
	return shape
}

// outlines gives a function that draws the letters of a font.
func outlines(face font.Face, dpi float64) func(standing) *image.Alpha {
	outlines := face.FontFace(dpi)
	return func(s standing) *image.Alpha {
		box, _, _ := outlines.GlyphBounds(s.letter)
		origin := box.Min // whose type is that of golang.org/x/image/math/fixed, in sixty-fourths
		origin.X, origin.Y = 0, 0
		for range s.quarters {
			origin.X += 16
		}
		place, mask, corner, _, ok := outlines.Glyph(origin, s.letter)
		if !ok {
			return image.NewAlpha(image.Rectangle{})
		}
		shape := image.NewAlpha(place)
		imagedraw.Draw(shape, place, mask, corner, imagedraw.Src)
		return shape
	}
}
