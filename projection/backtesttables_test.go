package projection_test

import (
	"math"
	"slices"
	"testing"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// backtestTables are all tables of a backtest in which something is missing, one
// scenario is random and one is estimated anew.
func backtestTables(t *testing.T) map[string][]projection.Tabular {
	t.Helper()
	truth := changedHistory(t, 4, 1995, 2016, func(code, field string, year int, v float64) float64 {
		if code == "BAX" && (field == "GDP" && year == 2012 || field == "share" && year == 2014) {
			return math.NaN()
		}
		return v
	})
	ss := []scenario.Scenario{{
		Name: "promised", Pledge: scenario.Target{Share: 2 * scenario.Percent, By: 2017}, Growth: scenario.AR1{Around: scenario.Historic{}, SD: 0.02, Common: 0.5},
		Response: scenario.Shocked{Response: scenario.Partial{Response: scenario.Ramp{}, Fraction: 0.5}, SD: 0.05},
	}}
	o := projection.BacktestOptions{
		Ahead: 2, Draws: 200, Seed: 3, MinOutcomes: 4, Groups: map[string][]string{"first two": {"AAX", "BAX"}},
		Candidates: []projection.Candidate{{Name: "mean growth", At: func(known *scenario.Dataset, origin int) (scenario.Scenario, error) {
			growth, _, err := scenario.FitAR1(scenario.Historic{}, known.Growths(), origin)
			return scenario.Scenario{Growth: growth, Response: scenario.Hold{}}, err
		}}},
	}
	b := backtest(t, truth, truth, []int{2010, 2012, 2013, 2014}, ss, o)
	r, err := b.Chances("promised")
	if err != nil {
		t.Fatal(err)
	}
	last := b.Where(func(f projection.Forecast) bool { return f.Origin == 2014 && f.Member <= "BAX" })
	return map[string][]projection.Tabular{
		"backtest":             {last},
		"backtest-scores":      {b.ScoreTable()},
		"backtest-side":        {projection.Only(b.SideBySide(), "CRPS")},
		"backtest-reliability": {r},
	}
}

// A table can be left at any row.
func TestBacktestTablesCanBeLeft(t *testing.T) {
	for name, ts := range backtestTables(t) {
		n := len(slices.Collect(ts[0].Rows()))
		for stop := 1; stop <= n; stop += 1 + n/10 {
			seen := 0
			for range ts[0].Rows() {
				if seen++; seen == stop {
					break
				}
			}
			if seen != stop {
				t.Errorf("%s: left after %d rows, %d were seen", name, stop, seen)
			}
		}
	}
}
