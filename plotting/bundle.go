package plotting

import (
	"image/color"
	"math"
	"slices"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// A bundle is lines over the same X values, from where each begins, that stay
// visible where they cover each other: there they are drawn in turns, a dash of
// each, so that every line stands exactly at its values. It implements
// [plot.Plotter] and [plot.DataRanger]. It does not use [plotter.Line], which
// knows of one line only.
type bundle struct {
	lines  []plotter.XYs // the first is drawn on top where lines cross
	styles []draw.LineStyle
	steps  bool        // each value holds until the next
	seam   color.Color // around each line, so that it is seen apart from what it crosses; nil: none
}

const (
	turn vg.Length = 6   // length of a dash where solid lines are drawn in turns
	near vg.Length = 0.4 // lines that are no further apart cover each other
)

// Plot draws first the seams, then the lines.
func (b *bundle) Plot(c draw.Canvas, p *plot.Plot) {
	x, y := p.Transforms(&c)
	room := c
	room.Min.Y, room.Max.Y = room.Min.Y-turn, room.Max.Y+turn // a line on the edge keeps its width
	paths := b.paths(x, y)
	for i, path := range paths {
		if b.seam == nil {
			break
		}
		c.StrokeLines(draw.LineStyle{Color: b.seam, Width: b.styles[i].Width + 1.4}, room.ClipLinesXY(path[begin(path):])...)
	}
	for i := range slices.Backward(paths) {
		for _, s := range stretches(paths, i) {
			c.StrokeLines(inTurns(b.styles[i], slices.Index(s.lines, i), len(s.lines)), room.ClipLinesXY(s.points)...)
		}
	}
}

// DataRange is that of all lines.
func (b *bundle) DataRange() (xmin, xmax, ymin, ymax float64) {
	return plotter.XYRange(plotter.XYs(slices.Concat(b.lines...)))
}

// paths gives the lines on the page.
func (b *bundle) paths(x, y func(float64) vg.Length) [][]vg.Point {
	paths := onPage(b.lines, x, y)
	for i, path := range paths {
		paths[i] = append(b.blank(i), path...)
		if b.steps {
			paths[i] = stairs(paths[i])
		}
	}
	return paths
}

// blank gives a point without a height for each X value of other lines before a
// line begins, so that points of one number have the same X value.
func (b *bundle) blank(i int) []vg.Point {
	before := map[float64]bool{}
	for _, xy := range slices.Concat(b.lines...) {
		if len(b.lines[i]) > 0 && xy.X < b.lines[i][0].X {
			before[xy.X] = true
		}
	}
	return slices.Repeat([]vg.Point{{Y: vg.Length(math.NaN())}}, len(before))
}

// begin is the number of the first point of a line that has a height.
func begin(path []vg.Point) int {
	return max(0, slices.IndexFunc(path, func(p vg.Point) bool { return isLength(p.Y) }))
}

// A stretch is a part of a line that it shares with the same other lines, or
// has for itself.
type stretch struct {
	points []vg.Point
	lines  []int // that share it, the line itself included, ascending
}

// stretches divides a line where it meets others, where it leaves them and where
// others take their place: the dashes of lines that share a stretch begin
// together, or they would not fit into each other.
func stretches(paths [][]vg.Point, i int) []stretch {
	var all []stretch
	for at := begin(paths[i]) + 1; at < len(paths[i]); at++ {
		lines := sharing(paths, i, at)
		if n := len(all); n > 0 && slices.Equal(all[n-1].lines, lines) {
			all[n-1].points = append(all[n-1].points, paths[i][at])
			continue
		}
		all = append(all, stretch{points: []vg.Point{paths[i][at-1], paths[i][at]}, lines: lines})
	}
	return all
}

// sharing gives the lines that cover a line between a point and the one before,
// also by way of others, and the line itself.
func sharing(paths [][]vg.Point, i, at int) []int {
	lines := []int{i}
	for n := 0; n < len(lines); n++ {
		for j, other := range paths {
			if !slices.Contains(lines, j) && together(paths[lines[n]], other, at) {
				lines = append(lines, j)
			}
		}
	}
	slices.Sort(lines)
	return lines
}

// together reports whether two lines cover each other between a point and the
// one before.
func together(a, b []vg.Point, at int) bool {
	if at >= len(a) || at >= len(b) {
		return false
	}
	for _, k := range []int{at - 1, at} {
		if d := a[k].Y - b[k].Y; !(d <= near && d >= -near) {
			return false // or one of them has not begun
		}
	}
	return true
}

// inTurns is the style of one of several lines that are drawn in turns. A turn of
// a dashed line is one of its dashes and the gap after it.
func inTurns(s draw.LineStyle, place, lines int) draw.LineStyle {
	if lines == 1 {
		return s
	}
	ink, gap := turn, vg.Length(0)
	if len(s.Dashes) > 0 { // all the same, or they would not fit into each other
		ink, gap = 4, 2.5
	}
	each := ink + gap
	s.Dashes = []vg.Length{ink, gap + each*vg.Length(lines-1)}
	s.DashOffs = each * vg.Length((lines-place)%lines)
	return s
}

// stairs turns a line into steps: each value holds until the next point.
func stairs(line []vg.Point) []vg.Point {
	var steps []vg.Point
	for i, p := range line {
		if i > 0 {
			steps = append(steps, vg.Point{X: p.X, Y: line[i-1].Y})
		}
		steps = append(steps, p)
	}
	return steps
}
