package plotting

import (
	"fmt"

	"github.com/pledgesim/pledgesim/projection"
)

// memberTitle states when one member reaches its target in every result that
// it is part of.
func memberTitle(code string, rs []*projection.Result) string {
	var asked []projection.Reach
	name, to := code, 0
	for _, r := range rs {
		reach, err := r.Reach(code)
		if err != nil {
			continue // not part of this run
		}
		name, to = reach.Name, reach.To
		if reach.Status != projection.NotAsked {
			asked = append(asked, reach)
		}
	}
	goal := goal(asked, "its target")
	switch len(asked) {
	case 0:
		return fmt.Sprintf("%s: defence spending up to %d", name, to)
	case 1:
		return name + " " + finding(asked[0], goal)
	}
	var reached []projection.Reach
	for _, r := range asked {
		if _, ok := r.Year(); ok {
			reached = append(reached, r)
		}
	}
	switch n := len(reached); {
	case n == 0:
		return fmt.Sprintf("%s does not reach %s by %d in any scenario", name, goal, to)
	case n < len(asked):
		return fmt.Sprintf("%s reaches %s by %d in %d of %d scenarios", name, goal, to, n, len(asked))
	}
	first, last := span(reached)
	switch {
	case first == last && reached[0].Status == projection.MetAlready:
		return fmt.Sprintf("%s was at %s in %d already", name, goal, first)
	case first == last:
		return fmt.Sprintf("%s reaches %s in %d in every scenario", name, goal, first)
	default:
		return fmt.Sprintf("%s reaches %s between %d and %d", name, goal, first, last)
	}
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
