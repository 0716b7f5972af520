package scenario

import (
	"fmt"
	"slices"
	"strings"
)

// A Fit says what [FitAR1] found, and from what.
type Fit struct {
	Until       int // last year that was looked at
	First, Last int // first and last year whose shocks were estimated
	Pairs       int // pairs of consecutive years of all members

	Pooled float64 // persistence before the correction for short records
	Rho    float64 // part of a deviation that is left a year later, the same for all
	SD     float64 // standard deviation of a year's shock, root mean square of the members, as a fraction
	Common float64 // part of the shocks' variance that all members share, mean of the members

	Members  []MemberFit // in order of code
	Warnings []error     // what was left out, and which estimates are not what they seem
}

// MemberFit is what [FitAR1] found for one member.
type MemberFit struct {
	Code   string  // ISO alpha-3
	Pairs  int     // pairs of consecutive years
	Mean   float64 // mean growth of the record, as a fraction; for comparison only
	SD     float64 // standard deviation of a year's shock, as a fraction
	Common float64 // part of the shocks' variance that all members share
}

// String gives the findings in a few lines.
func (f *Fit) String() string {
	bySD := slices.SortedFunc(slices.Values(f.Members), func(a, b MemberFit) int {
		switch {
		case a.SD < b.SD:
			return -1
		case a.SD > b.SD:
			return 1
		}
		return strings.Compare(a.Code, b.Code)
	})
	lines := []string{fmt.Sprintf("%s in %d-%d, %d pairs of years", countMembers(len(f.Members)), f.First, f.Last, f.Pairs)}
	lines = append(lines,
		fmt.Sprintf("  persistence       %5.2f   %.2f before the correction for short records", f.Rho, f.Pooled),
		fmt.Sprintf("  shock of a year   %5.2f   points of growth (standard deviation)", ToPercent(f.SD)))
	if n := len(bySD); n > 1 {
		lines[2] += fmt.Sprintf(", from %.2f (%s) to %.2f (%s)", ToPercent(bySD[0].SD), bySD[0].Code, ToPercent(bySD[n-1].SD), bySD[n-1].Code)
	}
	return strings.Join(append(lines, fmt.Sprintf("  common to all     %5.2f   of the variance of shocks", f.Common)), "\n")
}

func countMembers(n int) string {
	if n == 1 {
		return "1 member"
	}
	return fmt.Sprintf("%d members", n)
}
