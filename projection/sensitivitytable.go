package projection

import (
	"fmt"
	"iter"
)

// About names edition, base scenario and what is varied.
func (s *Sensitivity) About() About {
	if s.check() != nil {
		return About{Title: "One assumption at a time"}
	}
	a := about(fmt.Sprintf("Year %s reaches its target, one assumption changed at a time", s.Base.Name), s.Result)
	a.Lines, a.Warnings = "assumption changed", s.Warnings
	a.Notes = append(a.Notes,
		"Swing: from the earliest to the latest year, that without a change included. It depends on how far each assumption is moved, and says nothing of assumptions that change together.",
		fmt.Sprintf("At least: a year lies after %d, where %d stands in, or the target is met already with some of the values. Unknown: all years lie there.", s.Base.To, s.Base.To+1),
		tolerated(s.Result.Options))
	for _, x := range s.axes {
		a.Notes = append(a.Notes, "Varied: "+x.String()+".")
	}
	return a
}

// Rows yields the year reached without a change, then for each axis, the largest
// swing first, the swing and the year reached with each of its values.
func (s *Sensitivity) Rows() iter.Seq[Row] {
	return func(yield func(Row) bool) {
		if s.check() != nil {
			return
		}
		year := func(r Reach, what string) bool {
			row := s.Result.yearReached(s.Result.paths[0], r)
			row.Case = what
			return yield(row)
		}
		if !year(s.Base, "none") {
			return
		}
		for _, w := range s.swings {
			if !yield(Row{
				Scenario: s.Result.Scenario.Name, Member: s.Base.Member, Name: s.Base.Name, Case: w.Axis.Name,
				Variable: "swing", Unit: UnitYears, Stat: StatProjected, Value: float64(w.Years()), Text: w.String(),
			}) {
				return
			}
			for i, r := range w.Reaches {
				if !year(r, w.Axis.Name+" "+w.Axis.Label(i)) {
					return
				}
			}
		}
	}
}
