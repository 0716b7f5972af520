package projection_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// crowd is a data set of n members.
func crowd(t *testing.T, n int) *scenario.Dataset {
	t.Helper()
	var ms []scenario.Member
	for i := range n {
		ms = append(ms, scenario.Member{Code: fmt.Sprintf("%c%c%c", 'A'+i/26/26, 'A'+i/26%26, 'A'+i%26), Share: scenario.NewSeries(2024, 0.02), GDP: scenario.NewSeries(2024, 1000)})
	}
	d, err := scenario.NewDataset("crowd", "million", ms...)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// What lies beyond a limit is refused before any work, with a message that names it.
func TestLimitsOfRuns(t *testing.T) {
	ctx := context.Background()
	s := scenario.Scenario{Name: "s", Pledge: scenario.Target{Share: 0.02}, Growth: scenario.AR1{Around: scenario.Constant(0.01)}, Response: scenario.Hold{}}
	later := s
	later.Pledge = scenario.Target{Share: 0.02, By: 2024 + projection.MaxYears + 1}
	other := s
	other.Name = "other"
	values := func(n int) projection.Axis {
		return projection.Axis{Name: fmt.Sprint(n, " values"), Values: make([]float64, n), Set: func(s scenario.Scenario, _ float64) (scenario.Scenario, error) { return s, nil }}
	}
	d := crowd(t, 600)
	far := projection.Options{To: 2024 + projection.MaxYears, Draws: 10}
	for want, err := range map[string]error{
		"Options.To = 3025 is no horizon within 1000 years after the base year 2024": second(projection.Run(d, s, projection.Options{To: far.To + 1})),
		"Options.Window = 201 is not a number of years from 1 to 200":                second(projection.Run(d, s, projection.Options{Window: scenario.MaxWindow + 1})),
		`scenario "s", AAA, 2025: Pledge.By = 3025 lies more than 1000 years after the base year 2024`: second(projection.Run(
			d, later, projection.Options{Members: []string{"AAA"}})),
		"Options.Draws = 1000000001 is not a number of draws from 1 to 1,000,000,000; more can be done in parts, see Merge": second(projection.Simulate(
			ctx, d, s, projection.Options{Draws: projection.MaxDraws + 1})),
		"Options.First = 1099511627777 is not the number of a draw, which are counted from 0 to 2^40": second(projection.Simulate(ctx, d, s, projection.Options{First: projection.MaxFirst + 1})),
		"Options.Workers = 10001 is more than 10000: give a number of goroutines, or 0 for one a processor": second(projection.Simulate(
			ctx, d, s, projection.Options{Workers: projection.MaxWorkers + 1})),
		"Options.Members = 600 members in 1000 projected years are more than can be counted, 500000 together: take fewer Members, or an earlier To": second(projection.Simulate(
			ctx, d, s, far)),
		"Options.Members = 600 members in 276 projected years are more than can be counted, 125000 together: take fewer Members, or an earlier To": second(projection.SimulateDifference(
			ctx, d, s, other, projection.Options{To: 2300, Draws: 10})),
		"Options.Keep = true takes room for 1000200000 shares, of 1667000 draws, 600 members and 1 years; the most is 1000000000: quantiles are within 0.1% without it": second(projection.Simulate(
			ctx, d, s, projection.Options{To: 2025, Draws: 1_667_000, Keep: true})),
		`scenario "s": axes = 60000000 cells are more than a Grid keeps, 50000000: stream them with projection.SweepRows, or give fewer values or members`: second(projection.Sweep(
			ctx, d, s, []projection.Axis{values(100_000)}, projection.Options{To: 2025})),
		`scenario "s": axes = 5.9994e+15 combinations are more than can be run, 1000000000000000: give fewer values`: second(projection.Sweep(
			ctx, d, s, []projection.Axis{values(100_000), values(10_000), values(9_999)}, projection.Options{To: 2025})),
	} {
		if err == nil || !strings.HasSuffix(err.Error(), want) {
			t.Errorf("%v, want %s", err, want)
		}
	}
}

// Workers that could not count together are not started, nor those that would find
// nothing to do.
func TestWorkersHaveRoomAndWork(t *testing.T) {
	for _, c := range []struct{ members, years, workers, draws, times, want int }{
		{31, 16, 8, 10_000, 1, 8},
		{31, 16, projection.MaxWorkers, 10_240, 1, 12},           // ten blocks of 1,024 draws, and one cut at each end
		{31, 16, projection.MaxWorkers, 1_000_000_000, 1, 1008},  // 500,000 / (31 * 16)
		{31, 16, projection.MaxWorkers, 1_000_000_000, 4, 252},   // of a difference a quarter
		{1000, 400, projection.MaxWorkers, 1_000_000_000, 1, 1},  // as many counts as fit
		{10_000, 50, projection.MaxWorkers, 1_000_000_000, 1, 1}, // the same
	} {
		if got := projection.WorkersFor(c.members, c.years, c.workers, c.draws, c.times); got != c.want {
			t.Errorf("%+v: %d", c, got)
		}
	}
}
