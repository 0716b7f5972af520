package scenario_test

import (
	"errors"
	"testing"

	"github.com/pledgesim/pledgesim/scenario"
)

func TestReactionIsTrendByDefault(t *testing.T) {
	equal(t, scenario.Scenario{}.Reaction(), scenario.Response(scenario.UpTo{Response: scenario.Trend{}}))
	equal(t, scenario.Scenario{Response: scenario.Jump{}}.Reaction(), scenario.Response(scenario.Jump{}))
}

func TestValidateReportsAllFaultsAtOnce(t *testing.T) {
	s := scenario.Scenario{
		Name:     " ",
		Pledge:   scenario.Target{Share: 2, From: 2030, By: 2024},
		Response: scenario.Capped{Response: scenario.Ramp{Pace: -1}, MaxGrowth: 9},
	}
	err := s.Validate()
	equal(t, texts(err), []string{
		`scenario " ": Name is empty: the scenario needs a name for tables and charts`,
		`scenario " ": Pledge.Share = 2 is not a fraction in (0, 0.25] (did you mean 2*scenario.Percent?)`,
		`scenario " ": Pledge.By = 2024 lies before From = 2030: a deadline cannot pass before the pledge is known`,
		`scenario " ": Growth is nil: it must be given`,
		`scenario " ": Response.Response.Pace = -1 is not a yearly step in [0, 0.05] (0.1*scenario.Percent is a tenth of a percentage point a year)`,
		`scenario " ": Response.MaxGrowth = 9 is not a yearly rate in (-0.5, 0.5) (did you mean 9*scenario.Percent?)`,
	})
	var field *scenario.FieldError
	if !errors.As(err, &field) || !errors.Is(err, scenario.ErrUnit) || !errors.Is(err, scenario.ErrInvalid) {
		t.Errorf("faults are not FieldErrors of a kind: %v", err)
	}
	equal(t, texts(scenario.Scenario{}.Validate()), []string{
		"Name is empty: the scenario needs a name for tables and charts",
		"Growth is nil: it must be given",
	})
}

// A ramp without a pace never moves towards a pledge without a deadline: the
// message says where the ramp stands.
func TestValidateRampWithoutAPace(t *testing.T) {
	open, dated := scenario.Target{Share: 2 * pct}, scenario.Target{Share: 2 * pct, By: 2030}
	plan := map[string]scenario.Series{"DEU": scenario.NewSeries(2025, 1)}
	for _, test := range []struct {
		name     string
		pledge   scenario.Pledge
		response scenario.Response
		at       string // empty: no fault
	}{
		{"nothing asked", nil, scenario.Ramp{}, ""},
		{"deadline", dated, scenario.Ramp{}, ""},
		{"pace", open, scenario.Ramp{Pace: 0.1 * pct}, ""},
		{"no ramp", open, scenario.UpTo{Response: scenario.Trend{}}, ""},
		{"plan, then hold", open, scenario.Plan{Spending: plan}, ""},
		{"open", open, scenario.Ramp{}, "Response"},
		{"pointers", &open, &scenario.Ramp{}, "Response"},
		{"last step open", scenario.Steps{dated, {Share: 3 * pct}}, scenario.Ramp{}, "Response"},
		{"last step dated", scenario.Steps{dated, {Share: 3 * pct, By: 2035}}, scenario.Ramp{}, ""},
		{"open for some", scenario.Except{Pledge: dated, Terms: map[string]scenario.Pledge{"ISL": nil, "POL": open}}, scenario.Ramp{}, "Response"},
		{"open for the others", scenario.Except{Pledge: scenario.Except{Pledge: open}}, scenario.Ramp{}, "Response"},
		{"dated for all", scenario.Except{Pledge: dated, Terms: map[string]scenario.Pledge{"POL": dated}}, scenario.Ramp{}, ""},
		{"inside wrappers", open, scenario.Capped{Response: &scenario.Delayed{Response: scenario.Ramp{}}}, "Response.Response.Response"},
		{"after a plan", open, scenario.Floor{Response: scenario.Plan{Spending: plan, Then: scenario.Ramp{}}}, "Response.Response.Then"},
	} {
		t.Run(test.name, func(t *testing.T) {
			var want []string
			if test.at != "" {
				want = []string{`scenario "test": ` + test.at + ".Pace = 0 never moves towards a pledge without a deadline: give a yearly step, for example 0.1*scenario.Percent"}
			}
			equal(t, faultsOf(func(s *scenario.Scenario) { s.Pledge, s.Response = test.pledge, test.response }), want)
		})
	}
}

func TestMembersWithTermsOrPlans(t *testing.T) {
	target := scenario.Target{Share: 2 * pct, By: 2030}
	terms := func(p scenario.Pledge, code string) scenario.Except {
		return scenario.Except{Pledge: p, Terms: map[string]scenario.Pledge{code: target}}
	}
	plan := func(code string, then scenario.Response) scenario.Plan {
		return scenario.Plan{Spending: map[string]scenario.Series{code: {}}, Then: then}
	}
	inTerms := scenario.Except{Terms: map[string]scenario.Pledge{"ITA": terms(nil, "LVA"), "ISL": nil}}
	for _, test := range []struct {
		name string
		s    scenario.Scenario
		want []string
	}{
		{"none", scenario.Scenario{Pledge: target, Response: scenario.Jump{}}, nil},
		{"zero", scenario.Scenario{}, nil},
		{"both", scenario.Scenario{Pledge: terms(target, "POL"), Response: plan("DEU", nil)}, []string{"DEU", "POL"}},
		{"nested", scenario.Scenario{Pledge: terms(terms(nil, "POL"), "BEL"), Response: scenario.Floor{Response: plan("DEU", scenario.UpTo{Response: plan("FRA", nil)})}},
			[]string{"BEL", "DEU", "FRA", "POL"}},
		{"terms inside terms", scenario.Scenario{Pledge: inTerms}, []string{"ISL", "ITA", "LVA"}},
		{"pointers", scenario.Scenario{Pledge: &inTerms, Response: &scenario.Floor{Response: plan("DEU", nil)}}, []string{"DEU", "ISL", "ITA", "LVA"}},
	} {
		t.Run(test.name, func(t *testing.T) { equal(t, test.s.Members(), test.want) })
	}
}

func TestScenarioInWords(t *testing.T) {
	equal(t, scenario.Scenario{}.String(), `
  pledge:   nothing is asked
  growth:   no growth path given
  response: spending goes on growing, in the prices of the data set, at its mean rate of the last 8 years, until the target is met`)
	equal(t, scenario.Scenario{Name: "a", Growth: scenario.Constant(0), Response: unnamed{}, Note: "Peace."}.String(), `a
  pledge:   nothing is asked
  growth:   GDP grows 0% a year
  response: scenario_test.unnamed
  note:     Peace.`)
}
