package plotting

import (
	"strings"
	"testing"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// The published years can be measured against one target only: with scenarios
// that ask for different ones the note says which, and the title does not
// compare with it.
func TestCountOfDifferentTargets(t *testing.T) {
	d := sample(t)
	two := run(t, d, plan("2%", openTarget, scenario.Hold{}), projection.Options{})
	half := run(t, d, plan("1.5%", scenario.Target{Share: 1.5 * scenario.Percent}, scenario.Hold{}), projection.Options{})
	for _, tc := range []struct {
		rs          []*projection.Result
		title, note string
	}{
		{[]*projection.Result{two}, "at 2% of GDP in 2032, after 2 in 2022", "Years up to 2022 are measured against the same target"},
		{[]*projection.Result{two, half}, "3 of 5 members are at 1.5% of GDP in 2032, 2 are at 2%", "Years up to 2022: members at 2% of GDP"},
	} {
		f, err := Count(tc.rs...)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.HasSuffix(f.Title, tc.title) || !strings.Contains(f.Note, tc.note) {
			t.Errorf("title %q, note %q; want %q and %q", f.Title, f.Note, tc.title, tc.note)
		}
	}
}

// If not all are asked in every scenario, the number of the base year is not that of
// all scenarios: of Estonia and Greece, who are at 2%, nothing is asked in "some".
func TestCountOfDifferentMembers(t *testing.T) {
	d := sample(t)
	exempt := scenario.Except{Pledge: openTarget, Terms: map[string]scenario.Pledge{"EST": nil, "GRC": nil}}
	all := run(t, d, plan("all", openTarget, scenario.Drift{Years: 4}), projection.Options{})
	some := run(t, d, plan("some", exempt, scenario.Drift{Years: 4}), projection.Options{})
	f, err := Count(all, some)
	if err != nil {
		t.Fatal(err)
	}
	if want := "Between 2 and 3 members are at 2% of GDP in 2032"; f.Title != want {
		t.Errorf("title %q, want %q", f.Title, want)
	}
	if want := "Years up to 2022: those at the target of the members who are asked in “all”."; !strings.Contains(f.Note, want) {
		t.Errorf("note %q does not say %q", f.Note, want)
	}
}

// A base year that was chosen although later figures are published is not the
// end of what was published.
func TestBaseYearIsNamedForWhatItIs(t *testing.T) {
	d := sample(t) // published to 2022
	for base, want := range map[int]string{2022: "published to", 2020: "base year"} {
		if got := since(run(t, d, plan("hold", openTarget, scenario.Hold{}), projection.Options{Base: base})); got != want {
			t.Errorf("base %d: %q, want %q", base, got, want)
		}
	}
}
