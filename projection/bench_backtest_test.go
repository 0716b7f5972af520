package projection_test

import (
	"fmt"
	"testing"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// BenchmarkBacktest is a backtest of the size of the library's own: 24 origins, 31
// members, five years ahead, one random scenario of 1,000 draws beside the four that
// always compete.
func BenchmarkBacktest(b *testing.B) {
	d := history(b, 31, 1980, 2023)
	var origins []int
	for origin := 1995; origin <= 2018; origin++ {
		origins = append(origins, origin)
	}
	s := scenario.Scenario{
		Name: "shocked", Pledge: scenario.Target{Share: 2 * scenario.Percent, By: 2024},
		Growth:   scenario.AR1{Around: scenario.Historic{}, SD: 0.02, Rho: 0.3, Common: 0.5},
		Response: scenario.Shocked{Response: scenario.Trend{}, SD: 0.05},
	}
	b.ReportAllocs()
	for b.Loop() {
		backtest(b, d, d, origins, []scenario.Scenario{s}, projection.BacktestOptions{})
	}
	reportPeak(b)
}

// BenchmarkBacktestScores scores 17 scenarios from 24 origins for each of 31 members
// and for all together.
func BenchmarkBacktestScores(b *testing.B) {
	d := history(b, 31, 1980, 2023)
	var origins []int
	for origin := 1995; origin <= 2018; origin++ {
		origins = append(origins, origin)
	}
	var ss []scenario.Scenario
	for i := range 14 {
		ss = append(ss, scenario.Scenario{Name: fmt.Sprint("s", i), Growth: scenario.Constant(0.02), Response: scenario.Hold{}})
	}
	o := projection.BacktestOptions{Groups: map[string][]string{}}
	for _, code := range d.Codes() {
		o.Groups[code] = []string{code}
	}
	all := backtest(b, d, d, origins, ss, o)
	for b.Loop() {
		all.Scores()
	}
}
