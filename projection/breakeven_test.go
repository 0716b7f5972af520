package projection_test

import (
	"errors"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// With constant rates a share s0 is at T after n years where
// T/s0 = ((1+h)/(1+g))^n, so that g = (1+h) (s0/T)^(1/n) - 1 and
// h = (1+g) (T/s0)^(1/n) - 1 break even.
func TestBreakEvenClosedForms(t *testing.T) {
	rng := rand.New(rand.NewPCG(21, 22))
	for range 200 {
		s0, target := 0.01+0.01*rng.Float64(), 0.021+0.01*rng.Float64()
		g, h := -0.01+0.04*rng.Float64(), 0.08*rng.Float64()
		n := 8 + rng.IntN(20)
		d := country(t, "AAA", "million", 2020, s0, 1000)
		s := scenario.Scenario{
			Name: "constant rates", Pledge: scenario.Target{Share: target, By: 2020 + n},
			Growth: scenario.Constant(g), Response: scenario.Budget{RealGrowth: h},
		}
		if rng.IntN(2) == 0 {
			s.Response = scenario.UpTo{Response: s.Response}
		}
		o := projection.Options{Tolerance: 1e-15}
		if rng.IntN(2) == 0 {
			s.Pledge, o.To = scenario.Target{Share: target}, 2020+n // by the horizon
		}
		growth, err := projection.BreakEvenGrowth(d, s, "AAA", o)
		if err != nil {
			t.Fatal(err)
		}
		near(t, "growth", g+growth.Value, (1+h)*math.Pow(s0/target, 1/float64(n))-1, 2e-8)
		pace, err := projection.BreakEvenPace(d, s, "AAA", o)
		if err != nil {
			t.Fatal(err)
		}
		near(t, "pace", h+pace.Value, (1+g)*math.Pow(target/s0, 1/float64(n))-1, 2e-8)

		// The target is met at the value itself, and not a little beyond.
		for by, want := range map[float64]bool{growth.Value: true, growth.Value + 3e-8: false} {
			shifted := s
			shifted.Growth = scenario.Shift{Path: s.Growth, By: by}
			o := projection.Options{To: 2020 + n, Tolerance: 1e-15}
			reach := run(t, d, shifted, o).Reaches()[0]
			if reach.At(2020+n) != want {
				t.Errorf("at a shift of %v: %v", by, reach)
			}
		}
	}
}

// A ramp without a deadline needs a step of (T - s0)/n to be there in n years.
func TestBreakEvenPaceOfARamp(t *testing.T) {
	d := country(t, "AAA", "million", 2020, 0.015, 1000)
	s := scenario.Scenario{Name: "ramp", Pledge: scenario.Target{Share: 0.02}, Growth: scenario.Constant(0.02), Response: scenario.Floor{Response: scenario.Ramp{}}}
	b, err := projection.BreakEvenPace(d, s, "AAA", projection.Options{To: 2030})
	if err != nil {
		t.Fatal(err)
	}
	near(t, "step", b.Value, 0.0005, 2e-8)
	if b.String() != "+0.05" || b.By != 2030 || b.Variable != "yearly step" {
		t.Errorf("%v: %+v", b, b)
	}
}

// Growth of spending is capped at 10%, GDP stands still: 1% becomes 2% of GDP in
// ln(2)/ln(1.1) = 7.3, that is 8 years.
func TestLatestStart(t *testing.T) {
	d := country(t, "AAA", "million", 2020, 0.01, 1000)
	s := scenario.Scenario{Name: "capped", Pledge: scenario.Target{Share: 0.02, By: 2035}, Growth: scenario.Constant(0), Response: scenario.Capped{Response: scenario.Jump{}, MaxGrowth: 0.1}}
	for _, c := range []struct {
		change func(*scenario.Scenario)
		want   string
	}{
		{func(*scenario.Scenario) {}, "2028"}, // acts in 2028 ... 2035
		{func(s *scenario.Scenario) { s.Response = scenario.Ramp{} }, "2035"},
		{func(s *scenario.Scenario) { s.Pledge = scenario.Target{Share: 0.02} }, "2033"},
		{func(s *scenario.Scenario) { s.Pledge = scenario.Target{Share: 0.02, From: 2027, By: 2036} }, "2029"},
		{func(s *scenario.Scenario) { s.Pledge = scenario.Target{Share: 0.02, By: 2026} }, "met at none"},
		{func(s *scenario.Scenario) { s.Pledge = scenario.Target{Share: 0.02, By: 2050} }, "2043"}, // beyond the horizon of 2040
	} {
		changed := s
		c.change(&changed)
		b, err := projection.LatestStart(d, changed, "AAA", projection.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if b.String() != c.want {
			t.Errorf("%v: latest start %v, want %s", changed, b, c.want)
		}
	}
}

func TestBreakEvenVerdicts(t *testing.T) {
	d := country(t, "AAA", "million", 2020, 0.015, 1000)
	s := scenario.Scenario{Name: "ramp", Pledge: scenario.Target{Share: 0.02, By: 2030}, Growth: scenario.Constant(0.02), Response: scenario.Ramp{}}
	for want, change := range map[string]func(*scenario.Scenario){
		"met at any":  func(*scenario.Scenario) {},
		"met at none": func(s *scenario.Scenario) { s.Response = scenario.Hold{} },
	} {
		changed := s
		change(&changed)
		b, err := projection.BreakEvenGrowth(d, changed, "AAA", projection.Options{})
		if err != nil || b.String() != want || !math.IsNaN(b.Value) {
			t.Errorf("%v, %v, want %s", b, err, want)
		}
		rows := slices.Collect(b.Rows())
		if len(rows) != 1 || rows[0].Text != want {
			t.Errorf("%+v", rows)
		}
	}
	for _, c := range []struct {
		change func(*scenario.Scenario)
		want   string
	}{
		{func(*scenario.Scenario) {}, "meets a deadline (2030) by construction"},
		{func(s *scenario.Scenario) { s.Response = scenario.Jump{} }, "has no Trend or Budget"},
		{func(s *scenario.Scenario) { s.Pledge, s.Response = nil, scenario.Budget{} }, "asks nothing in 2040"},
		{func(s *scenario.Scenario) { s.Growth = nil }, "Growth is nil"},
	} {
		changed := s
		c.change(&changed)
		if b, err := projection.BreakEvenPace(d, changed, "AAA", projection.Options{}); b != nil || !errors.Is(err, scenario.ErrInvalid) || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%v, %v, want %s", b, err, c.want)
		}
	}
	if _, err := projection.BreakEvenGrowth(d, s, "ZZZ", projection.Options{}); !errors.Is(err, scenario.ErrUnknownMember) {
		t.Error(err)
	}
	if _, err := projection.LatestStart(nil, s, "AAA", projection.Options{}); !errors.Is(err, scenario.ErrInvalid) {
		t.Error(err)
	}
	if n := len(slices.Collect((&projection.BreakEven{}).Rows())); n != 0 {
		t.Errorf("an empty BreakEven has %d rows", n)
	}
}

// A member above its target that misses it only by acting too early, which here
// means letting its share fall, can wait to the end.
func TestLatestStartOfAMemberAboveItsTarget(t *testing.T) {
	d := country(t, "AAA", "million", 2025, 0.04, 1000)
	s := scenario.Scenario{Name: "frozen", Pledge: scenario.Target{Share: 0.02, By: 2040}, Growth: scenario.Constant(0.06), Response: scenario.Budget{}}
	b, err := projection.LatestStart(d, s, "AAA", projection.Options{})
	if err != nil || b.Verdict != projection.AlwaysMet || b.Value != 2040 {
		t.Errorf("%+v, %v", b, err)
	}
}
