package projection_test

import (
	"context"
	"fmt"
	"testing"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// w2 is a deterministic sweep that was defined, with its right counts, for
// comparisons between programs: 32 members, 1,000,000 combinations of target,
// growth of GDP and growth of spending for each, to 2100. The published share of
// the base year is kept out of it, since only projected years count there: it is
// next to nothing, and the trend starts from the published money.
func w2() (*scenario.Dataset, scenario.Scenario, []projection.Axis, projection.Options, error) {
	var members []scenario.Member
	growth := map[string]scenario.Series{}
	for i := range 32 {
		spread := func(k int) float64 { return float64(k*i%32) / 31 }
		mu, eta, share := 0.01+0.02*spread(7), 0.01+0.07*spread(13), (0.7+2.8*spread(11))/100
		code := fmt.Sprintf("M%02d", i)
		growth[code] = scenario.NewSeries(2025, mu)
		members = append(members, scenario.Member{
			Code: code, Name: code,
			Share: scenario.NewSeries(2024, 1e-6), GDP: scenario.NewSeries(2024, 1),
			Spending: scenario.NewSeries(2023, share/(1+eta), share),
		})
	}
	grid := func(low, width float64) []float64 {
		values := make([]float64, 100)
		for k := range values {
			values[k] = low + width*float64(k)/99
		}
		return values
	}
	d, err := scenario.NewDataset("w2", "units of GDP in 2024", members...)
	axes := []projection.Axis{
		projection.GrowthShifts(grid(-0.02, 0.04)...),
		projection.SpendingShifts(grid(-0.04, 0.10)...),
		projection.Targets(grid(0.02, 0.03)...),
	}
	s := scenario.Scenario{
		Name: "w2", Pledge: scenario.Target{Share: 0.02},
		Growth: scenario.Table{Rates: growth}, Response: scenario.Trend{Years: 1},
	}
	return d, s, axes, projection.Options{To: 2100}, err
}

// w2Reached is how many of the 32 million points reach their target by 2100, by
// programs in other languages that count the same for each member and year.
const w2Reached = 24_508_790

// BenchmarkW2 streams the sweep w2 and sums its years up by member.
func BenchmarkW2(b *testing.B) {
	d, s, axes, o, err := w2()
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	const points = 32_000_000
	for b.Loop() {
		counts := make([][]int, 32)
		row := 0
		for r, err := range projection.SweepRows(context.Background(), d, s, axes, o) {
			if err != nil {
				b.Fatal(err)
			}
			counts[row/10_000] = r.AddCounts(counts[row/10_000])
			row++
		}
		reached := points
		for _, c := range counts {
			reached -= c[len(c)-1]
		}
		if reached != w2Reached {
			b.Fatalf("%d points reach their target, want %d", reached, w2Reached)
		}
	}
	b.ReportMetric(points*float64(b.N)/b.Elapsed().Seconds(), "points/s")
}
