package plotting

import (
	"fmt"
	"math"
	"slices"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// startYears gives the distinct base years, ascending.
func startYears(rs []*projection.Result) []int {
	found := map[int]bool{}
	for _, r := range rs {
		found[r.Options.Base] = true
	}
	return sortedKeys(found)
}

// startsFrom says which edition the projections from each base year start from.
func startsFrom(rs []*projection.Result) string {
	var said []string
	for _, r := range rs {
		text := fmt.Sprintf("from %d: edition %s", r.Options.Base, r.Dataset.Edition)
		if !slices.Contains(said, text) {
			said = append(said, text)
		}
	}
	return "Projected " + list(said)
}

// apart gives results that are named by what tells them apart: the scenario, the
// base year, the edition.
func apart(rs []*projection.Result) ([]*projection.Result, error) {
	differ := func(of func(*projection.Result) string) bool {
		return slices.ContainsFunc(rs, func(r *projection.Result) bool { return of(r) != of(rs[0]) })
	}
	scenarios := differ(func(r *projection.Result) string { return r.Scenario.Name })
	bases := len(startYears(rs)) > 1
	editions := differ(func(r *projection.Result) string { return r.Dataset.Edition })
	named := make([]*projection.Result, len(rs))
	taken := map[string]bool{}
	for i, r := range rs {
		name := r.Scenario.Name
		switch from := fmt.Sprintf("from %d", r.Options.Base); {
		case bases && scenarios:
			name += ", " + from
		case bases:
			name = "Projected " + from
		}
		if editions && !bases {
			name += ", edition " + r.Dataset.Edition
		}
		if taken[name] {
			return nil, fmt.Errorf("two results are %q from %d in edition %s: give every scenario from one edition and base year a name of its own: %w",
				r.Scenario.Name, r.Options.Base, r.Dataset.Edition, scenario.ErrDuplicate)
		}
		taken[name] = true
		copied := *r
		copied.Scenario.Name = name
		named[i] = &copied
	}
	return named, nil
}

// maxStarts is the number of base years that a title names one by one.
const maxStarts = 3

// backtestPathsTitle states what a member spent in a year, and what it was
// projected to spend: "Germany spent 1.98% of GDP in 2024, more than the 1.24%
// projected from 2018 and 1.53% from 2022".
func backtestPathsTitle(m *scenario.Member, rs []*projection.Result, year int) string {
	really, _ := m.Share.Observe(year)
	fact := fmt.Sprintf("%s spent %s of %s in %s", m.Name, percent(really.Value), rs[0].Dataset.Denominator, yearOf(really))
	least, most := math.Inf(1), math.Inf(-1)
	var bases, ranges []string
	for _, base := range startYears(rs) {
		low, high := projectedTo(m.Code, rs, base, year)
		if low > high || brokenSince(m, base, year) != nil {
			continue // it starts later, or cannot be compared
		}
		least, most = min(least, low), max(most, high)
		bases, ranges = append(bases, fmt.Sprint(base)), append(ranges, shareRange(low, high))
	}
	if len(bases) == 0 {
		return fact + ", which cannot be compared with what was projected"
	}
	if len(bases) > maxStarts {
		bases, ranges = []string{list(bases)}, []string{shareRange(least, most)}
	}
	switch was := printed(really.Value); {
	case was > printed(most):
		return fact + ", more than the " + expected(ranges, " projected", bases)
	case was < printed(least):
		return fact + ", less than the " + expected(ranges, " projected", bases)
	case percent(least) == percent(most):
		return fact + ", as projected from " + list(bases)
	}
	return fact + "; " + expected(ranges, " was projected", bases)
}

// expected lists what was projected from each base year: "1.24% projected from 2018
// and 1.53% from 2022".
func expected(ranges []string, verb string, bases []string) string {
	var clauses []string
	for i, base := range bases {
		clauses = append(clauses, ranges[i]+verb+" from "+base)
		verb = ""
	}
	return list(clauses)
}

// projectedTo gives the lowest and the highest share that a member was projected
// to have in a year, from a base year; least is above most if there is none.
func projectedTo(code string, rs []*projection.Result, base, year int) (least, most float64) {
	least, most = math.Inf(1), math.Inf(-1)
	for _, r := range rs {
		share, err := r.Share(code)
		if v, ok := share.At(year); err == nil && ok && r.Options.Base == base && base < year {
			least, most = min(least, v), max(most, v)
		}
	}
	return least, most
}

// shareRange writes two shares, or one if they are printed alike.
func shareRange(least, most float64) string {
	if percent(least) == percent(most) {
		return percent(least)
	}
	return percent(least) + " to " + percent(most)
}

// brokenSince gives the first break of a member's figures after a base year and up
// to a year; nil if there is none.
func brokenSince(m *scenario.Member, base, year int) *scenario.Break {
	for y := base + 1; y <= year; y++ {
		if why, broken := m.Broken(y); broken {
			return &scenario.Break{Year: y, Why: why}
		}
	}
	return nil
}

// breaks says from when on what happened to members cannot be compared with
// projections from a base year.
func breaks(d *scenario.Dataset, codes []string, base int) []string {
	var said []string
	for _, code := range codes {
		m, err := d.Member(code)
		if err != nil {
			continue
		}
		if b := brokenSince(m, base, m.Share.Last()); b != nil {
			said = append(said, fmt.Sprintf("%s from %d on cannot be compared with what was projected before: %s", m.Name, b.Year, b.Why))
		}
	}
	return said
}
