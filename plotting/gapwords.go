package plotting

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// shortTitle states what is missing in the base year and what becomes of it:
// "Germany was USD 25 billion short of 2% of GDP in 2022; the gap closes in 2030".
func shortTitle(who summed, target float64, r *projection.Result, gap scenario.Series) string {
	base, to, goal := r.Options.Base, r.Options.To, r.Dataset.FormatShare(target)
	short := func(v float64) string { return moneyOf(r.Dataset.Money, v).amount(v) + " short" }
	before, _ := gap.At(base)
	end, _ := gap.At(to)
	were, are := who.verb("was", "were"), who.verb("is", "are")
	lacked := fmt.Sprintf("%s %s %s of %s in %d", who.name, were, short(before), goal, base)
	someThere := slices.ContainsFunc(who.codes, func(code string) bool {
		gap, _, err := r.GapTo(code, target)
		lacks, ok := gap.At(base)
		return err == nil && ok && lacks == 0
	})
	if len(who.codes) > maxNamed || someThere && before > 0 {
		lacked = fmt.Sprintf("Of %s, those below %s were %s in %d", who.name, goal, short(before), base)
	}
	switch closed := closing(gap, base); {
	case before == 0 && end == 0:
		return fmt.Sprintf("%s %s at %s in %d and %s there in %d", who.name, were, goal, base, are, to)
	case before == 0:
		return fmt.Sprintf("%s %s at %s in %d and %s %s in %d", who.name, were, goal, base, are, short(end), to)
	case end == 0:
		return fmt.Sprintf("%s; the gap closes in %d", lacked, closed)
	default:
		return fmt.Sprintf("%s and %s %s in %d", lacked, are, short(end), to)
	}
}

// closing is the first year after the base year from which nothing is missing any
// more; one after the last year if there is none.
func closing(gap scenario.Series, base int) int {
	year := gap.Last() + 1
	for year > base+1 {
		if v, _ := gap.At(year - 1); v > 0 {
			break
		}
		year--
	}
	return year
}

// gapRule says against what all years are measured, and what a sum is of.
func (w summed) gapRule(d *scenario.Dataset, target float64) string {
	share := scenario.FormatShare(target)
	rule := "All years are measured against " + d.FormatShare(target)
	if len(w.codes) > 1 {
		rule += "; the shortfall is the sum of what each member lacks, so that nothing above " + share + " makes up for it, here also as a share of the " + d.Denominator + " of all of them"
	}
	return rule
}

// missingYears names the published years of which a figure is missing.
func missingYears(money scenario.Series, first, base int) string {
	var years []string
	for year := first; year <= base; year++ {
		if _, ok := money.At(year); !ok {
			years = append(years, strconv.Itoa(year))
		}
	}
	if len(years) == 0 {
		return ""
	}
	return "Left out where a figure is missing: " + list(years)
}
