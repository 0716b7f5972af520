package projection_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// score finds one of the scores.
func score(t *testing.T, b *projection.Backtest, name, group string, ahead int) projection.Score {
	t.Helper()
	for _, s := range b.Scores() {
		if s.Scenario == name && s.Group == group && s.Ahead == ahead {
			return s
		}
	}
	t.Fatalf("no score of %s, %s, %d", name, group, ahead)
	return projection.Score{}
}

// By hand, of twoMembers from 2017 and 2018: from either origin AAA rises by 0.05
// points a year and BBB stays.
func TestScoresOfABacktestByHand(t *testing.T) {
	o := projection.BacktestOptions{Ahead: 3, Pledge: twoPercent, Growth: scenario.Constant(0), MinOutcomes: 1, Groups: map[string][]string{"rising": {"Aland"}}}
	b := backtest(t, twoMembers(), twoMembers(), []int{2018, 2017}, nil, o)
	const pp = scenario.Percent
	nan := math.NaN()
	for _, want := range []projection.Score{
		// A year ahead AAA is 0.05 too low from both origins, BBB right: a mean error of
		// half of that. The 80% band has no width: ten times the error.
		{Scenario: "hold-last", Group: "all", Ahead: 1, N: 4, Origins: 2, MAE: 0.025 * pp, Bias: -0.025 * pp, CRPS: 0.025 * pp, IntervalScore: 0.25 * pp, Inside50: 0.5, Inside80: 0.5, Inside90: 0.5, Brier: 0, BrierN: 2, Skill: 0},
		{Scenario: "hold-last", Group: "rising", Ahead: 3, N: 2, Origins: 2, MAE: 0.15 * pp, Bias: -0.15 * pp, CRPS: 0.15 * pp, IntervalScore: 1.5 * pp, Brier: 0, BrierN: 2, Skill: 0},
		{Scenario: "drift", Group: "all", Ahead: 0, N: 12, Origins: 2, Inside50: 1, Inside80: 1, Inside90: 1, Brier: 0, BrierN: 6, Skill: 1},
		// From 1.35% in 2017 a third of the gap of 0.65, so 0.21667-0.05 too high; from 1.4%
		// in 2018 half of 0.6, 0.3-0.05 too high: together 0.41667. Hold-last has 0.1.
		{Scenario: "pledge met", Group: "all", Ahead: 1, N: 4, Origins: 2, MAE: (0.65/3 + 0.3 - 0.1) / 4 * pp, Bias: (0.65/3 + 0.3 - 0.1) / 4 * pp, CRPS: (0.65/3 + 0.3 - 0.1) / 4 * pp, IntervalScore: 10 * (0.65/3 + 0.3 - 0.1) / 4 * pp,
			Inside50: 0.5, Inside80: 0.5, Inside90: 0.5, Brier: 0, BrierN: 2, Skill: 1 - (0.65/3+0.3-0.1)/0.1},
		// Two years ahead it promises 2% for 2020 from 2018, which does not come: one wrong
		// certainty and one right one.
		{Scenario: "pledge met", Group: "rising", Ahead: 2, N: 2, Origins: 2, MAE: (1.3/3 - 0.1 + 0.5) / 2 * pp, Bias: (1.3/3 - 0.1 + 0.5) / 2 * pp, CRPS: (1.3/3 - 0.1 + 0.5) / 2 * pp, IntervalScore: 10 * (1.3/3 - 0.1 + 0.5) / 2 * pp,
			Brier: 0.5, BrierN: 2, Skill: 1 - (1.3/3-0.1+0.5)/2/0.1},
	} {
		got := score(t, b, want.Scenario, want.Group, want.Ahead)
		if diff := cmp.Diff(want, got, nearly); diff != "" {
			t.Errorf("%s, %s, %d (-want +got):\n%s", want.Scenario, want.Group, want.Ahead, diff)
		}
	}
	// Too few outcomes are no score.
	o.MinOutcomes = 3
	b = backtest(t, twoMembers(), twoMembers(), []int{2018, 2017}, nil, o)
	want := projection.Score{Scenario: "hold-last", Group: "rising", Ahead: 1, N: 2, Origins: 2, MAE: nan, Bias: nan, CRPS: nan, IntervalScore: nan, Inside50: nan, Inside80: nan, Inside90: nan, Brier: nan, BrierN: 2, Skill: nan}
	if diff := cmp.Diff(want, score(t, b, "hold-last", "rising", 1), nearly); diff != "" {
		t.Error(diff)
	}
	got := score(t, b, "hold-last", "all", 1)
	if math.IsNaN(got.CRPS) || !math.IsNaN(got.Brier) {
		t.Errorf("of four outcomes and two chances: CRPS %v, Brier score %v", got.CRPS, got.Brier)
	}
	wantWarnings := []string{
		"All members: too few chances of members that were not there already for a Brier score, where 3 are needed: 2 (1 year ahead), 2 (2 years ahead), 2 (3 years ahead)",
		"rising: too few outcomes for a score, where 3 are needed: 2 (1 year ahead), 2 (2 years ahead), 2 (3 years ahead)",
	}
	for _, w := range wantWarnings {
		if !strings.Contains(strings.Join(words(b.Warnings), "\n"), w) {
			t.Errorf("no warning %q in %v", w, b.Warnings)
		}
	}
}

// Where scores some forecasts without projecting again, and the parts add up.
func TestWhereScoresSomeForecasts(t *testing.T) {
	ss, o := rivals()
	o.MinOutcomes = 1
	d := history(t, 3, 1995, 2020)
	all := backtest(t, d, d, []int{2008, 2011, 2014}, ss, o)
	early := all.Where(func(f projection.Forecast) bool { return f.Origin < 2012 })
	late := all.Where(func(f projection.Forecast) bool { return f.Origin >= 2012 })
	if diff := cmp.Diff([]int{2008, 2011}, early.Origins); diff != "" {
		t.Error(diff)
	}
	for _, name := range all.Scenarios {
		x, y, whole := score(t, early, name, "all", 0), score(t, late, name, "all", 0), score(t, all, name, "all", 0)
		if x.N+y.N != whole.N || math.Abs((x.CRPS*float64(x.N)+y.CRPS*float64(y.N))/float64(whole.N)-whole.CRPS) > 1e-15 {
			t.Errorf("%s: %v of %d and %v of %d are not %v of %d", name, x.CRPS, x.N, y.CRPS, y.N, whole.CRPS, whole.N)
		}
	}
	alone := backtest(t, d, d, []int{2008, 2011}, ss, o)
	if diff := cmp.Diff(alone.Scores(), early.Scores(), exact); diff != "" {
		t.Errorf("scores of two origins differ from those of a backtest of the two: %s", diff)
	}
	uneven := all.Where(func(f projection.Forecast) bool { return f.Scenario != "drift" || f.Member == "AAX" })
	if s := score(t, uneven, "drift", "all", 0); !math.IsNaN(s.Skill) || math.IsNaN(s.CRPS) {
		t.Errorf("a skill of %v is said on other outcomes than hold-last has", s.Skill)
	}
}

// Missing outcomes, breaks, members that come and go: left out, counted, warned of,
// and the same for all scenarios.
func TestMissingOutcomesAreCounted(t *testing.T) {
	truth := changedHistory(t, 4, 1995, 2020, func(code, field string, year int, v float64) float64 {
		if code == "AAX" && year == 2012 { // no figure for one year
			return math.NaN()
		}
		return v
	}).Clone()
	b, _ := truth.Member("BAX")
	b.Breaks = []scenario.Break{{Year: 2013, Why: "another GDP"}}
	c, _ := truth.Member("CAX")
	c.Exempt = "no forces any more"
	known := changedHistory(t, 6, 1995, 2020, func(code, field string, year int, v float64) float64 {
		if code == "DAX" && year < 2011 || code == "EAX" && year == 2011 && field == "GDP" { // begins in 2011; without GDP
			return math.NaN()
		}
		return v
	})
	got := backtest(t, known, truth, []int{2011}, nil, projection.BacktestOptions{Ahead: 3, MinOutcomes: 1})
	var missing []string
	for _, f := range got.Forecasts {
		if f.Scenario == "trend" && !f.Scored() {
			missing = append(missing, fmt.Sprint(f.Member, " ", f.Year, ": ", f.Missing))
		}
	}
	want := []string{
		"AAX 2012: no figure for 2012",
		"BAX 2013: another GDP", "BAX 2014: another GDP",
		"CAX 2012: no forces any more", "CAX 2013: no forces any more", "CAX 2014: no forces any more",
		"DAX 2012: share and GDP of no two years in a row among the last 9 up to 2011", "DAX 2013: share and GDP of no two years in a row among the last 9 up to 2011", "DAX 2014: share and GDP of no two years in a row among the last 9 up to 2011",
		"EAX 2012: no GDP in 2011", "EAX 2013: no GDP in 2011", "EAX 2014: no GDP in 2011",
		"FAX 2012: not in edition history", "FAX 2013: not in edition history", "FAX 2014: not in edition history",
	}
	if diff := cmp.Diff(want, missing); diff != "" {
		t.Error(diff)
	}
	for _, name := range got.Scenarios {
		if s := score(t, got, name, "all", 0); s.N != 3 || s.Missing != 15 { // AAX twice, BAX once, of 18
			t.Errorf("%s: %d outcomes, %d missing", name, s.N, s.Missing)
		}
	}
	for _, w := range []string{
		"BAX: from 2013 on left out of what was forecast before: another GDP", "CAX: left out, no forces any more", "FAX: left out, not in edition history",
		"DAX: left out at the origin 2011: share and GDP of no two years in a row among the last 9 up to 2011", "EAX: left out at the origin 2011: no GDP in 2011",
	} {
		if !strings.Contains(strings.Join(words(got.Warnings), "\n"), w) {
			t.Errorf("no warning %q in %v", w, got.Warnings)
		}
	}
}

// Estimates are outcomes, and are counted as such.
func TestEstimatesAreCounted(t *testing.T) {
	d := history(t, 3, 1995, 2020)
	b := backtest(t, d, d, []int{2018}, nil, projection.BacktestOptions{MinOutcomes: 1})
	if s := score(t, b, "hold-last", "all", 2); s.N != 3 || s.Estimated != 3 {
		t.Errorf("%d of %d outcomes of 2020 are estimates", s.Estimated, s.N)
	}
	if !strings.Contains(strings.Join(words(b.Warnings), "\n"), "no forecast is more than 2 years ahead: edition history ends in 2020") {
		t.Errorf("warnings %v", b.Warnings)
	}
}
