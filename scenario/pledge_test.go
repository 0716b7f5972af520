package scenario_test

import (
	"math"
	"testing"

	"github.com/pledgesim/pledgesim/scenario"
)

// in is a view of a member in a year.
func in(code string, year int) scenario.View {
	return scenario.View{Member: &scenario.Member{Code: code}, Year: year}
}

func TestAskOpen(t *testing.T) {
	for ask, want := range map[scenario.Ask]bool{
		{}:                         false, // nothing is asked
		{Share: 2 * pct}:           true,
		{Share: 2 * pct, By: 2030}: false,
		{By: 2030}:                 false,
	} {
		if ask.Open() != want {
			t.Errorf("%+v.Open() = %v", ask, !want)
		}
	}
}

func TestTargetAsksFromTheYearItIsKnown(t *testing.T) {
	p := scenario.Target{Share: 2 * pct, From: 2014, By: 2024}
	ask := scenario.Ask{Share: 2 * pct, From: 2014, By: 2024}
	equal(t, p.Ask(in("DEU", 2013)), scenario.Ask{})
	equal(t, p.Ask(in("DEU", 2014)), ask)
	equal(t, p.Ask(in("DEU", 2030)), ask) // a missed target stays in force
	equal(t, scenario.Target{Share: 2 * pct}.Ask(in("DEU", 1)), scenario.Ask{Share: 2 * pct})
}

func TestStepsAtTheirEdges(t *testing.T) {
	two := scenario.Steps{{Share: 3 * pct, From: 2025, By: 2030}, {Share: 3.5 * pct, From: 2025, By: 2035}}
	open := scenario.Steps{{Share: 2 * pct, By: 2024}, {Share: 3 * pct}}
	late := scenario.Steps{{Share: 2 * pct, From: 2014, By: 2024}, {Share: 3.5 * pct, From: 2027, By: 2035}}
	for _, test := range []struct {
		name  string
		steps scenario.Steps
		year  int
		want  scenario.Ask
	}{
		{"before the first is known", two, 2024, scenario.Ask{}},
		{"first year", two, 2025, scenario.Ask{Share: 3 * pct, From: 2025, By: 2030}},
		{"first deadline", two, 2030, scenario.Ask{Share: 3 * pct, From: 2025, By: 2030}},
		{"year after it", two, 2031, scenario.Ask{Share: 3.5 * pct, From: 2031, By: 2035}},
		{"last deadline", two, 2035, scenario.Ask{Share: 3.5 * pct, From: 2031, By: 2035}},
		{"the last stays in force", two, 2036, scenario.Ask{Share: 3.5 * pct, From: 2031, By: 2035}},
		{"before an open step", open, 2024, scenario.Ask{Share: 2 * pct, By: 2024}},
		{"open step", open, 2025, scenario.Ask{Share: 3 * pct, From: 2025}},
		{"long after", open, 2060, scenario.Ask{Share: 3 * pct, From: 2025}},
		{"missed, the next not known yet", late, 2026, scenario.Ask{Share: 2 * pct, From: 2014, By: 2024}},
		{"the next becomes known", late, 2027, scenario.Ask{Share: 3.5 * pct, From: 2027, By: 2035}},
		{"no steps", nil, 2025, scenario.Ask{}},
	} {
		t.Run(test.name, func(t *testing.T) { equal(t, test.steps.Ask(in("DEU", test.year)), test.want) })
	}
}

func TestExceptGivesOwnTerms(t *testing.T) {
	p := scenario.Except{
		Pledge: scenario.Target{Share: 2 * pct},
		Terms:  map[string]scenario.Pledge{"ISL": nil, "POL": scenario.Target{Share: 4 * pct}},
	}
	equal(t, p.Ask(in("DEU", 2025)), scenario.Ask{Share: 2 * pct})
	equal(t, p.Ask(in("POL", 2025)), scenario.Ask{Share: 4 * pct})
	equal(t, p.Ask(in("ISL", 2025)), scenario.Ask{})

	only := scenario.Except{Terms: p.Terms} // nobody else is asked anything
	equal(t, only.Ask(in("DEU", 2025)), scenario.Ask{})
	equal(t, only.Ask(in("POL", 2025)), scenario.Ask{Share: 4 * pct})
}

// cautious is a pledge of the caller's own that is a Warner.
type cautious struct{ scenario.Target }

func (cautious) Warn(m *scenario.Member, _, _ int) []error {
	return []error{&scenario.FieldError{Member: m.Code, Problem: "its promise is vague"}}
}

func TestExceptPassesWarningsOn(t *testing.T) {
	p := scenario.Except{Pledge: cautious{}, Terms: map[string]scenario.Pledge{"ISL": nil}}
	equal(t, messages(scenario.Warnings(p, &scenario.Member{Code: "DEU"}, base, 2040)), []string{"DEU: its promise is vague"})
	equal(t, messages(scenario.Warnings(p, &scenario.Member{Code: "ISL"}, base, 2040)), []string(nil))
}

func TestPledgesInWords(t *testing.T) {
	for want, p := range map[string]interface{ String() string }{
		"2% of GDP, no deadline":                      scenario.Target{Share: 2 * pct},
		"2.5% of GDP by 2030":                         scenario.Target{Share: 2.5 * pct, By: 2030},
		"2% of GDP by 2024, known from 2014":          scenario.Target{Share: 2 * pct, From: 2014, By: 2024},
		"3% of GDP by 2030; then 3.5% of GDP by 2035": scenario.Steps{{Share: 3 * pct, By: 2030}, {Share: 3.5 * pct, By: 2035}},
		"2% of GDP, no deadline; ISL: exempt; POL: 4% of GDP, no deadline": scenario.Except{
			Pledge: scenario.Target{Share: 2 * pct},
			Terms:  map[string]scenario.Pledge{"POL": scenario.Target{Share: 4 * pct}, "ISL": nil},
		},
		"nothing is asked; POL: 4% of GDP, no deadline": scenario.Except{
			Terms: map[string]scenario.Pledge{"POL": scenario.Target{Share: 4 * pct}},
		},
	} {
		equal(t, p.String(), want)
	}
}

func TestPledgeFaults(t *testing.T) {
	const s = `scenario "test": `
	for _, test := range []struct {
		name   string
		pledge scenario.Pledge
		want   []string
	}{
		{"as large as can be", scenario.Target{Share: scenario.MaxShare, By: 2030}, nil},
		{"known in the year of its deadline", scenario.Target{Share: 2 * pct, From: 2030, By: 2030}, nil},
		{"per cent for a fraction", scenario.Target{Share: 2.5, By: 2030},
			[]string{s + "Pledge.Share = 2.5 is not a fraction in (0, 0.25] (did you mean 2.5*scenario.Percent?)"}},
		// A hint that would not help is left out.
		{"no share", scenario.Target{By: 2030}, []string{s + "Pledge.Share = 0 is not a fraction in (0, 0.25]"}},
		{"negative", scenario.Target{Share: -2, By: 2030}, []string{s + "Pledge.Share = -2 is not a fraction in (0, 0.25]"}},
		{"not a number", scenario.Target{Share: math.NaN(), By: 2030}, []string{s + "Pledge.Share = NaN is not a fraction in (0, 0.25]"}},
		{"infinite", scenario.Target{Share: math.Inf(1), By: 2030}, []string{s + "Pledge.Share = +Inf is not a fraction in (0, 0.25]"}},
		{"over before it is known", scenario.Target{Share: 2 * pct, From: 2030, By: 2029},
			[]string{s + "Pledge.By = 2029 lies before From = 2030: a deadline cannot pass before the pledge is known"}},
		{"no steps", scenario.Steps{}, []string{s + "Pledge has no steps: give at least one Target"}},
		{"a later step known from the start", scenario.Steps{{Share: 2 * pct, From: 2014, By: 2024}, {Share: 3 * pct, By: 2030}}, nil},
		{"steps with every fault", scenario.Steps{{Share: 2 * pct, From: 2014, By: 2024}, {Share: 3, From: 2010, By: 2024}, {Share: 3 * pct, By: 2020}},
			[]string{
				s + "Pledge[1].Share = 3 is not a fraction in (0, 0.25] (did you mean 3*scenario.Percent?)",
				s + "Pledge[1].By = 2024 is not after the deadline of the step before, 2024",
				s + "Pledge[1].From = 2010 is before the year in which the step before is known, 2014",
				s + "Pledge[2].By = 2020 is not after the deadline of the step before, 2024",
			}},
		{"step after an open one", scenario.Steps{{Share: 2 * pct}, {Share: 3 * pct, By: 2030}},
			[]string{s + "Pledge[1] follows a step without a deadline, which never ends"}},
		{"terms", scenario.Except{Pledge: scenario.Target{Share: 2, By: 2030}, Terms: map[string]scenario.Pledge{
			"POL": scenario.Steps{}, "BEL": scenario.Except{Pledge: scenario.Target{Share: 3, By: 2030}}, "ISL": nil}},
			[]string{
				s + "Pledge.Pledge.Share = 2 is not a fraction in (0, 0.25] (did you mean 2*scenario.Percent?)",
				s + "Pledge.Terms[BEL].Pledge.Share = 3 is not a fraction in (0, 0.25] (did you mean 3*scenario.Percent?)",
				s + "Pledge.Terms[POL] has no steps: give at least one Target",
			}},
	} {
		t.Run(test.name, func(t *testing.T) {
			equal(t, faultsOf(func(s *scenario.Scenario) { s.Pledge = test.pledge }), test.want)
		})
	}
}
