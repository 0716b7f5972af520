package plotting

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/pledgesim/pledgesim/scenario"
)

// Whatever the members, names, scenarios and years, each chart is drawn on each
// page and all that is written can be read.
func FuzzLegible(f *testing.F) {
	for kind := range kinds {
		f.Add(uint64(kind+1), byte(1+kind*5%31), byte(kind), byte(kind%4))
	}
	f.Fuzz(func(t *testing.T, seed uint64, members, kind, page byte) {
		n, k := int(members-1)%31+1, kinds[int(kind)%len(kinds)]
		fig, err := k.chart(makeUp(t, seed, n))
		if err != nil {
			if !errors.Is(err, scenario.ErrInvalid) && !errors.Is(err, scenario.ErrMissing) && !strings.Contains(err.Error(), "asked") {
				t.Fatalf("%s of %d members: %v", k.name, n, err)
			}
			return
		}
		fig.Page, fig.DPI = Page(page%4), leastDPI
		fig.Theme = []func() Theme{Light, Dark, Print}[seed%3]()
		if err := legible(fig); err != nil {
			t.Errorf("%s of %d members, page %d: %q: %v", k.name, n, fig.Page, fig.Title, err)
		}
		if err := fig.Encode(&bytes.Buffer{}, Formats()[seed/3%3]); err != nil {
			t.Errorf("%s of %d members, page %d: %v", k.name, n, fig.Page, err)
		}
	})
}
