package main

import (
	"slices"
	"sync"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
	"github.com/pledgesim/pledgesim/scenario/nato"
)

// holding is the variant that holds the last share, with the random shocks of the
// default: the fairest comparison.
const holding = "holds the share"

// A variant is a model of shares that was tried: but for the simplest one, the default
// with one part changed.
type variant struct {
	name, what string
	scenario   func(c *scenario.Calibration, known *scenario.Dataset) scenario.Scenario
}

// tried are the variants, the default last.
func tried() []variant {
	responding := func(response func(f *scenario.ShareFit) scenario.Response) func(*scenario.Calibration, *scenario.Dataset) scenario.Scenario {
		return func(c *scenario.Calibration, _ *scenario.Dataset) scenario.Scenario {
			return scenario.Scenario{Growth: c.Growth(), Response: c.Around(response(c.Shares))}
		}
	}
	shocked := func(change func(f *scenario.ShockFit)) func(*scenario.Calibration, *scenario.Dataset) scenario.Scenario {
		return func(c *scenario.Calibration, _ *scenario.Dataset) scenario.Scenario {
			return withShocks(c, change).Scenario("", nil)
		}
	}
	drifting := func(part float64) func(f *scenario.ShareFit) scenario.Response {
		return func(f *scenario.ShareFit) scenario.Response {
			p := f.Peers()
			p.Drift = part * f.Recent
			return p
		}
	}
	return []variant{
		{"simplest", "holds the share; shocks are normal and of one size", func(c *scenario.Calibration, _ *scenario.Dataset) scenario.Scenario {
			simple := withShocks(c, func(f *scenario.ShockFit) { normal(f); oneSize(f) })
			return scenario.Scenario{Growth: simple.Growth(), Response: simple.Around(scenario.Hold{})}
		}},
		{holding, "as the default, but holds the share", responding(func(*scenario.ShareFit) scenario.Response { return scenario.Hold{} })},
		{"half drift", "as the default, with half of the recent change of all members besides", responding(drifting(0.5))},
		{"whole drift", "as the default, with all of it", responding(drifting(1))},
		{"normal", "as the default, with normal shocks of the same middle", shocked(normal)},
		{"one size", "as the default, with shocks of one size for all members", shocked(oneSize)},
		{"nothing common", "as the default, with shocks that members have each for themselves", shocked(func(f *scenario.ShockFit) { f.Common = 0 })},
		{"whole years", "moves as the default; shocks are the changes of a past year, the same year for all members, and growth is as forecast", func(c *scenario.Calibration, known *scenario.Dataset) scenario.Scenario {
			certain := scenario.AR1{Around: c.Path}
			return scenario.Scenario{Growth: certain, Response: newWholeYears(c, known)}
		}},
		{calibrated, "moves towards the members' median; shocks of Student's t, partly common, with a size for each member", func(c *scenario.Calibration, _ *scenario.Dataset) scenario.Scenario { return c.Scenario("", nil) }},
	}
}

func normal(f *scenario.ShockFit) { f.Tails = 0 }

func oneSize(f *scenario.ShockFit) {
	for i := range f.Members {
		f.Members[i].Middle = f.Middle
	}
}

// withShocks changes the shocks of a copy.
func withShocks(c *scenario.Calibration, change func(*scenario.ShockFit)) *scenario.Calibration {
	copied, shares, shocks := *c, *c.Shares, *c.Shares.Shocks
	shocks.Members = slices.Clone(shocks.Members)
	change(&shocks)
	shares.Shocks, copied.Shares = &shocks, &shares
	return &copied
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
	for _, v := range tried() {
		if names != nil && !slices.Contains(names, v.name) {
			continue
		}
		all = append(all, projection.Candidate{Name: v.name, At: func(known *scenario.Dataset, origin int) (scenario.Scenario, error) {
			c, err := fitted(known, origin)
			if err != nil {
				return scenario.Scenario{}, err
			}
			return v.scenario(c, known), nil
		}})
	}
	return all
}
