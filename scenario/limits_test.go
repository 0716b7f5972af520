package scenario_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/pledgesim/pledgesim/scenario"
)

// many gives terms of n members.
func many[T any](n int, of T) map[string]T {
	all := map[string]T{}
	for i := range n {
		all[fmt.Sprintf("%c%c%c", 'A'+i/26/26%26, 'A'+i/26%26, 'A'+i%26)] = of
	}
	return all
}

// One more than the limit is an error that names it; the limit itself is not.
func TestLimitsOfScenarios(t *testing.T) {
	const s = `scenario "test": `
	plan := scenario.NewSeries(2025, 1)
	for _, test := range []struct {
		name   string
		change func(s *scenario.Scenario, more int)
		want   string
	}{
		{"steps", func(s *scenario.Scenario, more int) {
			var steps scenario.Steps
			for i := range scenario.MaxSteps + more {
				steps = append(steps, scenario.Target{Share: 2 * pct, By: 2030 + i})
			}
			s.Pledge = steps
		}, "Pledge = 101 is the number of its steps, more than 100"},
		{"exceptions", func(s *scenario.Scenario, more int) {
			s.Pledge = scenario.Except{Terms: many[scenario.Pledge](scenario.MaxMembers+more, nil)}
		}, "Pledge.Terms = 10001 is the number of members that it names, more than 10000"},
		{"plans", func(s *scenario.Scenario, more int) {
			s.Response = scenario.Plan{Spending: many(scenario.MaxMembers+more, plan)}
		}, "Response.Spending = 10001 is the number of members that it names, more than 10000"},
		{"rates", func(s *scenario.Scenario, more int) {
			s.Growth = scenario.Table{Rates: many(scenario.MaxMembers+more, scenario.Series{})}
		}, "Growth.Rates = 10001 is the number of members that it names, more than 10000"},
		{"terms of growth", func(s *scenario.Scenario, more int) {
			s.Growth = scenario.AR1{Around: s.Growth, Terms: many(scenario.MaxMembers+more, scenario.ShockTerms{})}
		}, "Growth.Terms = 10001 is the number of members that it names, more than 10000"},
		{"terms of shocks", func(s *scenario.Scenario, more int) {
			s.Response = scenario.Shocked{Response: s.Response, Terms: many(scenario.MaxMembers+more, 0.0)}
		}, "Response.Terms = 10001 is the number of members that it names, more than 10000"},
		{"own responses", func(s *scenario.Scenario, more int) {
			s.Response = scenario.ByMember{Of: many[scenario.Response](scenario.MaxParts-1+more, scenario.Hold{})}
		}, "Response has more than 10000 parts inside one another and side by side: does one of them hold the same one again and again?"},
		{"slips", func(s *scenario.Scenario, more int) {
			s.Response = scenario.Slipped{Response: s.Response, Chances: make([]float64, scenario.MaxWindow+more)}
		}, "Response.Chances = 201 is their number, more than 200 years"},
		{"a window", func(s *scenario.Scenario, more int) { s.Response = scenario.Trend{Years: scenario.MaxWindow + more} },
			"Response.Years = 201 is not a number of years from 0 to 200"},
		{"a year", func(s *scenario.Scenario, more int) {
			s.Pledge = scenario.Target{Share: 2 * pct, By: scenario.MaxYear + more}
		}, "Pledge.By = 10000 is not a calendar year"},
	} {
		equal(t, faultsOf(func(s *scenario.Scenario) { test.change(s, 0) }), []string(nil))
		equal(t, faultsOf(func(s *scenario.Scenario) { test.change(s, 1) }), []string{s + test.want})
	}
}

func TestNamesOfScenarios(t *testing.T) {
	for _, test := range []struct{ name, want string }{
		{strings.Repeat("é", scenario.MaxName), ""},
		{strings.Repeat("é", scenario.MaxName+1), `scenario "éééééééééééééééééééé...": Name = éééééééééééééééééééé... has 201 letters, more than 200`},
		{"one\ntwo", `scenario "one\ntwo": Name has a line break or another control character: it labels columns and lines`},
		{"caf\xe9", `scenario "caf\xe9": Name is not text in UTF-8`},
	} {
		var want []string
		if test.want != "" {
			want = []string{test.want}
		}
		equal(t, faultsOf(func(s *scenario.Scenario) { s.Name = test.name }), want)
	}
}

func TestNotesOfScenarios(t *testing.T) {
	for note, want := range map[string][]string{
		"Two\nlines.": nil, strings.Repeat("é", scenario.MaxNote): nil,
		strings.Repeat("é", scenario.MaxNote+1): {`scenario "test": Note has 2001 letters, more than 2000: say it in a sentence or two`},
		"caf\xe9":                               {`scenario "test": Note is not text in UTF-8`},
	} {
		equal(t, faultsOf(func(s *scenario.Scenario) { s.Note = note }), want)
	}
}

func TestLimitsOfDatasets(t *testing.T) {
	long := strings.Repeat("x", scenario.MaxName+1)
	_, err := scenario.NewDataset("a\tb", "USD\n", scenario.Member{Code: "DEU", ISO2: "D\x00", Name: long, Aliases: []string{"\xff"}})
	equal(t, texts(err), []string{
		"Edition has a line break or another control character: it labels columns and lines",
		"Money has a line break or another control character: it labels columns and lines",
		"Members[DEU] has a line break or another control character: it labels columns and lines",
		"Members[DEU] = xxxxxxxxxxxxxxxxxxxx... has 201 letters, more than 200",
		"Members[DEU] is not text in UTF-8",
	})
	var ms []scenario.Member
	for code := range many(scenario.MaxMembers+1, 0) {
		ms = append(ms, scenario.Member{Code: code})
	}
	_, err = scenario.NewDataset("big", "", ms...)
	equal(t, texts(err), []string{"Members = 10001 are more than 10000"})
	d, err := scenario.NewDataset("big", "", ms[1:]...)
	if err != nil {
		t.Fatal(err)
	}
	_, err = d.Member(strings.Repeat("Utopia ", 100_000))
	equal(t, texts(err), []string{`unknown member "Utopia Utopia Utopia..." in edition big: it has 10000 members`})
}
