package projection

import (
	"fmt"
	"iter"
	"math"
	"strings"

	"github.com/pledgesim/pledgesim/scenario"
)

// About names edition, base scenario and axes.
func (g *Grid) About() About {
	if g.check() != nil {
		return About{Title: "Sweep"}
	}
	var names []string
	for _, x := range g.Axes {
		names = append(names, x.Name)
	}
	last := len(names) - 1
	a := g.about(by(names[:last], names[last]))
	a.Lines = strings.Join(names[:last], ", ")
	return a
}

// by says which axes lines and columns stand for.
func by(lines []string, columns string) string {
	switch {
	case len(lines) == 0:
		return "by " + columns
	case columns == "":
		return "by " + strings.Join(lines, ", ")
	}
	return fmt.Sprintf("by %s (lines) and %s (columns)", strings.Join(lines, ", "), columns)
}

// about is what is to be said about any table of a grid.
func (g *Grid) about(by string) About {
	title := "Year each member reaches its target, "
	if g.Unit != UnitYear {
		title = strings.ToUpper(g.Variable[:1]) + g.Variable[1:] + ", "
	}
	a := About{Title: title + by, Warnings: g.Warnings}
	a.Editions = append([]string{fmt.Sprintf("%s; base year %d%s, horizon %d", edition(g.Dataset), g.Options.Base, estimated(g.space.members, g.Options.Base), g.Options.To)}, growthSources(g.Base)...)
	a.Assumptions = []string{g.Base.In(g.Dataset)}
	for _, x := range g.Axes {
		a.Notes = append(a.Notes, "Varied: "+x.String()+".")
	}
	switch {
	case g.Unit == UnitYear:
		a.Notes = append(a.Notes, tolerated(g.Options))
	case g.errors != nil:
		a.Editions = append(a.Editions, howDrawn(g.Options, g.Options.drawRange()))
		a.Notes = append(a.Notes, tolerated(g.Options), drawn)
	default:
		s := g.Against.scenario(g.Base.Growth)
		a.Notes = append(a.Notes, "Counterfactual, on the same growth: "+s.In(g.Dataset), "Cost: spending less that of the counterfactual, undiscounted, "+g.Dataset.Money+".")
	}
	if g.errors == nil && scenario.Lucky(g.Base) {
		a.Notes = append(a.Notes, withoutLuck(g.Base))
	}
	a.Notes = append(a.Notes, g.Dataset.Notes...)
	return a
}

// Rows yields the number of each cell of each member. The scenario of a row is
// the value on the last axis, its Case the values on the others.
func (g *Grid) Rows() iter.Seq[Row] {
	return func(yield func(Row) bool) {
		if g.check() != nil {
			return
		}
		cell, last := 0, len(g.Axes)-1
		for _, m := range g.space.members {
			at := make([]int, len(g.Axes))
			for range g.space.rows {
				var labels []string
				for a, x := range g.Axes[:last] {
					labels = append(labels, x.Label(at[a]))
				}
				for i := range g.space.last {
					r := g.row(m, cell)
					r.Scenario, r.Case = g.Axes[last].Label(i), strings.Join(labels, ", ")
					if !yield(r) {
						return
					}
					cell++
				}
				g.space.next(at)
			}
		}
	}
}

// row gives the number of a cell as a row.
func (g *Grid) row(m *scenario.Member, cell int) Row {
	v := g.values[cell]
	r := Row{Member: m.Code, Name: m.Name, Variable: g.Variable, Unit: g.Unit, Stat: StatProjected, Value: v}
	switch {
	case g.errors != nil:
		r.Stat, r.StdErr = StatChance, g.errors[cell]
		return r
	case g.Unit != UnitYear:
		return r
	}
	switch {
	case math.IsNaN(v):
		r.Text = "not asked"
	case math.IsInf(v, 1):
		r.Value, r.Text = math.NaN(), g.notBy()
	case int(v) == g.Options.Base:
		o, _ := m.Share.Observe(g.Options.Base)
		r.Text, r.Stat, r.Edition = "already", published(o).Status.String(), o.Edition
	}
	return r
}

// notBy is what is said of a target that is not met.
func (g *Grid) notBy() string { return fmt.Sprintf("not by %d", g.Options.To) }

// Table is the grid of one member as a reader wants it: a line for each value of
// the first axis, a column for each of the second. In a grid of more axes, rest
// has an index for each of the others.
func (g *Grid) Table(member string, rest ...int) (Tabular, error) {
	m, err := g.member(member)
	if err != nil {
		return nil, err
	}
	at := append(make([]int, min(2, len(g.Axes))), rest...)
	if err := g.checkAt(at); err != nil {
		return nil, err
	}
	return gridTable{g, m, at}, nil
}

type gridTable struct {
	g      *Grid
	member int
	at     []int // 0 on the axes of lines and columns
}

func (t gridTable) About() About {
	m, axes := t.g.space.members[t.member], t.g.Axes
	columns := "" // with one axis there is one column
	if len(axes) > 1 {
		columns = axes[1].Name
	}
	by := by([]string{axes[0].Name}, columns)
	for a := 2; a < len(axes); a++ {
		by += fmt.Sprintf("; %s %s", axes[a].Name, axes[a].Label(t.at[a]))
	}
	a := t.g.about(by)
	a.Title = m.Name + ": " + strings.ToLower(a.Title[:1]) + a.Title[1:]
	if t.g.Unit == UnitYear {
		a.Title = fmt.Sprintf("Year %s reaches its target, %s", m.Name, by)
	}
	a.Lines = axes[0].Name
	if t.hasLate() {
		a.Notes = append([]string{t.late() + ": not by the horizon."}, a.Notes...)
	}
	return a
}

// late is what stands in a table of years for one beyond the horizon.
func (t gridTable) late() string { return fmt.Sprintf("> %d", t.g.Options.To) }

func (t gridTable) hasLate() bool {
	for r := range t.Rows() {
		if r.Text == t.late() {
			return true
		}
	}
	return false
}

func (t gridTable) Rows() iter.Seq[Row] {
	return func(yield func(Row) bool) {
		g, at := t.g, append([]int(nil), t.at...)
		columns := 1
		if len(at) > 1 {
			columns = len(g.Axes[1].Values)
		}
		for i := range g.Axes[0].Values {
			for k := range columns {
				at[0] = i
				name := g.Variable
				if len(at) > 1 {
					at[1] = k
					name = g.Axes[1].Label(k)
				}
				r := g.row(g.space.members[t.member], g.cell(t.member, at))
				r.Scenario, r.Case = name, g.Axes[0].Label(i)
				if r.Text == g.notBy() {
					r.Text = t.late() // not much wider than a year
				}
				if !yield(r) {
					return
				}
			}
		}
	}
}
