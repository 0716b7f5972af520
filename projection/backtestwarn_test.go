package projection_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
	"github.com/pledgesim/pledgesim/scenario/imf"
	"github.com/pledgesim/pledgesim/scenario/nato"
	"github.com/pledgesim/pledgesim/scenario/worldbank"
)

// warned are the warnings of a backtest in which a word occurs.
func warned(b *projection.Backtest, word string) []string {
	return slices.DeleteFunc(words(b.Warnings), func(w string) bool { return !strings.Contains(w, word) })
}

// Growth that was published after an origin is said, once for all that rest on it.
func TestGrowthThatWasNotOutIsSaid(t *testing.T) {
	d := nato.Latest()
	origins := []int{2016, 2018, 2019, 2022}
	table := func(vintage string) scenario.GrowthPath {
		path, err := imf.Real(vintage)
		if err != nil {
			t.Fatal(err)
		}
		return path
	}
	named := func(growth scenario.GrowthPath) []scenario.Scenario {
		return []scenario.Scenario{{Name: "s", Growth: growth, Response: scenario.Hold{}}}
	}
	after := projection.Candidate{Name: "c", At: func(_ *scenario.Dataset, origin int) (scenario.Scenario, error) {
		vintage := "2021-10" // out at the last origin only
		if origin == 2019 {
			vintage = "2019-10"
		}
		return scenario.Scenario{Growth: table(vintage), Response: scenario.Hold{}}, nil
	}}
	fitted := scenario.AR1{Around: imf.RealTime{}, SD: 0.01, Sources: []scenario.Source{{Publisher: "IMF", Title: "record", Date: time.Date(2019, 1, 1, 0, 0, 0, 0, time.UTC)}}}
	dated := scenario.Shocked{Response: scenario.Hold{}, SD: 0.01, Sources: []scenario.Source{{Publisher: "NATO", Title: "record", Date: time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)}}}
	for _, c := range []struct {
		name string
		ss   []scenario.Scenario
		o    projection.BacktestOptions
		want []string
	}{
		{"an edition of 2022 at three origins, of all", named(table("2022-04")), projection.BacktestOptions{}, []string{
			`origin 2016 and 2 more: growth of "hold-last", "drift", "trend", "s" rests on IMF, World Economic Outlook database, April 2022, which was not out: take imf.RealTime`}},
		{"of a candidate at two", nil, projection.BacktestOptions{Growth: imf.RealTime{}, Candidates: []projection.Candidate{after}}, []string{
			`origin 2016 and 1 more: growth of "c" rests on IMF, World Economic Outlook database, October 2021, which was not out: take imf.RealTime`}},
		{"a record of 2019, at two origins, of the shocks only", named(fitted), projection.BacktestOptions{}, []string{
			`origin 2016 and 1 more: growth of "s" rests on IMF, record, which was not out: take imf.RealTime`}},
		{"growth of the time, and a response fitted later", []scenario.Scenario{{Name: "s", Growth: scenario.AR1{Around: imf.RealTime{}, SD: 0.01}, Response: dated}}, projection.BacktestOptions{}, []string{}},
		{"no source", named(scenario.Historic{}), projection.BacktestOptions{}, []string{}},
	} {
		c.o.Draws = 10
		if diff := cmp.Diff(c.want, warned(backtest(t, d, d, origins, c.ss, c.o), "not out")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

// Figures of one publisher that are compared with those of another are said.
func TestOtherDefinitionsAreSaid(t *testing.T) {
	o := projection.BacktestOptions{Growth: imf.RealTime{}}
	b := backtest(t, worldbank.MilitarySpending(), nato.Latest(), []int{2016, 2018}, nil, o)
	want := []string{"forecasts start from World Bank's figures, outcomes are NATO's: their definitions may differ"}
	if diff := cmp.Diff(want, warned(b, "definitions")); diff != "" {
		t.Error(diff)
	}
	if got := warned(backtest(t, nato.Archive{}, nato.Latest(), []int{2016, 2018}, nil, o), "definitions"); len(got) > 0 {
		t.Errorf("of NATO's figures both: %q", got)
	}
}

// Candidates alone leave open how GDP grows for those that always compete.
func TestGrowthOfTheCompetitorsIsSaid(t *testing.T) {
	d := history(t, 3, 1995, 2020)
	ss, o := rivals()
	const want = "no growth is given: that of the scenarios that always compete is scenario.Historic{}, whatever the candidates have"
	b := backtest(t, d, d, []int{2010}, nil, o)
	if got := warned(b, "growth is given"); !slices.Equal(got, []string{want}) || b.Options.Growth != (scenario.Historic{}) {
		t.Errorf("%q, %v", got, b.Options.Growth)
	}
	if got := warned(b.Where(func(f projection.Forecast) bool { return f.Member == "AAX" }), "growth is given"); len(got) != 1 {
		t.Errorf("of one member: %q", got)
	}
	if got := warned(backtest(t, d, d, []int{2010}, ss, o), "growth is given"); len(got) > 0 {
		t.Errorf("with scenarios: %q", got)
	}
	o.Growth = scenario.Constant(0.02)
	if got := warned(backtest(t, d, d, []int{2010}, nil, o), "growth is given"); len(got) > 0 {
		t.Errorf("with growth of the options: %q", got)
	}
}
