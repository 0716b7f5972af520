package projection

import (
	"fmt"

	"github.com/pledgesim/pledgesim/scenario"
)

// Gap is how far a member lies below what is asked of it in each projected
// year: as a fraction of GDP, and times GDP as money in Dataset.Money. It is 0
// where the target counts as reached and never negative.
func (r *Result) Gap(member string) (share, money scenario.Series, err error) {
	p, err := r.path(member)
	if err != nil {
		return share, money, err
	}
	share = r.yearly(func(year int) float64 { return p.gap(year, r.Options) })
	money = r.yearly(func(year int) float64 { return p.gapMoney(year, r.Options) })
	return share, money, nil
}

func (p *path) gap(year int, o Options) float64 {
	share, _ := p.track.Share(year)
	return shortfall(share, p.asks[year-o.Base-1].Share, o)
}

func (p *path) gapMoney(year int, o Options) float64 {
	gdp, _ := p.track.GDP(year)
	return p.gap(year, o) * gdp
}

// GroupGap is the sum of the gaps of some members in money by projected year,
// of all if none is named. Each member's gap counts from zero up: what one
// spends above its target does not fill another's gap.
func (r *Result) GroupGap(members ...string) (scenario.Series, error) {
	paths, err := r.choose(members)
	if err != nil {
		return scenario.Series{}, err
	}
	return r.yearly(func(year int) float64 {
		sum := 0.0
		for _, p := range paths {
			sum += p.gapMoney(year, r.Options)
		}
		return sum
	}), nil
}

// GapTo is how far a member lies below a share of GDP in every year, published and
// projected, whatever was asked of it: as a fraction of GDP, and times GDP as money
// in Dataset.Money. It is 0 where the share counts as reached and never negative. A
// year without a share is left out, from money also one without GDP. Each year has
// the weakest status of the figures that make it. A run needs the GDP of its base
// year, so that no money at all cannot be.
func (r *Result) GapTo(member string, share float64) (gap, money scenario.Series, err error) {
	p, err := r.path(member)
	if err == nil {
		err = checkShare(share)
	}
	if err != nil {
		return gap, money, err
	}
	gap, money = p.gapTo(share, r.Options)
	return gap, money, nil
}

func (p *path) gapTo(share float64, o Options) (gap, money scenario.Series) {
	gap = p.track.Shares().Map(func(_ int, v float64) float64 { return shortfall(v, share, o) })
	return gap, weakest(gap, p.track.GDPs()).Map(func(year int, v float64) float64 {
		gdp, _ := p.track.GDP(year)
		return v * gdp
	})
}

// GroupGapTo is the sum of what some members lack to a share of GDP by year,
// published and projected, of all if none is named: as a fraction of their GDP
// together, and as money in Dataset.Money. Each member's gap counts from zero up, as in
// GroupGap, so that the sum is more than what the share of the group lacks wherever
// one of them is above. A year in which any of them lacks a share or GDP is left out.
func (r *Result) GroupGapTo(share float64, members ...string) (gap, money scenario.Series, err error) {
	paths, err := r.choose(members)
	if err == nil {
		err = checkShare(share)
	}
	if err != nil {
		return gap, money, err
	}
	var moneys []scenario.Series
	for _, p := range paths {
		_, m := p.gapTo(share, r.Options)
		moneys = append(moneys, m)
	}
	money = moneys[0]
	for _, m := range moneys[1:] {
		money = weakest(money, m)
	}
	money = money.Map(func(year int, _ float64) float64 {
		sum := 0.0
		for _, m := range moneys {
			v, _ := m.At(year) // every one has these years
			sum += v
		}
		return sum
	})
	gap = money.Map(func(year int, v float64) float64 {
		gdp := 0.0
		for _, p := range paths {
			y, _ := p.track.GDP(year)
			gdp += y
		}
		return v / gdp
	})
	return gap, money, nil
}

// choose finds the paths of some members, all if none is named. A member named
// twice counts once, one without forces not at all.
func (r *Result) choose(members []string) ([]*path, error) {
	if err := r.check(); err != nil {
		return nil, err
	}
	if len(members) == 0 {
		return r.paths, nil
	}
	wanted := map[*path]bool{}
	for _, name := range members {
		p, err := r.path(name)
		if m, unknown := r.Dataset.Member(name); unknown == nil && m.Exempt != "" {
			continue // no member of a run, but of groups
		}
		if err != nil {
			return nil, err
		}
		wanted[p] = true
	}
	if len(wanted) == 0 {
		return nil, fmt.Errorf("%w: none of %v has figures", scenario.ErrMissing, members)
	}
	var chosen []*path
	for _, p := range r.paths { // in order of code, so that sums do not depend on the caller's order
		if wanted[p] {
			chosen = append(chosen, p)
		}
	}
	return chosen, nil
}
