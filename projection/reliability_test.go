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

// By hand, of twoMembers from 2018: 1.5% is asked by 2020, which AAA reaches then, from
// 1.4%. BBB is there already.
func TestReliabilityByHand(t *testing.T) {
	pledge := scenario.Target{Share: 1.5 * scenario.Percent, By: 2021}
	b := backtest(t, twoMembers(), twoMembers(), []int{2018}, nil, projection.BacktestOptions{Ahead: 4, Pledge: pledge, MinOutcomes: 1})
	r, err := b.Chances("pledge met")
	if err != nil {
		t.Fatal(err)
	}
	// It promises 1.5% for 2021: chances 0, 0, 1, 1, of which came 0, 1, 1, 1.
	if got := []int{r.N, r.Bins[0].N, r.Bins[0].Reached, r.Bins[9].N, r.Bins[9].Reached}; !slices.Equal(got, []int{4, 2, 1, 2, 2}) {
		t.Errorf("counts %v", got)
	}
	// One of four is wrong. Of the bin of 0 half came true, of that of 1 all; of all three
	// quarters.
	got := []float64{r.Brier, r.Reliability, r.Resolution, r.Uncertainty, r.Within, r.Bins[0].Frequency(), r.Bins[0].Mean, r.Bins[3].Frequency(), r.Bins[3].Mean}
	want := []float64{0.25, 0.125, 0.0625, 0.1875, 0, 0.5, 0, math.NaN(), math.NaN()}
	if diff := cmp.Diff(want, got, nearly); diff != "" {
		t.Error(diff)
	}
	if s := score(t, b, "pledge met", "all", 0); s.Brier != r.Brier || s.BrierN != r.N {
		t.Errorf("the score is %v of %d, want %v of %d", s.Brier, s.BrierN, r.Brier, r.N)
	}
}

// The parts add up to the Brier score, and chances lie in their bins.
func TestReliabilityAddsUp(t *testing.T) {
	ss, o := rivals()
	d := history(t, 8, 1995, 2020)
	b := backtest(t, d, d, []int{2008, 2011, 2014, 2017}, ss, o)
	r, err := b.Chances("whole years")
	if err != nil {
		t.Fatal(err)
	}
	if sum := r.Reliability - r.Resolution + r.Uncertainty + r.Within; math.Abs(sum-r.Brier) > 1e-12 || math.Abs(r.Within) > 0.01 || r.N < 20 {
		t.Errorf("%v - %v + %v + %v is not %v (%d chances)", r.Reliability, r.Resolution, r.Uncertainty, r.Within, r.Brier, r.N)
	}
	n := 0
	for _, bin := range r.Bins {
		n += bin.N
		if bin.N > 0 && !(bin.Mean >= bin.From && bin.Mean <= bin.To) {
			t.Errorf("chances from %v to %v have a mean of %v", bin.From, bin.To, bin.Mean)
		}
	}
	if n != r.N {
		t.Errorf("%d chances in bins, %d in all", n, r.N)
	}
}

func TestReliabilityOfFewChances(t *testing.T) {
	d := history(t, 2, 1995, 2020)
	b := backtest(t, d, d, []int{2010}, nil, projection.BacktestOptions{Pledge: scenario.Target{Share: 2.5 * scenario.Percent}})
	r, err := b.Chances("trend")
	if err != nil {
		t.Fatal(err)
	}
	if !math.IsNaN(r.Brier) || !math.IsNaN(r.Uncertainty) || cmp.Diff([]string{"trend: too few chances for scores, 10 where 20 are needed"}, words(r.Warnings)) != "" {
		t.Errorf("a Brier score of %v, warnings %v", r.Brier, r.Warnings)
	}
	b = backtest(t, d, d, []int{2010}, nil, projection.BacktestOptions{})
	if _, err := b.Chances("trend"); !errors.Is(err, scenario.ErrMissing) {
		t.Errorf("without a pledge: %v", err)
	}
	if _, err := b.Chances("pledge met"); !errors.Is(err, scenario.ErrInvalid) {
		t.Errorf("of what does not compete: %v", err)
	}
}
