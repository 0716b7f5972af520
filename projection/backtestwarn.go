package projection

import (
	"fmt"
	"slices"
)

// warn collects what the reader should know.
func (b *Backtest) warn() {
	if b.Options.Pledge == nil {
		b.remarks = append(b.remarks, fmt.Errorf("no pledge is given: %q does not compete, and no chance is scored", pledgeMet))
	}
	if last := len(b.horizons()); last < b.Options.Ahead {
		b.remarks = append(b.remarks, fmt.Errorf("no forecast is more than %d years ahead: edition %s ends in %d", last, b.Truth.Edition, b.Truth.Last()))
	}
	origins := map[int]int{} // by base year
	for _, v := range b.vintages {
		if before, twice := origins[v.options.Base]; twice {
			b.remarks = append(b.remarks, fmt.Errorf("the origins %d and %d start from the same base year, %d: its outcomes count twice", before, v.origin, v.options.Base))
		}
		origins[v.options.Base] = v.origin
		b.notice(v)
	}
	b.remarks = append(b.remarks, b.left()...)
	if n := len(b.Noticed); n > 0 {
		b.remarks = append(b.remarks, fmt.Errorf("the runs at single origins have warnings of their own, %d in all, which Backtest.Noticed lists", n))
	}
	b.Warnings = slices.Concat(b.remarks, b.few())
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

// few says which scores rest on too few outcomes.
func (b *Backtest) few() []error {
	var all []error
	for _, s := range b.Scores() {
		where := s.group() + ", " + horizon(s.Ahead)
		if s.N < b.Options.MinOutcomes {
			all = append(all, fmt.Errorf("%s: too few outcomes for a score, %d where %d are needed", where, s.N, b.Options.MinOutcomes))
		} else if s.BrierN < b.Options.MinOutcomes && b.Options.Pledge != nil {
			all = append(all, fmt.Errorf("%s: too few chances of members that were not there already for a Brier score, %d where %d are needed", where, s.BrierN, b.Options.MinOutcomes))
		}
	}
	return onceBy(all, error.Error)
}
