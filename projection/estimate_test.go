package projection_test

import (
	"math"
	"testing"

	"gonum.org/v1/gonum/stat"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// Over many seeds the estimates of every method scatter as their standard errors
// say, around the chance that many plain draws give; and the methods that cost no
// more scatter less.
func TestStandardErrorsAreHonest(t *testing.T) {
	const seeds, draws = 120, 2048
	d, s := w1(t, 32)
	members := []string{"AAI", "AAL", "AAU", "ABF"} // chances of 25%, 77%, 54% and 50% by 2035
	truth := simulate(t, d, s, projection.Options{To: 2035, Draws: 400_000, Seed: 999, Members: members})
	gains := map[string]float64{}
	for name, o := range map[string]projection.Options{
		"plain": {}, "antithetic": {Antithetic: true}, "control": {Control: 2035}, "both": {Antithetic: true, Control: 2035},
	} {
		o.To, o.Draws, o.Members = 2035, draws, members
		errs := map[string][]float64{}
		gain := 0.0
		for seed := range uint64(seeds) {
			o.Seed = seed
			e := simulate(t, d, s, o)
			for _, code := range members {
				want, err := truth.Chance(code, 2035)
				if err != nil {
					t.Fatal(err)
				}
				got, err := e.Chance(code, 2035)
				if err != nil {
					t.Fatal(err)
				}
				errs[code] = append(errs[code], (got.Value-want.Value)/math.Hypot(got.StdErr, want.StdErr))
				gain += want.Value * (1 - want.Value) / draws / (got.StdErr * got.StdErr) / seeds / float64(len(members))
			}
		}
		gains[name] = gain
		for code, z := range errs {
			mean, sd := stat.MeanStdDev(z, nil)
			// Of 120 standard normals the mean is within 0.37 and the deviation within
			// 26% of 1 with a chance of 99.99%.
			if math.Abs(mean) > 0.37 || sd < 0.74 || sd > 1.26 {
				t.Errorf("%s, %s: errors over standard errors have mean %.2f and deviation %.2f", name, code, mean, sd)
			}
		}
	}
	// The factors by which the variance falls at the same number of draws (measured:
	// 1.0, 3.1, 3.2 and 4.3 with these members).
	for name, least := range map[string]float64{"plain": 0.95, "antithetic": 2.5, "control": 2.5, "both": 3.5} {
		if gains[name] < least {
			t.Errorf("%s: the variance falls by %.2f, want %v at least", name, gains[name], least)
		}
	}
}

// A control makes no bias where an event is so rare that few draws meet it, and its
// standard error allows for what was not seen.
func TestControlOfARareEvent(t *testing.T) {
	const seeds, draws = 400, 512
	d := country(t, "AAA", "million", 2024, 0.018, 100)
	s := scenario.Scenario{Name: "rare", Pledge: scenario.Target{Share: 2 * scenario.Percent}, Growth: uncertain, Response: scenario.Budget{RealGrowth: 0.02}}
	want, err := simulate(t, d, s, projection.Options{To: 2027, Draws: 1_000_000, Seed: 999}).Chance("AAA", 2027)
	if err != nil {
		t.Fatal(err)
	}
	sum, within := 0.0, 0
	for seed := range uint64(seeds) {
		c, err := simulate(t, d, s, projection.Options{To: 2027, Draws: draws, Seed: seed, Control: 2027}).Chance("AAA", 2027)
		if err != nil {
			t.Fatal(err)
		}
		sum += c.Value
		if math.Abs(c.Value-want.Value) < 2*c.StdErr {
			within++
		}
	}
	plain := math.Sqrt(want.Value * (1 - want.Value) / draws / seeds) // standard error of the mean without a control
	if want.Value > 0.05 || math.Abs(sum/seeds-want.Value) > 2*plain || within < seeds*93/100 {
		t.Errorf("chance %v: mean %.5f of %d seeds, standard error without control %.5f, %d within two of their own", want, sum/seeds, seeds, plain, within)
	}
}

// A chance that no draw met is not certain; one that needs no draw is.
func TestStandardErrorOfNothing(t *testing.T) {
	d := country(t, "AAA", "million", 2024, 0.01, 100)
	s := scenario.Scenario{Name: "far", Pledge: scenario.Target{Share: 0.2}, Growth: uncertain, Response: scenario.Hold{}}
	for name, o := range map[string]projection.Options{"plain": {}, "antithetic": {Antithetic: true}, "control": {Control: 2030}} {
		o.To, o.Draws = 2030, 1000
		c, err := simulate(t, d, s, o).Chance("AAA", 2030)
		if err != nil || c.Value != 0 || !(c.StdErr > 0.0005 && c.StdErr < 0.0011) { // 1/sqrt(2)/1000; with a control 1/1000
			t.Errorf("%s: %v, %v", name, c, err)
		}
	}
	s.Pledge = scenario.Target{Share: 0.01}
	c, err := simulate(t, d, s, projection.Options{To: 2030, Draws: 10}).Chance("AAA", 2030)
	if err != nil || c != (projection.Estimate{Value: 1}) {
		t.Errorf("at the target in the base year: %v, %v", c, err)
	}
}

// Until stops after the first round in which the error is small enough, and what
// it has done by then is what so many draws give.
func TestUntilStopsEarly(t *testing.T) {
	d, s := w1(t, 32)
	o := projection.Options{To: 2035, Draws: 10_000_000, Until: projection.Until{Member: "AAI", Year: 2035, StdErr: 0.25 * scenario.Percent}}
	e := simulate(t, d, s, o)
	c, err := e.Chance("AAI", 2035)
	if err != nil {
		t.Fatal(err)
	}
	// A standard error of 0.25 points takes 40,000 draws where the chance is one half.
	if n := e.Draws(); n%16384 != 0 || n > 49_152 || c.StdErr > 0.0025 || e.Options().Draws != n {
		t.Errorf("stopped after %d draws at %v", n, c)
	}
	o.Until, o.Draws = projection.Until{}, e.Draws()
	same, err := simulate(t, d, s, o).Chance("AAI", 2035)
	if err != nil || same != c {
		t.Errorf("%v, but %v of as many draws at once (%v)", c, same, err)
	}
}
