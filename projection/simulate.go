package projection

import (
	"context"
	"fmt"
	"math"
	"sync"

	"github.com/pledgesim/pledgesim/scenario"
)

// Simulate projects Options.Draws paths for each member, with the growth that the
// scenario's path draws and the luck of its response. Governments expect the
// central growth when they set their budgets and live with what is drawn.
//
// A draw depends on seed, member and the number of the draw (and on Antithetic),
// its years being counted from the base year, and on nothing else: not on Workers,
// the other members, their order, or the scenario, so that two
// scenarios see the same economies. More draws or a later horizon extend a
// simulation without changing what is there. A growth path that cannot be sampled
// is [scenario.ErrNotRandom]. With all randomness at zero, every draw is the path
// of Run, bit for bit. When ctx ends, so does the work, with the error of ctx. A panic of
// a model of the caller's own comes back on the goroutine that called, as from Run.
func Simulate(ctx context.Context, d *scenario.Dataset, s scenario.Scenario, o Options) (*Ensemble, error) {
	if ctx == nil {
		return nil, noContext(s)
	}
	sim, err := newSimulation(d, s, o)
	if err != nil {
		return nil, err
	}
	if err := sim.room(1); err != nil {
		return nil, err
	}
	if m := o.Until.Member; m != "" {
		if _, err := sim.central.path(m); err != nil {
			return nil, fmt.Errorf("Options.Until: %w", err)
		}
	}
	e := sim.ensemble()
	if err := sim.controls(ctx); err != nil {
		return nil, err
	}
	if err := sim.rounds(ctx, e, sim.options.drawRange()); err != nil {
		return nil, err
	}
	e.warn()
	return e, nil
}

func noContext(s scenario.Scenario) error {
	return &scenario.FieldError{Scenario: s.Name, Field: "ctx", Problem: "is nil: give context.Background() if the work need not be stopped", Err: scenario.ErrInvalid}
}

// A simulation is what all workers of one share and do not change.
type simulation struct {
	scenario scenario.Scenario
	options  Options
	central  *Result
	members  []simulated
	years    int
	full     bool // rules of the caller's own may look back further than a year
	print    func() ([]byte, error)
	kept     [][][]float64 // shares of the draws in work, by member, projected year and draw; nil: not kept
}

// newSimulation checks everything and projects the central path.
func newSimulation(d *scenario.Dataset, s scenario.Scenario, o Options) (*simulation, error) {
	central, err := Run(d, s, o)
	if err != nil {
		return nil, err
	}
	if _, err := scenario.Random(s.Growth); err != nil {
		return nil, fmt.Errorf("scenario %q: %w", s.Name, err)
	}
	o = central.Options
	sim := &simulation{scenario: s, options: o, central: central, years: o.To - o.Base, full: scenario.Own(s.Pledge, s.Reaction())}
	for _, p := range central.paths {
		m := simulated{member: p.member, threshold: math.Inf(1), deadline: -1}
		if m.central, err = rates(p.member, s, o, o.To); err != nil {
			return nil, err
		}
		if final := p.final(); final.Share > 0 {
			m.threshold = o.threshold(final.Share)
			if final.By > o.Base && final.By <= o.To {
				m.deadline = final.By - o.Base - 1
			}
		}
		sim.members = append(sim.members, m)
	}
	sim.print = sync.OnceValues(sim.newFingerprint)
	return sim, nil
}

// controls prepares the control variates of Options.Control.
func (s *simulation) controls(ctx context.Context) error {
	if s.options.Control == 0 {
		return nil
	}
	w := s.newProjector()
	for i := range s.members {
		c, err := w.newControl(ctx, &s.members[i], s.options.Control-s.options.Base-1)
		if err != nil {
			return err
		}
		s.members[i].control = c
	}
	return nil
}
