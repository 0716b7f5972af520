package projection

import (
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
				row := Row{Scenario: s.Scenario, Member: s.Group, Name: s.group(), Case: horizon(s.Ahead), Variable: c.variable, Unit: c.unit, Stat: StatScore, Value: c.of(s)}
				if s.Group == everybody {
					row.Member = AllMembers
				}
				if !yield(row) {
					return
				}
			}
		}
	}
}

// group is how tables name the group.
func (s Score) group() string {
	if s.Group == everybody {
		return "All members"
	}
	return s.Group
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
