package scenario_test

import (
	"testing"

	"github.com/pledgesim/pledgesim/scenario"
)

func TestDiff(t *testing.T) {
	base := scenario.Scenario{
		Name: "a", Pledge: scenario.Target{Share: 2 * pct, By: 2030}, Growth: scenario.Historic{}, Response: scenario.Ramp{Pace: 0.1 * pct}, Note: "n",
	}
	table := func(code string, s scenario.Series) scenario.Table {
		return scenario.Table{Name: "t", Rates: map[string]scenario.Series{code: s}}
	}
	estimated, _ := scenario.SeriesOf(scenario.Observation{Year: 2026, Value: 0.01, Status: scenario.Estimated, Edition: "e"})
	trend := "spending goes on growing, in the prices of the data set, at its mean rate of the last 8 years"
	ramp := "the share reaches the target by the deadline through equal yearly steps"
	for _, test := range []struct {
		name   string
		change func(a, b *scenario.Scenario)
		want   []string
	}{
		{"nothing", func(a, b *scenario.Scenario) {}, nil},
		{"fields of a target", func(a, b *scenario.Scenario) {
			b.Name, b.Pledge = "b", scenario.Target{Share: 2.001 * pct, From: 2026}
		}, []string{"Name: a / b", "Pledge.Share: 2% / 2.001%", "Pledge.From: not given / 2026", "Pledge.By: 2030 / not given"}},
		{"a pointer is what it points to", func(a, b *scenario.Scenario) { b.Pledge = &scenario.Target{Share: 2 * pct, By: 2031} }, []string{"Pledge.By: 2030 / 2031"}},
		{"nothing asked", func(a, b *scenario.Scenario) { b.Pledge = nil }, []string{"Pledge: 2% of GDP by 2030 / nothing is asked"}},
		{"another kind", func(a, b *scenario.Scenario) {
			b.Pledge, b.Growth = scenario.Steps{{Share: 2 * pct, By: 2030}}, scenario.Constant(0)
		}, []string{
			"Pledge: scenario.Target{Share:0.02, From:0, By:2030} / scenario.Steps{scenario.Target{Share:0.02, From:0, By:2030}}",
			"Growth: GDP goes on growing at each member's mean rate of the last 10 years / GDP grows 0% a year",
		}},
		{"steps", func(a, b *scenario.Scenario) {
			a.Pledge = scenario.Steps{{Share: 2 * pct, By: 2030}, {Share: 3 * pct, By: 2035}}
			b.Pledge = scenario.Steps{{Share: 2 * pct, By: 2031}}
		}, []string{"Pledge[0].By: 2030 / 2031", "Pledge[1]: 3% of GDP by 2035 / not given"}},
		{"terms", func(a, b *scenario.Scenario) {
			a.Pledge = scenario.Except{Pledge: a.Pledge, Terms: map[string]scenario.Pledge{"ISL": nil, "POL": scenario.Target{Share: 4 * pct}}}
			b.Pledge = scenario.Except{Pledge: b.Pledge, Terms: map[string]scenario.Pledge{"DEU": scenario.Target{Share: 3 * pct}, "POL": scenario.Target{Share: 5 * pct}}}
		}, []string{
			"Pledge.Terms[DEU]: not given / 3% of GDP, no deadline",
			"Pledge.Terms[ISL]: nothing is asked / not given",
			"Pledge.Terms[POL].Share: 4% / 5%",
		}},
		{"the response that stands for nil", func(a, b *scenario.Scenario) {
			a.Response, b.Response = nil, scenario.UpTo{Response: scenario.Trend{}}
		}, nil},
		{"response, shape and pace", func(a, b *scenario.Scenario) { b.Response = scenario.Ramp{Shape: scenario.FrontLoaded} },
			[]string{"Response.Shape: linear / front-loaded", "Response.Pace: 0.1 percentage points / 0 percentage points"}},
		{"inside a wrapper", func(a, b *scenario.Scenario) {
			a.Response = scenario.Capped{Response: scenario.Trend{}, MaxGrowth: 10 * pct}
			b.Response = scenario.Capped{Response: scenario.Ramp{}, MaxGrowth: 8 * pct}
		}, []string{"Response.Response: " + trend + " / " + ramp, "Response.MaxGrowth: 10% / 8%"}},
		{"years of a series", func(a, b *scenario.Scenario) {
			a.Growth = table("DEU", scenario.NewSeries(2025, 0.01, 0.02, 0.03))
			b.Growth = table("DEU", scenario.NewSeries(2025, 0.01, 0.025))
		}, []string{"Growth.Rates[DEU]: 2% in 2026, 3% in 2027 / 2.5% in 2026, none in 2027"}},
		{"origin of a figure", func(a, b *scenario.Scenario) {
			a.Growth, b.Growth = table("DEU", scenario.NewSeries(2026, 0.01)), table("DEU", estimated)
		}, []string{"Growth.Rates[DEU]: 1% in 2026 / 1% in 2026 (estimated, e)"}},
		{"series of one of them", func(a, b *scenario.Scenario) {
			a.Growth, b.Growth = table("DEU", scenario.NewSeries(2026, 0.01)), table("POL", scenario.Series{})
		}, []string{"Growth.Rates[DEU]: 1% in 2026 / not given", "Growth.Rates[POL]: not given / no figures"}},
		{"terms of growth, sources", func(a, b *scenario.Scenario) {
			a.Growth = scenario.AR1{Around: scenario.Historic{}, Terms: map[string]scenario.ShockTerms{"DEU": {}, "POL": {SD: 0.01}}, Fitted: "x"}
			b.Growth = scenario.AR1{Around: scenario.Historic{}, Terms: map[string]scenario.ShockTerms{"POL": {SD: 0.02}}, Tails: 4, Sources: []scenario.Source{{Title: "t"}}}
		}, []string{
			"Growth.Tails: not given / 4 degrees of freedom", "Growth.Terms[DEU]: given / not given",
			"Growth.Terms[POL].SD: 1 percentage point / 2 percentage points", "Growth.Fitted: x / not given", "Growth.Sources[0]: not given / t",
		}},
		{"chances", func(a, b *scenario.Scenario) {
			a.Response = scenario.Slipped{Response: scenario.Ramp{}, Chances: []float64{0.1, 0.2}}
			b.Response = scenario.Slipped{Response: scenario.Ramp{}, Chances: []float64{0.15}}
		}, []string{"Response.Chances[0]: 10% / 15%", "Response.Chances[1]: 20% / not given"}},
		{"own types", func(a, b *scenario.Scenario) { a.Response, b.Response = ownResponse{1}, ownResponse{1} }, nil},
		{"own types that differ", func(a, b *scenario.Scenario) { a.Response, b.Response = ownResponse{1}, ownResponse{2} },
			[]string{"Response: scenario_test.ownResponse{n:1} / scenario_test.ownResponse{n:2}"}},
		{"own type and model", func(a, b *scenario.Scenario) { a.Response, b.Response = ownResponse{1}, scenario.Ramp{} },
			[]string{"Response: scenario_test.ownResponse / " + ramp}},
		{"note", func(a, b *scenario.Scenario) { b.Note = "" }, []string{"Note: n / not given"}},
		{"without end", func(a, b *scenario.Scenario) {
			var endless scenario.UpTo
			endless.Response = &endless
			a.Response = endless
		}, []string{`Scenario: scenario "a": Response has parts inside one another, more than 32 deep: does one of them contain itself? / can be compared`}},
		{"empty scenarios", func(a, b *scenario.Scenario) { *a, *b = scenario.Scenario{}, scenario.Scenario{} }, nil},
		{"no growth", func(a, b *scenario.Scenario) { b.Growth = (*scenario.Historic)(nil) },
			[]string{"Growth: GDP goes on growing at each member's mean rate of the last 10 years / no growth path given"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			a, b := base, base
			test.change(&a, &b)
			var got []string
			for _, d := range scenario.Diff(a, b) {
				got = append(got, d.String())
			}
			equal(t, got, test.want)
		})
	}
}

type ownResponse struct{ n int }

func (ownResponse) Spend(v scenario.View, _ scenario.Ask) float64 { return v.Expected }
