package scenario_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/pledgesim/pledgesim/scenario"
)

var shapes = []scenario.Shape{scenario.Linear, scenario.ConstantGrowth, scenario.FrontLoaded, scenario.BackLoaded}

func TestRamp(t *testing.T) {
	five := scenario.Target{Share: 2.5 * pct, By: 2029} // five steps from 2024
	late := scenario.Target{Share: 2.5 * pct, From: 2027, By: 2029}
	steps := scenario.Steps{{Share: 2 * pct, By: 2026}, {Share: 3 * pct, By: 2028}}
	open := scenario.Target{Share: 2 * pct}
	past := scenario.Target{Share: 2 * pct, By: 2020}
	for _, test := range []struct {
		name   string
		start  float64
		pledge scenario.Pledge
		ramp   scenario.Ramp
		want   []float64 // per cent of GDP in 2025, 2026 ...
	}{
		{"linear: 1 point in 5 steps", 1.5, five, scenario.Ramp{}, []float64{1.7, 1.9, 2.1, 2.3, 2.5, 2.5}},
		// 1 point in 5+4+3+2+1 = 15 parts.
		{"front-loaded", 1.5, five, scenario.Ramp{Shape: scenario.FrontLoaded}, []float64{1.5 + 5./15, 1.5 + 9./15, 1.5 + 12./15, 1.5 + 14./15, 2.5, 2.5}},
		{"back-loaded", 1.5, five, scenario.Ramp{Shape: scenario.BackLoaded}, []float64{1.5 + 1./15, 1.5 + 3./15, 1.5 + 6./15, 1.5 + 10./15, 2.5, 2.5}},
		// 2.56 * (5/4)^2 = 4: two steps by the factor 5/4.
		{"constant growth", 2.56, scenario.Target{Share: 4 * pct, By: 2026}, scenario.Ramp{Shape: scenario.ConstantGrowth}, []float64{3.2, 4, 4}},
		{"constant growth from zero has no factor", 0, five, scenario.Ramp{Shape: scenario.ConstantGrowth}, []float64{math.NaN()}},

		// Nothing is asked before 2027, then 1.5 points in 1+2+3 = 6 parts.
		{"late linear", 1, late, scenario.Ramp{}, []float64{1, 1, 1.5, 2, 2.5, 2.5}},
		{"late back-loaded", 1, late, scenario.Ramp{Shape: scenario.BackLoaded}, []float64{1, 1, 1.25, 1.75, 2.5}},
		// Each step of 1 point in two years: halves, or thirds 1 to 2.
		{"steps", 1, steps, scenario.Ramp{}, []float64{1.5, 2, 2.5, 3, 3}},
		{"steps back-loaded", 1, steps, scenario.Ramp{Shape: scenario.BackLoaded}, []float64{1 + 1./3, 2, 2 + 1./3, 3, 3}},
		{"steps front-loaded", 1, steps, scenario.Ramp{Shape: scenario.FrontLoaded}, []float64{1 + 2./3, 2, 2 + 2./3, 3, 3}},

		{"above the target: held", 3, five, scenario.Ramp{}, []float64{3, 3, 3, 3, 3, 3}},
		{"open, at a pace of 0.2", 1.5, open, scenario.Ramp{Pace: 0.2 * pct}, []float64{1.7, 1.9, 2, 2}},
		{"open, without a pace: it never moves, which Validate says", 1.5, open, scenario.Ramp{}, []float64{1.5, 1.5, 1.5}},
		{"the pace does not matter before a deadline", 1.5, five, scenario.Ramp{Pace: 0.1 * pct}, []float64{1.7, 1.9, 2.1, 2.3, 2.5}},
		{"missed: closed at once", 1.5, past, scenario.Ramp{}, []float64{2, 2}},
		{"missed: closed at a pace", 1.5, past, scenario.Ramp{Pace: 0.2 * pct}, []float64{1.7, 1.9, 2, 2}},
	} {
		t.Run(test.name, func(t *testing.T) {
			for _, growth := range []float64{-0.02, 0, 0.03} { // the share is planned: growth does not move it
				track := project(member(test.start), test.pledge, test.ramp, growth, base+len(test.want))
				if math.IsNaN(test.want[0]) {
					if v, _ := track.Spending(base + 1); !math.IsNaN(v) {
						t.Errorf("spending %v, want NaN, which the run reports", v)
					}
					continue
				}
				equal(t, percents(track), test.want, near)
			}
		})
	}
}

// Whatever the start, target, deadline, growth and delay: in the year of the
// deadline the money is the target times GDP, to the last bit, and the share
// never falls on the way.
func TestEveryShapeEndsOnTheTarget(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	for range 2000 {
		start, growth := 0.1+3*rng.Float64(), 0.1*rng.Float64()-0.05
		share := scenario.FromPercent(start) + 0.03*rng.Float64()
		from, by := base-2+rng.IntN(6), base+5+rng.IntN(10)
		for _, shape := range shapes {
			for _, test := range []struct {
				pledge   scenario.Pledge
				response scenario.Response
			}{
				{scenario.Target{Share: share, From: from, By: by}, scenario.Ramp{Shape: shape}},
				{scenario.Target{Share: share, From: from, By: by}, scenario.Delayed{Response: scenario.Ramp{Shape: shape}, Years: rng.IntN(3)}},
				{scenario.Steps{{Share: share / 2, By: by - 3}, {Share: share, By: by}}, scenario.Ramp{Shape: shape}},
			} {
				track := project(member(start), test.pledge, test.response, growth, by+2)
				gdp, _ := track.GDP(by)
				if money, _ := track.Spending(by); money != share*gdp {
					t.Fatalf("%v, %v from %v%%: spending in %d is %v, want %v", test.pledge, test.response, start, by, money, share*gdp)
				}
				last := start
				for i, s := range percents(track) {
					if s < last-1e-12 {
						t.Fatalf("%v, %v from %v%%: the share falls from %v to %v in %d", test.pledge, test.response, start, last, s, base+1+i)
					}
					last = s
				}
			}
		}
	}
}

// A pledge of the caller's own may say that it was asked only from next year
// on; a back-loaded ramp then begins with its first part, as the late one does.
func TestBackLoadedWithFromInTheFuture(t *testing.T) {
	view := scenario.NewTrack(member(1), base).View(1000)
	for _, from := range []int{2026, 2027, 2040} {
		money := scenario.Ramp{Shape: scenario.BackLoaded}.Spend(view, scenario.Ask{Share: 2.5 * pct, From: from, By: 2027})
		equal(t, money, 12.5, near) // 1 part of 6 of 1.5 points: 1.25% of 1000
	}
}

// Without a starting point there is no answer, not even the target.
func TestRampWithoutAPast(t *testing.T) {
	view := scenario.NewTrack(&scenario.Member{Code: "DEU"}, base).View(1000)
	for _, shape := range shapes {
		for _, ask := range []scenario.Ask{{}, {Share: 2 * pct}, {Share: 2 * pct, By: 2020}, {Share: 2 * pct, By: 2025}, {Share: 2 * pct, By: 2030}} {
			if money := (scenario.Ramp{Shape: shape, Pace: 0.1 * pct}).Spend(view, ask); !math.IsNaN(money) {
				t.Errorf("%v asked %+v: %v, want NaN", shape, ask, money)
			}
		}
	}
}

func TestRampInWords(t *testing.T) {
	const text = "the share reaches the target by the deadline through "
	for want, r := range map[string]scenario.Ramp{
		text + "equal yearly steps":               {},
		text + "constant yearly growth":           {Shape: scenario.ConstantGrowth},
		text + "falling steps, the largest first": {Shape: scenario.FrontLoaded},
		text + "rising steps, the largest last":   {Shape: scenario.BackLoaded},
		text + "Shape(9)":                         {Shape: 9},
		text + "equal yearly steps; without a deadline, or after it, it rises by at most 0.1 percentage points a year": {Pace: 0.1 * pct},
		text + "equal yearly steps; without a deadline, or after it, it rises by at most 1 percentage point a year":    {Pace: 1 * pct},
	} {
		equal(t, r.String(), want)
	}
}

func TestRampFaults(t *testing.T) {
	const hint = " is not a yearly step in [0, 0.05] (0.1*scenario.Percent is a tenth of a percentage point a year)"
	for _, test := range []struct {
		ramp scenario.Ramp
		want []string
	}{
		{scenario.Ramp{Shape: scenario.BackLoaded, Pace: 5 * pct}, nil},
		{scenario.Ramp{Pace: 0.1}, []string{`scenario "test": Response.Pace = 0.1` + hint}},
		{scenario.Ramp{Shape: 4, Pace: 2}, []string{
			`scenario "test": Response.Shape = 4 is not one of the shapes of this package`,
			`scenario "test": Response.Pace = 2` + hint,
		}},
		{scenario.Ramp{Pace: -0.001}, []string{`scenario "test": Response.Pace = -0.001` + hint}},
		{scenario.Ramp{Pace: math.NaN()}, []string{`scenario "test": Response.Pace = NaN` + hint}},
	} {
		equal(t, faultsOf(func(s *scenario.Scenario) { s.Response = test.ramp }), test.want)
	}
}
