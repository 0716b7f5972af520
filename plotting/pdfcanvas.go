package plotting

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/color"
	"math"
	"slices"
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
	alphas    []uint16 // of colours, where there are translucent ones
	stack     []pdfState
	err       error
}

// pdfState is what of the state of a canvas one must know.
type pdfState struct {
	width vg.Length // of lines
	alpha uint16    // of colours
}

func newPDFCanvas() *pdfCanvas {
	c := &pdfCanvas{stack: []pdfState{{alpha: math.MaxUint16}}}
	c.put("j", 1) // round joins, as in images
	vg.Initialize(c)
	return c
}

// state is the present state.
func (c *pdfCanvas) state() *pdfState { return &c.stack[len(c.stack)-1] }

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
	c.state().width = w
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
	v := color.NRGBA64Model.Convert(colour).(color.NRGBA64)
	share := func(of uint16) float64 { return float64(of) / math.MaxUint16 }
	c.put("rg", share(v.R), share(v.G), share(v.B))
	c.put("RG", share(v.R), share(v.G), share(v.B))
	if v.A == c.state().alpha {
		return
	}
	c.state().alpha = v.A
	if !slices.Contains(c.alphas, v.A) {
		c.alphas = append(c.alphas, v.A)
	}
	c.put(fmt.Sprintf("/A%d gs", v.A))
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

// Push keeps the state for Pop.
func (c *pdfCanvas) Push() {
	c.stack = append(c.stack, *c.state())
	c.put("q")
}

// Pop goes back to the state kept last.
func (c *pdfCanvas) Pop() {
	c.stack = c.stack[:len(c.stack)-1]
	c.put("Q")
}

// Stroke draws a line; without a width it is none.
func (c *pdfCanvas) Stroke(p vg.Path) {
	if c.state().width > 0 && len(p) > 0 {
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

// DrawImage is an error: no chart of this package has an image in it.
func (c *pdfCanvas) DrawImage(vg.Rectangle, image.Image) {
	c.err = errors.New("an image cannot be put into a PDF file: use png or svg")
}
