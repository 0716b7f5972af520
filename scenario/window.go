package scenario

import (
	"fmt"
	"math"
)

// The means over a window of past years, which Historic, Trend and Drift
// continue. All take the last n yearly changes up to and including base, leave
// out those where a figure is missing or skip says so, and tell how many they
// used; with none the mean is NaN.

// meanGrowth is the geometric mean of yearly growth.
func meanGrowth(at func(int) (float64, bool), base, n int, skip func(int) bool) (mean float64, used int) {
	sum, used := sumChanges(at, base, n, skip, func(before, v float64) float64 { return math.Log(v / before) })
	return math.Expm1(sum / float64(used)), used
}

// meanChange is the mean of yearly differences.
func meanChange(at func(int) (float64, bool), base, n int, skip func(int) bool) (mean float64, used int) {
	sum, used := sumChanges(at, base, n, skip, func(before, v float64) float64 { return v - before })
	return sum / float64(used), used
}

func sumChanges(at func(int) (float64, bool), base, n int, skip func(int) bool, change func(before, v float64) float64) (sum float64, used int) {
	for year := base - n + 1; year <= base; year++ {
		v, ok := at(year)
		before, okBefore := at(year - 1)
		if !ok || !okBefore || skip != nil && skip(year) {
			continue
		}
		if c := change(before, v); isFinite(c) { // no growth rate from or to zero
			sum += c
			used++
		}
	}
	return sum, used
}

// warnWindow says where a window of n years up to base held fewer changes than
// asked for, and which breaks were left out of it.
func warnWindow(m *Member, base, n, used int, skip func(int) bool, what string) []error {
	var warnings []error
	for year := base - n + 1; skip != nil && year <= base; year++ {
		if why, broken := m.Broken(year); broken && skip(year) {
			warnings = append(warnings, fmt.Errorf("%s: %s: the change in %d is left out of %s", m.Code, why, year, what))
			used++
		}
	}
	if used < n {
		warnings = append(warnings, fmt.Errorf("%s: %s over %d years, %d asked", m.Code, what, used, n))
	}
	return warnings
}
