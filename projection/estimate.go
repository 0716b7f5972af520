package projection

import (
	"fmt"
	"math"
)

// An Estimate is a chance, as a fraction, read off a number of draws, with its
// Monte Carlo standard error: how far it is typically off because the draws are
// not infinitely many. It says nothing of how good the model is.
type Estimate struct {
	Value  float64 // the chance, in [0, 1]
	StdErr float64 // its standard error, never 0 unless the chance is certain without any draw
}

// String gives the chance in per cent with its standard error, rounded up so that
// it never reads as none: "63.2% (±0.5)".
func (e Estimate) String() string {
	return fmt.Sprintf("%.1f%% (±%.1f)", 100*e.Value, math.Ceil(1000*e.StdErr)/10)
}

// certain is a chance that needs no draws.
func certain(yes bool) Estimate {
	if yes {
		return Estimate{Value: 1}
	}
	return Estimate{}
}

// proportion estimates a chance from how many of n draws met it, and how many
// antithetic pairs met it in both draws. Without pairs the standard error is that
// of a binomial at (met + 1/2)/(n + 1), so that it does not vanish where no draw
// or every draw met it; with pairs it is that of the mean of the pairs, and not
// less than the least that n draws could tell.
func proportion(met, n, pairs int64, antithetic bool) Estimate {
	e := Estimate{Value: float64(met) / float64(n)}
	q := (float64(met) + 0.5) / float64(n+1)
	e.StdErr = math.Sqrt(q * (1 - q) / float64(n))
	if antithetic {
		units := float64(n) / 2
		e.StdErr = max(math.Sqrt(variance(float64(met), float64(met+2*pairs), units)/units)/2, floorError(n))
	}
	return e
}

// cautious is a proportion without a count of pairs: antithetic draws are then taken
// as if both of a pair were always alike, which they are not.
func cautious(met, n int64, antithetic bool) Estimate {
	e := proportion(met, n, 0, false)
	if antithetic {
		e.StdErr *= math.Sqrt2
	}
	return e
}

// floorError is the binomial standard error of an event that half a draw in n meets.
func floorError(n int64) float64 {
	q := 0.5 / float64(n+1)
	return math.Sqrt(q * (1 - q) / float64(n))
}

// variance is that of n values with a sum and a sum of squares.
func variance(sum, squares, n float64) float64 {
	return max(0, (squares-sum*sum/n)/max(1, n-1))
}

// unseen is how many draws that tell the sought from the control are allowed for
// besides those that were seen: where they are rare, none may happen to be seen.
const unseen = 1

// estimate puts a chance right by how far the draws miss that of the control.
func (c controlled) estimate(n int64, antithetic bool, control *control) Estimate {
	y, x, yy, xx, xy, units, scale := c.sums(n, antithetic)
	slope := control.slope
	vx, vy := variance(x, xx, units), variance(y, yy, units)
	covariance := (xy - x*y/units) / max(1, units-1)
	left := max(0, vy-2*slope*covariance+slope*slope*vx) + unseen/float64(n)/scale
	return Estimate{
		Value:  min(max(float64(c.reached)/float64(n)-slope*(x/units*scale-control.chance), 0), 1),
		StdErr: scale * math.Sqrt(left/units),
	}
}

// sums are those of what is sought and of the control, of their squares and of
// their product, over draws, or over antithetic pairs with a value of 0, 1 or 2:
// scale takes the mean of units to a chance.
func (c controlled) sums(n int64, antithetic bool) (y, x, yy, xx, xy, units, scale float64) {
	y, x = float64(c.reached), float64(c.above)
	if !antithetic {
		return y, x, y, x, float64(c.both), float64(n), 1
	}
	return y, x, y + 2*float64(c.reachedPairs), x + 2*float64(c.abovePairs), float64(c.both + c.crossed), float64(n) / 2, 0.5
}

// slope regresses what is sought on the control. In a small sample of rare events
// it keeps near 1, what it is where both mostly agree.
func (c controlled) slope(n int64, antithetic bool) float64 {
	y, x, _, xx, xy, units, _ := c.sums(n, antithetic)
	const weight = 0.005 // a variance of that size, on a line with slope 1
	return ((xy-x*y/units)/units + weight) / ((xx-x*x/units)/units + weight)
}
