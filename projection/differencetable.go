package projection

import (
	"fmt"
	"iter"
	"math"

	"github.com/pledgesim/pledgesim/scenario"
)

func (x *Difference) about(title string) About {
	if x.check() != nil {
		return About{Title: title}
	}
	a := describe(title, x.Base, x.Other)
	a.Editions = append(a.Editions, howDrawn(x.options, x.options.drawRange())+", the same economies for both")
	a.Notes = append(a.Notes, x.Base.borrowed()...)
	if x.baseline != nil {
		a.Notes = append(a.Notes, "Counterfactual: "+x.baseline.Name+".")
	}
	return a
}

// About names both scenarios, edition, draws and seed.
func (x *Difference) About() About {
	a := x.about("Year at the target: difference made in the same economies")
	if x.check() == nil {
		a.Title = fmt.Sprintf("Year at the target: %s against %s", x.Other.Scenario.Name, x.Base.Scenario.Name)
		a.Notes = append(a.Notes, fmt.Sprintf("In the same draws, compared with %q: the target is reached earlier (or only now), in the same year (or in neither), later (or no longer) by %d. ± is the Monte Carlo standard error, rounded up.", x.Base.Scenario.Name, x.options.To))
	}
	return a
}

// Rows yields, for each member, the chance that the second scenario has it at its
// target earlier than the first, in the same year, and later.
func (x *Difference) Rows() iter.Seq[Row] {
	return func(yield func(Row) bool) {
		if x.check() != nil {
			return
		}
		for _, p := range x.Base.paths {
			row := Row{Scenario: x.Other.Scenario.Name, Member: p.member.Code, Name: p.member.Name}
			y, err := x.Years(p.member.Code)
			if err != nil {
				return
			}
			for _, v := range []struct {
				variable string
				chance   Estimate
			}{{"earlier", x.either(y.Earlier, y.OnlyOther)}, {"same", x.either(y.Same, y.Neither)}, {"later", x.either(y.Later, y.OnlyBase)}} {
				if !yield(chanceRow(row, v.variable, v.chance)) {
					return
				}
			}
		}
	}
}

// either is the chance of one of two things that exclude each other.
func (x *Difference) either(a, b Estimate) Estimate {
	return x.estimate(int64(math.Round((a.Value + b.Value) * float64(x.Draws()))))
}

// Costs is the table of what the second scenario costs over the first by the
// horizon, undiscounted, for each member and all together: the mean, and what is
// not exceeded in 5%, 50% and 95% of all draws.
func (x *Difference) Costs() Tabular { return differenceCosts{x} }

type differenceCosts struct{ x *Difference }

func (t differenceCosts) About() About {
	a := t.x.about("Cost in simulations")
	if t.x.check() == nil {
		o := t.x.options
		a.Title = fmt.Sprintf("Cost in simulations against: %s", t.x.Base.Scenario.Name)
		a.Notes = append(a.Notes, fmt.Sprintf("Cost: spending of %q less that of %q in the same draw, added up over %d-%d, undiscounted, %s. p05 to p95: not exceeded in 5%% to 95%% of all draws, within %.1f%% of their value; those of the total are of sums, not sums of quantiles. ± is the Monte Carlo standard error of the mean, rounded up.",
			t.x.Other.Scenario.Name, t.x.Base.Scenario.Name, o.Base+1, o.To, t.x.Base.Dataset.Money, scenario.ToPercent(DifferenceError)),
			"Where a recession takes a share above the target, a response that holds it there spends more than the target asks: the mean can lie above the cost of the path without luck.")
	}
	return a
}

func (t differenceCosts) Rows() iter.Seq[Row] {
	return func(yield func(Row) bool) {
		x := t.x
		if x.check() != nil {
			return
		}
		what := fmt.Sprintf("cost %d-%d against %s,", x.options.Base+1, x.options.To, x.Base.Scenario.Name)
		for i := range len(x.Base.paths) + 1 {
			row := Row{Member: AllMembers, Name: total(len(x.Base.paths))}
			if i < len(x.Base.paths) {
				row = Row{Member: x.Base.paths[i].member.Code, Name: x.Base.paths[i].member.Name}
			}
			row.Scenario, row.Unit = x.Other.Scenario.Name, x.Base.Dataset.Money
			costs, err := x.costs(row.Member)
			if err != nil {
				return
			}
			last := &costs[len(costs)-1]
			mean := row
			mean.Variable, mean.Stat = what+" mean", StatMean
			mean.Value, mean.StdErr, err = x.MeanCost(row.Member, x.options.To)
			if err != nil || !yield(mean) {
				return
			}
			for _, q := range outerQuantiles() {
				r := row
				r.Variable, r.Stat, r.Value = what+" "+q.stat, q.stat, last.counts.at(rank(q.p, x.Draws()))
				if !yield(r) {
					return
				}
			}
		}
	}
}
