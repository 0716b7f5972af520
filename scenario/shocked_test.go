package scenario_test

import (
	"errors"
	"math"
	"slices"
	"testing"

	"gonum.org/v1/gonum/stat"

	"github.com/pledgesim/pledgesim/scenario"
)

// misses gives, for the first year, by how much spending of each draw missed what was
// decided, over that of the year before.
func misses(t *testing.T, s scenario.Shocked, m *scenario.Member) []float64 {
	t.Helper()
	s.Response = scenario.Budget{}
	before, _ := m.SpendingAt(base)
	var all []float64
	for n := range 40 {
		b := scenario.NewBlock(m, base, scenario.NewStreams(7, n, false).Of(m.Code), false)
		b.Expect(0)
		for _, money := range b.Spend(s, scenario.Asks{}) {
			all = append(all, money/before-1)
		}
	}
	return all
}

// The shocks have the standard deviation and the common part that they should have.
// Standard errors of 40,960 draws: 0.5% of a standard deviation and 0.005 of a
// correlation with normal shocks; with Student's t (5) twice that of the former.
func TestShockedMoments(t *testing.T) {
	DEU := member(1, 1.2)
	FRA := *member(2, 2)
	FRA.Code = "FRA"
	for name, test := range map[string]struct {
		s                          scenario.Shocked
		deu, fra, correlation, off float64
	}{
		"independent":   {scenario.Shocked{SD: 0.05}, 0.05, 0.05, 0, 0.02},
		"common":        {scenario.Shocked{SD: 0.05, Common: 0.4}, 0.05, 0.05, 0.4, 0.02},
		"own terms":     {scenario.Shocked{SD: 0.05, Common: 1, Terms: map[string]float64{"FRA": 0.02}}, 0.05, 0.02, 1, 0.02},
		"heavy tails":   {scenario.Shocked{SD: 0.05, Tails: 5, Terms: map[string]float64{"DEU": 0.03}}, 0.03, 0.05, 0, 0.04},
		"heavy, common": {scenario.Shocked{SD: 0.04, Tails: 5, Common: 0.5}, 0.04, 0.04, 0.5, 0.04},
	} {
		deu, fra := misses(t, test.s, DEU), misses(t, test.s, &FRA)
		if sd := stat.StdDev(deu, nil); math.Abs(sd/test.deu-1) > test.off {
			t.Errorf("%s: standard deviation %.4f, want %.4f", name, sd, test.deu)
		}
		if sd := stat.StdDev(fra, nil); math.Abs(sd/test.fra-1) > test.off {
			t.Errorf("%s: standard deviation %.4f, want %.4f", name, sd, test.fra)
		}
		if c := stat.Correlation(deu, fra, nil); math.Abs(c-test.correlation) > 0.03 {
			t.Errorf("%s: correlation %.3f, want %.3f", name, c, test.correlation)
		}
	}
}

// The far ends of Student's t are cut: within a year spending at most halves or
// doubles by a shock.
func TestShockedTailsAreCut(t *testing.T) {
	all := misses(t, scenario.Shocked{SD: 0.4, Tails: 2.1}, member(1, 1))
	equal(t, []float64{slices.Min(all), slices.Max(all)}, []float64{-0.5, 1}, near)
}

func TestShockedWords(t *testing.T) {
	hold := scenario.Hold{}
	const begin = "spending keeps its share of GDP; in simulations spending misses that"
	for want, s := range map[string]scenario.Shocked{
		begin + " by 5% of the year before (standard deviation), Student's t (3.14), 20% of the variance common to all": {Response: hold, SD: 0.05, Tails: 3.14159, Common: 0.2},
		begin + ", on terms of their own for DEU, POL, fitted to 1990-2018":                                             {Response: hold, Terms: map[string]float64{"DEU": 0.02, "POL": 0.03}, Fitted: "1990-2018"},
		begin + " by 5% of the year before (standard deviation), on terms of their own for DEU":                         {Response: hold, SD: 0.05, Terms: map[string]float64{"DEU": 0.02}},
	} {
		equal(t, s.String(), want)
	}
	s := scenario.Shocked{Response: scenario.Drift{Years: 8}, Terms: map[string]float64{"FRA": 0.02}}
	equal(t, texts(errors.Join(scenario.Warnings(s, member(1, 1.1), base, base+5)...)), []string{
		"DEU: drift over 1 year, 8 asked",
		"DEU: shocks of spending are as large as for all others: it has no record of its own",
	})
	source := scenario.Source{Publisher: "NATO", Title: "Defence Expenditure"}
	s.Sources = []scenario.Source{source}
	equal(t, scenario.Origins(scenario.Floor{Response: s}), []scenario.Source{source})
	equal(t, scenario.Origins(hold), []scenario.Source(nil))
}

func TestShockedFaults(t *testing.T) {
	const s = `scenario "test": Response`
	equal(t, faultsOf(func(at *scenario.Scenario) {
		at.Response = scenario.Shocked{Response: scenario.Hold{}, Common: 30, Tails: 2, Terms: map[string]float64{"Germany": 0.02, "POL": 3}}
	}), []string{
		s + ".Common = 30 is not a part of the variance in [0, 1] (did you mean 30*scenario.Percent?)",
		s + ".Tails = 2 is not a number of degrees of freedom in (2, 1000]: at 2 and below there is no standard deviation; 0 gives normal shocks",
		s + ".Terms = Germany is not the code of a member: give ISO 3166 alpha-3 codes, such as DEU",
		s + ".Terms[POL] = 3 is not a standard deviation in [0, 0.5), as a fraction (did you mean 3*scenario.Percent?)",
	})
}
