package scenario_test

import (
	"errors"
	"math"
	"testing"

	"github.com/pledgesim/pledgesim/scenario"
)

// rates gives the growth of a member from the year after the base year on.
func rates(t *testing.T, g scenario.GrowthPath, m *scenario.Member, n int) []float64 {
	t.Helper()
	dst := make([]float64, n)
	if err := g.Central(dst, m, base+1); err != nil {
		t.Fatal(err)
	}
	return dst
}

func economy(first int, gdp ...float64) *scenario.Member {
	return &scenario.Member{Code: "DEU", GDP: scenario.NewSeries(first, gdp...)}
}

func TestGrowthPaths(t *testing.T) {
	ten := economy(2022, 1000, 1100, 1210, 9999, 9999) // 10% a year up to 2024; later figures must not count
	weo := scenario.Table{Name: "WEO", Rates: map[string]scenario.Series{"DEU": scenario.NewSeries(2024, 0.01, 0.02, 0.03)}}
	then := func(g scenario.GrowthPath) scenario.Table { t := weo; t.Then = g; return t }
	for _, test := range []struct {
		name string
		path scenario.GrowthPath
		want []float64 // in 2025, 2026 ...
	}{
		{"constant", scenario.Constant(0.015), []float64{0.015, 0.015}},
		{"table, then its last rate", weo, []float64{0.02, 0.03, 0.03, 0.03}},
		{"table, then a constant", then(scenario.Constant(0.01)), []float64{0.02, 0.03, 0.01, 0.01}},
		// The window of Historic stays before the projection: the figures of
		// 2025 and 2026 are those of a later edition.
		{"table, then historic", then(scenario.Historic{Years: 2}), []float64{0.02, 0.03, 0.1, 0.1}},
		{"table, then historic of one year", then(scenario.Historic{Years: 1}), []float64{0.02, 0.03, 0.1}},
		{"table, then another, then historic", then(scenario.Table{
			Rates: map[string]scenario.Series{"DEU": scenario.NewSeries(2027, 0.04)}, Then: scenario.Historic{}}), []float64{0.02, 0.03, 0.04, 0.1}},
		{"table that ended long ago", scenario.Table{Rates: map[string]scenario.Series{"DEU": scenario.NewSeries(2010, 0.07)}}, []float64{0.07}},
		{"historic", scenario.Historic{Years: 2}, []float64{0.1, 0.1}},
		{"historic, as many years as there are", scenario.Historic{}, []float64{0.1}},
	} {
		t.Run(test.name, func(t *testing.T) { equal(t, rates(t, test.path, ten, len(test.want)), test.want, near) })
	}
}

func TestGrowthPathsMissingFigures(t *testing.T) {
	table := scenario.Table{Name: "WEO", Rates: map[string]scenario.Series{"DEU": scenario.NewSeries(2026, 0.01, math.NaN(), 0.03)}}
	unnamed := table
	unnamed.Name = ""
	for _, test := range []struct {
		name  string
		path  scenario.GrowthPath
		code  string
		first int
		want  string
	}{
		{"not in the table", table, "FRA", 2026, "FRA: Growth has no rates in WEO"},
		{"before the table", table, "DEU", 2025, "DEU, 2025: Growth has no rate in WEO"},
		{"gap in the table", unnamed, "DEU", 2026, "DEU, 2027: Growth has no rate in the table of growth rates"},
		{"no GDP", scenario.Historic{}, "FRA", 2026, "FRA: GDP has no two comparable years up to 2025 to take growth from"},
		{"wrapped", scenario.Shift{Path: scenario.Shock{Path: scenario.Nominal{Path: scenario.Constant(0), Inflation: table}}}, "FRA", 2026, "FRA: Growth has no rates in WEO"},
		{"real growth", scenario.Nominal{Path: table, Inflation: scenario.Constant(0)}, "FRA", 2026, "FRA: Growth has no rates in WEO"},
	} {
		t.Run(test.name, func(t *testing.T) {
			err := test.path.Central(make([]float64, 3), &scenario.Member{Code: test.code}, test.first)
			if !errors.Is(err, scenario.ErrMissing) {
				t.Fatalf("not ErrMissing: %v", err)
			}
			equal(t, err.Error(), test.want)
		})
	}
}

func TestTableWarnings(t *testing.T) {
	table := scenario.Table{Name: "WEO", Rates: map[string]scenario.Series{"DEU": scenario.NewSeries(2025, 0.01, 0.02)}}
	historic := table
	historic.Then = scenario.Historic{Years: 3}
	m := economy(2022, 1, 2, 3)
	for _, test := range []struct {
		name string
		path scenario.GrowthPath
		to   int
		want []string
	}{
		{"long enough", table, 2026, nil},
		{"held", table, 2040, []string{"WEO ends in 2026: the last rate is held to 2040"}},
		{"followed by a path with too few years", historic, 2040, []string{"DEU: past growth over 2 years, 3 asked"}},
		{"which is not needed", historic, 2026, nil},
		{"wrapped", scenario.Nominal{Path: scenario.Shift{Path: table}, Inflation: historic}, 2040, []string{
			"WEO ends in 2026: the last rate is held to 2040", "DEU: past growth over 2 years, 3 asked"}},
	} {
		t.Run(test.name, func(t *testing.T) { equal(t, messages(scenario.Warnings(test.path, m, base, test.to)), test.want) })
	}
}

func TestGrowthInWords(t *testing.T) {
	weo := scenario.Table{Name: "IMF WEO, April 2023"}
	then := scenario.Table{Then: scenario.Constant(1 * pct)}
	c := scenario.Constant(1.5 * pct)
	for want, g := range map[string]interface{ String() string }{
		"GDP grows 1.5% a year":               c,
		"GDP grows 0% a year":                 scenario.Constant(0),
		"GDP shrinks 1% a year":               scenario.Constant(-1 * pct),
		"GDP grows as in IMF WEO, April 2023": weo,
		"GDP grows as in the table of growth rates, then grows 1% a year":                             then,
		"GDP goes on growing at each member's mean rate of the last 10 years":                         scenario.Historic{},
		"GDP goes on growing at each member's mean rate of the last year":                             scenario.Historic{Years: 1},
		"GDP grows 1.5% a year, less 1 percentage point":                                              scenario.Shift{Path: c, By: -1 * pct},
		"GDP grows 1.5% a year, plus 0.5 percentage points":                                           scenario.Shift{Path: c, By: 0.5 * pct},
		"GDP grows 1.5% a year, in real terms; inflation: 2% a year":                                  scenario.Nominal{Path: c, Inflation: scenario.Constant(2 * pct)},
		"GDP grows 1.5% a year; a recession in 2027 costs 5% of GDP, which is never made good":        scenario.Shock{Path: c, First: 2027, Depth: 5 * pct},
		"GDP grows 1.5% a year; a recession in 2027-2028 costs 5% of GDP, which is made good by 2031": scenario.Shock{Path: c, First: 2027, Years: 2, Depth: 5 * pct, Recovery: 3},
		"no growth path given, less 1 percentage point":                                               scenario.Shift{By: -1 * pct},
	} {
		equal(t, g.String(), want)
	}
}
