package projection_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// endless are scenarios with a part that contains itself.
func endless() map[string]scenario.Scenario {
	capped, by := &scenario.Capped{MaxGrowth: 0.1}, scenario.ByMember{Of: map[string]scenario.Response{}}
	capped.Response, by.Of["AAA"] = capped, by
	except, shift := &scenario.Except{}, &scenario.Shift{}
	except.Pledge, shift.Path = except, shift
	ar1 := &scenario.AR1{}
	ar1.Around = ar1
	sound := scenario.Scenario{Name: "sound", Pledge: scenario.Target{Share: 0.03, By: 2035}, Growth: scenario.AR1{Around: scenario.Constant(0.01)}, Response: scenario.Trend{}}
	all := map[string]scenario.Scenario{}
	for name, change := range map[string]func(s *scenario.Scenario){
		"Capped": func(s *scenario.Scenario) { s.Response = capped }, "ByMember": func(s *scenario.Scenario) { s.Response = by },
		"Except": func(s *scenario.Scenario) { s.Pledge = except },
		"Shift":  func(s *scenario.Scenario) { s.Growth = shift }, "AR1": func(s *scenario.Scenario) { s.Growth = ar1 },
	} {
		s := sound
		change(&s)
		all[name] = s
	}
	return all
}

// Whatever is asked of a scenario with a part that contains itself, the answer is an
// error that says so: nothing looks into it without end.
func TestNothingIsRunWithoutEnd(t *testing.T) {
	ctx, d, o := context.Background(), twoMembers(), projection.Options{To: 2030, Draws: 4}
	axes := []projection.Axis{
		projection.Targets(0.02, 0.03), projection.GrowthShifts(0, 0.01), projection.SpendingShifts(0, 0.01), projection.Paces(0.001),
		projection.Caps(0.1), projection.Deadlines(2030),
	}
	sound := scenario.Scenario{Name: "another", Growth: scenario.AR1{Around: scenario.Constant(0.01)}}
	for name, s := range endless() {
		asked := map[string]func() error{
			"Run":        func() error { return second(projection.Run(d, s, o)) },
			"Simulate":   func() error { return second(projection.Simulate(ctx, d, s, o)) },
			"Difference": func() error { return second(projection.SimulateDifference(ctx, d, sound, s, o)) },
			"SimulateCost": func() error {
				return second(projection.SimulateCost(ctx, d, s, projection.Baseline{Name: "b", Pledge: s.Pledge, Response: s.Response}, o))
			},
			"BreakEvenGrowth": func() error { return second(projection.BreakEvenGrowth(d, s, "AAA", o)) },
			"BreakEvenPace":   func() error { return second(projection.BreakEvenPace(d, s, "AAA", o)) },
			"LatestStart":     func() error { return second(projection.LatestStart(d, s, "AAA", o)) },
			"OneAtATime":      func() error { return second(projection.OneAtATime(ctx, d, s, "AAA", axes, o)) },
			"RunBacktest": func() error {
				return second(projection.RunBacktest(ctx, d, d, []int{2018}, []scenario.Scenario{s}, projection.BacktestOptions{Draws: 4}))
			},
			"Candidate": func() error {
				at := func(*scenario.Dataset, int) (scenario.Scenario, error) { return s, nil }
				o := projection.BacktestOptions{Draws: 4, Candidates: []projection.Candidate{{Name: "endless", At: at}}}
				return second(projection.RunBacktest(ctx, d, d, []int{2018}, nil, o))
			},
			"BacktestOptions": func() error {
				o := projection.BacktestOptions{Draws: 4, Pledge: s.Pledge, Growth: s.Growth}
				if name != "Except" && name != "Shift" && name != "AR1" {
					return scenario.ErrInvalid // nothing of it is in the options
				}
				return second(projection.RunBacktest(ctx, d, d, []int{2018}, nil, o))
			},
		}
		for _, axis := range axes {
			asked["Sweep of "+axis.Name] = func() error { return second(projection.Sweep(ctx, d, s, []projection.Axis{axis}, o)) }
			asked["SweepChance of "+axis.Name] = func() error { return second(projection.SweepChance(ctx, d, s, []projection.Axis{axis}, 0, o)) }
		}
		for what, ask := range asked {
			t.Run(name+" "+what, func(t *testing.T) {
				err := ask()
				if !errors.Is(err, scenario.ErrInvalid) || err != scenario.ErrInvalid && !strings.Contains(err.Error(), "does one of them contain itself?") {
					t.Errorf("%v", err)
				}
			})
		}
	}
}

// twice is a rule of the caller's own that points to itself, which is its own affair.
type twice struct {
	scenario.Hold
	a, b *twice
}

// The fingerprint that summaries carry comes to an end.
func TestOwnRulesMayPointToThemselves(t *testing.T) {
	own := &twice{}
	own.a, own.b = own, own
	s := scenario.Scenario{Name: "s", Growth: scenario.AR1{Around: scenario.Constant(0.01)}, Response: own}
	o := projection.Options{To: 2030, Draws: 4}
	if _, err := projection.Restore(twoMembers(), s, summary(t, simulate(t, twoMembers(), s, o))); err != nil {
		t.Error(err)
	}
}
