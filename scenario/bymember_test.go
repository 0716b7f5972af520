package scenario_test

import (
	"testing"

	"github.com/pledgesim/pledgesim/scenario"
)

func TestByMember(t *testing.T) {
	target := scenario.Target{Share: 2 * pct}
	of := func(code string, r scenario.Response) map[string]scenario.Response {
		return map[string]scenario.Response{code: r}
	}
	for _, test := range []struct {
		name     string
		response scenario.Response // of Germany, which is at 1%
		want     []float64         // money in 2025, 2026 ...; GDP was 1000 in 2024 and stays
	}{
		{"its own", scenario.ByMember{Of: of("DEU", scenario.Jump{}), Else: scenario.Hold{}}, []float64{20}},
		{"everyone else's", scenario.ByMember{Of: of("FRA", scenario.Hold{}), Else: scenario.Jump{}}, []float64{20}},
		{"none for everyone else: held", scenario.ByMember{Of: of("FRA", scenario.Jump{})}, []float64{10}},
		{"inside a wrapper", scenario.Partial{Response: scenario.ByMember{Of: of("DEU", scenario.Jump{})}, Fraction: 0.2}, []float64{12, 13.6}},
		{"inside another", scenario.ByMember{Of: of("FRA", scenario.Hold{}), Else: scenario.ByMember{Of: of("DEU", scenario.Jump{})}}, []float64{20}},
		{"by pointer", &scenario.ByMember{Of: of("DEU", scenario.Jump{})}, []float64{20}},
	} {
		t.Run(test.name, func(t *testing.T) {
			equal(t, spent(project(member(1), target, test.response, 0, base+len(test.want))), test.want, near)
		})
	}
}

func TestByMemberInWords(t *testing.T) {
	const jump, hold = "spending goes to the target at once", "spending keeps its share of GDP"
	of := map[string]scenario.Response{"POL": scenario.Jump{}, "DEU": nil, "EST": scenario.Jump{}}
	equal(t, scenario.ByMember{Of: of, Else: scenario.Budget{}}.String(), "spending is frozen in the prices of the data set; DEU: no response given; EST, POL: "+jump)
	equal(t, scenario.ByMember{}.String(), hold)
}

func TestByMemberFaults(t *testing.T) {
	const s = `scenario "test": Response`
	of := map[string]scenario.Response{"DEU": nil, "FRA": scenario.Partial{Response: scenario.Jump{}}, "ITA": scenario.Ramp{}}
	for _, test := range []struct {
		response scenario.Response
		want     []string
	}{
		{scenario.ByMember{Of: map[string]scenario.Response{"DEU": scenario.Jump{}}}, nil},
		{scenario.ByMember{}, []string{s + ".Of is empty: give the response of at least one member"}},
		{scenario.Floor{Response: scenario.ByMember{Of: of, Else: scenario.Trend{Years: -1}}}, []string{
			s + ".Response.Of[DEU] is nil: it must be given",
			s + ".Response.Of[FRA].Fraction = 0 is not in (0, 1]",
			s + ".Response.Else.Years = -1 is not a number of years from 0 to 200",
		}},
	} {
		equal(t, faultsOf(func(s *scenario.Scenario) { s.Response = test.response }), test.want)
	}
	// A ramp that needs a pace is found inside, too.
	ramp := map[string]scenario.Response{"DEU": scenario.Jump{}, "ITA": scenario.Ramp{}}
	for at, r := range map[string]scenario.Response{
		".Of[ITA]": scenario.ByMember{Of: ramp}, ".Else": scenario.ByMember{Of: map[string]scenario.Response{"DEU": scenario.Jump{}}, Else: scenario.Ramp{}},
	} {
		equal(t, faultsOf(func(s *scenario.Scenario) { s.Pledge, s.Response = scenario.Target{Share: 0.02}, r }),
			[]string{s + at + ".Pace = 0 never moves towards a pledge without a deadline: give a yearly step, for example 0.1*scenario.Percent"})
	}
}

// Only what the member's own response has to say is said of it.
func TestByMemberPassesWarningsOn(t *testing.T) {
	short, m := scenario.Trend{Years: 5}, member(1, 1.2) // two years: one change
	want := []string{"DEU: trend over 1 year, 5 asked"}
	own, other := map[string]scenario.Response{"DEU": short}, map[string]scenario.Response{"FRA": short}
	equal(t, messages(scenario.Warnings(scenario.ByMember{Of: own}, m, base, 2040)), want)
	equal(t, messages(scenario.Warnings(scenario.Floor{Response: scenario.ByMember{Of: other, Else: short}}, m, base, 2040)), want)
	equal(t, messages(scenario.Warnings(scenario.ByMember{Of: other}, m, base, 2040)), []string(nil))
}

// Members with a response of their own are named, so that a run can check them, as
// are those inside.
func TestByMemberMembers(t *testing.T) {
	plan := scenario.Plan{Spending: map[string]scenario.Series{"POL": {}}}
	s := scenario.Scenario{Response: scenario.Floor{Response: scenario.ByMember{
		Of: map[string]scenario.Response{"DEU": plan}, Else: scenario.ByMember{Of: map[string]scenario.Response{"FRA": scenario.Hold{}}},
	}}}
	equal(t, s.Members(), []string{"DEU", "FRA", "POL"})
}

func TestByMemberIsAsLuckyAsItsParts(t *testing.T) {
	of := func(own, otherwise scenario.Response) scenario.Scenario {
		return scenario.Scenario{Growth: scenario.Constant(0), Response: scenario.ByMember{Of: map[string]scenario.Response{"DEU": own}, Else: otherwise}}
	}
	risky := scenario.Shocked{Response: scenario.Hold{}}
	equal(t, scenario.Lucky(of(scenario.Hold{}, nil)), false)
	equal(t, scenario.Lucky(of(risky, nil)), true)
	equal(t, scenario.Lucky(of(scenario.Hold{}, risky)), true)
	if scenario.Own(nil, of(risky, nil).Response) || !scenario.Own(nil, of(hidden{risky}, nil).Response) || !scenario.Own(nil, of(risky, hidden{risky}).Response) {
		t.Error("it is the caller's own where one of its parts is, and only there")
	}
}
