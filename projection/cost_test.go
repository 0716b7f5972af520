package projection_test

import (
	"testing"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
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
}

// Spending less than the counterfactual is a saving: a negative cost.
func TestSaving(t *testing.T) {
	d := country(t, "AAA", "million", 2020, 0.02, 1000)
	r := run(t, d, scenario.Scenario{Name: "frozen", Growth: scenario.Constant(0.1), Response: scenario.Budget{}}, projection.Options{To: 2022})
	// A frozen share is 22 and 24.2 million where 20 are spent: -2 - 4.2.
	near(t, "saving", total(t, cost(t, r, projection.FrozenShare())), -6.2, 1e-9)
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
