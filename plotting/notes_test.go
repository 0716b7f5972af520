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
