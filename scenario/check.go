package scenario

import (
	"cmp"
	"fmt"
	"maps"
	"math"
	"reflect"
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
	if deref(part) == nil {
		f.add(at, nil, "is nil: it must be given", ErrInvalid)
		return
	}
	if p, ok := part.(interface{ Validate() error }); ok {
		if err := p.Validate(); err != nil {
			f.add(at, nil, "is not valid: "+err.Error(), fmt.Errorf("%w: %w", ErrInvalid, err))
		}
	}
	switch p := part.(type) {
	case checker: // also one of the caller's own that embeds a model of this package
		p.check(f, at)
	case Wrapper:
		checkPart(f, at+".Unwrap()", p.Unwrap())
	}
}

// deref gives nil for a nil pointer, and what a pointer to a model of this
// package points to, so that &Target{} is known as a Target.
func deref(part any) any {
	v := reflect.ValueOf(part)
	if v.Kind() != reflect.Pointer {
		return part
	}
	if v.IsNil() {
		return nil
	}
	if _, own := part.(checker); own {
		return v.Elem().Interface()
	}
	return part
}

func checkRate(f *faults, at string, rate float64) {
	if !isRate(rate) {
		f.add(at, rate, "is not a yearly rate in (-0.5, 0.5)"+meant(rate, isRate), ErrUnit)
	}
}

// checkDifference checks what is added to a rate.
func checkDifference(f *faults, at string, by float64) {
	if !isRate(by) {
		f.add(at, by, "is not a fraction between -0.5 and 0.5"+meant(by, isRate), ErrUnit)
	}
}

// checkTails checks the degrees of freedom of Student's t.
func checkTails(f *faults, at string, nu float64) {
	if nu != 0 && !(nu > 2 && nu <= 1000) {
		f.add(at, nu, "is not a number of degrees of freedom in (2, 1000]: at 2 and below there is no standard deviation; 0 gives normal shocks", ErrInvalid)
	}
}

// checkCode checks what members' own terms are filed under.
func checkCode(f *faults, at, code string) {
	if len(code) != 3 || strings.ToUpper(code) != code {
		f.add(at, code, "is not the code of a member: give ISO 3166 alpha-3 codes, such as DEU", ErrUnknownMember)
	}
}

func isRate(v float64) bool  { return v > -0.5 && v < 0.5 }
func isShare(v float64) bool { return v > 0 && v <= MaxShare }

// meant asks whether a number was given in per cent, where that would make it
// a valid one.
func meant(v float64, valid func(float64) bool) string {
	if !valid(FromPercent(v)) {
		return ""
	}
	return fmt.Sprintf(" (did you mean %v*scenario.Percent?)", v)
}

func checkYears(f *faults, at string, years int) {
	if years < 0 || years > MaxWindow {
		f.add(at, years, fmt.Sprintf("is not a number of years from 0 to %d", MaxWindow), ErrInvalid)
	}
}

func checkYear(f *faults, at string, year int) {
	if year < 0 || year > MaxYear {
		f.add(at, year, "is not a calendar year", ErrInvalid)
	}
}

// A Warner has something to say about a member before a run that is no error:
// that a window is shorter than asked for, that a table ends early. Pledges,
// growth paths and responses may be Warners.
type Warner interface {
	// Warn is asked once for each member, with the base year and the horizon.
	Warn(m *Member, base, to int) []error
}

// Warnings asks a part of a scenario, or what it wraps, for its warnings, if it
// has any.
func Warnings(part any, m *Member, base, to int) []error {
	switch p := part.(type) {
	case Warner:
		return p.Warn(m, base, to)
	case Wrapper:
		return Warnings(p.Unwrap(), m, base, to)
	}
	return nil
}

// Origins asks a growth path or a response, or what it wraps, where its figures were
// published. A part of the caller's own answers if it has a method Origins() []Source.
func Origins(part any) []Source {
	switch p := part.(type) {
	case interface{ Origins() []Source }:
		return p.Origins()
	case Wrapper:
		return Origins(p.Unwrap())
	}
	return nil
}

// words describes a part of a scenario: by its String method, or by its type.
func words(part any, none string) string {
	if deref(part) == nil {
		return none
	}
	if p, ok := part.(fmt.Stringer); ok {
		return p.String()
	}
	return fmt.Sprintf("%T", part)
}

// What words says where a required part is missing.
const (
	noPath     = "no growth path given"
	noResponse = "no response given"
)

// countYears writes "1 year" or "8 years".
func countYears(n int) string {
	if n == 1 {
		return "1 year"
	}
	return fmt.Sprintf("%d years", n)
}

// lastYears writes "year" or "8 years", to follow "the last".
func lastYears(n int) string { return strings.TrimPrefix(countYears(n), "1 ") }

// points writes a fraction of GDP, or a difference of rates, in percentage
// points.
func points(f float64) string {
	number := strings.TrimSuffix(FormatShare(f), "%")
	if number == "1" {
		return "1 percentage point"
	}
	return number + " percentage points"
}

func list(codes []string) string {
	if len(codes) > 5 {
		return fmt.Sprintf("%d members", len(codes))
	}
	return strings.Join(codes, ", ")
}

func sortedKeys[K cmp.Ordered, V any](m map[K]V) []K { return slices.Sorted(maps.Keys(m)) }

func orDefault(n, otherwise int) int {
	if n == 0 {
		return otherwise
	}
	return n
}

func checkSD(f *faults, at string, sd float64) {
	if !isSD(sd) {
		f.add(at, sd, "is not a standard deviation in [0, 0.5), as a fraction"+meant(sd, isSD), ErrUnit)
	}
}

// checkChance checks a chance, or a part of something, which what names.
func checkChance(f *faults, at, what string, chance float64) {
	if !isChance(chance) {
		f.add(at, chance, "is not a "+what+" in [0, 1]"+meant(chance, isChance), ErrInvalid)
	}
}

func isSD(v float64) bool     { return v >= 0 && v < 0.5 }
func isChance(v float64) bool { return v >= 0 && v <= 1 }
