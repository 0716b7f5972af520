package plotting

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/pledgesim/pledgesim/scenario"
)

func TestShocksOf(t *testing.T) {
	deu, pol := scenario.ShockTerms{SD: 0.02, Rho: 0.3, Common: 0.5}, scenario.ShockTerms{SD: 0.03, Rho: 0.1, Common: 0.4}
	all := scenario.AR1{Around: scenario.Constant(0.01), SD: 0.04, Rho: 0.2, Common: 0.6, Terms: map[string]scenario.ShockTerms{"DEU": deu, "POL": pol}}
	const path = "GDP grows 1% a year, with normal shocks"
	const others = "of 4 percentage points a year (standard deviation), 20% of a deviation left a year later, 60% of their variance common to all"
	for _, tc := range []struct {
		name   string
		growth scenario.GrowthPath
		shown  []string
		want   string
	}{
		{"one with terms of its own", all, []string{"DEU"}, path + " of 2 percentage points a year (standard deviation), 30% of a deviation left a year later, 50% of their variance common to all"},
		{"one without", all, []string{"ESP"}, path + " " + others},
		{"both with", all, []string{"DEU", "POL"}, path + ", on terms of their own for DEU, POL"},
		{"one with and one without", all, []string{"DEU", "ESP"}, path + ", on terms of their own for DEU; for others " + others},
		{"no shocks", all.Around, []string{"DEU"}, "GDP grows 1% a year"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if diff := cmp.Diff(tc.want, inWords(shocksOf(tc.growth, tc.shown), sample(t))); diff != "" {
				t.Errorf("in words (-want +got):\n%s", diff)
			}
		})
	}
	if len(all.Terms) != 2 || all.SD != 0.04 {
		t.Error("the growth of the scenario was changed")
	}
}
