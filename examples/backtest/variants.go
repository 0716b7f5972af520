package main

import (
	"slices"
	"sync"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
	"github.com/pledgesim/pledgesim/scenario/nato"
)

// holding is the variant that holds the last share, with the luck of the default.
const holding = "holds the share"

// A variant is a model of shares that was tried: the default with parts changed.
type variant struct {
	name, what string
	change     func(c *scenario.Calibration, known *scenario.Dataset, s *scenario.Shocked)
}

// tried are the variants, the default last. All
// have the same surprises of growth.
var tried = []variant{
	{"normal, one size", "holds the share; normal shocks, the same for all members", func(_ *scenario.Calibration, _ *scenario.Dataset, s *scenario.Shocked) {
		s.Response, s.Tails, s.Terms = scenario.Hold{}, 0, nil
	}},
	{"normal, own size", "the same, with a size for each member", func(_ *scenario.Calibration, _ *scenario.Dataset, s *scenario.Shocked) {
		s.Response, s.Tails = scenario.Hold{}, 0
	}},
	{"t, one size", "holds the share; shocks of Student's t, the same for all members", func(_ *scenario.Calibration, _ *scenario.Dataset, s *scenario.Shocked) {
		s.Response, s.Terms = scenario.Hold{}, nil
	}},
	{holding, "the same, with a size for each member", func(_ *scenario.Calibration, _ *scenario.Dataset, s *scenario.Shocked) {
		s.Response = scenario.Hold{}
	}},
	{"half drift", "the same, with half of the recent drift of all members", func(c *scenario.Calibration, _ *scenario.Dataset, s *scenario.Shocked) {
		s.Response = scenario.Peers{Drift: c.Shares.Recent / 2}
	}},
	{"peers, half drift", "moves towards the members' median, with half of the recent drift", func(c *scenario.Calibration, _ *scenario.Dataset, s *scenario.Shocked) {
		s.Response = scenario.Peers{Level: c.Shares.Level, Speed: c.Shares.Speed, Drift: c.Shares.Recent / 2}
	}},
	{"peers, whole drift", "the same, with all of the recent drift", func(c *scenario.Calibration, _ *scenario.Dataset, s *scenario.Shocked) {
		s.Response = scenario.Peers{Level: c.Shares.Level, Speed: c.Shares.Speed, Drift: c.Shares.Recent}
	}},
	{"whole years", "moves towards the members' median; shocks are those of a past year, the same year for all members", func(c *scenario.Calibration, known *scenario.Dataset, s *scenario.Shocked) {
		*s = scenario.Shocked{Response: newWholeYears(c.Shares.Peers(), known, c.Shares.Shocks)}
	}},
	{calibrated, "moves towards the members' median; shocks of Student's t with a size for each member", func(*scenario.Calibration, *scenario.Dataset, *scenario.Shocked) {}},
}

// variants are candidates for a backtest: those named, or all. What they have in
// common is fitted once for each origin.
func variants(names ...string) []projection.Candidate {
	var mutex sync.Mutex
	fits := map[int]func() (*scenario.Calibration, error){}
	fitted := func(known *scenario.Dataset, origin int) (*scenario.Calibration, error) {
		mutex.Lock()
		fit, ok := fits[origin]
		if !ok {
			fit = sync.OnceValues(func() (*scenario.Calibration, error) { return nato.Calibrated(known) })
			fits[origin] = fit
		}
		mutex.Unlock()
		return fit()
	}
	var all []projection.Candidate
	for _, v := range tried {
		if names != nil && !contains(names, v.name) {
			continue
		}
		all = append(all, projection.Candidate{Name: v.name, At: func(known *scenario.Dataset, origin int) (scenario.Scenario, error) {
			c, err := fitted(known, origin)
			if err != nil {
				return scenario.Scenario{}, err
			}
			s := c.Scenario(v.name, nil)
			shocks := c.Around(c.Shares.Peers())
			v.change(c, known, &shocks)
			s.Response = shocks
			return s, nil
		}})
	}
	return all
}

func contains(all []string, one string) bool { return slices.Contains(all, one) }
