package projection_test

import (
	"errors"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// everyRun shows arbitrary scenarios that can be run, with their runs, of which there
// must be many.
func everyRun(t *testing.T, property func(t *testing.T, a *arbitrary, r *projection.Result)) {
	t.Helper()
	const seeds = 400
	ran := 0
	for seed := range uint64(seeds) {
		a := seeded(seed, 400)
		d := a.data()
		s, o := a.scenario(d), a.options(d)
		o.To, o.Control, o.Until = min(o.To, d.Last()+60), 0, projection.Until{} // which may lie beyond that horizon
		r, err := projection.Run(d, s, o)
		if err != nil {
			continue
		}
		ran++
		property(t, a, r)
		if t.Failed() {
			t.Fatalf("seed %d: %s", seed, told(s, o))
		}
	}
	if ran < seeds/2 {
		t.Errorf("only %d of %d scenarios can be run", ran, seeds)
	}
}

// again runs what a result stems from once more, with something changed.
func again(t *testing.T, r *projection.Result, change func(*scenario.Scenario, *projection.Options)) *projection.Result {
	t.Helper()
	s, o := r.Scenario, r.Options
	change(&s, &o)
	return run(t, r.Dataset, s, o)
}

// until cuts the paths of a result at the end of a year.
func until(t *testing.T, r *projection.Result, year int) map[string][2]string {
	t.Helper()
	all := map[string][2]string{}
	for _, code := range r.Codes() {
		share, err := r.Share(code)
		spending, err2 := r.Spending(code)
		if err := errors.Join(err, err2); err != nil {
			t.Fatal(err)
		}
		all[code] = [2]string{share.Until(year).String(), spending.Until(year).String()}
	}
	return all
}

func same(t *testing.T, what string, want, got any) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s:\n%s", what, diff)
	}
}

// A member by itself is as in the whole, and the order in which members are named
// does not matter.
func TestASubsetIsPartOfTheWhole(t *testing.T) {
	everyRun(t, func(t *testing.T, _ *arbitrary, r *projection.Result) {
		whole, reaches := paths(t, r), r.Reaches()
		reversed := again(t, r, func(_ *scenario.Scenario, o *projection.Options) {
			o.Members = slices.Clone(o.Members)
			slices.Reverse(o.Members)
		})
		same(t, "the order of members matters", whole, paths(t, reversed))
		same(t, "the order of members matters", reaches, reversed.Reaches())
		for i, code := range r.Codes() {
			alone := again(t, r, func(_ *scenario.Scenario, o *projection.Options) { o.Members = []string{code} })
			same(t, code+" alone differs", map[string][2]string{code: whole[code]}, paths(t, alone))
			same(t, code+" alone differs", reaches[i:i+1], alone.Reaches())
		}
	})
}

// A later horizon adds years and changes none.
func TestALaterHorizonExtends(t *testing.T) {
	extended := 0
	everyRun(t, func(t *testing.T, a *arbitrary, r *projection.Result) {
		o := r.Options
		o.To += a.in(1, 30)
		longer, err := projection.Run(r.Dataset, r.Scenario, o)
		if err != nil {
			return // what goes wrong later is another story
		}
		extended++
		same(t, "years change with the horizon", paths(t, r), until(t, longer, r.Options.To))
	})
	if extended < 150 {
		t.Errorf("only %d runs go on", extended)
	}
}

// Up to the year in which something is asked for the first time, all is as if nothing
// ever were, to the last bit; and a pledge changes nothing before it is made.
func TestPromisesDoNotChangeThePast(t *testing.T) {
	everyRun(t, func(t *testing.T, a *arbitrary, r *projection.Result) {
		without := again(t, r, func(s *scenario.Scenario, _ *projection.Options) { s.Pledge, s.Response = nil, s.Reaction() })
		for _, code := range r.Codes() {
			free := r.Options.Base // last year in which nothing was asked
			for free < r.Options.To {
				if ask, err := r.Ask(code, free+1); err != nil || ask.Share > 0 {
					break
				}
				free++
			}
			same(t, code+": years before the pledge differ", until(t, without, free)[code], until(t, r, free)[code])
		}
		year := r.Options.Base + a.in(1, 20)
		known := again(t, r, func(s *scenario.Scenario, _ *projection.Options) { s.Pledge = scenario.KnownBy(s.Pledge, year) })
		same(t, "later promises change the years before them", until(t, known, year), until(t, r, year))
	})
}

// An edition holds figures after the base year; a run does not see them.
func TestRunDoesNotLookAhead(t *testing.T) {
	later := 0
	everyRun(t, func(t *testing.T, _ *arbitrary, r *projection.Result) {
		cut, err := r.Dataset.AsOf(r.Options.Base)
		if err != nil {
			t.Fatal(err)
		}
		if r.Dataset.Last() > r.Options.Base {
			later++
		}
		blind := run(t, cut, r.Scenario, r.Options)
		same(t, "later figures are seen", paths(t, r), paths(t, blind))
		same(t, "later figures are seen", r.Reaches(), blind.Reaches())
	})
	if later < 100 {
		t.Errorf("only %d data sets go beyond the base year", later)
	}
}

// With every growth path and response that has no luck, each draw is the path of Run,
// bit for bit.
func TestSimulationOfCertaintyIsRun(t *testing.T) {
	simulated := 0
	for seed := range uint64(150) {
		a := seeded(seed, 400)
		a.calm = true
		d := a.data()
		s, o := a.scenario(d), projection.Options{To: d.Last() + 12, Draws: 2, Seed: seed, Antithetic: a.yes(2)}
		e, err := projection.Simulate(t.Context(), d, s, o)
		if err != nil {
			continue
		}
		simulated++
		for _, code := range e.Codes() {
			want, err := e.Central().Share(code)
			if err != nil {
				t.Fatal(err)
			}
			for draw := range 2 {
				got, err := e.Draw(code, draw)
				if err != nil || got.String() != want.String() {
					t.Fatalf("seed %d, %s, draw %d: %v, %v\nRun has %v\n%s", seed, code, draw, got, err, want, told(s, o))
				}
			}
		}
	}
	if simulated < 75 {
		t.Errorf("only %d simulated", simulated)
	}
}
