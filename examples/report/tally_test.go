package main

import (
	"testing"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// three members with shares of 1, 1.5 and 2% and the growth of their spending; GDP does
// not grow.
func three(t *testing.T, pledge scenario.Pledge, response scenario.Response) *projection.Result {
	t.Helper()
	var members []scenario.Member
	for code, share := range map[string]float64{"AAA": 0.01, "BBB": 0.015, "CCC": 0.02} {
		members = append(members, scenario.Member{Code: code, Name: map[string]string{"AAA": "Alpha", "BBB": "Beta", "CCC": "Gamma"}[code], Share: scenario.NewSeries(2024, share, share), GDP: scenario.NewSeries(2024, 100, 100)})
	}
	d, err := scenario.NewDataset("mine", "EUR million", members...)
	if err != nil {
		t.Fatal(err)
	}
	d.Denominator = "GNI"
	r, err := projection.Run(d, scenario.Scenario{Name: "x", Pledge: pledge, Growth: scenario.Constant(0), Response: response}, projection.Options{Base: 2025, To: 2035})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestSentences(t *testing.T) {
	grow := scenario.Budget{RealGrowth: 0.04} // from 1.5 to 2% takes ln(2/1.5)/ln(1.04) = 7.3 years, so until 2033; from 1% more than ten
	falling := scenario.Budget{RealGrowth: -0.05}
	one := func(pledge scenario.Pledge, response scenario.Response) *projection.Result {
		return three(t, scenario.Except{Pledge: pledge, Terms: map[string]scenario.Pledge{"AAA": nil, "BBB": nil}}, response)
	}
	// To 2.5%, which 5% less a year take below 2% in the fifth year: in 2032 and in 2035. CCC
	// is below it at once.
	jump := scenario.Plan{Spending: map[string]scenario.Series{"AAA": scenario.NewSeries(2026, 2.5, 2.5), "BBB": scenario.NewSeries(2026, 2.5, 2.5, 2.5, 2.5, 2.5), "CCC": scenario.NewSeries(2026, 1)}, Then: falling}
	for want, r := range map[string]*projection.Result{
		"nothing is asked of any member.": three(t, nil, grow),
		"1 of 3 members is at 2% of GNI already in 2025; 1 gets there by 2035, 1 does not.":                                                   three(t, scenario.Target{Share: 0.02}, grow),
		"1 of 3 members is at 2% of GNI already in 2025; the other 2 get there by 2035. In 2030, the deadline, all 3 are there.":              three(t, scenario.Target{Share: 0.02, By: 2030}, scenario.Ramp{}),
		"2 of 3 members are at 1.5% of GNI already in 2025; the other gets there by 2035. In 2030, the deadline, all 3 are there.":            three(t, scenario.Target{Share: 0.015, By: 2030}, scenario.Ramp{}),
		"1 of 3 members is at 2% of GNI already in 2025; no other gets there by 2035, nor ever if this goes on.":                              three(t, scenario.Target{Share: 0.02}, scenario.Hold{}),
		"none of 3 members is at 3% of GNI in 2025; all get there by 2035. In 2030, the deadline, all 3 are there.":                           three(t, scenario.Target{Share: 0.03, By: 2030}, scenario.Ramp{}),
		"none of 3 members is at 5% of GNI in 2025; none gets there by 2035, nor ever if this goes on. In 2030, the deadline, none is there.": three(t, scenario.Target{Share: 0.05, By: 2030}, scenario.Hold{}),
		// 4% more a year take 1% to 1.48% and 1.5 to 2.22% in ten years, but 2 to 2.96%; who holds is never there.
		"none of 3 members is at 3% of GNI in 2025; none gets there by 2035, 2 never if this goes on.":                  three(t, scenario.Target{Share: 0.03}, scenario.ByMember{Of: map[string]scenario.Response{"CCC": grow}}),
		"1 of 3 members is at 2% of GNI already in 2025; no other gets there by 2035, 1 never if this goes on.":         three(t, scenario.Target{Share: 0.02}, scenario.ByMember{Of: map[string]scenario.Response{"AAA": grow}}),
		"none of 3 members is at 2.5% of GNI in 2025; 1 gets there by 2035, 2 do not, 1 of them never if this goes on.": three(t, scenario.Target{Share: 0.025}, scenario.ByMember{Of: map[string]scenario.Response{"AAA": scenario.Hold{}}, Else: grow}),
		"all 3 members are at 1% of GNI already in 2025.":                                                               three(t, scenario.Target{Share: 0.01}, scenario.Hold{}),
		"1 of 3 members is at its target already in 2025; the other 2 get there by 2035. When their deadlines come, all 3 are there.": three(t,
			scenario.Except{Pledge: scenario.Target{Share: 0.02, By: 2030}, Terms: map[string]scenario.Pledge{"AAA": scenario.Target{Share: 0.015, By: 2032}}}, scenario.Ramp{}),

		// Of one member.
		"Gamma is at 2% of GNI already in 2025. In 2030, the deadline, it is there.":                          one(scenario.Target{Share: 0.02, By: 2030}, scenario.Hold{}),
		"Gamma is not at 3% of GNI in 2025; it gets there by 2035. In 2030, the deadline, it is there.":       one(scenario.Target{Share: 0.03, By: 2030}, scenario.Ramp{}),
		"Gamma is not at 2.5% of GNI in 2025; it gets there by 2035. In 2030, the deadline, it is not there.": one(scenario.Target{Share: 0.025, By: 2030}, grow),
		"Gamma is not at 3% of GNI in 2025; it does not get there by 2035.":                                   one(scenario.Target{Share: 0.03}, grow),
		"Gamma is not at 3% of GNI in 2025; it does not get there by 2035, nor ever if this goes on.":         one(scenario.Target{Share: 0.03}, scenario.Hold{}),
		"Gamma is at 2% of GNI already in 2025. In 2030, the deadline, it has fallen below again.":            one(scenario.Target{Share: 0.02, By: 2030}, falling),
		"Gamma is at 2% of GNI already in 2025. By 2035, it has fallen below again.":                          one(scenario.Target{Share: 0.02}, falling),

		// Reached and lost again.
		"1 of 3 members is at 2% of GNI already in 2025; the other 2 get there by 2035. In 2028, the deadline, 2 of 3 are there; 1 has fallen below again. By 2035, 3 have fallen below again.": three(t, scenario.Target{Share: 0.02, By: 2028}, jump),
		"1 of 3 members is at 2% of GNI already in 2025; the other 2 get there by 2035. In 2035, the deadline, none is there; 3 have fallen below again.":                                       three(t, scenario.Target{Share: 0.02, By: 2035}, jump),
		"1 of 3 members is at 2% of GNI already in 2025; the other 2 get there by 2035. By 2035, 3 have fallen below again.":                                                                    three(t, scenario.Target{Share: 0.02}, jump),
	} {
		if got := tallyOf(r).sentence(r); got != want {
			t.Errorf("%s\nwant\n%s", got, want)
		}
	}
}

func TestAlike(t *testing.T) {
	r := three(t, scenario.Except{Pledge: scenario.Target{Share: 0.02, By: 2030}, Terms: map[string]scenario.Pledge{"AAA": scenario.Target{Share: 0.015, By: 2032}, "BBB": nil}}, scenario.Ramp{})
	groups := alike(r)
	if len(groups) != 2 || len(groups[0]) != 1 || groups[0][0] != "AAA" || len(groups[1]) != 1 || groups[1][0] != "CCC" {
		t.Errorf("%v", groups) // BBB is asked for nothing
	}
}
