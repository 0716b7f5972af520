package projection

import (
	"fmt"
	"slices"

	"github.com/pledgesim/pledgesim/scenario"
)

// Coverage counts how often outcomes lay inside the bands of one scenario, and at or
// below its quantiles, as [Cover] does. It is for scenarios with randomness: points
// have no band. How often chances came true is for [Backtest.Chances]. Its Ensembles are
// those of the backtest; they keep up to 4,096 draws each, 8 bytes for each draw, member
// and year.
func (b *Backtest) Coverage(name string) (*Coverage, error) {
	if err := b.find(name); err != nil {
		return nil, err
	}
	c := &Coverage{Outcome: b.Truth, All: newReliability(0), members: map[string]bool{}, Warnings: b.left()}
	for _, ahead := range b.horizons() {
		c.Horizons = append(c.Horizons, newReliability(ahead))
	}
	origins := map[int]bool{}
	for _, f := range b.Forecasts {
		if f.Scenario != name || !f.made() {
			continue
		}
		origins[f.Origin] = true
		h := &c.Horizons[f.Ahead-1]
		if !f.Scored() {
			h.Missing, c.All.Missing = h.Missing+1, c.All.Missing+1
			continue
		}
		h.count(f.Outcome, f.levels())
		c.All.count(f.Outcome, f.levels())
		c.counted(f.Year)
		c.members[f.Member] = true
	}
	for _, r := range b.runs {
		if r.scenario != name || !origins[r.origin] {
			continue
		}
		if r.ensemble == nil {
			return nil, &scenario.FieldError{Scenario: name, Field: "Coverage", Problem: fmt.Sprintf("is of points at the origin %d: a scenario without randomness has no band", r.origin), Err: scenario.ErrNotRandom}
		}
		c.Ensembles = append(c.Ensembles, r.ensemble)
	}
	if c.All.Outcomes == 0 {
		return nil, &scenario.FieldError{Scenario: name, Field: "Coverage", Problem: "has no outcome to count", Err: scenario.ErrMissing}
	}
	return c, nil
}

// find refuses a scenario that did not compete.
func (b *Backtest) find(name string) error {
	if err := b.check(); err != nil {
		return err
	}
	if slices.Contains(b.Scenarios, name) {
		return nil
	}
	return &scenario.FieldError{Field: "scenario", Value: fmt.Sprintf("%q", name), Problem: fmt.Sprintf("is not in the backtest, which has %q", b.Scenarios), Err: scenario.ErrInvalid}
}
