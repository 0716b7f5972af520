package projection

import (
	"context"
	"fmt"
	"slices"

	"github.com/pledgesim/pledgesim/scenario"
)

// A Difference is what a second scenario changes against a first, draw by draw in
// the same economies, so that it is not noise: how many years earlier or later each
// member is at its target, how much larger its share is, what that costs. It is
// not modified by any method.
type Difference struct {
	Base, Other *Result // the central runs of the two scenarios
	Warnings    []error // what sets them apart besides the scenario

	options  Options
	baseline *Baseline // the counterfactual that Base is; nil if it is another scenario
	members  []memberDifference
	all      []costSum // of all members together, by projected year
}

// SimulateDifference simulates two scenarios in the same economies: the same seed,
// members and draws. Options.Keep, Spending, Control and Until do not apply.
func SimulateDifference(ctx context.Context, d *scenario.Dataset, base, other scenario.Scenario, o Options) (*Difference, error) {
	if ctx == nil {
		return nil, noContext(other)
	}
	if base.Name == other.Name {
		return nil, &scenario.FieldError{Scenario: base.Name, Field: "Name", Problem: "is that of both scenarios: give each its own", Err: scenario.ErrDuplicate}
	}
	if o.Until != (Until{}) || o.Control != 0 || o.Keep {
		return nil, &scenario.FieldError{Field: "Options", Problem: "has Until, Control or Keep, which a difference does not use", Err: scenario.ErrInvalid}
	}
	first, err := newSimulation(d, base, o)
	if err != nil {
		return nil, err
	}
	second, err := newSimulation(d, other, o)
	if err != nil {
		return nil, err
	}
	if err := first.room(differing); err != nil {
		return nil, err
	}
	x := &Difference{Base: first.central, Other: second.central, options: first.options, Warnings: append(slices.Clone(first.central.Warnings), second.central.Warnings...)}
	x.members, x.all = newDifferences(len(first.members), first.years)
	all := x.options.drawRange()
	workers := make([]*differ, first.workersFor(all, differing))
	for i := range workers {
		workers[i] = newDiffer(first, second)
	}
	run := func(worker, block, _ int) error { return workers[worker].run(ctx, block, all) }
	if err := eachBlock(ctx, other.Name, all, 1, len(workers), run, x.options.progress(all.draws())); err != nil {
		return nil, err
	}
	for _, w := range workers {
		for i := range x.members {
			x.members[i].merge(&w.members[i])
		}
		for k := range x.all {
			x.all[k].merge(&w.all[k])
		}
	}
	return x, nil
}

// SimulateCost simulates what a scenario costs over a counterfactual, in the same
// economies: a Difference whose Base is the counterfactual.
func SimulateCost(ctx context.Context, d *scenario.Dataset, s scenario.Scenario, against Baseline, o Options) (*Difference, error) {
	if against.Response == nil {
		return nil, noCounterfactual(s)
	}
	if d != nil {
		against = against.in(d)
	}
	x, err := SimulateDifference(ctx, d, against.scenario(s.Growth), s, o)
	if err != nil {
		return nil, fmt.Errorf("cost against %q: %w", against.Name, err)
	}
	x.baseline = &against
	return x, nil
}

func (x *Difference) check() error {
	if x == nil || x.Base == nil || len(x.members) == 0 {
		return fmt.Errorf("%w: an empty Difference: make it with SimulateDifference or SimulateCost", scenario.ErrInvalid)
	}
	return nil
}

// Draws is the number of draws.
func (x *Difference) Draws() int { return x.options.Draws }

// A YearDifference says in what part of the draws the second scenario has a member
// at its target earlier than the first, later, or in the same year. The parts add
// up to 1.
type YearDifference struct {
	Earlier, Same, Later Estimate // both reach it by the horizon
	OnlyOther, OnlyBase  Estimate // only the second does, only the first
	Neither              Estimate // none does
}

// Years compares when a member is first at its target, each scenario's own.
func (x *Difference) Years(member string) (YearDifference, error) {
	m, err := x.member(member)
	if err != nil {
		return YearDifference{}, err
	}
	var n [6]int64 // in the order of the fields
	never := len(m.years) - 1
	for a, row := range m.years {
		for b, draws := range row {
			switch {
			case a == never && b == never:
				n[5] += draws
			case b == never:
				n[4] += draws
			case a == never:
				n[3] += draws
			case b > a:
				n[2] += draws
			case b == a:
				n[1] += draws
			default:
				n[0] += draws
			}
		}
	}
	return YearDifference{x.estimate(n[0]), x.estimate(n[1]), x.estimate(n[2]), x.estimate(n[3]), x.estimate(n[4]), x.estimate(n[5])}, nil
}

func (x *Difference) estimate(met int64) Estimate {
	return cautious(met, int64(x.Draws()), x.options.Antithetic)
}

// YearsQuantile is the number of years by which the second scenario is later than
// the first (negative: earlier) that is not exceeded in the part p of the draws in
// which both have the member at its target by the horizon. ok is false if there is
// no such draw.
func (x *Difference) YearsQuantile(member string, p float64) (years int, ok bool, err error) {
	m, err := x.member(member)
	if err == nil {
		err = checkPart(p)
	}
	if err != nil {
		return 0, false, err
	}
	never, total := len(m.years)-1, 0
	later := make([]int64, 2*never) // draws by difference, from -never
	for a := range never {
		for b := range never {
			later[b-a+never] += m.years[a][b]
			total += int(m.years[a][b])
		}
	}
	if total == 0 {
		return 0, false, nil
	}
	sum, wanted := int64(0), int64(rank(p, total)+1)
	return slices.IndexFunc(later, func(n int64) bool { sum += n; return sum >= wanted }) - never, true, nil
}

// ShareQuantile is the difference of shares, as a fraction of GDP, that is not
// exceeded in the part p of all draws, for each projected year by itself.
func (x *Difference) ShareQuantile(member string, p float64) (scenario.Series, error) {
	m, err := x.member(member)
	if err == nil {
		err = checkPart(p)
	}
	if err != nil {
		return scenario.Series{}, err
	}
	return x.Base.yearly(func(year int) float64 { return m.shares[year-x.options.Base-1].at(rank(p, x.Draws())) }), nil
}

// CostQuantile is the sum of what the second scenario spends over the first from
// the first projected year to each year, in Dataset.Money and undiscounted, that is
// not exceeded in the part p of all draws; each year by itself. [AllMembers] stands
// for all together, added up within each draw.
func (x *Difference) CostQuantile(member string, p float64) (scenario.Series, error) {
	costs, err := x.costs(member)
	if err == nil {
		err = checkPart(p)
	}
	if err != nil {
		return scenario.Series{}, err
	}
	return x.Base.yearly(func(year int) float64 { return costs[year-x.options.Base-1].counts.at(rank(p, x.Draws())) }), nil
}

// MeanCost is the expected sum of what the second scenario spends over the first
// from the first projected year to a year, in Dataset.Money and undiscounted, with
// its Monte Carlo standard error. [AllMembers] stands for all together.
func (x *Difference) MeanCost(member string, year int) (mean, stderr float64, err error) {
	costs, err := x.costs(member)
	if err != nil {
		return 0, 0, err
	}
	o := x.options
	if year <= o.Base || year > o.To {
		return 0, 0, &scenario.FieldError{Field: "year", Value: year, Problem: fmt.Sprintf("is not a projected year, %d to %d", o.Base+1, o.To), Err: scenario.ErrInvalid}
	}
	units := x.Draws()
	if o.Antithetic {
		units /= 2
	}
	mean, stderr = costs[year-o.Base-1].moments.mean(units)
	return mean, stderr, nil
}

// costs finds those of a member or of all together.
func (x *Difference) costs(member string) ([]costSum, error) {
	if err := x.check(); err != nil {
		return nil, err
	}
	if member == AllMembers {
		return x.all, nil
	}
	m, err := x.member(member)
	if err != nil {
		return nil, err
	}
	return m.costs, nil
}

func (x *Difference) member(member string) (*memberDifference, error) {
	if err := x.check(); err != nil {
		return nil, err
	}
	p, err := x.Base.path(member)
	if err != nil {
		return nil, err
	}
	return &x.members[slices.Index(x.Base.paths, p)], nil
}
