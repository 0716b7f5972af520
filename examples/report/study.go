package main

import (
	"context"
	"fmt"

	"github.com/pledgesim/pledgesim/examples/internal/command"
	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// A study is everything that has been worked out, in the order of the scenarios.
type study struct {
	options
	results   []*projection.Result
	compared  *projection.Comparison // of all results
	paces     []*projection.PaceTable
	costs     [][]*projection.Costs  // by baseline
	ensembles []*projection.Ensemble // of the scenarios with luck in them
}

// newStudy runs all scenarios, and simulates those with luck in them.
func newStudy(ctx context.Context, o options) (*study, error) {
	s := &study{options: o}
	for _, sc := range o.set.Scenarios {
		r, err := projection.Run(o.data, sc, o.run)
		if err != nil {
			return nil, err
		}
		pace, err := projection.Pace(r)
		if err != nil {
			return nil, err
		}
		s.results, s.paces = append(s.results, r), append(s.paces, pace)
	}
	var err error
	if s.compared, err = projection.Compare(s.results[0], s.results[1:]...); err != nil {
		return nil, err
	}
	for _, baseline := range []projection.Baseline{projection.FrozenShare(), projection.FrozenMoney()} {
		var costs []*projection.Costs
		for _, r := range s.results {
			c, err := projection.Cost(r, baseline)
			if err != nil {
				return nil, err
			}
			costs = append(costs, c)
		}
		s.costs = append(s.costs, costs)
	}
	return s, s.simulate(ctx)
}

// simulate draws the scenarios with luck in them.
func (s *study) simulate(ctx context.Context) error {
	for i, sc := range s.set.Scenarios {
		if !scenario.Lucky(sc) {
			continue
		}
		if _, err := scenario.Random(sc.Growth); err != nil { // only the response has luck in it
			sc.Growth = scenario.AR1{Around: sc.Growth}
		}
		o := s.run
		o.Progress = command.Progress(fmt.Sprintf("simulating scenario %d of %d", i+1, len(s.set.Scenarios)))
		e, err := projection.Simulate(ctx, s.data, sc, o)
		if o.Progress != nil {
			o.Progress(1, 1) // takes the line away, whatever happened
		}
		if err != nil {
			return err
		}
		s.ensembles = append(s.ensembles, e)
	}
	return ctx.Err()
}

// asked are the results of scenarios that ask something of some member.
func (s *study) asked() []*projection.Result {
	var asked []*projection.Result
	for _, r := range s.results {
		if tallyOf(r).asked > 0 {
			asked = append(asked, r)
		}
	}
	return asked
}

// number is the place of a scenario, counted from 1, which names its files.
func (s *study) number(sc scenario.Scenario) int {
	for i, other := range s.set.Scenarios {
		if other.Name == sc.Name {
			return i + 1
		}
	}
	return 0
}
