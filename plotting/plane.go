package plotting

import (
	"fmt"
	"reflect"
	"slices"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// A plane is the part of a grid that a chart shows: one member, at the values of
// one or two axes.
type plane struct {
	grid          *projection.Grid
	name          string          // of the member
	rows, columns projection.Axis // rows has a single value without a name if there is one axis
	fixed         []string        // the values of the other axes
	points        [][]point       // row by row
}

// A point is one combination of values.
type point struct {
	result *projection.Result  // of the one member
	reach  projection.Reach    // on the path without luck
	value  float64             // of the grid
	chance projection.Estimate // in a grid of chances
	base   bool                // it is the base scenario
}

// newPlane checks that a plane can be shown, and runs each combination for the
// member, since a grid keeps but a number.
func newPlane(member string, g *projection.Grid, rest []int) (*plane, error) {
	if len(g.Codes()) == 0 {
		return nil, fmt.Errorf("the grid is empty: make it with projection.Sweep: %w", scenario.ErrInvalid)
	}
	axes := g.Axes
	if others := max(len(axes)-2, 0); len(rest) != others {
		return nil, fmt.Errorf("the grid has %d axes, and rest %d indices: give one for each axis but the first two: %w", len(axes), len(rest), scenario.ErrInvalid)
	}
	p := &plane{grid: g, rows: projection.Axis{Values: []float64{0}, Labels: []string{""}}, columns: axes[0]}
	if len(axes) > 1 {
		p.rows, p.columns = axes[0], axes[1]
	}
	if err := fewEnough(p.rows, maxCellRows, "rows"); err != nil {
		return nil, err
	}
	if err := fewEnough(p.columns, maxCellColumns, "columns"); err != nil {
		return nil, err
	}
	for i := range p.rows.Values {
		var row []point
		for k := range p.columns.Values {
			at := []int{i, k}[max(0, 2-len(axes)):]
			one, err := newPoint(member, g, append(at, rest...))
			if err != nil {
				return nil, err
			}
			row, p.name = append(row, one), one.reach.Name
		}
		p.points = append(p.points, row)
	}
	for a, i := range rest {
		p.fixed = append(p.fixed, axes[a+2].Name+" "+minus(axes[a+2].Label(i)))
	}
	first := p.points[0][0].result // ours, from Run
	first.Warnings = slices.Concat(g.Warnings, first.Warnings)
	return p, nil
}

// fewEnough refuses an axis with more values than can be read in rows or columns.
func fewEnough(a projection.Axis, most int, what string) error {
	if n := len(a.Values); n > most {
		return fmt.Errorf("%d %s cannot be read: show fewer values of %q, at most %d: %w", n, what, a.Name, most, scenario.ErrInvalid)
	}
	return nil
}

// newPoint runs one combination.
func newPoint(member string, g *projection.Grid, at []int) (one point, err error) {
	if one.value, err = g.Value(member, at...); err != nil {
		return one, err
	}
	if g.Unit == projection.UnitChance {
		if one.chance, err = g.Chance(member, at...); err != nil {
			return one, err
		}
	}
	s, err := g.Scenario(at...)
	if err != nil {
		return one, err
	}
	one.base = sameParts(s, g.Base)
	o := g.Options
	o.Members = []string{member}
	if one.result, err = projection.Run(g.Dataset, s, o); err != nil {
		return one, err
	}
	one.reach, err = one.result.Reach(member)
	return one, err
}

// sameParts reports whether two scenarios have the same pledge, growth and
// response.
func sameParts(a, b scenario.Scenario) bool {
	return reflect.DeepEqual(a.Pledge, b.Pledge) && reflect.DeepEqual(a.Growth, b.Growth) && reflect.DeepEqual(a.Reaction(), b.Reaction())
}

// all gives the points row by row.
func (p *plane) all() []point { return slices.Concat(p.points...) }

// results are those of all points.
func (p *plane) results() []*projection.Result {
	var all []*projection.Result
	for _, one := range p.all() {
		all = append(all, one.result)
	}
	return all
}

// asked are the reaches of the points in which something is asked.
func (p *plane) asked() []projection.Reach {
	var asked []projection.Reach
	for _, one := range p.all() {
		if one.reach.Status != projection.NotAsked {
			asked = append(asked, one.reach)
		}
	}
	return asked
}

// table puts the points into cells.
func (p *plane) table(show func(point) cell) *cells {
	c := &cells{rowsAre: capital(p.rows.Name), columnsAre: capital(p.columns.Name)}
	for k := range p.columns.Values {
		c.columns = append(c.columns, cellColumn{heading: minus(p.columns.Label(k))})
	}
	for i, points := range p.points {
		row := cellRow{name: minus(p.rows.Label(i))}
		for _, one := range points {
			shown := show(one)
			shown.framed = one.base
			row.cells = append(row.cells, shown)
		}
		c.rows = append(c.rows, row)
	}
	return c
}
