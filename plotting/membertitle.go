package plotting

import (
	"fmt"
	"strings"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
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
	if title := goalsTitle(name, asked); title != "" {
		return title
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
		return fmt.Sprintf("%s was at %s in %d already", name, goal, first) + losses(reached)
	case first == last:
		return fmt.Sprintf("%s reaches %s in %d in every scenario", name, goal, first) + losses(reached)
	default:
		return fmt.Sprintf("%s reaches %s between %d and %d", name, goal, first, last) + losses(reached)
	}
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
		return ", but falls below it again"
	}
	return fmt.Sprintf(", but falls below it again in %d of %d scenarios", n, len(reached))
}

// goalsTitle states when a member reaches each of several targets: "Germany
// reaches 2% of GDP between 2030 and 2033, 2.5% in 2030 or not by 2040". It is
// empty if there is but one target, or more than three.
func goalsTitle(name string, asked []projection.Reach) string {
	targets := distinctTargets(asked)
	if len(targets) < 2 || len(targets) > 3 {
		return ""
	}
	var words []string
	for i, target := range targets {
		var reached []projection.Reach
		missed := 0
		for _, r := range asked {
			switch _, ok := r.Year(); {
			case r.Target != target:
			case ok:
				reached = append(reached, r)
			default:
				missed++
			}
		}
		share := scenario.FormatShare(target)
		if i == 0 {
			share += " of GDP"
		}
		words = append(words, share+" "+when(reached, missed, asked[0].To)+losses(reached))
	}
	return name + " reaches " + strings.Join(words, ", ")
}

// when says in which years a target is reached, and whether it is missed.
func when(reached []projection.Reach, missed, to int) string {
	if len(reached) == 0 {
		return fmt.Sprintf("not by %d", to)
	}
	first, last := span(reached)
	text := fmt.Sprintf("between %d and %d", first, last)
	switch {
	case first == last && reached[0].Status == projection.MetAlready:
		text = fmt.Sprintf("by %d", first)
	case first == last:
		text = fmt.Sprintf("in %d", first)
	}
	if missed > 0 {
		text += fmt.Sprintf(" or not by %d", to)
	}
	return text
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
