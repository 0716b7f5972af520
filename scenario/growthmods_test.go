package scenario_test

import (
	"math"
	"testing"

	"github.com/pledgesim/pledgesim/scenario"
)

func TestShiftAndNominal(t *testing.T) {
	m := &scenario.Member{Code: "DEU"}
	table := scenario.Table{Rates: map[string]scenario.Series{"DEU": scenario.NewSeries(2025, 0.01, 0.02)}}
	equal(t, rates(t, scenario.Shift{Path: table, By: -1.5 * pct}, m, 3), []float64{-0.005, 0.005, 0.005}, near)
	// 1.01*1.1 = 1.111 and 1.02*1.1 = 1.122
	equal(t, rates(t, scenario.Nominal{Path: table, Inflation: scenario.Constant(0.1)}, m, 2), []float64{0.111, 0.122}, near)
}

// The level of GDP against that of the path without the recession.
func TestShockLevels(t *testing.T) {
	half := math.Sqrt(0.95) // a fall of 5% in two equal steps
	third := func(k float64) float64 { return math.Pow(0.95, k/3) }
	for _, test := range []struct {
		name  string
		shock scenario.Shock
		want  []float64 // in 2025, 2026 ...
	}{
		{"one year, for good", scenario.Shock{First: 2026, Depth: 5 * pct}, []float64{1, 0.95, 0.95, 0.95}},
		{"two years", scenario.Shock{First: 2026, Years: 2, Depth: 5 * pct}, []float64{1, half, 0.95, 0.95}},
		{"made good in one year", scenario.Shock{First: 2025, Depth: 5 * pct, Recovery: 1}, []float64{0.95, 1, 1}},
		{"made good in three", scenario.Shock{First: 2026, Years: 2, Depth: 5 * pct, Recovery: 3}, []float64{1, half, 0.95, third(2), third(1), 1, 1, 1}},
		// What lies before the projection is in the figures already.
		{"half over", scenario.Shock{First: 2024, Years: 2, Depth: 5 * pct}, []float64{half, half}},
		{"recovering", scenario.Shock{First: 2023, Years: 1, Depth: 5 * pct, Recovery: 2}, []float64{1 / half, 1 / half}},
		{"over", scenario.Shock{First: 2010, Depth: 5 * pct, Recovery: 5}, []float64{1, 1}},
		{"to come", scenario.Shock{First: 2040, Depth: 5 * pct}, []float64{1, 1}},
	} {
		t.Run(test.name, func(t *testing.T) {
			for _, growth := range []float64{-0.03, 0, 0.02} {
				test.shock.Path = scenario.Constant(growth)
				level, path, got := 1.0, 1.0, []float64(nil)
				for _, g := range rates(t, test.shock, nil, len(test.want)) {
					level, path = level*(1+g), path*(1+growth)
					got = append(got, level/path)
				}
				equal(t, got, test.want, near)
			}
		})
	}
}

func TestShockWarnings(t *testing.T) {
	for first, want := range map[int][]string{
		2024: {"recession of 2024 begins before the projection, which starts in 2025: only what is left of it counts"},
		2025: nil,
		2040: nil,
		2041: {"recession of 2041 begins after the projection, which ends in 2040"},
	} {
		s := scenario.Shock{Path: scenario.Constant(0), First: first, Depth: 5 * pct}
		equal(t, messages(scenario.Warnings(s, nil, base, 2040)), want)
	}
}

func TestGrowthFaults(t *testing.T) {
	const s = `scenario "test": `
	c := scenario.Constant(0)
	for _, test := range []struct {
		path scenario.GrowthPath
		want []string
	}{
		{scenario.Constant(0.49), nil},
		{scenario.Constant(0.5), []string{s + "Growth = 0.5 is not a yearly rate in (-0.5, 0.5) (did you mean 0.5*scenario.Percent?)"}}, // meant as half a per cent
		{nil, []string{s + "Growth is nil: it must be given"}},
		{scenario.Constant(1.5), []string{s + "Growth = 1.5 is not a yearly rate in (-0.5, 0.5) (did you mean 1.5*scenario.Percent?)"}},
		{scenario.Constant(-2), []string{s + "Growth = -2 is not a yearly rate in (-0.5, 0.5) (did you mean -2*scenario.Percent?)"}},
		{scenario.Constant(100), []string{s + "Growth = 100 is not a yearly rate in (-0.5, 0.5)"}},
		{scenario.Constant(math.NaN()), []string{s + "Growth = NaN is not a yearly rate in (-0.5, 0.5)"}},
		{scenario.Constant(math.Inf(-1)), []string{s + "Growth = -Inf is not a yearly rate in (-0.5, 0.5)"}},
		{scenario.Table{Then: scenario.Shift{}}, []string{
			s + "Growth.Rates is empty: give a series of rates for each member",
			s + "Growth.Then.Path is nil: it must be given",
		}},
		{scenario.Table{Rates: map[string]scenario.Series{"FRA": scenario.NewSeries(2025, 1, 2), "DEU": scenario.NewSeries(2025, 3)}}, []string{
			s + "Growth.Rates[DEU][2025] = 3 is not a yearly rate in (-0.5, 1] (did you mean 3*scenario.Percent?)",
			s + "Growth.Rates[FRA][2026] = 2 is not a yearly rate in (-0.5, 1] (did you mean 2*scenario.Percent?)",
		}},
		{scenario.Historic{Years: -3}, []string{s + "Growth.Years = -3 is not a number of years from 0 to 200"}},
		{scenario.Shift{Path: c, By: -1}, []string{s + "Growth.By = -1 is not a fraction between -0.5 and 0.5 (did you mean -1*scenario.Percent?)"}},
		{scenario.Shift{Path: c, By: math.NaN()}, []string{s + "Growth.By = NaN is not a fraction between -0.5 and 0.5"}},
		{scenario.Shock{Years: -1, Recovery: 201}, []string{
			s + "Growth.Path is nil: it must be given",
			s + "Growth.Depth = 0 is not a loss between 0 and 0.5 (5*scenario.Percent is five per cent)",
			s + "Growth.First is missing: name the first year of the recession",
			s + "Growth.Years = -1 is not a number of years from 0 to 200",
			s + "Growth.Recovery = 201 is not a number of years from 0 to 200",
		}},
		{scenario.Shock{Path: c, First: 2027, Depth: math.NaN()}, []string{
			s + "Growth.Depth = NaN is not a loss between 0 and 0.5 (5*scenario.Percent is five per cent)",
		}},
		{scenario.Nominal{Inflation: scenario.Shock{Path: scenario.Constant(2), First: 2027, Depth: 5 * pct}}, []string{
			s + "Growth.Path is nil: it must be given",
			s + "Growth.Inflation.Path = 2 is not a yearly rate in (-0.5, 0.5) (did you mean 2*scenario.Percent?)",
		}},
	} {
		equal(t, faultsOf(func(s *scenario.Scenario) { s.Growth = test.path }), test.want)
	}
}
