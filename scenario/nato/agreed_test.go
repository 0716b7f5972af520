package nato_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/pledgesim/pledgesim/scenario"
	"github.com/pledgesim/pledgesim/scenario/nato"
)

func TestAgreed(t *testing.T) {
	// Terms: Wales and Hague, texts of the declarations; Riga, Parliamentary
	// Budget Officer of Canada; Vilnius, a report of the communique.
	want := []struct {
		Name, Date   string
		Pledge       scenario.Target
		SupersededBy string
	}{
		{"Riga 2006", "2006", scenario.Target{Share: 0.02, From: 2007}, "Wales 2014"},
		{"Wales 2014", "2014-09-05", scenario.Target{Share: 0.02, From: 2015, By: 2024}, "Vilnius 2023"},
		{"Vilnius 2023", "2023-07-11", scenario.Target{Share: 0.02, From: 2024}, "The Hague 2025"},
		{"The Hague 2025", "2025-06-25", scenario.Target{Share: 0.035, From: 2026, By: 2035}, ""},
	}
	got := nato.AllAgreed()
	if len(got) != len(want) {
		t.Fatalf("%d agreed pledges, want %d", len(got), len(want))
	}
	for i, a := range got {
		if a.Name != want[i].Name || a.Date != want[i].Date || a.SupersededBy != want[i].SupersededBy || a.Text == "" || a.Source == "" {
			t.Errorf("got %+v", a)
		}
		if diff := cmp.Diff(scenario.Pledge(want[i].Pledge), a.Pledge); diff != "" {
			t.Errorf("%s: %s", a.Name, diff)
		}
		if i+1 < len(want) && a.SupersededBy != got[i+1].Name {
			t.Errorf("%s is superseded by %s, which is not the next", a.Name, a.SupersededBy)
		}
	}
}

// The words of Wales: two limits and a direction.
func TestWalesClauses(t *testing.T) {
	wales := nato.Wales2014()
	var limits []bool
	for _, c := range wales.Clauses {
		limits = append(limits, c.Bound != nil)
	}
	if diff := cmp.Diff([]bool{true, true, false}, limits); diff != "" {
		t.Error(diff)
	}
	want := scenario.Floor{Of: scenario.SpendingFloor, Response: scenario.Floor{Of: scenario.ShareFloor, Response: scenario.Trend{}}}
	if diff := cmp.Diff(scenario.Response(want), wales.Bound(scenario.Trend{})); diff != "" {
		t.Error(diff)
	}
	if r := nato.Hague2025().Bound(scenario.Hold{}); r != (scenario.Hold{}) {
		t.Errorf("a pledge without limits changed the response to %v", r)
	}
}
