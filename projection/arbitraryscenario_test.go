package projection_test

import (
	"fmt"
	"math"

	"github.com/pledgesim/pledgesim/scenario"
)

// scenario makes up a scenario for a data set, which may hold anything there is in
// package scenario, inside anything.
func (a *arbitrary) scenario(d *scenario.Dataset) scenario.Scenario {
	s := scenario.Scenario{Name: one(a, "made up", a.text()+".", "a=b"), Note: one(a, "", "An assumption.")}
	base := max(d.Last()-2, 1)
	a.due = a.yes(2)
	s.Pledge = a.pledge(d, base, 3)
	s.Growth = a.growth(d, base, 3)
	if !a.yes(12) { // else the default
		s.Response = a.response(d, base, 4)
	}
	return s
}

func (a *arbitrary) pledge(d *scenario.Dataset, base, depth int) scenario.Pledge {
	kinds := 4
	if depth == 0 {
		kinds = 2
	}
	switch a.upTo(kinds - 1) {
	case 0:
		return a.target(base)
	case 1:
		var steps scenario.Steps
		by, from := base+4, base-5
		for i := range a.in(1, 4) {
			from += a.upTo(5)
			step := scenario.Target{Share: a.between(0.001, 0.05), From: one(a, from, 0), By: by}
			if i > 0 && step.From < steps[i-1].From && step.From != 0 {
				step.From = steps[i-1].From
			}
			step.By = max(step.By, step.From)
			steps, by = append(steps, step), step.By+a.in(1, 8)
		}
		if !a.due && a.yes(3) {
			steps[len(steps)-1].By = 0
		}
		return steps
	case 2:
		return scenario.Except{Pledge: one(a, a.pledge(d, base, depth-1), nil), Terms: members(a, d, func() scenario.Pledge {
			return one(a, a.pledge(d, base, depth-1), nil)
		})}
	}
	if a.yes(2) {
		return nil
	}
	t := a.target(base)
	return &t
}

func (a *arbitrary) target(base int) scenario.Target {
	t := scenario.Target{Share: one(a, 0.02, a.between(0.001, 0.25)), From: one(a, 0, base+a.upTo(10))}
	t.By = max(t.From, base+one(a, 8, a.in(4, 20), a.in(4, 20), a.in(4, 900)))
	if !a.due && a.yes(3) {
		t.By = 0
	}
	return t
}

// members gives some members of a data set something of their own.
func members[T any](a *arbitrary, d *scenario.Dataset, of func() T) map[string]T {
	all := map[string]T{d.Codes()[0]: of()}
	for _, code := range d.Codes()[1:] {
		if a.yes(2) {
			all[code] = of()
		}
	}
	return all
}

// growth makes up a path of growth. Random ones stand at most once in it.
func (a *arbitrary) growth(d *scenario.Dataset, base, depth int) scenario.GrowthPath {
	path := a.certain(d, base, depth)
	if a.calm {
		return scenario.AR1{Around: path, Rho: a.between(-0.9, 0.9), Common: a.between(0, 1)}
	}
	for _, random := range []func(){
		func() {
			ar1 := scenario.AR1{Around: path, SD: a.between(0, 0.05), Rho: a.between(-0.9, 0.9), Common: a.between(0, 1), Tails: one(a, 0, a.between(2.1, 30))}
			if a.yes(3) {
				ar1.Terms = members(a, d, func() scenario.ShockTerms {
					return scenario.ShockTerms{SD: a.between(0, 0.4), Rho: a.between(-0.99, 0.99), Common: a.between(0, 1)}
				})
			}
			path = ar1
		},
		func() {
			path = scenario.Downturn{Around: path, Chance: a.between(0, 1), Depth: a.between(0.01, 0.49), Common: a.between(0, 1), Recovery: one(a, 0, a.upTo(60))}
		},
		func() {
			b := scenario.Bootstrap{Around: one(a, path, nil), Years: one(a, 0, a.in(1, 20))}
			if window := b.Years; window > 0 {
				b.Block = a.upTo(window)
			}
			if a.yes(4) {
				b.Record = a.table(d, base-10)
			}
			path = b
		},
	} {
		if a.yes(3) {
			random()
		}
		if a.yes(6) {
			path = scenario.Shift{Path: path, By: a.between(-0.02, 0.02)}
		}
	}
	return path
}

func (a *arbitrary) certain(d *scenario.Dataset, base, depth int) scenario.GrowthPath {
	kinds := 6
	if depth == 0 {
		kinds = 3
	}
	switch a.upTo(kinds - 1) {
	case 0:
		return scenario.Constant(one(a, 0.01, a.between(-0.05, 0.1), a.between(-0.05, 0.1), a.between(-0.499, 0.499)))
	case 1:
		return scenario.Historic{Years: one(a, 0, a.in(1, 30))}
	case 2:
		t := a.table(d, base)
		if a.yes(2) && depth > 0 {
			t.Then = a.certain(d, base, depth-1)
		}
		return t
	case 3:
		return scenario.Shift{Path: a.certain(d, base, depth-1), By: a.between(-0.1, 0.1)}
	case 4:
		return scenario.Shock{Path: a.certain(d, base, depth-1), First: base + a.upTo(10), Years: a.upTo(5), Depth: a.between(0.01, 0.49), Recovery: a.upTo(10)}
	}
	return &scenario.Nominal{Path: a.certain(d, base, depth-1), Inflation: a.certain(d, base, depth-1)}
}

// table has rates for all members from some years before the base year on.
func (a *arbitrary) table(d *scenario.Dataset, base int) scenario.Table {
	t := scenario.Table{Rates: map[string]scenario.Series{}, Name: one(a, "", "a forecast")}
	for _, code := range d.Codes() {
		rates := make([]float64, a.in(10, 20))
		for i := range rates {
			rates[i] = a.between(-0.1, 0.1) + one(a, 0, 0, 0, 0, 0, 0.9)
		}
		t.Rates[code] = scenario.NewSeries(base-5, rates...)
	}
	return t
}

func (a *arbitrary) response(d *scenario.Dataset, base, depth int) scenario.Response {
	const plain, all = 9, 18
	kinds := all
	if depth == 0 {
		kinds = plain
	}
	inner := func() scenario.Response { return a.response(d, base, depth-1) }
	switch a.upTo(kinds - 1) {
	case 0:
		ramp := scenario.Ramp{Shape: scenario.Shape(a.upTo(int(scenario.BackLoaded))), Pace: a.between(0.0001, 0.01)}
		if a.due && a.yes(2) {
			ramp.Pace = 0
		}
		return ramp
	case 1:
		return scenario.Hold{}
	case 2:
		return scenario.Jump{}
	case 3:
		return scenario.Trend{Years: a.upTo(20), Plus: a.between(-0.05, 0.05)}
	case 4:
		return scenario.Drift{Years: a.upTo(20)}
	case 5:
		return scenario.Budget{RealGrowth: a.between(-0.1, 0.1)}
	case 6:
		return &scenario.Ramp{Pace: a.between(0.0001, 0.05)}
	case 7:
		return scenario.Peers{Level: a.between(0.001, 0.25), Speed: a.between(0, 1), Drift: a.between(-0.1, 0.1)}
	case 8:
		return scenario.Plan{Spending: members(a, d, func() scenario.Series {
			money := make([]float64, a.in(1, 5))
			for i := range money {
				money[i] = a.between(0, 1000)
			}
			return scenario.NewSeries(base+a.upTo(4), money...)
		}), Then: one(a, nil, scenario.Response(scenario.Trend{}))}
	case 9:
		return scenario.Capped{Response: inner(), MaxGrowth: a.between(-0.1, 0.49)}
	case 10:
		return scenario.Floor{Response: inner(), Of: one(a, scenario.ShareFloor, scenario.SpendingFloor)}
	case 11:
		return scenario.UpTo{Response: inner()}
	case 12:
		return &scenario.Delayed{Response: inner(), Years: a.upTo(20)}
	case 13:
		p := scenario.Partial{Response: inner(), Fraction: a.between(0.01, 1), SE: one(a, 0, a.between(0, 1)), Estimate: one(a, "", "x")}
		if a.calm {
			p.SE = 0
		}
		return p
	case 14:
		if a.calm {
			return scenario.Shocked{Response: inner(), Common: a.between(0, 1), Tails: one(a, 0, a.between(2.1, 10))}
		}
		s := scenario.Shocked{Response: inner(), SD: a.between(0, 0.3), Common: a.between(0, 1), Tails: one(a, 0, a.between(2.1, 10))}
		if a.yes(3) {
			s.Terms = members(a, d, func() float64 { return a.between(0, 0.49) })
		}
		return s
	case 15:
		w := scenario.Wavering{Keep: inner(), Else: one(a, nil, inner()), Chance: a.between(0, 1)}
		if a.calm {
			w.Chance = math.Round(w.Chance)
		}
		return w
	case 16:
		if a.calm {
			return scenario.Slipped{Response: inner(), Chances: []float64{0, one(a, 0.0, 1)}}
		}
		return scenario.Slipped{Response: inner(), Chances: []float64{a.between(0, 0.4), a.between(0, 0.4), a.between(0, 0.2)}}
	}
	return scenario.ByMember{Of: members(a, d, inner), Else: one(a, nil, inner())}
}

// told is what was made up, for messages.
func told(s scenario.Scenario, o any) string { return fmt.Sprintf("%s\noptions: %+v", s, o) }
