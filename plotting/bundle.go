package plotting

import (
	"cmp"
	"image/color"
	"math"
	"slices"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// A bundle is lines over the same X values that run side by side where they
// would cover each other: with equal values, one above the other in the order
// in which they come together or part. It implements [plot.Plotter] and
// [plot.DataRanger]. It does not use [plotter.Line], which cuts a line at the
// end of the axis, and a line that was moved may stand beyond it.
type bundle struct {
	lines  []plotter.XYs // the first is drawn on top
	styles []draw.LineStyle
	steps  bool        // each value holds until half way to the next
	seam   color.Color // around each line, so that it is seen apart from what it crosses
	limit  float64     // in units of the value axis: equal lines are moved no further; 0: no limit
}

// laneGap is the distance of lines that run side by side, in widths of a line.
const laneGap = 1.1

// Plot draws first the seams, then the lines.
func (b *bundle) Plot(c draw.Canvas, p *plot.Plot) {
	x, y := p.Transforms(&c)
	var width vg.Length
	for _, style := range b.styles {
		width = max(width, style.Width)
	}
	room := c
	grow := width * vg.Length(len(b.lines))
	room.Min.Y, room.Max.Y = room.Min.Y-grow, room.Max.Y+grow

	paths := b.paths(x, y, lane{width: laneGap * width, limit: vg.Length(b.limit) * (y(1) - y(0)), foot: c.Min.Y})
	for i, path := range paths {
		seam := draw.LineStyle{Color: b.seam, Width: b.styles[i].Width + 1.4}
		c.StrokeLines(seam, room.ClipLinesXY(path)...)
	}
	for i, path := range slices.Backward(paths) {
		c.StrokeLines(b.styles[i], room.ClipLinesXY(path)...)
	}
}

// DataRange is that of all lines.
func (b *bundle) DataRange() (xmin, xmax, ymin, ymax float64) {
	return plotter.XYRange(plotter.XYs(slices.Concat(b.lines...)))
}

// paths gives the lines on the page. Straight lines begin where they begin,
// since they part from one point; steps are side by side from the first.
func (b *bundle) paths(x, y func(float64) vg.Length, l lane) [][]vg.Point {
	paths := make([][]vg.Point, len(b.lines))
	points := 0
	for i, line := range b.lines {
		points = max(points, len(line))
		for _, xy := range line {
			paths[i] = append(paths[i], vg.Point{X: x(xy.X), Y: y(xy.Y)})
		}
	}
	for at := range points {
		if at == 0 && !b.steps {
			continue
		}
		order := b.order(at)
		wants := make([]vg.Length, len(order))
		for k, i := range order {
			wants[k] = paths[i][at].Y
		}
		for k, height := range l.lanes(wants) {
			paths[order[k]][at].Y = height
		}
	}
	if b.steps {
		for i := range paths {
			paths[i] = stairs(paths[i])
		}
	}
	return paths
}

// order gives the lines that reach to a point from the lowest up. Of lines that
// are equal throughout the first is on top.
func (b *bundle) order(at int) []int {
	var order []int
	for i := range slices.Backward(b.lines) {
		if at < len(b.lines[i]) {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(i, j int) int { return compareLines(b.lines[i], b.lines[j], at) })
	return order
}

// A lane is how lines run side by side.
type lane struct {
	width vg.Length // from the middle of one line to that of the next
	limit vg.Length // lanes are narrower if equal lines would end up further from their place; 0: no limit
	foot  vg.Length // of the panel: no line is moved below it
}

// lanes gives the heights of lines that want to be at certain ones, from the
// lowest up: there, or side by side around them if they would be nearer to each
// other than a lane is wide.
func (l lane) lanes(wants []vg.Length) []vg.Length {
	if len(wants) == 0 {
		return nil
	}
	labels := make([]label, len(wants))
	same := 0 // as the one before
	for i, want := range wants {
		labels[i].want = want
		if i > 0 && want-labels[i-1].want < 1e-6 { // equal but for rounding
			labels[i].want = labels[i-1].want
			same++
			if l.limit > 0 {
				l.width = min(l.width, 2*l.limit/vg.Length(same))
			}
		} else {
			same = 0
		}
	}
	for i := range labels {
		labels[i].size = l.width
	}
	room := l.width * vg.Length(len(labels))
	lo, hi := max(wants[0]-room, l.foot-l.width/2), wants[len(wants)-1]+room
	heights := make([]vg.Length, len(labels))
	for i, place := range spread(labels, lo, hi) {
		heights[i] = place.at
	}
	return heights
}

// compareLines tells which of two lines is lower at a point; where they are
// equal, which one is lower when they part next, or was when they met.
func compareLines(a, b plotter.XYs, at int) int {
	n := min(len(a), len(b))
	for i := at; i < n; i++ {
		if c := compareValues(a[i].Y, b[i].Y); c != 0 {
			return c
		}
	}
	for i := min(at, n) - 1; i >= 0; i-- {
		if c := compareValues(a[i].Y, b[i].Y); c != 0 {
			return c
		}
	}
	return 0
}

// compareValues compares values that may differ by rounding.
func compareValues(a, b float64) int {
	if math.Abs(a-b) <= 1e-9*max(math.Abs(a), math.Abs(b)) {
		return 0
	}
	return cmp.Compare(a, b)
}

// stairs turns a line into steps half way between its points.
func stairs(line []vg.Point) []vg.Point {
	var steps []vg.Point
	for i, p := range line {
		if i > 0 {
			half := (line[i-1].X + p.X) / 2
			steps = append(steps, vg.Point{X: half, Y: line[i-1].Y}, vg.Point{X: half, Y: p.Y})
		}
		if i == 0 || i == len(line)-1 {
			steps = append(steps, p)
		}
	}
	return steps
}
