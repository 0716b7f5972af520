package scenario_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/pledgesim/pledgesim/scenario"
)

func TestWrappers(t *testing.T) {
	by2028 := scenario.Target{Share: 2 * pct, By: 2028}
	steps := scenario.Steps{{Share: 2 * pct, By: 2026}, {Share: 3 * pct, By: 2028}}
	open := scenario.Target{Share: 2 * pct}
	grow := func(rate float64) scenario.Budget { return scenario.Budget{RealGrowth: rate} }
	for _, test := range []struct {
		name     string
		start    float64
		pledge   scenario.Pledge
		response scenario.Response
		growth   float64
		want     []float64 // money in 2025, 2026 ...; GDP was 1000 in 2024
	}{
		{"capped: half as much again each year, until the target is nearer", 1, open, scenario.Capped{Response: scenario.Jump{}, MaxGrowth: 50 * pct}, 0, []float64{15, 20, 20}},
		{"capped: a slower response is left alone", 1, open, scenario.Capped{Response: grow(10 * pct), MaxGrowth: 50 * pct}, 0, []float64{11, 12.1}},
		{"floor of the share", 1, nil, scenario.Floor{Response: grow(-10 * pct)}, 0.1, []float64{11, 12.1}},
		{"floor of the share, GDP shrinks", 1, nil, scenario.Floor{Response: scenario.Hold{}}, -0.1, []float64{9, 8.1}},
		{"floor of spending, GDP shrinks", 1, nil, scenario.Floor{Response: scenario.Hold{}, Of: scenario.SpendingFloor}, -0.1, []float64{10, 10}},
		{"floor: more is more", 1, open, scenario.Floor{Response: scenario.Jump{}}, 0, []float64{20, 20}},
		{"up to the target", 1.5, open, scenario.UpTo{Response: grow(20 * pct)}, 0, []float64{18, 20, 20}},
		{"up to: a member above does not raise its share", 3, open, scenario.UpTo{Response: grow(20 * pct)}, 0, []float64{30, 30}},
		{"up to: nothing asked, no limit", 3, nil, scenario.UpTo{Response: grow(20 * pct)}, 0, []float64{36, 43.2}},
		{"delayed: 1 point in the 2 years that are left", 1, by2028, scenario.Delayed{Response: scenario.Ramp{}, Years: 2}, 0, []float64{10, 10, 15, 20, 20}},
		{"delayed: 1 of 3 parts, then 2", 1, by2028, scenario.Delayed{Response: scenario.Ramp{Shape: scenario.BackLoaded}, Years: 2}, 0, []float64{10, 10, 10 + 10./3, 20}},
		{"delayed: from the year in which it is asked", 1, scenario.Target{Share: 2 * pct, From: 2026, By: 2028}, scenario.Delayed{Response: scenario.Jump{}, Years: 1}, 0, []float64{10, 10, 20}},
		{"delayed: in each step", 1, steps, scenario.Delayed{Response: scenario.Jump{}, Years: 1}, 0, []float64{10, 20, 20, 30, 30}},
		{"delayed beyond the deadline: late, then at once", 1, by2028, scenario.Delayed{Response: scenario.Ramp{}, Years: 5}, 0, []float64{10, 10, 10, 10, 10, 20}},
		{"delayed: nothing asked, no delay", 1, nil, scenario.Delayed{Response: grow(10 * pct), Years: 5}, 0, []float64{11, 12.1}},
		{"partial: a fifth of what is left each year", 1, open, scenario.Partial{Response: scenario.Jump{}, Fraction: 0.2}, 0, []float64{12, 13.6, 14.88}},
		{"partial: steps down count too", 1, nil, scenario.Partial{Response: grow(-20 * pct), Fraction: 0.5}, 0, []float64{9, 8.1}},
	} {
		t.Run(test.name, func(t *testing.T) {
			track := project(member(test.start), test.pledge, test.response, test.growth, base+len(test.want))
			equal(t, spent(track), test.want, near)
		})
	}
}

// What the wrappers promise, over random members, pledges, growth and inner
// responses.
func TestWrapperProperties(t *testing.T) {
	rng := rand.New(rand.NewPCG(9, 10))
	for range 400 {
		m := member(4*rng.Float64(), 4*rng.Float64(), 4*rng.Float64())
		growth, most := 0.1*rng.Float64()-0.05, float64(0.2*rng.Float64()) // rounded, so that 1+most is that of Capped
		p := scenario.Target{Share: 0.04*rng.Float64() + 0.001, By: 2028 + rng.IntN(8)}
		inner := []scenario.Response{
			scenario.Hold{}, scenario.Jump{}, scenario.Trend{Years: 2}, scenario.Drift{Years: 2},
			scenario.Budget{RealGrowth: 0.2*rng.Float64() - 0.1}, scenario.Ramp{Shape: shapes[rng.IntN(4)]},
		}[rng.IntN(6)]

		equal(t, spent(project(m, p, scenario.Partial{Response: inner, Fraction: 1}, growth, 2040)), spent(project(m, p, inner, growth, 2040)))

		upTo := project(m, p, scenario.UpTo{Response: inner}, growth, 2040)
		shareFloor := project(m, p, scenario.Floor{Response: inner}, growth, 2040)
		moneyFloor := project(m, p, scenario.Floor{Response: inner, Of: scenario.SpendingFloor}, growth, 2040)
		capped := project(m, p, scenario.Capped{Response: inner, MaxGrowth: most}, growth, 2040)
		for year := base + 1; year <= 2040; year++ {
			money := func(track *scenario.Track, y int) float64 { v, _ := track.Spending(y); return v }
			share := func(track *scenario.Track, y int) float64 { v, _ := track.Share(y); return v }
			gdp, _ := upTo.GDP(year)
			if got, limit := money(upTo, year), max(p.Share, share(upTo, year-1))*gdp; got > limit {
				t.Fatalf("UpTo{%v} in %d: %v above %v", inner, year, got, limit)
			}
			if got, floor := money(shareFloor, year), share(shareFloor, year-1)*gdp; got < floor {
				t.Fatalf("Floor{%v} in %d: %v below %v", inner, year, got, floor)
			}
			if got, floor := money(moneyFloor, year), money(moneyFloor, year-1); got < floor {
				t.Fatalf("Floor{%v} of spending in %d: %v below %v", inner, year, got, floor)
			}
			if got, limit := money(capped, year), money(capped, year-1)*(1+most); got > limit {
				t.Fatalf("Capped{%v} in %d: %v above %v", inner, year, got, limit)
			}
		}
	}
}

func TestWrappersInWords(t *testing.T) {
	const jump = "spending goes to the target at once"
	for want, r := range map[string]interface{ String() string }{
		jump + "; spending grows at most 9% a year":                                 scenario.Capped{Response: scenario.Jump{}, MaxGrowth: 9 * pct},
		jump + "; the share of GDP is never cut":                                    scenario.Floor{Response: scenario.Jump{}},
		jump + "; the money, in the prices of the data set, is never cut":           scenario.Floor{Response: scenario.Jump{}, Of: scenario.SpendingFloor},
		"spending keeps its share of GDP, until the target is met":                  scenario.UpTo{Response: scenario.Hold{}},
		jump + ", after 1 year in which the share is held":                          scenario.Delayed{Response: scenario.Jump{}, Years: 1},
		jump + ", after 3 years in which the share is held":                         scenario.Delayed{Response: scenario.Jump{}, Years: 3},
		jump + ", but only 20% of each step is taken":                               scenario.Partial{Response: scenario.Jump{}, Fraction: 0.2},
		"no response given, until the target is met":                                scenario.UpTo{},
		"no response given, until the target is met; the share of GDP is never cut": scenario.Floor{Response: scenario.UpTo{}},
	} {
		equal(t, r.String(), want)
	}
}

func TestWrapperFaults(t *testing.T) {
	const s = `scenario "test": `
	for _, test := range []struct {
		response scenario.Response
		want     []string
	}{
		{scenario.Partial{Response: scenario.Delayed{Response: scenario.Floor{Response: scenario.UpTo{Response: scenario.Capped{Response: scenario.Jump{}}}}}, Fraction: 1}, nil},
		{scenario.Partial{Response: scenario.Delayed{Response: scenario.Floor{Response: scenario.UpTo{Response: scenario.Capped{MaxGrowth: 9}}, Of: 2}, Years: -1}, Fraction: 20},
			[]string{
				s + "Response.Response.Response.Response.Response.Response is nil: it must be given",
				s + "Response.Response.Response.Response.Response.MaxGrowth = 9 is not a yearly rate in (-0.5, 0.5) (did you mean 9*scenario.Percent?)",
				s + "Response.Response.Response.Of = 2 is neither ShareFloor nor SpendingFloor",
				s + "Response.Response.Years = -1 is not a number of years from 0 to 200",
				s + "Response.Fraction = 20 is not in (0, 1]",
			}},
		{scenario.Partial{Response: scenario.Jump{}, Fraction: math.NaN()}, []string{s + "Response.Fraction = NaN is not in (0, 1]"}},
		{scenario.Partial{Response: scenario.Jump{}}, []string{s + "Response.Fraction = 0 is not in (0, 1]"}},
		{scenario.Capped{Response: (*scenario.Jump)(nil), MaxGrowth: math.Inf(1)}, []string{
			s + "Response.Response is nil: it must be given",
			s + "Response.MaxGrowth = +Inf is not a yearly rate in (-0.5, 0.5)",
		}},
	} {
		equal(t, faultsOf(func(s *scenario.Scenario) { s.Response = test.response }), test.want)
	}
}

// A wrapper has nothing to say itself and passes on what the inner response says.
func TestWrappersPassWarningsOn(t *testing.T) {
	short := scenario.Trend{Years: 5}
	want := []string{"DEU: trend over 1 year, 5 asked"}
	m := member(1, 1.2) // two years: one change
	for _, r := range []scenario.Response{
		short, scenario.Capped{Response: short}, scenario.Floor{Response: short}, scenario.UpTo{Response: short},
		scenario.Delayed{Response: short}, scenario.Partial{Response: short}, scenario.Plan{Then: short},
		scenario.Floor{Response: scenario.UpTo{Response: short}},
	} {
		equal(t, messages(scenario.Warnings(r, m, base, 2040)), want)
	}
	equal(t, messages(scenario.Warnings(scenario.Floor{Response: scenario.Hold{}}, m, base, 2040)), []string(nil))
}
