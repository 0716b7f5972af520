package projection_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
	"github.com/pledgesim/pledgesim/scenario/nato"
)

// budget is spending that grows 4% a year from 1.5% of GDP in 2020, with GDP growing
// 1.5%: at T per cent after ceil(ln(T/1.5) / ln(1.04/1.015)) years, at 2% in 2032.
func budget(t *testing.T) (*scenario.Dataset, scenario.Scenario) {
	t.Helper()
	return country(t, "AAA", "million", 2020, 0.015, 1000), scenario.Scenario{
		Name: "2%", Pledge: scenario.Target{Share: 0.02}, Growth: scenario.Constant(0.015), Response: scenario.Budget{RealGrowth: 0.04},
	}
}

func oneAtATime(t *testing.T, d *scenario.Dataset, s scenario.Scenario, member string, axes []projection.Axis, o projection.Options) *projection.Sensitivity {
	t.Helper()
	sensitivity, err := projection.OneAtATime(context.Background(), d, s, member, axes, o)
	if err != nil {
		t.Fatal(err)
	}
	return sensitivity
}

func TestSwings(t *testing.T) {
	d, s := budget(t)
	// GDP at 0%, 3%: after 8, 30 years (as in TestGrowthMovesTheYear).
	growth := projection.GrowthShifts(-0.015, 0.015)
	// 1.8%, 2.2%: ceil(7.5) = 8, ceil(15.7) = 16 years; 1.5% is met already.
	targets, low := projection.Targets(0.018, 0.022), projection.Targets(0.015)
	// 4.5%: ceil(ln(2/1.5) / ln(1.045/1.015)) = ceil(9.9) = 10 years; 1.5% keeps the share.
	spending, still := projection.SpendingShifts(0.005), projection.SpendingShifts(-0.025)
	// 4.04% a year is ceil(11.7) = 12 years still.
	same := projection.Caps(0.0404, 0.05)
	later := projection.Axis{Name: "first year", Values: []float64{2021, 2070}, Part: projection.PledgePart, Set: func(s scenario.Scenario, v float64) (scenario.Scenario, error) {
		s.Pledge = scenario.Target{Share: 0.022, From: int(v)}
		return s, nil
	}}
	for _, c := range []struct {
		name string
		axes []projection.Axis
		to   int
		want []string
	}{
		{"by size", []projection.Axis{targets, spending, growth}, 2060, []string{
			"shift of GDP growth: -1.5 pp 2028, +1.5 pp 2050; 22 years, 2028 to 2050",
			"target: 1.8% 2028, 2.2% 2036; 8 years, 2028 to 2036",
			"shift of spending growth: +0.5 pp 2030; 2 years, 2030 to 2032"}},
		{"beyond the horizon", []projection.Axis{targets, growth}, 2040, []string{
			"shift of GDP growth: -1.5 pp 2028, +1.5 pp not by 2040; at least 13 years, 2028 to 2041",
			"target: 1.8% 2028, 2.2% 2036; 8 years, 2028 to 2036"}},
		{"never and already", []projection.Axis{low, still}, 2060, []string{
			"shift of spending growth: -2.5 pp never; at least 29 years, 2032 to 2061",
			"target: 1.5% already; at least 12 years, 2020 to 2032"}},
		{"no year in any case", []projection.Axis{growth}, 2025, []string{
			"shift of GDP growth: -1.5 pp not by 2025, +1.5 pp not by 2025; unknown, 2026 to 2026"}},
		{"ties in the order of axes", []projection.Axis{same, spending, projection.Growths(0.01)}, 2060, []string{
			// GDP at 1%: ceil(ln(2/1.5) / ln(1.04/1.01)) = ceil(9.8) = 10 years.
			"shift of spending growth: +0.5 pp 2030; 2 years, 2030 to 2032",
			"GDP growth: 1% 2030; 2 years, 2030 to 2032",
			"cap on spending growth: 4.04% 2032, 5% 2032; 0 years, 2032 to 2032"}},
		{"nothing asked", []projection.Axis{later}, 2060, []string{"first year: 2021 2036, 2070 not asked; 4 years, 2032 to 2036"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			sensitivity := oneAtATime(t, d, s, "AAA", c.axes, projection.Options{To: c.to})
			var got []string
			for _, w := range sensitivity.Swings() {
				var years []string
				for i, r := range w.Reaches {
					years = append(years, w.Axis.Label(i)+" "+r.String())
				}
				got = append(got, fmt.Sprintf("%s: %s; %v, %d to %d", w.Axis.Name, strings.Join(years, ", "), w, w.Earliest, w.Latest))
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Error(diff)
			}
			if year, ok := sensitivity.Base.Year(); ok != (c.to > 2032) || ok && year != 2032 {
				t.Errorf("without a change: %d, %v", year, ok)
			}
		})
	}
}

// One axis by itself is a sweep of that axis alone, whatever the others are.
func TestOneAtATimeIsASweepOfEachAxis(t *testing.T) {
	s := scenario.Scenario{Name: "3.5%", Pledge: scenario.Target{Share: 0.035}, Growth: scenario.Constant(0.01), Response: scenario.Trend{Years: 8}}
	axes := []projection.Axis{
		projection.Targets(0.025, 0.03), projection.GrowthShifts(-0.01, 0, 0.01), projection.SpendingShifts(-0.03, 0.03), projection.Caps(0.02),
		projection.Responses(projection.NamedResponse{Name: "default"}, projection.NamedResponse{Name: "ramp", Response: scenario.Ramp{Pace: 0.001}}),
	}
	for _, member := range []string{"DEU", "ESP", "POL"} {
		for _, w := range oneAtATime(t, nato.Latest(), s, member, axes, projection.Options{Base: 2024}).Swings() {
			g := sweep(t, nato.Latest(), s, []projection.Axis{w.Axis}, projection.Options{Base: 2024, Members: []string{member}})
			for i, r := range w.Reaches {
				year, ok := r.Year()
				if want, wantOK, err := g.Year(member, i); err != nil || year != want || ok != wantOK {
					t.Errorf("%s, %s %s: %d, %v; in a sweep %d, %v, %v", member, w.Axis.Name, w.Axis.Label(i), year, ok, want, wantOK, err)
				}
			}
		}
	}
}

func TestOneAtATimeRefuses(t *testing.T) {
	d, s := budget(t)
	var none context.Context
	call := func(ctx context.Context, d *scenario.Dataset, s scenario.Scenario, member string, axes ...projection.Axis) error {
		got, err := projection.OneAtATime(ctx, d, s, member, axes, projection.Options{})
		if err != nil && got != nil {
			t.Errorf("a result with %v", err)
		}
		return err
	}
	stopped, stop := context.WithCancel(context.Background())
	stop()
	ctx, fine := context.Background(), projection.Targets(0.02, 0.03)
	for _, c := range []struct {
		name string
		err  error
		kind error
		want []string
	}{
		{"no context", call(none, d, s, "AAA", fine), scenario.ErrInvalid, []string{"ctx is nil"}},
		{"no data set", call(ctx, nil, s, "AAA", fine), scenario.ErrInvalid, []string{"Dataset is nil"}},
		{"no axes", call(ctx, d, s, "AAA"), scenario.ErrInvalid, []string{"axes are empty"}},
		{"member", call(ctx, d, s, "ZZZ", fine), scenario.ErrUnknownMember, []string{"ZZZ"}},
		{"base and axes", call(ctx, d, scenario.Scenario{Name: "none"}, "AAA", fine, fine, projection.Caps()), scenario.ErrInvalid,
			[]string{"Growth is nil", "is the name of two axes", "Values is empty"}},
		{"values of two axes", call(ctx, d, s, "AAA", projection.Targets(0.02, 2.5), projection.Paces(0.01), projection.GrowthShifts(0.01, 0.01)), scenario.ErrUnit,
			[]string{"2.5*scenario.Percent", "has no Ramp whose Pace could be set", "occurs twice"}},
		{"stopped", call(stopped, d, s, "AAA", fine), context.Canceled, nil},
	} {
		if !errors.Is(c.err, c.kind) {
			t.Errorf("%s: %v, want %v", c.name, c.err, c.kind)
		}
		for _, want := range c.want {
			if c.err != nil && !strings.Contains(c.err.Error(), want) {
				t.Errorf("%s: %v, want %s", c.name, c.err, want)
			}
		}
	}
	if n := len((&projection.Sensitivity{}).Swings()); n != 0 {
		t.Errorf("an empty Sensitivity has %d swings", n)
	}
}

// What a caller does to the swings changes nothing in the result.
func TestSwingsAreCopies(t *testing.T) {
	d, s := budget(t)
	sensitivity := oneAtATime(t, d, s, "AAA", []projection.Axis{projection.Targets(0.018, 0.02)}, projection.Options{})
	sensitivity.Swings()[0].Reaches[0].Spans[0].From = 1900
	if year, _ := sensitivity.Swings()[0].Reaches[0].Year(); year != 2028 {
		t.Errorf("the year is now %d", year)
	}
}
