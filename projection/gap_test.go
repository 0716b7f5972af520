package projection_test

import (
	"errors"
	"math"
	"testing"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
	"github.com/pledgesim/pledgesim/scenario/nato"
)

// uneven is a projection of two members of whom some figures are missing and one
// GDP is an estimate: AAA stays at 1.5%, BBB at 3%.
func uneven(t *testing.T) *projection.Result {
	t.Helper()
	gdp, err := scenario.SeriesOf(
		scenario.Observation{Year: 2020, Value: 100, Status: scenario.Estimated}, scenario.Observation{Year: 2021, Value: 200})
	if err != nil {
		t.Fatal(err)
	}
	d, err := scenario.NewDataset("uneven", "million",
		scenario.Member{Code: "AAA", Share: scenario.NewSeries(2019, 0.01, 0.021, 0.015), GDP: gdp},
		scenario.Member{Code: "BBB", Share: scenario.NewSeries(2019, 0.0175, math.NaN(), 0.03), GDP: scenario.NewSeries(2019, 100, 100, 200)})
	if err != nil {
		t.Fatal(err)
	}
	return run(t, d, scenario.Scenario{Name: "hold", Growth: scenario.Constant(0.25), Response: scenario.Hold{}}, projection.Options{Base: 2021, To: 2022})
}

// checkSeries compares years, statuses and, but for rounding, values.
func checkSeries(t *testing.T, what string, s scenario.Series, want ...scenario.Observation) {
	t.Helper()
	n := 0
	for o := range s.Observations() {
		if n < len(want) && (o.Year != want[n].Year || o.Status != want[n].Status || math.Abs(o.Value-want[n].Value) > 1e-12) {
			t.Errorf("%s: %+v, want %+v", what, o, want[n])
		}
		n++
	}
	if n != len(want) {
		t.Errorf("%s: %d years, want %d: %v", what, n, len(want), s)
	}
}

func TestGapToAShare(t *testing.T) {
	r := uneven(t)
	gap, money, err := r.GapTo("AAA", 0.02)
	if err != nil {
		t.Fatal(err)
	}
	// 2% less 1%, 2.1% (none), 1.5% and 1.5%; times 100, 200 and, a quarter more, 250. The
	// GDP of 2019 is missing, that of 2020 an estimate.
	checkSeries(t, "gap of AAA", gap, scenario.Observation{Year: 2019, Value: 0.01}, scenario.Observation{Year: 2020},
		scenario.Observation{Year: 2021, Value: 0.005}, scenario.Observation{Year: 2022, Value: 0.005, Status: scenario.Projected})
	checkSeries(t, "money of AAA", money, scenario.Observation{Year: 2020, Status: scenario.Estimated},
		scenario.Observation{Year: 2021, Value: 1}, scenario.Observation{Year: 2022, Value: 1.25, Status: scenario.Projected})

	gap, money, err = r.GapTo("BBB", 0.02)
	if err != nil {
		t.Fatal(err)
	}
	checkSeries(t, "gap of BBB", gap, scenario.Observation{Year: 2019, Value: 0.0025},
		scenario.Observation{Year: 2021}, scenario.Observation{Year: 2022, Status: scenario.Projected})
	checkSeries(t, "money of BBB", money, scenario.Observation{Year: 2019, Value: 0.25},
		scenario.Observation{Year: 2021}, scenario.Observation{Year: 2022, Status: scenario.Projected})
}

// What BBB spends above the share fills nothing of AAA's gap: 1 of a GDP of 400,
// 1.25 of 500. In 2019 and 2020 one of the two lacks a figure.
func TestGroupGapToAShare(t *testing.T) {
	r := uneven(t)
	for _, members := range [][]string{nil, {"BBB", "AAA"}, {"AAA", "BBB", "AAA"}} {
		gap, money, err := r.GroupGapTo(0.02, members...)
		if err != nil {
			t.Fatal(err)
		}
		checkSeries(t, "money", money, scenario.Observation{Year: 2021, Value: 1}, scenario.Observation{Year: 2022, Value: 1.25, Status: scenario.Projected})
		checkSeries(t, "gap", gap, scenario.Observation{Year: 2021, Value: 0.0025}, scenario.Observation{Year: 2022, Value: 0.0025, Status: scenario.Projected})
	}
	_, one, err := r.GapTo("AAA", 0.02)
	if err != nil {
		t.Fatal(err)
	}
	if _, group, err := r.GroupGapTo(0.02, "AAA"); err != nil || group.String() != one.String() {
		t.Errorf("a group of one: %v, %v; alone: %v", group, err, one)
	}
}

// In projected years the gap to the share that is asked is Gap, bit for bit, and
// that of all members GroupGap.
func TestGapToIsGap(t *testing.T) {
	s := scenario.Scenario{Name: "3.5% by 2035", Pledge: scenario.Target{Share: 3.5 * scenario.Percent, By: 2035}, Growth: scenario.Constant(0.015), Response: scenario.Ramp{}}
	r := run(t, nato.Latest(), s, projection.Options{Base: 2024})
	later := func(s scenario.Series) scenario.Series {
		return s.Map(func(year int, v float64) float64 {
			if year <= 2024 {
				return math.NaN()
			}
			return v
		})
	}
	same := func(what string, to, gap scenario.Series) {
		t.Helper()
		if a, b := later(to).String(), gap.String(); a != b {
			t.Errorf("%s:\n%s, want\n%s", what, a, b)
		}
		for year, v := range to.All() {
			if v < 0 {
				t.Errorf("%s: %v in %d", what, v, year)
			}
		}
	}
	for _, code := range r.Codes() {
		gap, money, err := r.Gap(code)
		if err != nil {
			t.Fatal(err)
		}
		gapTo, moneyTo, err := r.GapTo(code, 3.5*scenario.Percent)
		if err != nil {
			t.Fatal(err)
		}
		same(code, gapTo, gap)
		same(code+" in money", moneyTo, money)
	}
	money, err := r.GroupGap()
	if err != nil {
		t.Fatal(err)
	}
	_, moneyTo, err := r.GroupGapTo(3.5 * scenario.Percent)
	if err != nil {
		t.Fatal(err)
	}
	same("all", moneyTo, money)
}

func TestGapToRefuses(t *testing.T) {
	r := uneven(t)
	_, _, unknown := r.GapTo("ZZZ", 0.02)
	_, _, unit := r.GapTo("AAA", 2)
	_, _, groupUnknown := r.GroupGapTo(0.02, "AAA", "ZZZ")
	_, _, groupUnit := r.GroupGapTo(0)
	_, _, empty := (&projection.Result{}).GapTo("AAA", 0.02)
	_, _, groupEmpty := (&projection.Result{}).GroupGapTo(0.02)
	for _, c := range []struct {
		name      string
		err, want error
	}{
		{"unknown member", unknown, scenario.ErrUnknownMember}, {"per cent", unit, scenario.ErrUnit},
		{"unknown member of a group", groupUnknown, scenario.ErrUnknownMember}, {"a share of nothing", groupUnit, scenario.ErrUnit},
		{"no run", empty, scenario.ErrInvalid}, {"no run of a group", groupEmpty, scenario.ErrInvalid},
	} {
		if !errors.Is(c.err, c.want) {
			t.Errorf("%s: %v, want %v", c.name, c.err, c.want)
		}
	}
}
