package projection

import (
	"math"

	"github.com/pledgesim/pledgesim/scenario"
)

// Group is the share of GDP of several members taken together, weighted by GDP:
// the sum of their spending over the sum of their GDP, as a fraction. No member
// named means all of the run. A year in which any of them lacks a figure is a gap.
func (r *Result) Group(members ...string) (scenario.Series, error) {
	return r.group(members, func(ps []*path, year int) float64 {
		spending, gdp := 0.0, 0.0
		for _, p := range ps {
			d, okSpending := p.track.Spending(year)
			y, okGDP := p.track.GDP(year)
			if !okSpending || !okGDP {
				return math.NaN()
			}
			spending, gdp = spending+d, gdp+y
		}
		return spending / gdp
	})
}

// GroupMean is the unweighted mean of the members' shares, in which a small
// member counts as much as a large one. No member named means all of the run.
func (r *Result) GroupMean(members ...string) (scenario.Series, error) {
	return r.group(members, func(ps []*path, year int) float64 {
		sum := 0.0
		for _, p := range ps {
			share, ok := p.track.Share(year)
			if !ok {
				return math.NaN()
			}
			sum += share
		}
		return sum / float64(len(ps))
	})
}

// group makes a series over the years of a group's first member; a value that
// is NaN is a gap.
func (r *Result) group(members []string, value func([]*path, int) float64) (scenario.Series, error) {
	paths, err := r.choose(members)
	if err != nil {
		return scenario.Series{}, err
	}
	years := paths[0].track.Shares()
	for _, p := range paths[1:] {
		years = weakest(years, p.track.Shares())
	}
	return years.Map(func(year int, _ float64) float64 { return value(paths, year) }), nil
}

// weakest marks a year as estimated if it is so in either series.
func weakest(a, b scenario.Series) scenario.Series {
	var obs []scenario.Observation
	for o := range a.Observations() {
		if other, ok := b.Observe(o.Year); ok {
			o.Status = max(o.Status, other.Status)
			obs = append(obs, o)
		}
	}
	s, _ := scenario.SeriesOf(obs...) // part of a valid series
	return s
}
