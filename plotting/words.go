package plotting

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// percent writes a share with two decimals, as NATO prints it: "2.16%".
func percent(f float64) string { return fmt.Sprintf("%.2f%%", scenario.ToPercent(f)) }

// goal names what is asked: "2% of GDP" if it is the same for all, otherwise
// the words given.
func goal(reaches []projection.Reach, otherwise string) string {
	target := 0.0
	for _, r := range reaches {
		switch {
		case r.Status == projection.NotAsked, r.Target == target:
		case target == 0:
			target = r.Target
		default:
			return otherwise
		}
	}
	if target == 0 {
		return otherwise
	}
	return scenario.FormatShare(target) + " of GDP"
}

// allReaches gives the reaches of several results in one list.
func allReaches(rs []*projection.Result) []projection.Reach {
	var all []projection.Reach
	for _, r := range rs {
		all = append(all, r.Reaches()...)
	}
	return all
}

// by is the year up to which a title counts: the deadline, if there is one for
// all who are asked, otherwise the horizon.
func by(reaches []projection.Reach) int {
	deadline, horizon := 0, 0
	for _, r := range reaches {
		horizon = r.To
		if r.Status == projection.NotAsked {
			continue
		}
		if r.Deadline == 0 || r.Deadline > r.To || deadline != 0 && deadline != r.Deadline {
			return r.To
		}
		deadline = r.Deadline
	}
	return cmp.Or(deadline, horizon)
}

// oneGoal reports whether all who are asked are asked for the same.
func oneGoal(rs []*projection.Result) bool { return len(distinctTargets(allReaches(rs))) == 1 }

// byGoal divides results by what they ask for, the lowest target first. ok is
// false if one of them asks its members for different things.
func byGoal(rs []*projection.Result) (groups [][]*projection.Result, ok bool) {
	shares := map[float64][]*projection.Result{}
	for _, r := range rs {
		targets := distinctTargets(r.Reaches())
		if len(targets) > 1 {
			return nil, false
		}
		for _, share := range targets {
			shares[share] = append(shares[share], r)
		}
	}
	for _, share := range slices.Sorted(maps.Keys(shares)) {
		groups = append(groups, shares[share])
	}
	return groups, true
}

// countsByGoal begins a title about scenarios with different targets: "At least
// 21 of 29 members reach 2% of GDP by 2040, 13 reach 2.5%". count tells how many
// do in a result. It is empty where this cannot be said of all the results.
func countsByGoal(rs []*projection.Result, year int, verb, join string, count func(*projection.Result) tally) string {
	groups, ok := byGoal(rs)
	if !ok || len(groups) < 2 || len(groups) > 3 {
		return ""
	}
	text, of, differ := "", 0, false
	for i, group := range groups {
		least, most := count(group[0]), count(group[0])
		for _, r := range group[1:] {
			t := count(r)
			least.n, most.n = min(least.n, t.n), max(most.n, t.n)
			if t.of != least.of {
				return ""
			}
		}
		share := scenario.FormatShare(distinctTargets(group[0].Reaches())[0])
		differ = differ || least.n < most.n
		switch {
		case i == 0:
			of = least.of
			text = fmt.Sprintf("%d of %s %s %s of GDP %s %d", least.n, members(of), verb, share, join, year)
		case least.of != of:
			return ""
		default:
			text += fmt.Sprintf(", %d %s %s", least.n, verb, share)
		}
	}
	if differ {
		text = "At least " + text
	}
	return text
}

// A tally is how many of those who are asked do something.
type tally struct{ n, of int }

// subject begins a sentence about members: "17 of 29 members reach", "All 5
// members reach", "None of 29 members reaches"; verb is in the plural, as one
// is the singular.
func (t tally) subject(plural, singular string) string {
	switch {
	case t.of == 1 && t.n == 1:
		return "The one member asked " + singular
	case t.n == t.of && t.of > 1:
		return fmt.Sprintf("All %d members %s", t.of, plural)
	case t.n == 0:
		return fmt.Sprintf("None of %s %s", members(t.of), singular)
	case t.n == 1:
		return fmt.Sprintf("%d of %s %s", t.n, members(t.of), singular)
	default:
		return fmt.Sprintf("%d of %s %s", t.n, members(t.of), plural)
	}
}

// subjects is subject for several scenarios: "Between 12 and 17 of 29 members
// reach".
func subjects(ts []tally, plural, singular string) string {
	byCount := func(a, b tally) int { return cmp.Compare(a.n, b.n) }
	least, most := slices.MinFunc(ts, byCount), slices.MaxFunc(ts, byCount)
	same := !slices.ContainsFunc(ts, func(t tally) bool { return t.of != ts[0].of })
	switch {
	case same && least.n == most.n:
		return ts[0].subject(plural, singular)
	case same && most.of == 1:
		return "In some scenarios the one member asked " + singular
	case same && least.n == 0 && most.n == most.of:
		return fmt.Sprintf("Between none and all %s %s", members(most.of), plural)
	case same && least.n == 0:
		return "Up to " + most.subject(plural, singular)
	case !same && least.n == most.n:
		return fmt.Sprintf("%s %s", members(most.n), plural)
	case same && most.n == most.of:
		return fmt.Sprintf("Between %d and all %s %s", least.n, members(ts[0].of), plural)
	case same:
		return fmt.Sprintf("Between %d and %d of %s %s", least.n, most.n, members(ts[0].of), plural)
	default:
		return fmt.Sprintf("Between %d and %d members %s", least.n, most.n, plural)
	}
}

// members counts members.
func members(n int) string {
	if n == 1 {
		return "1 member"
	}
	return fmt.Sprintf("%d members", n)
}

// list joins names: "Iceland, Latvia and Türkiye".
func list(names []string) string {
	if n := len(names); n > 1 {
		return strings.Join(names[:n-1], ", ") + " and " + names[n-1]
	}
	return strings.Join(names, "")
}

func sortedKeys[V any](m map[int]V) []int { return slices.Sorted(maps.Keys(m)) }
