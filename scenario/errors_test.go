package scenario_test

import (
	"errors"
	"testing"

	"github.com/pledgesim/pledgesim/scenario"
)

func TestFieldErrorLeavesEmptyPartsOut(t *testing.T) {
	for _, test := range []struct {
		err  scenario.FieldError
		want string
	}{
		{scenario.FieldError{}, ""},
		{scenario.FieldError{Problem: "is wrong"}, "is wrong"},
		{scenario.FieldError{Field: "Name", Problem: "is empty"}, "Name is empty"},
		{scenario.FieldError{Scenario: "a", Field: "By", Value: 0, Problem: "is wrong"}, `scenario "a": By = 0 is wrong`},
		{scenario.FieldError{Member: "DEU", Year: 2024, Field: "Share", Value: 2.5, Problem: "is wrong"}, "DEU, 2024: Share = 2.5 is wrong"},
	} {
		equal(t, test.err.Error(), test.want)
	}
}

func TestFieldErrorUnwraps(t *testing.T) {
	err := error(&scenario.FieldError{Err: scenario.ErrUnit})
	if !errors.Is(err, scenario.ErrUnit) || errors.Is(err, scenario.ErrMissing) {
		t.Error("a FieldError is of the kind of its sentinel, and no other")
	}
}
