package scenario_test

import (
	"math"
	"testing"

	"github.com/pledgesim/pledgesim/scenario"
)

func TestPeers(t *testing.T) {
	for _, test := range []struct {
		name  string
		start float64
		peers scenario.Peers
		want  []float64 // shares in per cent
	}{
		{"the zero value holds", 1, scenario.Peers{}, []float64{1, 1}},
		{"half of the distance in logarithms is a geometric mean", 1, scenario.Peers{Level: 4 * pct, Speed: 0.5}, []float64{2, 2 * math.Sqrt2}},
		{"from above", 4, scenario.Peers{Level: 1 * pct, Speed: 0.5}, []float64{2, math.Sqrt2}},
		{"all of it", 4, scenario.Peers{Level: 1 * pct, Speed: 1}, []float64{1, 1}},
		{"drift alone", 2, scenario.Peers{Drift: -1 * pct}, []float64{1.98, 1.9602}},
		{"both", 1, scenario.Peers{Level: 4 * pct, Speed: 0.5, Drift: 10 * pct}, []float64{2.2, 1.1 * math.Sqrt(2.2*4)}},
		{"the level of the base year", 1, scenario.Peers{Level: 9 * pct, Levels: scenario.NewSeries(base, 4*pct, 16*pct), Speed: 0.5}, []float64{2, 2 * math.Sqrt2}},
		{"no level of the base year", 1, scenario.Peers{Level: 4 * pct, Levels: scenario.NewSeries(base-1, 9*pct), Speed: 0.5}, []float64{2, 2 * math.Sqrt2}},
		{"nothing stays nothing", 0, scenario.Peers{Level: 2 * pct, Speed: 0.5, Drift: 1 * pct}, []float64{0, 0}},
	} {
		t.Run(test.name, func(t *testing.T) {
			track := project(member(test.start), nil, test.peers, 0.01, base+len(test.want))
			equal(t, percents(track), test.want, near)
		})
	}
}

func TestPeersWords(t *testing.T) {
	for want, p := range map[string]scenario.Peers{
		"spending keeps its share of GDP":                                                                 {Level: 0.02},
		"the share closes 3% of its distance to 1.5% of GDP a year":                                       {Level: 0.015, Speed: 0.03},
		"the share closes 3% of its distance to 1.5% of GDP a year, and falls by 1% of itself besides":    {Level: 0.015, Speed: 0.03, Drift: -0.01},
		"the share closes 3% of its distance to the median of the base year (1.5% of GDP in 2021) a year": {Levels: scenario.NewSeries(2020, 0.014, 0.015), Speed: 0.03},
		"the share rises by 2% of itself a year":                                                          {Drift: 0.02},
	} {
		equal(t, p.String(), want)
	}
}

func TestPeersFaults(t *testing.T) {
	const s = `scenario "test": Response`
	for _, test := range []struct {
		peers scenario.Peers
		want  []string
	}{
		{scenario.Peers{Level: 0.02, Speed: 0.03, Drift: -0.02}, nil},
		{scenario.Peers{}, nil},
		{scenario.Peers{Speed: 1.5, Level: 2, Drift: -2}, []string{
			s + ".Speed = 1.5 is not a part of the distance, in [0, 1]",
			s + ".Level = 2 is not a fraction in (0, 0.25] (did you mean 2*scenario.Percent?)",
			s + ".Drift = -2 is not a fraction between -0.5 and 0.5 (did you mean -2*scenario.Percent?)",
		}},
		{scenario.Peers{Speed: 0.1, Levels: scenario.NewSeries(2020, 1.4)}, []string{s + ".Levels[2020] = 1.4 is not a fraction in (0, 0.25] (did you mean 1.4*scenario.Percent?)"}},
		{scenario.Peers{Speed: 0.1}, []string{s + ".Level is missing: name the share that is moved towards"}},
	} {
		equal(t, faultsOf(func(s *scenario.Scenario) { s.Response = test.peers }), test.want)
	}
}
