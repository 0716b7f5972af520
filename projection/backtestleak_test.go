package projection_test

import (
	"context"
	"errors"
	"fmt"
	"math"
	"slices"
	"sync/atomic"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// rivals are scenarios with all that could look ahead: growth and response fitted to
// the past, a pledge made later, a candidate estimated from what is known.
func rivals() ([]scenario.Scenario, projection.BacktestOptions) {
	ss := []scenario.Scenario{
		{Name: "shocked", Pledge: scenario.Steps{twoPercent, {Share: 3 * scenario.Percent, From: 2016, By: 2025}}, Growth: scenario.AR1{Around: scenario.Historic{}, SD: 0.02, Rho: 0.3, Common: 0.5}, Response: scenario.Shocked{Response: scenario.Trend{}, SD: 0.05}},
		{Name: "whole years", Pledge: twoPercent, Growth: scenario.Bootstrap{Around: scenario.Historic{}, Years: 8, Block: 2}, Response: scenario.Wavering{Keep: scenario.Ramp{}, Else: scenario.Drift{}, Chance: 0.5}},
	}
	return ss, projection.BacktestOptions{Draws: 40, Candidates: []projection.Candidate{{Name: "fitted", At: func(known *scenario.Dataset, origin int) (scenario.Scenario, error) {
		growth, _, err := scenario.FitAR1(scenario.Historic{}, known.Growths(), origin)
		return scenario.Scenario{Growth: growth, Response: scenario.Drift{}}, err
	}}}}
}

// withoutOutcome leaves of forecasts what was said, without what happened.
func withoutOutcome(fs []projection.Forecast) []projection.Forecast {
	said := slices.Clone(fs)
	for i := range said {
		said[i].Outcome, said[i].CRPS, said[i].Reached, said[i].Missing = scenario.Observation{}, 0, false, ""
	}
	return said
}

// exact compares bit for bit, NaN with NaN.
var exact = cmpopts.EquateNaNs()

// No figure dated after the origin changes a bit of any forecast, be it a share, GDP
// or spending, changed or taken out; the scores do change.
func TestNoForecastSeesItsFuture(t *testing.T) {
	ss, o := rivals()
	const origin = 2014
	truth := history(t, 4, 1995, 2020)
	want := backtest(t, truth, truth, []int{origin}, ss, o)
	for _, field := range []string{"share", "GDP", "spending", "all"} {
		for name, to := range map[string]func(v float64) float64{"doubled": func(v float64) float64 { return 2 * v }, "taken out": func(float64) float64 { return math.NaN() }} {
			changed := changedHistory(t, 4, 1995, 2020, func(_, of string, year int, v float64) float64 {
				if year > origin && (of == field || field == "all") {
					return to(v)
				}
				return v
			})
			got := backtest(t, changed, truth, []int{origin}, ss, o)
			if diff := cmp.Diff(want.Forecasts, got.Forecasts, exact); diff != "" {
				t.Errorf("%s %s after the origin changes a forecast:\n%s", field, name, diff)
			}
			if field != "share" || name != "doubled" {
				continue
			}
			got = backtest(t, changed, changed, []int{origin}, ss, o)
			if diff := cmp.Diff(withoutOutcome(want.Forecasts), withoutOutcome(got.Forecasts), exact); diff != "" {
				t.Errorf("another truth changes a forecast:\n%s", diff)
			}
			for i, f := range got.Forecasts {
				if f.Outcome.Value != 2*want.Forecasts[i].Outcome.Value || f.CRPS == want.Forecasts[i].CRPS {
					t.Fatalf("%s %s %d: another truth does not change the outcome %v or the score %v", f.Scenario, f.Member, f.Year, f.Outcome.Value, f.CRPS)
				}
			}
		}
	}
	// A figure of the origin itself does.
	changed := changedHistory(t, 4, 1995, 2020, func(_, of string, year int, v float64) float64 {
		if year == origin && of == "share" {
			return v + 0.0001
		}
		return v
	})
	if cmp.Equal(want.Forecasts, backtest(t, changed, truth, []int{origin}, ss, o).Forecasts, exact) {
		t.Error("a share of the origin changes no forecast")
	}
}

// editions are true vintages: those of each year, revised in the next.
type editions map[int]*scenario.Dataset

func (e editions) AsOf(year int) (*scenario.Dataset, error) {
	if d, ok := e[year]; ok {
		return d, nil
	}
	return nil, fmt.Errorf("no edition of %d: %w", year, scenario.ErrMissing)
}

// Of true vintages, each origin sees its own edition and no other.
func TestEachOriginSeesItsOwnEdition(t *testing.T) {
	ss, o := rivals()
	truth := history(t, 4, 1995, 2020)
	v := editions{}
	for _, year := range []int{2010, 2012} {
		d, err := changedHistory(t, 4, 1995, 2020, func(_, field string, at int, x float64) float64 {
			if field == "share" {
				return x + 1e-4*float64(year-2000)
			}
			return x
		}).AsOf(year)
		if err != nil {
			t.Fatal(err)
		}
		d.Edition = fmt.Sprint("of ", year)
		v[year] = d
	}
	both := backtest(t, v, truth, []int{2010, 2012}, ss, o)
	for _, f := range both.Forecasts {
		last, _ := history(t, 4, 1995, 2020).Member(f.Member)
		share, _ := last.Share.At(f.Base)
		if hold := share + 1e-4*float64(f.Origin-2000); f.Scenario == "hold-last" && math.Abs(f.P50-hold) > 1e-12 || f.Edition != fmt.Sprint("of ", f.Origin) {
			t.Errorf("from %d, edition %s: %s holds %v, want %v", f.Origin, f.Edition, f.Member, f.P50, hold)
		}
	}
	delete(v, 2012)
	if diff := cmp.Diff(both.Where(func(f projection.Forecast) bool { return f.Origin == 2010 }).Forecasts, backtest(t, v, truth, []int{2010}, ss, o).Forecasts, exact); diff != "" {
		t.Errorf("an edition of 2012 changes what is forecast from 2010: %s", diff)
	}
	if _, err := projection.RunBacktest(context.Background(), v, truth, []int{2010, 2012}, ss, o); !errors.Is(err, scenario.ErrMissing) {
		t.Errorf("an origin without an edition: %v", err)
	}
}

// Neither workers, nor the order of origins, nor other members change a bit.
func TestBacktestIsReproducible(t *testing.T) {
	ss, o := rivals()
	d := history(t, 5, 1995, 2020)
	o.Workers = 1
	want := backtest(t, d, d, []int{2008, 2011, 2014}, ss, o)
	for _, workers := range []int{0, 2, 7} {
		o.Workers = workers
		got := backtest(t, d, d, []int{2014, 2008, 2011}, ss, o)
		if diff := cmp.Diff(want.Forecasts, got.Forecasts, exact); diff != "" {
			t.Errorf("%d workers: %s", workers, diff)
		}
		if diff := cmp.Diff(want.Scores(), got.Scores(), exact); diff != "" {
			t.Errorf("%d workers: %s", workers, diff)
		}
		if diff := cmp.Diff(words(want.Warnings), words(got.Warnings)); diff != "" {
			t.Errorf("%d workers: %s", workers, diff)
		}
	}
	o.Candidates = nil // which is estimated from all members
	o.Members = []string{"DAX", "Land BAX"}
	got := backtest(t, d, d, []int{2008, 2011, 2014}, ss, o)
	part := want.Where(func(f projection.Forecast) bool {
		return f.Scenario != "fitted" && (f.Member == "BAX" || f.Member == "DAX")
	})
	if diff := cmp.Diff(part.Forecasts, got.Forecasts, exact); diff != "" {
		t.Errorf("of two members: %s", diff)
	}
}

func TestBacktestStopsWithItsContext(t *testing.T) {
	ss, o := rivals()
	d := history(t, 3, 1995, 2020)
	ctx, cancel := context.WithCancelCause(context.Background())
	enough := errors.New("enough")
	o.Progress = func(done, total int) {
		if done == 2 {
			cancel(enough)
		}
	}
	if b, err := projection.RunBacktest(ctx, d, d, []int{2008, 2011, 2014}, ss, o); b != nil || !errors.Is(err, context.Canceled) || !errors.Is(err, enough) {
		t.Errorf("a stopped backtest gives %v, %v", b, err)
	}
	if _, err := projection.RunBacktest(ctx, d, d, []int{2008}, ss, o); !errors.Is(err, context.Canceled) {
		t.Errorf("one that is stopped before it begins gives %v", err)
	}
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	o.Progress = func(done, total int) {
		if done == total {
			stop()
		}
	}
	if b, err := projection.RunBacktest(ctx, d, d, []int{2008}, ss, o); b != nil || !errors.Is(err, context.Canceled) {
		t.Errorf("one that is stopped before it is scored gives %v, %v", b, err)
	}
}

func TestBacktestTellsItsProgress(t *testing.T) {
	ss, o := rivals()
	d := history(t, 3, 1995, 2020)
	var at atomic.Bool
	var seen []int
	o.Workers = 4
	o.Progress = func(done, total int) {
		if !at.CompareAndSwap(false, true) || total != 3*7 {
			t.Errorf("told of %d of %d while being told", done, total)
		}
		seen = append(seen, done)
		at.Store(false)
	}
	backtest(t, d, d, []int{2008, 2011, 2014}, ss, o)
	if len(seen) != 21 || !slices.IsSorted(seen) || seen[20] != 21 { // three origins of four competitors, two scenarios and a candidate
		t.Errorf("progress %v", seen)
	}
}
