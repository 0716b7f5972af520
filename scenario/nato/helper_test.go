package nato_test

import (
	"iter"
	"testing"

	"github.com/pledgesim/pledgesim/scenario"
	"github.com/pledgesim/pledgesim/scenario/nato"
)

func edition(t *testing.T, name string) *scenario.Dataset {
	t.Helper()
	d, err := nato.Edition(name)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func members(t *testing.T, d *scenario.Dataset) iter.Seq[*scenario.Member] {
	t.Helper()
	return func(yield func(*scenario.Member) bool) {
		for _, code := range d.Codes() {
			m, err := d.Member(code)
			if err != nil {
				t.Fatal(err)
			}
			if !yield(m) {
				return
			}
		}
	}
}

func check(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
