package plotting

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/color"
	"math"
	"strconv"
	"strings"

	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
)

// pdfCanvas is a canvas of gonum/plot that writes what is drawn as the content
// of a page of a PDF file: both have their origin at the foot of the page on
// the left, points as the unit, and a stack of states. What it cannot draw is
// an error.
type pdfCanvas struct {
	content   bytes.Buffer
	alphabets alphabets
	widths    []vg.Length // of lines, in the states of the stack
	err       error
}

func newPDFCanvas() *pdfCanvas {
	c := &pdfCanvas{widths: make([]vg.Length, 1)}
	c.put("j", 1) // round joins, as in images
	vg.Initialize(c)
	return c
}

// put writes numbers and the operator they are for.
func (c *pdfCanvas) put(operator string, numbers ...float64) {
	for _, x := range numbers {
		c.content.WriteString(decimal(x) + " ")
	}
	c.content.WriteString(operator + "\n")
}

// decimal writes a number without an exponent, which PDF does not know, to a
// ten-thousandth.
func decimal(x float64) string {
	s := strings.TrimRight(strconv.FormatFloat(x, 'f', 4, 64), "0")
	if s = strings.TrimSuffix(s, "."); s == "-0" {
		return "0"
	}
	return s
}

// SetLineWidth sets the width of lines.
func (c *pdfCanvas) SetLineWidth(w vg.Length) {
	c.widths[len(c.widths)-1] = w
	c.put("w", w.Points())
}

// SetLineDash sets the dashes of lines.
func (c *pdfCanvas) SetLineDash(dashes []vg.Length, offset vg.Length) {
	c.content.WriteString("[ ")
	for _, d := range dashes {
		c.content.WriteString(decimal(d.Points()) + " ")
	}
	c.content.WriteString("] ")
	c.put("d", offset.Points())
}

// SetColor sets the colour of lines, areas and text.
func (c *pdfCanvas) SetColor(colour color.Color) {
	if colour == nil {
		colour = color.Black
	}
	if err := checkOpaque("a colour", colour); err != nil {
		c.fail(err)
	}
	r, g, b, _ := colour.RGBA()
	share := func(v uint32) float64 { return float64(v) / math.MaxUint16 }
	c.put("rg", share(r), share(g), share(b))
	c.put("RG", share(r), share(g), share(b))
}

// Rotate turns what is drawn from here on.
func (c *pdfCanvas) Rotate(angle float64) {
	sin, cos := math.Sincos(angle)
	c.put("cm", cos, sin, -sin, cos, 0, 0)
}

// Translate moves what is drawn from here on.
func (c *pdfCanvas) Translate(by vg.Point) { c.put("cm", 1, 0, 0, 1, by.X.Points(), by.Y.Points()) }

// Scale enlarges what is drawn from here on.
func (c *pdfCanvas) Scale(x, y float64) { c.put("cm", x, 0, 0, y, 0, 0) }

// Push keeps the state, Pop goes back to it.
func (c *pdfCanvas) Push() {
	c.widths = append(c.widths, c.widths[len(c.widths)-1])
	c.put("q")
}

// Pop goes back to the state kept last.
func (c *pdfCanvas) Pop() {
	c.widths = c.widths[:len(c.widths)-1]
	c.put("Q")
}

// Stroke draws a line; without a width it is none.
func (c *pdfCanvas) Stroke(p vg.Path) {
	if c.widths[len(c.widths)-1] > 0 && len(p) > 0 {
		c.path(p)
		c.put("S")
	}
}

// Fill draws an area.
func (c *pdfCanvas) Fill(p vg.Path) {
	if len(p) > 0 {
		c.path(p)
		c.put("f")
	}
}

// FillString sets text. Kerned pairs are set apart, because the file has no
// kerning.
func (c *pdfCanvas) FillString(face font.Face, at vg.Point, s string) {
	if face.Font.Size == 0 || s == "" {
		return
	}
	a, place := c.alphabets.of(face, s)
	c.put("BT")
	c.put(fmt.Sprintf("/F%d %s Tf", place, decimal(face.Font.Size.Points())))
	for _, p := range pieces(s, face.Width) {
		c.put("Tm", 1, 0, 0, 1, (at.X + p.x).Points(), at.Y.Points())
		c.content.WriteString("<")
		for _, r := range p.text {
			fmt.Fprintf(&c.content, "%04X", a.number[r])
		}
		c.content.WriteString("> Tj\n")
	}
	c.put("ET")
}

// DrawImage is an error: no chart has an image in it.
func (c *pdfCanvas) DrawImage(vg.Rectangle, image.Image) {
	c.fail(errors.New("an image cannot be put into a PDF file: use png"))
}

// fail keeps the first error.
func (c *pdfCanvas) fail(err error) {
	if c.err == nil {
		c.err = err
	}
}
