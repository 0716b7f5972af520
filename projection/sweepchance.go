package projection

import (
	"context"
	"fmt"
	"math"

	"github.com/pledgesim/pledgesim/scenario"
)

// SweepChance simulates every combination of the axes and keeps, for each member,
// the chance of having reached what is asked by a year; 0 means each cell's own
// deadline, or the horizon where there is none that the projection shows. All cells
// see the same economies, so that their differences are not noise. Options.Until,
// Keep, Spending and First do not apply.
func SweepChance(ctx context.Context, d *scenario.Dataset, base scenario.Scenario, axes []Axis, year int, o Options) (*Grid, error) {
	if o.Until != (Until{}) || o.Keep || o.Spending || o.First != 0 {
		return nil, &scenario.FieldError{Scenario: base.Name, Field: "Options", Problem: "has Until, Keep, Spending or First, which a sweep of chances does not use", Err: scenario.ErrInvalid}
	}
	g, err := newGrid(ctx, d, base, axes, o)
	if err != nil {
		return nil, err
	}
	if year != 0 && (year <= g.Options.Base || year > g.Options.To) {
		return nil, &scenario.FieldError{Scenario: base.Name, Field: "year", Value: year, Problem: fmt.Sprintf("is not a projected year, %d to %d; 0 is the deadline", g.Options.Base+1, g.Options.To), Err: scenario.ErrInvalid}
	}
	g.Variable, g.Unit = "chance by the deadline or the horizon", UnitChance
	if year != 0 {
		g.Variable = fmt.Sprintf("chance by %d", year)
	}
	all := g.space.parts[AnyPart]
	g.values, g.errors = make([]float64, g.space.size()), make([]float64, g.space.size())
	done := g.Options.progress(all.count)
	at := make([]int, len(g.Axes))
	for range all.count {
		s, err := g.space.scenario(at)
		if err != nil {
			return nil, err
		}
		cell := g.Options
		cell.Progress = nil
		e, err := Simulate(ctx, d, s, cell)
		if err != nil {
			return nil, err
		}
		for m := range g.space.members {
			i, c := g.cell(m, at), e.due(m, year)
			g.values[i], g.errors[i] = scenario.ToPercent(c.Value), scenario.ToPercent(c.StdErr)
		}
		done(1)
		for a := len(at) - 1; a >= 0; a-- { // the last axis fastest
			if at[a]++; at[a] < len(g.Axes[a].Values) {
				break
			}
			at[a] = 0
		}
	}
	return g, nil
}

// due is the chance of a member by a year, or with 0 by its deadline or the
// horizon; NaN where nothing is asked.
func (e *Ensemble) due(i, year int) Estimate {
	k := e.sim.years - 1
	switch {
	case !e.asked(i):
		return Estimate{Value: math.NaN()}
	case year != 0:
		k = year - e.sim.options.Base - 1
	case e.sim.members[i].deadline >= 0:
		k = e.sim.members[i].deadline
	}
	return e.chance(i, k)
}

// Chance is the chance in a cell of a grid that SweepChance made, with its Monte
// Carlo standard error; NaN where nothing is asked.
func (g *Grid) Chance(member string, at ...int) (Estimate, error) {
	v, err := g.Value(member, at...)
	if err != nil {
		return Estimate{}, err
	}
	if g.errors == nil {
		return Estimate{}, &scenario.FieldError{Scenario: g.Base.Name, Field: "Grid", Problem: "holds " + g.Variable + ", not chances: make one with SweepChance", Err: scenario.ErrInvalid}
	}
	m, _ := g.member(member) // known: Value found it
	return Estimate{Value: v / 100, StdErr: g.errors[g.cell(m, at)] / 100}, nil
}
