package plotting

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// A result of a scenario with luck is the path without it, and every chart of it
// says so.
func TestPathWithoutLuckIsCalledSo(t *testing.T) {
	d := sample(t)
	lucky := run(t, d, plan("lucky", dueTarget, scenario.Shocked{Response: scenario.Ramp{}, SD: 4 * scenario.Percent}), projection.Options{})
	sober := run(t, d, plan("sober", dueTarget, scenario.Ramp{}), projection.Options{})
	const said = "he path without luck, on which growth is as expected and promises go the likelier way."
	for name, chart := range everyChart([]*projection.Result{lucky}) {
		if f, err := chart(); err != nil || !strings.Contains(f.Note, "T"+said) {
			t.Errorf("%s: the note does not say that luck is left out (%v): %v", name, err, f)
		}
	}
	f, err := YearReached(sober, lucky)
	if err != nil || !strings.Contains(f.Note, "“lucky”: t"+said) {
		t.Errorf("the note does not name the scenario with luck (%v): %v", err, f)
	}
	if f, err := YearReached(sober); err != nil || strings.Contains(f.Note, "luck") {
		t.Errorf("the note speaks of luck where there is none (%v): %v", err, f)
	}
}

// The note of a figure is for those who read it: what one would have to run for more
// is not in it.
func TestNoticedForReaders(t *testing.T) {
	r := run(t, sample(t), plan("pace", openTarget, scenario.Hold{}), projection.Options{})
	r.Warnings = []error{errors.New("figures up to 2022 are published and not used; name a later Options.Base to start from them")}
	want := []string{"Figures up to 2022 are published and not used"}
	if diff := cmp.Diff(want, noticed([]*projection.Result{r}, nil)); diff != "" {
		t.Errorf("noticed (-want +got):\n%s", diff)
	}
}
