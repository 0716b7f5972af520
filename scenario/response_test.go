package scenario_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/pledgesim/pledgesim/scenario"
)

func TestResponses(t *testing.T) {
	rising := member(1, 1.2, 1.6)  // by 0.2 and 0.4 points: 0.3 on average
	falling := member(1, 0.7, 0.2) // by 0.4 points on average
	money := member(1, 1, 1)
	money.Spending = scenario.NewSeries(2022, 100, 110, 121) // by 10% a year
	two := scenario.Target{Share: 2 * pct, By: 2030}
	for _, test := range []struct {
		name     string
		member   *scenario.Member
		pledge   scenario.Pledge
		response scenario.Response
		growth   float64
		want     []float64 // money in 2025, 2026 ...; GDP was 1000 in 2024
	}{
		{"hold: the share of a growing GDP", rising, two, scenario.Hold{}, 0.1, []float64{17.6, 19.36}},
		{"jump", rising, two, scenario.Jump{}, 0.1, []float64{22, 24.2}},
		{"jump, nothing asked", rising, nil, scenario.Jump{}, 0.1, []float64{17.6, 19.36}},
		{"jump, above the target", member(3), two, scenario.Jump{}, 0, []float64{30, 30}},
		{"trend: money grows, GDP does not matter", money, nil, scenario.Trend{Years: 2}, 0.5, []float64{133.1, 146.41}},
		{"trend, ten points faster", money, nil, scenario.Trend{Years: 2, Plus: 10 * pct}, 0, []float64{145.2, 174.24}},
		{"trend, ten points slower", money, nil, scenario.Trend{Years: 2, Plus: -10 * pct}, 0, []float64{121, 121}},
		{"trend does not go below zero", member(1, 0.1), nil, scenario.Trend{Years: 1, Plus: -20 * pct}, 0, []float64{0, 0}},
		{"drift", rising, nil, scenario.Drift{Years: 2}, 0, []float64{19, 22}},
		{"drift of the last year", rising, nil, scenario.Drift{Years: 1}, 0, []float64{20, 24}},
		{"drift does not go below zero", falling, nil, scenario.Drift{Years: 2}, 0, []float64{0, 0}},
		{"budget", rising, nil, scenario.Budget{RealGrowth: 50 * pct}, 0.1, []float64{24, 36}},
		{"frozen money", rising, nil, scenario.Budget{}, 0.1, []float64{16, 16}},
		{"plan, then hold", rising, nil, scenario.Plan{Spending: map[string]scenario.Series{"DEU": scenario.NewSeries(2025, 18, 20)}}, 0, []float64{18, 20, 20}},
		{"plan, then jump", rising, two, scenario.Plan{Spending: map[string]scenario.Series{"DEU": scenario.NewSeries(2025, 18)}, Then: scenario.Jump{}}, 0, []float64{18, 20}},
		{"plan of someone else", rising, two, scenario.Plan{Spending: map[string]scenario.Series{"FRA": scenario.NewSeries(2025, 18)}, Then: scenario.Jump{}}, 0, []float64{20}},
	} {
		t.Run(test.name, func(t *testing.T) {
			track := project(test.member, test.pledge, test.response, test.growth, base+len(test.want))
			equal(t, spent(track), test.want, near)
		})
	}
}

// Where nothing is asked, responses to a pledge are Hold, bit for bit: years
// before a pledge cannot be changed by it.
func TestNothingAskedIsHold(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	jump, ramp := scenario.Jump{}, scenario.Ramp{Pace: 0.1 * pct}
	for range 500 {
		m, growth := member(5*rng.Float64()), 0.2*rng.Float64()-0.1
		want := spent(project(m, nil, scenario.Hold{}, growth, 2040))
		for _, r := range []scenario.Response{
			jump, ramp, scenario.Ramp{Shape: scenario.ConstantGrowth}, scenario.Ramp{Shape: scenario.FrontLoaded}, scenario.Ramp{Shape: scenario.BackLoaded},
			scenario.Partial{Response: ramp, Fraction: 0.3}, scenario.Floor{Response: jump}, scenario.Delayed{Response: ramp, Years: 2},
			scenario.UpTo{Response: jump}, scenario.Plan{Spending: map[string]scenario.Series{}, Then: ramp},
		} {
			equal(t, spent(project(m, nil, r, growth, 2040)), want)
		}
	}
}

// No response of the package ever gives negative money or a share that cannot
// be computed, whatever is asked.
func TestSpendingIsNeverNegative(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 8))
	for range 300 {
		m := member(4*rng.Float64(), 4*rng.Float64(), 4*rng.Float64(), 4*rng.Float64())
		growth := 0.2*rng.Float64() - 0.1
		p := scenario.Target{Share: 0.05 * rng.Float64(), From: 2020 + rng.IntN(10), By: 2030 + rng.IntN(5)}
		inner := []scenario.Response{
			scenario.Hold{}, scenario.Jump{}, scenario.Trend{}, scenario.Drift{}, scenario.Budget{RealGrowth: growth},
			scenario.Ramp{Shape: shapes[rng.IntN(4)], Pace: 0.01 * rng.Float64()},
		}
		for _, r := range inner {
			for _, wrapped := range []scenario.Response{
				r, scenario.Capped{Response: r, MaxGrowth: growth}, scenario.Floor{Response: r}, scenario.UpTo{Response: r},
				scenario.Delayed{Response: r, Years: 3}, scenario.Partial{Response: r, Fraction: 0.1 + 0.9*rng.Float64()},
			} {
				for i, v := range spent(project(m, p, wrapped, growth, 2040)) {
					if !(v >= 0) || math.IsInf(v, 0) {
						t.Fatalf("%v in %d: %v", wrapped, base+1+i, v)
					}
				}
			}
		}
	}
}

func TestResponsesWithoutAPastAreNaN(t *testing.T) {
	view := scenario.NewTrack(&scenario.Member{Code: "DEU"}, base).View(1000)
	for _, r := range []scenario.Response{scenario.Hold{}, scenario.Jump{}, scenario.Trend{}, scenario.Drift{}, scenario.Budget{}} {
		if v := r.Spend(view, scenario.Ask{Share: 2 * pct, By: 2030}); !math.IsNaN(v) {
			t.Errorf("%v: %v, want NaN, which the run reports", r, v)
		}
	}
}

func TestResponsesInWords(t *testing.T) {
	for want, r := range map[string]scenario.Response{
		"spending keeps its share of GDP":     scenario.Hold{},
		"spending goes to the target at once": scenario.Jump{},
		"spending goes on growing, in the prices of the data set, at its mean rate of the last 8 years":                             scenario.Trend{},
		"spending goes on growing, in the prices of the data set, at its mean rate of the last year, plus 1 percentage point":       scenario.Trend{Years: 1, Plus: pct},
		"spending goes on growing, in the prices of the data set, at its mean rate of the last 8 years, less 0.5 percentage points": scenario.Trend{Plus: -0.5 * pct},
		"the share goes on changing by its mean yearly change of the last year":                                                     scenario.Drift{Years: 1},
		"spending is frozen in the prices of the data set":                                                                          scenario.Budget{},
		"spending grows 3% a year in the prices of the data set":                                                                    scenario.Budget{RealGrowth: 3 * pct},
		"spending shrinks 2% a year in the prices of the data set":                                                                  scenario.Budget{RealGrowth: -2 * pct},
		"spending follows the plans of DEU, FRA, then: spending keeps its share of GDP":                                             scenario.Plan{Spending: map[string]scenario.Series{"FRA": {}, "DEU": {}}},
		"spending follows the plans of 6 members, then: spending goes to the target at once": scenario.Plan{
			Spending: map[string]scenario.Series{"A": {}, "B": {}, "C": {}, "D": {}, "E": {}, "F": {}}, Then: scenario.Jump{},
		},
	} {
		equal(t, r.(interface{ String() string }).String(), want)
	}
}

func TestResponseFaults(t *testing.T) {
	const s = `scenario "test": `
	for _, test := range []struct {
		response scenario.Response
		want     []string
	}{
		{nil, nil}, // Trend{}
		{scenario.Trend{Years: 200}, nil},
		{scenario.Trend{Years: -1}, []string{s + "Response.Years = -1 is not a number of years from 0 to 200"}},
		{scenario.Trend{Plus: 0.49}, nil},
		{scenario.Trend{Plus: 1}, []string{s + "Response.Plus = 1 is not a fraction between -0.5 and 0.5 (did you mean 1*scenario.Percent?)"}},
		{scenario.Trend{Plus: math.NaN()}, []string{s + "Response.Plus = NaN is not a fraction between -0.5 and 0.5"}},
		{scenario.Drift{Years: 2014}, []string{s + "Response.Years = 2014 is not a number of years from 0 to 200"}},
		{scenario.Budget{RealGrowth: 3}, []string{s + "Response.RealGrowth = 3 is not a yearly rate in (-0.5, 0.5) (did you mean 3*scenario.Percent?)"}},
		{scenario.Plan{Then: scenario.Ramp{Shape: 7}}, []string{
			s + "Response.Spending is empty: give planned money for at least one member",
			s + "Response.Then.Shape = 7 is not one of the shapes of this package",
		}},
		{scenario.Plan{Spending: map[string]scenario.Series{"BEL": {}, "DEU": scenario.NewSeries(2025, 1, math.NaN(), -3)}}, []string{
			s + "Response.Spending[BEL] is empty: leave the member out, or give its planned money",
			s + "Response.Spending[DEU][2026] is missing: a plan must not have gaps",
			s + "Response.Spending[DEU][2027] = -3 is negative",
		}},
	} {
		equal(t, faultsOf(func(s *scenario.Scenario) { s.Response = test.response }), test.want)
	}
}

// What a trend continues can be asked for: the figures that Spend uses.
func TestRateAndStep(t *testing.T) {
	m := member(1, 1.2, 1.6)
	rate, _ := m.SpendingGrowth(base, 2)
	equal(t, scenario.Trend{Years: 2}.Rate(m, base), rate)
	equal(t, scenario.Trend{Years: 2, Plus: pct}.Rate(m, base), rate+pct)
	equal(t, scenario.Drift{Years: 2}.Step(m, base), 0.3*pct, near)
}

// A plan in billions on figures in millions runs, but not without a word.
func TestPlanInAnotherUnitOfMoney(t *testing.T) {
	m := member(1.6) // 16 of a GDP of 1000 in 2024
	for _, test := range []struct {
		plan scenario.Series
		want []string
	}{
		{scenario.NewSeries(2025, 18, 20), nil},
		{scenario.NewSeries(2025, 160, 1.6), nil},
		{scenario.NewSeries(2026, 0.018, 0.02), []string{"DEU: the plan for 2026, 0.018, is more than ten times off the spending of 2024, 16: is it in the unit of money of the data set?"}},
		{scenario.NewSeries(2023, 16, 16, 18000), []string{"DEU: the plan for 2025, 18000, is more than ten times off the spending of 2024, 16: is it in the unit of money of the data set?"}},
		{scenario.NewSeries(2041, 18000), nil}, // after the horizon
		{scenario.NewSeries(2025, 0), nil},     // abolished
	} {
		var got []string
		for _, w := range scenario.Warnings(scenario.Plan{Spending: map[string]scenario.Series{"DEU": test.plan}}, m, 2024, 2040) {
			got = append(got, w.Error())
		}
		equal(t, got, test.want)
	}
}
