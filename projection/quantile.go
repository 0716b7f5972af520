package projection

import (
	"context"
	"slices"

	"github.com/pledgesim/pledgesim/scenario"
)

// keptPaths are the shares of a range of draws.
type keptPaths struct {
	draws  drawRange
	shares [][][]float64 // by member, projected year and draw
}

func newKept(ctx context.Context, r drawRange, members, years int) (keptPaths, error) {
	p := keptPaths{draws: r, shares: make([][][]float64, members)}
	for i := range p.shares {
		p.shares[i] = make([][]float64, years)
		for k := range p.shares[i] {
			if err := ctx.Err(); err != nil { // much memory takes its time
				return p, err
			}
			p.shares[i][k] = make([]float64, r.draws())
		}
	}
	return p, nil
}

// Exact reports whether every share was kept, so that quantiles are exact order
// statistics.
func (e *Ensemble) Exact() bool { return len(e.paths) > 0 }

// Quantile is the share of GDP that is not exceeded in the part p of all draws, in
// (0, 1], as a fraction: published figures up to the base year, then each year by
// itself. The years of one quantile are no path that anybody takes, and when a
// quantile crosses the target is not when a member reaches it: YearQuantile is.
func (e *Ensemble) Quantile(member string, p float64) (scenario.Series, error) {
	return e.quantile(member, p, (*scenario.Track).Shares, e.shareAt)
}

// SpendingQuantile is spending that is not exceeded in the part p of all draws, in
// Dataset.Money, each year by itself. It needs Options.Spending.
func (e *Ensemble) SpendingQuantile(member string, p float64) (scenario.Series, error) {
	if err := e.check(); err != nil {
		return scenario.Series{}, err
	}
	if !e.sim.options.Spending {
		return scenario.Series{}, &scenario.FieldError{Field: "Options.Spending", Problem: "is not set: the simulation did not count spending", Err: scenario.ErrMissing}
	}
	return e.quantile(member, p, (*scenario.Track).Spendings, e.spendingAt)
}

func (e *Ensemble) quantile(member string, p float64, published func(*scenario.Track) scenario.Series, at func(i, k int, ranks ...int) []float64) (scenario.Series, error) {
	i, err := e.index(member)
	if err == nil {
		err = checkPart(p)
	}
	if err != nil {
		return scenario.Series{}, err
	}
	o := e.sim.options
	obs := slices.Collect(published(e.sim.central.paths[i].track).Until(o.Base).Observations())
	for k := range e.sim.years {
		obs = append(obs, scenario.Observation{Year: o.Base + 1 + k, Value: at(i, k, rank(p, e.Draws()))[0], Status: scenario.Projected})
	}
	return scenario.SeriesOf(obs...)
}

// shareAt gives order statistics of a year's shares.
func (e *Ensemble) shareAt(i, k int, ranks ...int) []float64 {
	at := e.tallies[i].shares[k].at
	if e.Exact() {
		var all []float64
		for _, p := range e.paths {
			all = append(all, p.shares[i][k]...)
		}
		slices.Sort(all)
		at = func(rank int) float64 { return all[rank] }
	}
	return each(ranks, at)
}

// spendingAt gives order statistics of a year's spending.
func (e *Ensemble) spendingAt(i, k int, ranks ...int) []float64 {
	return each(ranks, e.tallies[i].spending[k].at)
}

func each(ranks []int, at func(int) float64) []float64 {
	values := make([]float64, len(ranks))
	for j, r := range ranks {
		values[j] = at(r)
	}
	return values
}

// Draw gives the share of GDP of one draw, by its number from Options.First on:
// published figures up to the base year, then the path of the draw. Where it was not
// kept its block of 1,024 draws is worked out once more.
func (e *Ensemble) Draw(member string, draw int) (scenario.Series, error) {
	i, err := e.index(member)
	if err != nil {
		return scenario.Series{}, err
	}
	if !slices.ContainsFunc(e.ranges, func(r drawRange) bool { return r.first <= draw && draw < r.end }) {
		return scenario.Series{}, &scenario.FieldError{Field: "draw", Value: draw, Problem: "is not a draw of the " + howDrawn(e.sim.options, e.ranges...) + "; the first is number 0", Err: scenario.ErrInvalid}
	}
	o, m := e.sim.options, &e.sim.members[i]
	obs := slices.Collect(e.sim.central.paths[i].track.Shares().Until(o.Base).Observations())
	add := func(k int, share float64) {
		obs = append(obs, scenario.Observation{Year: o.Base + 1 + k, Value: share, Status: scenario.Projected})
	}
	for _, p := range e.paths {
		if p.draws.first <= draw && draw < p.draws.end {
			for k, shares := range p.shares[i] {
				add(k, shares[draw-p.draws.first])
			}
			return scenario.SeriesOf(obs...)
		}
	}
	block, lane := draw/scenario.BlockDraws, draw%scenario.BlockDraws
	streams := scenario.NewStreams(o.Seed, block, o.Antithetic).Of(m.member.Code)
	err = e.sim.newProjector().project(context.Background(), m, streams, func(k int, shares, _ []float64) { add(k, shares[lane]) }, lane, lane+1)
	if err != nil {
		return scenario.Series{}, err
	}
	return scenario.SeriesOf(obs...)
}
