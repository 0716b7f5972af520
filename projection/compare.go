package projection

import (
	"fmt"
	"iter"
	"math"
	"strings"

	"github.com/pledgesim/pledgesim/scenario"
)

// A Comparison sets several results side by side: the year each member reaches
// its target, a column for each scenario.
type Comparison struct {
	Results  []*Result // the first is the one that others are compared with
	Warnings []error   // differences in edition, base year, horizon or members
}

// Compare sets results side by side. Scenario names must differ, or a reader
// could not tell the columns apart: ErrDuplicate.
func Compare(base *Result, others ...*Result) (*Comparison, error) {
	c := &Comparison{Results: append([]*Result{base}, others...)}
	seen := map[string]bool{}
	for i, r := range c.Results {
		if r == nil {
			return nil, &scenario.FieldError{Field: fmt.Sprintf("Results[%d]", i), Problem: "is nil", Err: scenario.ErrInvalid}
		}
		if seen[r.Scenario.Name] {
			return nil, &scenario.FieldError{Scenario: r.Scenario.Name, Field: "Name", Problem: "is used by two results: give each scenario its own", Err: scenario.ErrDuplicate}
		}
		seen[r.Scenario.Name] = true
		c.Warnings = append(c.Warnings, differences(base, r)...)
	}
	return c, nil
}

// Years is the table of one result: the year each member reaches its target.
func (r *Result) Years() Tabular { return &Comparison{Results: []*Result{r}} }

// MilestoneYears is the table of one result with a column for each thing that is
// asked, in order: for a pledge in steps, the year each member reaches each step.
func (r *Result) MilestoneYears() Tabular { return milestoneYears{r} }

type milestoneYears struct{ r *Result }

func (t milestoneYears) About() About { return t.r.Years().About() }

func (t milestoneYears) Rows() iter.Seq[Row] {
	return func(yield func(Row) bool) {
		for _, p := range t.r.paths {
			for _, a := range p.milestones() {
				row := t.r.yearReached(p, t.r.reach(p, a))
				row.Variable = "year at " + scenario.FormatShare(a.Share)
				if a.By != 0 {
					row.Variable += fmt.Sprintf(" (by %d)", a.By)
				}
				if !yield(row) {
					return
				}
			}
		}
	}
}

// differences says what else than the scenario sets two results apart.
func differences(a, b *Result) []error {
	var found []error
	for _, d := range []struct{ what, a, b string }{
		{"edition", a.Dataset.Edition, b.Dataset.Edition},
		{"what is pledged", a.Dataset.Quantity, b.Dataset.Quantity},
		{"the unit of shares", a.Dataset.ShareUnit(), b.Dataset.ShareUnit()},
		{"base year", fmt.Sprint(a.Options.Base), fmt.Sprint(b.Options.Base)},
		{"horizon", fmt.Sprint(a.Options.To), fmt.Sprint(b.Options.To)},
		{"members", fmt.Sprint(a.Options.Members), fmt.Sprint(b.Options.Members)},
	} {
		if d.a != d.b {
			found = append(found, fmt.Errorf("%q and %q differ in %s: %s and %s", a.Scenario.Name, b.Scenario.Name, d.what, d.a, d.b))
		}
	}
	return found
}

// About names the scenarios, editions and assumptions.
func (c *Comparison) About() About {
	a := about("Year each member reaches its target", c.Results...)
	for _, r := range c.Results {
		if r.check() != nil {
			continue
		}
		a.Notes = append(a.Notes, tolerated(r.Options))
		for _, p := range r.paths {
			if o := p.origin(r); o.Edition != "" {
				a.Notes = append(a.Notes, "*: starts from a share that was printed in edition "+o.Edition+".")
			}
		}
	}
	a.Warnings = append(a.Warnings, c.Warnings...)
	return a
}

// Rows yields, for each scenario and member, the year reached.
func (c *Comparison) Rows() iter.Seq[Row] {
	return func(yield func(Row) bool) {
		for _, r := range c.Results {
			for _, p := range r.paths {
				if !yield(r.yearReached(p, p.reach())) {
					return
				}
			}
		}
	}
}

// yearReached gives a reach of a member as a table row; NaN if there is no year.
func (r *Result) yearReached(p *path, reach Reach) Row {
	row := Row{
		Scenario: r.Scenario.Name, Member: reach.Member, Name: reach.Name,
		Variable: "year reached", Unit: UnitYear, Value: math.NaN(), Stat: StatProjected, Text: reach.String(),
	}
	if year, ok := reach.Year(); ok {
		o, _ := p.track.Shares().Observe(year)
		row.Value, row.Stat, row.Edition = float64(year), o.Status.String(), o.Edition
	}
	if p.origin(r).Edition != "" {
		row.Text += "*"
	}
	return row
}

// origin is the share of the base year if it was printed in another edition than
// the rest of the data set; otherwise it is empty.
func (p *path) origin(r *Result) scenario.Observation {
	o, _ := p.member.Share.Observe(r.Options.Base)
	if strings.HasPrefix(r.Dataset.Edition, o.Edition) { // "nato-2024-06 cut at 2020" is one too
		o.Edition = ""
	}
	return o
}

// Differences tells, for each further scenario and each member it shares with
// the first, by how many years the target is reached later than in the first
// (negative: earlier), and the difference at the horizon in percentage points
// of GDP and in money.
func (c *Comparison) Differences() Tabular { return comparisonDifferences{c} }

type comparisonDifferences struct{ c *Comparison }

func (d comparisonDifferences) About() About {
	a := d.c.About()
	if len(d.c.Results) > 0 {
		a.Title = "Difference from: " + d.c.Results[0].Scenario.Name
	}
	return a
}

func (d comparisonDifferences) Rows() iter.Seq[Row] {
	return func(yield func(Row) bool) {
		if len(d.c.Results) == 0 {
			return
		}
		base := d.c.Results[0]
		for _, r := range d.c.Results[1:] {
			for _, p := range r.paths {
				q := base.byCode(p.member.Code)
				if q == nil { // not in both
					continue
				}
				for _, v := range difference(base, q, r, p) {
					v.Scenario, v.Member, v.Name, v.Stat = r.Scenario.Name, p.member.Code, p.member.Name, StatProjected
					if !yield(v) {
						return
					}
				}
			}
		}
	}
}

// difference compares one member's path under two scenarios.
func difference(base *Result, q *path, r *Result, p *path) []Row {
	later := Row{Variable: "years later", Unit: UnitYears, Value: math.NaN()}
	a, okA := q.reach().Year()
	b, okB := p.reach().Year()
	if okA && okB {
		later.Value = float64(b - a)
	}
	to := min(base.Options.To, r.Options.To)
	shareA, _ := q.track.Share(to)
	shareB, _ := p.track.Share(to)
	moneyA, _ := q.track.Spending(to)
	moneyB, _ := p.track.Spending(to)
	return []Row{later,
		{Variable: fmt.Sprintf("share in %d", to), Unit: UnitDifference, Value: scenario.ToPercent(shareB - shareA)},
		{Variable: fmt.Sprintf("spending in %d", to), Unit: r.Dataset.Money, Value: moneyB - moneyA},
	}
}
