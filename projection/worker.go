package projection

import (
	"context"
	"fmt"
	"math"

	"github.com/pledgesim/pledgesim/scenario"
)

// A worker projects blocks of draws, one member after the other, and counts.
type worker struct {
	sim     *simulation
	block   *scenario.Block
	rates   []float64
	common  []*scenario.Streams // of each block in work
	adders  []adder             // of each block in work
	tallies []tally
	counts  membersAt
}

// newProjector makes a worker that projects but does not count.
func (s *simulation) newProjector() *worker {
	return &worker{sim: s, rates: make([]float64, scenario.BlockDraws)}
}

func (s *simulation) newWorker() *worker {
	w := s.newProjector()
	w.counts = newMembersAt(s.years, len(s.members))
	for range s.members {
		w.tallies = append(w.tallies, newTally(s.years, s.options))
	}
	return w
}

// A simulated is one member as a simulation needs it.
type simulated struct {
	member    *scenario.Member
	central   []float64 // growth that governments expect
	threshold float64   // least share that counts as at the target; +Inf if nothing is asked
	deadline  int       // projected year of the deadline; -1: none that the projection shows
	control   *control  // nil: none
}

// run projects some blocks of draws for all members, member by member.
func (w *worker) run(ctx context.Context, first, end int, r drawRange) error {
	for n := range end - first {
		if n == len(w.common) {
			w.common = append(w.common, scenario.NewStreams(w.sim.options.Seed, first, w.sim.options.Antithetic))
			w.adders = append(w.adders, newAdder(w.sim.years, len(w.sim.members)))
		}
		w.common[n].Restart(first + n)
	}
	for i := range w.sim.members {
		for n := range end - first {
			if err := w.count(ctx, i, first+n, r, w.common[n], w.adders[n]); err != nil {
				return err
			}
		}
	}
	for n := range end - first {
		_, lo, hi := r.lanes(first + n)
		w.adders[n].settle(w.counts, lo, hi)
	}
	return nil
}

// count projects and counts a block of draws of one member.
func (w *worker) count(ctx context.Context, i, block int, r drawRange, common *scenario.Streams, sums adder) error {
	m, t := &w.sim.members[i], &w.tallies[i]
	lanes, lo, hi := r.lanes(block)
	c := counter{tally: t, member: m, lanes: lanes, sums: sums}
	streams := common.Of(m.member.Code)
	c.control.start(m.control, streams)
	err := w.project(ctx, m, streams, func(k int, shares, spending []float64) {
		c.count(k, shares)
		if w.block.Cut() > 0 {
			t.cut += outside(w.rates[lo:hi])
		}
		if w.sim.kept == nil {
			t.shares[k].add(shares[lo:hi])
		} else {
			at := block*scenario.BlockDraws + lo - r.first // r is the range whose draws are kept
			copy(w.sim.kept[i][k][at:], shares[lo:hi])
		}
		if t.spending != nil {
			t.spending[k].add(spending[lo:hi])
		}
		c.control.follow(k, streams, &c)
	}, lo, hi)
	if err == nil {
		c.finish()
	}
	streams.Release()
	return err
}

// project steps one member through the years in all draws of a block and shows
// each year's rows. The draws from lo up to hi are those that are asked for: what
// happens in the others is no error.
func (w *worker) project(ctx context.Context, m *simulated, streams *scenario.Streams, year func(k int, shares, spending []float64), lo, hi int) error {
	s, o := w.sim.scenario, w.sim.options
	if w.block == nil {
		w.block = scenario.NewBlock(m.member, o.Base, streams, w.sim.full)
	}
	w.block.Restart(m.member, o.Base, streams)
	sample, err := scenario.Sample(s.Growth, m.member, o.Base+1, len(m.central), streams)
	if err != nil {
		return fmt.Errorf("scenario %q: %w", s.Name, err)
	}
	response := s.Reaction()
	for k, expected := range m.central {
		if err := ctx.Err(); err != nil {
			return err
		}
		w.block.Expect(expected)
		asks, err := w.asks(lo, hi)
		if err != nil {
			return err
		}
		money := w.block.Spend(response, asks)
		sample(w.rates, k)
		shares, bad := w.block.Grow(w.rates)
		if bad >= 0 {
			if err := w.fault(m, k, streams, money, shares, lo, hi); err != nil {
				return err
			}
		}
		if w.block.Cut() == scenario.BlockDraws {
			return &scenario.FieldError{
				Scenario: s.Name, Member: m.member.Code, Year: o.Base + 1 + k, Field: "Growth", Value: w.rates[lo],
				Problem: "and all other draws lie outside [-0.5, 1]: growth is a yearly rate, as a fraction", Err: scenario.ErrUnit,
			}
		}
		year(k, shares, money)
	}
	return nil
}

func (w *worker) asks(lo, hi int) (scenario.Asks, error) {
	s, o := w.sim.scenario, w.sim.options
	if s.Pledge == nil {
		return scenario.Asks{}, nil
	}
	return w.block.Ask(s.Pledge, lo, hi, func(v scenario.View, a scenario.Ask) (scenario.Ask, error) { return checkAsk(v, a, s, o) })
}

// fault names the first draw in which the response or the growth path fails.
func (w *worker) fault(m *simulated, k int, streams *scenario.Streams, money, shares []float64, lo, hi int) error {
	for i := lo; i < hi; i++ {
		switch {
		case !(money[i] >= 0) || math.IsInf(money[i], 0):
			return fmt.Errorf("draw %d: %w", streams.Draw(i), notMoney(m.member, w.sim.scenario, w.sim.options, k, money[i]))
		case math.IsNaN(w.rates[i]):
			return fmt.Errorf("draw %d: %w", streams.Draw(i), &scenario.FieldError{
				Scenario: w.sim.scenario.Name, Member: m.member.Code, Year: w.sim.options.Base + 1 + k, Field: "Growth", Value: w.rates[i],
				Problem: "is not a rate: the growth path is at fault", Err: scenario.ErrInvalid,
			})
		case !isNumber(shares[i]):
			return fmt.Errorf("draw %d: %w", streams.Draw(i), &scenario.FieldError{
				Scenario: w.sim.scenario.Name, Member: m.member.Code, Year: w.sim.options.Base + 1 + k, Field: "share", Value: shares[i],
				Problem: "is not a number: " + denominator(w.sim.central.Dataset) + " has shrunk to nothing, or spending grown without limit", Err: scenario.ErrInvalid,
			})
		}
	}
	return nil
}

// outside is how many rates were put to an end of what may happen.
func outside(rates []float64) (n int64) {
	for _, g := range rates {
		if g < -0.5 || g > 1 {
			n++
		}
	}
	return n
}

// A counter follows one member through one block.
type counter struct {
	tally   *tally
	member  *simulated
	sums    adder // of the members at their target
	lanes   mask
	reached mask // at the target in this year or an earlier one
	kept    mask // at the target from the deadline on
	control controlRow
}

// count takes a year's shares.
func (c *counter) count(k int, shares []float64) {
	if math.IsInf(c.member.threshold, 1) {
		return
	}
	at := atLeast(shares, c.member.threshold)
	t := c.tally
	for i := range at {
		at[i] &= c.lanes[i]
	}
	before := c.reached.count()
	for i := range at {
		c.reached[i] |= at[i]
	}
	t.first[k] += c.reached.count() - before
	t.at[k] += at.count()
	if t.pairs != nil {
		t.pairs[k] += c.reached.pairs()
	}
	c.sums.add(k, &at)
	switch {
	case k == c.member.deadline:
		c.kept = at
	case k > c.member.deadline:
		for i := range at {
			c.kept[i] &= at[i]
		}
	}
}

// finish counts what is known at the horizon only.
func (c *counter) finish() {
	if c.member.deadline >= 0 {
		c.tally.kept += c.kept.count()
		c.tally.keptPairs += c.kept.pairs()
	}
}

// atLeast marks the values that are not below a threshold, by the sign of the
// difference.
func atLeast(values []float64, threshold float64) (m mask) {
	for w := range m {
		below := uint64(0)
		for j, v := range values[w*64:][:64] {
			below |= math.Float64bits(v-threshold) >> 63 << (j & 63)
		}
		m[w] = ^below
	}
	return m
}
