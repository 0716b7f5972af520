package projection

import (
	"fmt"
	"iter"

	"github.com/pledgesim/pledgesim/scenario"
)

// Discrepancies is the table of where two data sets differ that were merged by
// [scenario.Dataset.With]: a line for each member and year, for each variable both
// figures and the second less the first.
func Discrepancies(x *scenario.Discrepancies) Tabular { return discrepancies{x} }

type discrepancies struct{ x *scenario.Discrepancies }

// The columns of figures that contradict others of their year.
const (
	leftOut = "spending left out" // beside share times GDP
	atOdds  = "share at odds"     // beside spending over GDP
)

// About names both editions and says what was compared.
func (d discrepancies) About() About {
	a := About{Title: "Figures on which two editions differ"}
	if d.x == nil {
		return a
	}
	a.Editions = []string{d.x.Base, d.x.Over}
	kept := d.x.Over
	if d.x.FillOnly {
		kept = d.x.Base
	}
	a.Notes = []string{
		fmt.Sprintf("Figures in both: %d; only in %s: %d. Where they differ, those of %s are kept.", d.x.Compared, d.x.Over, d.x.Added, kept),
		fmt.Sprintf("Difference: %s less %s. What differs by no more than half the last digit of the less precise figure counts as equal.", d.x.Over, d.x.Base),
	}
	said := map[string]bool{}
	for _, v := range d.x.List {
		name, _ := d.column(v)
		said[name] = true
	}
	if said[leftOut] {
		a.Notes = append(a.Notes, "Spending left out: published money that is not the share times "+shareOf(d.x.ShareUnit)+" after the merger, beside that product, which takes its place.")
	}
	if said[atOdds] {
		a.Notes = append(a.Notes, "Share at odds: a share that is kept though it is not the spending over "+shareOf(d.x.ShareUnit)+" after the merger, beside that ratio.")
	}
	return a
}

// column gives the variable and unit under which a discrepancy is printed.
func (d discrepancies) column(v scenario.Discrepancy) (variable, unit string) {
	switch {
	case v.Variable == "share" && v.Contradicts:
		return atOdds, d.x.ShareUnit
	case v.Variable == "share":
		return v.Variable, d.x.ShareUnit
	case v.Contradicts:
		return leftOut, d.x.Money
	case v.Variable == "gdp":
		return shareOf(d.x.ShareUnit), d.x.Money
	}
	return v.Variable, d.x.Money
}

// Rows yields, for each discrepancy, the two figures and their difference.
func (d discrepancies) Rows() iter.Seq[Row] {
	return func(yield func(Row) bool) {
		if d.x == nil {
			return
		}
		for _, v := range d.x.List {
			variable, unit := d.column(v)
			scale, points := 1.0, unit
			if v.Variable == "share" {
				scale, points = scenario.ToPercent(1), UnitDifference
			}
			row := Row{Member: v.Member, Name: v.Name, Variable: variable, Unit: unit, Year: v.Year}
			for _, o := range []struct {
				edition string
				scenario.Observation
			}{{d.x.Base, v.Base}, {d.x.Over, v.Over}} {
				row.Scenario, row.Stat, row.Edition, row.Value = o.edition, published(o.Observation).Status.String(), o.Edition, scale*o.Value
				if !yield(row) {
					return
				}
			}
			row.Scenario, row.Unit, row.Stat, row.Edition = "difference", points, "", ""
			if row.Value = scale * v.Difference(); !yield(row) {
				return
			}
		}
	}
}
