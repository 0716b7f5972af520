package projection_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// Those that always compete grow as is expected, bit for bit, and say nothing of shocks.
func TestCompetitorsHaveNoShocks(t *testing.T) {
	d := history(t, 3, 1995, 2020)
	around := scenario.Historic{Years: 7}
	const mean = "GDP goes on growing at each member's mean rate of the last 7 years"
	ar1 := scenario.AR1{Around: around, SD: 0.02}
	rates := map[string]scenario.Series{}
	for _, code := range d.Codes() {
		rates[code] = scenario.NewSeries(2011, 0.01, 0.02, 0.03, 0.02)
	}
	for _, c := range []struct {
		name   string
		growth scenario.GrowthPath
		want   string
	}{
		{"a path", around, mean},
		{"shocks", ar1, mean},
		{"a pointer", &ar1, mean},
		{"recessions on shocks", scenario.Downturn{Around: ar1, Chance: 0.1, Depth: 0.05}, mean},
		{"years around shocks", scenario.Bootstrap{Around: &ar1}, mean},
		{"years", scenario.Bootstrap{}, "GDP grows at the mean of the years drawn from the last 10, 2 in a row, the same for all members"},
		{"a table, then shocks", scenario.Table{Rates: rates, Then: ar1}, scenario.Table{Rates: rates, Then: around}.String()},
		{"a shift of shocks", scenario.Shift{Path: ar1, By: 0.01}, scenario.Shift{Path: around, By: 0.01}.String()},
		{"a recession on shocks", scenario.Shock{Path: ar1, First: 2012, Depth: 0.05}, scenario.Shock{Path: around, First: 2012, Depth: 0.05}.String()},
		{"prices on shocks", scenario.Nominal{Path: ar1, Inflation: scenario.Constant(0.02)}, scenario.Nominal{Path: around, Inflation: scenario.Constant(0.02)}.String()},
	} {
		s := scenario.Scenario{Name: "s", Pledge: twoPercent, Growth: c.growth, Response: scenario.Hold{}}
		b := backtest(t, d, d, []int{2010, 2013}, nil, projection.BacktestOptions{Pledge: twoPercent, Growth: c.growth})
		told := false
		for _, a := range b.About().Assumptions {
			told = told || strings.HasPrefix(a, "hold-last") && strings.Contains(a, "growth:   "+c.want+"\n")
		}
		if !told {
			t.Errorf("%s: no growth %q in %q", c.name, c.want, b.About().Assumptions)
		}
		for _, origin := range b.Origins {
			known, err := d.AsOf(origin)
			if err != nil {
				t.Fatal(err)
			}
			for name, response := range map[string]scenario.Response{"hold-last": scenario.Hold{}, "drift": scenario.Drift{}, "trend": scenario.Trend{}} {
				s.Pledge, s.Response = nil, response
				r := run(t, known, s, projection.Options{To: origin + 5})
				want, got := map[string]float64{}, map[string]float64{}
				for _, f := range b.Forecasts {
					if f.Scenario == name && f.Origin == origin {
						path, err := r.Share(f.Member)
						want[f.Member] += at(t, f.Year)(path, err)
						got[f.Member] += f.P50
					}
				}
				if diff := cmp.Diff(want, got); diff != "" {
					t.Errorf("%s, %s from %d: %s", c.name, name, origin, diff)
				}
			}
		}
	}
}
