package projection

import (
	"fmt"

	"github.com/pledgesim/pledgesim/scenario"
)

// A Grid holds one number for each member and combination of a sweep. An index on
// each axis, in the order of Axes, names a cell. It keeps its inputs and is not
// modified by any method.
type Grid struct {
	Base     scenario.Scenario // what the axes change
	Axes     []Axis            // what was varied
	Against  Baseline          // counterfactual of a grid of costs; zero for others
	Dataset  *scenario.Dataset // the edition it starts from
	Options  Options           // with defaults filled in
	Warnings []error           // what the reader should know

	Variable string // what the numbers are: "year reached", "cost 2025-2040 against ...", "chance by 2035"
	Unit     string // of the numbers: UnitYear, Dataset.Money or UnitChance

	space  *space
	values []float64 // member by member, the last axis fastest; years: +Inf is not by the horizon, NaN not asked
	errors []float64 // standard errors of chances, in the same order; nil for other grids
}

// check refuses a grid that did not come from a sweep.
func (g *Grid) check() error {
	if g == nil || g.space == nil {
		return fmt.Errorf("%w: an empty Grid: make it with Sweep, SweepCost or SweepChance", scenario.ErrInvalid)
	}
	return nil
}

// Codes lists the members in order of code.
func (g *Grid) Codes() []string {
	if g.check() != nil {
		return nil
	}
	codes := make([]string, len(g.space.members))
	for i, m := range g.space.members {
		codes[i] = m.Code
	}
	return codes
}

// Value is the number of a cell in Unit. In a grid of years it is +Inf where the
// target is not met by the horizon, so that later is larger, and NaN where nothing
// is asked.
func (g *Grid) Value(member string, at ...int) (float64, error) {
	m, err := g.member(member)
	if err != nil {
		return 0, err
	}
	if err := g.checkAt(at); err != nil {
		return 0, err
	}
	return g.values[g.cell(m, at)], nil
}

// cell is the place of a member and a combination in values.
func (g *Grid) cell(member int, at []int) int {
	all := &g.space.parts[AnyPart]
	return member*all.count + all.number(at)
}

// Year is the first year at the target in a cell: the base year if it is met
// already. ok is false if it is not met by the horizon, or nothing is asked.
func (g *Grid) Year(member string, at ...int) (year int, ok bool, err error) {
	v, err := g.Value(member, at...)
	if err == nil && g.Unit != UnitYear {
		err = &scenario.FieldError{Scenario: g.Base.Name, Field: "Grid", Problem: "holds " + g.Variable + ", not years: make one with Sweep", Err: scenario.ErrInvalid}
	}
	if err != nil || !isNumber(v) {
		return 0, false, err
	}
	return int(v), true, nil
}

// Scenario is that of a cell, under a name that says the value on each axis.
func (g *Grid) Scenario(at ...int) (scenario.Scenario, error) {
	if err := g.check(); err != nil {
		return scenario.Scenario{}, err
	}
	if err := g.checkAt(at); err != nil {
		return scenario.Scenario{}, err
	}
	return g.space.scenario(at)
}

// Reach says all about when a member is at its target in a cell, later losses
// and "never" included. It runs the cell again.
func (g *Grid) Reach(member string, at ...int) (Reach, error) {
	s, err := g.Scenario(at...)
	if err != nil {
		return Reach{}, err
	}
	m, err := g.member(member)
	if err != nil {
		return Reach{}, err
	}
	o := g.Options
	o.Members = []string{g.space.members[m].Code}
	r, err := Run(g.Dataset, s, o)
	if err != nil {
		return Reach{}, err
	}
	return r.Reach(o.Members[0])
}

// member finds the place of a member in the grid.
func (g *Grid) member(name string) (int, error) {
	if err := g.check(); err != nil {
		return 0, err
	}
	m, err := g.Dataset.Member(name)
	if err != nil {
		return 0, err
	}
	for i, other := range g.space.members {
		if other.Code == m.Code {
			return i, nil
		}
	}
	return 0, fmt.Errorf("%w: %s (%s) is not part of the sweep of %q", scenario.ErrUnknownMember, m.Code, m.Name, g.Base.Name)
}

// checkAt refuses indices that name no cell.
func (g *Grid) checkAt(at []int) error {
	if len(at) != len(g.Axes) {
		return &scenario.FieldError{Scenario: g.Base.Name, Field: "at", Value: at, Problem: fmt.Sprintf("does not name a cell: give one index for each of the %d axes", len(g.Axes)), Err: scenario.ErrInvalid}
	}
	for a, i := range at {
		if n := len(g.Axes[a].Values); i < 0 || i >= n {
			return &scenario.FieldError{Scenario: g.Base.Name, Field: fmt.Sprintf("index on axis %q", g.Axes[a].Name), Value: i, Problem: fmt.Sprintf("is not from 0 to %d", n-1), Err: scenario.ErrInvalid}
		}
	}
	return nil
}
