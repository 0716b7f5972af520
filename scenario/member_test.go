package scenario_test

import (
	"math"
	"testing"

	"github.com/pledgesim/pledgesim/scenario"
)

func TestSpendingIsPublishedOrShareTimesGDP(t *testing.T) {
	m := scenario.Member{
		Code:     "DEU",
		Share:    scenario.NewSeries(2021, 0.01, 0.02, 0.02, math.NaN()),
		GDP:      scenario.NewSeries(2021, 1000, 2000, math.NaN(), 3000),
		Spending: scenario.NewSeries(2021, 11), // published, and not quite 0.01*1000
	}
	for _, test := range []struct {
		year int
		want float64
		ok   bool
	}{
		{2020, 0, false},
		{2021, 11, true}, // the published figure wins
		{2022, 40, true}, // 0.02*2000
		{2023, 0, false}, // no GDP
		{2024, 0, false}, // no share
	} {
		if v, ok := m.SpendingAt(test.year); ok != test.ok || ok && v != test.want {
			t.Errorf("SpendingAt(%d) = %v, %v, want %v, %v", test.year, v, ok, test.want, test.ok)
		}
	}
}

func TestBroken(t *testing.T) {
	m := scenario.Member{Code: "LUX", Breaks: []scenario.Break{{Year: 2023, Why: "share of national income"}}}
	if why, broken := m.Broken(2023); why != "share of national income" || !broken {
		t.Errorf("Broken(2023) = %q, %v", why, broken)
	}
	if why, broken := m.Broken(2022); why != "" || broken {
		t.Errorf("Broken(2022) = %q, %v", why, broken)
	}
}

func TestMemberInWords(t *testing.T) {
	equal(t, (&scenario.Member{Code: "DEU", Name: "Germany"}).String(), "DEU (Germany)")
	equal(t, (&scenario.Member{Code: "DEU"}).String(), "DEU")
}

func TestGrowths(t *testing.T) {
	gdp, err := scenario.SeriesOf(
		scenario.Observation{Year: 2019, Value: 100}, scenario.Observation{Year: 2020, Value: 110, Edition: "a"},
		scenario.Observation{Year: 2022, Value: 200}, scenario.Observation{Year: 2023, Value: 300},
		scenario.Observation{Year: 2024, Value: 330, Status: scenario.Estimated}, scenario.Observation{Year: 2025, Value: 165})
	if err != nil {
		t.Fatal(err)
	}
	m := scenario.Member{Code: "LUX", GDP: gdp, Breaks: []scenario.Break{{Year: 2023}}}
	want := []scenario.Observation{
		{Year: 2020, Value: 0.1, Edition: "a"}, {Year: 2024, Value: 0.1, Status: scenario.Estimated}, {Year: 2025, Value: -0.5, Status: scenario.Estimated},
	}
	equal(t, observations(m.Growths()), want, near)

	d, err := scenario.NewDataset("test", "USD", m, scenario.Member{Code: "ISL"})
	if err != nil {
		t.Fatal(err)
	}
	all := d.Growths()
	equal(t, len(all), 1)
	equal(t, observations(all["LUX"]), want, near)
}
