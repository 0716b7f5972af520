package projection

import (
	"iter"
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

// GroupTable is the table of several members taken together, under a name for
// the group: their weighted share and unweighted mean by year, and the sum of
// their gaps in the projected years. No member named means all of the run.
func (r *Result) GroupTable(name string, members ...string) (Tabular, error) {
	t := groupTable{result: r, name: name}
	var err error
	if t.weighted, err = r.Group(members...); err != nil {
		return nil, err
	}
	if t.mean, err = r.GroupMean(members...); err != nil {
		return nil, err
	}
	if t.gap, err = r.GroupGap(members...); err != nil {
		return nil, err
	}
	return t, nil
}

type groupTable struct {
	result              *Result
	name                string
	weighted, mean, gap scenario.Series
}

func (t groupTable) About() About { return about(t.name+" taken together", t.result) }

func (t groupTable) Rows() iter.Seq[Row] {
	return func(yield func(Row) bool) {
		d := t.result.Dataset
		for _, v := range []struct {
			variable, unit string
			series         scenario.Series
			scale          float64
		}{
			{"share, weighted by " + denominator(d), d.ShareUnit(), t.weighted, 100},
			{"share, unweighted mean", d.ShareUnit(), t.mean, 100},
			{"sum of gaps to what is asked", d.Money, t.gap, 1},
		} {
			for o := range v.series.Observations() {
				if !yield(Row{
					Scenario: t.result.Scenario.Name, Member: t.name, Name: t.name, Variable: v.variable, Unit: v.unit,
					Year: o.Year, Stat: o.Status.String(), Value: o.Value * v.scale,
				}) {
					return
				}
			}
		}
	}
}
