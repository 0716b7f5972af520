package scenario

import (
	"fmt"
	"io"
	"reflect"
	"slices"
	"strings"

	"github.com/pledgesim/pledgesim/scenario/internal/jsontree"
	"github.com/pledgesim/pledgesim/scenario/internal/layout"
)

// Encode writes a file that [Decode] reads back as an equal one, to the last bit. It
// has no defaults: each scenario stands by itself, and what a name stood for is written
// out. Of a Source's Date only the day is written. An empty table or list and one that
// is nil are the same.
//
// Scenarios that [Scenario.Validate] refuses, two of the same name and what a file
// cannot hold, such as a pledge, growth path or response of the caller's own, are
// errors, each a [*FieldError] whose Field is the path in f: "Scenarios[1].Pledge". All
// of them come back together, and nothing is written.
func Encode(w io.Writer, f File) error {
	var bad faults
	if len(f.Scenarios) == 0 {
		bad.add("Scenarios", nil, "is empty: give at least one scenario", ErrInvalid)
	}
	refused, names := map[string]bool{}, map[string]bool{"": true}
	written := slices.Clone(f.Scenarios)
	for i, s := range f.Scenarios {
		at := fmt.Sprintf("Scenarios[%d]", i)
		if names[s.Name] && s.Name != "" {
			bad.add(at+".Name", fmt.Sprintf("%q", s.Name), nameTwice, ErrDuplicate)
		}
		names[s.Name] = true
		if invalid := s.check().list; invalid != nil {
			bad.list = append(bad.list, invalid...)
			written[i] = Scenario{} // it may have no end
			refused[at] = true
		}
	}
	out := layout.Writer{Refuse: func(at string, value any, problem string) {
		if scenario, _, _ := strings.Cut(at, "."); !refused[scenario] {
			bad.add(at, value, problem, ErrInvalid)
		}
	}}
	shape := fileShape{Title: f.Title, Note: f.Note, Source: f.Source, Scenarios: written}
	root := out.Write(fileLayout(), reflect.ValueOf(shape))
	if err := bad.err(); err != nil {
		return err
	}
	text := jsontree.Print(root)
	if len(text) > MaxScenarioBytes {
		return &FieldError{Field: "Scenarios", Problem: fmt.Sprintf("make a file of %d bytes, which may have %d: write several files", len(text), MaxScenarioBytes), Err: ErrInvalid}
	}
	_, err := w.Write(text)
	return err
}
