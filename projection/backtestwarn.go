package projection

import (
	"fmt"
	"slices"
)

// notice collects what the reader should know.
func (b *Backtest) notice() {
	if b.Options.Pledge == nil {
		b.noticed = append(b.noticed, fmt.Errorf("no pledge is given: \"%s\" does not compete, and no chance is scored", pledgeMet))
	}
	b.noticed = append(b.noticed, b.left()...)
	for _, r := range b.runs {
		warnings := r.central.Warnings
		if r.ensemble != nil {
			warnings = r.ensemble.Warnings
		}
		for _, w := range warnings {
			if _, late := w.(lateDeadline); !late { // horizons of a backtest are short by design
				b.noticed = append(b.noticed, w)
			}
		}
	}
	if last, ahead := b.horizons(), b.Options.Ahead; len(last) < ahead {
		b.noticed = append(b.noticed, fmt.Errorf("no forecast is more than %d years ahead: edition %s ends in %d", len(last), b.Truth.Edition, b.Truth.Last()))
	}
	b.noticed = onceBy(b.noticed, error.Error)
	b.Warnings = slices.Concat(b.noticed, b.few())
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
		where := s.Group + ", " + horizon(s.Ahead)
		if s.N < b.Options.MinOutcomes {
			all = append(all, fmt.Errorf("%s: no score, %d outcomes are fewer than %d", where, s.N, b.Options.MinOutcomes))
		} else if s.BrierN < b.Options.MinOutcomes && b.Options.Pledge != nil {
			all = append(all, fmt.Errorf("%s: no Brier score, %d chances of members that were not there already are fewer than %d", where, s.BrierN, b.Options.MinOutcomes))
		}
	}
	return onceBy(all, error.Error)
}
