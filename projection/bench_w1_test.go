package projection_test

import (
	"context"
	"fmt"
	"math"
	"testing"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// w1 is workload W1: 32 members from 2024, spending that goes on growing at its
// own pace but misses it by 5 points, growth of GDP with shocks of 2 points, 40%
// of whose variance is common. Members are numbered; more than 32 repeat.
func w1(t testing.TB, members int) (*scenario.Dataset, scenario.Scenario) {
	t.Helper()
	var ms []scenario.Member
	rates := map[string]scenario.Series{}
	for i := range members {
		part := func(k int) float64 { return float64(k*i%32) / 31 }
		code := fmt.Sprintf("%c%c%c", 'A'+i/676, 'A'+i/26%26, 'A'+i%26)
		mu, eta, share := 0.01+0.02*part(7), 0.01+0.07*part(13), (0.7+2.8*part(11))/100
		ms = append(ms, scenario.Member{
			Code: code, Share: scenario.NewSeries(2024, share), GDP: scenario.NewSeries(2024, 1000),
			Spending: scenario.NewSeries(2023, 1000*share/(1+eta), 1000*share),
		})
		rates[code] = scenario.NewSeries(2025, mu)
	}
	d, err := scenario.NewDataset("w1", "million", ms...)
	if err != nil {
		t.Fatal(err)
	}
	return d, scenario.Scenario{
		Name: "W1", Pledge: scenario.Target{Share: 3.5 * scenario.Percent},
		Growth:   scenario.AR1{Around: scenario.Table{Rates: rates}, SD: 2 * scenario.Percent, Rho: 0.4, Common: 0.4},
		Response: scenario.Shocked{Response: scenario.Trend{Years: 1}, SD: 5 * scenario.Percent},
	}
}

// BenchmarkW1 is the whole of workload W1: 100,000 draws to 2050, five quantiles
// for each member and year, the distribution of the number of members.
func BenchmarkW1(b *testing.B) {
	d, s := w1(b, 32)
	b.ReportAllocs()
	for b.Loop() {
		e, err := projection.Simulate(context.Background(), d, s, projection.Options{To: 2050, Draws: 100_000, Seed: 1})
		if err != nil {
			b.Fatal(err)
		}
		for _, code := range e.Codes() {
			for _, p := range []float64{0.05, 0.25, 0.5, 0.75, 0.95} {
				q, err := e.Quantile(code, p)
				if err != nil {
					b.Fatal(err)
				}
				if v, _ := q.At(2050); math.IsNaN(v) {
					b.Fatal("no quantile")
				}
			}
		}
	}
	reportPeak(b)
}
