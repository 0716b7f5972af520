package projection

import (
	"context"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/pledgesim/pledgesim/scenario"
)

// A space is every combination of the values of some axes, for some members. A
// point of it is a member and an index for each axis.
type space struct {
	d        *scenario.Dataset
	base     scenario.Scenario
	axes     []Axis
	o        Options // filled in
	members  []*scenario.Member
	warnings []error
	rows     int             // combinations of all axes but the last
	last     int             // values of the last axis
	parts    [4]combinations // by Part; that of AnyPart counts all axes
	separate bool            // whether every axis is for one part
	together bool            // whether the values of the last axis differ in the pledge only
}

// combinations numbers those of the axes that concern one part of a scenario.
type combinations struct {
	axes  []stride
	count int
}

// A stride is by how much the number of a combination grows from one value of an
// axis to the next.
type stride struct{ axis, by int }

func (c *combinations) number(at []int) int {
	n := 0
	for _, s := range c.axes {
		n += at[s.axis] * s.by
	}
	return n
}

// mostFaults is how many wrong values are named at once.
const mostFaults = 20

// newSpace checks everything that can be checked before any work: options, axes
// and each value of each axis, with the first value of the others.
func newSpace(ctx context.Context, d *scenario.Dataset, base scenario.Scenario, axes []Axis, o Options) (*space, error) {
	if d == nil {
		return nil, &scenario.FieldError{Scenario: base.Name, Field: "Dataset", Problem: "is nil: take one from package nato or scenario.NewDataset", Err: scenario.ErrInvalid}
	}
	if ctx == nil {
		return nil, noContext(base)
	}
	if err := base.CheckNesting(); err != nil {
		return nil, err
	}
	sp := &space{d: d, base: base, axes: wordedAxes(d, axes)}
	var err error
	sp.o, sp.members, sp.warnings, err = o.fill(d)
	faults := append([]error{err}, checkAxes(base, sp.axes)...)
	if err := errors.Join(faults...); err != nil {
		return nil, err
	}
	if err := sp.number(); err != nil {
		return nil, err
	}
	return sp, sp.checkValues(ctx)
}

// checkAxes finds what is wrong with axes before any value is put into a scenario.
func checkAxes(base scenario.Scenario, axes []Axis) []error {
	var faults []error
	if len(axes) == 0 {
		faults = append(faults, &scenario.FieldError{Scenario: base.Name, Field: "axes", Problem: "are empty: give at least one, for example projection.Targets(0.02, 0.025)", Err: scenario.ErrInvalid})
	}
	named := map[string]bool{}
	for i, a := range axes {
		faults = append(faults, a.check(i)...)
		if a.Name != "" && named[a.Name] {
			faults = append(faults, &scenario.FieldError{Field: "axes", Value: a.Name, Problem: "is the name of two axes: vary each thing once", Err: scenario.ErrDuplicate})
		}
		named[a.Name] = true
	}
	return faults
}

// number counts combinations. An axis that may change any part concerns all of
// them, and then so does every other one.
func (sp *space) number() error {
	points := float64(len(sp.members))
	sp.separate = true
	for _, a := range sp.axes {
		sp.separate = sp.separate && a.Part != AnyPart
		points *= float64(len(a.Values))
	}
	if points > min(MaxPoints, math.MaxInt) {
		return &scenario.FieldError{Scenario: sp.base.Name, Field: "axes", Value: points, Problem: fmt.Sprintf("combinations are more than can be run, %d: give fewer values", MaxPoints), Err: scenario.ErrInvalid}
	}
	for p := range sp.parts {
		c := combinations{count: 1}
		for a := len(sp.axes) - 1; a >= 0; a-- {
			if concerns := sp.axes[a].Part == Part(p) || Part(p) == AnyPart || !sp.separate; concerns {
				c.axes = append(c.axes, stride{a, c.count})
				c.count *= len(sp.axes[a].Values)
			}
		}
		sp.parts[p] = c
	}
	last := sp.axes[len(sp.axes)-1]
	sp.last, sp.together = len(last.Values), sp.separate && last.Part == PledgePart
	sp.rows = sp.parts[AnyPart].count / sp.last
	return nil
}

// checkValues validates the scenario at each value of each axis, and names each
// fault once.
func (sp *space) checkValues(ctx context.Context) error {
	var faults []error
	for a, axis := range sp.axes {
		at := make([]int, len(sp.axes))
		for i := range axis.Values {
			if err := ctx.Err(); err != nil {
				return err
			}
			at[a] = i
			s, err := sp.compose(at)
			if err == nil {
				err = errors.Join(s.Validate(), named(sp.d, s))
			}
			if err != nil {
				faults = onceBy(append(faults, parts(err)...), error.Error)
			}
			if len(faults) >= mostFaults {
				return errors.Join(append(faults, errors.New("perhaps more: no further values were looked at"))...)
			}
		}
	}
	return errors.Join(faults...)
}

// compose gives the scenario at a combination, under the name of the base.
func (sp *space) compose(at []int) (scenario.Scenario, error) { return sp.apply(AnyPart, at) }

// apply puts in the values of the axes that concern a part.
func (sp *space) apply(p Part, at []int) (scenario.Scenario, error) {
	s := sp.base
	var err error
	for _, c := range slices.Backward(sp.parts[p].axes) { // in order of axes
		axis := sp.axes[c.axis]
		if s, err = axis.set(sp.base, s, axis.Values[at[c.axis]]); err != nil {
			return s, err
		}
	}
	return s, nil
}

// name is that of the scenario at a combination: the base's and each value.
func (sp *space) name(at []int) string {
	words := []string{sp.base.Name}
	for a, axis := range sp.axes {
		words = append(words, axis.Name+" "+axis.Label(at[a]))
	}
	return strings.Join(words, ", ")
}

// scenario is the one at a combination, under a name of its own.
func (sp *space) scenario(at []int) (scenario.Scenario, error) {
	s, err := sp.compose(at)
	s.Name = sp.name(at)
	return s, err
}

// place gives member and combination of a row; at has an index for each axis,
// the last of which is 0.
func (sp *space) place(row int, at []int) (member int) {
	member, row = row/sp.rows, row%sp.rows
	for a := len(sp.axes) - 2; a >= 0; a-- {
		n := len(sp.axes[a].Values)
		at[a], row = row%n, row/n
	}
	at[len(at)-1] = 0
	return member
}

// next goes on to the next combination of a row; again is true if that is the
// first one, of the next member.
func (sp *space) next(at []int) (again bool) {
	for a := len(at) - 2; a >= 0; a-- {
		if at[a]++; at[a] < len(sp.axes[a].Values) {
			return false
		}
		at[a] = 0
	}
	return true
}

// size is the number of points.
func (sp *space) size() int { return len(sp.members) * sp.rows * sp.last }
