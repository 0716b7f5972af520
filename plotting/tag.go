package plotting

import (
	"image/color"
	"slices"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// A tag is the label of a line or a point that ends inside the panel, beside it, as
// near to its end as there is room. It implements [plot.Plotter].
type tag struct {
	line    plotter.XYs // whose label it is
	lines   []string    // of text
	text    text.Style
	seam    color.Color   // under the text
	avoid   []plotter.XYs // other lines
	before  []*tag        // others that have their places already
	steps   bool          // each value of a line holds until the next
	upright []float64     // where vertical lines are
	levels  []float64     // and horizontal ones
}

// Plot writes the label.
func (g *tag) Plot(c draw.Canvas, p *plot.Plot) {
	box := g.box(c, p)
	top := box.Min.Y + 3 + vg.Length(len(g.lines)-1)*leading(g.text) // the first baseline
	c.SetColor(g.seam)
	c.Fill(rect(box.Min.X+1, box.Min.Y+1.5, box.Max.X-1, top+1.5+capHeight(g.text)).Path())
	block(c, g.lines, g.text, box.Min.X+3, top)
}

// box is where the label stands.
func (g *tag) box(c draw.Canvas, p *plot.Plot) vg.Rectangle {
	x, y := p.Transforms(&c)
	drawn := onPage(append([]plotter.XYs{g.line}, g.avoid...), x, y)
	if g.steps {
		for i := range drawn {
			drawn[i] = stairs(drawn[i])
		}
	}
	line := drawn[0]
	for _, at := range g.levels {
		drawn = append(drawn, []vg.Point{{X: c.Min.X, Y: y(at)}, {X: c.Max.X, Y: y(at)}})
	}
	for _, other := range g.before {
		drawn = append(drawn, edges(other.box(c, p))...)
	}
	height := vg.Length(len(g.lines)) * leading(g.text)
	return tagBox(line, widest(g.lines, g.text)+6, height, c.Rectangle, drawn, uprights(g.upright, x, c.Rectangle))
}

const (
	tagGap   vg.Length = 5 // between a line and its label
	tagClear vg.Length = 3 // between a label and everything else
)

// tagBox is the box of a size beside a line that is clear of all lines drawn: right
// of its end, above, below or left of it, or else above or below the line, as far
// right as can be. It stands on a vertical rule rather than far from the end. If
// there is none at all, it is that near the end that is furthest from them.
func tagBox(line []vg.Point, width, height vg.Length, area vg.Rectangle, drawn, rules [][]vg.Point) vg.Rectangle {
	end := line[len(line)-1]
	at := func(left, foot vg.Length) vg.Rectangle { return rect(left, foot, left+width, foot+height) }
	places := []vg.Rectangle{at(end.X+tagGap, end.Y-height/2)}
	for left := min(end.X, area.Max.X-width); left >= area.Min.X; left -= height / 2 {
		low, high := extent(line, left, left+width)
		places = append(places, at(left, high+tagGap-2), at(left, low-tagGap-height))
	}
	atEnd := slices.Clone(places[:min(3, len(places))])
	for _, gap := range []vg.Length{tagGap, 2 * tagGap, 3 * tagGap} {
		atEnd = append(atEnd, at(end.X-gap-width, end.Y-height/2))
	}
	for k := vg.Length(1); k <= 2; k++ { // beside the end, but lower or higher
		atEnd = append(atEnd, at(end.X+tagGap, end.Y-(k+1)*height/2), at(end.X+tagGap, end.Y+(k-1)*height/2))
	}
	for k := vg.Length(0); k <= 4; k++ { // and left of the rise to the end
		foot := end.Y - (k+1)*height/2
		if rise, ok := leftmost(line, foot, foot+height); ok {
			atEnd = append(atEnd, at(rise-tagGap-width, foot))
		}
	}
	left := min(end.X, area.Max.X-width) // and above everything there
	top := end.Y
	for _, other := range drawn {
		if _, high := extent(other, left, left+width); high > top {
			top = high
		}
	}
	atEnd = append(atEnd, at(left, top+tagGap-2))
	for _, try := range []struct {
		places []vg.Rectangle
		avoid  [][]vg.Point
	}{{atEnd, slices.Concat(drawn, rules)}, {atEnd, drawn}, {places, slices.Concat(drawn, rules)}, {places, drawn}} {
		for _, box := range try.places {
			if fits(box, area) && clearance(box, try.avoid) >= tagClear {
				return box
			}
		}
	}
	near := area
	near.Min.X = max(area.Min.X, min(end.X, area.Max.X-width)-width)
	return clearest(width, height, []vg.Length{end.Y + tagGap, end.Y - tagGap - height}, near, drawn)
}

// fits reports whether a box does not leave an area.
func fits(box, area vg.Rectangle) bool {
	return box.Min.X >= area.Min.X && box.Max.X <= area.Max.X && box.Min.Y >= area.Min.Y && box.Max.Y <= area.Max.Y
}

// leftmost is where a line is furthest left between two heights; ok is false if it
// does not pass there.
func leftmost(line []vg.Point, low, high vg.Length) (left vg.Length, ok bool) {
	left = line[len(line)-1].X
	for i := 1; i < len(line); i++ {
		a, b := line[i-1], line[i]
		if min(a.Y, b.Y) <= high && max(a.Y, b.Y) >= low {
			left, ok = min(left, a.X, b.X), true
		}
	}
	return left, ok
}

// extent is the lowest and the highest place of a line between two sides, with
// the ends of what it is drawn of; that of its end if it does not pass there.
func extent(line []vg.Point, left, right vg.Length) (low, high vg.Length) {
	low, high = line[len(line)-1].Y, line[len(line)-1].Y
	first := true
	for i := 1; i < len(line); i++ {
		a, b := line[i-1], line[i]
		if b.X < left || a.X > right {
			continue
		}
		if first {
			low, high, first = a.Y, a.Y, false
		}
		low, high = min(low, a.Y, b.Y), max(high, a.Y, b.Y)
	}
	return low, high
}
