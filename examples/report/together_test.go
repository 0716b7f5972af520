package main

import (
	"math"
	"testing"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// In every year the gaps of the table are those of the charts beside it, not those to a
// step on the way: with shares of 1, 1.5 and 2% and GDP of 100 each.
func TestTogetherMeasuresAsTheChartsDo(t *testing.T) {
	steps := scenario.Steps{{Share: 0.02, By: 2027}, {Share: 0.03, By: 2030}}
	for name, c := range map[string]struct {
		pledge scenario.Pledge
		want   float64 // in 2025 and, held, in all years after
	}{
		"one target": {scenario.Target{Share: 0.03, By: 2030}, 2 + 1.5 + 1},
		"in steps":   {steps, 2 + 1.5 + 1},
		"two targets, and none": {scenario.Except{Pledge: steps, Terms: map[string]scenario.Pledge{
			"BBB": scenario.Target{Share: 0.02}, "CCC": nil}}, 2 + 0.5},
	} {
		r := three(t, c.pledge, scenario.Hold{})
		table, err := together(r, allMembers)
		if err != nil {
			t.Fatal(err)
		}
		years, variables := 0, map[string]int{}
		for row := range table.Rows() {
			variables[row.Variable]++
			if row.Variable != gapsToTheEnd {
				continue
			}
			years++
			charts := 0.0
			for i, members := range alike(r) {
				_, money, err := r.GroupGapTo(tallyOf(r).targets[i], members...)
				if err != nil {
					t.Fatal(err)
				}
				v, _ := money.At(row.Year)
				charts += v
			}
			if math.Abs(row.Value-c.want) > 1e-9 || row.Value != charts || row.Unit != "EUR million" || (row.Stat == projection.StatProjected) != (row.Year > 2025) {
				t.Errorf("%s: %+v, want %v, and charts %v", name, row, c.want, charts)
			}
		}
		if years != 12 || len(variables) != 3 { // 2024 to 2035; two shares and the gaps
			t.Errorf("%s: gaps of %d years, variables %v", name, years, variables)
		}
	}
}
