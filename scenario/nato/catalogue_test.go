package nato_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/pledgesim/pledgesim/scenario"
	"github.com/pledgesim/pledgesim/scenario/nato"
)

// The catalogue in one line an announcement, as it was compared row by row with
// the record of pledges that it was made from. It changes only when a row does,
// so that there is no flag to rewrite it.
func TestCatalogueIsAsItWasCompared(t *testing.T) {
	var b strings.Builder
	for _, a := range nato.AllAnnounced() {
		fmt.Fprintf(&b, "%s %s %s", a.Member, a.Date, a.Kind)
		for _, s := range a.Steps {
			fmt.Fprintf(&b, ", %s", scenario.FormatShare(s.Share))
			if s.By != 0 {
				fmt.Fprintf(&b, " by %d", s.By)
			}
		}
		if a.Basis != nato.OfGDP {
			fmt.Fprintf(&b, " of %s", a.Basis)
		}
		if a.Related != 0 {
			fmt.Fprintf(&b, " + %s", scenario.FormatShare(a.Related))
		}
		b.WriteString("\n")
	}
	want, err := os.ReadFile("testdata/catalogue.txt")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), b.String()); diff != "" {
		t.Error(diff)
	}
}
