package plotting

import (
	"image/color"
	"math"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// A Band is the area between two lines, such as what half of all draws lie in. It
// implements [plot.Plotter], [plot.DataRanger] and [plot.Thumbnailer], and works
// in any plot. Add bands before grid and lines, the widest first, in opaque
// colours mixed with the background: translucent ones change colour where they
// overlap. The zero Band draws nothing.
type Band struct {
	Points []BandPoint // in the order of X
	Color  color.Color // nil: nothing is drawn
}

// A BandPoint is the width of a Band at one value of X. One that is not a number
// is a gap, which ends the area and begins the next.
type BandPoint struct{ X, Low, High float64 }

// known reports whether a point can be drawn.
func (p BandPoint) known() bool {
	sum := p.X + p.Low + p.High
	return !math.IsNaN(sum) && !math.IsInf(sum, 0)
}

// Plot fills the area, as far as it lies in the panel.
func (b *Band) Plot(c draw.Canvas, p *plot.Plot) {
	if b.Color == nil {
		return
	}
	x, y := p.Transforms(&c)
	for _, part := range b.parts() {
		outline := make([]vg.Point, 2*len(part))
		for i, at := range part { // out on the low side, back on the high one
			outline[i] = vg.Point{X: x(at.X), Y: y(at.Low)}
			outline[len(outline)-1-i] = vg.Point{X: x(at.X), Y: y(at.High)}
		}
		c.FillPolygon(b.Color, c.ClipPolygonXY(outline))
	}
}

// parts divides the points at gaps.
func (b *Band) parts() [][]BandPoint {
	var parts [][]BandPoint
	open := false
	for _, p := range b.Points {
		switch {
		case !p.known():
			open = false
		case open:
			last := &parts[len(parts)-1]
			*last = append(*last, p)
		default:
			parts, open = append(parts, []BandPoint{p}), true
		}
	}
	return parts
}

// DataRange is that of both lines.
func (b *Band) DataRange() (xmin, xmax, ymin, ymax float64) {
	xmin, xmax, ymin, ymax = math.Inf(1), math.Inf(-1), math.Inf(1), math.Inf(-1)
	for _, p := range b.Points {
		if p.known() {
			xmin, xmax = min(xmin, p.X), max(xmax, p.X)
			ymin, ymax = min(ymin, p.Low, p.High), max(ymax, p.Low, p.High)
		}
	}
	return xmin, xmax, ymin, ymax
}

// Thumbnail fills the place of the band in a legend.
func (b *Band) Thumbnail(c *draw.Canvas) {
	if b.Color == nil {
		return
	}
	c.SetColor(b.Color)
	c.Fill(c.Rectangle.Path())
}
