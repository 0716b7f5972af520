package scenario

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"reflect"
	"regexp"

	"github.com/pledgesim/pledgesim/scenario/internal/jsontree"
	"github.com/pledgesim/pledgesim/scenario/internal/layout"
)

// A File is what a scenario file holds.
type File struct {
	Title  string // of the whole file
	Note   string // what holds for all of its scenarios
	Source string // where its assumptions come from

	Scenarios []Scenario // in the order of the file
}

// DecodeOptions are the names that a scenario file may use for what its reader
// supplies: {"kind": "named", "name": "hague-2025"} is Pledges["hague-2025"].
// nato.Named has the pledges and forecasts of this module. The zero value has no names.
type DecodeOptions struct {
	Pledges   map[string]Pledge     // by name
	Growth    map[string]GrowthPath // by name
	Responses map[string]Response   // by name
}

// maxFileFaults is the number of faults that are reported at once.
const maxFileFaults = 20

// Decode reads a scenario file, JSON in UTF-8:
//
//	{
//	  "title": "Two targets",
//	  "defaults": {"growth": {"kind": "constant", "rate_percent": 1.5}},
//	  "scenarios": [
//	    {"name": "2.5% by 2030",
//	     "pledge": {"kind": "target", "share_percent": 2.5, "by": 2030},
//	     "response": {"kind": "ramp"}},
//	    {"name": "nothing asked", "pledge": null, "response": {"kind": "hold"}}
//	  ]
//	}
//
// A key is the name of the Go field with the unit behind it: MaxGrowth is
// max_growth_percent, Pace is pace_points, in percentage points. The kinds are the
// pledges, growth paths and responses of this package, inside each other as in Go;
// [Schema] describes them all. A series has a value for each year: {"2025": 1.5,
// "2026": {"percent": 1.4, "status": "estimated"}}. A scenario takes over those of
// pledge, growth, response and note that it leaves out from the defaults. A pledge of
// null asks nothing, a response of null is the one that [Scenario] has for nil. A key
// "$schema", for editors, is passed over.
//
// Nothing is guessed. What is not in the schema is an error, as is a number out of
// bounds, a key or name that occurs twice, and, once all of a scenario can be read,
// what [Scenario.Validate] finds. Each error is a [*FieldError] whose Field names line,
// column and path, such as "line 4, column 56: scenarios[0].pledge.by"; up to 20 are
// reported at once. A file of more than MaxScenarioBytes, or nested more than
// MaxScenarioDepth deep, is refused.
//
// Numbers are read to the last bit: 8.9 per cent is the float64 0.089.
func Decode(r io.Reader, o DecodeOptions) (*File, error) {
	text, err := io.ReadAll(io.LimitReader(r, MaxScenarioBytes+1))
	if err != nil {
		return nil, fmt.Errorf("scenario file: %w", err)
	}
	if len(text) > MaxScenarioBytes {
		return nil, &FieldError{Field: "file", Problem: fmt.Sprintf("has more than %d bytes: split it", MaxScenarioBytes), Err: ErrInvalid}
	}
	in := &layout.Reader{
		Kinds: layout.Kinds{Invalid: ErrInvalid, Unit: ErrUnit, Missing: ErrMissing, Duplicate: ErrDuplicate},
		Named: map[string]map[string]any{"pledge": supplied(o.Pledges), "growth": supplied(o.Growth), "response": supplied(o.Responses)},
		Most:  maxFileFaults,
	}
	var shape fileShape
	if root := in.Parse(fileLayout(), bytes.TrimPrefix(text, []byte("\ufeff")), MaxScenarioDepth); root != nil {
		takeOver(root)
		in.Read(root, reflect.ValueOf(&shape).Elem())
		checkFile(in, shape)
	}
	if err := fileErrors(in); err != nil {
		return nil, err
	}
	return &File{Title: shape.Title, Note: shape.Note, Source: shape.Source, Scenarios: shape.Scenarios}, nil
}

func supplied[T any](parts map[string]T) map[string]any {
	all := map[string]any{}
	for name, p := range parts {
		all[name] = p
	}
	return all
}

// takeOver gives each scenario the defaults that it leaves out.
func takeOver(root *jsontree.Node) {
	defaults, scenarios := root.Get("defaults"), root.Get("scenarios")
	if defaults == nil || scenarios == nil {
		return
	}
	for _, s := range scenarios.Items {
		for _, d := range defaults.Members {
			if s.Kind == jsontree.Object && s.Get(d.Key) == nil {
				s.Members = append(s.Members, d)
			}
		}
	}
}

const nameTwice = "occurs twice: scenarios are told apart by their names"

// code finds numbers that a message gives in the units of Go.
var code = regexp.MustCompile(`([0-9.]+)\*scenario\.Percent`)

// checkFile notes what depends on several values, of which each can be read.
func checkFile(in *layout.Reader, shape fileShape) {
	if len(shape.Scenarios) == 0 && !in.Spoilt("") && !in.Spoilt("Scenarios") {
		in.FaultAt("Scenarios", nil, "is empty: give at least one scenario", ErrInvalid)
	}
	names := map[string]bool{"": true}
	for i, s := range shape.Scenarios {
		at := fmt.Sprintf("Scenarios[%d]", i)
		if names[s.Name] && s.Name != "" {
			in.FaultAt(at+".Name", nil, nameTwice, ErrDuplicate)
		}
		names[s.Name] = true
		if in.Spoilt(at) || in.Full() {
			continue
		}
		for _, err := range s.check().list {
			var f *FieldError
			if errors.As(err, &f) { // as all are
				in.FaultAt(at+"."+f.Field, f.Value, code.ReplaceAllString(f.Problem, "$1"), f.Err)
			}
		}
	}
}

// fileErrors makes errors of faults.
func fileErrors(in *layout.Reader) error {
	var f faults
	for _, v := range in.Faults() {
		field := fmt.Sprintf("line %d, column %d", v.Line, v.Column)
		if v.Path != "" {
			field += ": " + v.Path
		}
		f.add(field, v.Value, v.Problem, v.Kind)
	}
	if in.Full() {
		f.add("file", nil, fmt.Sprintf("has more than these %d faults: mend them first", maxFileFaults), ErrInvalid)
	}
	return f.err()
}
