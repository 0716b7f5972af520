package scenario_test

import (
	"errors"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/pledgesim/pledgesim/scenario"
)

func TestSeriesKnowsItsGaps(t *testing.T) {
	s := scenario.NewSeries(2020, math.NaN(), 0.01, math.NaN(), 0.03, math.Inf(1), math.NaN())
	equal(t, observations(s), []scenario.Observation{{Year: 2021, Value: 0.01}, {Year: 2023, Value: 0.03}})
	equal(t, [2]int{s.First(), s.Last()}, [2]int{2021, 2023}) // gaps at the ends are no part of it
	for _, year := range []int{math.MinInt, 2020, 2022, 2024, math.MaxInt} {
		if v, ok := s.At(year); ok {
			t.Errorf("At(%d) = %v, want nothing", year, v)
		}
	}
	if v, ok := s.At(2023); v != 0.03 || !ok {
		t.Errorf("At(2023) = %v, %v", v, ok)
	}
	equal(t, s.String(), "2021: 0.01, 2023: 0.03")
}

func TestEmptySeries(t *testing.T) {
	for name, s := range map[string]scenario.Series{
		"zero":      {},
		"no values": scenario.NewSeries(2020),
		"all gaps":  scenario.NewSeries(2020, math.NaN()),
		"cut away":  scenario.NewSeries(2020, 1).Until(2019),
		"mapped away": scenario.NewSeries(2020, 1).Map(func(int, float64) float64 {
			return math.NaN()
		}),
	} {
		if _, ok := s.At(2020); !s.Empty() || s.First() != 0 || s.Last() != 0 || ok || s.String() != "" {
			t.Errorf("%s: not an empty series: %v", name, s)
		}
	}
}

func TestSeriesOfAnyOrder(t *testing.T) {
	want := []scenario.Observation{
		{Year: 2022, Value: 0.02, Edition: "a"},
		{Year: 2024, Value: 0.021, Status: scenario.Estimated, Edition: "b"},
	}
	given := []scenario.Observation{want[1], want[0]}
	s, err := scenario.SeriesOf(given...)
	if err != nil {
		t.Fatal(err)
	}
	given[0].Value = 9 // a series does not share the caller's memory
	equal(t, observations(s), want)
	equal(t, s.String(), "2022: 0.02, 2024: 0.021 (estimated)")
	if s.Estimated(2022) || s.Estimated(2023) || !s.Estimated(2024) {
		t.Error("only 2024 is an estimate")
	}
	for year, v := range s.All() {
		equal(t, []any{year, v}, []any{2022, 0.02})
		break // All can be left early
	}
}

func TestSeriesOfFaults(t *testing.T) {
	for _, test := range []struct {
		obs  []scenario.Observation
		want string
		kind error
	}{
		{[]scenario.Observation{{Year: 2022, Value: 1}, {Year: 2021}, {Year: 2022, Value: 2}}, "2022: Year occurs twice", scenario.ErrDuplicate},
		{[]scenario.Observation{{Year: 2022, Value: math.NaN()}}, "2022: Value = NaN is not a finite number", scenario.ErrInvalid},
		{[]scenario.Observation{{Year: 2022, Value: math.Inf(-1)}}, "2022: Value = -Inf is not a finite number", scenario.ErrInvalid},
		{[]scenario.Observation{{Year: 2022}, {Year: 20220}}, "Year = 20220 is not a calendar year, 1 to 9999", scenario.ErrInvalid},
		{[]scenario.Observation{{Year: math.MaxInt}, {Year: math.MinInt}}, "Year = -9223372036854775808 is not a calendar year, 1 to 9999", scenario.ErrInvalid},
	} {
		s, err := scenario.SeriesOf(test.obs...)
		if err == nil || err.Error() != test.want || !errors.Is(err, test.kind) || !s.Empty() {
			t.Errorf("SeriesOf(%v) = %v, %v, want %q", test.obs, s, err, test.want)
		}
	}
}

func TestMapKeepsYearStatusAndEdition(t *testing.T) {
	s, _ := scenario.SeriesOf(
		scenario.Observation{Year: 2022, Value: 0, Edition: "a"},
		scenario.Observation{Year: 2023, Value: 4, Status: scenario.Estimated, Edition: "b"},
	)
	inverse := s.Map(func(_ int, v float64) float64 { return 1 / v })
	equal(t, observations(inverse), []scenario.Observation{{Year: 2023, Value: 0.25, Status: scenario.Estimated, Edition: "b"}})
	years := s.Map(func(year int, _ float64) float64 { return float64(year) })
	equal(t, years.String(), "2022: 2022, 2023: 2023 (estimated)")
	equal(t, s.String(), "2022: 0, 2023: 4 (estimated)") // the original is left alone
}

func TestStatusInWords(t *testing.T) {
	var words []string
	for _, s := range []scenario.Status{scenario.Observed, scenario.Estimated, scenario.Projected} {
		words = append(words, s.String())
	}
	equal(t, words, []string{"observed", "estimated", "projected"})
}

// What goes into a series comes out of it, in order, whatever its gaps; Until
// keeps exactly the years up to its argument.
func TestSeriesRoundTrip(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for range 500 {
		var want []scenario.Observation
		for year := 1990; year < 2030; year++ {
			if rng.IntN(3) == 0 {
				want = append(want, scenario.Observation{Year: year, Value: rng.NormFloat64(), Status: scenario.Status(rng.IntN(3))})
			}
		}
		shuffled := slices.Clone(want)
		rng.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		s, err := scenario.SeriesOf(shuffled...)
		if err != nil {
			t.Fatal(err)
		}
		equal(t, observations(s), want)
		cut := 1990 + rng.IntN(40)
		var kept []scenario.Observation
		for _, o := range want {
			if o.Year <= cut {
				kept = append(kept, o)
			}
		}
		equal(t, observations(s.Until(cut)), kept)
	}
}
