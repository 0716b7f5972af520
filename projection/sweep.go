package projection

import (
	"context"
	"fmt"
	"math"

	"github.com/pledgesim/pledgesim/scenario"
)

// Sweep runs every combination of the axes and keeps, for each member, the first
// year at what is asked. Every value of every axis is validated before any work.
// A grid of more than MaxCells is an error: stream it with [SweepRows],
// whose advice on speed holds here too.
func Sweep(ctx context.Context, d *scenario.Dataset, base scenario.Scenario, axes []Axis, o Options) (*Grid, error) {
	g, err := newGrid(ctx, d, base, axes, o)
	if err != nil {
		return nil, err
	}
	g.Variable, g.Unit = "year reached", UnitYear
	return g.fill(ctx, (*walker).years, func(s strip, cells []float64) {
		for i := range cells {
			switch year := s.first(i); year {
			case never:
				cells[i] = math.Inf(1)
			case notAsked:
				cells[i] = math.NaN()
			default:
				cells[i] = float64(g.Options.Base + year)
			}
		}
	})
}

// SweepCost runs every combination of the axes and keeps, for each member, what
// it costs in all years after the base year over a counterfactual with the same
// growth, as [Cost] does.
func SweepCost(ctx context.Context, d *scenario.Dataset, base scenario.Scenario, axes []Axis, against Baseline, o Options) (*Grid, error) {
	if against.Response == nil {
		return nil, noCounterfactual(base)
	}
	g, err := newGrid(ctx, d, base, axes, o)
	if err != nil {
		return nil, err
	}
	against = against.in(d)
	counterfactual := against.scenario(base.Growth)
	if counterfactual.Growth == nil { // an axis gives it
		counterfactual.Growth = scenario.Constant(0)
	}
	if err := counterfactual.Validate(); err != nil {
		return nil, fmt.Errorf("counterfactual: %w", err)
	}
	g.Against = against
	g.Variable, g.Unit = fmt.Sprintf("cost %d-%d against %s", g.Options.Base+1, g.Options.To, against.Name), d.Money
	cost := func(w *walker, member int, at []int, c *chunk) (*levels, error) {
		return nil, w.each(at, func() error {
			cost, err := w.cost(member, at, against)
			c.money = append(c.money, cost)
			return err
		})
	}
	return g.fill(ctx, cost, func(s strip, cells []float64) { copy(cells, s.money) })
}

// cost is what a member spends at a combination over a counterfactual.
func (w *walker) cost(member int, at []int, against Baseline) (float64, error) {
	p, s, err := w.path(member, at)
	if err != nil {
		return 0, err
	}
	growths := &w.parts[GrowthPart]
	q, err := w.counterfactuals.get(member*growths.count+growths.number(at), func(*path) (*path, error) {
		q, err := project(w.members[member], against.scenario(s.Growth), w.o, w.o.To)
		if err != nil {
			err = fmt.Errorf("counterfactual: %w", err)
		}
		return q, err
	})
	if err != nil {
		return 0, err
	}
	sum := 0.0
	for year := w.o.Base + 1; year <= w.o.To; year++ {
		sum += extra(p, *q, year)
	}
	return sum, nil
}

// newGrid checks a sweep before any work, and that its cells can be told apart.
func newGrid(ctx context.Context, d *scenario.Dataset, base scenario.Scenario, axes []Axis, o Options) (*Grid, error) {
	sp, err := newSpace(ctx, d, base, axes, o)
	if err != nil {
		return nil, err
	}
	if n := sp.size(); n > MaxCells {
		return nil, &scenario.FieldError{Scenario: base.Name, Field: "axes", Value: n, Problem: fmt.Sprintf("cells are more than a Grid keeps, %d: stream them with projection.SweepRows, or give fewer values or members", MaxCells), Err: scenario.ErrInvalid}
	}
	for _, a := range sp.axes {
		if err := a.checkLabels(); err != nil {
			return nil, err
		}
	}
	g := &Grid{Base: base, Axes: sp.axes, Dataset: d, Options: sp.o, space: sp}
	return g, g.warn(ctx)
}

// fill runs the sweep and puts each row into its cells.
func (g *Grid) fill(ctx context.Context, work rowWork, put func(strip, []float64)) (*Grid, error) {
	g.values = make([]float64, g.space.size())
	rest := g.values
	err := g.space.strips(ctx, work, func(_ int, _ []int, s strip) bool {
		put(s, rest[:g.space.last])
		rest = rest[g.space.last:]
		return true
	})
	if err != nil {
		return nil, err
	}
	return g, nil
}

// warn collects what the scenario at each value of each axis has to say, and the
// base scenario, each thing once.
func (g *Grid) warn(ctx context.Context) error {
	g.Warnings = g.space.warnings
	said := map[string]bool{}
	for a, axis := range g.Axes {
		at := make([]int, len(g.Axes))
		words := map[string]bool{}
		for i := range axis.Values {
			if err := ctx.Err(); err != nil {
				return err
			}
			at[a] = i
			s, err := g.space.compose(at)
			if err != nil {
				continue // cannot be: it was checked
			}
			words[s.String()] = true
			for _, m := range g.space.members {
				for _, part := range []any{s.Pledge, s.Growth, s.Reaction()} {
					for _, w := range scenario.Warnings(part, m, g.Options.Base, g.Options.To) {
						if text := w.Error(); !said[text] {
							said[text] = true
							g.Warnings = append(g.Warnings, w)
						}
					}
				}
			}
		}
		if len(words) == 1 && len(axis.Values) > 1 {
			g.Warnings = append(g.Warnings, fmt.Errorf("axis %q: its values all come to the same assumptions, so that it may change nothing", axis.Name))
		}
	}
	g.Warnings = onceBy(g.Warnings, error.Error)
	return nil
}
