package scenario_test

import (
	"errors"
	"fmt"
	"math"
	"testing"

	"github.com/pledgesim/pledgesim/scenario"
	"github.com/pledgesim/pledgesim/scenario/imf"
	"github.com/pledgesim/pledgesim/scenario/nato"
)

// simulated gives, for some draws, a record of years of growth of each of n members
// that are called M00, M01 ..., after 30 years in which the start is forgotten.
func simulated(t *testing.T, g scenario.AR1, n, years, draws int) []map[string]scenario.Series {
	t.Helper()
	records := make([]map[string]scenario.Series, draws)
	for d := range records {
		records[d] = map[string]scenario.Series{}
	}
	for i := range n {
		code := fmt.Sprintf("M%02d", i)
		x := paths(t, g, &scenario.Member{Code: code}, 30+years, 1, false)
		for d := range records {
			var growth []float64
			for _, row := range x[30:] {
				growth = append(growth, row[d])
			}
			records[d][code] = scenario.NewSeries(2001, growth...)
		}
	}
	return records
}

// In short records the mean of many fits is near the truth: the correction of the
// persistence leaves at most 0.03 (0.07 with 9 pairs of years).
func TestFitAR1ShortRecords(t *testing.T) {
	const n, draws = 12, 60
	for _, test := range []struct {
		rho, common float64
		years       int
		bias        float64
	}{
		{0.2, 0.7, 24, 0.03}, {0.5, 0.7, 24, 0.035}, {-0.2, 0, 24, 0.03}, {0.2, 0, 10, 0.07}, {0.5, 0.7, 10, 0.075},
	} {
		g := scenario.AR1{Around: scenario.Constant(0.02), SD: 0.02, Rho: test.rho, Common: test.common}
		var rho, sd, common, spread float64
		for _, record := range simulated(t, g, n, test.years, draws) {
			_, f, err := scenario.FitAR1(g.Around, record, 2100)
			if err != nil {
				t.Fatal(err)
			}
			rho, sd, common, spread = rho+f.Rho/draws, sd+f.SD/draws, common+f.Common/draws, spread+(f.Rho-test.rho)*(f.Rho-test.rho)
		}
		se := math.Sqrt(spread) / draws // of the mean of rho
		if math.Abs(rho-test.rho) > test.bias+3*se {
			t.Errorf("%+v: persistence %.3f, standard error %.3f", test, rho, se)
		}
		if math.Abs(sd/g.SD-1) > 0.08 {
			t.Errorf("%+v: standard deviation %.4f", test, sd)
		}
		if test.common > 0 && math.Abs(common-test.common) > 0.06 {
			t.Errorf("%+v: common %.3f", test, common)
		}
	}
}

// In a long record each member's own terms are found.
func TestFitAR1LongRecord(t *testing.T) {
	const n, years = 8, 4000
	g := scenario.AR1{Around: scenario.Constant(0.02), SD: 0.02, Rho: 0.3, Common: 0.6, Terms: map[string]scenario.ShockTerms{
		"M00": {SD: 0.05, Rho: 0.3, Common: 0.2}, "M01": {SD: 0.01, Rho: 0.3, Common: 0.9}, "M02": {SD: 0.02, Rho: 0.3},
	}}
	a, f, err := scenario.FitAR1(g.Around, simulated(t, g, n, years, 1)[0], 9999)
	if err != nil {
		t.Fatal(err)
	}
	within(t, "persistence", a.Rho, 0.3, 1/math.Sqrt(years)) // more members make it better
	for code, got := range a.Terms {
		want, own := g.Terms[code]
		if !own {
			want = scenario.ShockTerms{SD: 0.02, Common: 0.6}
		}
		within(t, code+", standard deviation", got.SD, want.SD, want.SD/math.Sqrt(2*years))
		// A squared correlation r² of T years has the standard error 2 r (1-r²)/√T at most.
		within(t, code+", common part", got.Common, want.Common, 0.8/math.Sqrt(years))
	}
	equal(t, []any{f.First, f.Last, f.Pairs, len(f.Members)}, []any{2002, 6000, n * (years - 1), n})
}

// The members of NATO in the record of the IMF and in that of NATO itself. The
// numbers are those of FitAR1, to be compared with what is known: growth of GDP of
// rich countries has a standard deviation of 2 to 4 points and a persistence of 0.2
// to 0.5, less where the years 2020 and 2021, a fall and its rebound, weigh more.
func TestFitAR1Golden(t *testing.T) {
	observed, err := imf.Observed("2026-04")
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		growth map[string]scenario.Series
		until  int
		want   string
	}{
		{observed.Rates, 2024, `32 members in 2001-2024, 767 pairs of years
  persistence        0.20   0.15 before the correction for short records
  shock of a year    3.45   points of growth (standard deviation), from 1.51 (NOR) to 5.73 (MNE)
  common to all      0.69   of the variance of shocks`},
		{observed.Rates, 2019, `32 members in 2001-2019, 607 pairs of years
  persistence        0.45   0.37 before the correction for short records
  shock of a year    2.91   points of growth (standard deviation), from 1.25 (NOR) to 5.39 (LVA)
  common to all      0.64   of the variance of shocks`},
		{nato.Latest().Growths(), 2025, `31 members in 2016-2025, 308 pairs of years
  persistence       -0.18   -0.26 before the correction for short records
  shock of a year    3.29   points of growth (standard deviation), from 1.63 (NOR) to 6.89 (MNE)
  common to all      0.77   of the variance of shocks`},
	} {
		a, f, err := scenario.FitAR1(scenario.Historic{}, test.growth, test.until)
		if err != nil {
			t.Fatal(err)
		}
		equal(t, f.String(), test.want)
		if err := (scenario.Scenario{Name: "fitted", Growth: a}).Validate(); err != nil {
			t.Error(err)
		}
		for _, m := range f.Members {
			equal(t, a.Terms[m.Code], scenario.ShockTerms{SD: m.SD, Rho: f.Rho, Common: m.Common})
		}
	}
}

// What is left out is said; what cannot be fitted is an error.
func TestFitAR1LeavesOut(t *testing.T) {
	g := scenario.AR1{Around: scenario.Constant(0.02), SD: 0.02, Common: 0.5}
	record := simulated(t, g, 4, 12, 1)[0]
	record["M01"] = record["M01"].Map(func(year int, v float64) float64 { // a gap
		if year == 2005 {
			return math.NaN()
		}
		return v
	})
	record["M02"] = record["M02"].Until(2008)
	record["M03"] = record["M03"].Map(func(int, float64) float64 { return 0.02 })
	a, f, err := scenario.FitAR1(g.Around, record, 2012)
	if err != nil {
		t.Fatal(err)
	}
	equal(t, messages(f.Warnings), []string{
		"M01: 2 years between 2002 and 2012 left out of the fit: growth then or in the year before is missing",
		"M02: left out of the fit: 7 pairs of consecutive years of growth up to 2012, 8 are needed",
		"M03: left out of the fit: growth is the same in all years",
	})
	equal(t, len(a.Terms), 2)
	equal(t, []int{f.Members[0].Pairs, f.Members[1].Pairs, f.Pairs}, []int{11, 9, 20})

	alone := map[string]scenario.Series{"M00": record["M00"]}
	a, f, err = scenario.FitAR1(g.Around, alone, 2012)
	equal(t, []any{a.Common, err}, []any{0.0, error(nil)})
	equal(t, messages(f.Warnings), []string{"M00 alone was fitted: what of its shocks is common to all cannot be told, and is taken for nothing"})

	for _, test := range []struct {
		around scenario.GrowthPath
		growth map[string]scenario.Series
		until  int
		want   string
		kind   error
	}{
		{g.Around, record, 2005, "growth has no member with 8 pairs of consecutive years up to 2005, the fewest that shocks are estimated from: give a longer record", scenario.ErrMissing},
		{g.Around, nil, 2012, "growth has no member with 8 pairs of consecutive years up to 2012, the fewest that shocks are estimated from: give a longer record", scenario.ErrMissing},
		{nil, record, 2012, "AR1.Around is nil: it must be given", scenario.ErrInvalid},
		{g.Around, map[string]scenario.Series{"DEU": scenario.NewSeries(2001, 1, 2, 3, 2, 3, 4, 3, 1, 0, 9)}, 2012, "growth[DEU][2002] = 2 is not a yearly rate in (-0.5, 1] (did you mean 2*scenario.Percent?)", scenario.ErrUnit},
	} {
		_, _, err := scenario.FitAR1(test.around, test.growth, test.until)
		if got := texts(err); len(got) == 0 || got[0] != test.want || !errors.Is(err, test.kind) {
			t.Errorf("got %v, want %s", got, test.want)
		}
	}
}

// Uncertainty as in the IMF's record, around its forecast.
func ExampleFitAR1() {
	observed, err := imf.Observed("2026-04")
	if err != nil {
		fmt.Println(err)
		return
	}
	forecast, err := imf.Real("2026-04")
	if err != nil {
		fmt.Println(err)
		return
	}
	growth, fit, err := scenario.FitAR1(forecast, observed.Rates, 2024)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(fit)
	for _, code := range []string{"DEU", "POL"} {
		terms := growth.Terms[code]
		fmt.Printf("%s: shocks of %.1f points, %.0f%% of their variance common\n", code, 100*terms.SD, 100*terms.Common)
	}
	// Output:
	// 32 members in 2001-2024, 767 pairs of years
	//   persistence        0.20   0.15 before the correction for short records
	//   shock of a year    3.45   points of growth (standard deviation), from 1.51 (NOR) to 5.73 (MNE)
	//   common to all      0.69   of the variance of shocks
	// DEU: shocks of 2.4 points, 74% of their variance common
	// POL: shocks of 2.3 points, 55% of their variance common
}

// A record without persistence to speak of gives none, not a number that is none.
func TestFitAR1OfARecordThatMovesOnce(t *testing.T) {
	record := map[string]scenario.Series{}
	for _, code := range []string{"AAA", "BBB"} {
		record[code] = scenario.NewSeries(2010, 0.02, 0.02, 0.02, 0.02, 0.02, 0.02, 0.02, 0.02, 0.02, -0.05)
	}
	a, f, err := scenario.FitAR1(scenario.Constant(0.02), record, 2100)
	if err != nil || a.Rho != 0 || f.Pairs != 18 || !(a.SD > 0) {
		t.Errorf("%+v, %+v, %v", a, f, err)
	}
}

// A fit is the same to the last bit each time, whatever order a map is gone through in.
func TestFitAR1IsReproducible(t *testing.T) {
	record := simulated(t, scenario.AR1{Around: scenario.Constant(0.02), SD: 0.02, Rho: 0.3, Common: 0.5}, 8, 20, 1)[0]
	first, _, err := scenario.FitAR1(scenario.Constant(0.02), record, 2100)
	if err != nil {
		t.Fatal(err)
	}
	for range 20 {
		again, _, err := scenario.FitAR1(scenario.Constant(0.02), record, 2100)
		if err != nil {
			t.Fatal(err)
		}
		equal(t, again, first)
	}
}
