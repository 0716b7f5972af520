package projection_test

import (
	"context"
	"errors"
	"testing"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

var errBurst = errors.New("burst")

// bursting growth panics when it is drawn, not on the path without luck.
type bursting struct{ scenario.AR1 }

func (bursting) Sampler(*scenario.Member, int, int, *scenario.Streams) (func([]float64, int), error) {
	panic(errBurst)
}

// burstingResponse panics for everybody.
type burstingResponse struct{}

func (burstingResponse) Spend(scenario.View, scenario.Ask) float64 { panic(errBurst) }

// A panic of the caller's own code in a worker can be recovered around the call, and is
// what was panicked with; no goroutine waits for ever.
func TestPanicsOfTheCallersCodeComeBack(t *testing.T) {
	d := history(t, 3, 1995, 2020)
	ctx := context.Background()
	fine := scenario.Scenario{Name: "s", Growth: uncertain, Response: scenario.Hold{}}
	drawn, reacting := fine, fine
	drawn.Growth = bursting{scenario.AR1{Around: scenario.Constant(0), SD: 0.01}}
	reacting.Response = burstingResponse{}
	run := func(s scenario.Scenario, o projection.BacktestOptions) error {
		_, err := projection.RunBacktest(ctx, d, d, []int{2008, 2010, 2012}, []scenario.Scenario{s}, o)
		return err
	}
	for name, call := range map[string]func() error{
		"growth in Simulate": func() error {
			_, err := projection.Simulate(ctx, d, drawn, projection.Options{To: 2025, Draws: 9000, Workers: 3})
			return err
		},
		"Progress in Simulate": func() error {
			_, err := projection.Simulate(ctx, d, fine, projection.Options{To: 2025, Draws: 9000, Workers: 3, Progress: func(int, int) { panic(errBurst) }})
			return err
		},
		"growth in RunBacktest":   func() error { return run(drawn, projection.BacktestOptions{Workers: 3}) },
		"response in RunBacktest": func() error { return run(reacting, projection.BacktestOptions{Workers: 3}) },
		"Progress in RunBacktest": func() error {
			return run(fine, projection.BacktestOptions{Workers: 3, Progress: func(int, int) { panic(errBurst) }})
		},
		"a candidate": func() error {
			return run(fine, projection.BacktestOptions{Workers: 3, Candidates: []projection.Candidate{{Name: "c", At: func(*scenario.Dataset, int) (scenario.Scenario, error) { panic(errBurst) }}}})
		},
	} {
		t.Run(name, func(t *testing.T) {
			defer func() {
				if fault := recover(); fault != errBurst {
					t.Errorf("recovered %v", fault)
				}
			}()
			t.Errorf("no panic, but %v", call())
		})
	}
}

// A scenario that fails keeps the others from being simulated, also where it fails at
// the last origin only.
func TestNothingIsSimulatedWhereAScenarioFails(t *testing.T) {
	d := history(t, 3, 1995, 2020)
	drawn := scenario.Scenario{Name: "drawn", Growth: bursting{scenario.AR1{Around: scenario.Constant(0), SD: 0.01}}, Response: scenario.Hold{}} // panics when simulated
	o := projection.BacktestOptions{Progress: func(int, int) { t.Error("a scenario forecasts") }, Candidates: []projection.Candidate{{Name: "c", At: func(_ *scenario.Dataset, origin int) (scenario.Scenario, error) {
		s := drawn
		if origin >= 2012 {
			s.Response = faulty{}
		}
		return s, nil
	}}}}
	_, err := projection.RunBacktest(context.Background(), d, d, []int{2008, 2012}, []scenario.Scenario{drawn}, o)
	if want := `origin 2012, edition history cut at 2012: scenario "c", BAX, 2013: Response (projection_test.faulty) = -1 is not an amount of money: the response is at fault`; err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
}
