package projection_test

import (
	"context"
	"errors"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// leftGoroutines gives the goroutines that this library has begun and that go on. One
// that is about to end gets the time to do so.
func leftGoroutines() []string {
	var left []string
	for range 1000 {
		all := make([]byte, 1<<20)
		left = nil
		for _, stack := range strings.Split(string(all[:runtime.Stack(all, true)]), "\n\n") {
			if strings.Contains(stack, "created by github.com/pledgesim/pledgesim/projection.") {
				left = append(left, stack)
			}
		}
		if len(left) == 0 {
			break
		}
		time.Sleep(time.Millisecond)
	}
	return left
}

// However work ends, when it is stopped before or on the way, or fails, or its caller
// has enough, no goroutine is left.
func TestNoGoroutineIsLeft(t *testing.T) {
	d := history(t, 3, 1995, 2020)
	s := scenario.Scenario{Name: "s", Pledge: scenario.Target{Share: 0.03, By: 2024}, Growth: uncertain, Response: scenario.Ramp{}}
	hold := s
	hold.Name, hold.Response = "hold", scenario.Hold{}
	axes := []projection.Axis{projection.GrowthShifts(-0.01, 0, 0.01), projection.Targets(0.02, 0.025, 0.03)}
	works := map[string]func(context.Context, scenario.Scenario, projection.Options) error{
		"Simulate": func(ctx context.Context, s scenario.Scenario, o projection.Options) error {
			_, err := projection.Simulate(ctx, d, s, o)
			return err
		},
		"SimulateDifference": func(ctx context.Context, s scenario.Scenario, o projection.Options) error {
			_, err := projection.SimulateDifference(ctx, d, hold, s, o)
			return err
		},
		"SimulateCost": func(ctx context.Context, s scenario.Scenario, o projection.Options) error {
			_, err := projection.SimulateCost(ctx, d, s, projection.FrozenShare(), o)
			return err
		},
		"Sweep": func(ctx context.Context, s scenario.Scenario, o projection.Options) error {
			_, err := projection.Sweep(ctx, d, s, axes, o)
			return err
		},
		"SweepChance": func(ctx context.Context, s scenario.Scenario, o projection.Options) error {
			_, err := projection.SweepChance(ctx, d, s, axes, 2024, o)
			return err
		},
		"SweepRows": func(ctx context.Context, s scenario.Scenario, o projection.Options) error {
			for range projection.SweepRows(ctx, d, s, axes, o) {
				break // the caller has enough
			}
			for _, err := range projection.SweepRows(ctx, d, s, axes, o) {
				if err != nil {
					return err
				}
			}
			return nil
		},
		"RunBacktest": func(ctx context.Context, s scenario.Scenario, o projection.Options) error {
			_, err := projection.RunBacktest(ctx, d, d, []int{2008, 2010, 2012}, []scenario.Scenario{s}, projection.BacktestOptions{Draws: 2000, Workers: o.Workers, Progress: o.Progress})
			return err
		},
	}
	failing := s
	failing.Response = faulty{}
	for name, work := range works {
		o := projection.Options{To: 2025, Draws: 20_000, Workers: 4}
		if err := work(t.Context(), s, o); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if err := work(t.Context(), failing, o); err == nil {
			t.Errorf("%s: no error", name)
		}
		ended, end := context.WithCancel(t.Context())
		end()
		if err := work(ended, s, o); !errors.Is(err, context.Canceled) {
			t.Errorf("%s: stopped before it began it gives %v", name, err)
		}
		ctx, stop := context.WithCancel(t.Context())
		o.Progress = func(int, int) { stop() }
		if err := work(ctx, s, o); err != nil && !errors.Is(err, context.Canceled) || ctx.Err() == nil {
			t.Errorf("%s: stopped on the way it gives %v", name, err)
		}
		stop()
		if left := leftGoroutines(); len(left) > 0 {
			t.Fatalf("%s leaves %d goroutines:\n%s", name, len(left), strings.Join(left, "\n\n"))
		}
	}
}
