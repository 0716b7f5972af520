package scenario

import (
	"fmt"
	"math"
	"slices"
	"strings"
)

// Shift adds the same number of percentage points to every rate of a path:
// Shift{path, -1*Percent} is one point lower each year.
type Shift struct {
	Path GrowthPath // what is shifted
	By   float64    // number of points, as a fraction
}

// Central fills dst with the shifted rates.
func (s Shift) Central(dst []float64, m *Member, first int) error {
	if err := s.Path.Central(dst, m, first); err != nil {
		return err
	}
	for i := range dst {
		dst[i] += s.By
	}
	return nil
}

// Origins gives the sources of the path.
func (s Shift) Origins() []Source { return Origins(s.Path) }

// Warn passes on what the path has to say.
func (s Shift) Warn(m *Member, base, to int) []error { return Warnings(s.Path, m, base, to) }

// String gives the path and the shift in words.
func (s Shift) String() string {
	return words(s.Path, noPath) + more(s.By)
}

// more writes a difference of rates behind what it is added to: ", plus 1
// percentage point".
func more(by float64) string {
	what := ", plus "
	if by < 0 {
		what = ", less "
	}
	return what + points(math.Abs(by))
}

func (s Shift) check(f *faults, at string) {
	checkPart(f, at+".Path", s.Path)
	checkDifference(f, at+".By", s.By)
}

// Shock is a recession on top of a path: over Years years from First on, the
// level of GDP falls to Depth below where the path would have it, by the same
// factor each year. It stays there, or returns to the path within Recovery
// years. Years of it before the projection are in the published figures already:
// only what is left of fall and recovery is projected.
// A response that sets money whatever GDP does, such as Trend or Budget, is not
// cut with GDP, so that the share rises in a recession.
type Shock struct {
	Path     GrowthPath // GDP without the recession
	First    int        // first year of the recession
	Years    int        // how long it lasts; 0: one year
	Depth    float64    // loss of GDP against the path at its end, as a fraction: 5*Percent
	Recovery int        // years in which the whole loss is made good; 0: never
}

// Central fills dst with the rates of the path, lowered in the recession and
// raised in the recovery.
func (s Shock) Central(dst []float64, m *Member, first int) error {
	if err := s.Path.Central(dst, m, first); err != nil {
		return err
	}
	for i := range dst {
		if factor := s.factor(first + i); factor != 1 {
			dst[i] = float64((1+dst[i])*factor) - 1
		}
	}
	return nil
}

// factor is what the level of GDP is multiplied by in a year, against the path.
func (s Shock) factor(year int) float64 {
	years := orDefault(s.Years, 1)
	switch k := year - s.First; {
	case k >= 0 && k < years:
		return math.Pow(1-s.Depth, 1/float64(years))
	case k >= years && k < years+s.Recovery:
		return math.Pow(1-s.Depth, -1/float64(s.Recovery))
	}
	return 1
}

// Origins gives the sources of the path.
func (s Shock) Origins() []Source { return Origins(s.Path) }

// Warn passes on what the path has to say, and says when the recession lies
// outside the projection or has begun before it.
func (s Shock) Warn(m *Member, base, to int) []error {
	warnings := Warnings(s.Path, m, base, to)
	switch {
	case s.First > to:
		return append(warnings, fmt.Errorf("recession of %d begins after the projection, which ends in %d", s.First, to))
	case s.First <= base:
		return append(warnings, fmt.Errorf("recession of %d begins before the projection, which starts in %d: only what is left of it counts", s.First, base+1))
	}
	return warnings
}

// String gives path and recession in words.
func (s Shock) String() string {
	last := s.First + orDefault(s.Years, 1) - 1
	when := fmt.Sprintf("in %d", s.First)
	if last > s.First {
		when = fmt.Sprintf("in %d-%d", s.First, last)
	}
	after := "which is never made good"
	if s.Recovery > 0 {
		after = fmt.Sprintf("which is made good by %d", last+s.Recovery)
	}
	return fmt.Sprintf("%s; a recession %s costs %s of GDP, %s", words(s.Path, noPath), when, FormatShare(s.Depth), after)
}

func (s Shock) check(f *faults, at string) {
	checkPart(f, at+".Path", s.Path)
	checkDepth(f, at+".Depth", s.Depth)
	if s.First == 0 {
		f.add(at+".First", nil, "is missing: name the first year of the recession", ErrInvalid)
	}
	checkYear(f, at+".First", s.First)
	checkYears(f, at+".Years", s.Years)
	checkYears(f, at+".Recovery", s.Recovery)
}

func checkDepth(f *faults, at string, depth float64) {
	if !(depth > 0 && depth < 0.5) {
		f.add(at, depth, "is not a loss between 0 and 0.5 (5*scenario.Percent is five per cent)", ErrUnit)
	}
}

// Nominal adds inflation to a path of real growth: (1+g)(1+p)-1. Use it where
// the money of the data set is in current prices.
type Nominal struct {
	Path      GrowthPath // real growth
	Inflation GrowthPath // growth of the GDP deflator
}

// Central fills dst with growth in current prices.
func (n Nominal) Central(dst []float64, m *Member, first int) error {
	if err := n.Path.Central(dst, m, first); err != nil {
		return err
	}
	inflation := make([]float64, len(dst))
	if err := n.Inflation.Central(inflation, m, first); err != nil {
		return err
	}
	for i, p := range inflation {
		dst[i] = float64((1+dst[i])*(1+p)) - 1
	}
	return nil
}

// Origins gives the sources of both paths.
func (n Nominal) Origins() []Source { return append(Origins(n.Path), Origins(n.Inflation)...) }

// Warn passes on what both paths have to say.
func (n Nominal) Warn(m *Member, base, to int) []error {
	return slices.Concat(Warnings(n.Path, m, base, to), Warnings(n.Inflation, m, base, to))
}

// String gives both paths in words.
func (n Nominal) String() string {
	inflation := strings.TrimPrefix(words(n.Inflation, noPath), "GDP grows ") // a path of prices, not of GDP
	return fmt.Sprintf("%s, in real terms; inflation: %s", words(n.Path, noPath), inflation)
}

func (n Nominal) check(f *faults, at string) {
	checkPart(f, at+".Path", n.Path)
	checkPart(f, at+".Inflation", n.Inflation)
}
