package plotting

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// maxLater is the number of members that are named whose figures were printed
// elsewhere.
const maxLater = 8

// otherEditions says which members' shares of a year were not printed in the
// edition of the data set but in another one, a later one for instance, from
// which the edition was completed. Year 0 is the base year of each result.
func otherEditions(rs []*projection.Result, shown []string, year int) []string {
	type printing struct{ who, edition string }
	var all []printing
	years := map[printing][]int{}
	for _, r := range rs {
		at := year
		if at == 0 {
			at = r.Options.Base
		}
		var others []string
		names := map[string][]string{}
		with := 0
		for _, code := range r.Codes() {
			m, err := r.Member(code)
			if err != nil || !slices.Contains(shown, code) {
				continue
			}
			o, ok := m.Share.Observe(at)
			if !ok {
				continue
			}
			with++
			if !printedIn(r.Dataset, o) {
				if names[o.Edition] == nil {
					others = append(others, o.Edition)
				}
				names[o.Edition] = append(names[o.Edition], m.Name)
			}
		}
		for _, edition := range others {
			one := printing{whose(names[edition], with), edition}
			if years[one] == nil {
				all = append(all, one)
			}
			years[one] = append(years[one], at)
		}
	}
	var said []string
	for _, one := range all {
		at := slices.Compact(slices.Sorted(slices.Values(years[one])))
		said = append(said, fmt.Sprintf("%s in %s: figures of edition %s", one.who, inYears(at), one.edition))
	}
	return said
}

// whose names members, or counts them if they are many.
func whose(names []string, of int) string {
	slices.Sort(names)
	switch {
	case len(names) <= maxLater:
		return list(names)
	case len(names) == of:
		return "All " + members(of)
	default:
		return members(len(names))
	}
}

// printedIn reports whether a figure was printed in the edition of a data set.
// An edition that was cut is called "nato-2025-08 cut at 2018" and has figures
// of "nato-2025-08"; one that does not say where figures are from has all.
func printedIn(d *scenario.Dataset, o scenario.Observation) bool {
	return o.Edition == "" || o.Edition == d.Edition || strings.HasPrefix(d.Edition, o.Edition+" ")
}

// editionsInWords names editions, those that were cut from one as one: "nato-2026-07,
// whole and cut at 2016 to 2024".
func editionsInWords(editions []string) []string {
	var names []string
	cuts, whole := map[string][]int{}, map[string]bool{}
	for _, edition := range editions {
		name, cut, _ := strings.Cut(edition, " cut at ")
		if year, err := strconv.Atoi(cut); err == nil {
			cuts[name] = append(cuts[name], year)
		} else {
			name = edition
			whole[name] = true
		}
		names = append(names, name)
	}
	names = once(names)
	for i, name := range names {
		at := inYears(slices.Compact(slices.Sorted(slices.Values(cuts[name]))))
		switch {
		case at == "":
		case whole[name]:
			names[i] += ", whole and cut at " + at
		default:
			names[i] += " cut at " + at
		}
	}
	return names
}

// editionsOf lists the editions that results start from, in their order, then those
// of what really happened.
func editionsOf(rs []*projection.Result, outcomes ...*scenario.Dataset) []string {
	var editions []string
	for _, d := range append(datasets(rs), outcomes...) {
		if e := d.Edition; !slices.Contains(editions, e) {
			editions = append(editions, e)
		}
	}
	return editions
}
