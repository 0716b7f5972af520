package scenario

import (
	"fmt"
	"math"
)

// A Shape says how a Ramp spreads the way to its target over the years.
type Shape uint8

// The shapes of a Ramp. All end on the target exactly.
const (
	// Linear raises the share by the same number of percentage points each year.
	Linear Shape = iota
	// ConstantGrowth multiplies the share by the same factor each year: with
	// steady GDP growth, spending grows at a constant rate in real terms. There
	// is no such factor from a share of zero: the run reports an error.
	ConstantGrowth
	// FrontLoaded takes steps in the ratio n, n-1, ... 1: the largest first.
	FrontLoaded
	// BackLoaded takes steps in the ratio 1, 2, ... n: the largest last.
	BackLoaded
)

// String gives the shape in words.
func (s Shape) String() string {
	switch s {
	case Linear:
		return "equal yearly steps"
	case ConstantGrowth:
		return "constant yearly growth"
	case FrontLoaded:
		return "falling steps, the largest first"
	case BackLoaded:
		return "rising steps, the largest last"
	default:
		return fmt.Sprintf("Shape(%d)", uint8(s))
	}
}

// Ramp closes the gap between share and target by the deadline of what is
// asked. A member above the target, or one of whom nothing is asked, holds its
// share. In a simulation that is a ratchet: a share that a recession has taken above
// the target is held there, and costs more than the target does.
type Ramp struct {
	// Shape spreads the way to a deadline over the years; the zero value is Linear.
	Shape Shape
	// Pace is the largest yearly step, as a fraction of GDP, towards a target
	// without a deadline or after a missed one. With 0, a missed target is
	// closed at once, and a target without a deadline is an error of Validate.
	Pace float64
}

// maxPace is the largest yearly step that is accepted, as a fraction of GDP. No
// member moves five points in a year; 0.1 is meant to be 0.1*Percent.
const maxPace = 0.05

// Spend gives the next point of the ramp times expected GDP. The last step is
// the target itself, so that it is met exactly.
func (r Ramp) Spend(v View, a Ask) float64 {
	return r.next(v.lastShare(), a, v.Year, v.Base) * v.Expected
}

// next is the share that a ramp goes to from that of the year before, NaN where
// there is none.
func (r Ramp) next(last float64, a Ask, year, base int) float64 {
	gap := a.Share - last
	switch {
	case math.IsNaN(last):
		return nan
	case gap <= 0:
		return last
	case a.By == 0 || year > a.By && r.Pace > 0:
		return min(last+r.Pace, a.Share)
	case year >= a.By:
		return a.Share
	case r.Shape == ConstantGrowth:
		return last + float64(last*(math.Pow(a.Share/last, 1/float64(a.By-year+1))-1))
	}
	parts, of := r.parts(a, year, base)
	return last + float64(gap*parts/of) // the conversion forbids a fused multiply-add
}

// parts says how much of the gap is closed in a year before the deadline, in any
// shape but ConstantGrowth: so many parts of the whole.
func (r Ramp) parts(a Ask, year, base int) (parts, whole float64) {
	left := float64(a.By - year + 1) // steps to go, this one included
	switch r.Shape {
	case FrontLoaded: // left of the left + ... + 1 parts that remain
		return 2, left + 1
	case BackLoaded: // part k of the k + ... + n that remain
		n := float64(a.By - min(max(base, a.From-1), year-1))
		k := n - left + 1
		return k, left * (k + n) / 2
	default:
		return 1, left
	}
}

// String gives shape and pace in words.
func (r Ramp) String() string {
	text := "the share reaches the target by the deadline through " + r.Shape.String()
	if r.Pace > 0 {
		text += "; without a deadline, or after it, it rises by at most " + points(r.Pace) + " a year"
	}
	return text
}

func (r Ramp) check(f *faults, at string) {
	if r.Shape > BackLoaded {
		f.add(at+".Shape", uint8(r.Shape), "is not one of the shapes of this package", ErrInvalid)
	}
	if !(r.Pace >= 0 && r.Pace <= maxPace) {
		f.add(at+".Pace", r.Pace, "is not a yearly step in [0, 0.05] (0.1*scenario.Percent is a tenth of a percentage point a year)", ErrUnit)
	}
}
