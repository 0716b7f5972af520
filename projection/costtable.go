package projection

import (
	"fmt"
	"iter"
)

// Totals is the table of what the whole projection costs each member and all
// together: the cost in its last year, and the sum of all its years.
func (c *Costs) Totals() Tabular { return costTotals{c} }

type costTotals struct{ *Costs }

func (c costTotals) Rows() iter.Seq[Row] {
	return func(yield func(Row) bool) {
		if c.check() != nil {
			return
		}
		to, all := c.Result.Options.To, [2]float64{}
		row := func(member, name string, v [2]float64) bool {
			extra := Row{
				Scenario: c.Result.Scenario.Name, Member: member, Name: name, Unit: c.Result.Dataset.Money, Stat: StatProjected,
				Variable: fmt.Sprintf("cost in %d against %s", to, c.Baseline.Name), Value: v[0],
			}
			total := extra
			total.Variable = fmt.Sprintf("cost %d-%d against %s", c.Result.Options.Base+1, to, c.Baseline.Name)
			total.Value = v[1]
			return yield(extra) && yield(total)
		}
		for _, p := range c.Result.paths {
			v := [2]float64{c.extra(p, to), c.sum(p)}
			all[0], all[1] = all[0]+v[0], all[1]+v[1]
			if !row(p.member.Code, p.member.Name, v) {
				return
			}
		}
		row(AllMembers, total(len(c.Result.paths)), all)
	}
}

// About names scenario, counterfactual, edition and assumptions.
func (c *Costs) About() About {
	a := about("Cost against the counterfactual: "+c.Baseline.Name, c.Result)
	if c.check() != nil {
		return a
	}
	a.Notes = append(a.Notes,
		"Counterfactual: "+c.Against.Scenario.In(c.Result.Dataset),
		"Cost: spending less that of the counterfactual, undiscounted, "+c.Result.Dataset.Money+".")
	return a
}

// Rows yields the yearly and the cumulative cost of each member by year.
func (c *Costs) Rows() iter.Seq[Row] {
	against := "cost against " + c.Baseline.Name
	return c.rows(c.extra, against, "cumulative "+against)
}

// Steps is the table of Increments by year, with their sum so far.
func (c *Costs) Steps() Tabular { return costSteps{c} }

type costSteps struct{ *Costs }

func (c costSteps) Rows() iter.Seq[Row] {
	return c.rows((*path).increment, "step of the share alone", "sum of the steps")
}

// rows yields, for each member and projected year, a value and its sum so far.
func (c *Costs) rows(value func(*path, int) float64, yearly, cumulative string) iter.Seq[Row] {
	return func(yield func(Row) bool) {
		if c.check() != nil {
			return
		}
		for _, p := range c.Result.paths {
			sum := 0.0
			for year := c.Result.Options.Base + 1; year <= c.Result.Options.To; year++ {
				v := value(p, year)
				sum += v
				row := Row{
					Scenario: c.Result.Scenario.Name, Member: p.member.Code, Name: p.member.Name, Variable: yearly,
					Unit: c.Result.Dataset.Money, Year: year, Stat: StatProjected, Value: v,
				}
				total := row
				total.Variable, total.Value = cumulative, sum
				if !yield(row) || !yield(total) {
					return
				}
			}
		}
	}
}
