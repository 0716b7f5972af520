package plotting

import (
	"image/color"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// A tag is the label of a line that ends inside the panel, near its end where it
// is furthest from everything else that is drawn. It implements [plot.Plotter].
type tag struct {
	end     plotter.XY // of the line
	label   string     // empty: nothing is written
	text    text.Style
	seam    color.Color   // under the text
	avoid   []plotter.XYs // lines, that of the label included
	steps   bool          // each of their values holds until the next
	upright []float64     // where vertical lines are
	levels  []float64     // and horizontal ones
}

// Plot writes the label.
func (g *tag) Plot(c draw.Canvas, p *plot.Plot) {
	if g.label == "" {
		return
	}
	box := g.box(c, p)
	c.SetColor(g.seam)
	c.Fill(rect(box.Min.X+1, box.Min.Y+1.5, box.Max.X-1, box.Min.Y+4.5+capHeight(g.text)).Path())
	write(c, g.label, g.text, draw.XLeft, box.Min.X+3, box.Min.Y+3)
}

// box is where the label stands.
func (g *tag) box(c draw.Canvas, p *plot.Plot) vg.Rectangle {
	if g.label == "" {
		return vg.Rectangle{}
	}
	x, y := p.Transforms(&c)
	drawn := onPage(g.avoid, x, y)
	if g.steps {
		for i := range drawn {
			drawn[i] = stairs(drawn[i])
		}
	}
	drawn = append(drawn, uprights(g.upright, x, c.Rectangle)...)
	for _, at := range g.levels {
		drawn = append(drawn, []vg.Point{{X: c.Min.X, Y: y(at)}, {X: c.Max.X, Y: y(at)}})
	}
	return tagBox(vg.Point{X: x(g.end.X), Y: y(g.end.Y)}, g.text.Width(g.label)+6, leading(g.text), c.Rectangle, drawn)
}

// tagBox is the box of a size nearest to the end of a line that is clear of the
// lines drawn: right of it, then further up and down and to the left; if there is
// none, the one that is furthest from them.
func tagBox(end vg.Point, width, height vg.Length, area vg.Rectangle, drawn [][]vg.Point) vg.Rectangle {
	const beside, clear vg.Length = 6, 3
	feet := []vg.Length{end.Y - height/2}
	for i := range 6 {
		up := beside + vg.Length(i)*height/2
		feet = append(feet, end.Y+up, end.Y-up-height)
	}
	right, around := area, area
	right.Min.X = end.X + beside
	right.Max.X = min(area.Max.X, end.X+beside+width)
	around.Min.X = max(area.Min.X, min(end.X, area.Max.X)-width)
	around.Max.X = max(right.Max.X, around.Min.X+width)
	for _, foot := range feet {
		for _, place := range []vg.Rectangle{right, around} {
			if foot < area.Min.Y || foot+height > area.Max.Y || place.Size().X < width-0.01 {
				continue
			}
			if box := clearest(width, height, []vg.Length{foot}, place, drawn); clearance(box, drawn) >= clear {
				return box
			}
		}
	}
	return clearest(width, height, feet, around, drawn)
}
