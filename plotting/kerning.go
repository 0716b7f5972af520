package plotting

import (
	"math"
	"strings"

	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
)

// plain is the plain text handler with kerning at every resolution. The font
// face behind images (golang.org/x/image/font/opentype) gives the kerning of a
// pair of letters as a number of pixels that does not depend on size and
// resolution: at 100 dots per inch the full stop of "GDP." disappears under the
// P, at 800 it stands apart. Kerned pairs are therefore drawn apart, each at
// its measured place.
type plain struct {
	text.Plain
	ruler *ruler
}

func newPlain(fonts *font.Cache) plain { return plain{text.Plain{Fonts: fonts}, newRuler(fonts)} }

// Extents gives the extents of a font.
func (h plain) Extents(f font.Font) font.Extents { return h.ruler.extents(f) }

// Box gives the size of a line as [text.Plain] does.
func (h plain) Box(line string, f font.Font) (width, height, depth vg.Length) {
	e := h.ruler.extents(f)
	return h.ruler.width(f, line), e.Ascent, e.Descent
}

// Draw draws text as [text.Plain] does.
func (h plain) Draw(c vg.Canvas, s string, style text.Style, at vg.Point) {
	if style.Rotation != 0 || strings.Contains(s, "\n") { // nothing in this package is turned or has lines
		h.Plain.Draw(c, s, style, at)
		return
	}
	if s == "" {
		return
	}
	width := func(s string) vg.Length { return h.ruler.width(style.Font, s) }
	_, ascent, descent := h.Box(s, style.Font)
	at.X += vg.Length(style.XAlign) * width(s)
	at.Y += vg.Length(style.YAlign)*(ascent+descent) - ascent + style.Font.Size
	face := h.Fonts.Lookup(style.Font, style.Font.Size)
	c.SetColor(style.Color)
	for _, p := range pieces(s, width) {
		c.FillString(face, vg.Point{X: at.X + p.x, Y: at.Y}, p.text)
	}
}

// A piece is a part of a line in which no two letters are kerned.
type piece struct {
	text string
	x    vg.Length // from the beginning of the line
}

// pieces breaks a line between kerned letters.
func pieces(s string, width func(string) vg.Length) []piece {
	const least = 1e-3 // points
	var all []piece
	start, x := 0, vg.Length(0)
	before := -1 // where the letter before begins
	for i, r := range s {
		if before >= 0 {
			letter, last := string(r), s[before:i]
			kern := width(last+letter) - width(last) - width(letter)
			if math.Abs(float64(kern)) > least {
				all = append(all, piece{s[start:i], x})
				x += width(s[start:i]) + kern
				start = i
			}
		}
		before = i
	}
	return append(all, piece{s[start:], x})
}
