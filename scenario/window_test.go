package scenario_test

import (
	"math"
	"testing"

	"github.com/pledgesim/pledgesim/scenario"
)

// The three means leave out years that are missing or not comparable, and say
// how many yearly changes they used.
func TestMeansOverAWindow(t *testing.T) {
	nan := math.NaN()
	broken := []scenario.Break{{Year: 2023, Why: "new accounts"}}
	share := func(percents ...float64) *scenario.Member { return member(percents...) }
	gdp := func(breaks []scenario.Break, values ...float64) *scenario.Member {
		return &scenario.Member{Code: "DEU", GDP: scenario.NewSeries(base-len(values)+1, values...), Breaks: breaks}
	}
	spending := func(breaks []scenario.Break, values ...float64) *scenario.Member {
		return &scenario.Member{Code: "DEU", Spending: scenario.NewSeries(base-len(values)+1, values...), Breaks: breaks}
	}
	withBreak := share(1, 1.5, 2.5, 2.7)
	withBreak.Breaks = broken
	for _, test := range []struct {
		name    string
		measure func(base, n int) (float64, int)
		base, n int
		want    float64
		used    int
	}{
		{"share: +0.2 and +0.4 points", share(1, 1.2, 1.6).ShareChange, base, 2, 0.3 * pct, 2},
		{"share: a short window", share(1, 1.2, 1.6).ShareChange, base, 1, 0.4 * pct, 1},
		{"share: fewer years than asked", share(1, 1.2, 1.6).ShareChange, base, 9, 0.3 * pct, 2},
		{"share: later figures are not seen", share(1, 1.2, 1.6).ShareChange, 2023, 9, 0.2 * pct, 1},
		{"share: a gap takes two changes away", share(1, 1.2, nan, 1.6, 1.9).ShareChange, base, 4, 0.25 * pct, 2},
		{"share: the change into the break is left out", withBreak.ShareChange, base, 3, 0.35 * pct, 2}, // (0.5+0.2)/2
		{"GDP: 1.1 a year", gdp(nil, 1000, 1100, 1210).GDPGrowth, base, 2, 0.1, 2},
		{"GDP: geometric, 1.44 in two years", gdp(nil, 1000, 900, 1440).GDPGrowth, base, 2, 0.2, 2},
		{"GDP: over a break", gdp(broken, 1000, 1100, 5000, 5500).GDPGrowth, base, 3, 0.1, 2},
		{"spending: a break of GDP does not matter", spending(broken, 100, 100, 144, 172.8).SpendingGrowth, base, 3, 0.2, 3}, // 1.728 is 1.2 cubed
		{"spending: no rate from or to zero", spending(nil, 100, 0, 0, 100, 110).SpendingGrowth, base, 4, 0.1, 1},
		{"nothing to go by", spending(nil, 100).SpendingGrowth, base, 4, nan, 0},
		{"no window", share(1, 1.2).ShareChange, base, 0, nan, 0},
	} {
		t.Run(test.name, func(t *testing.T) {
			mean, used := test.measure(test.base, test.n)
			if used != test.used || math.Abs(mean-test.want) > 1e-12 || math.IsNaN(mean) != math.IsNaN(test.want) {
				t.Errorf("%v over %d years, want %v over %d", mean, used, test.want, test.used)
			}
		})
	}
}

func TestWindowWarnings(t *testing.T) {
	m := member(1, 1.2, 1.6)
	m.Breaks = []scenario.Break{{Year: 2024, Why: "new accounts"}, {Year: 2010, Why: "long ago"}, {Year: 2030, Why: "to come"}}
	for _, test := range []struct {
		part any
		want []string
	}{
		{scenario.Trend{Years: 2}, nil}, // a break of GDP is none of spending
		{scenario.Trend{}, []string{"DEU: trend over 2 years, 8 asked"}},
		{scenario.Drift{Years: 2}, []string{"DEU: new accounts: the change in 2024 is left out of drift"}},
		{scenario.Drift{Years: 4}, []string{"DEU: new accounts: the change in 2024 is left out of drift", "DEU: drift over 2 years, 4 asked"}},
		{scenario.Historic{Years: 2}, []string{"DEU: new accounts: the change in 2024 is left out of past growth"}},
		{scenario.Hold{}, nil},
		{nil, nil},
	} {
		equal(t, messages(scenario.Warnings(test.part, m, base, 2040)), test.want)
	}
}
