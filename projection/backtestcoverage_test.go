package projection_test

import (
	"errors"
	"math"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// The coverage of a backtest is what Cover counts of the same simulations.
func TestCoverageOfABacktestIsThatOfCover(t *testing.T) {
	ss, o := rivals()
	truth := changedHistory(t, 4, 1995, 2020, func(code, _ string, year int, v float64) float64 {
		if code == "BAX" && year == 2013 || code == "CAX" && year == 2014 { // which cannot be projected from 2014
			return math.NaN()
		}
		return v
	})
	b := backtest(t, truth, truth, []int{2010, 2012, 2014}, ss, o)
	got, err := b.Coverage("shocked")
	if err != nil {
		t.Fatal(err)
	}
	want := cover(t, truth, got.Ensembles...)
	if len(got.Ensembles) != 3 || got.All.Missing != 4 { // BAX of 2013 and CAX of 2014, from two origins each
		t.Errorf("%d simulations, %d missing", len(got.Ensembles), got.All.Missing)
	}
	if diff := cmp.Diff(want.Horizons, got.Horizons); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(want.All, got.All); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(slices.Collect(want.Quantiles().Rows()), slices.Collect(got.Quantiles().Rows())); diff != "" {
		t.Error(diff)
	}
	part, err := b.Where(func(f projection.Forecast) bool { return f.Origin == 2012 }).Coverage("shocked")
	if err != nil {
		t.Fatal(err)
	}
	if alone := cover(t, truth, got.Ensembles[1]); len(part.Ensembles) != 1 || cmp.Diff(alone.All, part.All) != "" {
		t.Errorf("from 2012: %v, want %v", part.All, alone.All)
	}
	if s := score(t, b, "shocked", "all", 0); s.Inside80 != got.All.Bands[1].Share() || s.N != got.All.Outcomes {
		t.Errorf("%v of %d inside 80%%, coverage has %v of %d", s.Inside80, s.N, got.All.Bands[1].Share(), got.All.Outcomes)
	}
}

// Simulations of many draws keep histograms, as those of Simulate do, but are scored
// by all draws.
func TestLargeSimulationsAreNotKept(t *testing.T) {
	d := history(t, 2, 1995, 2020)
	s := scenario.Scenario{Name: "s", Growth: uncertain, Response: scenario.Hold{}}
	b := backtest(t, d, d, []int{2010}, []scenario.Scenario{s}, projection.BacktestOptions{Draws: 5000, MinOutcomes: 1})
	c, err := b.Coverage("s")
	if err != nil {
		t.Fatal(err)
	}
	known, err := d.AsOf(2010)
	if err != nil {
		t.Fatal(err)
	}
	o := c.Ensembles[0].Options()
	if c.Ensembles[0].Exact() {
		t.Error("5,000 draws are kept")
	}
	e := simulate(t, known, s, projection.Options{Base: 2010, To: 2015, Draws: 5000, Seed: o.Seed, Keep: true})
	for _, f := range b.Where(func(f projection.Forecast) bool { return f.Scenario == "s" }).Forecasts {
		if q := at(t, f.Year)(e.Quantile(f.Member, 0.1)); f.P10 != q {
			t.Errorf("%s %d: p10 of %v, want %v", f.Member, f.Year, f.P10, q)
		}
	}
}

// Two origins may start from the same figures, which is said.
func TestOriginsWithTheSameBaseYear(t *testing.T) {
	d := history(t, 4, 1995, 2020)
	cut, err := d.AsOf(2010)
	if err != nil {
		t.Fatal(err)
	}
	s := scenario.Scenario{Name: "s", Growth: uncertain, Response: scenario.Hold{}}
	b := backtest(t, cut, d, []int{2010, 2012}, []scenario.Scenario{s}, projection.BacktestOptions{})
	if want := "the origins 2010 and 2012 start from the same base year, 2010: its outcomes count twice"; !slices.Contains(words(b.Warnings), want) {
		t.Errorf("no warning %q in %v", want, b.Warnings)
	}
	c, err := b.Coverage("s")
	if err != nil || c.All.Outcomes != 40 || len(slices.Collect(c.Rows())) == 0 {
		t.Errorf("%v, %+v", err, c)
	}
}

func TestCoverageRefuses(t *testing.T) {
	d := history(t, 4, 1995, 2020)
	ss, o := rivals()
	b := backtest(t, d, d, []int{2010}, ss, o)
	if _, err := b.Coverage("hold-last"); !errors.Is(err, scenario.ErrNotRandom) {
		t.Errorf("of points: %v", err)
	}
	if _, err := b.Coverage("nobody"); !errors.Is(err, scenario.ErrInvalid) {
		t.Errorf("of a scenario that did not compete: %v", err)
	}
	if _, err := b.Where(func(projection.Forecast) bool { return false }).Coverage("shocked"); !errors.Is(err, scenario.ErrMissing) {
		t.Errorf("of nothing: %v", err)
	}
	if _, err := new(projection.Backtest).Coverage("shocked"); !errors.Is(err, scenario.ErrInvalid) {
		t.Errorf("of an empty backtest: %v", err)
	}
}
