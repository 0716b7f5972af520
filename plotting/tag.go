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
	label   string
	text    text.Style
	seam    color.Color   // under the text
	avoid   []plotter.XYs // other lines
	before  []*tag        // others that have their places already
	spare   bool          // left out if there is no place clear of all else
	steps   bool          // each value of a line holds until the next
	upright []float64     // where vertical lines are
	levels  []float64     // and horizontal ones
}

// Plot writes the label.
func (g *tag) Plot(c draw.Canvas, p *plot.Plot) {
	box, shown := g.box(c, p)
	if !shown {
		return
	}
	c.SetColor(g.seam)
	c.Fill(rect(box.Min.X+1, box.Min.Y+1.5, box.Max.X-1, box.Min.Y+4.5+capHeight(g.text)).Path())
	write(c, g.label, g.text, draw.XLeft, box.Min.X+3, box.Min.Y+3)
}

// box is where the label stands; shown is false if it is left out.
func (g *tag) box(c draw.Canvas, p *plot.Plot) (box vg.Rectangle, shown bool) {
	x, y := p.Transforms(&c)
	drawn := onPage(append([]plotter.XYs{g.line}, g.avoid...), x, y)
	if g.steps {
		for i := range drawn {
			drawn[i] = stairs(drawn[i])
		}
	}
	line := drawn[0]
	for _, at := range g.levels {
		drawn = append(drawn, across(c.Rectangle, y(at)))
		if g.spare { // and keeps away from the label below the line
			drawn = append(drawn, across(c.Rectangle, y(at)-leading(g.text)-tagClear))
		}
	}
	drawn = append(drawn, sidesOf(g.before, c, p)...)
	box, clear := tagBox(line, g.text.Width(g.label)+6, leading(g.text), c.Rectangle, drawn, uprights(g.upright, x, c.Rectangle))
	return box, clear || !g.spare
}

// across is a horizontal line through an area.
func across(area vg.Rectangle, y vg.Length) []vg.Point {
	return []vg.Point{{X: area.Min.X, Y: y}, {X: area.Max.X, Y: y}}
}

// sidesOf gives the upper and the lower sides of labels that are shown.
func sidesOf(tags []*tag, c draw.Canvas, p *plot.Plot) [][]vg.Point {
	var all [][]vg.Point
	for _, one := range tags {
		if box, shown := one.box(c, p); shown {
			all = append(all, across(box, box.Max.Y), across(box, box.Min.Y))
		}
	}
	return all
}

const (
	tagGap   vg.Length = 5 // between a line and its label
	tagClear vg.Length = 3 // between a label and everything else
)

// tagBox is the box of a size beside a line that is clear of all lines drawn: right
// of its end, above, below or left of it, or else above or below the line, as far
// right as can be. It stands on a vertical rule rather than far from the end. If
// there is none at all, which is not clear, it is that near the end that is furthest
// from them.
func tagBox(line []vg.Point, width, height vg.Length, area vg.Rectangle, drawn, rules [][]vg.Point) (box vg.Rectangle, clear bool) {
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
				return box, true
			}
		}
	}
	near := area
	near.Min.X = max(area.Min.X, min(end.X, area.Max.X-width)-width)
	return clearest(width, height, []vg.Length{end.Y + tagGap, end.Y - tagGap - height}, near, drawn), false
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
