package projection

import (
	"iter"
	"slices"
)

// Only leaves of a table just the rows of some variables, such as "growth
// needed"; what is said about the table stays.
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

func (o only) Rows() iter.Seq[Row] {
	return func(yield func(Row) bool) {
		for r := range o.Tabular.Rows() {
			if slices.Contains(o.variables, r.Variable) && !yield(r) {
				return
			}
		}
	}
}
