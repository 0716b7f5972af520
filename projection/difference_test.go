package projection_test

import (
	"context"
	"errors"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
	"github.com/pledgesim/pledgesim/scenario/nato"
)

func difference(t *testing.T, a, b scenario.Scenario, o projection.Options) *projection.Difference {
	t.Helper()
	x, err := projection.SimulateDifference(context.Background(), nato.Latest(), a, b, o)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// Everything in a difference is read off the single draws of the two simulations.
func TestDifferenceIsTakenDrawByDraw(t *testing.T) {
	const draws = 60
	a := uncertainHague()
	b := a
	b.Name, b.Pledge = "2.5% by 2032", scenario.Target{Share: 2.5 * scenario.Percent, By: 2032}
	o := projection.Options{Base: 2026, To: 2036, Draws: draws, Seed: 4, Members: []string{"DEU", "ITA", "POL"}}
	x := difference(t, a, b, o)
	x3 := o
	x3.Workers = 8
	again := difference(t, a, b, x3)
	first, second := simulate(t, nato.Latest(), a, o), simulate(t, nato.Latest(), b, o)
	for _, code := range first.Codes() {
		var diffs, later []float64
		var counts [6]float64
		for draw := range draws {
			p, _ := first.Draw(code, draw)
			q, _ := second.Draw(code, draw)
			s, _ := p.At(2036)
			u, _ := q.At(2036)
			diffs = append(diffs, u-s)
			year := func(e *projection.Ensemble, s scenario.Series, target float64) (int, bool) {
				for y := 2026; y <= 2036; y++ {
					if v, _ := s.At(y); e.Options().Reached(v, target) {
						return y, true
					}
				}
				return 0, false
			}
			ya, okA := year(first, p, 0.035)
			yb, okB := year(second, q, 0.025)
			switch {
			case okA && okB:
				later = append(later, float64(yb-ya))
				counts[1+min(max(yb-ya, -1), 1)]++
			case okB:
				counts[3]++
			case okA:
				counts[4]++
			default:
				counts[5]++
			}
		}
		got, err := x.Years(code)
		if err != nil {
			t.Fatal(err)
		}
		for i := range counts {
			counts[i] /= draws
		}
		if diff := cmp.Diff(counts, [6]float64{got.Earlier.Value, got.Same.Value, got.Later.Value, got.OnlyOther.Value, got.OnlyBase.Value, got.Neither.Value}); diff != "" {
			t.Errorf("%s: earlier, same, later, only other, only base, neither: %s", code, diff)
		}
		slices.Sort(diffs)
		slices.Sort(later)
		for _, q := range []float64{0.05, 0.5, 0.9} {
			series, err := x.ShareQuantile(code, q)
			if err != nil {
				t.Fatal(err)
			}
			want := diffs[int(math.Ceil(q*draws))-1]
			if got, _ := series.At(2036); !(math.Abs(got-want) <= projection.DifferenceError*math.Abs(want)) {
				t.Errorf("%s: difference of shares, quantile %v: %v, want %v", code, q, got, want)
			}
			years, ok, err := x.YearsQuantile(code, q)
			if err != nil || ok != (len(later) > 0) || ok && years != int(later[int(math.Ceil(q*float64(len(later))))-1]) {
				t.Errorf("%s: years later, quantile %v: %d %v %v, of %v", code, q, years, ok, err, later)
			}
		}
		for _, member := range []string{code, projection.AllMembers} {
			m, se, err := x.MeanCost(member, 2036)
			m8, se8, _ := again.MeanCost(member, 2036)
			if err != nil || m != m8 || se != se8 {
				t.Errorf("%s: mean cost %v ±%v with one worker, %v ±%v with 8 (%v)", member, m, se, m8, se8, err)
			}
		}
	}
}

// Without luck the cost is that of Cost, and its quantiles are all the same.
func TestSimulatedCostWithoutLuckIsCost(t *testing.T) {
	s := uncertainHague()
	s.Growth, s.Response = scenario.AR1{Around: scenario.Constant(1.5 * scenario.Percent)}, scenario.Ramp{}
	o := projection.Options{Base: 2026, Draws: 100}
	x, err := projection.SimulateCost(context.Background(), nato.Latest(), s, projection.FrozenShare(), o)
	if err != nil {
		t.Fatal(err)
	}
	c := cost(t, run(t, nato.Latest(), s, o), projection.FrozenShare())
	for _, code := range append(c.Result.Codes(), projection.AllMembers) {
		var members []string
		if code != projection.AllMembers {
			members = []string{code}
		}
		want, err := c.Total(members...)
		if err != nil {
			t.Fatal(err)
		}
		mean, stderr, err := x.MeanCost(code, 2040)
		if err != nil || math.Abs(mean-want) > 1e-9*math.Abs(want)+1e-6 || stderr > 1e-6*math.Abs(want)+1e-6 {
			t.Errorf("%s: mean cost %v ±%v (%v), Cost has %v", code, mean, stderr, err, want)
		}
		for _, q := range []float64{0.05, 0.95} {
			series, err := x.CostQuantile(code, q)
			if err != nil {
				t.Fatal(err)
			}
			if got, _ := series.At(2040); math.Abs(got-want) > projection.DifferenceError*math.Abs(want)+1e-6 {
				t.Errorf("%s: cost quantile %v is %v, Cost has %v", code, q, got, want)
			}
		}
	}
}

func TestDifferenceRefuses(t *testing.T) {
	s := uncertainHague()
	other := s
	other.Name = "other"
	ctx, d := context.Background(), nato.Latest()
	x := difference(t, s, other, projection.Options{Base: 2026, Draws: 10, Members: []string{"DEU"}})
	for name, c := range map[string]struct {
		ask  func() error
		is   error
		want string
	}{
		"same name": {func() error { _, err := projection.SimulateDifference(ctx, d, s, s, projection.Options{}); return err }, scenario.ErrDuplicate, "give each its own"},
		"control": {func() error {
			_, err := projection.SimulateDifference(ctx, d, s, other, projection.Options{Control: 2035})
			return err
		}, scenario.ErrInvalid, "does not use"},
		"no baseline": {func() error {
			_, err := projection.SimulateCost(ctx, d, s, projection.Baseline{}, projection.Options{})
			return err
		}, scenario.ErrInvalid, "projection.FrozenShare()"},
		"member": {func() error { _, err := x.Years("FRA"); return err }, scenario.ErrUnknownMember, "not part of the run"},
		"part":   {func() error { _, err := x.CostQuantile("DEU", 5); return err }, scenario.ErrInvalid, "p = 5"},
		"year":   {func() error { _, _, err := x.MeanCost("DEU", 2026); return err }, scenario.ErrInvalid, "year = 2026 is not a projected year, 2027 to 2040"},
		"empty":  {func() error { _, err := new(projection.Difference).Years("DEU"); return err }, scenario.ErrInvalid, "make it with SimulateDifference"},
	} {
		if err := c.ask(); !errors.Is(err, c.is) || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %v that says %q", name, err, c.is, c.want)
		}
	}
}
