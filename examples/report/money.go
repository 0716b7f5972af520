package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/pledgesim/pledgesim/plotting"
	"github.com/pledgesim/pledgesim/projection"
)

// pace sets the pace that is needed beside that of today. Scenarios that demand the
// same have one chart.
func (s *study) pace() *section {
	sec := &section{ID: "pace", Title: "The pace needed, against the pace now"}
	var same [][]int // scenarios, by what they demand
	for i, t := range s.paces {
		if !needed(t) {
			continue
		}
		at := slices.IndexFunc(same, func(group []int) bool { return fmt.Sprint(s.paces[group[0]].Members) == fmt.Sprint(t.Members) })
		if at < 0 {
			at, same = len(same), append(same, nil)
		}
		same[at] = append(same[at], i)
	}
	for _, group := range same {
		var names []string
		for _, i := range group {
			names = append(names, quoted(s.results[i].Scenario.Name))
		}
		sub := sec
		if len(same) > 1 {
			sub = &section{ID: fmt.Sprintf("pace-%d", group[0]+1), Title: strings.Join(names, ", "), About: strings.Join(names, ", ")}
			sec.Sections = append(sec.Sections, sub)
		} else if len(group) > 1 {
			sec.Text = []string{strings.Join(names, ", ") + " demand the same pace."}
		}
		t := s.paces[group[0]]
		name := fmt.Sprintf("pace-%d", group[0]+1)
		sub.Parts = append(sub.Parts, figurePart(name, func() (*plotting.Figure, error) { return plotting.Pace(t) }), tablePart(name, t))
	}
	if len(same) == 0 {
		return nil
	}
	return sec
}

// cost is what every scenario costs against each counterfactual.
func (s *study) cost() *section {
	sec := &section{ID: "cost", Title: "What it costs, against what", Text: []string{
		"A cost means nothing without what it is compared with. Each counterfactual has a chart and a table of its own.",
	}}
	for i, costs := range s.costs {
		name := costs[0].Baseline.Name
		sub := &section{ID: fmt.Sprintf("cost-%d", i+1), Title: "Against the counterfactual: " + name}
		for from := 0; from < len(costs); from += mostInOne {
			batch := costs[from:min(from+mostInOne, len(costs))]
			sub.Parts = append(sub.Parts, figurePart(fmt.Sprintf("costs-%d-%d", i+1, from+1), func() (*plotting.Figure, error) { return plotting.Costs(nil, batch...) }))
		}
		var totals, yearly []projection.Tabular
		for _, c := range costs {
			totals, yearly = append(totals, c.Totals()), append(yearly, c)
		}
		sub.Parts = append(sub.Parts, tablePart(fmt.Sprintf("costs-%d", i+1), totals...), asidePart(fmt.Sprintf("costs-by-year-%d", i+1), yearly...))
		sub.Parts[len(sub.Parts)-1].Table.Caption = "Cost by year against the counterfactual: " + name
		sec.Sections = append(sec.Sections, sub)
	}
	return sec
}

// gap is what members lack to what is asked of them.
func (s *study) gap() *section {
	if len(s.asked()) == 0 {
		return nil
	}
	sec := &section{ID: "gap", Title: "The gap that is left", Text: []string{
		"The gap of each year, also of a published one, is that to what is asked in the end, not to a step on the way.",
	}}
	who := cmp.Or(s.alone(), allMembers)
	if who == allMembers {
		sec.Text[0] += " Each member's gap counts from zero up: what one spends above its target does not fill another's gap."
	}
	var tables, gaps []projection.Tabular
	for _, r := range s.asked() {
		n := s.number(r.Scenario)
		sub := &section{ID: fmt.Sprintf("gap-%d", n), Title: r.Scenario.Name, About: quoted(r.Scenario.Name)}
		for i, members := range alike(r) { // the chart is about one target
			name := fmt.Sprintf("gap-%d", n)
			if i > 0 {
				name += fmt.Sprintf("-%d", i+1)
			}
			sub.Parts = append(sub.Parts, figurePart(name, func() (*plotting.Figure, error) { return plotting.Gap(r, members...) }))
		}
		sec.Sections = append(sec.Sections, sub)
		if t, err := together(r, who); err == nil {
			tables, gaps = append(tables, t), append(gaps, projection.Only(t, gapsToTheEnd))
		}
	}
	if len(tables) > 0 {
		p := tablePart("gaps", gaps...)
		p.Table.Caption = who + ": what is lacking to the last target"
		sec.Parts = append(sec.Parts, p, asidePart("together", tables...))
	}
	return sec
}

// alike are the members of a result by what is asked of them, the least first.
func alike(r *projection.Result) (groups [][]string) {
	for _, target := range tallyOf(r).targets {
		var group []string
		for _, reach := range r.Reaches() {
			if reach.Status != projection.NotAsked && reach.Target == target {
				group = append(group, reach.Member)
			}
		}
		groups = append(groups, group)
	}
	return groups
}

// needed reports whether any member must move to meet a deadline.
func needed(t *projection.PaceTable) bool {
	return slices.ContainsFunc(t.Members, func(p projection.MemberPace) bool { return p.Years > 0 })
}
