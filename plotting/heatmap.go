package plotting

import (
	"fmt"
	"slices"
	"strings"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// Heatmap shows a grid for one member as a table of coloured cells: a row for each
// value of the first axis and a column for each of the second, or one row if there
// is one axis. In a grid of more axes, rest has an index for each of the others, as
// in [projection.Grid.Table].
//
// A grid of years, from [projection.Sweep], has the year reached in each cell, the
// darker the earlier. A target that is not met by the horizon, or met in the base
// year already, has a colour of its own; a target that is lost again later is marked.
// Years from the base year to the horizon have the same colours in every chart with
// the same options. A grid of costs has money, the darker the more, savings in
// another colour; one of chances has per cent. A frame marks the base scenario, where
// it is one of the cells.
//
// An unknown member is [scenario.ErrUnknownMember]; a grid in which nothing is asked
// of the member, or of more than 60 rows or 24 columns, is an error.
func Heatmap(member string, g *projection.Grid, rest ...int) (*Figure, error) {
	f, err := heatmap(member, g, rest)
	if err != nil {
		return nil, fmt.Errorf("Heatmap: %w", err)
	}
	return f, nil
}

func heatmap(member string, g *projection.Grid, rest []int) (*Figure, error) {
	p, err := newPlane(member, g, rest)
	if err != nil {
		return nil, err
	}
	view := p.money
	switch g.Unit {
	case projection.UnitYear:
		view = p.years
	case projection.UnitChance:
		view = p.chances
	}
	v, err := view()
	if err != nil {
		return nil, err
	}
	all := p.results()
	words := append(p.given(), v.words...)
	words = append(words, remarks(all, allCodes(all))...)
	return &Figure{
		Title:    v.title,
		Subtitle: v.quantity + p.by(),
		Note:     note(append(words, caveats(all))...),
		Source:   source(all),
		editions: editionsOf(all),
		key:      v.key,
		colours:  2,
		seed:     v.seed,
		chart:    p.table(v.cell),
	}, nil
}

// A planeView is what a chart says of a plane and shows of a point, by the kind
// of number.
type planeView struct {
	title    string
	quantity string // and its unit
	words    []string
	key      []keyEntry
	seed     string
	cell     func(point) cell
}

// nothingAsked is the error of charts about reaching a target where there is none.
func (p *plane) nothingAsked() error {
	return fmt.Errorf("nothing is asked of %s in any cell: give the scenario a Pledge, or vary the target: %w", p.name, scenario.ErrInvalid)
}

// by says what rows and columns are, and what is fixed.
func (p *plane) by() string {
	text := ", by " + p.columns.Name
	if p.rows.Name != "" {
		text = fmt.Sprintf(", by %s (rows) and %s (columns)", p.rows.Name, p.columns.Name)
	}
	return strings.Join(append([]string{text}, p.fixed...), "; ")
}

// given says what the base scenario is, from which each cell differs.
func (p *plane) given() []string {
	base := p.grid.Base
	var parts []string
	for _, part := range []any{base.Pledge, base.Growth, base.Reaction()} {
		if text := inWords(part, p.grid.Dataset); text != "" {
			parts = append(parts, text)
		}
	}
	words := []string{fmt.Sprintf("Each cell is the scenario %s (%s) with the values of its row and column", quoted(base.Name), strings.Join(parts, "; "))}
	if p.rows.Name == "" {
		words[0] = strings.TrimSuffix(words[0], "s of its row and column") + " of its column"
	}
	if base.Note != "" {
		words = append(words, base.Note)
	}
	if slices.ContainsFunc(p.all(), func(one point) bool { return one.base }) {
		words = append(words, "Framed: the scenario itself")
	}
	if inPoints(p.rows) || inPoints(p.columns) {
		words = append(words, "pp: percentage points")
	}
	return words
}

// inPoints reports whether the values of an axis are written as "1 pp".
func inPoints(a projection.Axis) bool {
	return a.Labels == nil && (a.Unit == projection.UnitDifference || a.Unit == projection.UnitPoints)
}
