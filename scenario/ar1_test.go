package scenario_test

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"gonum.org/v1/gonum/stat"

	"github.com/pledgesim/pledgesim/scenario"
)

// paths are drawn rates by year, all draws of some blocks in a row.
func paths(t testing.TB, g scenario.RandomGrowth, m *scenario.Member, years, blocks int, antithetic bool) [][]float64 {
	t.Helper()
	all := make([][]float64, years)
	row := make([]float64, scenario.BlockDraws)
	for block := range blocks {
		sample, err := g.Sampler(m, base+1, years, scenario.NewStreams(20260601, block, antithetic).Of(m.Code))
		if err != nil {
			t.Fatal(err)
		}
		for k := range all {
			sample(row, k)
			all[k] = append(all[k], row...)
		}
	}
	return all
}

// within fails the test where got is more than four standard errors from want.
func within(t testing.TB, name string, got, want, se float64) {
	t.Helper()
	if z := (got - want) / se; !(math.Abs(z) < 4) {
		t.Errorf("%s is %.6g, want %.6g: %.1f standard errors off", name, got, want, z)
	}
}

// With x[t] = rho x[t-1] + SD e[t] from x = 0, the variance in year t = 1, 2 ... is
// SD² (1-rho^2t)/(1-rho²) and the covariance with the year before rho times that of
// the year before; two members' covariance is SD₁ SD₂ √(c₁c₂) (1-(rho₁rho₂)^t)/(1-rho₁rho₂).
func TestAR1Moments(t *testing.T) {
	deu, fra := scenario.ShockTerms{SD: 0.02, Rho: 0.4, Common: 0.5}, scenario.ShockTerms{SD: 0.03, Rho: -0.2, Common: 0.8}
	for _, tails := range []float64{0, 6} {
		g := scenario.AR1{Around: scenario.Constant(0.015), SD: deu.SD, Rho: deu.Rho, Common: deu.Common, Tails: tails, Terms: map[string]scenario.ShockTerms{"FRA": fra}}
		x := paths(t, g, &scenario.Member{Code: "DEU"}, 6, 60, false)
		y := paths(t, g, &scenario.Member{Code: "FRA"}, 6, 60, false)
		root := math.Sqrt(float64(len(x[0])))
		kurtosis := 0.0
		if tails > 0 {
			kurtosis = 6 / (tails - 4) // of the shocks; that of their sum is less
		}
		for k := range x {
			at := math.Pow
			n := float64(2 * (k + 1))
			variance := deu.SD * deu.SD * (1 - at(deu.Rho, n)) / (1 - deu.Rho*deu.Rho)
			mean, got := stat.MeanVariance(x[k], nil)
			within(t, "mean", mean, 0.015, math.Sqrt(variance)/root)
			within(t, "variance", got, variance, variance*math.Sqrt(2+kurtosis)/root)
			both := deu.Rho * fra.Rho
			covariance := deu.SD * fra.SD * math.Sqrt(deu.Common*fra.Common) * (1 - at(both, n/2)) / (1 - both)
			of := math.Sqrt(variance) * fra.SD * math.Sqrt((1-at(fra.Rho, n))/(1-fra.Rho*fra.Rho))
			within(t, "covariance of members", stat.Covariance(x[k], y[k], nil), covariance, of*math.Sqrt(2+kurtosis)/root)
			if k > 0 {
				before := deu.SD * deu.SD * (1 - at(deu.Rho, n-2)) / (1 - deu.Rho*deu.Rho)
				within(t, "covariance of years", stat.Covariance(x[k], x[k-1], nil), deu.Rho*before, variance*math.Sqrt(1+kurtosis)/root)
			}
		}
	}
}

// The draws of a member are the same whatever the horizon, and a certain path is
// its central one to the bit.
func TestAR1DrawsDoNotDependOnTheRest(t *testing.T) {
	m := economy(2022, 1000, 1100, 1210)
	g := randomly
	long := paths(t, g, m, 8, 2, true)
	if !same(paths(t, g, m, 3, 1, true), [][]float64{long[0][:1024], long[1][:1024], long[2][:1024]}) {
		t.Error("a shorter horizon and fewer draws change draws")
	}

	for _, around := range []scenario.GrowthPath{scenario.Historic{}, scenario.Shift{Path: scenario.Historic{}, By: -1 * pct}} {
		certain := scenario.AR1{Around: around, Rho: 0.4, Common: 0.4}
		want := rates(t, around, m, 4)
		equal(t, rates(t, certain, m, 4), want)
		for k, row := range paths(t, certain, m, 4, 1, false) {
			equal(t, []float64{slices.Min(row), slices.Max(row)}, []float64{want[k], want[k]})
		}
	}
}

// What stands around random growth changes its draws as it changes its path.
func TestRandomInsideOthers(t *testing.T) {
	m := economy(2024, 1000)
	drawn := paths(t, randomly, m, 4, 1, false)
	for name, test := range map[string]struct {
		path scenario.GrowthPath
		want func(g float64, k int) float64
	}{
		"itself": {randomly, func(g float64, _ int) float64 { return g }},
		"shift":  {scenario.Shift{Path: randomly, By: 0.01}, func(g float64, _ int) float64 { return g + 0.01 }},
		"shock": {&scenario.Shock{Path: randomly, First: base + 2, Depth: 0.05}, func(g float64, k int) float64 {
			if k == 1 {
				return (1+g)*0.95 - 1
			}
			return g
		}},
		"nominal":                       {scenario.Nominal{Path: randomly, Inflation: scenario.Constant(0.02)}, func(g float64, _ int) float64 { return (1+g)*1.02 - 1 }},
		"AR1 without shocks of its own": {scenario.AR1{Around: scenario.Shift{Path: randomly}}, func(g float64, _ int) float64 { return g }},
	} {
		random, err := scenario.Random(test.path)
		if err != nil {
			t.Fatal(err)
		}
		want := make([][]float64, len(drawn))
		for k, row := range drawn {
			for _, g := range row {
				want[k] = append(want[k], test.want(g, k))
			}
		}
		got := paths(t, random, m, len(drawn), 1, false)
		for k := range got {
			equal(t, got[k], want[k], near)
		}
		if name == "itself" {
			equal(t, got, drawn)
		}
	}
}

// dice is random growth of the caller's own, by pointer, on a model of the package.
type dice struct{ scenario.Historic }

func (*dice) Sampler(*scenario.Member, int, int, *scenario.Streams) (func([]float64, int), error) {
	return func(dst []float64, k int) { dst[0] = 0.01 }, nil
}

func TestRandom(t *testing.T) {
	c := scenario.Constant(0.01)
	for _, path := range []scenario.GrowthPath{randomly, &randomly, &dice{}, scenario.Shift{Path: &dice{}}} {
		if _, err := scenario.Random(path); err != nil {
			t.Errorf("%T: %v", path, err)
		}
	}
	const advice = "has no random draws: put it into scenario.AR1{Around: ...}, with SD 0 if growth is to be certain"
	for want, path := range map[string]scenario.GrowthPath{
		"Growth (scenario.Constant) " + advice: c,
		"Growth (scenario.Shift) " + advice:    scenario.Shift{Path: scenario.Shock{Path: c}},
		"Growth (*scenario.Shock) " + advice:   &scenario.Shock{Path: scenario.Nominal{Path: c, Inflation: randomly}},
		"Growth (*scenario.AR1) " + advice:     (*scenario.AR1)(nil),
		"Growth (<nil>) " + advice:             nil,
	} {
		_, err := scenario.Random(path)
		equal(t, texts(err), []string{want})
	}
	for _, path := range []scenario.RandomGrowth{scenario.Shift{Path: c}, scenario.Shock{Path: c}, scenario.Nominal{Path: c}} {
		_, err := path.Sampler(europe, base+1, 3, scenario.NewStreams(1, 0, false))
		equal(t, texts(err), []string{"Growth (scenario.Constant) " + advice})
	}
}

func TestAR1InWords(t *testing.T) {
	around := scenario.Constant(0.015)
	terms := map[string]scenario.ShockTerms{"POL": {SD: 0.02}, "DEU": {}}
	for want, g := range map[string]scenario.AR1{
		"GDP grows 1.5% a year, with normal shocks of 2 percentage points a year (standard deviation), 30% of a deviation left a year later, 50% of their variance common to all": {
			Around: around, SD: 0.02, Rho: 0.3, Common: 0.5},
		"GDP grows 1.5% a year, with Student's t (4) shocks, on terms of their own for DEU, POL":                                                                                                                              {Around: around, Tails: 4, Terms: terms},
		"no growth path given, with normal shocks, on terms of their own for DEU, POL; for others of 1 percentage point a year (standard deviation), 0% of a deviation left a year later, 0% of their variance common to all": {SD: 0.01, Terms: terms},
	} {
		equal(t, g.String(), want)
	}
}

func TestAR1Faults(t *testing.T) {
	const s = `scenario "test": Growth`
	c := scenario.Constant(0)
	for _, test := range []struct {
		path scenario.GrowthPath
		want []string
	}{
		{scenario.AR1{Around: c}, nil},
		{scenario.AR1{Around: c, SD: 0.02, Rho: -0.99, Common: 1, Tails: 2.1}, nil},
		{scenario.AR1{SD: 2, Rho: 1, Common: -0.1, Tails: 2}, []string{
			s + ".Around is nil: it must be given",
			s + ".SD = 2 is not a standard deviation in [0, 0.5), as a fraction (did you mean 2*scenario.Percent?)",
			s + ".Rho = 1 is not in (-1, 1): the shocks of all years would add up",
			s + ".Common = -0.1 is not a part of the variance in [0, 1]",
			s + ".Tails = 2 is not a number of degrees of freedom in (2, 1000]: at 2 and below there is no standard deviation; 0 gives normal shocks",
		}},
		{scenario.AR1{Around: c, SD: -0.02, Rho: 40, Common: 40, Tails: math.NaN()}, []string{
			s + ".SD = -0.02 is not a standard deviation in [0, 0.5), as a fraction",
			s + ".Rho = 40 is not in (-1, 1): the shocks of all years would add up (did you mean 40*scenario.Percent?)",
			s + ".Common = 40 is not a part of the variance in [0, 1] (did you mean 40*scenario.Percent?)",
			s + ".Tails = NaN is not a number of degrees of freedom in (2, 1000]: at 2 and below there is no standard deviation; 0 gives normal shocks",
		}},
		{&scenario.AR1{Around: scenario.Constant(2), SD: math.NaN(), Rho: math.NaN(), Common: math.NaN()}, []string{
			s + ".Around = 2 is not a yearly rate in (-0.5, 0.5) (did you mean 2*scenario.Percent?)",
			s + ".SD = NaN is not a standard deviation in [0, 0.5), as a fraction",
			s + ".Rho = NaN is not in (-1, 1): the shocks of all years would add up",
			s + ".Common = NaN is not a part of the variance in [0, 1]",
		}},
		{scenario.AR1{Around: c, Terms: map[string]scenario.ShockTerms{"POL": {Rho: -1}, "DEU": {SD: 0.5}}}, []string{
			s + ".Terms[DEU].SD = 0.5 is not a standard deviation in [0, 0.5), as a fraction (did you mean 0.5*scenario.Percent?)",
			s + ".Terms[POL].Rho = -1 is not in (-1, 1): the shocks of all years would add up",
		}},
		{scenario.AR1{Around: c, Terms: map[string]scenario.ShockTerms{"Italy": {}}}, []string{
			s + ".Terms = Italy is not the code of a member: give ISO 3166 alpha-3 codes, such as DEU",
		}},
		{scenario.AR1{Around: scenario.Shift{Path: &scenario.AR1{Around: c}}}, []string{
			s + ".Around holds another AR1, which would draw the same numbers a second time: give one of them",
		}},
	} {
		equal(t, faultsOf(func(s *scenario.Scenario) { s.Growth = test.path }), test.want)
	}
}

func TestAR1Warnings(t *testing.T) {
	g := scenario.AR1{Around: scenario.Historic{Years: 5}, Terms: map[string]scenario.ShockTerms{"FRA": {SD: 0.01}}}
	m := economy(2022, 1000, 1100, 1210)
	short := "DEU: past growth over 2 years, 5 asked"
	equal(t, messages(scenario.Warnings(g, m, base, 2040)), []string{short, "DEU: growth is certain: it has no terms of its own, and SD is 0 for all others"})
	g.SD = 0.01
	equal(t, messages(scenario.Warnings(g, m, base, 2040)), []string{short, "DEU: shocks of growth are on the terms for all others: it has none of its own"})
	source := scenario.Source{Publisher: "IMF"}
	equal(t, scenario.Origins(scenario.AR1{Around: scenario.Table{Sources: []scenario.Source{source}}}), []scenario.Source{source})
}

// Good years follow good ones, and neighbours share them. Governments expect the
// path.
func ExampleAR1() {
	growth := scenario.AR1{
		Around: scenario.Constant(1.5 * scenario.Percent),
		SD:     2 * scenario.Percent, Rho: 0.3, Common: 0.5,
	}
	fmt.Println(growth)
	draws := scenario.NewStreams(20260601, 0, false)
	for _, code := range []string{"DEU", "FRA"} {
		sample, err := growth.Sampler(&scenario.Member{Code: code}, 2025, 5, draws.Of(code))
		if err != nil {
			fmt.Println(err)
			return
		}
		rates := make([]float64, scenario.BlockDraws)
		fmt.Print(code, " in the first draw:")
		for k := range 5 {
			sample(rates, k)
			fmt.Printf(" %6s", scenario.FormatShare(rates[0]))
		}
		fmt.Println()
	}
	// Output:
	// GDP grows 1.5% a year, with normal shocks of 2 percentage points a year (standard deviation), 30% of a deviation left a year later, 50% of their variance common to all
	// DEU in the first draw: -0.83%  4.66%  3.72%  3.54%  4.13%
	// FRA in the first draw: -0.67%  3.72%  2.76%  4.51%  7.17%
}
