package scenario

import (
	"errors"
	"fmt"
	"strings"
)

// The kinds of error a caller may want to tell apart, for use with errors.Is.
var (
	// ErrUnknownMember is wrapped when a country is not in the data set.
	ErrUnknownMember = errors.New("unknown member")
	// ErrMissing is wrapped when a figure that is needed was not published.
	ErrMissing = errors.New("missing figure")
	// ErrUnit is wrapped when a number cannot be in the unit asked for, such
	// as a share of GDP given as 2 where 0.02 is meant.
	ErrUnit = errors.New("wrong unit")
	// ErrDuplicate is wrapped when a name, member or year occurs twice.
	ErrDuplicate = errors.New("duplicate")
	// ErrNotRandom is wrapped when a growth path without random draws is to be
	// simulated.
	ErrNotRandom = errors.New("not random")
	// ErrInvalid is wrapped when an input contradicts itself or is empty.
	ErrInvalid = errors.New("invalid input")
)

// A FieldError says which input is wrong, where it stands and what to do.
// Empty parts are left out of its text.
type FieldError struct {
	Scenario string // name of the scenario
	Member   string // ISO 3166 alpha-3 code
	Year     int    // calendar year
	Field    string // path of the field, for example "Pledge.Share"
	Value    any    // the value that was given; nil is not printed
	Problem  string // what is wrong with it and what to do
	Err      error  // wraps one of the sentinels of this package
}

// Error gives the whole message in one line.
func (e *FieldError) Error() string {
	var at []string
	if e.Scenario != "" {
		at = append(at, fmt.Sprintf("scenario %q", e.Scenario))
	}
	if e.Member != "" {
		at = append(at, e.Member)
	}
	if e.Year != 0 {
		at = append(at, fmt.Sprint(e.Year))
	}
	field := e.Field
	if e.Value != nil {
		field = fmt.Sprintf("%s = %v", e.Field, e.Value)
	}
	text := strings.TrimSpace(field + " " + e.Problem)
	if len(at) == 0 {
		return text
	}
	return strings.Join(at, ", ") + ": " + text
}

// Unwrap gives the sentinel, so that errors.Is works.
func (e *FieldError) Unwrap() error { return e.Err }
