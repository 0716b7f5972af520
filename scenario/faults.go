package scenario

import "errors"

// faults collects everything wrong with an input, so that all of it comes back
// at once.
type faults struct {
	scenario string
	list     []error
}

func (f *faults) add(field string, value any, problem string, kind error) {
	f.list = append(f.list, &FieldError{Scenario: f.scenario, Field: field, Value: value, Problem: problem, Err: kind})
}

func (f *faults) err() error { return errors.Join(f.list...) }
