package plotting

import (
	"fmt"
	"slices"

	"gonum.org/v1/plot"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// Count shows how many members are at their target in each year: a grey step
// line for the published years and one for each scenario from the base year on,
// on an axis that ends at the number of members who are asked. Lines with equal
// counts are drawn in turns, a dash of each; a scenario in which nothing is asked
// has no line. The results must start from the same edition and base
// year and have one horizon. [BacktestCount] adds what really happened,
// [CountFan] a simulation.
func Count(rs ...*projection.Result) (*Figure, error) {
	f, err := count(rs)
	if err != nil {
		return nil, fmt.Errorf("Count: %w", err)
	}
	return f, nil
}

func count(rs []*projection.Result) (*Figure, error) {
	f, words, err := counts(rs)
	if err != nil {
		return nil, err
	}
	f.Note = note(append(append(runAssumptions(rs), words...), caveats(rs))...)
	return f, nil
}

// counts makes the figure without its note, and the sentences of the note between
// the assumptions and the caveats.
func counts(rs []*projection.Result) (*Figure, []string, error) {
	if err := checkResults(rs); err != nil {
		return nil, nil, err
	}
	if err := checkHistory(rs); err != nil {
		return nil, nil, err
	}
	total := 0
	for _, r := range rs {
		total = max(total, asked(r))
	}
	if total == 0 {
		return nil, nil, errNothingAsked
	}
	pledged := pledged(rs)
	base := rs[0].Options.Base
	counts := pledged[0].Count()
	c := &timeChart{base: base, since: since(rs[0]), first: counts.First(), last: rs[0].Options.To, deadlines: deadlines(allReaches(rs)), steps: true,
		history: counts.Until(base),
		levels:  []levelLine{{value: float64(total), label: members(total), below: true}},
		ticks:   func(room int) plot.Ticker { return countTicks{most: room} },
	}
	for _, r := range rs {
		if asked(r) == 0 { // no line, but its colour stays its own
			c.lines = append(c.lines, timeLine{})
			continue
		}
		projected := from(r.Count(), base)
		end, _ := projected.At(projected.Last())
		c.lines = append(c.lines, timeLine{label: fmt.Sprintf("%s: %.0f", r.Scenario.Name, end), values: projected})
	}
	goal := goal(rs[0].Dataset, allReaches(rs), "their target")
	words := append([]string{unpledged(rs), pastGoal(pledged), leftOut(rs)}, remarks(rs, allCodes(rs))...)
	return &Figure{
		Title:    countTitle(pledged, counts, goal),
		Subtitle: "Number of members at " + goal + ", by year",
		Source:   source(rs),
		editions: editionsOf(rs),
		least:    usualHeight,
		colours:  len(rs),
		chart:    c,
	}, words, nil
}

// asked is the number of members of whom something is asked.
func asked(r *projection.Result) int {
	n := 0
	for _, reach := range r.Reaches() {
		if reach.Status != projection.NotAsked {
			n++
		}
	}
	return n
}

// countTitle states how many members are at the target at the deadline, or at
// the horizon, and how many were in the base year.
func countTitle(rs []*projection.Result, counts scenario.Series, goal string) string {
	if only := onlyMember(rs); only != "" {
		return memberTitle(only, rs)
	}
	base, year := rs[0].Options.Base, by(allReaches(rs))
	before, known := counts.At(base)
	count := func(r *projection.Result) tally {
		n, _ := r.Count().At(year)
		return tally{n: int(n), of: asked(r)}
	}
	title := counted(rs, year, "are at", "is at", "in", count)
	if title == "" {
		return "How many members are at " + goal
	}
	if known && oneGoal(rs) && sameTargets(rs) {
		title += fmt.Sprintf(", after %d in %d", int(before), base)
	}
	return title
}

// sameTargets reports whether every scenario asks the same of each member.
func sameTargets(rs []*projection.Result) bool {
	for _, r := range rs {
		same := slices.EqualFunc(r.Reaches(), rs[0].Reaches(), func(a, b projection.Reach) bool {
			return a.Member == b.Member && a.Target == b.Target
		})
		if !same {
			return false
		}
	}
	return true
}

// pastGoal says against what the published years are measured.
func pastGoal(rs []*projection.Result) string {
	base, first := rs[0].Options.Base, rs[:1]
	switch {
	case oneGoal(rs) && sameTargets(rs):
		return fmt.Sprintf("Years up to %d are measured against the same target", base)
	case sameTargets(rs):
		return fmt.Sprintf("Years up to %d are measured against the same targets", base)
	case oneGoal(rs):
		return fmt.Sprintf("Years up to %d: those at the target of the members who are asked in %s", base, quoted(first[0].Scenario.Name))
	}
	return fmt.Sprintf("Years up to %d: members at %s", base, goal(rs[0].Dataset, allReaches(first), "the target of "+quoted(first[0].Scenario.Name)))
}
