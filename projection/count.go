package projection

import (
	"iter"
	"maps"
	"slices"

	"github.com/pledgesim/pledgesim/scenario"
)

// Count is the number of members of the run that are at their target in each
// year, from the first published year to the horizon. The target is what is
// asked of the member in the last projected year; members of whom nothing is
// asked do not count. A year has the weakest status of the shares in it.
func (r *Result) Count() scenario.Series {
	c := count{}
	for _, p := range r.paths {
		target := p.final().Share
		c.add(p.track.Shares(), func(o scenario.Observation) bool { return target > 0 && r.Options.Reached(o.Value, target) })
	}
	return c.series()
}

// Count is the number of members at the share in each published year, to be set
// beside that of a projection. As there, a member without a figure does not count,
// and a year has the weakest status of the shares in it.
func (r *Record) Count() scenario.Series {
	c := count{}
	for _, m := range r.Members {
		c.add(m.share, func(o scenario.Observation) bool { return within(m.Spans, o.Year) })
	}
	return c.series()
}

// CountQuantile is the number of members at their target that is not exceeded in the
// part p of all draws, in (0, 1], by year: counted from published figures up to the
// base year as [Result.Count] does, then MembersQuantile of each year by itself.
func (e *Ensemble) CountQuantile(p float64) (scenario.Series, error) {
	if err := e.check(); err != nil {
		return scenario.Series{}, err
	}
	if err := checkPart(p); err != nil {
		return scenario.Series{}, err
	}
	o := e.sim.options
	obs := slices.Collect(e.sim.central.Count().Until(o.Base).Observations())
	for year := o.Base + 1; year <= o.To; year++ {
		n, err := e.MembersQuantile(year, p)
		if err != nil {
			return scenario.Series{}, err
		}
		obs = append(obs, scenario.Observation{Year: year, Value: float64(n), Status: scenario.Projected})
	}
	return scenario.SeriesOf(obs...)
}

// A count is a number of members by year.
type count map[int]scenario.Observation

// add counts a member in those of its years that are at the target.
func (c count) add(shares scenario.Series, at func(scenario.Observation) bool) {
	for o := range shares.Observations() {
		n := c[o.Year]
		n.Year, n.Status = o.Year, max(n.Status, o.Status)
		if at(o) {
			n.Value++
		}
		c[o.Year] = n
	}
}

func (c count) series() scenario.Series {
	s, _ := scenario.SeriesOf(slices.Collect(maps.Values(c))...) // one a year by construction
	return s
}

// Counts is the table of the number of members at their target by year, a
// column for each scenario.
func (c *Comparison) Counts() Tabular { return comparisonCounts{c} }

type comparisonCounts struct{ *Comparison }

func (c comparisonCounts) About() About {
	a := c.Comparison.About()
	a.Title = "Number of members at their target"
	return a
}

func (c comparisonCounts) Rows() iter.Seq[Row] {
	return func(yield func(Row) bool) {
		for _, r := range c.Results {
			for o := range r.Count().Observations() {
				if !yield(Row{
					Scenario: r.Scenario.Name, Member: AllMembers, Name: total(len(r.paths)), Variable: "members at target", Unit: UnitMembers,
					Year: o.Year, Stat: o.Status.String(), Value: o.Value,
				}) {
					return
				}
			}
		}
	}
}
