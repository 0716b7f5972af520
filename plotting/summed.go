package plotting

import (
	"fmt"
	"slices"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// A summed is one member or several whose money is added up.
type summed struct {
	codes []string // ascending
	name  string   // in a sentence: "Germany", "Germany and Spain", "31 members"
	about string   // sentence of a note that says who is meant; empty: the name does
}

// summedOf finds members by code or name in every result; none named means all,
// which must be the same in every result. A member without forces has no money
// to add.
func summedOf(members []string, rs []*projection.Result) (summed, error) {
	var w summed
	if len(members) == 0 {
		if !sameMembers(rs) {
			return w, fmt.Errorf("the runs have different members: name those to add up: %w", scenario.ErrInvalid)
		}
		w.codes = rs[0].Codes()
	}
	for _, name := range members {
		for _, r := range rs {
			if m, err := r.Dataset.Member(name); err == nil && m.Exempt != "" {
				continue
			}
			m, err := r.Member(name)
			if err != nil {
				return w, err
			}
			w.codes = append(w.codes, m.Code)
		}
	}
	slices.Sort(w.codes)
	w.codes = slices.Compact(w.codes)
	return w.described(rs)
}

// described names the members.
func (w summed) described(rs []*projection.Result) (summed, error) {
	var names []string
	for _, code := range w.codes {
		m, err := rs[0].Member(code)
		if err != nil {
			return w, err
		}
		names = append(names, m.Name)
	}
	slices.Sort(names)
	all := len(rs[0].Codes())
	switch n := len(names); {
	case n == 0:
		return w, fmt.Errorf("none of the members named has forces, so that there is no money: name others: %w", scenario.ErrMissing)
	case n <= maxNamed:
		w.name = list(names)
	case n == all:
		w.name, w.about = members(n), leftOut(rs)
	case n <= maxLater:
		w.name, w.about = members(n), "Shown: "+list(names)
	default:
		w.name, w.about = members(n), fmt.Sprintf("Shown: %d of the %s with figures", n, members(all))
	}
	return w, nil
}

// verb is a verb in the number of the members.
func (w summed) verb(singular, plural string) string {
	if len(w.codes) == 1 {
		return singular
	}
	return plural
}
