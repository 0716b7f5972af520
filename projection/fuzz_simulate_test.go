package projection_test

import (
	"bytes"
	"context"
	"math"
	"testing"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// random makes sure that a scenario can be simulated.
func random(s scenario.Scenario) scenario.Scenario {
	if _, err := scenario.Random(s.Growth); err != nil {
		s.Growth = scenario.AR1{Around: s.Growth, SD: 0.02, Rho: 0.3, Common: 0.5}
	}
	return s
}

// either fails unless there is a result or an error of a known kind, and not both.
func either[T any](t *testing.T, what string, result *T, err error) (ok bool) {
	t.Helper()
	if (err == nil) != (result != nil) {
		t.Fatalf("%s: %v and %v", what, result, err)
	}
	if err != nil {
		checkError(t, err)
	}
	return err == nil
}

// Of all data sets, scenarios and options there is a simulation or an error, never
// both; every number of a simulation is one.
func FuzzSimulate(f *testing.F) {
	addSeeds(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		a := &arbitrary{left: data}
		d := a.data()
		s, o := random(a.scenario(d)), a.briefly(d)
		defer func() {
			if t.Failed() {
				t.Log(told(s, o))
			}
		}()
		e, err := projection.Simulate(context.Background(), d, s, o)
		if either(t, "Simulate", e, err) {
			checkEnsemble(t, a, e)
			checkSummary(t, d, s, e)
		}
		checkDifference(t, d, s, o)
	})
}

// checkEnsemble asks a simulation all that can be asked of it.
func checkEnsemble(t *testing.T, a *arbitrary, e *projection.Ensemble) {
	o := e.Options()
	checkTable(t, "Ensemble", e, "kept")
	checkTable(t, "Ensemble.Years", e.Years(), "kept")
	checkTable(t, "Ensemble.Counts", e.Counts())
	table, err := e.Chances()
	if err != nil {
		t.Fatal(err)
	}
	checkTable(t, "Chances", table)
	for _, code := range e.Codes() {
		before := projection.Estimate{}
		for year := o.Base; year <= o.To; year++ {
			chance, err := e.Chance(code, year)
			at, err2 := e.At(code, year)
			if err != nil || err2 != nil || !isChance(chance) || !isChance(at) {
				t.Fatalf("%s in %d: %v, %v, %v, %v", code, year, chance, at, err, err2)
			}
			if o.Control != year && o.Control != year-1 && chance.Value < before.Value { // a control variate moves one year
				t.Errorf("%s: reached by %d with %v, by %d with %v", code, year-1, before, year, chance)
			}
			before = chance
		}
		checkQuantiles(t, e, code)
		if _, err := e.Draw(code, o.First+a.upTo(o.Draws-1)); err != nil {
			t.Errorf("draw of %s: %v", code, err)
		}
	}
	for year := o.Base; year <= o.To; year++ {
		sum := 0.0
		members, err := e.Members(year)
		for _, c := range members {
			sum += c.Value
		}
		if err != nil || math.Abs(sum-1) > 1e-9 {
			t.Errorf("chances of numbers of members in %d: %v, %v", year, members, err)
		}
	}
}

func isChance(e projection.Estimate) bool {
	return e.Value >= 0 && e.Value <= 1 && e.StdErr >= 0 && e.StdErr <= 1
}

// checkQuantiles fails unless quantiles are numbers and in order.
func checkQuantiles(t *testing.T, e *projection.Ensemble, code string) {
	o := e.Options()
	ask := map[string]func(string, float64) (scenario.Series, error){"share": e.Quantile}
	if o.Spending {
		ask["spending"] = e.SpendingQuantile
	}
	for what, quantile := range ask {
		var before scenario.Series
		for _, p := range []float64{0.001, 0.1, 0.5, 0.9, 1} {
			q, err := quantile(code, p)
			checkProjected(t, what, e.Central())(q, err)
			for year := o.Base + 1; year <= o.To; year++ {
				low, ok := before.At(year)
				if high, _ := q.At(year); ok && high < low {
					t.Errorf("%s of %s in %d: quantile %v is %v, a lower one %v", what, code, year, p, high, low)
				}
			}
			before = q
		}
	}
}

// checkSummary fails unless a summary is read back as what was written.
func checkSummary(t *testing.T, d *scenario.Dataset, s scenario.Scenario, e *projection.Ensemble) {
	data, err := e.MarshalBinary()
	if err != nil {
		t.Fatal(err)
	}
	back, err := projection.Restore(d, s, data)
	if err != nil {
		t.Fatal(err)
	}
	if again, err := back.MarshalBinary(); err != nil || !bytes.Equal(data, again) {
		t.Errorf("a summary is not read back as it was written: %v", err)
	}
}

func checkDifference(t *testing.T, d *scenario.Dataset, s scenario.Scenario, o projection.Options) {
	o.Keep, o.Control, o.Until, o.Draws = false, 0, projection.Until{}, min(o.Draws, 100)
	x, err := projection.SimulateCost(context.Background(), d, s, projection.FrozenShare(), o)
	if !either(t, "SimulateCost", x, err) {
		return
	}
	checkTable(t, "Difference", x, "years later")
	checkTable(t, "Difference.Costs", x.Costs())
}
