package plotting

import (
	"image/color"
	"slices"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// A tone is the colour of a cell in a table.
type tone struct {
	kind  toneKind
	depth float64 // of a shade: 0 is the palest, 1 the strongest
}

// A toneKind is one of the colours of cells. They also differ without colour:
// the first by lightness, the last by its hatching.
type toneKind uint8

const (
	bare    toneKind = iota // as the background
	shade                   // the first colour, from pale to strong
	counter                 // the second colour, likewise
	deepest                 // the first colour, stronger than any shade
	missed                  // hatched in the second colour
)

// The parts of a colour in the palest shade, and in the ground and the lines of
// hatching.
const (
	palest      = 0.1
	hatchGround = 0.1
	hatchLine   = 0.32
)

// strongest is the part of a colour in its strongest shade, on which text in the
// ink of the theme can still be read.
func strongest(c color.Color, t Theme) float64 {
	part := 0.9
	for part > 2*palest && contrast(t.Ink, mix(t.Background, c, part)) < 4.5 {
		part -= 0.02
	}
	return part
}

// fill is the colour of a cell, under the lines if it is hatched.
func (n tone) fill(t Theme) color.Color {
	shaded := func(c color.Color) color.Color {
		return mix(t.Background, c, palest+(strongest(c, t)-palest)*n.depth)
	}
	switch n.kind {
	case shade:
		return shaded(t.Colours[0])
	case counter:
		return shaded(t.Colours[1])
	case deepest:
		return mix(t.Colours[0], t.Ink, 0.55)
	case missed:
		return mix(t.Background, t.Colours[1], hatchGround)
	default:
		return t.Background
	}
}

// lines is the colour of hatching.
func (n tone) lines(t Theme) color.Color { return mix(t.Background, t.Colours[1], hatchLine) }

// paint fills a box.
func (n tone) paint(c draw.Canvas, t Theme, box vg.Rectangle) {
	c.SetColor(n.fill(t))
	c.Fill(box.Path())
	if n.kind == missed {
		c.StrokeLines(solid(n.lines(t), 0.9), hatch(box)...)
	}
}

// hatchStep is the distance of hatching lines, measured along a side of the box.
const hatchStep vg.Length = 6

// hatch gives lines that rise through a box at 45 degrees. They lie on the same
// lines of the page in every box, so that boxes side by side are hatched as one.
func hatch(box vg.Rectangle) [][]vg.Point {
	var lines [][]vg.Point
	first := int((box.Min.X-box.Max.Y)/hatchStep) - 1
	for i := first; ; i++ {
		rise := -vg.Length(i) * hatchStep // of y over x
		left, right := max(box.Min.X, box.Min.Y-rise), min(box.Max.X, box.Max.Y-rise)
		switch {
		case left >= box.Max.X:
			return lines
		case left < right:
			lines = append(lines, []vg.Point{{X: left, Y: left + rise}, {X: right, Y: right + rise}})
		}
	}
}

// faint is the theme of cells that do not stand out: light grey in every colour.
func (t Theme) faint() Theme {
	t.Colours = slices.Repeat([]color.Color{mix(t.quiet(), t.Background, 0.45)}, len(t.Colours))
	return t
}

// textOn is the colour of text on another: that of the theme or its inverse, or
// black or white where neither has a contrast of 4.5 to 1, as WCAG asks. One of
// black and white always has it.
func textOn(fill color.Color, t Theme) color.Color {
	better := func(a, b color.Color) color.Color {
		if contrast(a, fill) >= contrast(b, fill) {
			return a
		}
		return b
	}
	if ink := better(t.Ink, t.Background); contrast(ink, fill) >= 4.5 {
		return ink
	}
	return better(grey(0), grey(255))
}
