package projection_test

import (
	"context"
	"fmt"
	"log"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
	"github.com/pledgesim/pledgesim/scenario/nato"
)

// What would have been said of the allies' shares two years later, from the ends of
// 2015 to 2018, and was it better than the simplest forecasts? A data set that is its
// own archive has the figures of the time as they were revised later.
func ExampleRunBacktest() {
	s := scenario.Scenario{
		Name:     "half way to 2%",
		Pledge:   nato.Wales2014().Pledge,
		Growth:   scenario.AR1{Around: scenario.Constant(1.5 * scenario.Percent), SD: 2 * scenario.Percent, Common: 0.5},
		Response: scenario.Shocked{Response: scenario.Partial{Response: scenario.Ramp{}, Fraction: 0.5}, SD: 8 * scenario.Percent},
	}
	b, err := projection.RunBacktest(context.Background(), nato.Latest(), nato.Latest(), []int{2015, 2016, 2017, 2018},
		[]scenario.Scenario{s}, projection.BacktestOptions{Ahead: 2, MinOutcomes: 10})
	if err != nil {
		log.Fatal(err)
	}
	for _, score := range b.Scores() {
		if score.Group == "all" && score.Ahead == 2 {
			fmt.Printf("%-14s  CRPS %.3f points, %3.0f%% better than hold-last (%d outcomes)\n",
				score.Scenario, scenario.ToPercent(score.CRPS), scenario.ToPercent(score.Skill), score.N)
		}
	}
	// Output:
	// hold-last       CRPS 0.164 points,   0% better than hold-last (124 outcomes)
	// drift           CRPS 0.180 points, -10% better than hold-last (124 outcomes)
	// trend           CRPS 0.193 points, -17% better than hold-last (124 outcomes)
	// pledge met      CRPS 0.184 points, -12% better than hold-last (124 outcomes)
	// half way to 2%  CRPS 0.112 points,  32% better than hold-last (124 outcomes)
}

// A candidate is estimated anew at each origin, from what was known then.
func ExampleCandidate() {
	fitted := projection.Candidate{Name: "fitted", At: func(known *scenario.Dataset, origin int) (scenario.Scenario, error) {
		growth, _, err := scenario.FitAR1(scenario.Historic{}, known.Growths(), origin)
		return scenario.Scenario{Growth: growth, Response: scenario.Hold{}}, err
	}}
	b, err := projection.RunBacktest(context.Background(), nato.Latest(), nato.Latest(), []int{2023, 2024}, nil,
		projection.BacktestOptions{Ahead: 1, Candidates: []projection.Candidate{fitted}})
	if err != nil {
		log.Fatal(err)
	}
	for _, f := range b.Forecasts {
		if f.Scenario == "fitted" && f.Member == "POL" {
			fmt.Printf("%d: %s to %s of GDP, and it was %s\n", f.Year, scenario.FormatShare(f.P10), scenario.FormatShare(f.P90), scenario.FormatShare(f.Outcome.Value))
		}
	}
	// Output:
	// 2024: 3.14% to 3.38% of GDP, and it was 3.75%
	// 2025: 3.62% to 3.89% of GDP, and it was 4.25%
}

// The scenarios side by side, of origins up to 2017 only; nothing is projected again.
func ExampleBacktest_Where() {
	b, err := projection.RunBacktest(context.Background(), nato.Latest(), nato.Latest(), []int{2016, 2017, 2019}, nil,
		projection.BacktestOptions{Ahead: 3, Pledge: nato.Wales2014().Pledge, Growth: scenario.Constant(1.5 * scenario.Percent)})
	if err != nil {
		log.Fatal(err)
	}
	early := b.Where(func(f projection.Forecast) bool { return f.Origin <= 2017 })
	for _, s := range early.Scores() {
		if s.Ahead == 0 {
			fmt.Printf("%s: off by %.2f points, bias %+.2f\n", s.Scenario, scenario.ToPercent(s.MAE), scenario.ToPercent(s.Bias))
		}
	}
	// Output:
	// hold-last: off by 0.16 points, bias -0.14
	// drift: off by 0.18 points, bias -0.11
	// trend: off by 0.19 points, bias -0.04
	// pledge met: off by 0.18 points, bias +0.03
}

// The continuous ranked probability score is in the unit of the outcome: draws around
// it score better than draws beside it, and a single one its absolute error.
func ExampleCRPS() {
	fmt.Printf("%.3f\n", projection.CRPS([]float64{1.8, 1.9, 2.0, 2.1, 2.2}, 2.0))
	fmt.Printf("%.3f\n", projection.CRPS([]float64{1.4, 1.5, 1.6, 1.7, 1.8}, 2.0))
	fmt.Printf("%.3f\n", projection.CRPS([]float64{1.6}, 2.0))
	// Output:
	// 0.040
	// 0.320
	// 0.400
}

// Of the 80% band, alpha is the part that is left out: 0.2.
func ExampleIntervalScore() {
	fmt.Printf("%.1f\n", projection.IntervalScore(1.6, 2.0, 0.2, 1.7)) // the width
	fmt.Printf("%.1f\n", projection.IntervalScore(1.6, 2.0, 0.2, 2.1)) // and ten times what it is missed by
	// Output:
	// 0.4
	// 1.4
}
