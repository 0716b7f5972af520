package projection_test

import (
	"errors"
	"fmt"
	"testing"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
	"github.com/pledgesim/pledgesim/scenario/nato"
)

func ramp(t *testing.T, o projection.Options) *projection.Result {
	t.Helper()
	return run(t, twoMembers(), scenario.Scenario{
		Name: "2.5% by 2030", Pledge: scenario.Target{Share: 2.5 * scenario.Percent, By: 2030},
		Growth: scenario.Constant(0.02), Response: scenario.Ramp{},
	}, o)
}

// Against itself a response costs nothing, to the last bit.
func TestCostAgainstItselfIsZero(t *testing.T) {
	for name, response := range responses() {
		s := scenario.Scenario{Name: name, Pledge: scenario.Target{Share: 0.025, By: 2030}, Growth: scenario.Constant(0.02), Response: response}
		c := cost(t, run(t, twoMembers(), s, projection.Options{}), projection.Baseline{Name: "itself", Pledge: s.Pledge, Response: response})
		if v := total(t, c); v != 0 {
			t.Errorf("%s costs %v against itself", name, v)
		}
	}
}

func TestCumulativeIsTheSumOfYears(t *testing.T) {
	c := cost(t, ramp(t, projection.Options{}), projection.FrozenMoney())
	all := 0.0
	for _, code := range c.Result.Codes() {
		yearly, err := c.Yearly(code)
		sum := sumOver(t, yearly, err)
		near(t, code, at(t, 2040)(c.Cumulative(code)), sum, 1e-9)
		one, err := c.Total(code)
		if err != nil {
			t.Fatal(err)
		}
		near(t, code+" total", one, sum, 1e-9)
		all += sum
	}
	near(t, "all members", total(t, c), all, 1e-9)
	near(t, "all members at the horizon", at(t, 2040)(c.Cumulative()), all, 1e-9)
}

// Several members together cost, in each year, what each of them costs.
func TestCostsOfSeveralMembersAddUp(t *testing.T) {
	d, err := scenario.NewDataset("three", "million",
		scenario.Member{Code: "AAA", Share: scenario.NewSeries(2020, 0.01), GDP: scenario.NewSeries(2020, 1000)},
		scenario.Member{Code: "BBB", Share: scenario.NewSeries(2020, 0.02), GDP: scenario.NewSeries(2020, 2000)},
		scenario.Member{Code: "CCC", Share: scenario.NewSeries(2020, 0.03), GDP: scenario.NewSeries(2020, 4000)},
		scenario.Member{Code: "ISL", Exempt: "no armed forces"})
	if err != nil {
		t.Fatal(err)
	}
	r := run(t, d, scenario.Scenario{Name: "10% more a year", Growth: scenario.Constant(0), Response: scenario.Budget{RealGrowth: 0.1}}, projection.Options{To: 2022})
	c := cost(t, r, projection.FrozenMoney())
	// Spending of 10, 40 and 120 grows by 10% and 21%.
	for _, g := range []struct {
		members  []string
		spending float64
	}{
		{nil, 170}, {[]string{"AAA"}, 10}, {[]string{"CCC", "AAA"}, 130}, {[]string{"AAA", "CCC", "AAA", "ISL"}, 130},
	} {
		name := fmt.Sprint(g.members)
		near(t, name+" in 2021", at(t, 2021)(c.Yearly(g.members...)), 0.1*g.spending, 1e-9)
		near(t, name+" in 2022", at(t, 2022)(c.Yearly(g.members...)), 0.21*g.spending, 1e-9)
		near(t, name+" to 2022", at(t, 2022)(c.Cumulative(g.members...)), 0.31*g.spending, 1e-9)
		sum, err := c.Total(g.members...)
		if err != nil {
			t.Fatal(err)
		}
		near(t, name+" in total", sum, 0.31*g.spending, 1e-9)
		// GDP stands still, so that the steps of the share add up to the last year's cost.
		increments, err := c.Increments(g.members...)
		near(t, name+" in steps", sumOver(t, increments, err), 0.21*g.spending, 1e-9)
	}
	for name, of := range map[string]func(...string) (scenario.Series, error){"yearly": c.Yearly, "cumulative": c.Cumulative, "increments": c.Increments} {
		if s, err := of("AAA", "ZZZ"); !errors.Is(err, scenario.ErrUnknownMember) || !s.Empty() {
			t.Errorf("%s of an unknown member: %v, %v", name, s, err)
		}
	}
}

// Spending less than the counterfactual is a saving: a negative cost.
func TestSaving(t *testing.T) {
	d := country(t, "AAA", "million", 2020, 0.02, 1000)
	r := run(t, d, scenario.Scenario{Name: "frozen", Growth: scenario.Constant(0.1), Response: scenario.Budget{}}, projection.Options{To: 2022})
	// A frozen share is 22 and 24.2 million where 20 are spent: -2 - 4.2.
	near(t, "saving", total(t, cost(t, r, projection.FrozenShare())), -6.2, 1e-9)
}

// The table of totals holds, for each member and for all, the cost of the last
// year and the sum of all years.
func TestTotals(t *testing.T) {
	c := cost(t, ramp(t, projection.Options{To: 2031}), projection.FrozenMoney())
	got := map[string]float64{}
	last := ""
	for r := range c.Totals().Rows() {
		got[r.Member+" "+r.Variable] = r.Value
		last = r.Member
	}
	for _, code := range []string{"AAA", "BBB"} {
		yearly, err := c.Yearly(code)
		near(t, code, got[code+" cost 2023-2031 against spending frozen"], sumOver(t, yearly, err), 1e-9)
		near(t, code, got[code+" cost in 2031 against spending frozen"], at(t, 2031)(yearly, err), 1e-12)
	}
	for _, column := range []string{" cost 2023-2031 against spending frozen", " cost in 2031 against spending frozen"} {
		near(t, "all", got["ALL"+column], got["AAA"+column]+got["BBB"+column], 1e-9)
	}
	if len(got) != 6 || last != projection.AllMembers {
		t.Errorf("%d numbers, the last of %q", len(got), last)
	}
	twice, err := c.Total("AAA", "Aland")
	if once := total(t, c); err != nil || twice != got["AAA cost 2023-2031 against spending frozen"] || once <= twice {
		t.Errorf("a member named twice costs %v (%v), all cost %v", twice, err, once)
	}
}

// The step alone is paid once, the cost every year: G4 of the studies.
func TestStepsTable(t *testing.T) {
	c := cost(t, ramp(t, projection.Options{}), projection.FrozenShare())
	increments, err := c.Increments("AAA")
	want := sumOver(t, increments, err)
	for r := range c.Steps().Rows() {
		if r.Member == "AAA" && r.Year == 2040 && r.Variable == "sum of the steps" {
			near(t, "sum of the steps", r.Value, want, 1e-9)
			return
		}
	}
	t.Error("no sum of the steps in 2040")
}

// The gap of a year is measured against what is asked in that year.
func TestGapOfAPledgeInSteps(t *testing.T) {
	r := planned(t, scenario.Steps{{Share: 0.02, By: 2021}, {Share: 0.03, By: 2022}}, 0.01, 0.015, 0.02)
	share, money, err := r.Gap("AAA")
	near(t, "gap to 2% in 2021", at(t, 2021)(share, err), 0.005, 1e-12)
	near(t, "gap to 3% in 2022", at(t, 2022)(money, err), 1, 1e-9) // of a GDP of 100
}

// mixed is a data set in which one member's share of 2021 is an estimate and
// another's share of 2020 is missing.
func mixed(t *testing.T) *scenario.Dataset {
	t.Helper()
	estimate, err := scenario.SeriesOf(
		scenario.Observation{Year: 2020, Value: 0.01}, scenario.Observation{Year: 2021, Value: 0.02, Status: scenario.Estimated})
	if err != nil {
		t.Fatal(err)
	}
	d, err := scenario.NewDataset("mixed", "million",
		scenario.Member{Code: "AAA", Share: estimate, GDP: scenario.NewSeries(2020, 100, 100)},
		scenario.Member{Code: "BBB", Share: scenario.NewSeries(2021, 0.02), GDP: scenario.NewSeries(2020, 100, 100)})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// A year in which a member has no figure is a gap of the group; one in which a
// figure is an estimate is an estimate of the group.
func TestGroupsAreAsGoodAsTheirWeakestFigure(t *testing.T) {
	r := run(t, mixed(t), scenario.Scenario{Name: "hold", Pledge: scenario.Target{Share: 0.02}, Growth: scenario.Constant(0), Response: scenario.Hold{}},
		projection.Options{Base: 2021, To: 2022})
	const want = "2021: 0.02 (estimated), 2022: 0.02 (projected)"
	if s, err := r.Group(); err != nil || s.String() != want {
		t.Errorf("group: %v, %v", s, err)
	}
	if s, err := r.GroupMean(); err != nil || s.String() != want {
		t.Errorf("mean: %v, %v", s, err)
	}
	if got, want := r.Count().String(), "2020: 0, 2021: 2 (estimated), 2022: 2 (projected)"; got != want {
		t.Errorf("count: %s, want %s", got, want)
	}
}

// Lists of members that include one without forces can be used as they are.
func TestGroupsSkipMembersWithoutForces(t *testing.T) {
	r, err := projection.Run(nato.Latest(), scenario.Scenario{Name: "hold", Growth: scenario.Constant(0), Response: scenario.Hold{}},
		projection.Options{Members: nato.EuropeAndCanada()})
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Codes()) != 30 || r.Warnings[1].Error() != "ISL left out: no armed forces" { // 32 less the United States and Iceland
		t.Errorf("%d members, warnings %v", len(r.Codes()), r.Warnings)
	}
	share, err := r.Group(nato.EuropeAndCanada()...)
	// NATO's own row "NATO Europe and Canada" of 2024 in the edition 2026-07 is
	// 1.96; it counts Iceland's GDP, 0.1% of the whole, which the edition lacks.
	near(t, "Europe and Canada in 2024", 100*at(t, 2024)(share, err), 1.96, 0.01)
	if _, err := r.Group("ISL"); !errors.Is(err, scenario.ErrMissing) {
		t.Errorf("a group of Iceland alone: %v", err)
	}
}

// What one member spends above its target does not fill another's gap.
func TestGroupGapAddsFloors(t *testing.T) {
	r := run(t, twoMembers(), scenario.Scenario{
		Name: "2%", Pledge: scenario.Target{Share: 0.02}, Growth: scenario.Constant(0), Response: scenario.Hold{},
	}, projection.Options{To: 2023})
	// AAA: (2% - 1.6%) of 1,000 million; BBB is above the target by 0.2% of 580.
	near(t, "gap of both", at(t, 2023)(r.GroupGap()), 4, 1e-9)
	near(t, "gap of BBB", at(t, 2023)(r.GroupGap("BBB")), 0, 0)
}

func TestGroupIsWeightedAndTheMeanIsNot(t *testing.T) {
	r := ramp(t, projection.Options{})
	// In 2022: (16 + 0.022*580) million over 1,580; and (1.6% + 2.2%)/2.
	near(t, "weighted", at(t, 2022)(r.Group()), (16+0.022*580)/1580, 1e-15)
	near(t, "unweighted", at(t, 2022)(r.GroupMean()), 0.019, 1e-15)
	near(t, "one alone", at(t, 2022)(r.Group("BBB")), 0.022, 1e-15)
	// At the deadline all are at the target, whatever the weights.
	near(t, "weighted in 2030", at(t, 2030)(r.Group()), 0.025, 1e-12)
	near(t, "unweighted in 2030", at(t, 2030)(r.GroupMean("AAA", "BBB")), 0.025, 1e-12)

	a, err := r.Group("AAA", "BBB")
	if err != nil {
		t.Fatal(err)
	}
	b, err := r.Group("BBB", "AAA", "BBB")
	if err != nil || a.String() != b.String() {
		t.Errorf("order or repetition changes a group: %v", err)
	}
}

// A total that there is not is 0, and says why.
func TestTotalOfNothing(t *testing.T) {
	c := cost(t, planned(t, nil, 0.01, 0.02), projection.FrozenShare())
	for _, c := range []*projection.Costs{c, {}} {
		if v, err := c.Total("ZZZ"); err == nil || v != 0 {
			t.Errorf("%v, %v", v, err)
		}
	}
}
