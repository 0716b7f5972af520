package plotting

import (
	"strings"
	"testing"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// A dot that is missing is explained: nothing is asked of Estonia in "some".
func TestMissingDotsAreExplained(t *testing.T) {
	d := sample(t)
	exempt := scenario.Except{Pledge: openTarget, Terms: map[string]scenario.Pledge{"EST": nil}}
	all := run(t, d, plan("all", openTarget, scenario.Hold{}), projection.Options{})
	some := run(t, d, plan("some", exempt, scenario.Hold{}), projection.Options{})
	for name, chart := range map[string]func(...*projection.Result) (*Figure, error){"YearReached": YearReached, "Grid": Grid} {
		f, err := chart(all, some)
		if err != nil {
			t.Fatal(err)
		}
		if want := "“some”: nothing is asked of Estonia."; !strings.Contains(f.Note, want) {
			t.Errorf("%s: note %q does not say %q", name, f.Note, want)
		}
	}
}
