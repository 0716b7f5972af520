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
		members = append(members, scenario.Member{Code: code, Share: scenario.NewSeries(2024, share, share), GDP: scenario.NewSeries(2024, 100, 100)})
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
	for want, r := range map[string]*projection.Result{
		"nothing is asked of any member.": three(t, nil, grow),
		"1 of 3 members is at 2% of GNI already in 2025; 1 gets there by 2035, 1 does not.":                                                         three(t, scenario.Target{Share: 0.02}, grow),
		"1 of 3 members is at 2% of GNI already in 2025; the other 2 get there by 2035. In 2030, the deadline, 3 of 3 are there.":                   three(t, scenario.Target{Share: 0.02, By: 2030}, scenario.Ramp{}),
		"1 of 3 members is at 2% of GNI already in 2025; no other gets there by 2035, 2 never if this goes on.":                                     three(t, scenario.Target{Share: 0.02}, scenario.Hold{}),
		"none of 3 members is at 3% of GNI in 2025; all get there by 2035. In 2030, the deadline, 3 of 3 are there.":                                three(t, scenario.Target{Share: 0.03, By: 2030}, scenario.Ramp{}),
		"none of 3 members is at 5% of GNI in 2025; no other gets there by 2035, 3 never if this goes on. In 2030, the deadline, 0 of 3 are there.": three(t, scenario.Target{Share: 0.05, By: 2030}, scenario.Hold{}),
		"3 of 3 members are at 1% of GNI already in 2025.":                                                                                          three(t, scenario.Target{Share: 0.01}, scenario.Hold{}),
		"1 of 3 members is at its target already in 2025; the other 2 get there by 2035. When their deadlines come, 3 of 3 are there.": three(t,
			scenario.Except{Pledge: scenario.Target{Share: 0.02, By: 2030}, Terms: map[string]scenario.Pledge{"AAA": scenario.Target{Share: 0.015, By: 2032}}}, scenario.Ramp{}),
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
