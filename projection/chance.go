package projection

import (
	"fmt"
	"slices"

	"github.com/pledgesim/pledgesim/scenario"
)

// Chance is the share of draws in which a member has been at its target in or
// before a year, the base year included. The target is what is asked in the last
// year of the central run. It is 0 where nothing is asked. In the year of
// Options.Control it is the estimate with the control variate.
func (e *Ensemble) Chance(member string, year int) (Estimate, error) {
	i, k, err := e.find(member, year)
	if err != nil {
		return Estimate{}, err
	}
	return e.chance(i, k), nil
}

func (e *Ensemble) chance(i, k int) Estimate {
	switch {
	case !e.asked(i):
		return certain(false)
	case e.metAlready(i):
		return certain(true)
	case k < 0:
		return certain(false)
	}
	t, o := &e.tallies[i], e.sim.options
	if c := e.sim.members[i].control; c != nil && c.year == k {
		return t.control.estimate(int64(e.Draws()), o.Antithetic, c)
	}
	reached, pairs := int64(0), int64(0)
	for _, n := range t.first[:k+1] {
		reached += n
	}
	if o.Antithetic {
		pairs = t.pairs[k]
	}
	return proportion(reached, int64(e.Draws()), pairs, o.Antithetic)
}

// At is the share of draws in which a member is at its target in a year, having
// reached it then or held it.
func (e *Ensemble) At(member string, year int) (Estimate, error) {
	i, k, err := e.find(member, year)
	switch {
	case err != nil:
		return Estimate{}, err
	case !e.asked(i):
		return certain(false), nil
	case k < 0:
		return certain(e.metAlready(i)), nil
	}
	return e.cautious(e.tallies[i].at[k]), nil
}

func (e *Ensemble) cautious(met int64) Estimate {
	return cautious(met, int64(e.Draws()), e.sim.options.Antithetic)
}

// Kept is the share of draws in which the pledge is kept: the member is at the
// target in the year of the deadline and in every year from then to the horizon.
// A pledge without a deadline, or with one beyond the horizon, is
// [scenario.ErrMissing].
func (e *Ensemble) Kept(member string) (Estimate, error) {
	i, err := e.index(member)
	if err != nil {
		return Estimate{}, err
	}
	m, t := e.sim.members[i], &e.tallies[i]
	if m.deadline < 0 {
		return Estimate{}, &scenario.FieldError{Scenario: e.sim.scenario.Name, Member: m.member.Code, Field: "Pledge", Problem: "has no deadline within the projection, so that it cannot be said to be kept", Err: scenario.ErrMissing}
	}
	return proportion(t.kept, int64(e.Draws()), t.keptPairs, e.sim.options.Antithetic), nil
}

// YearQuantile is the year by which a member has been at its target in the part p
// of all draws, in (0, 1]: the first year whose Chance, without a control variate, is
// at least p, the base year if it was there already. ok is false if that lies beyond the horizon. There is no
// mean of years, since draws that never arrive have none.
func (e *Ensemble) YearQuantile(member string, p float64) (year int, ok bool, err error) {
	i, err := e.index(member)
	if err == nil {
		err = checkPart(p)
	}
	if err != nil || !e.asked(i) {
		return 0, false, err
	}
	if e.metAlready(i) {
		return e.sim.options.Base, true, nil
	}
	reached, wanted := int64(0), int64(rank(p, e.Draws())+1)
	for k, n := range e.tallies[i].first {
		if reached += n; reached >= wanted {
			return e.sim.options.Base + 1 + k, true, nil
		}
	}
	return 0, false, nil
}

func checkPart(p float64) error {
	if !(p > 0 && p <= 1) {
		return &scenario.FieldError{Field: "p", Value: p, Problem: "is not a part of the draws in (0, 1]: 0.5 is the median", Err: scenario.ErrInvalid}
	}
	return nil
}

// Members is the distribution of the number of members at their target in a
// projected year: the chance of 0, 1, 2 ... members, counted draw by draw, so that
// economies which move together count together.
func (e *Ensemble) Members(year int) ([]Estimate, error) {
	if err := e.check(); err != nil {
		return nil, err
	}
	k, err := e.projected(year)
	if err != nil {
		return nil, err
	}
	all := make([]Estimate, len(e.sim.members)+1)
	if k < 0 { // published, not drawn
		n, _ := e.sim.central.Count().At(year)
		all[int(n)] = certain(true)
		return all, nil
	}
	for n, draws := range e.counts[k] {
		all[n] = e.cautious(draws)
	}
	return all, nil
}

// AtLeast is the chance that at least n members are at their target in a year.
func (e *Ensemble) AtLeast(n, year int) (Estimate, error) {
	if err := e.check(); err != nil {
		return Estimate{}, err
	}
	k, err := e.projected(year)
	switch {
	case err != nil:
		return Estimate{}, err
	case n < 0 || n > len(e.sim.members):
		return Estimate{}, &scenario.FieldError{Field: "n", Value: n, Problem: fmt.Sprintf("is not a number of members from 0 to %d", len(e.sim.members)), Err: scenario.ErrInvalid}
	case k < 0:
		count, _ := e.sim.central.Count().At(year)
		return certain(int(count) >= n), nil
	}
	met := int64(0)
	for _, draws := range e.counts[k][n:] {
		met += draws
	}
	return e.cautious(met), nil
}

// MembersQuantile is the number of members at their target in a year that is not
// exceeded in the part p of all draws, in (0, 1].
func (e *Ensemble) MembersQuantile(year int, p float64) (int, error) {
	if err := e.check(); err != nil {
		return 0, err
	}
	k, err := e.projected(year)
	if err == nil {
		err = checkPart(p)
	}
	if err != nil {
		return 0, err
	}
	if k < 0 {
		n, _ := e.sim.central.Count().At(year)
		return int(n), nil
	}
	sum, wanted := int64(0), int64(rank(p, e.Draws())+1)
	return slices.IndexFunc(e.counts[k], func(n int64) bool { sum += n; return sum >= wanted }), nil
}
