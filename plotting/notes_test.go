package plotting

import (
	"strings"
	"testing"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// silent is a growth path of the caller's own that has no words.
type silent struct{}

func (silent) Central(dst []float64, _ *scenario.Member, _ int) error {
	for i := range dst {
		dst[i] = 5 * scenario.Percent
	}
	return nil
}

// What is said without names holds for all scenarios but those named: a note must
// not say that GDP stands still where one scenario has it grow by 5%.
func TestNothingIsSaidOfTheSilent(t *testing.T) {
	d := sample(t)
	three := func(third scenario.GrowthPath) []*projection.Result {
		rs := []*projection.Result{}
		for _, name := range []string{"A", "B", "C"} {
			s := plan(name, openTarget, scenario.Hold{})
			if name == "C" {
				s.Growth = third
			}
			rs = append(rs, run(t, d, s, projection.Options{}))
		}
		return rs
	}
	for want, third := range map[string]scenario.GrowthPath{
		"GDP grows 0% a year. Spending keeps its share of GDP.":                           scenario.Constant(0),
		"GDP grows 0% a year. “C”: GDP grows 1% a year. Spending keeps its share of GDP.": scenario.Constant(0.01),
		"“A” and “B”: GDP grows 0% a year. Spending keeps its share of GDP.":              silent{},
	} {
		if got := note(assumptions(three(third))...); strings.TrimPrefix(got, "Note: ") != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// The note of a scenario stands beside how its members respond, not in its place.
func TestNotesOfScenariosAreSaidBesideTheResponse(t *testing.T) {
	d := sample(t)
	s := plan("A", openTarget, scenario.Hold{})
	s.Note = "No elections are assumed"
	noted := run(t, d, s, projection.Options{})
	other := run(t, d, plan("B", openTarget, scenario.Jump{}), projection.Options{})
	for want, rs := range map[string][]*projection.Result{
		"GDP grows 0% a year. Spending keeps its share of GDP. No elections are assumed.":                                                     {noted},
		"GDP grows 0% a year. “A”: spending keeps its share of GDP. “B”: spending goes to the target at once. “A”: No elections are assumed.": {noted, other},
	} {
		if got := note(assumptions(rs)...); strings.TrimPrefix(got, "Note: ") != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// With a wide tolerance 2.10% counts as 2.5%: every chart that says so explains it,
// with published figures only too. With the usual one no reader sees a difference.
func TestWideTolerancesAreSaid(t *testing.T) {
	d := dataset(t, "test-2023", country("AAA", "Atlantis", 1.5, 1.9, 2.1), country("BBB", "Borduria", 1.5, 1.5, 1.5))
	for _, tc := range []struct {
		tolerance float64
		said      bool
	}{{0.4 * scenario.Percent, true}, {0, false}} {
		r := run(t, d, plan("2.5%", scenario.Target{Share: 2.5 * scenario.Percent}, scenario.Hold{}), projection.Options{Tolerance: tc.tolerance})
		for name, chart := range map[string]func() (*Figure, error){
			"YearReached": func() (*Figure, error) { return YearReached(r) },
			"Paths":       func() (*Figure, error) { return Paths("AAA", r) },
			"PathsOf":     func() (*Figure, error) { return PathsOf(r) },
			"Ranking":     func() (*Figure, error) { return Ranking(r, 2020) },
			"Slope":       func() (*Figure, error) { return Slope(r, 2018, 2020) },
			"Count":       func() (*Figure, error) { return Count(r) },
			"Grid":        func() (*Figure, error) { return Grid(r) },
			"Gap":         func() (*Figure, error) { return Gap(r) },
		} {
			f, err := chart()
			if err != nil {
				t.Fatal(err)
			}
			want := "A share that is lower by up to 0.4 percentage points counts as at the target."
			if strings.Contains(f.Note, want) != tc.said {
				t.Errorf("%s with %v: note %q", name, tc.tolerance, f.Note)
			}
		}
	}
}
