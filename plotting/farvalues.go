package plotting

import (
	"cmp"
	"image/color"
	"math"
	"slices"

	"gonum.org/v1/gonum/stat"
	"gonum.org/v1/plot"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// farValues are arrows with numbers for values that lie too far out for the
// axis, at the side where they would be. They implement [plot.Plotter].
type farValues struct {
	low, high float64 // what the axis shows
	rows      [][2]farValue
	text      text.Style
	seam      color.Color // under the numbers
}

// A farValue is a value, which may lie on the axis or be NaN, and its colour.
type farValue struct {
	value  float64
	colour color.Color
}

// A side is where a value lies.
type side uint8

const (
	inside  side = iota
	left         // of the axis
	right        // of the axis
	unknown      // NaN
)

func (f *farValues) side(v float64) side {
	switch {
	case math.IsNaN(v):
		return unknown
	case v < f.low:
		return left
	case v > f.high:
		return right
	}
	return inside
}

// The size of an arrow and the gap between it and its number.
const (
	arrowSize vg.Length = 5
	arrowGap  vg.Length = 3
)

// beyond gives the values of a row on one side, the furthest first.
func (f *farValues) beyond(row [2]farValue, s side) []farValue {
	var out []farValue
	for _, v := range row {
		if f.side(v.value) == s {
			out = append(out, v)
		}
	}
	slices.SortStableFunc(out, func(a, b farValue) int { return cmp.Compare(math.Abs(b.value), math.Abs(a.value)) })
	return out
}

// room is what a value takes.
func (f *farValues) room(v farValue) vg.Length {
	return arrowSize + arrowGap + f.text.Width(signed(v.value, 2)) + arrowGap
}

// width is the room at one side, 0 if there is no value.
func (f *farValues) width(s side) vg.Length {
	var most vg.Length
	for _, row := range f.rows {
		var width vg.Length
		for _, v := range f.beyond(row, s) {
			width += f.room(v)
		}
		most = max(most, width)
	}
	return most
}

// within gives values that are known, moved to the side of a panel where they lie
// beyond the axis.
func (f *farValues) within(p *plot.Plot, values [2]float64) []float64 {
	var at []float64
	for _, v := range values {
		if f.side(v) != unknown {
			at = append(at, max(p.X.Min, min(p.X.Max, map[side]float64{inside: v, left: p.X.Min, right: p.X.Max}[f.side(v)])))
		}
	}
	return at
}

// Plot draws the arrows, the furthest value at the side of the panel.
func (f *farValues) Plot(c draw.Canvas, p *plot.Plot) {
	_, y := p.Transforms(&c)
	for n, row := range f.rows {
		for _, s := range []side{left, right} {
			at, to := c.Min.X, vg.Length(1)
			align := draw.XAlignment(draw.XLeft)
			if s == right {
				at, to, align = c.Max.X, -1, draw.XRight
			}
			for _, v := range f.beyond(row, s) {
				middleY := y(float64(n))
				var arrow vg.Path
				arrow.Move(vg.Point{X: at, Y: middleY})
				arrow.Line(vg.Point{X: at + to*arrowSize, Y: middleY + arrowSize/1.6})
				arrow.Line(vg.Point{X: at + to*arrowSize, Y: middleY - arrowSize/1.6})
				arrow.Close()
				c.SetColor(f.seam)
				c.Fill(rect(min(at, at+to*f.room(v)), middleY-capHeight(f.text)/2, max(at, at+to*f.room(v)), middleY+capHeight(f.text)/2).Path())
				c.SetColor(v.colour)
				c.Fill(arrow)
				middle(c, signed(v.value, 2), f.text, align, at+to*(arrowSize+arrowGap), middleY)
				at += to * f.room(v)
			}
		}
	}
}

// bulk is the range of values without those that are far out by the rule of Tukey
// (1977): more than three times the distance of the quartiles outside them. 0 is
// always in it. They are only left out if the range is halved at least.
func bulk(values []float64) (low, high float64) {
	known := slices.DeleteFunc(slices.Clone(values), math.IsNaN)
	if len(known) == 0 {
		return 0, 0
	}
	slices.Sort(known)
	q1, q3 := stat.Quantile(0.25, stat.LinInterp, known, nil), stat.Quantile(0.75, stat.LinInterp, known, nil)
	fence := 3 * (q3 - q1)
	near := slices.DeleteFunc(slices.Clone(known), func(v float64) bool { return v < q1-fence || v > q3+fence })
	low, high = min(0, known[0]), max(0, known[len(known)-1])
	nearLow, nearHigh := min(0, near[0]), max(0, near[len(near)-1])
	if high-low >= 2*(nearHigh-nearLow) {
		return nearLow, nearHigh
	}
	return low, high
}

// widened is a range of an axis that leaves room at its sides in a panel of a width.
func widened(low, high float64, width, left, right vg.Length) (from, to float64) {
	if !(high > low) {
		low, high = low-1, high+1
	}
	unit := (high - low) / float64(max(width-left-right, 1))
	return low - unit*float64(left), high + unit*float64(right)
}
