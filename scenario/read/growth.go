package read

import (
	"cmp"
	"fmt"

	"github.com/pledgesim/pledgesim/scenario"
)

// Growth makes a growth path of a variable that is a yearly change in per cent, such as
// NGDP_RPCH of the IMF or NY.GDP.MKTP.KD.ZG of the World Bank. Its unit must say so:
// "Percent change", "annual %", "% a year". The path is named after the source and the
// variable.
func (s *Sheet) Growth(variable string, m Members) (scenario.Table, error) {
	if s == nil {
		return scenario.Table{}, &scenario.FieldError{Field: "Sheet", Problem: "is nil", Err: scenario.ErrInvalid}
	}
	var f faults
	codes, lines := m.lines(s, variable, &f)
	rates := map[string]scenario.Series{}
	for _, code := range codes {
		line := lines[code]
		if !percentMore.MatchString(line.Unit) {
			f.add(fmt.Sprintf("line %d: unit", line.Line), line.Unit, `is not that of a yearly change, such as "% a year" or "percent change"`, scenario.ErrUnit)
		}
		rates[code] = line.Values.Map(func(_ int, v float64) float64 { return scenario.FromPercent(v) })
	}
	if err := f.err(); err != nil {
		return scenario.Table{}, err
	}
	t := scenario.Table{Name: cmp.Or(s.Source.Title, "table") + ", " + variable, Rates: rates}
	if s.Source.Publisher != "" || s.Source.Title != "" {
		t.Sources = []scenario.Source{s.Source}
	}
	return t, nil
}
