package scenario_test

import (
	"math"
	"testing"

	"gonum.org/v1/gonum/stat"

	"github.com/pledgesim/pledgesim/scenario"
)

// fractions gives the part of the gap that a member closes in each draw, in the
// first and in the second year.
func fractions(r scenario.Response, code string, antithetic bool) (first, second []float64) {
	const target = 0.02
	m := member(1)
	m.Code = code
	b := scenario.NewBlock(m, base, scenario.NewStreams(7, 0, antithetic).Of(code), false)
	var years [2][]float64
	before := make([]float64, scenario.BlockDraws)
	for i := range before {
		before[i] = 0.01
	}
	for k := range years {
		b.Expect(0)
		asks, _ := b.Ask(scenario.Target{Share: target}, 0, scenario.BlockDraws, accept)
		b.Spend(r, asks)
		shares, _ := b.Grow(make([]float64, scenario.BlockDraws))
		for i, s := range shares {
			years[k] = append(years[k], (s-before[i])/(target-before[i]))
			before[i] = s
		}
	}
	return years[0], years[1]
}

// The fraction of a draw is one number for all years and all members: the error of
// an estimate. Estimates of other names have errors of their own.
func TestPartialWithStandardError(t *testing.T) {
	near2 := scenario.Partial{Response: scenario.Jump{}, Fraction: 0.3, SE: 0.05, Estimate: "near"}
	far := near2
	far.Estimate = "far"
	first, second := fractions(near2, "DEU", false)
	equal(t, second, first, near)
	france, _ := fractions(near2, "FRA", false)
	equal(t, france, first)
	other, _ := fractions(far, "DEU", false)
	// The correlation of 1,024 independent pairs has the standard error 1/32, their mean
	// SD/32, their standard deviation SD/45.
	if r := stat.Correlation(first, other, nil); math.Abs(r) > 4./32 {
		t.Errorf("two estimates have the correlation %.3f", r)
	}
	mean, sd := stat.MeanStdDev(first, nil)
	if math.Abs(mean-0.3) > 4*0.05/32 || math.Abs(sd-0.05) > 4*0.05/45 {
		t.Errorf("fractions of %.4f with standard deviation %.4f, want 0.3 and 0.05", mean, sd)
	}
	pairs, _ := fractions(near2, "DEU", true)
	equal(t, pairs[0]+pairs[1], 0.6, near) // opposite errors
}

// A fraction beyond [0, 1] is put to its end: the share is held, or the whole step
// is taken.
func TestPartialStaysAFraction(t *testing.T) {
	ends := map[float64]int{}
	first, _ := fractions(scenario.Partial{Response: scenario.Jump{}, Fraction: 0.5, SE: 0.5}, "DEU", false)
	for _, f := range first {
		if f < 0 || f > 1 {
			t.Fatalf("%v of a step", f)
		}
		ends[f]++
	}
	// One standard error from the middle: 15.9% of the draws at each end, 162 of 1,024,
	// with a standard error of 12.
	for _, end := range []float64{0, 1} {
		if n := ends[end]; n < 162-48 || n > 162+48 {
			t.Errorf("%d draws take %v of the step", n, end)
		}
	}
}

// Without randomness the fraction is the estimate; certain, it is so in every draw.
func TestPartialWithoutLuck(t *testing.T) {
	p := scenario.Partial{Response: scenario.Jump{}, Fraction: 0.2, SE: 0.1}
	equal(t, spent(project(member(1), scenario.Target{Share: 2 * pct}, p, 0, 2026)), []float64{12, 13.6}, near)
	equal(t, scenario.Lucky(scenario.Scenario{Growth: scenario.Constant(0), Response: p}), true)
	p.SE = 0
	equal(t, scenario.Lucky(scenario.Scenario{Growth: scenario.Constant(0), Response: p}), false)
	first, _ := fractions(p, "DEU", false)
	equal(t, first[17], 0.2, near)
}

func TestPartialInWordsAndFaults(t *testing.T) {
	p := scenario.Partial{Response: scenario.Jump{}, Fraction: 0.27, SE: 0.031}
	equal(t, p.String(), "spending goes to the target at once, but only 27% of each step is taken (standard error in simulations: 3.1%)")
	const at = `scenario "test": Response.SE = `
	for se, want := range map[float64][]string{
		0: nil, 1: nil,
		-0.1: {at + "-0.1 is not a standard error of a fraction in [0, 1]"},
		3:    {at + "3 is not a standard error of a fraction in [0, 1] (did you mean 3*scenario.Percent?)"},
	} {
		p.SE = se
		equal(t, faultsOf(func(s *scenario.Scenario) { s.Response = p }), want)
	}
	p.SE = math.NaN()
	equal(t, faultsOf(func(s *scenario.Scenario) { s.Response = p }), []string{at + "NaN is not a standard error of a fraction in [0, 1]"})
}
