package plotting

import (
	"cmp"
	"image/color"
	"math"
	"slices"
	"strings"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// levels are horizontal lines at values to compare with, such as targets. They
// implement [plot.Plotter] and [plot.DataRanger].
type levels struct {
	values []float64
	style  draw.LineStyle
}

// Plot draws the lines.
func (l *levels) Plot(c draw.Canvas, p *plot.Plot) {
	_, y := p.Transforms(&c)
	for _, value := range l.values {
		if at := y(value); c.ContainsY(at) {
			c.StrokeLine2(l.style, c.Min.X, at, c.Max.X, at)
		}
	}
}

// DataRange makes the value axis reach to the levels.
func (l *levels) DataRange() (xmin, xmax, ymin, ymax float64) {
	xmin, xmax, ymin, ymax = math.Inf(1), math.Inf(-1), math.Inf(1), math.Inf(-1)
	for _, value := range l.values {
		ymin, ymax = min(ymin, value), max(ymax, value)
	}
	return xmin, xmax, ymin, ymax
}

// levelLabels are the labels of levels, above or below the line where they are
// furthest from everything else that is drawn. Levels with no room for a label
// between them have one together. They implement [plot.Plotter].
type levelLabels struct {
	levels  []levelLine
	text    text.Style
	seam    color.Color   // under the text
	avoid   []plotter.XYs // lines that the labels keep away from
	upright []float64     // where vertical lines are, from which they keep away too
	tags    []*tag        // other labels to keep away from
}

// Plot writes the labels.
func (l *levelLabels) Plot(c draw.Canvas, p *plot.Plot) {
	x, y := p.Transforms(&c)
	drawn := append(onPage(l.avoid, x, y), uprights(l.upright, x, c.Rectangle)...)
	drawn = append(drawn, sidesOf(l.tags, c, p)...)
	height := leading(l.text)
	groups := gather(l.levels, y, height+4)
	for i, group := range groups {
		lines := slices.Clone(drawn)
		for _, other := range slices.Delete(slices.Clone(groups), i, i+1) {
			for _, at := range []vg.Length{other.low, other.high} {
				lines = append(lines, []vg.Point{{X: c.Min.X, Y: at}, {X: c.Max.X, Y: at}})
			}
		}
		box := clearest(l.text.Width(group.label)+6, height, group.feet(height), c.Rectangle, lines)
		c.SetColor(l.seam)
		c.Fill(rect(box.Min.X+1, box.Min.Y+1.5, box.Max.X-1, box.Min.Y+4.5+capHeight(l.text)).Path())
		write(c, group.label, l.text, draw.XLeft, box.Min.X+3, box.Min.Y+3)
	}
}

// onPage gives where lines stand.
func onPage(lines []plotter.XYs, x, y func(float64) vg.Length) [][]vg.Point {
	paths := make([][]vg.Point, len(lines))
	for i, line := range lines {
		for _, xy := range line {
			paths[i] = append(paths[i], vg.Point{X: x(xy.X), Y: y(xy.Y)})
		}
	}
	return paths
}

// uprights gives where vertical lines stand in an area.
func uprights(at []float64, x func(float64) vg.Length, area vg.Rectangle) [][]vg.Point {
	var lines [][]vg.Point
	for _, one := range at {
		lines = append(lines, []vg.Point{{X: x(one), Y: area.Min.Y}, {X: x(one), Y: area.Max.Y}})
	}
	return lines
}

// A levelGroup is one level or several with one label.
type levelGroup struct {
	label     string
	low, high vg.Length
	below     bool // the label stands rather below than above
}

// gather joins levels that are nearer to each other than a distance.
func gather(levels []levelLine, y func(float64) vg.Length, apart vg.Length) []levelGroup {
	var groups []levelGroup
	byValue := func(a, b levelLine) int { return cmp.Compare(a.value, b.value) }
	for _, l := range slices.SortedStableFunc(slices.Values(levels), byValue) {
		at := y(l.value)
		if n := len(groups); n > 0 && at-groups[n-1].high < apart {
			last := &groups[n-1]
			last.high, last.label = at, joined(last.label, l.label)
			continue
		}
		groups = append(groups, levelGroup{label: l.label, low: at, high: at, below: l.below})
	}
	return groups
}

// joined puts two labels into one: "target 2%" and "target 2.1%" are "targets
// 2%, 2.1%".
func joined(a, b string) string {
	word, _, _ := strings.Cut(b, " ")
	switch rest := strings.TrimPrefix(b, word+" "); {
	case strings.HasPrefix(a, word+"s "):
		return a + ", " + rest
	case strings.HasPrefix(a, word+" "):
		return word + "s " + strings.TrimPrefix(a, word+" ") + ", " + rest
	default:
		return a + ", " + b
	}
}

// feet gives the heights at which a label may stand, the preferred one first.
func (g levelGroup) feet(height vg.Length) []vg.Length {
	above, below := g.high+2, g.low-1-height
	if g.below {
		return []vg.Length{below, above}
	}
	return []vg.Length{above, below}
}

// clearest is the box of a size on one of several heights inside an area, out
// of several from left to right, that is furthest from the lines drawn; the
// first of equals.
func clearest(width, height vg.Length, feet []vg.Length, area vg.Rectangle, drawn [][]vg.Point) vg.Rectangle {
	const tries = 17
	const enough vg.Length = 12
	best, most := rect(area.Min.X, feet[0], area.Min.X+width, feet[0]+height), vg.Length(-1)
	for _, foot := range feet {
		if foot < area.Min.Y || foot+height > area.Max.Y+2 {
			continue
		}
		for i := range tries {
			left := area.Min.X + vg.Length(i)/(tries-1)*(area.Size().X-width)
			box := rect(left, foot, left+width, foot+height)
			if free := min(clearance(box, drawn), enough); free > most {
				best, most = box, free
			}
		}
	}
	return best
}

// clearance is the least vertical distance of a box from lines that pass above
// or below it, 0 if one passes through it.
func clearance(box vg.Rectangle, lines [][]vg.Point) vg.Length {
	least := vg.Length(1e6)
	for _, line := range lines {
		for i := 1; i < len(line); i++ {
			a, b := line[i-1], line[i]
			if max(a.X, b.X) < box.Min.X || min(a.X, b.X) > box.Max.X {
				continue
			}
			lo, hi := within(a, b, box.Min.X, box.Max.X)
			least = min(least, max(0, lo-box.Max.Y, box.Min.Y-hi))
		}
	}
	return least
}

// within is the lowest and the highest place of a straight line between two sides,
// which it passes.
func within(a, b vg.Point, left, right vg.Length) (low, high vg.Length) {
	if a.X > b.X {
		a, b = b, a
	}
	from, to := a.Y, b.Y
	if slope := (b.Y - a.Y) / (b.X - a.X); a.X < b.X {
		from, to = a.Y+slope*(max(a.X, left)-a.X), a.Y+slope*(min(b.X, right)-a.X)
	}
	return min(from, to), max(from, to)
}
