package projection

import (
	"fmt"
	"slices"
	"strings"
)

// warn collects what the reader should know of the origins.
func (b *Backtest) warn() {
	b.Warnings, b.Noticed = slices.Clone(b.remarks), nil
	say := func(format string, args ...any) { b.Warnings = append(b.Warnings, fmt.Errorf(format, args...)) }
	if b.Options.Pledge == nil {
		say("no pledge is given: %q does not compete, and no chance is scored", pledgeMet)
	}
	longest, origins := 0, map[int]int{} // by base year
	for _, v := range b.vintages {
		longest = max(longest, v.options.To-v.options.Base)
	}
	if longest > 0 && longest < b.Options.Ahead {
		say("no forecast is more than %s: edition %s ends in %d", yearsAhead(longest), b.Truth.Edition, b.Truth.Last())
	}
	for _, v := range b.vintages {
		if before, twice := origins[v.options.Base]; twice {
			say("the origins %d and %d start from the same base year, %d: its outcomes count twice", before, v.origin, v.options.Base)
		}
		origins[v.options.Base] = v.origin
		b.notice(v)
	}
	b.Warnings = slices.Concat(b.Warnings, b.definitions(), b.leaks(), b.left())
	if n := len(b.Noticed); n > 0 {
		say("the runs at single origins have warnings of their own, %d in all, which Backtest.Noticed lists", n)
	}
	b.Warnings = append(b.Warnings, b.few()...)
}

// notice collects what the runs at an origin have to say, each thing once.
func (b *Backtest) notice(v *vintage) {
	var all []error
	for _, r := range b.runs {
		switch {
		case r.origin != v.origin:
		case r.ensemble != nil:
			all = append(all, r.ensemble.Warnings...)
		default:
			all = append(all, r.central.Warnings...)
		}
	}
	for _, line := range texts(onceBy(all, error.Error)) {
		b.Noticed = append(b.Noticed, fmt.Errorf("origin %d: %s", v.origin, line))
	}
}

// left is who and what was left out.
func (b *Backtest) left() []error {
	var all []error
	for _, v := range b.vintages {
		all = append(all, v.left...)
	}
	return onceBy(all, error.Error)
}

// few says which scores rest on too few outcomes, in one line for all horizons of a group.
func (b *Backtest) few() []error {
	var all []error
	scores := b.Scores()
	for _, g := range b.groups {
		var outcomes, chances []string
		for _, s := range scores {
			switch {
			case s.Group != g.name:
			case s.N < b.Options.MinOutcomes:
				outcomes = append(outcomes, fmt.Sprintf("%d (%s)", s.N, horizon(s.Ahead)))
			case s.BrierN < b.Options.MinOutcomes && b.Options.Pledge != nil:
				chances = append(chances, fmt.Sprintf("%d (%s)", s.BrierN, horizon(s.Ahead)))
			}
		}
		add := func(what string, counts []string) {
			if len(counts) > 0 {
				all = append(all, fmt.Errorf("%s: too few %s, where %d are needed: %s", Score{Group: g.name}.group(), what, b.Options.MinOutcomes, strings.Join(once(counts), ", ")))
			}
		}
		add("outcomes for a score", outcomes)
		add("chances of members that were not there already for a Brier score", chances)
	}
	return all
}
