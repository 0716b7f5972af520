package projection_test

import (
	"context"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

func sweep(t *testing.T, d *scenario.Dataset, s scenario.Scenario, axes []projection.Axis, o projection.Options) *projection.Grid {
	t.Helper()
	g, err := projection.Sweep(context.Background(), d, s, axes, o)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// atThisPace is a scenario that axes of growth, spending and target apply to.
func atThisPace() scenario.Scenario {
	return scenario.Scenario{Name: "at this pace", Pledge: scenario.Target{Share: 2 * scenario.Percent}, Growth: scenario.Constant(0.01)}
}

// cells yields the indices of every cell of a grid.
func cells(g *projection.Grid) [][]int {
	all := [][]int{{}}
	for _, a := range g.Axes {
		var longer [][]int
		for _, at := range all {
			for i := range a.Values {
				longer = append(longer, append(slices.Clone(at), i))
			}
		}
		all = longer
	}
	return all
}

// Every cell of a sweep is what Run says of the cell's scenario, whichever way it
// was worked out: for every response, with targets in any order, twice, above all
// shares, and exactly at a share that a path has.
func TestSweepIsRun(t *testing.T) {
	rng := rand.New(rand.NewPCG(11, 12))
	checked, reached := 0, 0
	paths := scenario.Table{Rates: map[string]scenario.Series{
		"AAA": scenario.NewSeries(2023, 0.02, -0.05, 0.06, 0.01), "BBB": scenario.NewSeries(2023, -0.01, 0, 0.03, 0.03, -0.04, 0.01),
	}}
	some := func(n int, value func() float64) []float64 {
		values := make([]float64, 1+rng.IntN(n))
		for i := range values {
			values[i] = value()
		}
		return values
	}
	for name, response := range responses() {
		for range 12 {
			base := scenario.Scenario{Name: name, Pledge: scenario.Target{Share: 0.02}, Growth: scenario.GrowthPath(paths), Response: response}
			o := projection.Options{To: 2023 + rng.IntN(30), Tolerance: []float64{0, 0.001, 1e-9}[rng.IntN(3)]}
			r := run(t, twoMembers(), base, o)
			targets := some(8, func() float64 { return 0.005 + 0.025*rng.Float64() })
			for range 4 { // ties
				share, err := r.Share(r.Codes()[rng.IntN(2)])
				if err != nil {
					t.Fatal(err)
				}
				if v, ok := share.At(2020 + rng.IntN(20)); ok {
					targets = append(targets, v, v+r.Options.Tolerance, v+r.Options.Tolerance+1e-12)
				}
			}
			slices.Sort(targets)
			targets = slices.CompactFunc(targets, func(a, b float64) bool { return math.Abs(b-a) < 1e-11 }) // labels must differ
			rng.Shuffle(len(targets), func(i, j int) { targets[i], targets[j] = targets[j], targets[i] })
			axes := []projection.Axis{projection.Targets(targets...), projection.GrowthShifts(0, 0.01*rng.Float64(), -0.02)}
			switch name {
			case "trend", "up to", "floor", "budget":
				axes = append(axes, projection.SpendingShifts(0.03*rng.Float64(), -0.02))
			case "hold", "drift":
				axes = append(axes, projection.Deadlines(0, 2045+rng.IntN(20)))
			default:
				axes = append(axes, projection.Caps(0.02, 0.1*rng.Float64()))
			}
			rng.Shuffle(len(axes), func(i, j int) { axes[i], axes[j] = axes[j], axes[i] })
			switch rng.IntN(5) {
			case 0:
				base.Pledge = scenario.Except{Pledge: base.Pledge, Terms: map[string]scenario.Pledge{"BBB": scenario.Target{Share: 0.021}}}
			case 1:
				base.Pledge = scenario.Except{Pledge: base.Pledge, Terms: map[string]scenario.Pledge{"AAA": nil}}
			case 2:
				base.Pledge = scenario.Target{From: 2022 + rng.IntN(20)}
			case 3:
				base.Pledge = scenario.Steps{{Share: 0.015, By: 2026}, {Share: 0.02}}
			}
			g := sweep(t, twoMembers(), base, axes, o)
			for _, at := range cells(g) {
				s, err := g.Scenario(at...)
				if err != nil {
					t.Fatal(err)
				}
				r := run(t, twoMembers(), s, o)
				for _, reach := range r.Reaches() {
					year, ok, err := g.Year(reach.Member, at...)
					wantYear, wantOK := reach.Year()
					if err != nil || year != wantYear || ok != wantOK {
						t.Fatalf("%s of %v: year %d, %v, %v; Run says %v", reach.Member, s, year, ok, err, reach)
					}
					checked++
					if ok && year > g.Options.Base {
						reached++
					}
				}
			}
		}
	}
	if checked < 5000 || reached < 1000 {
		t.Errorf("only %d points checked, %d reached in projected years", checked, reached)
	}
}

func TestGridAnswers(t *testing.T) {
	base := atThisPace()
	base.Pledge = scenario.Except{Pledge: base.Pledge, Terms: map[string]scenario.Pledge{"BBB": nil}}
	g := sweep(t, twoMembers(), base, []projection.Axis{projection.GrowthShifts(0, 0.08), projection.Targets(0.03, 0.016, 0.02)}, projection.Options{})
	if diff := cmp.Diff([]string{"AAA", "BBB"}, g.Codes()); diff != "" {
		t.Error(diff)
	}
	// Spending has grown by (0.016/0.012)^(1/8) - 1 = 3.66% a year, GDP grows 1%:
	// ceil(ln(T/1.6) / ln(1.0366/1.01)) = 25 and 9 years after 2022, beyond 2040 and before.
	for _, c := range []struct {
		member string
		at     []int
		want   string
	}{
		{"AAA", []int{0, 0}, "not by 2040"}, {"AAA", []int{0, 1}, "already"}, {"Aland", []int{0, 2}, "2031"},
		{"AAA", []int{1, 2}, "never"}, {"BBB", []int{0, 2}, "not asked"},
	} {
		reach, err := g.Reach(c.member, c.at...)
		if err != nil || reach.String() != c.want {
			t.Errorf("%s at %v: %v, %v, want %s", c.member, c.at, reach, err, c.want)
		}
		year, ok, err := g.Year(c.member, c.at...)
		if wantYear, wantOK := reach.Year(); err != nil || year != wantYear || ok != wantOK {
			t.Errorf("%s at %v: year %d, %v, %v", c.member, c.at, year, ok, err)
		}
	}
	s, err := g.Scenario(1, 2)
	if want := "at this pace, shift of GDP growth +8 pp, target 2%"; err != nil || s.Name != want {
		t.Errorf("named %q, want %q (%v)", s.Name, want, err)
	}
	texts := map[string]bool{}
	for r := range g.Rows() {
		texts[r.Text] = true
	}
	if diff := cmp.Diff(map[string]bool{"": true, "already": true, "not by 2040": true, "not asked": true}, texts); diff != "" {
		t.Error(diff)
	}
}

// A cell of a grid of costs is what Cost says.
func TestSweepCostIsCost(t *testing.T) {
	base := atThisPace()
	base.Response = scenario.Ramp{}
	axes := []projection.Axis{projection.Deadlines(2026, 2030), projection.Growths(0, 0.02), projection.Targets(0.02, 0.025)}
	against := projection.Baseline{Name: "at once", Pledge: scenario.Target{Share: 0.018}, Response: scenario.Jump{}}
	g, err := projection.SweepCost(context.Background(), twoMembers(), base, axes, against, projection.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, at := range cells(g) {
		s, err := g.Scenario(at...)
		if err != nil {
			t.Fatal(err)
		}
		c := cost(t, run(t, twoMembers(), s, projection.Options{}), against)
		for _, code := range g.Codes() {
			want, err := c.Total(code)
			if err != nil {
				t.Fatal(err)
			}
			if got, err := g.Value(code, at...); err != nil || got != want {
				t.Errorf("%s, %s: %v, %v, want %v", code, s.Name, got, err, want)
			}
		}
	}
	if _, _, err := g.Year("AAA", 0, 0, 0); err == nil {
		t.Error("a grid of costs gives a year")
	}
}
