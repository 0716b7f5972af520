package scenario

import (
	"fmt"
	"reflect"

	"github.com/pledgesim/pledgesim/scenario/internal/layout"
)

// A Difference is one assumption that two scenarios do not share.
type Difference struct {
	Field string // path of the field, for example "Pledge.By"
	A, B  string // what it is in the first and in the second, in words
}

// String gives the difference in one line: "Pledge.By: 2030 / 2035".
func (d Difference) String() string { return fmt.Sprintf("%s: %s / %s", d.Field, d.A, d.B) }

// Diff lists what differs between two scenarios, in the order of the fields. Parts of
// the same kind are compared field by field, those of different kinds are given in
// words; of a series the years that differ. A nil Response is the one that stands for
// it, see [Scenario.Reaction]. Other defaults are told from what is left out: of a
// Trend of 8 years and one of 0, which stands for 8, the Years differ. Two scenarios
// that are the same in all fields have no difference.
// Scenarios that [Scenario.CheckNesting] refuses are not gone into: the difference is
// what is wrong with them.
func Diff(a, b Scenario) []Difference {
	if x, y := a.CheckNesting(), b.CheckNesting(); x != nil || y != nil {
		return []Difference{{"Scenario", verdict(x), verdict(y)}}
	}
	a.Response, b.Response = a.Reaction(), b.Reaction()
	var all []Difference
	c := layout.Comparer{Differ: func(at, x, y string) { all = append(all, Difference{at, x, y}) }}
	c.Compare(fileLayout(), scenarioForm(), reflect.ValueOf(a), reflect.ValueOf(b), "")
	return all
}

func verdict(err error) string {
	if err != nil {
		return err.Error()
	}
	return "can be compared"
}
