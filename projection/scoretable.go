package projection

import (
	"fmt"
	"iter"

	"github.com/pledgesim/pledgesim/scenario"
)

// ScoreTable is the table of the scores: a line for each scenario and number of years
// ahead, and for all together, of each group.
func (b *Backtest) ScoreTable() Tabular { return scoreTable{b, true} }

// SideBySide is the table of the scores with a column for each scenario:
// Only(b.SideBySide(), "CRPS") compares them by one number.
func (b *Backtest) SideBySide() Tabular { return scoreTable{b, false} }

type scoreTable struct {
	b          *Backtest
	byScenario bool
}

// About says what the numbers are.
func (t scoreTable) About() About {
	a := t.b.about("Scores of forecasts from what was known at the time")
	if t.b.check() != nil {
		return a
	}
	a.Lines, a.ByScenario = "forecast", t.byScenario
	a.Notes = append([]string{
		"MAE: mean absolute error of the median. Bias: mean of the median less the outcome, positive where too much was forecast. CRPS: continuous ranked probability score. Interval score: of the band from the 10% to the 90% quantile. All in percentage points of GDP; smaller is better.",
		"Inside 80%: part of the outcomes from the 10% to the 90% quantile, both included; the others alike. Skill: how much smaller the CRPS is than that of hold-last on the same outcomes.",
		"Brier score: of the chance of having reached what is asked by the year, of members that were not there in the base year; 0 is perfect, a chance of one half always scores 0.25.",
	}, a.Notes...)
	return a
}

// Rows yields the numbers of each score.
func (t scoreTable) Rows() iter.Seq[Row] {
	return func(yield func(Row) bool) {
		if t.b.check() != nil {
			return
		}
		scores := t.b.Scores()
		for _, c := range scoreColumns { // those of one kind together, for tables side by side
			for _, s := range scores {
				if c.chance && t.b.Options.Pledge == nil {
					continue
				}
				row := Row{Scenario: s.Scenario, Member: s.Group, Name: s.Group, Case: horizon(s.Ahead), Variable: c.variable, Unit: c.unit, Stat: StatScore, Value: c.of(s)}
				if s.Group == everybody {
					row.Member, row.Name = AllMembers, "All members"
				}
				if !yield(row) {
					return
				}
			}
		}
	}
}

// horizon names a number of years ahead, or all of them.
func horizon(ahead int) string {
	if ahead == 0 {
		return "all horizons"
	}
	return yearsAhead(ahead)
}

// scoreColumns are the numbers of a score.
var scoreColumns = []struct {
	variable, unit string
	chance         bool // only where something is asked
	of             func(Score) float64
}{
	{"outcomes", UnitOutcomes, false, func(s Score) float64 { return float64(s.N) }},
	{"missing", UnitOutcomes, false, func(s Score) float64 { return float64(s.Missing) }},
	{"estimated", UnitOutcomes, false, func(s Score) float64 { return float64(s.Estimated) }},
	{"origins", UnitOrigins, false, func(s Score) float64 { return float64(s.Origins) }},
	{"MAE", UnitError, false, func(s Score) float64 { return scenario.ToPercent(s.MAE) }},
	{"bias", UnitError, false, func(s Score) float64 { return scenario.ToPercent(s.Bias) }},
	{"CRPS", UnitError, false, func(s Score) float64 { return scenario.ToPercent(s.CRPS) }},
	{"skill", UnitSkill, false, func(s Score) float64 { return scenario.ToPercent(s.Skill) }},
	{"interval score 80%", UnitError, false, func(s Score) float64 { return scenario.ToPercent(s.IntervalScore) }},
	{"inside 50%", UnitOutcome, false, func(s Score) float64 { return scenario.ToPercent(s.Inside50) }},
	{"inside 80%", UnitOutcome, false, func(s Score) float64 { return scenario.ToPercent(s.Inside80) }},
	{"inside 90%", UnitOutcome, false, func(s Score) float64 { return scenario.ToPercent(s.Inside90) }},
	{"Brier score", UnitBrier, true, func(s Score) float64 { return s.Brier }},
	{"chances", UnitOutcomes, true, func(s Score) float64 { return float64(s.BrierN) }},
}

// Coverage counts how often outcomes lay inside the bands of one scenario, and at or
// below its quantiles, as [Cover] does. It is for scenarios with randomness: points
// have no band. Its Ensembles are those of the backtest; they keep up to 4,096 draws
// each, 8 bytes for each draw, member and year.
func (b *Backtest) Coverage(name string) (*Coverage, error) {
	if err := b.find(name); err != nil {
		return nil, err
	}
	c := &Coverage{Outcome: b.Truth, All: newReliability(0), members: map[string]bool{}, Warnings: b.left()}
	for _, ahead := range b.horizons() {
		c.Horizons = append(c.Horizons, newReliability(ahead))
	}
	origins := map[int]bool{}
	for _, f := range b.Forecasts {
		if f.Scenario != name || f.P50 != f.P50 {
			continue
		}
		origins[f.Origin] = true
		h := &c.Horizons[f.Ahead-1]
		if !f.Scored() {
			h.Missing, c.All.Missing = h.Missing+1, c.All.Missing+1
			continue
		}
		h.count(f.Outcome, f.levels())
		c.All.count(f.Outcome, f.levels())
		c.members[f.Member] = true
	}
	for _, r := range b.runs {
		if r.scenario != name || !origins[r.origin] {
			continue
		}
		if r.ensemble == nil {
			return nil, &scenario.FieldError{Scenario: name, Field: "Coverage", Problem: fmt.Sprintf("is of points at the origin %d: a scenario without randomness has no band", r.origin), Err: scenario.ErrNotRandom}
		}
		c.Ensembles = append(c.Ensembles, r.ensemble)
	}
	if c.All.Outcomes == 0 {
		return nil, &scenario.FieldError{Scenario: name, Field: "Coverage", Problem: "has no outcome to count", Err: scenario.ErrMissing}
	}
	return c, nil
}

// find refuses a scenario that did not compete.
func (b *Backtest) find(name string) error {
	if err := b.check(); err != nil {
		return err
	}
	for _, e := range b.entrants {
		if e.name == name {
			return nil
		}
	}
	return &scenario.FieldError{Scenario: name, Field: "scenario", Problem: fmt.Sprintf("is not in the backtest, which has %q", b.Scenarios), Err: scenario.ErrInvalid}
}
