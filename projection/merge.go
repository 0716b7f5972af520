package projection

import (
	"bytes"
	"fmt"
	"slices"

	"github.com/pledgesim/pledgesim/scenario"
)

// Merge adds up simulations of different draws of the same thing, made with
// Options.First, here or on other machines: the result is that of one simulation
// of all their draws, bit for bit, in whatever order they come; on machines with
// processors of one kind. Simulations that differ in what is counted or of what, or
// that have a draw in common, are [scenario.ErrInvalid].
func Merge(es ...*Ensemble) (*Ensemble, error) {
	if len(es) == 0 {
		return nil, fmt.Errorf("%w: nothing to merge", scenario.ErrInvalid)
	}
	var first []byte
	for i, e := range es {
		if err := e.check(); err != nil {
			return nil, fmt.Errorf("simulation %d: %w", i+1, err)
		}
		fingerprint, err := e.sim.fingerprint()
		if err != nil {
			return nil, err
		}
		if i == 0 {
			first = fingerprint
		}
		if what := different(es[0].sim.options, e.sim.options); what != "" {
			return nil, fmt.Errorf("%w: simulation %d differs from the first in Options.%s", scenario.ErrInvalid, i+1, what)
		}
		if !bytes.Equal(first, fingerprint) {
			return nil, fmt.Errorf("%w: simulation %d differs from the first in data set, members or scenario", scenario.ErrInvalid, i+1)
		}
	}
	whole := es[0].sim.ensemble()
	if err := disjoint(es); err != nil {
		return nil, err
	}
	exact, ranges := true, []drawRange(nil)
	for _, e := range es {
		for i := range whole.tallies {
			whole.tallies[i].merge(&e.tallies[i])
		}
		whole.counts.merge(e.counts)
		ranges = append(ranges, e.ranges...)
		exact = exact && e.Exact()
		whole.paths = append(whole.paths, e.paths...)
	}
	whole.extend(ranges...)
	if whole.Draws() > MaxDraws {
		return nil, fmt.Errorf("%w: %d draws together: at most %d can be counted", scenario.ErrInvalid, whole.Draws(), MaxDraws)
	}
	if !exact || !whole.sim.keep(whole.Draws()) {
		whole.count()
	}
	slices.SortFunc(whole.paths, func(a, b keptPaths) int { return a.draws.first - b.draws.first })
	whole.warn()
	return whole, nil
}

// count puts the shares that are kept into histograms and keeps them no longer.
func (e *Ensemble) count() {
	for _, p := range e.paths {
		for i := range p.shares {
			for k, shares := range p.shares[i] {
				e.tallies[i].shares[k].add(shares)
			}
		}
	}
	e.paths = nil
}

// different names an option in which two simulations count differently.
func different(a, b Options) string {
	for _, o := range []struct {
		name string
		same bool
	}{
		{"Base", a.Base == b.Base}, {"To", a.To == b.To}, {"Tolerance", a.Tolerance == b.Tolerance}, {"Seed", a.Seed == b.Seed}, {"Keep", a.Keep == b.Keep},
		{"Spending", a.Spending == b.Spending}, {"Antithetic", a.Antithetic == b.Antithetic}, {"Control", a.Control == b.Control},
	} {
		if !o.same {
			return o.name
		}
	}
	return ""
}

// disjoint refuses simulations that have a draw in common.
func disjoint(es []*Ensemble) error {
	var all []drawRange
	for _, e := range es {
		all = append(all, e.ranges...)
	}
	slices.SortFunc(all, func(a, b drawRange) int { return a.first - b.first })
	for i := 1; i < len(all); i++ {
		if all[i].first < all[i-1].end {
			return fmt.Errorf("%w: draw %d is in two of the simulations", scenario.ErrInvalid, all[i].first)
		}
	}
	return nil
}
