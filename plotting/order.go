package plotting

import (
	"cmp"
	"math"

	"gonum.org/v1/plot/plotter"
)

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

// compareEnds is compareLines at the end of two lines that end in one year but may
// begin in different ones.
func compareEnds(a, b plotter.XYs) int {
	n := min(len(a), len(b))
	return compareLines(a[len(a)-n:], b[len(b)-n:], n-1)
}

// compareValues compares values that may differ by rounding.
func compareValues(a, b float64) int {
	if math.Abs(a-b) <= 1e-9*max(math.Abs(a), math.Abs(b)) {
		return 0
	}
	return cmp.Compare(a, b)
}
