package projection

import (
	"errors"
	"fmt"

	"github.com/pledgesim/pledgesim/scenario"
)

// The scenarios that take part in every backtest, so that nobody forgets to compare
// with the simplest ones.
const (
	holdLast  = "hold-last"
	driftOn   = "drift"
	trendOn   = "trend"
	pledgeMet = "pledge met"
)

// Competitors are the names of the scenarios that take part in every backtest:
// "hold-last" keeps the share ([scenario.Hold]), "drift" and "trend" go on as in
// the eight years before ([scenario.Drift], [scenario.Trend]), and "pledge met" does
// what is asked: in equal steps to the deadline, at once where there is none, and
// where nothing is asked it holds the share. It takes part if there is a pledge. They are
// points, without any band: GDP grows as it is expected to, on the path that shocks are
// around.
func Competitors() []string { return []string{holdLast, driftOn, trendOn, pledgeMet} }

// competitors are the scenarios of these names; the last only with a pledge.
func (o BacktestOptions) competitors() []scenario.Scenario {
	all := []scenario.Scenario{
		{Name: holdLast, Growth: o.Growth, Response: scenario.Hold{}},
		{Name: driftOn, Growth: o.Growth, Response: scenario.Drift{}},
		{Name: trendOn, Growth: o.Growth, Response: scenario.Trend{}},
	}
	if o.Pledge != nil {
		all = append(all, scenario.Scenario{Name: pledgeMet, Pledge: o.Pledge, Growth: o.Growth, Response: kept{}})
	}
	return all
}

// kept does what is asked: in equal steps to a deadline, at once where there is none
// or it has passed.
type kept struct{}

// Spend gives the next step.
func (kept) Spend(v scenario.View, a scenario.Ask) float64 {
	if a.By == 0 {
		return scenario.Jump{}.Spend(v, a)
	}
	return scenario.Ramp{}.Spend(v, a)
}

// String gives the rule in words.
func (kept) String() string {
	return "the pledge is met: in equal yearly steps by the deadline, at once where there is none"
}

// An entrant is what competes in a backtest under one name.
type entrant struct {
	name  string
	fixed *scenario.Scenario // nil: at gives one for each origin
	point bool               // runs with the growth that is expected, also where it could be drawn
	at    func(known *scenario.Dataset, origin int) (scenario.Scenario, error)
}

// scenario is that of an origin, with pledges as they were known then.
func (e entrant) scenario(known *scenario.Dataset, origin int) (scenario.Scenario, error) {
	s, err := e.given(known, origin)
	if err := errors.Join(err, s.CheckNesting()); err != nil {
		return s, err
	}
	s.Name, s.Pledge = e.name, scenario.KnownBy(s.Pledge, origin+1)
	return s, nil
}

func (e entrant) given(known *scenario.Dataset, origin int) (scenario.Scenario, error) {
	if e.fixed != nil {
		return *e.fixed, nil
	}
	s, err := e.at(known, origin)
	if err != nil {
		err = fmt.Errorf("candidate %q: %w", e.name, err)
	}
	return s, err
}

// entrants puts all that compete in order, or finds all that is wrong with them.
func entrants(ss []scenario.Scenario, o BacktestOptions) ([]entrant, error) {
	var all []entrant
	var faults []error
	for _, s := range o.competitors() {
		all = append(all, entrant{name: s.Name, fixed: &s, point: true})
	}
	for _, s := range ss {
		faults = append(faults, s.Validate())
		all = append(all, entrant{name: s.Name, fixed: &s})
	}
	for _, c := range o.Candidates {
		faults = append(faults, scenario.Scenario{Name: c.Name, Growth: scenario.Constant(0)}.Validate())
		if c.At == nil {
			faults = append(faults, &scenario.FieldError{Scenario: c.Name, Field: "Candidate.At", Problem: "is nil: it must give a scenario for each origin", Err: scenario.ErrInvalid})
		}
		all = append(all, entrant{name: c.Name, at: c.At})
	}
	seen := map[string]bool{pledgeMet: o.Pledge == nil}
	for _, e := range all {
		if seen[e.name] {
			faults = append(faults, &scenario.FieldError{Scenario: e.name, Field: "Name", Problem: "is taken, by another or by one of those that always take part: give each its own", Err: scenario.ErrDuplicate})
		}
		seen[e.name] = true
	}
	return all, errors.Join(faults...)
}
