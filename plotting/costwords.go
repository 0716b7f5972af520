package plotting

import (
	"fmt"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// oneScenario and oneBaseline report whether all costs are of one scenario, or
// against one counterfactual.
func oneScenario(cs []*projection.Costs) bool { return len(projected(cs)) == 1 }

func oneBaseline(cs []*projection.Costs) bool {
	for _, c := range cs {
		if c.Baseline.Name != cs[0].Baseline.Name {
			return false
		}
	}
	return true
}

// costLabel names one of several costs by what sets it apart, and its total.
func costLabel(cs []*projection.Costs, i int, total string) string {
	name := cs[i].Result.Scenario.Name
	switch {
	case len(cs) == 1:
		return total
	case oneBaseline(cs):
		return name + ": " + total
	case oneScenario(cs):
		return "against " + cs[i].Baseline.Name + ": " + total
	}
	return name + " against " + cs[i].Baseline.Name + ": " + total
}

// costTitle states the total: "Germany spends USD 210 billion more up to 2035 in
// “3.5% by 2035” than in “share of GDP frozen”".
func costTitle(cs []*projection.Costs, who summed, sums []scenario.Series, unit money) string {
	to := cs[0].Result.Options.To
	totals := make([]float64, len(sums))
	for i, s := range sums {
		totals[i], _ = s.At(to)
	}
	if len(cs) == 1 {
		more := unit.amount(totals[0]) + " more"
		switch {
		case unit.number(totals[0]) == "0":
			more = "no more"
		case totals[0] < 0:
			more = unit.amount(-totals[0]) + " less"
		}
		return fmt.Sprintf("%s %s %s up to %d in %s than in %s", who.name, who.verb("spends", "spend"), more, to,
			quoted(cs[0].Result.Scenario.Name), quoted(cs[0].Baseline.Name))
	}
	what, on := "cost of "+quoted(cs[0].Result.Scenario.Name), "the counterfactual"
	switch {
	case oneBaseline(cs):
		what, on = "cost over "+quoted(cs[0].Baseline.Name), "the scenario"
	case !oneScenario(cs):
		what, on = "cost", "scenario and counterfactual"
	}
	return fmt.Sprintf("%s: the %s up to %d is %s", who.name, what, to, unit.span(totals, on))
}

// span says between which amounts something is that depends on something.
func (m money) span(amounts []float64, on string) string {
	least, most := amounts[0], amounts[0]
	for _, v := range amounts {
		least, most = min(least, v), max(most, v)
	}
	switch {
	case m.number(least) == m.number(most):
		return m.amount(most) + ", whatever " + on
	case len(amounts) == 2:
		return m.amounts(" or ", amounts...) + ", depending on " + on
	}
	return m.amounts(" to ", least, most) + ", depending on " + on
}

// costSubtitle names the quantity, the counterfactual and the unit.
func costSubtitle(cs []*projection.Costs, each, total money) string {
	against := "the counterfactual named at each line"
	if oneBaseline(cs) {
		against = "the counterfactual " + quoted(cs[0].Baseline.Name)
	}
	unit := total.prices
	if each == total {
		unit = total.String()
	}
	return joinWords(", ", capital(quantity(projected(cs)))+" above "+against, unit)
}

// headingIn adds the unit to a heading where that of the other chart is another.
func headingIn(heading string, unit, other money) string {
	if unit == other {
		return heading
	}
	return joinWords(", ", heading, joinWords(" ", unit.currency, unit.scale))
}

// counterfactuals says what each counterfactual assumes, once.
func counterfactuals(cs []*projection.Costs) []string {
	var said []string
	for _, c := range cs {
		text := inWords(c.Against.Scenario.Reaction(), c.Result.Dataset)
		if p := inWords(c.Baseline.Pledge, c.Result.Dataset); p != "" {
			text = p + "; " + text
		}
		said = append(said, "Counterfactual "+quoted(c.Baseline.Name)+": "+text)
	}
	return said
}

// costRule says how the sum is made.
func costRule(r *projection.Result, yearly []scenario.Series) string {
	rule := fmt.Sprintf("Total: sum of the yearly differences from %d on, not discounted", r.Options.Base+1)
	for _, s := range yearly {
		for _, v := range s.All() {
			if v < 0 {
				return rule + "; below zero: a saving"
			}
		}
	}
	return rule
}
