package projection

import (
	"fmt"
	"iter"
	"slices"

	"github.com/pledgesim/pledgesim/scenario"
)

// Only leaves of a table just the rows of some variables, such as "growth
// needed"; what is said about the table stays. The writers refuse it if no row is left.
func Only(t Tabular, variables ...string) Tabular {
	if t == nil {
		return nil // which the writers refuse
	}
	return only{t, variables}
}

type only struct {
	Tabular
	variables []string
}

// A selective table says less about some of its variables.
type selective interface {
	aboutOnly(variables []string) About
}

// About is that of the table, or of the variables that are left.
func (o only) About() About {
	if t, ok := o.Tabular.(selective); ok {
		return t.aboutOnly(o.variables)
	}
	return o.Tabular.About()
}

// check refuses variables of which the table has none.
func (o only) check() error {
	if inner, ok := o.Tabular.(only); ok {
		if err := inner.check(); err != nil {
			return err
		}
	}
	var others []string
	for r := range o.Tabular.Rows() {
		if slices.Contains(o.variables, r.Variable) {
			return nil
		}
		others = append(others, r.Variable)
	}
	if len(others) == 0 {
		return nil // the table is empty by itself
	}
	return &scenario.FieldError{Field: "Only", Value: fmt.Sprintf("%q", o.variables), Problem: fmt.Sprintf("leaves no row: the table has %q", once(others)), Err: scenario.ErrInvalid}
}

func (o only) Rows() iter.Seq[Row] {
	return func(yield func(Row) bool) {
		for r := range o.Tabular.Rows() {
			if slices.Contains(o.variables, r.Variable) && !yield(r) {
				return
			}
		}
	}
}
