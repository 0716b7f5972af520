package projection

import (
	"fmt"
	"iter"
	"slices"
	"strings"

	"github.com/pledgesim/pledgesim/scenario"
)

// check refuses a backtest that did not come from RunBacktest.
func (b *Backtest) check() error {
	if b == nil || b.Truth == nil || len(b.entrants) == 0 {
		return fmt.Errorf("%w: an empty Backtest: make it with RunBacktest", scenario.ErrInvalid)
	}
	return nil
}

// About names the truth, what was known at each origin, and the assumptions of each
// scenario.
func (b *Backtest) About() About {
	a := b.about("Forecasts from what was known at the time, and what happened")
	if b.check() == nil {
		a.Lines, a.ByScenario = "scenario, origin", true
		a.Notes = append(a.Notes,
			"p05 to p95: the share that is not exceeded in 5% to 95% of the draws; reached: chance of having been at what is asked in or before the year, which is certain for who was there in the base year.")
	}
	return a
}

// about is what must be said of every table of a backtest.
func (b *Backtest) about(title string) About {
	a := About{Title: title}
	if b.check() != nil {
		return a
	}
	var known, growth []string
	at := map[string][]int{}
	for _, v := range b.vintages {
		what := v.named()
		known, at[what] = append(known, what), append(at[what], v.origin)
		a.Notes = append(a.Notes, v.known.Notes...)
	}
	known = once(known)
	for i, what := range known {
		known[i] = "forecasts from the end of " + years(at[what]) + ": " + what
	}
	last := map[string]scenario.Scenario{}
	for _, r := range b.runs {
		last[r.scenario] = r.central.Scenario
		growth = append(growth, growthSources(r.central.Scenario)...)
	}
	for _, e := range b.entrants {
		s, ok := last[e.name]
		if e.fixed != nil {
			s, ok = *e.fixed, true
		}
		if ok {
			a.Assumptions = append(a.Assumptions, s.In(b.Truth))
		}
	}
	a.Editions = once(slices.Concat([]string{"outcomes: " + edition(b.Truth)}, known, growth, []string{
		fmt.Sprintf("simulations: %s draws at each origin, seed %d plus the origin", number(float64(b.Options.Draws), 0), b.Options.Seed),
	}))
	if names := b.estimatedAnew(); len(names) > 0 && len(b.vintages) > 0 {
		a.Notes = append(a.Notes, fmt.Sprintf("Estimated anew at each origin from what was known then, and described as at the last, %d: %s.", b.vintages[len(b.vintages)-1].origin, strings.Join(names, ", ")))
	}
	a.Notes = append(append(a.Notes, "Pledges are as they were known at the origin. A scenario without randomness is a point: its CRPS is its absolute error, its bands have no width. So are hold-last, drift, trend and pledge met: "+denominator(b.Truth)+" grows as it is expected to.",
		"Outcomes are as the edition prints them, with its revisions of earlier years, which no forecast could know. They are not independent: the members of a year live in one economy, and forecasts from neighbouring origins overlap."),
		b.Truth.Notes...)
	a.Notes = once(a.Notes)
	a.Warnings = slices.Clone(b.Warnings)
	return a
}

// named says what was known at the origin, in words that other origins share.
func (v *vintage) named() string {
	d := *v.known
	if name, cut := strings.CutSuffix(d.Edition, fmt.Sprintf(" cut at %d", v.origin)); cut {
		d.Edition = name + " cut at that year"
	}
	text := edition(&d)
	if base := v.options.Base; base != v.origin {
		text += fmt.Sprintf(", which goes on from %d", base)
	}
	return text
}

// years names some years in order: "1995 to 2018, 2020".
func years(all []int) string {
	var parts []string
	for i := 0; i < len(all); {
		last := i
		for last+1 < len(all) && all[last+1] == all[last]+1 {
			last++
		}
		part := fmt.Sprint(all[i])
		if last > i {
			part += fmt.Sprintf(" to %d", all[last])
		}
		parts, i = append(parts, part), last+1
	}
	return strings.Join(parts, ", ")
}

// estimatedAnew names the candidates.
func (b *Backtest) estimatedAnew() []string {
	var names []string
	for _, c := range b.Options.Candidates {
		names = append(names, fmt.Sprintf("%q", c.Name))
	}
	return names
}

// Rows yields, for each forecast, seven quantiles of the share from p05 to p95 and
// their mean, the outcome, the chance of having reached what is asked, and the CRPS.
// They have scenario, member and year in common, and as Case the origin.
func (b *Backtest) Rows() iter.Seq[Row] {
	return func(yield func(Row) bool) {
		if b.check() != nil {
			return
		}
		for _, f := range b.Forecasts {
			for _, r := range f.rows(b.Truth) {
				if !yield(r) {
					return
				}
			}
		}
	}
}

// rows are the numbers of a forecast, in the units of the truth; no quantiles where the member could not be
// projected, an outcome of NaN where nothing can be compared.
func (f Forecast) rows(truth *scenario.Dataset) []Row {
	var all []Row
	row := Row{Scenario: f.Scenario, Member: f.Member, Name: f.Name, Case: fmt.Sprint(f.Origin), Year: f.Year}
	add := func(variable, unit, stat string, v float64) {
		row.Variable, row.Unit, row.Stat, row.Value = variable, unit, stat, scenario.ToPercent(v)
		all = append(all, row)
	}
	if f.made() {
		for i, v := range f.levels() {
			add("share "+quantiles[i].stat, truth.ShareUnit(), quantiles[i].stat, v)
		}
		add("share mean", truth.ShareUnit(), StatMean, f.Mean)
	}
	add("outcome", truth.ShareUnit(), f.Outcome.Status.String(), f.Outcome.Value)
	all[len(all)-1].Edition = f.Outcome.Edition
	if f.made() && f.Asked > 0 {
		add("reached", UnitChance, StatChance, f.Chance)
	}
	if f.Scored() {
		add("CRPS", errorUnit(truth), StatScore, f.CRPS)
	}
	return all
}
