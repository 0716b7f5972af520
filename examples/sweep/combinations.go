package main

import (
	"context"
	"fmt"
	"iter"
	"math"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// deadline is the year whose combinations are counted.
const deadline = 2035

// parts is the table of how many combinations take each member to a target.
type parts struct {
	about projection.About
	rows  []projection.Row
}

func (p *parts) About() projection.About { return p.about }

func (p *parts) Rows() iter.Seq[projection.Row] {
	return func(yield func(projection.Row) bool) {
		for _, r := range p.rows {
			if !yield(r) {
				return
			}
		}
	}
}

// combinations streams a sweep over growth of GDP, growth of spending and target,
// and counts for each member which part of it is at the target by the deadline.
func combinations(d *scenario.Dataset, base scenario.Scenario, o projection.Options) (*parts, error) {
	targets := projection.Targets(points(2.5, 4.5, 3)...)
	o.To = max(o.To, deadline)
	axes := []projection.Axis{projection.GrowthShifts(points(-2, 2, 201)...), projection.SpendingShifts(points(-5, 5, 251)...), targets}
	p := &parts{}
	p.about.Title = fmt.Sprintf("Part of all combinations of growth of GDP and spending that are at a target by %d", deadline)
	p.about.Notes = []string{"Combinations, none more likely than another: " + axes[0].String() + "; " + axes[1].String() + "."}
	total := float64(len(axes[0].Values) * len(axes[1].Values))
	for r, err := range projection.SweepRows(context.Background(), d, base, axes, o) {
		if err != nil {
			return nil, err
		}
		if n := len(p.rows); n == 0 || p.rows[n-1].Member != r.Member {
			for i := range targets.Values {
				p.rows = append(p.rows, projection.Row{
					Scenario: base.Name, Member: r.Member, Name: r.Name, Variable: targets.Label(i) + " by " + fmt.Sprint(deadline),
					Unit: projection.UnitPart, Stat: projection.StatProjected,
				})
			}
		}
		for i := range targets.Values {
			if year, ok := r.Year(i); ok && year <= deadline {
				p.rows[len(p.rows)-len(targets.Values)+i].Value++
			}
		}
	}
	for i := range p.rows {
		p.rows[i].Value = math.Round(1e6*p.rows[i].Value/total) / 1e4
	}
	return p, nil
}
