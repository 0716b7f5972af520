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
)

// What each axis makes of a scenario, in the words of the scenario.
func TestAxesSet(t *testing.T) {
	trend := scenario.UpTo{Response: scenario.Trend{Years: 1}}
	const once = "spending goes on growing, in the prices of the data set, at its mean rate of the last year"
	for _, c := range []struct {
		axis  projection.Axis
		base  scenario.Scenario
		label string
		want  string // a line of the scenario
	}{
		{projection.Targets(0.025), atThisPace(), "2.5%", "pledge:   2.5% of GDP, no deadline"},
		{projection.Targets(0.02), scenario.Scenario{}, "2%", "pledge:   2% of GDP, no deadline"},
		{projection.Targets(0.02), scenario.Scenario{Pledge: &scenario.Target{Share: 0.03, By: 2030}}, "2%", "pledge:   2% of GDP by 2030"},
		{projection.Targets(0.03), scenario.Scenario{Pledge: scenario.Steps{{Share: 0.02, By: 2030}, {Share: 0.025}}}, "3%", "pledge:   2% of GDP by 2030; then 3% of GDP, no deadline"},
		{projection.Targets(0.03), scenario.Scenario{Pledge: scenario.Except{Terms: map[string]scenario.Pledge{"AAA": nil}}}, "3%", "pledge:   3% of GDP, no deadline; AAA: exempt"},
		{projection.Deadlines(2035), atThisPace(), "2035", "pledge:   2% of GDP by 2035"},
		{projection.Deadlines(0), scenario.Scenario{Pledge: scenario.Target{Share: 0.02, By: 2030}}, "no deadline", "pledge:   2% of GDP, no deadline"},
		{projection.GrowthShifts(0.005), atThisPace(), "+0.5 pp", "growth:   GDP grows 1% a year, plus 0.5 percentage points"},
		{projection.GrowthShifts(0), atThisPace(), "0 pp", "growth:   GDP grows 1% a year"},
		{projection.Growths(-0.01), atThisPace(), "-1%", "growth:   GDP shrinks 1% a year"},
		{projection.Paces(0.001), scenario.Scenario{Response: scenario.Wavering{Keep: scenario.Shocked{Response: scenario.Ramp{}, SD: 0.01}, Chance: 0.5}}, "0.1 pp", "it rises by at most 0.1 percentage points a year; in simulations"},
		{projection.Paces(0.001), scenario.Scenario{Response: scenario.Floor{Response: scenario.Plan{Then: &scenario.Ramp{}}}}, "0.1 pp", "it rises by at most 0.1 percentage points a year; the share of GDP is never cut"},
		{projection.Paces(0.001), scenario.Scenario{Response: scenario.ByMember{Of: map[string]scenario.Response{"AAA": scenario.Ramp{}}, Else: scenario.Floor{Response: scenario.Ramp{}}}}, "0.1 pp", "0.1 percentage points a year; the share of GDP is never cut; AAA: the share reaches the target by the deadline through equal yearly steps"},
		{projection.SpendingShifts(-0.01), scenario.Scenario{}, "-1 pp", "last 8 years, less 1 percentage point, until the target is met"},
		{projection.SpendingShifts(0.01), scenario.Scenario{Response: &trend}, "+1 pp", once + ", plus 1 percentage point, until the target is met"},
		{projection.SpendingShifts(0.01), scenario.Scenario{Response: scenario.Delayed{Response: scenario.Budget{RealGrowth: 0.02}, Years: 1}}, "+1 pp", "spending grows 3% a year in the prices of the data set, after 1 year"},
		{projection.Caps(0.09), scenario.Scenario{Response: trend}, "9%", once + ", until the target is met; spending grows at most 9% a year"},
		{projection.Caps(0.09), scenario.Scenario{Response: scenario.Floor{Response: scenario.Capped{Response: scenario.Jump{}, MaxGrowth: 0.01}}}, "9%", "at once; spending grows at most 9% a year; the share of GDP is never cut"},
		{projection.Responses(projection.NamedResponse{Name: "frozen", Response: scenario.Hold{}}), atThisPace(), "frozen", "response: spending keeps its share of GDP"},
	} {
		before := c.base.String()
		s, err := c.axis.Set(c.base, c.axis.Values[0])
		if err != nil || !strings.Contains(s.String(), c.want) {
			t.Errorf("%v gives %v, want %s (%v)", c.axis, s, c.want, err)
		}
		if got := c.axis.Label(0); got != c.label {
			t.Errorf("%v is written %q, want %q", c.axis, got, c.label)
		}
		if diff := cmp.Diff(before, c.base.String()); diff != "" {
			t.Errorf("%v changes the scenario it is given: %s", c.axis, diff)
		}
	}
	for want, a := range map[string]projection.Axis{
		"target: 2%, 2.5%":            projection.Targets(0.02, 0.025),
		"target, 1% to 4% (4 values)": projection.Targets(0.01, 0.02, 0.03, 0.04),
		"yearly step: 0.1 pp":         projection.Paces(0.001),
		"deadline: no deadline, 2030": projection.Deadlines(0, 2030),
		"target":                      projection.Targets(),
		"factor: 1.5":                 {Name: "factor", Values: []float64{1.5}},
	} {
		if a.String() != want {
			t.Errorf("%q, want %q", a, want)
		}
	}
	if l := projection.Targets(0.02).Label(1); l != "" {
		t.Errorf("a value that is not there is written %q", l)
	}
}

// doubled is a wrapper of the caller's own that an axis looks into.
type doubled struct{ Response scenario.Response }

func (d *doubled) Spend(v scenario.View, a scenario.Ask) float64 { return 2 * d.Response.Spend(v, a) }

func (d *doubled) Unwrap() scenario.Response { return d.Response }

func TestAxesLookIntoWrappersOfTheCaller(t *testing.T) {
	base := scenario.Scenario{Response: &doubled{scenario.Budget{}}}
	s, err := projection.SpendingShifts(0.01).Set(base, 0.01)
	if err != nil {
		t.Fatal(err)
	}
	if d, ok := s.Response.(*doubled); !ok || d.Response != (scenario.Budget{RealGrowth: 0.01}) {
		t.Errorf("%#v", s.Response)
	}
	if base.Response.(*doubled).Response != (scenario.Budget{}) {
		t.Error("the wrapper of the base scenario was changed")
	}
}

// Everything wrong with a sweep is said before any work, and all of it at once.
func TestSweepRefuses(t *testing.T) {
	growing := scenario.Scenario{Name: "budget", Pledge: scenario.Target{Share: 0.02}, Growth: scenario.Constant(0.01), Response: scenario.Budget{}}
	own := func(change func(*projection.Axis)) projection.Axis {
		a := projection.Targets(0.02, 0.03)
		change(&a)
		return a
	}
	huge := make([]float64, 100_000)
	for i := range huge {
		huge[i] = float64(i) * 1e-6
	}
	for _, c := range []struct {
		name string
		axes []projection.Axis
		o    projection.Options
		want string
		kind error
	}{
		{"no axes", nil, projection.Options{}, "axes are empty", scenario.ErrInvalid},
		{"no values", []projection.Axis{projection.Targets()}, projection.Options{}, `axis "target": Values is empty`, scenario.ErrInvalid},
		{"no name", []projection.Axis{own(func(a *projection.Axis) { a.Name = "" })}, projection.Options{}, "axis 1: Name is empty", scenario.ErrInvalid},
		{"no Set", []projection.Axis{own(func(a *projection.Axis) { a.Set = nil })}, projection.Options{}, "Set is nil", scenario.ErrInvalid},
		{"no such part", []projection.Axis{own(func(a *projection.Axis) { a.Part = 9 })}, projection.Options{}, "Part = 9", scenario.ErrInvalid},
		{"labels", []projection.Axis{own(func(a *projection.Axis) { a.Labels = []string{"one"} })}, projection.Options{}, "Labels = 1 words for 2 values", scenario.ErrInvalid},
		{"NaN", []projection.Axis{projection.Growths(math.NaN())}, projection.Options{}, "Values = NaN is not a finite number", scenario.ErrInvalid},
		{"twice", []projection.Axis{projection.Targets(0.02), projection.Targets(0.03)}, projection.Options{}, "is the name of two axes", scenario.ErrDuplicate},
		{"value twice", []projection.Axis{projection.Targets(0.02, 0.03, 0.02)}, projection.Options{}, `axis "target" = 2% occurs twice`, scenario.ErrDuplicate},
		{"per cent", []projection.Axis{projection.Targets(0.02, 2.5)}, projection.Options{}, "Pledge.Share = 2.5 is not a fraction in (0, 0.25] (did you mean 2.5*scenario.Percent?)", scenario.ErrUnit},
		{"pace of a budget", []projection.Axis{projection.Paces(0.001)}, projection.Options{}, "Response (scenario.Budget) has no Ramp whose Pace could be set", scenario.ErrInvalid},
		{"absurd cap", []projection.Axis{projection.Caps(9)}, projection.Options{}, "MaxGrowth = 9", scenario.ErrUnit},
		{"workers", []projection.Axis{projection.Targets(0.02)}, projection.Options{Workers: -1}, "Options.Workers = -1 is negative", scenario.ErrInvalid},
		{"member", []projection.Axis{projection.Targets(0.02)}, projection.Options{Members: []string{"ZZZ"}}, "unknown member", scenario.ErrUnknownMember},
		{"too many cells", []projection.Axis{projection.GrowthShifts(huge...), projection.SpendingShifts(steady(0, 0.01, 300)...)}, projection.Options{}, "stream them with projection.SweepRows", scenario.ErrInvalid},
		{"far too many", []projection.Axis{projection.GrowthShifts(huge...), projection.SpendingShifts(huge...), projection.Targets(huge...), projection.Caps(huge...)}, projection.Options{}, "more than can be run", scenario.ErrInvalid},
		{"growth at one combination", []projection.Axis{projection.GrowthShifts(0, 0.3), projection.Growths(0.01)}, projection.Options{}, "", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			g, err := projection.Sweep(context.Background(), twoMembers(), growing, c.axes, c.o)
			switch {
			case c.kind == nil && err != nil:
				t.Fatal(err)
			case c.kind == nil:
			case g != nil || !errors.Is(err, c.kind) || !strings.Contains(err.Error(), c.want):
				t.Errorf("%v, want %v: %s", err, c.kind, c.want)
			}
		})
	}

	_, err := projection.Sweep(context.Background(), twoMembers(), growing, []projection.Axis{projection.Targets(2, 2.5), projection.SpendingShifts(0, 3)}, projection.Options{})
	for _, want := range []string{"2*scenario.Percent", "2.5*scenario.Percent", "RealGrowth = 3"} {
		if err == nil || strings.Count(err.Error(), want) != 1 {
			t.Errorf("%q is not once among the faults:\n%v", want, err)
		}
	}
	if _, err := projection.Sweep(context.Background(), nil, growing, nil, projection.Options{}); !errors.Is(err, scenario.ErrInvalid) {
		t.Error(err)
	}
	if _, err := projection.SweepCost(context.Background(), twoMembers(), growing, []projection.Axis{projection.Targets(0.02)}, projection.Baseline{Name: "none"}, projection.Options{}); !errors.Is(err, scenario.ErrInvalid) {
		t.Error(err)
	}
}

// An error at one combination names it.
func TestSweepNamesTheCellThatFails(t *testing.T) {
	base := atThisPace()
	base.Growth = scenario.Constant(-0.3)
	axes := []projection.Axis{projection.GrowthShifts(0, -0.3), projection.Targets(0.02)}
	_, err := projection.Sweep(context.Background(), twoMembers(), base, axes, projection.Options{})
	if want := `scenario "at this pace, shift of GDP growth -30 pp, target 2%", AAA, 2023: Growth = -0.6 is not a yearly rate`; err == nil || !strings.Contains(err.Error(), want) {
		t.Errorf("%v, want %s", err, want)
	}
}

func TestGridRefusesCellsThatAreNot(t *testing.T) {
	g := sweep(t, twoMembers(), atThisPace(), []projection.Axis{projection.Targets(0.02, 0.03)}, projection.Options{Members: []string{"AAA"}})
	for name, err := range map[string]error{
		"no index":    second(g.Value("AAA")),
		"two indices": second(g.Value("AAA", 0, 0)),
		"beyond":      second(g.Reach("AAA", 2)),
		"below":       second(g.Scenario(-1)),
		"member":      second(g.Value("BBB", 0)),
		"table":       second(g.Table("AAA", 1)),
		"empty":       second((&projection.Grid{}).Value("AAA", 0)),
	} {
		if err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}
