package scenario

import (
	"fmt"

	"gonum.org/v1/gonum/stat"
)

// The means over a window of past years, which Historic, Trend and Drift
// continue. All take the last n yearly changes up to and including base, leave
// out those where a figure is missing or a break lies between, and tell how
// many they used; with none the mean is NaN. A window is at most MaxWindow years.

// SpendingGrowth is the geometric mean of the yearly growth of spending over
// the last n years up to base, as a fraction, and the number of yearly changes
// it was taken over; it is NaN if that is 0.
func (m *Member) SpendingGrowth(base, n int) (mean float64, used int) {
	return meanGrowth(m.SpendingAt, base, n, nil)
}

// ShareChange is the mean yearly change of the share over the last n years up
// to base, as a fraction of GDP, and the number of yearly changes it was taken
// over; it is NaN if that is 0. Changes across a break are left out.
func (m *Member) ShareChange(base, n int) (mean float64, used int) {
	return meanChange(m.Share.At, base, n, m.broken)
}

// GDPGrowth is the geometric mean of the yearly growth of GDP over the last n
// years up to base, as a fraction, and the number of yearly changes it was
// taken over; it is NaN if that is 0. Changes across a break are left out.
func (m *Member) GDPGrowth(base, n int) (mean float64, used int) {
	return meanGrowth(m.GDP.At, base, n, m.broken)
}

func meanGrowth(at func(int) (float64, bool), base, n int, skip func(int) bool) (mean float64, used int) {
	ratios := changes(at, base, n, skip, func(before, v float64) float64 {
		if before <= 0 || v <= 0 {
			return nan // there is no growth rate from or to zero
		}
		return v / before
	})
	return stat.GeometricMean(ratios, nil) - 1, len(ratios)
}

func meanChange(at func(int) (float64, bool), base, n int, skip func(int) bool) (mean float64, used int) {
	steps := changes(at, base, n, skip, func(before, v float64) float64 { return v - before })
	return stat.Mean(steps, nil), len(steps)
}

func changes(at func(int) (float64, bool), base, n int, skip func(int) bool, change func(before, v float64) float64) []float64 {
	var all []float64
	for year := base - min(n, MaxWindow) + 1; year <= base; year++ {
		v, ok := at(year)
		before, okBefore := at(year - 1)
		if !ok || !okBefore || skip != nil && skip(year) {
			continue
		}
		if c := change(before, v); isFinite(c) {
			all = append(all, c)
		}
	}
	return all
}

// warnWindow says where a window of n years up to base held fewer changes than
// asked for, and which breaks were left out of it.
func warnWindow(m *Member, base, n, used int, breaks bool, what string) []error {
	var warnings []error
	for year := base - min(n, MaxWindow) + 1; breaks && year <= base; year++ {
		if why, broken := m.Broken(year); broken {
			warnings = append(warnings, fmt.Errorf("%s: %s: the change in %d is left out of %s", m.Code, why, year, what))
			used++
		}
	}
	if used < n {
		warnings = append(warnings, fmt.Errorf("%s: %s over %s, %d asked", m.Code, what, countYears(used), n))
	}
	return warnings
}
