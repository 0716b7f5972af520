package plotting

import (
	"fmt"
	"slices"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// memberTitle states when one member reaches its target in every result that
// it is part of: "Germany reaches 2% of GDP between 2027 and 2031".
func memberTitle(code string, rs []*projection.Result) string {
	var asked []projection.Reach
	name, to, in, d := code, 0, "", rs[0].Dataset
	for _, r := range rs {
		reach, err := r.Reach(code)
		if err != nil {
			continue // not part of this run
		}
		name, to = reach.Name, reach.To
		if reach.Status != projection.NotAsked {
			asked = append(asked, reach)
			in = " in " + quoted(r.Scenario.Name)
		}
	}
	if len(rs) == 1 {
		in = ""
	}
	targets := distinctTargets(asked)
	switch {
	case len(asked) == 0:
		return fmt.Sprintf("%s: %s up to %d", name, quantity(rs), to)
	case len(asked) == 1:
		return name + " " + finding(asked[0], goal(d, asked, "")) + in
	case len(targets) > 3:
		return name + " " + outcome(asked, "its target")
	}
	var clauses []string
	for i, target := range targets {
		share := scenario.FormatShare(target)
		if i == 0 {
			share = d.FormatShare(target)
		}
		of := slices.DeleteFunc(slices.Clone(asked), func(r projection.Reach) bool { return r.Target != target })
		clauses = append(clauses, outcome(of, share))
	}
	return name + " " + list(clauses)
}

// outcome says what becomes of a target in several scenarios, as the rest of a
// sentence about the member.
func outcome(asked []projection.Reach, goal string) string {
	var reached []projection.Reach
	for _, r := range asked {
		if _, ok := r.Year(); ok {
			reached = append(reached, r)
		}
	}
	n, to := len(reached), asked[0].To
	if n == 0 {
		text := fmt.Sprintf("does not reach %s by %d", goal, to)
		if len(asked) > 1 {
			text += " in any scenario"
		}
		return text
	}
	first, last := span(reached)
	text := fmt.Sprintf("reaches %s between %d and %d", goal, first, last)
	switch {
	case allAlready(reached) && n == len(asked):
		text = "is at " + goal + " already"
	case n < len(asked):
		text = fmt.Sprintf("reaches %s by %d in %d of %d scenarios", goal, to, n, len(asked))
	case first == last && n > 1:
		text = fmt.Sprintf("reaches %s in %d in every scenario", goal, first)
	case first == last:
		text = fmt.Sprintf("reaches %s in %d", goal, first)
	}
	return text + losses(reached)
}

// allAlready reports whether the target is met in the base year of every result.
func allAlready(reached []projection.Reach) bool {
	return !slices.ContainsFunc(reached, func(r projection.Reach) bool { return r.Status != projection.MetAlready })
}

// losses says in how many scenarios the target is lost again; nothing if in none.
func losses(reached []projection.Reach) string {
	n := 0
	for _, r := range reached {
		if _, gone := r.Lost(); gone {
			n++
		}
	}
	switch n {
	case 0:
		return ""
	case len(reached):
		return " but falls below it again"
	}
	return fmt.Sprintf(" but falls below it again in %d of %d scenarios", n, len(reached))
}

// finding says what becomes of a member, as the rest of a sentence.
func finding(r projection.Reach, goal string) string {
	year, _ := r.Year()
	lost, gone := r.Lost()
	switch {
	case r.Status == projection.NotByHorizon:
		return fmt.Sprintf("does not reach %s by %d", goal, r.To)
	case r.Status == projection.MetAlready && gone:
		return fmt.Sprintf("was at %s in %d but falls below it in %d", goal, year, lost)
	case r.Status == projection.MetAlready:
		return fmt.Sprintf("was at %s in %d and stays there", goal, year)
	case gone:
		return fmt.Sprintf("reaches %s in %d but falls below it in %d", goal, year, lost)
	default:
		return fmt.Sprintf("reaches %s in %d", goal, year)
	}
}

// span gives the earliest and the latest year reached.
func span(reached []projection.Reach) (first, last int) {
	for i, r := range reached {
		year, _ := r.Year()
		if i == 0 {
			first, last = year, year
		}
		first, last = min(first, year), max(last, year)
	}
	return first, last
}
