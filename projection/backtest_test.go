package projection_test

import (
	"context"
	"fmt"
	"math"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

func backtest(t testing.TB, v projection.Vintages, truth *scenario.Dataset, origins []int, ss []scenario.Scenario, o projection.BacktestOptions) *projection.Backtest {
	t.Helper()
	b, err := projection.RunBacktest(context.Background(), v, truth, origins, ss, o)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// twoPercent is 2% by 2020, known from 2015.
var twoPercent = scenario.Target{Share: 2 * scenario.Percent, From: 2015, By: 2020}

// nearly compares floats up to rounding, and NaN with NaN.
var nearly = cmp.Options{cmpopts.EquateApprox(1e-9, 1e-12), cmpopts.EquateNaNs()}

// medians gives the median and the outcome of a scenario by "AAA 2019", in per cent.
func medians(b *projection.Backtest, name string) map[string][2]float64 {
	all := map[string][2]float64{}
	for _, f := range b.Forecasts {
		if f.Scenario == name {
			all[fmt.Sprint(f.Member, " ", f.Year)] = [2]float64{scenario.ToPercent(f.P50), scenario.ToPercent(f.Outcome.Value)}
		}
	}
	return all
}

// From 2018 AAA rises by 0.05 points a year from 1.4%, BBB stays at 2.2%, and both
// have done so before (twoMembers): by hand.
func TestCompetitorsByHand(t *testing.T) {
	b := backtest(t, twoMembers(), twoMembers(), []int{2018}, nil, projection.BacktestOptions{Ahead: 3, Pledge: twoPercent, Growth: scenario.Constant(0)})
	if diff := cmp.Diff(projection.Competitors(), b.Scenarios); diff != "" {
		t.Error(diff)
	}
	for name, want := range map[string]map[string][2]float64{
		"hold-last": {"AAA 2019": {1.4, 1.45}, "AAA 2020": {1.4, 1.5}, "AAA 2021": {1.4, 1.55}, "BBB 2019": {2.2, 2.2}, "BBB 2020": {2.2, 2.2}, "BBB 2021": {2.2, 2.2}},
		"drift":     {"AAA 2019": {1.45, 1.45}, "AAA 2020": {1.5, 1.5}, "AAA 2021": {1.55, 1.55}, "BBB 2019": {2.2, 2.2}, "BBB 2020": {2.2, 2.2}, "BBB 2021": {2.2, 2.2}},
		// Half of the gap of 0.6 points in 2019, the rest in 2020; BBB is there already.
		"pledge met": {"AAA 2019": {1.7, 1.45}, "AAA 2020": {2, 1.5}, "AAA 2021": {2, 1.55}, "BBB 2019": {2.2, 2.2}, "BBB 2020": {2.2, 2.2}, "BBB 2021": {2.2, 2.2}},
		// Spending has grown from 12 to 14 of a GDP of 1000 in four years, and from 11 to
		// 11.88 of one that grew from 500 to 540 and now stands still.
		"trend": {
			"AAA 2019": {1.4 * math.Pow(14.0/12, 0.25), 1.45}, "AAA 2020": {1.4 * math.Pow(14.0/12, 0.5), 1.5}, "AAA 2021": {1.4 * math.Pow(14.0/12, 0.75), 1.55},
			"BBB 2019": {2.2 * math.Pow(1.08, 0.25), 2.2}, "BBB 2020": {2.2 * math.Pow(1.08, 0.5), 2.2}, "BBB 2021": {2.2 * math.Pow(1.08, 0.75), 2.2},
		},
	} {
		if diff := cmp.Diff(want, medians(b, name), nearly); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

// A point has no spread: its quantiles are one, its score is its error, its chance
// is 0 or 1.
func TestPointForecast(t *testing.T) {
	b := backtest(t, twoMembers(), twoMembers(), []int{2018}, nil, projection.BacktestOptions{Pledge: twoPercent})
	i := slices.IndexFunc(b.Forecasts, func(f projection.Forecast) bool {
		return f.Scenario == "pledge met" && f.Member == "AAA" && f.Year == 2020
	})
	want := projection.Forecast{
		Scenario: "pledge met", Member: "AAA", Name: "Aland", Edition: "illustration cut at 2018", Origin: 2018, Base: 2018, Year: 2020, Ahead: 2,
		P05: 0.02, P10: 0.02, P25: 0.02, P50: 0.02, P75: 0.02, P90: 0.02, P95: 0.02, Mean: 0.02,
		Asked: 0.02, Chance: 1, Outcome: scenario.Observation{Year: 2020, Value: 0.015}, CRPS: 0.005,
	}
	if diff := cmp.Diff(want, b.Forecasts[i], nearly); diff != "" {
		t.Error(diff)
	}
	for _, f := range b.Forecasts {
		if f.Member == "BBB" && !(f.Already && f.Chance == 1 && f.Reached && !f.Open()) {
			t.Errorf("%s is at 2%% in 2018 already: %+v", f.Member, f)
		}
	}
}

// What is forecast of a random scenario is what Simulate draws with the seed that is
// said, and its score that of the draws.
func TestRandomForecastIsThatOfSimulate(t *testing.T) {
	s := scenario.Scenario{Name: "random", Pledge: scenario.Target{Share: 0.0145}, Growth: uncertain, Response: scenario.Shocked{Response: scenario.Drift{}, SD: 0.03}}
	o := projection.BacktestOptions{Draws: 300, Seed: 7}
	b := backtest(t, twoMembers(), twoMembers(), []int{2017, 2019}, []scenario.Scenario{s}, o)
	for _, origin := range b.Origins {
		known, err := twoMembers().AsOf(origin)
		if err != nil {
			t.Fatal(err)
		}
		e := simulate(t, known, s, projection.Options{Base: origin, To: 2022, Draws: 300, Seed: 7 + uint64(origin)})
		for _, f := range b.Where(func(f projection.Forecast) bool { return f.Scenario == "random" && f.Origin == origin }).Forecasts {
			var draws []float64
			for draw := range 300 {
				path, err := e.Draw(f.Member, draw)
				draws = append(draws, at(t, f.Year)(path, err))
			}
			chance, err := e.Chance(f.Member, f.Year)
			if err != nil {
				t.Fatal(err)
			}
			got := []float64{f.P05, f.P50, f.P95, f.CRPS, f.Chance}
			want := []float64{at(t, f.Year)(e.Quantile(f.Member, 0.05)), at(t, f.Year)(e.Quantile(f.Member, 0.5)), at(t, f.Year)(e.Quantile(f.Member, 0.95)), projection.CRPS(draws, f.Outcome.Value), chance.Value}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%s %d from %d: %s", f.Member, f.Year, origin, diff)
			}
		}
	}
}

// A pledge is not seen before it was made: from 2013 nothing is asked by 2020, since
// 2% was agreed in 2014; at the end of 2014 it is known.
func TestPledgeIsNotSeenBeforeItWasMade(t *testing.T) {
	d := history(t, 3, 2000, 2022)
	late := scenario.Scenario{Name: "ramp", Pledge: twoPercent, Growth: uncertain, Response: scenario.Ramp{}}
	never := scenario.Scenario{Name: "never asked", Growth: uncertain, Response: scenario.Ramp{}}
	b := backtest(t, d, d, []int{2013, 2014}, []scenario.Scenario{late, never}, projection.BacktestOptions{Ahead: 7, Draws: 50})
	for i, f := range b.Forecasts {
		if asked := f.Origin == 2014; asked != (f.Asked == 0.02) || asked == math.IsNaN(f.Chance) {
			t.Fatalf("from %d, %d: %v is asked, chance %v", f.Origin, f.Year, f.Asked, f.Chance)
		}
		if f.Scenario != "ramp" || f.Origin != 2013 {
			continue
		}
		other := b.Forecasts[i+7*3] // of the same member and year, by the next scenario
		other.Scenario = "ramp"
		if diff := cmp.Diff(other, f, cmpopts.EquateNaNs()); diff != "" {
			t.Errorf("a pledge of 2014 changes a forecast from 2013: %s", diff)
		}
	}
	for _, f := range b.Forecasts {
		if f.Scenario == "pledge met" && f.Origin == 2014 && f.Year == 2020 && f.P50 < 0.02-1e-12 {
			t.Errorf("%s does not meet the pledge in 2020: %v", f.Member, f.P50)
		}
	}
}

// A candidate is asked at each origin, with what is known then and under its own name.
func TestCandidateIsEstimatedAnew(t *testing.T) {
	d := history(t, 3, 2000, 2022)
	lasts := map[int]int{}
	o := projection.BacktestOptions{Workers: 1, Draws: 10, Candidates: []projection.Candidate{{Name: "mean growth", At: func(known *scenario.Dataset, origin int) (scenario.Scenario, error) {
		lasts[origin] = known.Last()
		return scenario.Scenario{Name: fmt.Sprint("of ", origin), Pledge: twoPercent, Growth: scenario.AR1{Around: scenario.Historic{}, SD: 0.01 * float64(origin-2009)}, Response: scenario.Hold{}}, nil
	}}}}
	b := backtest(t, d, d, []int{2012, 2010}, nil, o)
	if diff := cmp.Diff(map[int]int{2010: 2010, 2012: 2012}, lasts); diff != "" {
		t.Error(diff)
	}
	width := map[int]float64{}
	for _, f := range b.Forecasts {
		if f.Scenario == "mean growth" && f.Ahead == 1 {
			width[f.Origin] += f.P95 - f.P05
		}
	}
	if !(width[2012] > 2*width[2010]) { // three times the standard deviation
		t.Errorf("widths %v", width)
	}
}

// What was reached once counts as reached, also after it is lost again; so does what
// was there in the base year.
func TestReachedInOrBeforeTheYear(t *testing.T) {
	truth := changedHistory(t, 2, 2010, 2022, func(code, field string, year int, v float64) float64 {
		switch {
		case field != "share":
			return v
		case code == "AAX" && year == 2020, code == "BAX" && year <= 2018:
			return 0.021
		}
		return 0.019
	})
	b := backtest(t, truth, truth, []int{2018}, nil, projection.BacktestOptions{Pledge: scenario.Target{Share: 0.02, By: 2025}})
	for _, f := range b.Forecasts {
		if want := f.Member == "BAX" || f.Year >= 2020; f.Reached != want {
			t.Errorf("%s, %d: reached %v", f.Member, f.Year, f.Reached)
		}
	}
}
