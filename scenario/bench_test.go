package scenario_test

import (
	"math/rand/v2"
	"testing"

	"gonum.org/v1/gonum/stat/distuv"

	"github.com/pledgesim/pledgesim/scenario"
)

// BenchmarkStreams draws a row, 1,024 numbers.
func BenchmarkStreams(b *testing.B) {
	for name, draw := range map[string]func(s *scenario.Streams, k int){
		"normals":    func(s *scenario.Streams, k int) { s.Normals("growth", k) },
		"uniforms":   func(s *scenario.Streams, k int) { s.Uniforms("growth", k) },
		"students t": func(s *scenario.Streams, k int) { s.StudentsT("growth", 4, k) },
	} {
		for _, antithetic := range []bool{false, true} {
			if antithetic {
				name += ", antithetic"
			}
			b.Run(name, func(b *testing.B) {
				s, k := scenario.NewStreams(1, 0, antithetic).Of("DEU"), 0
				b.ReportAllocs()
				for b.Loop() {
					draw(s, k)
					k++
				}
			})
		}
	}
}

// BenchmarkOtherNormals draws as many with what else there is in Go.
func BenchmarkOtherNormals(b *testing.B) {
	source := rand.NewPCG(1, 2)
	for name, draw := range map[string]func() float64{
		"math rand v2": rand.New(source).NormFloat64,
		"gonum distuv": distuv.Normal{Sigma: 1, Src: source}.Rand,
	} {
		b.Run(name, func(b *testing.B) {
			row := make([]float64, scenario.BlockDraws)
			for b.Loop() {
				for i := range row {
					row[i] = draw()
				}
			}
		})
	}
}

// BenchmarkBlock steps one member through a year in 1,024 draws, random numbers
// and growth included.
func BenchmarkBlock(b *testing.B) {
	const years = 26
	m := &scenario.Member{Code: "DEU", Share: scenario.NewSeries(2014, 0.011, 0.012, 0.012, 0.012, 0.012, 0.013, 0.014, 0.014, 0.014, 0.016, 0.02),
		GDP: scenario.NewSeries(2014, 100, 102, 104, 106, 107, 108, 104, 108, 110, 110, 110)}
	growth := scenario.AR1{Around: scenario.Constant(0.015), SD: 0.02, Rho: 0.4, Common: 0.4}
	ask := scenario.Target{Share: 0.035, By: 2035}
	ramp := scenario.Ramp{}
	for name, response := range map[string]scenario.Response{
		"hold": scenario.Hold{}, "ramp": ramp, "up to trend": scenario.UpTo{Response: scenario.Trend{}},
		"shocked":             scenario.Shocked{Response: scenario.Budget{RealGrowth: 0.04}, SD: 0.05},
		"wavering":            scenario.Wavering{Keep: ramp, Else: scenario.Trend{}, Chance: 0.7},
		"slipped":             scenario.Slipped{Response: ramp, Chances: []float64{0.3, 0.2, 0.1}},
		"of the caller's own": hidden{ramp},
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			common := scenario.NewStreams(1, 0, false)
			rates := make([]float64, scenario.BlockDraws)
			block := scenario.NewBlock(m, 2024, common, true)
			for b.Loop() {
				own := common.Of("DEU")
				sample, err := growth.Sampler(m, 2025, years, own)
				if err != nil {
					b.Fatal(err)
				}
				block.Restart(m, 2024, own)
				for k := range years {
					block.Expect(0.015)
					asks, err := block.Ask(ask, 0, scenario.BlockDraws, func(_ scenario.View, a scenario.Ask) (scenario.Ask, error) { return a, nil })
					if err != nil {
						b.Fatal(err)
					}
					block.Spend(response, asks)
					sample(rates, k)
					block.Grow(rates)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*years*scenario.BlockDraws), "ns/draw")
		})
	}
}

// BenchmarkSampler draws a year of growth of one member in 1,024 draws, the numbers
// common to all members included once for 32 of them.
func BenchmarkSampler(b *testing.B) {
	const years, members = 26, 32
	path := scenario.Constant(0.015)
	m := &scenario.Member{Code: "DEU", GDP: scenario.NewSeries(2014, 100, 102, 104, 106, 107, 108, 104, 108, 110, 110, 110)}
	for name, growth := range map[string]scenario.RandomGrowth{
		"AR1":                 scenario.AR1{Around: path, SD: 0.02, Rho: 0.4, Common: 0.4},
		"AR1, tails":          scenario.AR1{Around: path, SD: 0.02, Rho: 0.4, Common: 0.4, Tails: 5},
		"bootstrap":           scenario.Bootstrap{Years: 10},
		"downturn":            scenario.Downturn{Around: path, Chance: 0.15, Depth: 0.056, Common: 0.5},
		"downturn around AR1": scenario.Downturn{Around: scenario.AR1{Around: path, SD: 0.02}, Chance: 0.15, Depth: 0.056, Recovery: 3},
	} {
		b.Run(name, func(b *testing.B) {
			rates := make([]float64, scenario.BlockDraws)
			for b.Loop() {
				common := scenario.NewStreams(1, 0, false)
				for range members {
					sample, err := growth.Sampler(m, 2025, years, common.Of("DEU"))
					if err != nil {
						b.Fatal(err)
					}
					for k := range years {
						sample(rates, k)
					}
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*members*years*scenario.BlockDraws), "ns/draw")
		})
	}
}
