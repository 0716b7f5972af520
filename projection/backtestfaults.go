package projection

import (
	"errors"
	"fmt"

	"github.com/pledgesim/pledgesim/scenario"
)

// A fault is what is wrong at an origin.
type fault struct {
	origin int
	at     string // which origins
	err    error
}

// Error says at which origin, too.
func (f *fault) Error() string { return f.at + ": " + f.err.Error() }

// Unwrap gives what is wrong.
func (f *fault) Unwrap() error { return f.err }

// at says at which origin something is wrong.
func (v *vintage) at(err error) error {
	var faults []error
	for _, part := range parts(err) {
		faults = append(faults, &fault{v.origin, fmt.Sprintf("origin %d, edition %s", v.origin, v.known.Edition), v.passed(part)})
	}
	return errors.Join(faults...)
}

// passed says of a deadline that has passed only whose it is, so that it reads the same
// for all members and origins; other errors stay.
func (v *vintage) passed(err error) error {
	f, ok := err.(*scenario.FieldError)
	if !ok || f.Field != "Pledge.By" {
		return err
	}
	if by, _ := f.Value.(int); by > v.options.Base {
		return err
	}
	late := &scenario.FieldError{
		Scenario: f.Scenario, Field: f.Field, Value: f.Value, Err: f.Err,
		Problem: "has passed: give earlier origins, a pledge that goes on (scenario.Steps), or one without a deadline",
	}
	if f.Scenario == pledgeMet { // which keeps that of the options
		late.Scenario, late.Field = "", "BacktestOptions."+f.Field
	}
	return late
}

// deadlines are the faults of deadlines that cannot be.
func deadlines(err error) []error {
	var all []error
	for _, part := range parts(err) {
		var f *scenario.FieldError
		if errors.As(part, &f) && f.Field == "Pledge.By" {
			all = append(all, part)
		}
	}
	return all
}

// together makes one error of those that differ only in the origin.
func together(faults []error) error {
	var kept []error
	origins := map[string][]int{}
	firsts := map[string]*fault{}
	for _, err := range parts(errors.Join(faults...)) {
		f, ok := err.(*fault)
		if !ok {
			kept = append(kept, err)
			continue
		}
		what := f.err.Error()
		if firsts[what] == nil {
			firsts[what] = f
			kept = append(kept, f)
		}
		origins[what] = append(origins[what], f.origin)
	}
	for what, f := range firsts {
		if all := onceBy(origins[what], func(origin int) string { return fmt.Sprint(origin) }); len(all) > 1 {
			f.at = "origins " + years(all)
		}
	}
	return errors.Join(kept...)
}

// parts takes joined errors apart.
func parts(err error) []error {
	if err == nil {
		return nil
	}
	joined, ok := err.(interface{ Unwrap() []error })
	if !ok {
		return []error{err}
	}
	if same := errors.Join(joined.Unwrap()...); same == nil || same.Error() != err.Error() { // one that says more than its parts
		return []error{err}
	}
	var all []error
	for _, part := range joined.Unwrap() {
		all = append(all, parts(part)...)
	}
	return all
}
