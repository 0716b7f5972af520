package projection

import (
	"fmt"
	"iter"
	"maps"
	"math"
	"slices"
	"strings"

	"github.com/pledgesim/pledgesim/scenario"
)

// A quantile is named by the part of all draws that does not exceed it.
type quantile struct {
	p    float64
	stat string
}

// quantiles are those of the table of an Ensemble.
var quantiles = [...]quantile{{0.05, "p05"}, {0.10, "p10"}, {0.25, "p25"}, {0.50, "p50"}, {0.75, "p75"}, {0.90, "p90"}, {0.95, "p95"}}

// outerQuantiles are the first, the middle and the last of them, for tables that are
// narrower.
func outerQuantiles() []quantile {
	return []quantile{quantiles[0], quantiles[len(quantiles)/2], quantiles[len(quantiles)-1]}
}

// about is what must be said of every table of a simulation.
func (e *Ensemble) about(title string) About {
	if e.check() != nil {
		return About{Title: title}
	}
	a := describe(title, e.sim.central)
	a.Editions = append(a.Editions, howDrawn(e.sim.options, e.ranges...))
	a.Warnings = slices.Clone(e.Warnings) // those of the central run are among them
	a.Notes = append(a.Notes, drawn)
	if year := e.sim.options.Control; year != 0 {
		a.Notes = append(a.Notes, fmt.Sprintf("Chances of having reached the target by %d are corrected by a control variate, so that they have smaller errors than those beside them.", year))
	}
	a.Notes = append(a.Notes, e.sim.central.borrowed()...)
	return a
}

// drawn is what must be said of every table of chances.
const drawn = "Chances are shares of draws; ± is their Monte Carlo standard error, rounded up. It says how much more draws could move them, not how good the model is."

// howDrawn says how a simulation was made.
func howDrawn(o Options, ranges ...drawRange) string {
	var parts []string
	total := 0
	for _, r := range ranges {
		parts = append(parts, fmt.Sprintf("%s to %s", number(float64(r.first), 0), number(float64(r.end-1), 0)))
		total += r.draws()
	}
	text := fmt.Sprintf("simulation: %s draws", number(float64(total), 0))
	if len(ranges) > 1 || ranges[0].first > 0 {
		text += ", numbers " + strings.Join(parts, " and ")
	}
	if o.Until != (Until{}) {
		text += fmt.Sprintf(", of at most %s until a standard error of %s", number(float64(o.Draws), 0), scenario.FormatShare(o.Until.StdErr))
	}
	if o.Antithetic {
		text += ", in antithetic pairs"
	}
	return fmt.Sprintf("%s, seed %d", text, o.Seed)
}

// borrowed names the members whose share of the base year was printed in another
// edition than the rest of the data set.
func (r *Result) borrowed() []string {
	codes := map[string][]string{}
	for _, p := range r.paths {
		if o := p.origin(r); o.Edition != "" {
			codes[o.Edition] = append(codes[o.Edition], p.member.Code)
		}
	}
	var notes []string
	for _, edition := range slices.Sorted(maps.Keys(codes)) {
		notes = append(notes, fmt.Sprintf("Start from a share that was printed in edition %s: %s.", edition, strings.Join(codes[edition], ", ")))
	}
	return notes
}

// About names scenario, edition, assumptions, draws and seed.
func (e *Ensemble) About() About {
	a := e.about("Share in simulations, by year")
	if e.check() == nil {
		a.Title = fmt.Sprintf("Share of %s in simulations, by year", denominator(e.sim.central.Dataset))
		a.Notes = append(a.Notes, "p05 to p95: the share that is not exceeded in 5% to 95% of all draws, each year by itself; no path runs along one of them.")
		if !e.Exact() {
			a.Notes = append(a.Notes, fmt.Sprintf("Quantiles are off by at most %.1g%% of their value.", scenario.ToPercent(QuantileError)))
		}
	}
	return a
}

// Rows yields, for each member and projected year, seven quantiles of the share
// from p05 to p95, the chance of being at the target in the year and the chance of
// having reached it by then.
func (e *Ensemble) Rows() iter.Seq[Row] {
	return func(yield func(Row) bool) {
		if e.check() != nil {
			return
		}
		ranks := e.ranks()
		for i, p := range e.sim.central.paths {
			for k := range e.sim.years {
				row := Row{Scenario: e.sim.scenario.Name, Member: p.member.Code, Name: p.member.Name, Year: e.sim.options.Base + 1 + k}
				for j, v := range e.shareAt(i, k, ranks...) {
					r := row
					r.Variable, r.Unit, r.Stat, r.Value = "share "+quantiles[j].stat, e.sim.central.Dataset.ShareUnit(), quantiles[j].stat, scenario.ToPercent(v)
					if !yield(r) {
						return
					}
				}
				if e.asked(i) && !(yield(chanceRow(row, "at target", e.cautious(e.tallies[i].at[k]))) && yield(chanceRow(row, "reached", e.chance(i, k)))) {
					return
				}
			}
		}
	}
}

// ranks are the places of the quantiles among all draws.
func (e *Ensemble) ranks() []int {
	ranks := make([]int, len(quantiles))
	for j, q := range quantiles {
		ranks[j] = rank(q.p, e.Draws())
	}
	return ranks
}

// chanceRow gives an estimate as a table row.
func chanceRow(row Row, variable string, c Estimate) Row {
	row.Variable, row.Unit, row.Stat = variable, UnitChance, StatChance
	row.Value, row.StdErr = scenario.ToPercent(c.Value), scenario.ToPercent(c.StdErr)
	return row
}

// Chances is the table of the chance that each member has reached its target by
// the end of some years; no year named means the horizon.
func (e *Ensemble) Chances(years ...int) (Tabular, error) {
	if err := e.check(); err != nil {
		return nil, err
	}
	if len(years) == 0 {
		years = []int{e.sim.options.To}
	}
	var by []string
	for i, year := range years {
		if _, err := e.projected(year); err != nil {
			return nil, err
		}
		if slices.Contains(years[:i], year) {
			return nil, &scenario.FieldError{Field: "years", Value: year, Problem: "occurs twice", Err: scenario.ErrDuplicate}
		}
		by = append(by, fmt.Sprint(year))
	}
	return ensembleTable{e, "Chance of having reached the target by " + strings.Join(by, ", "), nil, func(i int, row Row) []Row {
		var all []Row
		for _, year := range years {
			k, _ := e.projected(year) // checked above
			c := chanceRow(row, fmt.Sprintf("by %d", year), e.chance(i, k))
			if !e.asked(i) {
				c.Value, c.Text = math.NaN(), "not asked"
			}
			all = append(all, c)
		}
		return all
	}}, nil
}

// Years is the table of when each member reaches its target: the years by which
// a tenth, half and nine tenths of the draws have, the chance by the deadline (or,
// without one, the horizon), and the chance that the pledge is kept: at the target
// from the deadline to the horizon.
func (e *Ensemble) Years() Tabular {
	notes := []string{
		"Years: those by which a tenth, half and nine tenths of the draws have been at the target.",
		fmt.Sprintf("By the deadline: of having been at the target in its year or before. Kept: of being there in the year of the deadline and in every year from then to %d.", e.Options().To),
	}
	return ensembleTable{e, "Year in which each member reaches its target, in simulations", notes, func(i int, row Row) []Row {
		var all []Row
		for _, q := range []float64{0.1, 0.5, 0.9} {
			r := row
			r.Variable, r.Unit, r.Stat, r.Value = fmt.Sprintf("year for %.0f%% of draws", 100*q), UnitYear, StatProjected, math.NaN()
			r.Text = fmt.Sprintf("after %d", e.sim.options.To)
			if year, ok, err := e.YearQuantile(row.Member, q); err == nil && ok {
				r.Value, r.Text = float64(year), ""
				if year == e.sim.options.Base {
					r.Text = MetAlready.String()
				}
			}
			if !e.asked(i) {
				r.Text = NotAsked.String()
			}
			all = append(all, r)
		}
		k, when := e.sim.years-1, "by the horizon"
		if d := e.sim.members[i].deadline; d >= 0 {
			k, when = d, "by the deadline"
		}
		chance := chanceRow(row, when, e.chance(i, k))
		kept := chanceRow(row, "kept", Estimate{Value: math.NaN()})
		if c, err := e.Kept(row.Member); err == nil {
			kept = chanceRow(row, "kept", c)
		}
		if !e.asked(i) {
			return all
		}
		return append(all, chance, kept)
	}}
}

// An ensembleTable has a few numbers for each member.
type ensembleTable struct {
	e     *Ensemble
	title string
	notes []string
	rows  func(i int, row Row) []Row
}

func (t ensembleTable) About() About {
	a := t.e.about(t.title)
	a.Notes = append(a.Notes, t.notes...)
	return a
}

func (t ensembleTable) Rows() iter.Seq[Row] {
	return func(yield func(Row) bool) {
		if t.e.check() != nil {
			return
		}
		for i, p := range t.e.sim.central.paths {
			for _, r := range t.rows(i, Row{Scenario: t.e.sim.scenario.Name, Member: p.member.Code, Name: p.member.Name}) {
				if !yield(r) {
					return
				}
			}
		}
	}
}

// Counts is the table of the number of members at their target by projected year:
// the number that is not exceeded in 5%, 50% and 95% of all draws, counted jointly.
func (e *Ensemble) Counts() Tabular { return ensembleCounts{e} }

type ensembleCounts struct{ e *Ensemble }

func (t ensembleCounts) About() About {
	return t.e.about("Number of members at their target, in simulations")
}

func (t ensembleCounts) Rows() iter.Seq[Row] {
	return func(yield func(Row) bool) {
		if t.e.check() != nil {
			return
		}
		o := t.e.sim.options
		for year := o.Base + 1; year <= o.To; year++ {
			for _, q := range outerQuantiles() {
				n, err := t.e.MembersQuantile(year, q.p)
				if err != nil || !yield(Row{
					Scenario: t.e.sim.scenario.Name, Member: AllMembers, Name: total(len(t.e.sim.members)), Variable: "members at target " + q.stat,
					Unit: UnitMembers, Year: year, Stat: q.stat, Value: float64(n),
				}) {
					return
				}
			}
		}
	}
}
