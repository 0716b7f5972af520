package projection_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// exact compares years and floats bit for bit.
func paths(t *testing.T, r *projection.Result) map[string][2]string {
	t.Helper()
	all := map[string][2]string{}
	for _, code := range r.Codes() {
		share, err := r.Share(code)
		if err != nil {
			t.Fatal(err)
		}
		spending, err := r.Spending(code)
		if err != nil {
			t.Fatal(err)
		}
		all[code] = [2]string{share.String(), spending.String()} // %v prints floats so that they round-trip
	}
	return all
}

// A budget that grows 4% a year from 1.5% of GDP is at 2% after 8, 12 and 30
// years, by growth of GDP (shared design notes, item E6; also by
// ceil(ln(2/1.5) / ln(1.04/(1+g)))).
func TestGrowthMovesTheYear(t *testing.T) {
	d := country(t, "AAA", "million", 2020, 0.015, 1000)
	for _, c := range []struct {
		growth float64
		years  int
	}{{0, 8}, {0.015, 12}, {0.03, 30}} {
		r := run(t, d, scenario.Scenario{
			Name:     "2%",
			Pledge:   scenario.Target{Share: 2 * scenario.Percent},
			Growth:   scenario.Constant(c.growth),
			Response: scenario.Budget{RealGrowth: 0.04},
		}, projection.Options{To: 2060})
		reach, err := r.Reach("AAA")
		if err != nil {
			t.Fatal(err)
		}
		if year, ok := reach.Year(); !ok || year != 2020+c.years {
			t.Errorf("growth %v: reached %v, want %d", c.growth, reach, 2020+c.years)
		}
	}
}

// With constant rates the year reached is t0 + ceil(ln(T/s)/ln((1+h)/(1+g))),
// and it is never reached exactly where h <= g.
func TestClosedForm(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	const base, to = 2000, 2900
	never, late := 0, 0
	for range 2000 {
		share, target := 0.005+0.02*rng.Float64(), 0.005+0.03*rng.Float64()
		g, h := -0.02+0.06*rng.Float64(), -0.02+0.08*rng.Float64()
		if rng.IntN(10) == 0 {
			h = g
		}
		d := country(t, "AAA", "million", base, share, 1000)
		r := run(t, d, scenario.Scenario{
			Name:     "closed form",
			Pledge:   scenario.Target{Share: target},
			Growth:   scenario.Constant(g),
			Response: scenario.Budget{RealGrowth: h},
		}, projection.Options{To: to})
		reach, err := r.Reach("AAA")
		if err != nil {
			t.Fatal(err)
		}
		year, ok := reach.Year()
		switch steps := math.Log(target/share) / math.Log((1+h)/(1+g)); {
		case share >= target:
			if reach.Status != projection.MetAlready || year != base {
				t.Fatalf("share %v, target %v: %v", share, target, reach)
			}
		case h <= g:
			never++
			if ok || !reach.Never {
				t.Fatalf("share %v, target %v, g %v, h %v: reached %v, want never", share, target, g, h, reach)
			}
		case math.Abs(steps-math.Round(steps)) < 1e-6 || base+steps > to:
			late++ // too close to a whole year, or beyond the horizon
		default:
			if want := base + int(math.Ceil(steps)); !ok || year != want {
				t.Fatalf("share %v, target %v, g %v, h %v: reached %v, want %d", share, target, g, h, reach, want)
			}
		}
	}
	if never < 100 || late > 500 {
		t.Fatalf("%d never, %d left out: the inputs do not test what they should", never, late)
	}
}

// A member's published share is rounded: 1.995% is printed as 2.00% and counts.
func TestToleranceIsHalfTheLastDigit(t *testing.T) {
	for _, c := range []struct {
		share     float64
		tolerance float64
		want      projection.Status
	}{
		{0.01995, 0, projection.MetAlready},
		{0.019949, 0, projection.NotByHorizon},
		{0.019949, 0.0001, projection.MetAlready},
	} {
		d := country(t, "AAA", "million", 2020, c.share, 1000)
		d.Precision = 0.01 * scenario.Percent
		r := run(t, d, scenario.Scenario{
			Name: "hold", Pledge: scenario.Target{Share: 2 * scenario.Percent},
			Growth: scenario.Constant(0.01), Response: scenario.Hold{},
		}, projection.Options{Tolerance: c.tolerance})
		if reach, err := r.Reach("AAA"); err != nil || reach.Status != c.want {
			t.Errorf("share %v: %v, %v, want %v", c.share, reach.Status, err, c.want)
		}
	}
}

// responses are all built-in ways to react, with and without wrappers.
func responses() map[string]scenario.Response {
	return map[string]scenario.Response{
		"hold": scenario.Hold{}, "jump": scenario.Jump{}, "trend": scenario.Trend{}, "drift": scenario.Drift{},
		"linear":   scenario.Ramp{Pace: 0.001},
		"constant": scenario.Ramp{Shape: scenario.ConstantGrowth, Pace: 0.001},
		"front":    scenario.Ramp{Shape: scenario.FrontLoaded, Pace: 0.001},
		"back":     scenario.Ramp{Shape: scenario.BackLoaded, Pace: 0.001},
		"budget":   scenario.Budget{RealGrowth: 0.03},
		"plan":     scenario.Plan{Spending: map[string]scenario.Series{"AAA": scenario.NewSeries(2023, 17, 18)}, Then: scenario.Ramp{Pace: 0.001}},
		"capped":   scenario.Capped{Response: scenario.Ramp{Pace: 0.001}, MaxGrowth: 0.05},
		"floor":    scenario.Floor{Response: scenario.Trend{}},
		"up to":    scenario.UpTo{Response: scenario.Trend{}},
		"delayed":  scenario.Delayed{Response: scenario.Ramp{Pace: 0.001}, Years: 2},
		"partial":  scenario.Partial{Response: scenario.Ramp{Pace: 0.001}, Fraction: 0.5},
	}
}

func TestRampMeetsTheTargetInTheDeadlineYear(t *testing.T) {
	for shape := scenario.Linear; shape <= scenario.BackLoaded; shape++ {
		for by := 2023; by < 2053; by++ {
			r := run(t, twoMembers(), scenario.Scenario{
				Name: fmt.Sprint(shape), Pledge: scenario.Target{Share: 2.5 * scenario.Percent, By: by},
				Growth: scenario.Constant(0.0123), Response: scenario.Ramp{Shape: shape},
			}, projection.Options{To: 2060, Tolerance: 1e-9}) // a small last step would count within rounding
			for _, reach := range r.Reaches() {
				if diff := cmp.Diff([]projection.Span{{From: by, To: 2060}}, reach.Spans); diff != "" {
					t.Errorf("%v by %d, %s: %s", shape, by, reach.Member, diff)
				}
			}
		}
	}
}

func TestBaseYearDefaultsToTheLastActual(t *testing.T) {
	share, err := scenario.SeriesOf(
		scenario.Observation{Year: 2023, Value: 0.015},
		scenario.Observation{Year: 2024, Value: 0.016, Status: scenario.Estimated})
	if err != nil {
		t.Fatal(err)
	}
	d, err := scenario.NewDataset("estimates", "million", scenario.Member{Code: "AAA", Share: share, GDP: scenario.NewSeries(2023, 100, 100)})
	if err != nil {
		t.Fatal(err)
	}
	s := scenario.Scenario{Name: "hold", Growth: scenario.Constant(0), Response: scenario.Hold{}}
	for base, want := range map[int]int{0: 2023, 2024: 2024} {
		if r := run(t, d, s, projection.Options{Base: base}); r.Options.Base != want || r.Options.To != 2040 {
			t.Errorf("Base %d: runs from %d to %d, want %d to 2040", base, r.Options.Base, r.Options.To, want)
		}
	}
}
