package scenario

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"
)

var nan = math.NaN()

// A checker finds faults in itself and its parts. All models of this package
// are checkers.
type checker interface{ check(f *faults, at string) }

// checkPart checks a pledge, growth path or response that stands inside
// another. One of the caller's own that has a method Validate() error is asked.
func checkPart(f *faults, at string, part any) {
	switch p := part.(type) {
	case nil:
		f.add(at, nil, "is nil: it must be given", ErrInvalid)
	case checker:
		p.check(f, at)
	case interface{ Validate() error }:
		if err := p.Validate(); err != nil {
			f.add(at, nil, "is not valid: "+err.Error(), ErrInvalid)
		}
	}
}

func checkRate(f *faults, at string, rate float64) {
	if !(rate > -0.5 && rate <= 0.5) {
		f.add(at, rate, fmt.Sprintf("is not a yearly rate in (-0.5, 0.5] (did you mean %v*scenario.Percent?)", rate), ErrUnit)
	}
}

func checkYears(f *faults, at string, years int) {
	if years < 0 {
		f.add(at, years, "is a negative number of years", ErrInvalid)
	}
}

// A Warner has something to say about a member before a run that is no error:
// that a window is shorter than asked for, that a table ends early. Pledges,
// growth paths and responses may be Warners.
type Warner interface {
	// Warn is asked once for each member, with the base year and the horizon.
	Warn(m *Member, base, to int) []error
}

// Warnings asks a part of a scenario for its warnings, if it has any.
func Warnings(part any, m *Member, base, to int) []error {
	if w, ok := part.(Warner); ok {
		return w.Warn(m, base, to)
	}
	return nil
}

// words describes a part of a scenario: by its String method, or by its type.
func words(part any, none string) string {
	switch p := part.(type) {
	case nil:
		return none
	case fmt.Stringer:
		return p.String()
	default:
		return fmt.Sprintf("%T", part)
	}
}

func list(codes []string) string {
	if len(codes) > 5 {
		return fmt.Sprintf("%d members", len(codes))
	}
	return strings.Join(codes, ", ")
}

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }

func orDefault(n, otherwise int) int {
	if n == 0 {
		return otherwise
	}
	return n
}
