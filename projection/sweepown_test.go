package projection_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// isRun compares every year of a grid with Run.
func isRun(t *testing.T, g *projection.Grid) {
	t.Helper()
	for _, at := range cells(g) {
		s, err := g.Scenario(at...)
		if err != nil {
			t.Fatal(err)
		}
		for _, reach := range run(t, g.Dataset, s, projection.Options{}).Reaches() {
			year, ok, err := g.Year(reach.Member, at...)
			if wantYear, wantOK := reach.Year(); err != nil || year != wantYear || ok != wantOK {
				t.Errorf("%s of %s: %d, %v, %v, want %v", reach.Member, s.Name, year, ok, err, reach)
			}
		}
	}
}

// slump is an axis of the caller's own that changes two parts at once, the
// second by what it finds in the first.
func slump() projection.Axis {
	return projection.Axis{Name: "slump", Values: []float64{0, 0.02}, Labels: []string{"none", "deep"}, Set: func(s scenario.Scenario, v float64) (scenario.Scenario, error) {
		s.Growth = scenario.Shift{Path: s.Growth, By: -v}
		t := s.Pledge.(scenario.Target)
		t.Share -= v / 10
		s.Pledge = t
		return s, nil
	}}
}

func TestAxesOfTheCaller(t *testing.T) {
	for name, axes := range map[string][]projection.Axis{
		"first": {slump(), projection.Targets(0.016, 0.02, 0.03)},
		"last":  {projection.Targets(0.016, 0.02, 0.03), projection.SpendingShifts(0, 0.03), slump()},
	} {
		t.Run(name, func(t *testing.T) { isRun(t, sweep(t, twoMembers(), atThisPace(), axes, projection.Options{})) })
	}

	// An axis for one part changes only that, and sees the others as in the base.
	greedy := slump()
	greedy.Part = projection.GrowthPart
	g := sweep(t, twoMembers(), atThisPace(), []projection.Axis{projection.Targets(0.018, 0.02), greedy}, projection.Options{})
	isRun(t, g)
	if s, err := g.Scenario(1, 1); err != nil || s.Pledge != (scenario.Target{Share: 0.02}) {
		t.Errorf("%v, %v", s, err)
	}

	broken := slump()
	broken.Set = func(s scenario.Scenario, v float64) (scenario.Scenario, error) {
		if v > 0 {
			return s, errors.New("too deep")
		}
		return s, nil
	}
	if _, err := projection.Sweep(context.Background(), twoMembers(), atThisPace(), []projection.Axis{broken}, projection.Options{}); err == nil || err.Error() != `axis "slump" at 0.02: too deep` {
		t.Error(err)
	}
}

// A base scenario need not be whole where an axis gives what is missing.
func TestAxesCompleteTheBase(t *testing.T) {
	base := scenario.Scenario{Name: "ramp", Response: scenario.Ramp{}}
	axes := []projection.Axis{projection.Targets(0.018, 0.02), projection.Growths(0, 0.01), projection.Paces(0.001, 0.002)}
	isRun(t, sweep(t, twoMembers(), base, axes, projection.Options{}))
	g, err := projection.SweepCost(context.Background(), twoMembers(), base, axes, projection.FrozenShare(), projection.Options{})
	if err != nil || g.Unit != "million, constant prices" {
		t.Errorf("%v, %v", g, err)
	}
	if _, err := projection.Sweep(context.Background(), twoMembers(), base, []projection.Axis{projection.Targets(0.02), projection.GrowthShifts(0)}, projection.Options{}); !errors.Is(err, scenario.ErrInvalid) || !strings.Contains(err.Error(), "give the growth path that is shifted") {
		t.Error(err)
	}
}

// Values that are sound by themselves may not go together: the cell is named.
func TestPartsThatDoNotGoTogether(t *testing.T) {
	base := atThisPace()
	axes := []projection.Axis{
		projection.Responses(projection.NamedResponse{Name: "with a pace", Response: scenario.Ramp{Pace: 0.001}}, projection.NamedResponse{Name: "without", Response: scenario.Ramp{}}),
		projection.Deadlines(2030, 0),
	}
	_, err := projection.Sweep(context.Background(), twoMembers(), base, axes, projection.Options{})
	if want := "at this pace, response without, deadline no deadline: "; err == nil || !strings.Contains(err.Error(), want) || !errors.Is(err, scenario.ErrInvalid) {
		t.Errorf("%v, want %s", err, want)
	}
	last := 0
	for r, err := range projection.SweepRows(context.Background(), twoMembers(), base, axes, projection.Options{}) {
		if err != nil {
			break
		}
		last = r.At[0]
	}
	if last != 0 {
		t.Error("rows after the one that fails")
	}
}

func TestTablesOfOneAndThreeAxes(t *testing.T) {
	one := sweep(t, twoMembers(), atThisPace(), []projection.Axis{projection.Targets(0.018, 0.02)}, projection.Options{})
	three := sweep(t, twoMembers(), atThisPace(), []projection.Axis{projection.GrowthShifts(0, 0.01), projection.SpendingShifts(-0.01, 0.01), projection.Targets(0.018, 0.02)}, projection.Options{})
	lines := func(g *projection.Grid, rest ...int) []string {
		table, err := g.Table("AAA", rest...)
		if err != nil {
			t.Fatal(err)
		}
		all := []string{table.About().Title}
		for r := range table.Rows() {
			all = append(all, fmt.Sprintf("%s | %s | %.0f %s", r.Case, r.Scenario, r.Value, r.Text))
		}
		return all
	}
	want := []string{"Year Aland reaches its target, by target", "1.8% | year reached | 2027 ", "2% | year reached | 2031 "}
	if diff := cmp.Diff(want, lines(one)); diff != "" {
		t.Error(diff)
	}
	got := lines(three, 1)
	if want := "Year Aland reaches its target, by shift of GDP growth (lines) and shift of spending growth (columns); target 2%"; got[0] != want || len(got) != 5 {
		t.Errorf("%q", got)
	}
	for i, at := range [][]int{{0, 0, 1}, {0, 1, 1}, {1, 0, 1}, {1, 1, 1}} {
		if year, ok, err := three.Year("AAA", at...); err != nil || ok && !strings.Contains(got[i+1], fmt.Sprint(year)) {
			t.Errorf("%v: %d, %v in %s", at, year, err, got[i+1])
		}
	}
	cases := map[string]bool{}
	for r := range three.Rows() {
		cases[r.Case] = true
	}
	if !cases["+1 pp, -1 pp"] || len(cases) != 4 {
		t.Errorf("cases %v", cases)
	}
	for _, g := range []*projection.Grid{one, three} {
		var b bytes.Buffer
		if err := projection.WriteText(&b, g); err != nil {
			t.Error(err)
		}
	}
	empty := &projection.Grid{}
	if rows := slices.Collect(empty.Rows()); len(rows) != 0 || empty.Codes() != nil || empty.About().Title == "" {
		t.Errorf("an empty grid has rows %v", rows)
	}
}
