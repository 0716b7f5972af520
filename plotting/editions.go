package plotting

import (
	"fmt"
	"slices"
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
	var said []string
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
			said = append(said, fmt.Sprintf("%s in %d: figures of edition %s", whose(names[edition], with), at, edition))
		}
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
