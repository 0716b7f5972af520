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
// fraction. It divides, because multiplying by 0.01 gives a neighbouring
// float64 for about one in eight two-decimal percentages.
func FromPercent(p float64) float64 { return p / 100 }

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
