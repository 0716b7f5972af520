package projection

import (
	"iter"
	"slices"
	"strings"

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
func (t scoreTable) About() About { return t.about("", t.columns()) }

// aboutOnly says what those of some variables are, and names them: a table side by side
// has no other place for the name of its only one.
func (t scoreTable) aboutOnly(variables []string) About {
	chosen := slices.DeleteFunc(t.columns(), func(c scoreColumn) bool { return !slices.Contains(variables, c.variable) })
	var names []string
	for _, c := range chosen {
		names = append(names, c.variable)
	}
	return t.about(": "+strings.Join(names, ", "), chosen)
}

func (t scoreTable) about(title string, columns []scoreColumn) About {
	a := t.b.about("Scores of forecasts from what was known at the time" + title)
	if t.b.check() != nil {
		return a
	}
	a.Lines, a.ByScenario = "forecast", t.byScenario
	var errors, others []string
	for _, c := range columns {
		if c.unit == UnitError {
			errors = append(errors, c.words)
		} else if c.words != "" {
			others = append(others, c.words)
		}
	}
	if len(errors) > 0 {
		a.Notes = slices.Insert(a.Notes, 0, strings.Join(errors, " ")+" In "+errorUnit(t.b.Truth)+"; smaller is better.")
	}
	if len(others) > 0 {
		a.Notes = slices.Insert(a.Notes, min(1, len(errors)), strings.Join(once(others), " "))
	}
	return a
}

// columns are those of the table: of chances only where something is asked.
func (t scoreTable) columns() []scoreColumn {
	return slices.DeleteFunc(slices.Clone(scoreColumns), func(c scoreColumn) bool { return c.chance && (t.b == nil || t.b.Options.Pledge == nil) })
}

// Rows yields the numbers of each score.
func (t scoreTable) Rows() iter.Seq[Row] {
	return func(yield func(Row) bool) {
		if t.b.check() != nil {
			return
		}
		scores := t.b.Scores()
		for _, c := range t.columns() { // those of one kind together, for tables side by side
			for _, s := range scores {
				row := Row{Scenario: s.Scenario, Member: s.Group, Name: s.group(), Case: horizon(s.Ahead), Variable: c.variable, Unit: c.unit, Stat: StatScore, Value: c.of(s)}
				if c.unit == UnitError {
					row.Unit = errorUnit(t.b.Truth)
				}
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
		return everybodyInWords
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

// A scoreColumn is one of the numbers of a score.
type scoreColumn struct {
	variable, unit string
	chance         bool // only where something is asked
	words          string
	of             func(Score) float64
}

const insideWords = "Inside 80%: part of the outcomes from the 10% to the 90% quantile, both included; the others alike."

var scoreColumns = []scoreColumn{
	{"outcomes", UnitOutcomes, false, "", func(s Score) float64 { return float64(s.N) }},
	{"missing", UnitOutcomes, false, "", func(s Score) float64 { return float64(s.Missing) }},
	{"estimated", UnitOutcomes, false, "", func(s Score) float64 { return float64(s.Estimated) }},
	{"origins", UnitOrigins, false, "", func(s Score) float64 { return float64(s.Origins) }},
	{"MAE", UnitError, false, "MAE: mean absolute error of the median.", func(s Score) float64 { return scenario.ToPercent(s.MAE) }},
	{"bias", UnitError, false, "Bias: mean of the median less the outcome, positive where too much was forecast.", func(s Score) float64 { return scenario.ToPercent(s.Bias) }},
	{"CRPS", UnitError, false, "CRPS: continuous ranked probability score.", func(s Score) float64 { return scenario.ToPercent(s.CRPS) }},
	{"skill", UnitSkill, false, "Skill: how much smaller the CRPS is than that of hold-last on the same outcomes; that is a point, so that of a scenario with bands skill includes what any band gains over one.", func(s Score) float64 { return scenario.ToPercent(s.Skill) }},
	{"interval score 80%", UnitError, false, "Interval score: of the band from the 10% to the 90% quantile.", func(s Score) float64 { return scenario.ToPercent(s.IntervalScore) }},
	{"inside 50%", UnitOutcome, false, insideWords, func(s Score) float64 { return scenario.ToPercent(s.Inside50) }},
	{"inside 80%", UnitOutcome, false, insideWords, func(s Score) float64 { return scenario.ToPercent(s.Inside80) }},
	{"inside 90%", UnitOutcome, false, insideWords, func(s Score) float64 { return scenario.ToPercent(s.Inside90) }},
	{"Brier score", UnitBrier, true, "Brier score: of the chance of having reached what is asked by the year, of members that were not there in the base year; 0 is perfect, a chance of one half always scores 0.25.", func(s Score) float64 { return s.Brier }},
	{"chances", UnitOutcomes, true, "", func(s Score) float64 { return float64(s.BrierN) }},
}
