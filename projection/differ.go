package projection

import (
	"context"
	"errors"
	"math"

	"github.com/pledgesim/pledgesim/scenario"
)

// memberDifference is what has been counted for one member of a Difference.
type memberDifference struct {
	years  [][]int64 // draws by first year at the target in the first and the second scenario: base year, projected years, never
	shares []signed  // differences by projected year
	costs  []costSum // by projected year
}

// A costSum is the cost up to a year.
type costSum struct {
	counts  signed
	moments moments
}

func (c *costSum) add(costs []float64, pairs bool) {
	c.counts.add(costs)
	c.moments.add(costs, pairs)
}

// checkCosts refuses costs that are too large to be added up.
func checkCosts(m *scenario.Member, year int, costs []float64) error {
	for _, v := range costs {
		if !(math.Abs(v) < 1e100) {
			return &scenario.FieldError{Member: m.Code, Year: year, Field: "cost", Value: v, Problem: "is beyond all bounds: a response spends without limit", Err: scenario.ErrInvalid}
		}
	}
	return nil
}

func (c *costSum) merge(o *costSum) {
	c.counts.merge(&o.counts)
	c.moments.merge(&o.moments)
}

func newDifferences(members, years int) (each []memberDifference, all []costSum) {
	for range members {
		m := memberDifference{shares: make([]signed, years), costs: make([]costSum, years)}
		for range years + 2 {
			m.years = append(m.years, make([]int64, years+2))
		}
		each = append(each, m)
	}
	return each, make([]costSum, years)
}

func (m *memberDifference) merge(o *memberDifference) {
	for a := range m.years {
		addAll(m.years[a], o.years[a])
	}
	for k := range m.shares {
		m.shares[k].merge(&o.shares[k])
		m.costs[k].merge(&o.costs[k])
	}
}

// A differ projects blocks of draws under both scenarios and counts the
// differences.
type differ struct {
	first, second *worker
	members       []memberDifference
	all           []costSum
	shares, money [][]float64 // of the first scenario, by projected year
	total         [][]float64 // cost of all members so far, by projected year
	buffer        []float64
}

func newDiffer(first, second *simulation) *differ {
	w := &differ{first: first.newProjector(), second: second.newProjector(), buffer: make([]float64, scenario.BlockDraws)}
	w.members, w.all = newDifferences(len(first.members), first.years)
	for range first.years {
		w.shares = append(w.shares, make([]float64, scenario.BlockDraws))
		w.money = append(w.money, make([]float64, scenario.BlockDraws))
		w.total = append(w.total, make([]float64, scenario.BlockDraws))
	}
	return w
}

// run counts a block of draws for all members.
func (w *differ) run(ctx context.Context, block int, r drawRange) error {
	o := w.first.sim.options
	common := scenario.NewStreams(o.Seed, block, o.Antithetic)
	_, lo, hi := r.lanes(block)
	for k := range w.total {
		clear(w.total[k])
	}
	for i := range w.members {
		if err := w.member(ctx, i, common, lo, hi); err != nil {
			return err
		}
	}
	for k := range w.all {
		w.all[k].add(w.total[k][lo:hi], o.Antithetic)
	}
	return nil
}

func (w *differ) member(ctx context.Context, i int, common *scenario.Streams, lo, hi int) error {
	a, b, m := &w.first.sim.members[i], &w.second.sim.members[i], &w.members[i]
	firstA, firstB := a.starts(w.first.sim), b.starts(w.second.sim)
	streams := common.Of(a.member.Code)
	defer streams.Release()
	err := w.first.project(ctx, a, streams, func(k int, shares, money []float64) {
		copy(w.shares[k], shares)
		copy(w.money[k], money)
		firstA.follow(k, shares)
	}, lo, hi)
	if err != nil {
		return err
	}
	cost, diff := make([]float64, scenario.BlockDraws), w.buffer
	var wrong error
	streams.Release()
	err = w.second.project(ctx, b, streams, func(k int, shares, money []float64) {
		firstB.follow(k, shares)
		total := w.total[k]
		for j, before := range w.money[k] {
			diff[j] = shares[j] - w.shares[k][j]
			cost[j] += money[j] - before
			total[j] += cost[j]
		}
		m.shares[k].add(diff[lo:hi])
		if wrong == nil {
			wrong = checkCosts(b.member, w.second.sim.options.Base+1+k, total[lo:hi])
		}
		if wrong == nil {
			m.costs[k].add(cost[lo:hi], w.first.sim.options.Antithetic)
		}
	}, lo, hi)
	if err = errors.Join(err, wrong); err != nil {
		return err
	}
	for j := lo; j < hi; j++ {
		m.years[firstA.year[j]][firstB.year[j]]++
	}
	return nil
}

// firsts are the first year at the target in each draw: 0 is the base year, then
// come the projected ones, and last never.
type firsts struct {
	threshold float64
	never     uint16
	year      [scenario.BlockDraws]uint16
}

// starts puts a member's draws at the base year if it is at its target there, else
// at never.
func (m *simulated) starts(s *simulation) *firsts {
	f := &firsts{threshold: m.threshold, never: uint16(s.years + 1)}
	if share, _ := m.member.Share.At(s.options.Base); !(share >= m.threshold) {
		for j := range f.year {
			f.year[j] = f.never
		}
	}
	return f
}

func (f *firsts) follow(k int, shares []float64) {
	if math.IsInf(f.threshold, 1) {
		return
	}
	for j, s := range shares {
		if f.year[j] == f.never && s >= f.threshold {
			f.year[j] = uint16(k + 1)
		}
	}
}
