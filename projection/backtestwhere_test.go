package projection_test

import (
	"math"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// What is said of some origins is what a backtest of them alone says: of the others
// nothing is left, neither sources nor assumptions nor warnings.
func TestWhereSpeaksOfItsOriginsOnly(t *testing.T) {
	d := changedHistory(t, 4, 1995, 2020, func(code, field string, year int, v float64) float64 {
		if code == "BAX" && field == "GDP" && (year == 2008 || year == 2014) { // left out from these
			return math.NaN()
		}
		return v
	})
	v := editions{}
	for _, year := range []int{2008, 2011, 2012, 2014, 2018} {
		known, err := d.AsOf(year)
		if year == 2012 {
			known, err = d.AsOf(2011) // whose outcomes count twice
		}
		if err != nil {
			t.Fatal(err)
		}
		known.Notes = []string{"as known in " + known.Edition}
		v[year] = known
	}
	ss, o := rivals()
	o.Candidates = append(o.Candidates, projection.Candidate{Name: "of its time", At: func(known *scenario.Dataset, origin int) (scenario.Scenario, error) {
		growth := scenario.AR1{Around: scenario.Historic{}, SD: 1e-5 * float64(origin), Sources: []scenario.Source{{Publisher: "record", Title: known.Edition}}}
		return scenario.Scenario{Growth: growth, Response: scenario.Hold{}}, nil
	}})
	all := backtest(t, v, d, []int{2008, 2011, 2012, 2014, 2018}, ss, o)
	for _, origins := range [][]int{{2008}, {2011, 2012}, {2012, 2014}, {2018}, {2008, 2011, 2012, 2014, 2018}} {
		part := all.Where(func(f projection.Forecast) bool { return slices.Contains(origins, f.Origin) })
		alone := backtest(t, v, d, origins, ss, o)
		if diff := cmp.Diff(words(alone.Warnings), words(part.Warnings)); diff != "" {
			t.Errorf("%v: warnings (-want +got):\n%s", origins, diff)
		}
		if diff := cmp.Diff(words(alone.Noticed), words(part.Noticed)); diff != "" {
			t.Errorf("%v: noticed (-want +got):\n%s", origins, diff)
		}
		want, got := alone.About(), part.About()
		want.Warnings, got.Warnings = nil, nil
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%v: about (-want +got):\n%s", origins, diff)
		}
	}
}

// There is a skill only where a scenario is scored on the outcomes of hold-last, not on
// as many others.
func TestSkillNeedsTheSameOutcomes(t *testing.T) {
	ss, o := rivals()
	o.MinOutcomes = 1
	d := history(t, 3, 1995, 2020)
	b := backtest(t, d, d, []int{2008, 2011}, ss, o)
	for name, of := range map[string]func(f projection.Forecast, reference bool) bool{
		"another origin": func(f projection.Forecast, reference bool) bool { return reference == (f.Origin == 2008) },
		"another member": func(f projection.Forecast, reference bool) bool {
			return f.Member == "AAX" && reference || f.Member == "BAX" && !reference
		},
		"another year": func(f projection.Forecast, reference bool) bool {
			return f.Ahead == 1 && f.Origin == 2008 && reference || f.Ahead == 2 && f.Origin == 2008 && !reference
		},
	} {
		part := b.Where(func(f projection.Forecast) bool { return of(f, f.Scenario != "shocked") })
		reference, other, alike := score(t, part, "hold-last", "all", 0), score(t, part, "shocked", "all", 0), score(t, part, "drift", "all", 0)
		if other.N != reference.N || other.N == 0 || math.IsNaN(other.CRPS) {
			t.Fatalf("%s: %d and %d outcomes", name, reference.N, other.N)
		}
		if !math.IsNaN(other.Skill) || math.IsNaN(alike.Skill) {
			t.Errorf("%s: a skill of %v on other outcomes than hold-last has, and of %v on the same", name, other.Skill, alike.Skill)
		}
	}
}

// Without a choice all is kept; of nothing, nothing is said.
func TestWhereOfAllAndOfNothing(t *testing.T) {
	ss, o := rivals()
	d := history(t, 3, 1995, 2020)
	b := backtest(t, d, d, []int{2008, 2011}, ss, o)
	all := b.Where(nil)
	if diff := cmp.Diff(b.Forecasts, all.Forecasts, exact); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(words(b.Warnings), words(all.Warnings)); diff != "" {
		t.Error(diff)
	}
	none := b.Where(func(projection.Forecast) bool { return false })
	a := none.About()
	if len(none.Origins)+len(none.Forecasts)+len(slices.Collect(none.Rows())) > 0 || len(a.Assumptions) != 6 { // the candidate was not estimated
		t.Errorf("%v from %v, assumptions %q", none.Forecasts, none.Origins, a.Assumptions)
	}
	for _, s := range none.Scores() {
		if s.N != 0 || !math.IsNaN(s.CRPS) || !math.IsNaN(s.Skill) {
			t.Errorf("a score of nothing: %+v", s)
		}
	}
}

// A forecast that nobody made has no score.
func TestOnlyForecastsWithOutcomesAreScored(t *testing.T) {
	made := projection.Forecast{Year: 2020, Ahead: 1, P50: 0.02, Outcome: scenario.Observation{Year: 2020, Value: 0.019}}
	for name, c := range map[string]struct {
		change func(*projection.Forecast)
		want   bool
	}{
		"made":                {func(*projection.Forecast) {}, true},
		"zero":                {func(f *projection.Forecast) { *f = projection.Forecast{} }, false},
		"not projected":       {func(f *projection.Forecast) { f.P50 = math.NaN() }, false},
		"no outcome":          {func(f *projection.Forecast) { f.Outcome.Value = math.NaN() }, false},
		"an infinite outcome": {func(f *projection.Forecast) { f.Outcome.Value = math.Inf(1) }, false},
		"left out":            {func(f *projection.Forecast) { f.Missing = "a break" }, false},
	} {
		f := made
		if c.change(&f); f.Scored() != c.want {
			t.Errorf("%s: scored is %v", name, !c.want)
		}
	}
}
