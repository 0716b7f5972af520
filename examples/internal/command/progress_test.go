package command

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario/nato"
)

func TestMeter(t *testing.T) {
	var b strings.Builder
	show := meter(&b, "sweep")
	for _, done := range []int{1, 2, 100, 200} {
		show(done, 200)
	}
	if want := "\rsweep: 0%\rsweep: 1%\rsweep: 50%\r\x1b[K"; b.String() != want {
		t.Errorf("%q, want %q", b.String(), want)
	}
}

func TestSaveTable(t *testing.T) {
	r, err := projection.Outcome(nato.Latest(), 0.02, "DEU")
	if err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(t.TempDir(), "new")
	if err := SaveTable(dir, "outcome.csv", r); err != nil {
		t.Fatal(err)
	}
	if b, err := os.ReadFile(filepath.Join(dir, "outcome.csv")); err != nil || !strings.Contains(string(b), ",DEU,Germany,") {
		t.Errorf("%v: %s", err, b)
	}
	if err := SaveTable(filepath.Join(dir, "outcome.csv"), "x.csv", r); !errors.Is(err, errWriting) { // a file is in the way of the folder
		t.Error(err)
	}
	if err := SaveTable(dir, "no/such.csv", r); !errors.Is(err, errWriting) {
		t.Error(err)
	}
}
