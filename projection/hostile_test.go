package projection_test

import (
	"bytes"
	"context"
	"errors"
	"math"
	"strings"
	"testing"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
	"github.com/pledgesim/pledgesim/scenario/nato"
)

// ownFactor is a response whose words do not tell its parameters.
type ownFactor struct {
	code   string
	factor float64
}

func (o ownFactor) Spend(v scenario.View, a scenario.Ask) float64 {
	money := scenario.Ramp{}.Spend(v, a)
	if v.Member.Code == o.code {
		money *= o.factor
	}
	return money
}

// Shards of scenarios that differ in a parameter, and be it one of the last member
// or one that the words of the scenario round away, are neither merged nor restored.
func TestShardsOfAnotherScenarioAreRefused(t *testing.T) {
	around := scenario.Constant(1.5 * scenario.Percent)
	terms := func(sd float64) scenario.GrowthPath {
		return scenario.AR1{Around: around, SD: 0.02, Terms: map[string]scenario.ShockTerms{"DEU": {SD: sd}}}
	}
	keeps := func(chance float64) scenario.Response {
		return scenario.Wavering{Keep: scenario.Ramp{}, Chance: chance}
	}
	deep := func(r scenario.Response) scenario.Response {
		for range scenario.MaxNesting - 2 {
			r = scenario.UpTo{Response: r}
		}
		return r
	}
	for name, change := range map[string][2]func(*scenario.Scenario){
		"terms of one member":      {func(s *scenario.Scenario) { s.Growth = terms(0.01) }, func(s *scenario.Scenario) { s.Growth = terms(0.2) }},
		"own response":             {func(s *scenario.Scenario) { s.Response = ownFactor{"DEU", 1.01} }, func(s *scenario.Scenario) { s.Response = ownFactor{"DEU", 1.02} }},
		"a chance, in small print": {func(s *scenario.Scenario) { s.Response = keeps(0.50001) }, func(s *scenario.Scenario) { s.Response = keeps(0.50002) }},
		"a chance, deep inside":    {func(s *scenario.Scenario) { s.Response = deep(keeps(0.50001)) }, func(s *scenario.Scenario) { s.Response = deep(keeps(0.50002)) }},
		"recessions": {
			func(s *scenario.Scenario) { s.Growth = scenario.Downturn{Around: around, Chance: 0.0012, Depth: 0.05} },
			func(s *scenario.Scenario) { s.Growth = scenario.Downturn{Around: around, Chance: 0.00123, Depth: 0.05} },
		},
	} {
		a, b := uncertainHague(), uncertainHague()
		change[0](&a)
		change[1](&b)
		o := projection.Options{Base: 2026, Draws: 100, Members: []string{"ALB", "DEU"}}
		x := simulate(t, nato.Latest(), a, o)
		o.First = 100
		y := simulate(t, nato.Latest(), b, o)
		if _, err := projection.Merge(x, y); !errors.Is(err, scenario.ErrInvalid) {
			t.Errorf("%s: merged (%v)", name, err)
		}
		if _, err := projection.Restore(nato.Latest(), b, summary(t, x)); !errors.Is(err, scenario.ErrInvalid) {
			t.Errorf("%s: restored (%v)", name, err)
		}
		if _, err := projection.Restore(nato.Latest(), a, summary(t, x)); err != nil {
			t.Errorf("%s: not restored under its own scenario: %v", name, err)
		}
	}
}

// A summary whose bytes are changed and whose checksum is put right is refused, or
// else says nothing impossible; neither reading, asking nor merging panics.
func TestForgedSummaries(t *testing.T) {
	d, s := nato.Latest(), uncertainHague()
	o := projection.Options{Base: 2026, To: 2029, Draws: 5000, Members: []string{"DEU"}}
	data := summary(t, simulate(t, d, s, o))
	o.First = 5000
	other := simulate(t, d, s, o)
	accepted := 0
	for i := bytes.IndexByte(data, '}'); i < len(data); i += 7 {
		for _, flip := range []byte{1, 0x40, 0xff} {
			forged := append([]byte(nil), data...)
			forged[i] ^= flip
			e, err := projection.Restore(d, s, projection.Resum(forged))
			if err != nil {
				continue
			}
			accepted++
			c, err := e.Chance("DEU", 2029)
			if err != nil || !(c.Value >= 0 && c.Value <= 1) || math.IsNaN(c.StdErr) {
				t.Errorf("byte %d: chance %v, %v", i, c, err)
			}
			if q, err := e.Quantile("DEU", 0.5); err != nil || q.Empty() {
				t.Errorf("byte %d: quantile %v, %v", i, q, err)
			}
			if _, err := projection.Merge(e, other); err != nil {
				t.Errorf("byte %d: %v", i, err)
			}
		}
	}
	t.Logf("%d of some %d forgeries say nothing impossible", accepted, 3*len(data)/7)
}

// rareAsk is a pledge of the caller's own that asks too much where luck is extreme.
type rareAsk struct{}

func (rareAsk) Ask(v scenario.View) scenario.Ask {
	if v.Normal("rare") > 3 { // first in draw 41 of seed 0
		return scenario.Ask{Share: 2}
	}
	return scenario.Ask{Share: 0.03}
}

// What happens in draws that were not asked for is no error, whatever is at fault.
func TestOtherDrawsOfTheBlockDoNotMatter(t *testing.T) {
	s := uncertainHague()
	s.Pledge, s.Response = rareAsk{}, scenario.Hold{}
	o := projection.Options{Base: 2026, To: 2028, Draws: 1, Members: []string{"DEU"}}
	simulate(t, nato.Latest(), s, o)
	o.Draws = 1024
	if _, err := projection.Simulate(context.Background(), nato.Latest(), s, o); !errors.Is(err, scenario.ErrUnit) || !strings.Contains(err.Error(), "draw ") {
		t.Errorf("%v", err)
	}
}

// lavish spends without limit in some draws.
type lavish float64

func (l lavish) Spend(v scenario.View, _ scenario.Ask) float64 {
	if v.Uniform("lavish") > 0.5 {
		return float64(l)
	}
	return 1
}

func TestBoundlessNumbersAreErrors(t *testing.T) {
	s := uncertainHague()
	s.Response = lavish(1e120)
	o := projection.Options{Base: 2026, Draws: 100, Members: []string{"DEU"}}
	if _, err := projection.SimulateCost(context.Background(), nato.Latest(), s, projection.FrozenShare(), o); !errors.Is(err, scenario.ErrInvalid) || !strings.Contains(err.Error(), "beyond all bounds") {
		t.Errorf("cost: %v", err)
	}
	axes := []projection.Axis{projection.Targets(0.02, 0.03)}
	if _, err := projection.Sweep(context.Background(), nato.Latest(), uncertainHague(), axes, projection.Options{Base: 2026, Workers: 1 << 62}); !errors.Is(err, scenario.ErrInvalid) || !strings.Contains(err.Error(), "is more than 10000") {
		t.Errorf("workers: %v", err)
	}
	d := country(t, "AAA", "million", 2024, 0.02, 1e-50)
	s.Pledge, s.Response = scenario.Target{Share: 0.03}, lavish(1e300) // over 1e-50 it is no number
	if _, err := projection.Simulate(context.Background(), d, s, projection.Options{Draws: 100}); !errors.Is(err, scenario.ErrInvalid) || !strings.Contains(err.Error(), "share = +Inf is not a number") {
		t.Errorf("GDP of nothing: %v", err)
	}
}

// Growth that is likely in one year and absurd over a thousand ends in an error, not
// in shares or paces that are no numbers.
func TestGrowthWithoutEndIsAnError(t *testing.T) {
	s := scenario.Scenario{Name: "s", Pledge: scenario.Target{Share: 0.03, By: 2900}, Growth: scenario.Constant(0.49), Response: scenario.Hold{}}
	d := country(t, "AAA", "million", 2024, 0.02, 1000)
	_, err := projection.Run(d, s, projection.Options{To: 3000}) // 1000 * 1.49^561 is 1.4e100
	if want := `scenario "s", AAA, 2585: GDP = `; err == nil || !strings.HasPrefix(err.Error(), want) || !errors.Is(err, scenario.ErrInvalid) {
		t.Errorf("%v, want %s", err, want)
	}
	if _, err := projection.Pace(run(t, d, s, projection.Options{})); err == nil || !strings.Contains(err.Error(), "2585: GDP = ") {
		t.Errorf("pace: %v", err)
	}
	s.Growth = scenario.Constant(-0.49)
	if _, err := projection.Run(d, s, projection.Options{To: 3000}); err == nil || !strings.Contains(err.Error(), "is beyond all bounds") {
		t.Errorf("shrinking: %v", err)
	}
	s.Growth, s.Response = scenario.Constant(0), scenario.Budget{RealGrowth: 0.49}
	if _, err := projection.Run(d, s, projection.Options{To: 3000}); err == nil || !strings.Contains(err.Error(), "is not an amount of money") {
		t.Errorf("spending: %v", err)
	}
}
