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
