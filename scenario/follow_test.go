package scenario_test

import (
	"math"
	"testing"

	"github.com/pledgesim/pledgesim/scenario"
)

// A response that never misses, never breaks its promise or never slips is the
// inner one, to the bit.
func TestFollowThroughWithoutRisk(t *testing.T) {
	for _, r := range models {
		for _, antithetic := range []bool{false, true} {
			want := simulation{pledge: pledges["dated"], response: r, antithetic: antithetic}.run(t)
			for _, sure := range []scenario.Response{
				scenario.Shocked{Response: r},
				scenario.Wavering{Keep: r, Chance: 1}, scenario.Wavering{Keep: scenario.Jump{}, Else: r},
				scenario.Slipped{Response: r, Chances: []float64{0}}, scenario.Slipped{Response: r, Chances: []float64{0, 0}},
			} {
				if got := (simulation{pledge: pledges["dated"], response: sure, antithetic: antithetic}).run(t); !same(got, want) {
					t.Errorf("%#v is not %#v", sure, r)
				}
			}
		}
	}
}

// Without randomness what is likeliest happens.
func TestFollowThroughInARun(t *testing.T) {
	by2026 := scenario.Target{Share: 2 * pct, By: 2026}
	jump := scenario.Jump{}
	late := func(chances ...float64) scenario.Response {
		return scenario.Slipped{Response: scenario.Ramp{}, Chances: chances}
	}
	for _, test := range []struct {
		name     string
		response scenario.Response
		want     []float64 // money in 2025, 2026 ...; GDP was 1000 in 2024 and stays
	}{
		{"no shock", scenario.Shocked{Response: jump, SD: 0.1}, []float64{20}},
		{"kept", scenario.Wavering{Keep: jump, Chance: 0.5}, []float64{20}},
		{"not kept", scenario.Wavering{Keep: jump, Chance: 0.49}, []float64{10}},
		{"the median is no slip", late(0.2, 0.3), []float64{15, 20}},
		{"the median is one year", late(0.3, 0.3), []float64{10 + 10./3, 10 + 20./3, 20}},
		{"the median is two years", late(0, 0.6), []float64{12.5, 15, 17.5, 20}},
		{"slips for sure", late(1), []float64{10 + 10./3, 10 + 20./3, 20}},
	} {
		t.Run(test.name, func(t *testing.T) {
			equal(t, spent(project(member(1), by2026, test.response, 0, base+len(test.want))), test.want, near)
		})
	}
	slipped := scenario.Slipped{Response: scenario.Ramp{Pace: 0.25 * pct}, Chances: []float64{0, 1}}
	equal(t, spent(project(member(1), scenario.Target{Share: 2 * pct}, slipped, 0, 2026)), []float64{12.5, 15}, near) // no deadline, no slip
}

// Spending misses what was decided by SD of that of the year before, new each
// year and from draw to draw, and never falls below zero.
func TestShockedFrequencies(t *testing.T) {
	const sd, growth = 0.05, 0.03
	money := simulation{response: scenario.Shocked{Response: scenario.Budget{RealGrowth: growth}, SD: sd}}.run(t)
	n := 0.0
	var sum, squares, products float64
	for k := 2; k < len(money); k++ {
		for i, v := range money[k] {
			z := (v/money[k-1][i] - 1 - growth) / sd
			before := (money[k-1][i]/money[k-2][i] - 1 - growth) / sd
			n, sum, squares, products = n+1, sum+z, squares+z*z, products+z*before
		}
	}
	// Standard errors: 1/√n of mean and autocovariance, √(2/n) of the variance.
	for name, z := range map[string]float64{
		"mean": sum / math.Sqrt(n), "variance": (squares/n - 1) * math.Sqrt(n/2), "autocovariance": products / math.Sqrt(n),
	} {
		if math.Abs(z) > 4 {
			t.Errorf("%s is %.1f standard errors off", name, z)
		}
	}
	lowest := math.Inf(1)
	for _, row := range (simulation{response: scenario.Shocked{Response: scenario.Hold{}, SD: 0.49}}).run(t) {
		for _, v := range row {
			lowest = min(lowest, v)
		}
	}
	equal(t, lowest, 0.0)
}

// The share of draws that keep the promise, and that slip by each number of years,
// agrees with the chances; it is settled once for all years.
func TestFollowThroughFrequencies(t *testing.T) {
	const years, target = 8, 0.03
	count := func(r scenario.Response) map[int]float64 { // share of draws by first year at the target, from 0
		found := map[int]float64{}
		growth := scenario.AR1{Around: scenario.Constant(0)}
		const blocks = 40
		for block := range blocks {
			streams := scenario.NewStreams(3, block, false).Of(europe.Code)
			b := scenario.NewBlock(europe, base, streams, false)
			sample, err := growth.Sampler(europe, base+1, years, streams)
			if err != nil {
				t.Fatal(err)
			}
			first, rates := make([]int, scenario.BlockDraws), make([]float64, scenario.BlockDraws)
			for k := range years {
				b.Expect(0)
				asks, err := b.Ask(scenario.Target{Share: target, By: base + 2}, 0, scenario.BlockDraws, accept)
				if err != nil {
					t.Fatal(err)
				}
				b.Spend(r, asks)
				sample(rates, k)
				shares, _ := b.Grow(rates)
				for i, s := range shares {
					if s >= target-1e-12 && first[i] == 0 {
						first[i] = k + 1
					}
				}
			}
			for _, year := range first {
				found[year] += 1. / (blocks * scenario.BlockDraws)
			}
		}
		return found
	}
	for _, test := range []struct {
		name     string
		response scenario.Response
		want     map[int]float64
	}{
		{"wavering", scenario.Wavering{Keep: scenario.Ramp{}, Chance: 0.7}, map[int]float64{2: 0.7, 0: 0.3}},
		{"slipped", scenario.Slipped{Response: scenario.Ramp{}, Chances: []float64{0.3, 0, 0.2}}, map[int]float64{2: 0.5, 3: 0.3, 5: 0.2}},
	} {
		got := count(test.response)
		for year, want := range test.want {
			// The standard error of a share of 40,960 draws is at most 0.0025.
			if math.Abs(got[year]-want) > 0.01 {
				t.Errorf("%s: in year %d %.4f of the draws arrive, want %.4f", test.name, year, got[year], want)
			}
		}
		equal(t, len(got), len(test.want))
	}
}

func TestFollowThroughInWords(t *testing.T) {
	const jump, hold = "spending goes to the target at once", "spending keeps its share of GDP"
	for want, r := range map[string]interface{ String() string }{
		jump + "; in simulations spending misses that by 5% of the year before (standard deviation)": scenario.Shocked{Response: scenario.Jump{}, SD: 5 * pct},
		"with a chance of 70%: " + jump + "; otherwise: " + hold:                                     scenario.Wavering{Keep: scenario.Jump{}, Chance: 0.7},
		"with a chance of 0%: no response given; otherwise: " + jump:                                 scenario.Wavering{Else: scenario.Jump{}},
		jump + "; the deadline slips by 1 year with a chance of 30%, by 2 years with 20%":            scenario.Slipped{Response: scenario.Jump{}, Chances: []float64{0.3, 0.2}},
		jump + "; the deadline slips by 1 year with a chance of 100%":                                scenario.Slipped{Response: scenario.Jump{}, Chances: []float64{1, 0}},
		jump + "; the deadline never slips":                                                          scenario.Slipped{Response: scenario.Jump{}},
	} {
		equal(t, r.String(), want)
	}
}

func TestFollowThroughFaults(t *testing.T) {
	const s = `scenario "test": Response`
	hold := scenario.Hold{}
	for _, test := range []struct {
		response scenario.Response
		want     []string
	}{
		{scenario.Shocked{Response: hold, SD: 0.49}, nil},
		{scenario.Shocked{Response: hold, SD: math.NaN()}, []string{s + ".SD = NaN is not a standard deviation in [0, 0.5), as a fraction"}},
		{scenario.Shocked{Response: hold, SD: -0.02}, []string{s + ".SD = -0.02 is not a standard deviation in [0, 0.5), as a fraction"}},
		{scenario.Shocked{SD: 5}, []string{
			s + ".Response is nil: it must be given",
			s + ".SD = 5 is not a standard deviation in [0, 0.5), as a fraction (did you mean 5*scenario.Percent?)",
		}},
		{scenario.Wavering{Keep: hold, Chance: 1}, nil},
		{scenario.Wavering{Chance: 80}, []string{
			s + ".Keep is nil: it must be given",
			s + ".Chance = 80 is not a chance in [0, 1] (did you mean 80*scenario.Percent?)",
		}},
		{scenario.Wavering{Keep: hold, Else: scenario.Trend{Years: -1}, Chance: -0.1}, []string{
			s + ".Else.Years = -1 is not a number of years from 0 to 200",
			s + ".Chance = -0.1 is not a chance in [0, 1]",
		}},
		{scenario.Wavering{Keep: hold, Chance: math.NaN()}, []string{s + ".Chance = NaN is not a chance in [0, 1]"}},
		{scenario.Slipped{Response: hold, Chances: []float64{0.5, 0.5}}, nil},
		{scenario.Slipped{Response: hold}, []string{s + ".Chances is empty: give the chance of a slip of one year, of two years and so on"}},
		{scenario.Slipped{Chances: []float64{0.6, 1.5, -1, 0.5}}, []string{
			s + ".Response is nil: it must be given",
			s + ".Chances[1] = 1.5 is not a chance in [0, 1] (did you mean 1.5*scenario.Percent?)",
			s + ".Chances[2] = -1 is not a chance in [0, 1]",
			s + ".Chances add up to 160%: what is left of 100% is the chance of no slip",
		}},
	} {
		equal(t, faultsOf(func(s *scenario.Scenario) { s.Response = test.response }), test.want)
	}
	// A ramp that needs a pace is found inside, too.
	for at, r := range map[string]scenario.Response{
		".Response": scenario.Shocked{Response: scenario.Ramp{}}, ".Keep": scenario.Wavering{Keep: scenario.Ramp{}}, ".Else": scenario.Wavering{Keep: hold, Else: scenario.Ramp{}},
	} {
		equal(t, faultsOf(func(s *scenario.Scenario) { s.Pledge, s.Response = scenario.Target{Share: 0.02}, r }),
			[]string{s + at + ".Pace = 0 never moves towards a pledge without a deadline: give a yearly step, for example 0.1*scenario.Percent"})
	}
}

func TestFollowThroughPassesWarningsOn(t *testing.T) {
	short := scenario.Trend{Years: 5}
	const want = "DEU: trend over 1 year, 5 asked"
	m := member(1, 1.2) // two years: one change
	for _, test := range []struct {
		response scenario.Response
		want     []string
	}{
		{scenario.Shocked{Response: short}, []string{want}},
		{scenario.Slipped{Response: short}, []string{want}},
		{scenario.Wavering{Keep: short, Else: scenario.Jump{}}, []string{want}},
		{scenario.Wavering{Keep: scenario.Jump{}, Else: short}, []string{want}},
		{scenario.Wavering{Keep: short, Else: short}, []string{want}}, // said once
	} {
		equal(t, messages(scenario.Warnings(test.response, m, base, 2040)), test.want)
	}
}

// The terms of Wavering's two responses name members, too.
func TestFollowThroughMembers(t *testing.T) {
	plan := func(code string) scenario.Response {
		return scenario.Plan{Spending: map[string]scenario.Series{code: {}}}
	}
	s := scenario.Scenario{Response: scenario.Shocked{Response: scenario.Wavering{Keep: scenario.Slipped{Response: plan("POL")}, Else: plan("DEU")}}}
	equal(t, s.Members(), []string{"DEU", "POL"})
}
