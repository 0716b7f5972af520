package projection_test

import (
	"math"
	"slices"
	"testing"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// firstYears are the first years at target by member, one after the horizon where
// there is none.
func firstYears(r *projection.Result) []int {
	var years []int
	for _, reach := range r.Reaches() {
		year, ok := reach.Year()
		if !ok {
			year = r.Options.To + 1
		}
		years = append(years, year)
	}
	return years
}

// neverEarlier fails if a first year of the second result is before that of the first.
func neverEarlier(t *testing.T, what string, r, later *projection.Result) {
	t.Helper()
	before, after := firstYears(r), firstYears(later)
	for i, code := range r.Codes() {
		if after[i] < before[i] {
			t.Errorf("%s: %s is there in %d and not in %d", what, code, after[i], before[i])
		}
	}
}

// ignoring makes up a response that does not look at what is asked, in any wrappers
// that do not either.
func (a *arbitrary) ignoring(depth int) scenario.Response {
	if depth == 0 {
		return one[scenario.Response](a, scenario.Trend{Plus: a.between(-0.02, 0.05)}, scenario.Hold{}, scenario.Drift{}, scenario.Budget{RealGrowth: a.between(-0.05, 0.1)},
			scenario.Peers{Level: 0.02, Speed: a.between(0, 1)})
	}
	inner := a.ignoring(depth - 1)
	return one[scenario.Response](a, inner, scenario.Capped{Response: inner, MaxGrowth: a.between(-0.1, 0.2)}, scenario.Floor{Response: inner},
		scenario.Floor{Response: inner, Of: scenario.SpendingFloor}, scenario.Partial{Response: inner, Fraction: a.between(0.1, 1)})
}

// closing makes up a response that goes towards the target: in a part of the gap that
// does not depend on how large it is, or in steps that do not depend on the target.
// Money that is capped or never cut is left out: then a higher share gives more room.
func (a *arbitrary) closing() scenario.Response {
	ramp := scenario.Ramp{Shape: scenario.Shape(a.upTo(int(scenario.BackLoaded))), Pace: a.between(0.0005, 0.01)}
	r := one[scenario.Response](a, ramp, scenario.Jump{}, scenario.Partial{Response: scenario.Jump{}, Fraction: a.between(0.1, 1)})
	if a.yes(3) {
		r = scenario.Delayed{Response: r, Years: a.upTo(6)}
	}
	if a.yes(3) {
		r = scenario.Floor{Response: r}
	}
	return r
}

// everyTarget shows runs with one target for all, with a deadline or without.
func everyTarget(t *testing.T, response func(a *arbitrary) scenario.Response, property func(t *testing.T, a *arbitrary, r *projection.Result, target scenario.Target)) {
	t.Helper()
	everyRun(t, func(t *testing.T, a *arbitrary, r *projection.Result) {
		a = seeded(uint64(a.upTo(0xffff))+uint64(len(r.Codes()))<<16, 200)
		target := scenario.Target{Share: a.between(0.005, 0.05), By: one(a, 0, r.Options.Base+a.in(1, 20))}
		if target.By > 0 {
			target.From = one(a, 0, r.Options.Base+1)
		}
		s, o := r.Scenario, r.Options
		s.Pledge, s.Response = target, response(a)
		if r, err := projection.Run(r.Dataset, s, o); err == nil { // not every growth path suits every response
			property(t, a, r, target)
		}
	})
}

// A higher target is never reached earlier, if all are asked the same and respond in
// one of two ways: without regard to what is asked, stopping there or not; or towards
// it, in a part of the gap or in steps that do not depend on the target. Then what is
// left to a higher target is larger in each year. The two mixed may break it: part of
// the way to a trend that stops at the target shrinks the nearer that is.
func TestHigherTargetIsNeverReachedEarlier(t *testing.T) {
	for name, response := range map[string]func(a *arbitrary) scenario.Response{
		"ignoring": func(a *arbitrary) scenario.Response { return a.ignoring(a.upTo(3)) },
		"up to":    func(a *arbitrary) scenario.Response { return scenario.UpTo{Response: a.ignoring(a.upTo(2))} },
		"closing":  (*arbitrary).closing,
	} {
		everyTarget(t, response, func(t *testing.T, a *arbitrary, r *projection.Result, target scenario.Target) {
			higher := again(t, r, func(s *scenario.Scenario, _ *projection.Options) {
				target.Share += a.between(0.0001, 0.05)
				s.Pledge = target
			})
			neverEarlier(t, name+": a higher target", r, higher)
		})
	}
}

// More pace is never later: a larger yearly step of a ramp without a deadline, and
// faster growth of spending, also where it is capped, delayed or stops at the target.
func TestMorePaceIsNeverLater(t *testing.T) {
	for name, response := range map[string]func(pace float64) scenario.Response{
		"ramp": func(pace float64) scenario.Response { return scenario.Ramp{Pace: pace} },
		"capped ramp": func(pace float64) scenario.Response {
			return scenario.Capped{Response: scenario.Ramp{Pace: pace}, MaxGrowth: 0.05}
		},
		"delayed ramp": func(pace float64) scenario.Response {
			return scenario.Delayed{Response: scenario.Ramp{Pace: pace}, Years: 3}
		},
		"trend": func(pace float64) scenario.Response { return scenario.Trend{Plus: pace} },
		"budget": func(pace float64) scenario.Response {
			return scenario.UpTo{Response: scenario.Budget{RealGrowth: pace}}
		},
		"floor": func(pace float64) scenario.Response {
			return scenario.Floor{Response: scenario.Budget{RealGrowth: pace - 0.01}}
		},
	} {
		pace := 0.0
		everyTarget(t, func(a *arbitrary) scenario.Response {
			pace = a.between(0.0001, 0.02)
			return response(pace)
		}, func(t *testing.T, a *arbitrary, r *projection.Result, target scenario.Target) {
			target.By = 0
			open := func(s *scenario.Scenario, _ *projection.Options) { s.Pledge = target }
			slow := again(t, r, open)
			fast := again(t, r, func(s *scenario.Scenario, o *projection.Options) {
				open(s, o)
				s.Response = response(pace + a.between(0.0001, 0.02))
			})
			neverEarlier(t, name+": less pace", fast, slow)
		})
	}
}

// A later deadline asks for no more percentage points a year and, where GDP grows at a
// steady rate, for no more growth of spending; a ramp of any shape to it costs no more,
// and leaves no smaller gap to the target in any year.
func TestALaterDeadlineAsksForNoMore(t *testing.T) {
	asked := 0
	everyTarget(t, func(a *arbitrary) scenario.Response {
		return scenario.Ramp{Shape: scenario.Shape(a.upTo(int(scenario.BackLoaded))), Pace: 0.001}
	}, func(t *testing.T, a *arbitrary, r *projection.Result, target scenario.Target) {
		if r.Scenario.Response.(scenario.Ramp).Shape == scenario.ConstantGrowth && slices.ContainsFunc(r.Codes(), func(code string) bool {
			share, err := r.Share(code)
			v, _ := share.At(r.Options.Base)
			return err != nil || v == 0
		}) {
			return // there is no growth rate from a share of zero
		}
		at := func(by int) *projection.Result {
			return again(t, r, func(s *scenario.Scenario, _ *projection.Options) {
				target.By = by
				s.Pledge = target
			})
		}
		by := r.Options.Base + a.in(1, 15)
		soon, late := at(by), at(by+a.in(1, 15))
		_, steady := r.Scenario.Growth.(scenario.Constant)
		pace, err := projection.Pace(soon)
		paceLater, err2 := projection.Pace(late)
		if err != nil || err2 != nil {
			return // the growth path does not go as far as the deadline
		}
		for i, needed := range paceLater.Members {
			before := pace.Members[i]
			if needed.Years > 0 {
				asked++
			}
			if needed.PointsNeeded > before.PointsNeeded || steady && needed.GrowthNeeded > before.GrowthNeeded*(1+1e-9)+1e-12 {
				t.Errorf("%s: %+v by %d, %+v later", needed.Member, before, by, needed)
			}
		}
		for _, code := range r.Codes() {
			less, more := total(t, cost(t, late, projection.FrozenShare()), code), total(t, cost(t, soon, projection.FrozenShare()), code)
			if less > more+1e-9*math.Abs(more) {
				t.Errorf("%s: %v by %d, %v later", code, more, by, less)
			}
			gap, _, err := soon.Gap(code)
			gapLater, _, err2 := late.Gap(code)
			if err != nil || err2 != nil {
				t.Fatal(err, err2)
			}
			for year, v := range gap.All() {
				if w, _ := gapLater.At(year); w < v-1e-12 {
					t.Errorf("%s in %d: a gap of %v, %v with a later deadline", code, year, v, w)
				}
			}
		}
	})
	if asked < 100 {
		t.Errorf("only %d paces are needed", asked)
	}
}
