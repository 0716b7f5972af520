package scenario

import (
	"math"
	"strconv"
)

// Percent turns a number of per cent into a fraction: 2*Percent is 0.02.
// Read it aloud: "two per cent". For one-off constants the product is exact
// enough to equal the literal fraction; for numbers known only at run time use
// [FromPercent], which rounds correctly.
const Percent = 0.01

// FromPercent converts a number of per cent, known at run time, into a
// fraction. It moves the decimal point, so that 8.9 gives the same float64 as the
// literal 0.089: dividing by 100, as multiplying by 0.01, gives a neighbouring
// one for about one in four two-decimal percentages.
func FromPercent(p float64) float64 {
	f, err := strconv.ParseFloat(strconv.FormatFloat(p, 'f', -1, 64)+"e-2", 64)
	if err != nil { // NaN and infinities have no digits
		return p / 100
	}
	return f
}

// ToPercent converts a fraction into a number of per cent.
func ToPercent(f float64) float64 { return f * 100 }

// FormatShare writes a fraction as per cent with its sign and at most two
// decimals: 0.025 is "2.5%", 0.0216 is "2.16%".
func FormatShare(f float64) string {
	p := math.Round(ToPercent(f)*100) / 100
	return strconv.FormatFloat(p+0, 'f', -1, 64) + "%"
}

// isFinite reports whether v is a number that can be computed with.
func isFinite(v float64) bool { return !math.IsNaN(v) && !math.IsInf(v, 0) }
