package projection

import (
	"fmt"
	"iter"
	"strings"

	"github.com/pledgesim/pledgesim/scenario"
)

// About names the edition of the outcomes, and origin, edition and assumptions of
// each forecast.
func (c *Coverage) About() About {
	a := c.about("How often outcomes lay inside what was forecast")
	a.Notes = append([]string{"Inside 80%: from the 10% to the 90% quantile of the draws, both included; the others alike. Forecasts are calibrated if 80% of the outcomes lie there."}, a.Notes...)
	return a
}

func (c *Coverage) about(title string) About {
	if c.check() != nil {
		return About{Title: title}
	}
	var central []*Result
	var draws []string
	var warnings []error
	bases := map[int]bool{}
	for _, e := range c.Ensembles {
		central = append(central, e.Central())
		draws = append(draws, howDrawn(e.sim.options, e.ranges...))
		warnings = append(warnings, e.Warnings...)
		bases[e.sim.options.Base] = true
	}
	a := describe(title, central...)
	for i := range central {
		a.Editions[i] = "forecast: " + a.Editions[i]
	}
	a.Editions = once(append(append([]string{"outcomes: " + edition(c.Outcome)}, a.Editions...), draws...))
	a.Lines = "forecast"
	a.Notes = append([]string{
		fmt.Sprintf("Outcomes: shares of a member in a year that was forecast, once for each base year: %d. Members: %d. Base years: %d. Estimates of the source among them: %d. Left out besides, without a figure that can be compared: %d.", c.All.Outcomes, len(c.members), len(bases), c.All.Estimated, c.All.Missing),
		"They are not independent: the members of a year live in one economy, and the years of a member hang together. They say less than as many separate trials would.",
		"They are as the edition prints them, with its revisions of earlier years, which no forecast could know.",
	}, a.Notes...)
	a.Notes = append(a.Notes, c.Outcome.Notes...)
	a.Warnings = onceBy(append(warnings, c.Warnings...), error.Error)
	return a
}

// Rows yields, for each number of years ahead and for all together, the number of
// outcomes and the part of them inside, below and above each band.
func (c *Coverage) Rows() iter.Seq[Row] {
	return c.rows(func(r Reliability) []Row {
		rows := []Row{
			{Variable: "outcomes", Unit: UnitOutcomes, Value: float64(r.Outcomes)},
			{Variable: "estimated", Unit: UnitOutcomes, Value: float64(r.Estimated)},
			{Variable: "missing", Unit: UnitOutcomes, Value: float64(r.Missing)},
		}
		for _, b := range r.Bands {
			band := percents(b.Nominal) + "%"
			rows = append(rows,
				outcomes("inside "+band, b.Inside, b.N), outcomes("below "+band, b.Below, b.N), outcomes("above "+band, b.Above, b.N))
		}
		return rows
	})
}

// Quantiles is the table of the part of the outcomes at or below each quantile of
// the forecast, by years ahead and for all together.
func (c *Coverage) Quantiles() Tabular { return coverageQuantiles{c} }

type coverageQuantiles struct{ c *Coverage }

func (t coverageQuantiles) About() About {
	a := t.c.about("How often outcomes lay at or below quantiles of the forecast")
	a.Notes = append([]string{"p05 to p95: the share that is not exceeded in 5% to 95% of all draws. Forecasts are calibrated if as many outcomes lie at or below it."}, a.Notes...)
	return a
}

func (t coverageQuantiles) Rows() iter.Seq[Row] {
	return t.c.rows(func(r Reliability) []Row {
		var rows []Row
		for i, l := range r.Levels {
			rows = append(rows, outcomes("at or below "+quantiles[i].stat, l.AtOrBelow, l.N))
		}
		return rows
	})
}

// outcomes gives a part of some outcomes as a row.
func outcomes(variable string, n, of int) Row {
	return Row{Variable: variable, Unit: UnitOutcome, Value: scenario.ToPercent(part(n, of))}
}

// rows yields some numbers for each number of years ahead, and for all together.
func (c *Coverage) rows(of func(Reliability) []Row) iter.Seq[Row] {
	return func(yield func(Row) bool) {
		if c.check() != nil {
			return
		}
		var names []string
		for _, e := range c.Ensembles {
			names = append(names, e.sim.scenario.Name)
		}
		for _, r := range append(append([]Reliability(nil), c.Horizons...), c.All) {
			for _, row := range of(r) {
				row.Scenario, row.Member, row.Name = strings.Join(once(names), ", "), AllMembers, total(len(c.members))
				row.Case, row.Stat = yearsAhead(r.Ahead), StatObserved
				if !yield(row) {
					return
				}
			}
		}
	}
}

// yearsAhead names a number of years ahead; 0 are all together.
func yearsAhead(n int) string {
	switch n {
	case 0:
		return "all"
	case 1:
		return "1 year ahead"
	}
	return fmt.Sprintf("%d years ahead", n)
}
