package plotting

import (
	"fmt"
	"slices"

	"gonum.org/v1/plot"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// Costs shows what projections cost some members together over a counterfactual,
// which is always named: beside each other the cost of each year, as columns that
// hang down where it is a saving, and the sum of all years so far, as lines with
// the total at their end. Members are named by code or name; nil means all.
// Several costs are compared side by side, in colours by their order: one path
// against several counterfactuals, or several scenarios against one. They must
// start from the same edition and base year and have one horizon.
// Money is undiscounted, in a readable part of the unit of the data set.
func Costs(members []string, cs ...*projection.Costs) (*Figure, error) {
	f, err := costs(members, cs)
	if err != nil {
		return nil, fmt.Errorf("Costs: %w", err)
	}
	return f, nil
}

func costs(members []string, cs []*projection.Costs) (*Figure, error) {
	if err := checkCosts(cs); err != nil {
		return nil, err
	}
	rs := projected(cs)
	who, err := summedOf(members, rs)
	if err != nil {
		return nil, err
	}
	yearly, sums := make([]scenario.Series, len(cs)), make([]scenario.Series, len(cs))
	for i, c := range cs {
		if yearly[i], err = c.Yearly(who.codes...); err != nil {
			return nil, err
		}
		if sums[i], err = c.Cumulative(who.codes...); err != nil {
			return nil, err
		}
	}
	base, to := rs[0].Options.Base, rs[0].Options.To
	each, total := moneyUpTo(rs[0], yearly...), moneyUpTo(rs[0], sums...)
	due, err := dueDates(rs, who.codes)
	if err != nil {
		return nil, err
	}
	columns := &columns{first: base + 1, last: to, series: yearly, deadlines: due, ticks: each.ticks}
	lines := &timeChart{first: base, last: to, deadlines: due, ticks: total.ticks, headroom: 0.04}
	for i, sum := range sums {
		end, _ := sum.At(to)
		columns.colours = append(columns.colours, i)
		lines.lines = append(lines.lines, timeLine{label: costLabel(cs, i, total.number(end)), values: fromZero(sum, base)})
	}
	if len(cs) == 1 {
		last, _ := yearly[0].At(to)
		columns.label = each.number(last)
		lines.areas = []area{{lines: segments(lines.lines[0].values), colour: tint(0)}}
	}
	words := append(runAssumptions(rs), counterfactuals(cs)...)
	words = append(words, costRule(rs[0], yearly), who.about)
	words = append(words, remarks(rs, who.codes)...)
	return &Figure{
		Title:    costTitle(cs, who, sums, total),
		Subtitle: costSubtitle(cs, each, total),
		Note:     note(append(words, caveats(rs))...),
		Source:   source(rs),
		editions: editionsOf(rs),
		least:    usualHeight,
		colours:  len(cs),
		chart: sideBySide{
			{headingIn("Each year", each, total), columns},
			{headingIn(fmt.Sprintf("In total from %d on", base+1), total, each), lines},
		},
	}, nil
}

// checkCosts refuses costs that cannot stand in one chart.
func checkCosts(cs []*projection.Costs) error {
	if len(cs) == 0 {
		return fmt.Errorf("there are no costs: give at least one, from projection.Cost: %w", scenario.ErrInvalid)
	}
	if len(cs) > maxScenarios {
		return fmt.Errorf("%d costs are too many: only %d colours can be told apart, so show fewer at once", len(cs), maxScenarios)
	}
	seen, meaning := map[[2]string]bool{}, map[string]string{}
	for i, c := range cs {
		if c == nil {
			return fmt.Errorf("cost %d is nil: was an error of projection.Cost passed over?", i+1)
		}
		if _, err := c.Total(); err != nil {
			return fmt.Errorf("cost %d: %w", i+1, err)
		}
		name := [2]string{c.Result.Scenario.Name, c.Baseline.Name}
		if seen[name] {
			return fmt.Errorf("two costs are those of %q against %q: give scenarios and counterfactuals names of their own: %w", name[0], name[1], scenario.ErrDuplicate)
		}
		seen[name] = true
		means := counterfactuals([]*projection.Costs{c})[0]
		if other, known := meaning[c.Baseline.Name]; known && other != means {
			return fmt.Errorf("two counterfactuals are named %q: give each a name of its own: %w", c.Baseline.Name, scenario.ErrDuplicate)
		}
		meaning[c.Baseline.Name] = means
		if unit := cs[0].Result.Dataset.Money; c.Result.Dataset.Money != unit {
			return fmt.Errorf("cost 1 is in %s, cost %d in %s: draw a chart for each: %w", unit, i+1, c.Result.Dataset.Money, scenario.ErrUnit)
		}
		if to := cs[0].Result.Options.To; c.Result.Options.To != to {
			return fmt.Errorf("cost 1 runs to %d, cost %d to %d: run all with one horizon (Options.To): %w", to, i+1, c.Result.Options.To, scenario.ErrInvalid)
		}
	}
	return checkHistory(projected(cs))
}

// projected gives the results whose costs are shown, each once.
func projected(cs []*projection.Costs) []*projection.Result {
	var rs []*projection.Result
	for _, c := range cs {
		if !slices.Contains(rs, c.Result) {
			rs = append(rs, c.Result)
		}
	}
	return rs
}

// moneyUpTo is the unit for the largest amount of several series.
func moneyUpTo(r *projection.Result, all ...scenario.Series) money {
	largest := 0.0
	for _, s := range all {
		for _, v := range s.All() {
			largest = max(largest, v, -v)
		}
	}
	return moneyOf(r.Dataset.Money, largest)
}

// ticks makes the labels of an axis of this money.
func (m money) ticks(room int) plot.Ticker { return moneyTicks{unit: m, most: room} }

// dueDates are the deadlines of some members in any result.
func dueDates(rs []*projection.Result, codes []string) ([]int, error) {
	var all []projection.Reach
	for _, code := range codes {
		steps, err := milestones(code, rs)
		if err != nil {
			return nil, err
		}
		all = append(all, steps...)
	}
	return deadlines(all), nil
}

// fromZero begins a sum with nothing in the base year.
func fromZero(sum scenario.Series, base int) scenario.Series {
	obs := []scenario.Observation{{Year: base, Status: scenario.Projected}}
	s, _ := scenario.SeriesOf(slices.AppendSeq(obs, sum.Observations())...) // all later years
	return s
}
