package plotting

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// YearReached shows when each member reaches its target: a row for each member,
// a dot for each scenario. Those at the target in the base year stand in a
// column on the left, those who do not reach it by the horizon in a column on
// the right. Rows are in the order of the year reached in the first scenario,
// then of the name; members of whom nothing is asked are left out and named in
// the note, as are those who lose the target again. Results may come from
// different editions and base years, which are then all named in the source
// line, but must have one horizon.
func YearReached(rs ...*projection.Result) (*Figure, error) {
	if err := checkResults(rs); err != nil {
		return nil, fmt.Errorf("YearReached: %w", err)
	}
	rows, idle, lost := reachRows(rs)
	if len(rows) == 0 {
		return nil, fmt.Errorf("YearReached: %w", errNothingAsked)
	}
	base, to := rs[0].Options.Base, rs[0].Options.To
	grid := &yearGrid{rows: rows, scenarios: len(rs), first: base + 1, last: to, deadlines: deadlines(allReaches(rs)),
		already: [2]string{"already", fmt.Sprintf("in %d", base)}, never: [2]string{"not by", fmt.Sprint(to)}}
	for _, r := range rs[1:] {
		if r.Options.Base != base {
			grid.already = [2]string{"", "already"}
			grid.first = min(grid.first, r.Options.Base+1)
		}
	}
	bases := ""
	if grid.already[0] == "" {
		bases = baseYears(rs)
	}
	all := allReaches(rs)
	words := append(append(runAssumptions(rs), unpledged(rs), idle), append(lost, bases, rounded(rs), leftOut(rs))...)
	words = append(words, remarks(rs, allCodes(rs))...)
	return &Figure{
		Title:    reachTitle(rs),
		Subtitle: capital(firstYear(rs, goal(rs[0].Dataset, all, "the target"))) + ", by member",
		Note:     note(append(words, caveats(rs))...),
		Source:   source(rs),
		editions: editionsOf(rs),
		key:      scenarioKey(rs),
		colours:  len(rs),
		chart:    grid,
	}, nil
}

// baseYears says what "already" means where base years differ.
func baseYears(rs []*projection.Result) string {
	var words []string
	for _, r := range rs {
		words = append(words, fmt.Sprintf("%d for %s", r.Options.Base, quoted(r.Scenario.Name)))
	}
	return "Already: in " + list(words)
}

// reachRows gives a row for each member who is asked for something in any
// scenario, and sentences about those who are not, or not in some scenario, and
// those who lose the target again.
func reachRows(rs []*projection.Result) (rows []yearRow, idle string, lost []string) {
	byCode := map[string]*yearRow{}
	names := map[string]string{}
	var codes, idlers []string
	for i, r := range rs {
		for _, reach := range r.Reaches() {
			row := byCode[reach.Member]
			if row == nil {
				row = &yearRow{code: reach.Member, name: reach.Name, spots: slices.Repeat([]spot{{where: nowhere}}, len(rs))}
				byCode[reach.Member] = row
				names[reach.Member] = reach.Name
				codes = append(codes, reach.Member)
			}
			row.spots[i] = spotOf(reach)
		}
		if who := losers(r.Reaches()); who != "" {
			lost = append(lost, quoted(r.Scenario.Name)+": "+who)
		}
	}
	for _, code := range codes {
		row := byCode[code]
		if slices.ContainsFunc(row.spots, func(s spot) bool { return s.where != nowhere }) {
			rows = append(rows, *row)
		} else {
			idlers = append(idlers, names[code])
		}
	}
	for i, r := range rs {
		var names []string
		for _, row := range rows {
			if row.spots[i].where == nowhere {
				names = append(names, row.name)
			}
		}
		if len(names) > 0 && asked(r) > 0 {
			lost = append(lost, fmt.Sprintf("%s: nothing is asked of %s", quoted(r.Scenario.Name), list(slices.Sorted(slices.Values(names)))))
		}
	}
	slices.SortFunc(rows, func(a, b yearRow) int {
		return cmp.Or(compareSpots(a.spots[0], b.spots[0]), cmp.Compare(a.name, b.name))
	})
	return rows, askedNothing(idlers), lost
}

// askedNothing names the members of whom nothing is asked.
func askedNothing(names []string) string {
	if len(names) == 0 {
		return ""
	}
	return "Nothing is asked of " + list(slices.Sorted(slices.Values(names)))
}

// rounded says that a share may count as at the target although it is a little
// lower, if it does so for anyone in the year reached.
func rounded(rs []*projection.Result) string {
	for _, r := range rs {
		for _, reach := range r.Reaches() {
			year, ok := reach.Year()
			share, err := r.Share(reach.Member)
			if v, _ := share.At(year); ok && err == nil && v < reach.Target-1e-9 {
				return countsAs(r)
			}
		}
	}
	return ""
}

// countsAs says how much lower a share may be to count.
func countsAs(r *projection.Result) string {
	return fmt.Sprintf("A share that is lower by up to %.4g percentage points counts as at the target", scenario.ToPercent(r.Options.Tolerance))
}

// lenient says so of runs in which shares count that are printed lower than the
// target: figures and titles would seem to contradict each other.
func lenient(rs []*projection.Result) []string {
	var said []string
	for _, r := range rs {
		if r.Options.Tolerance > printedStep/2+1e-9 {
			said = append(said, countsAs(r))
		}
	}
	return slices.Compact(said)
}

func spotOf(r projection.Reach) spot {
	year, _ := r.Year()
	switch r.Status {
	case projection.MetAlready:
		return spot{where: already}
	case projection.MetLater:
		return spot{where: inYear, year: year}
	case projection.NotByHorizon:
		return spot{where: never}
	default:
		return spot{where: nowhere}
	}
}

// reachTitle states how many members reach the target, or what becomes of the
// only one.
func reachTitle(rs []*projection.Result) string {
	rs = pledged(rs)
	all := allReaches(rs)
	year := by(all)
	if only := onlyMember(rs); only != "" {
		return memberTitle(only, rs)
	}
	count := func(r *projection.Result) tally { return reachedBy(r.Reaches(), year) }
	return cmp.Or(counted(rs, year, "reach", "reaches", "by", count), "When members reach "+goal(rs[0].Dataset, all, "their target"))
}

// onlyMember is the code of the member if all results are about a single one.
func onlyMember(rs []*projection.Result) string {
	code := ""
	for _, r := range rs {
		for _, c := range r.Codes() {
			if code != "" && c != code {
				return ""
			}
			code = c
		}
	}
	return code
}
