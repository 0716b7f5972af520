package main

import (
	"iter"
	"slices"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// gapsToTheEnd is what all members lack to what is asked of each in the end.
const gapsToTheEnd = "sum of gaps to the last target"

const allMembers = "All members"

// everybody is the table of all members taken together, with the gaps that the charts
// beside it show: in every year to what is asked in the end. Those of the library's
// table are to the step that is in force, so that one year would have two gaps.
type everybody struct {
	projection.Tabular
	result *projection.Result
	name   string
	gaps   scenario.Series
}

// together makes the table of a result in which something is asked, under a name for
// all its members.
func together(r *projection.Result, name string) (projection.Tabular, error) {
	t, err := r.GroupTable(name)
	if err != nil {
		return nil, err
	}
	var gaps []scenario.Series
	for i, target := range tallyOf(r).targets {
		_, money, err := r.GroupGapTo(target, alike(r)[i]...)
		if err != nil {
			return nil, err
		}
		gaps = append(gaps, money)
	}
	all, err := sum(gaps)
	return everybody{t, r, name, all}, err
}

// groupShares are the tables of the share of all members taken together.
func (s *study) groupShares() (tables []projection.Tabular) {
	for _, r := range s.results {
		if t, err := r.GroupTable(allMembers); err == nil {
			tables = append(tables, projection.Only(t, "share, weighted by "+s.data.Denominator))
		}
	}
	return tables
}

// sum adds series in the years that all of them have. A sum is no more certain than the
// least certain of its parts.
func sum(series []scenario.Series) (scenario.Series, error) {
	var all []scenario.Observation
	for o := range series[0].Observations() {
		whole := true
		for _, s := range series[1:] {
			other, ok := s.Observe(o.Year)
			whole = whole && ok
			o.Value, o.Status = o.Value+other.Value, max(o.Status, other.Status)
		}
		if whole {
			all = append(all, o)
		}
	}
	return scenario.SeriesOf(all...)
}

// About says what the gaps are to.
func (e everybody) About() projection.About {
	a := e.Tabular.About()
	a.Notes = append(slices.Clip(a.Notes), "Gaps are to what is asked of each member in the end, in all years.")
	return a
}

// Rows are those of the shares, and the gaps.
func (e everybody) Rows() iter.Seq[projection.Row] {
	return func(yield func(projection.Row) bool) {
		for row := range e.Tabular.Rows() {
			if row.Variable != "sum of gaps to what is asked" && !yield(row) {
				return
			}
		}
		for o := range e.gaps.Observations() {
			if !yield(projection.Row{
				Scenario: e.result.Scenario.Name, Member: e.name, Name: e.name, Variable: gapsToTheEnd, Unit: e.result.Dataset.Money,
				Year: o.Year, Stat: o.Status.String(), Value: o.Value,
			}) {
				return
			}
		}
	}
}
