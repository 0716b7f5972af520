package scenario_test

import (
	"fmt"
	"math"
	"testing"

	"gonum.org/v1/gonum/stat"

	"github.com/pledgesim/pledgesim/scenario"
	"github.com/pledgesim/pledgesim/scenario/imf"
)

// Recessions come with their chance, in the same year for two members as often as
// Common says, and in different years independently.
func TestDownturnFrequencies(t *testing.T) {
	const chance, blocks, years = 0.15, 40, 4
	for _, common := range []float64{0, 0.6, 1} {
		d := scenario.Downturn{Around: scenario.Constant(0.02), Chance: chance, Depth: 0.05, Common: common}
		strikes := func(code string) [][]float64 {
			drawn := paths(t, d, &scenario.Member{Code: code}, years, blocks, false)
			for _, row := range drawn {
				for i, g := range row {
					switch {
					case g == 0.02:
						row[i] = 0
					case math.Abs(g-(1.02*0.95-1)) < 1e-12:
						row[i] = 1
					default:
						t.Fatalf("growth of %v", g)
					}
				}
			}
			return drawn
		}
		deu, fra := strikes("DEU"), strikes("FRA")
		root := math.Sqrt(float64(len(deu[0])))
		for k := range years {
			within(t, "chance", stat.Mean(deu[k], nil), chance, math.Sqrt(chance*(1-chance))/root)
			// The product of two standardised strikes has at most the variance of their square.
			within(t, "correlation of members", stat.Correlation(deu[k], fra[k], nil), common, 1/math.Sqrt(chance*(1-chance))/root)
			if k > 0 {
				within(t, "correlation of years", stat.Correlation(deu[k], deu[k-1], nil), 0, 1/root)
			}
		}
	}
}

// Certain recessions, each made good in two years, overlap: of n in a row the last
// is open and the one before half made good.
func TestDownturnRecovery(t *testing.T) {
	level := func(d scenario.Downturn, years int) []float64 {
		d.Around, d.Chance, d.Depth = scenario.Constant(0.02), 1, 0.1
		at, levels := 1.0, []float64(nil)
		for k, row := range paths(t, d, europe, years, 1, true) {
			at *= (1 + row[k]) / 1.02
			levels = append(levels, at)
		}
		return levels
	}
	half := math.Sqrt(0.9)
	equal(t, level(scenario.Downturn{}, 3), []float64{0.9, 0.81, 0.729}, near)
	equal(t, level(scenario.Downturn{Recovery: 1, Common: 1}, 3), []float64{0.9, 0.9, 0.9}, near)
	equal(t, level(scenario.Downturn{Recovery: 2}, 4), []float64{0.9, 0.9 * half, 0.9 * half, 0.9 * half}, near)
}

// Its draws go onto those of a random path, whose central rates governments expect.
func TestDownturnAroundARandomPath(t *testing.T) {
	never := scenario.Downturn{Around: randomly, Depth: 0.05}
	drawn := paths(t, randomly, europe, 3, 2, false)
	if !same(paths(t, never, europe, 3, 2, false), drawn) {
		t.Error("recessions that never strike change the path")
	}
	sure := scenario.Downturn{Around: &randomly, Chance: 1, Depth: 0.05}
	equal(t, rates(t, sure, europe, 3), rates(t, randomly, europe, 3))
	for k, row := range paths(t, sure, europe, 3, 2, false) {
		for i, g := range row {
			drawn[k][i] = (1+drawn[k][i])*0.95 - 1
			equal(t, g, drawn[k][i], near)
		}
	}
	if err := samplerError(scenario.Downturn{Around: scenario.Historic{}}, economy(2024, 1)); err == nil {
		t.Error("a path that has no rates must be an error")
	}
}

func TestDownturnInWords(t *testing.T) {
	c := scenario.Constant(0.01)
	for want, d := range map[string]scenario.Downturn{
		"GDP grows 1% a year; in simulations a recession with a chance of 15% a year, which costs 5.6% of GDP for good; 54% of recessions strike all members at once": {Around: c, Chance: 0.15, Depth: 0.056, Common: 0.54},
		"GDP grows 1% a year; in simulations a recession with a chance of 10% a year, which costs 5% of GDP, made good in 1 year; it strikes each member by itself":   {Around: c, Chance: 0.1, Depth: 0.05, Recovery: 1},
		"no growth path given; in simulations a recession with a chance of 0% a year, which costs 0% of GDP for good; it strikes all members at once":                 {Common: 1},
	} {
		equal(t, d.String(), want)
	}
}

func TestDownturnFaults(t *testing.T) {
	const s = `scenario "test": Growth`
	c := scenario.Constant(0)
	for _, test := range []struct {
		path scenario.Downturn
		want []string
	}{
		{scenario.Downturn{Around: c, Depth: 0.1}, nil},
		{scenario.Downturn{Around: randomly, Chance: 1, Depth: 0.1, Common: 1, Recovery: 60}, nil},
		{scenario.Downturn{Chance: 1.5, Depth: 5, Common: -0.1, Recovery: 61}, []string{
			s + ".Around is nil: it must be given",
			s + ".Chance = 1.5 is not a chance in [0, 1] (did you mean 1.5*scenario.Percent?)",
			s + ".Depth = 5 is not a loss between 0 and 0.5 (5*scenario.Percent is five per cent)",
			s + ".Common = -0.1 is not a part of the recessions in [0, 1]",
			s + ".Recovery = 61 is not a number of years from 0 to 60",
		}},
		{scenario.Downturn{Around: scenario.Nominal{Path: scenario.Downturn{Around: c, Depth: 0.1}, Inflation: c}, Chance: math.NaN(), Depth: math.NaN(), Common: math.NaN(), Recovery: -1}, []string{
			s + ".Around holds another Downturn, which would draw the same numbers a second time: give one of them",
			s + ".Chance = NaN is not a chance in [0, 1]",
			s + ".Depth = NaN is not a loss between 0 and 0.5 (5*scenario.Percent is five per cent)",
			s + ".Common = NaN is not a part of the recessions in [0, 1]",
			s + ".Recovery = -1 is not a number of years from 0 to 60",
		}},
	} {
		equal(t, faultsOf(func(s *scenario.Scenario) { s.Growth = test.path }), test.want)
	}
	if err := samplerError(scenario.Downturn{Around: c, Recovery: -5}, europe); err != nil {
		t.Error(err)
	}
}

// The figures in the comment of Downturn, from the observed years of the IMF's
// vintage of April 2026.
func TestDownturnRecord(t *testing.T) {
	observed, err := imf.Observed("2026-04")
	if err != nil {
		t.Fatal(err)
	}
	years, shrinking, shortfall := 0., 0., 0.
	shrank := map[string][]float64{} // from 2001, when all are there
	for code, growth := range observed.Rates {
		var all []float64
		for year, g := range growth.All() {
			all = append(all, g)
			if year > 2000 {
				shrank[code] = append(shrank[code], 0)
				if g < 0 {
					shrank[code][year-2001] = 1
				}
			}
		}
		mean := stat.Mean(all, nil)
		for _, g := range all {
			years++
			if g < 0 {
				shrinking++
				shortfall += mean - g
			}
		}
	}
	var correlations []float64
	for a, x := range shrank {
		for b, y := range shrank {
			if c := stat.Correlation(x, y, nil); a < b && !math.IsNaN(c) { // NaN: never shrank
				correlations = append(correlations, c)
			}
		}
	}
	got := fmt.Sprintf("%.0f of %.0f years, %.1f%%, %.1f points, %.2f", shrinking, years, 100*shrinking/years, 100*shortfall/shrinking, stat.Mean(correlations, nil))
	equal(t, got, "123 of 799 years, 15.4%, 5.6 points, 0.54")
}

// Recessions as in the record, on top of everyday luck: in this draw one strikes all
// in 2025, and another one France in 2030.
func ExampleDownturn() {
	growth := scenario.Downturn{
		Around: scenario.AR1{Around: scenario.Constant(2 * scenario.Percent), SD: 1 * scenario.Percent},
		Chance: 15 * scenario.Percent, Depth: 5.6 * scenario.Percent, Common: 0.54,
	}
	draws := scenario.NewStreams(20260601, 0, false)
	for _, code := range []string{"DEU", "FRA"} {
		sample, err := growth.Sampler(&scenario.Member{Code: code}, 2025, 8, draws.Of(code))
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Print(code)
		rates := make([]float64, scenario.BlockDraws)
		for k := range 8 {
			sample(rates, k)
			fmt.Printf(" %6s", scenario.FormatShare(rates[6]))
		}
		fmt.Println()
	}
	// Output:
	// DEU -4.42%  2.02%  1.61%  1.75%   1.4%  3.82%  3.34%  1.11%
	// FRA -3.82%   2.4%  0.92%  2.03%   3.2% -2.59%  3.17%   2.7%
}
