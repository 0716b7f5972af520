package scenario

import "math"

// Exponential function and logarithm for random numbers, in the same bits on every
// machine and in every build. Those of package math use a fused multiply-add where
// the processor has one, so that their last bit differs between machines, and with
// it that of every number drawn.

// Parts of ln 2: a whole number of the first, up to 2^20 of them, is exact.
const (
	ln2High = 0x1.62e42feep-1
	ln2Low  = 0x1.a39ef35793c76p-33
)

// exp is right to 4e-16 for 0 >= x >= -700.
func exp(x float64) float64 {
	k := math.Round(x / math.Ln2)
	r := x - float64(k*ln2High) - float64(k*ln2Low) // at most half of ln 2
	sum := 0.0
	for _, c := range [...]float64{
		1. / 6227020800, 1. / 479001600, 1. / 39916800, 1. / 3628800, 1. / 362880, 1. / 40320, 1. / 5040,
		1. / 720, 1. / 120, 1. / 24, 1. / 6, 1. / 2, 1, 1,
	} { // the series up to r^13/13!, from its end
		sum = float64(sum*r) + c
	}
	return math.Ldexp(sum, int(k))
}

// log is right to 4e-16 for x > 0.
func log(x float64) float64 {
	f, k := math.Frexp(x)
	if f < math.Sqrt2/2 {
		f, k = 2*f, k-1
	}
	s := (f - 1) / (f + 1) // ln f = 2(s + s^3/3 + s^5/5 ...), |s| < 0.172
	z, sum := float64(s*s), 0.0
	for _, c := range [...]float64{1. / 21, 1. / 19, 1. / 17, 1. / 15, 1. / 13, 1. / 11, 1. / 9, 1. / 7, 1. / 5, 1. / 3, 1} {
		sum = float64(sum*z) + c
	}
	return float64(float64(k)*ln2High) + (float64(2*s*sum) + float64(float64(k)*ln2Low))
}
