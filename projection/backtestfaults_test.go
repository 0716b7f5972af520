package projection_test

import (
	"context"
	"errors"
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
	"github.com/pledgesim/pledgesim/scenario/nato"
)

// What is wrong at several origins is said once, without the codes of all members, and
// a deadline that has passed by whoever has it.
func TestFaultsOfSeveralOriginsAreOne(t *testing.T) {
	d := history(t, 3, 1995, 2020)
	origins := []int{2014, 2016, 2017, 2018}
	passed := scenario.Target{Share: 0.02, By: 2015}
	growing := func(s scenario.Scenario) scenario.Scenario { s.Growth = uncertain; return s }
	lucky := scenario.Scenario{Growth: scenario.Constant(0.02), Response: scenario.Shocked{Response: scenario.Hold{}, SD: 0.1}}
	own := scenario.Except{Pledge: twoPercent, Terms: map[string]scenario.Pledge{"AAX": passed, "CAX": passed}}
	candidate := func(s scenario.Scenario) projection.BacktestOptions {
		return projection.BacktestOptions{Pledge: scenario.Target{Share: 0.02}, Candidates: []projection.Candidate{{Name: "c", At: func(*scenario.Dataset, int) (scenario.Scenario, error) { return s, nil }}}}
	}
	const advice = "has passed: give earlier origins, a pledge that goes on (scenario.Steps), or one without a deadline"
	for _, c := range []struct {
		name    string
		ss      []scenario.Scenario
		options projection.BacktestOptions
		kind    error
		want    string
	}{
		{"a pledge of two scenarios", []scenario.Scenario{growing(scenario.Scenario{Name: "ramp", Pledge: passed}), growing(scenario.Scenario{Name: "jump", Pledge: passed})}, projection.BacktestOptions{}, scenario.ErrInvalid,
			`origins 2016 to 2018: scenario "ramp": Pledge.By = 2015 ` + advice + "\n" + `origins 2016 to 2018: scenario "jump": Pledge.By = 2015 ` + advice},
		{"one of the options", nil, projection.BacktestOptions{Pledge: passed}, scenario.ErrInvalid, "origins 2016 to 2018: BacktestOptions.Pledge.By = 2015 " + advice},
		{"one of some members", []scenario.Scenario{growing(scenario.Scenario{Name: "ramp", Pledge: own})}, projection.BacktestOptions{Pledge: twoPercent}, scenario.ErrInvalid, `origins 2016 to 2018: scenario "ramp": Pledge.By = 2015 ` + advice},
		{"one of a candidate", nil, candidate(growing(scenario.Scenario{Pledge: passed})), scenario.ErrInvalid, `origins 2016 to 2018: scenario "c": Pledge.By = 2015 ` + advice},
		{"luck and certain growth", nil, candidate(lucky), scenario.ErrNotRandom,
			`origins 2014, 2016 to 2018: scenario "c": Growth (scenario.Constant) has no random draws: put it into scenario.AR1{Around: ...}, with SD 0 if growth is to be certain`},
	} {
		_, err := projection.RunBacktest(context.Background(), d, d, origins, c.ss, c.options)
		if !errors.Is(err, c.kind) {
			t.Errorf("%s: %v", c.name, err)
		} else if diff := cmp.Diff(c.want, err.Error()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
	// Without luck, certain growth is fine.
	o := candidate(scenario.Scenario{Growth: scenario.Constant(0.02), Response: scenario.Hold{}})
	backtest(t, d, d, origins, nil, o)
}

// NATO's edition of August 2025 was found without GDP.
func TestAnEditionOfSharesOnlyIsNoOrigin(t *testing.T) {
	_, err := projection.RunBacktest(context.Background(), nato.Archive{}, nato.Latest(), []int{2025}, nil, projection.BacktestOptions{})
	want := "origin = 2025 is given edition nato-2025-08, which has shares only, no GDP to project from: choose another origin"
	if !errors.Is(err, scenario.ErrMissing) || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
}

// Where members lack different figures, they are named.
func TestNobodyToProjectForSeveralReasons(t *testing.T) {
	d := changedHistory(t, 3, 1995, 2020, func(code, field string, year int, v float64) float64 {
		if year == 2014 && (code == "AAX" && field == "GDP" || code == "BAX" && field == "share" || code == "CAX" && field == "GDP") {
			return math.NaN()
		}
		return v
	})
	_, err := projection.RunBacktest(context.Background(), d, d, []int{2014}, nil, projection.BacktestOptions{})
	if err == nil || !strings.Contains(err.Error(), "before: AAX CAX: left out at the origin 2014: no GDP in 2014; BAX: left out at the origin 2014: no share in 2014") {
		t.Errorf("got %v", err)
	}
}
