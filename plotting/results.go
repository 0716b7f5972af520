package plotting

import (
	"errors"
	"fmt"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// checkResults refuses results that cannot stand in one chart: none, nil, too
// many to tell apart, two of one name, or different horizons.
func checkResults(rs []*projection.Result) error {
	if err := checkRuns(rs); err != nil {
		return err
	}
	named := map[string]bool{}
	for _, r := range rs {
		name := r.Scenario.Name
		if named[name] {
			return fmt.Errorf("two results are named %q: give every scenario a name of its own: %w", name, scenario.ErrDuplicate)
		}
		named[name] = true
	}
	return nil
}

// checkRuns is checkResults for results that may have one name if they start from
// different editions or base years.
func checkRuns(rs []*projection.Result) error {
	if len(rs) == 0 {
		return errors.New("there are no results: give at least one, from projection.Run")
	}
	if len(rs) > maxScenarios {
		return fmt.Errorf("%d scenarios are too many: only %d colours can be told apart, so show fewer at once", len(rs), maxScenarios)
	}
	for i, r := range rs {
		if r == nil {
			return fmt.Errorf("result %d is nil: was an error of projection.Run passed over?", i+1)
		}
		if r.Dataset == nil || len(r.Codes()) == 0 {
			return fmt.Errorf("result %d is empty: make it with projection.Run: %w", i+1, scenario.ErrInvalid)
		}
		if err := checkUnit(rs[0].Dataset, r.Dataset); err != nil {
			return err
		}
		if to := rs[0].Options.To; r.Options.To != to {
			return fmt.Errorf("%q runs to %d, %q to %d: run all with one horizon (Options.To): %w", rs[0].Scenario.Name, to, r.Scenario.Name, r.Options.To, scenario.ErrInvalid)
		}
	}
	return nil
}

// errNothingAsked is the error of charts about targets where there are none.
var errNothingAsked = fmt.Errorf("nothing is asked of any member up to the horizon: give a scenario a Pledge that is known before it: %w", scenario.ErrInvalid)

// checkHistory refuses results that do not continue the same published figures.
func checkHistory(rs []*projection.Result) error {
	for _, r := range rs[1:] {
		if r.Dataset.Edition != rs[0].Dataset.Edition || r.Options.Base != rs[0].Options.Base {
			return fmt.Errorf("%q starts from %d in edition %s, %q from %d in edition %s: this chart has one history, so draw a chart for each: %w",
				rs[0].Scenario.Name, rs[0].Options.Base, rs[0].Dataset.Edition,
				r.Scenario.Name, r.Options.Base, r.Dataset.Edition, scenario.ErrInvalid)
		}
	}
	return nil
}

// scenarioKey explains the colours of scenarios.
func scenarioKey(rs []*projection.Result) []keyEntry {
	var key []keyEntry
	for i, r := range rs {
		if asked(r) > 0 { // the others have no dots
			key = append(key, keyEntry{text: r.Scenario.Name, colour: colourOf(i), dot: i})
		}
	}
	return key
}

// deadlines gives the distinct deadlines up to the horizon, ascending.
func deadlines(reaches []projection.Reach) []int {
	found := map[int]bool{}
	for _, r := range reaches {
		if r.Deadline > 0 && r.Deadline <= r.To {
			found[r.Deadline] = true
		}
	}
	return sortedKeys(found)
}

// since names the base year: the last published one, or one that was chosen
// although later figures are published.
func since(r *projection.Result) string {
	if r.Dataset.Last() > r.Options.Base {
		return "base year"
	}
	return "published to"
}
