package projection_test

import (
	"bytes"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// everySimulation shows arbitrary scenarios that can be simulated, with their
// simulations, of which there must be many.
func everySimulation(t *testing.T, seeds int, property func(t *testing.T, a *arbitrary, e *projection.Ensemble)) {
	t.Helper()
	done := 0
	for seed := range uint64(seeds) {
		a := seeded(seed, 400)
		d := a.data()
		s, o := random(a.scenario(d)), a.options(d)
		o.To, o.Control, o.Until = min(o.To, d.Last()+20), 0, projection.Until{}
		e, err := projection.Simulate(t.Context(), d, s, o)
		if err != nil {
			continue
		}
		done++
		property(t, a, e)
		if t.Failed() {
			t.Fatalf("seed %d: %s", seed, told(s, o))
		}
	}
	if done < seeds/2 {
		t.Errorf("only %d of %d scenarios can be simulated", done, seeds)
	}
}

// resimulate simulates what an ensemble stems from once more, with something changed.
func resimulate(t *testing.T, e *projection.Ensemble, change func(*scenario.Scenario, *projection.Options)) *projection.Ensemble {
	t.Helper()
	s, o := e.Central().Scenario, e.Options()
	change(&s, &o)
	return simulate(t, e.Central().Dataset, s, o)
}

// draws are some draws of a member, up to a year.
func draws(t *testing.T, e *projection.Ensemble, code string, to int, numbers ...int) []string {
	t.Helper()
	var all []string
	for _, n := range numbers {
		draw, err := e.Draw(code, n)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, draw.Until(to).String())
	}
	return all
}

// Of one worker and of eight comes the same, to the last bit, whatever the scenario.
func TestWorkersChangeNothing(t *testing.T) {
	everySimulation(t, 60, func(t *testing.T, _ *arbitrary, e *projection.Ensemble) {
		one := resimulate(t, e, func(_ *scenario.Scenario, o *projection.Options) { o.Workers, o.Draws = 1, 3000 })
		eight := resimulate(t, e, func(_ *scenario.Scenario, o *projection.Options) { o.Workers, o.Draws = 8, 3000 })
		if !bytes.Equal(summary(t, one), summary(t, eight)) {
			t.Error("8 workers give another result than 1")
		}
	})
}

// More draws and a later horizon extend a simulation, a member by itself is as in the
// whole, and the order of members does not matter.
func TestSimulationsAreParts(t *testing.T) {
	everySimulation(t, 100, func(t *testing.T, a *arbitrary, e *projection.Ensemble) {
		o := e.Options()
		numbers := []int{o.First, o.First + o.Draws - 1, o.First + a.upTo(o.Draws-1)}
		changes := map[string]func(*scenario.Scenario, *projection.Options){
			"draws": func(_ *scenario.Scenario, o *projection.Options) { o.Draws += 1200 },
			"order": func(_ *scenario.Scenario, o *projection.Options) {
				o.Members = slices.Clone(o.Members)
				slices.Reverse(o.Members)
			},
			"members": func(_ *scenario.Scenario, o *projection.Options) { o.Members = o.Members[:1] },
		}
		later := o
		later.To += 10
		if _, err := projection.Simulate(t.Context(), e.Central().Dataset, e.Central().Scenario, later); err == nil {
			changes["horizon"] = func(_ *scenario.Scenario, o *projection.Options) { o.To += 10 }
		}
		for what, change := range changes {
			other := resimulate(t, e, change)
			for _, code := range other.Codes() {
				if diff := cmp.Diff(draws(t, e, code, o.To, numbers...), draws(t, other, code, o.To, numbers...)); diff != "" {
					t.Fatalf("draws of %s change with the %s: %s", code, what, diff)
				}
				for year := o.Base; what != "draws" && year <= o.To; year++ {
					x, err := e.At(code, year)
					y, err2 := other.At(code, year)
					if what != "horizon" && x != y || err != nil || err2 != nil { // what is asked in the end may differ
						t.Errorf("%s in %d: at the target with %v, %v, with another %s %v, %v", code, year, x, err, what, y, err2)
					}
				}
			}
		}
	})
}

// Responses and pledges that are worked out in rows, many draws at once, give the same
// bits as when each draw is asked by itself, through the interface.
func TestRowsAreDraws(t *testing.T) {
	everySimulation(t, 60, func(t *testing.T, a *arbitrary, e *projection.Ensemble) {
		numbers := []int{e.Options().First, e.Options().First + a.upTo(e.Options().Draws-1)}
		hidden := resimulate(t, e, func(s *scenario.Scenario, _ *projection.Options) {
			s.Response = hiddenResponse{s.Reaction()}
			if s.Pledge != nil {
				s.Pledge = hiddenPledge{s.Pledge}
			}
		})
		for _, code := range e.Codes() {
			same(t, code, draws(t, e, code, e.Options().To, numbers...), draws(t, hidden, code, e.Options().To, numbers...))
		}
	})
}
