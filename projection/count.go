package projection

import (
	"iter"

	"github.com/pledgesim/pledgesim/scenario"
)

// Count is the number of members of the run that are at their target in each
// year, from the first published year to the horizon. The target is what is
// asked of the member in the last projected year; members of whom nothing is
// asked do not count. A year has the weakest status of the shares in it.
func (r *Result) Count() scenario.Series {
	years := map[int]scenario.Observation{}
	for _, p := range r.paths {
		target := p.final().Share
		for o := range p.track.Shares().Observations() {
			c := years[o.Year]
			c.Year, c.Status = o.Year, max(c.Status, o.Status)
			if target > 0 && r.Options.Reached(o.Value, target) {
				c.Value++
			}
			years[o.Year] = c
		}
	}
	var obs []scenario.Observation
	for _, c := range years {
		obs = append(obs, c)
	}
	s, _ := scenario.SeriesOf(obs...) // one a year by construction
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
