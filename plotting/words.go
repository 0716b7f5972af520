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
func percent(f float64) string { return fmt.Sprintf("%.2f%%", printed(f)/100) }

// goal names what is asked: "2% of GDP", in the words of a data set, if it is the same
// for all, otherwise the words given.
func goal(d *scenario.Dataset, reaches []projection.Reach, otherwise string) string {
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
	return d.FormatShare(target)
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

// counted is the title of a chart that counts members: "17 of 29 members reach 2%
// of GDP by 2030". count tells how many do in a result. It is empty if the
// results are about different members.
func counted(rs []*projection.Result, year int, plural, singular, join string, count func(*projection.Result) tally) string {
	if title := countsByGoal(rs, year, plural, singular, join, count); title != "" {
		return title
	}
	if !sameMembers(rs) {
		return ""
	}
	tallies := make([]tally, len(rs))
	for i, r := range rs {
		tallies[i] = count(r)
	}
	return fmt.Sprintf("%s %s %s %d", subjects(tallies, plural, singular), goal(rs[0].Dataset, allReaches(rs), theirTarget(tallies...)), join, year)
}

// countsByGoal is a title about scenarios with different targets: "At least 21
// of 29 members reach 2% of GDP by 2040, 13 reach 2.5%". count tells how many do
// in a result. It is empty where this cannot be said of all the results.
func countsByGoal(rs []*projection.Result, year int, plural, singular, join string, count func(*projection.Result) tally) string {
	groups, ok := byGoal(rs)
	if !ok || len(groups) < 2 || len(groups) > 3 {
		return ""
	}
	var clauses []string
	of := count(groups[0][0]).of
	for i, group := range groups {
		least, most := of, 0
		for _, r := range group {
			t := count(r)
			if t.of != of {
				return ""
			}
			least, most = min(least, t.n), max(most, t.n)
		}
		share := distinctTargets(group[0].Reaches())[0]
		if i == 0 {
			clauses = append(clauses, capital(fmt.Sprintf("%s %s %s %d", many(least, most, of, " of "+members(of), plural, singular), rs[0].Dataset.FormatShare(share), join, year)))
		} else {
			clauses = append(clauses, many(least, most, of, "", plural, singular)+" "+scenario.FormatShare(share))
		}
	}
	return strings.Join(clauses, ", ")
}

// many begins a clause about a number of members that differs between
// scenarios: "at least 21 of 29 members reach", or later in a sentence "up to 3
// reach", "all reach", "none reaches".
func many(least, most, all int, whole, plural, singular string) string {
	verb := plural
	if most == 1 && least > 0 {
		verb = singular
	}
	switch {
	case most == 0:
		return "none" + whole + " " + singular
	case least == all && whole != "":
		return "all " + members(all) + " " + plural
	case least == all:
		return "all " + plural
	case least == most:
		return fmt.Sprintf("%d%s %s", least, whole, verb)
	case least == 0:
		return fmt.Sprintf("up to %d%s %s", most, whole, plural)
	default:
		return fmt.Sprintf("at least %d%s %s", least, whole, plural)
	}
}

// pledged gives the results in which something is asked of anyone.
func pledged(rs []*projection.Result) []*projection.Result {
	return slices.DeleteFunc(slices.Clone(rs), func(r *projection.Result) bool { return asked(r) == 0 })
}

// unpledged says in which scenarios nothing is asked of anyone.
func unpledged(rs []*projection.Result) string {
	var names []string
	for _, r := range rs {
		if asked(r) == 0 {
			names = append(names, r.Scenario.Name)
		}
	}
	if len(names) == 0 {
		return ""
	}
	return list(quotedAll(names)) + ": nothing is asked"
}

// sameMembers reports whether the results are about the same members.
func sameMembers(rs []*projection.Result) bool {
	for _, r := range rs {
		if !slices.Equal(r.Codes(), rs[0].Codes()) {
			return false
		}
	}
	return true
}

// A tally is how many of those who are asked do something.
type tally struct{ n, of int }

// reachedBy counts those who have reached what is asked of them by a year.
func reachedBy(reaches []projection.Reach, year int) (t tally) {
	for _, r := range reaches {
		if r.Status == projection.NotAsked {
			continue
		}
		t.of++
		if first, ok := r.Year(); ok && first <= year {
			t.n++
		}
	}
	return t
}

// subject begins a sentence about members: "17 of 29 members reach", "All 5
// members reach", "None of 29 members reaches"; verb is in the plural, as one
// is the singular.
func (t tally) subject(plural, singular string) string {
	switch {
	case t.of == 1 && t.n == 1:
		return "The one member asked " + singular
	case t.of == 2 && t.n == 2:
		return "Both members " + plural
	case t.of == 2 && t.n == 0:
		return "Neither member " + singular
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

// theirTarget is the target of the subject of a sentence about several scenarios:
// "1 of 4 members reaches its target", "3 of 4 members reach their target".
func theirTarget(ts ...tally) string {
	if !slices.ContainsFunc(ts, func(t tally) bool { return t.n > 1 }) {
		return "its target"
	}
	return "their target"
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
	case !same && most.n == 0:
		return "No member " + singular
	case !same && most.n == 1:
		return "At most 1 member " + singular
	case !same && least.n == most.n:
		return fmt.Sprintf("%s %s", members(most.n), plural)
	case same && most.n == most.of:
		return fmt.Sprintf("At least %d of %s %s", least.n, members(ts[0].of), plural)
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
