package projection

import (
	"context"
	"math"
	"slices"

	"gonum.org/v1/gonum/stat/distuv"

	"github.com/pledgesim/pledgesim/scenario"
)

// A control is a second question with a known answer that is asked of the same
// draws: whether a linear form of their normal numbers is at least 0. The form is
// the logarithm of the share in one year over the target, linearised around the
// path without luck; as a sum of independent normals, the chance that it is at
// least 0 is known in closed form. In how far the draws miss that chance, they
// miss the one that is sought, and can be put right by regression, whose slope is
// taken from a block of draws of its own, so that the estimate has no bias. A bad
// linearisation makes the control useless, never wrong. See Glasserman, Monte
// Carlo Methods in Financial Engineering (2004), section 4.1.
type control struct {
	year   int           // projected year
	start  float64       // of the form
	terms  []controlTerm // what is added for each purpose
	chance float64       // that the form is at least 0
	slope  float64       // by which the sought chance follows it
}

// A controlTerm is the weights of the normal numbers of one purpose, by year.
type controlTerm struct {
	common  bool
	purpose string
	weights []float64
}

// step is the luck, in standard deviations, over which slopes are measured.
const step = 0.1

// newControl linearises a member's path; nil if luck does not move its share.
func (w *worker) newControl(ctx context.Context, m *simulated, year int) (*control, error) {
	if math.IsInf(m.threshold, 1) {
		return nil, nil
	}
	c := &control{year: year}
	// Draw 0 of each block has no luck; two draws each have a little, good and bad,
	// in one number. Purposes are found as the models ask for them.
	const slots = (scenario.BlockDraws - 1) / 2
	variance, centre, bend := 0.0, 0.0, 0.0
	for from := 0; from == 0 || from < len(c.terms)*(year+1); from += slots {
		logs, err := w.logShares(ctx, m, year, func(dst []float64, key controlKey, k int) {
			slot := c.term(key, year)*(year+1) + k - from
			if k <= year && slot >= 0 && slot < slots {
				dst[1+2*slot], dst[2+2*slot] = step, -step
			}
		})
		if err != nil {
			return nil, err
		}
		centre = logs[0]
		for slot := range min(slots, len(c.terms)*(year+1)-from) {
			up, down := logs[1+2*slot], logs[2+2*slot]
			slope := (up - down) / (2 * step)
			c.terms[(from+slot)/(year+1)].weights[(from+slot)%(year+1)] = slope
			variance += slope * slope
			bend += (up - 2*centre + down) / (step * step) / 2
		}
	}
	c.start = centre + bend - math.Log(m.threshold)
	if !(variance > 0) || math.IsInf(variance, 0) || math.IsNaN(c.start) || math.IsInf(c.start, 0) {
		return nil, nil
	}
	c.chance = distuv.UnitNormal.CDF(c.start / math.Sqrt(variance))
	return c, w.tilt(ctx, m, c)
}

// pilot is the block that slopes are taken from, beyond all that are counted.
const pilot = (MaxFirst+MaxDraws)/scenario.BlockDraws + 1

// tilt finds the slope of a control.
func (w *worker) tilt(ctx context.Context, m *simulated, c *control) error {
	all := drawRange{pilot * scenario.BlockDraws, (pilot + 1) * scenario.BlockDraws}
	lanes, _, _ := all.lanes(pilot)
	o := w.sim.options
	t := newTally(w.sim.years, o)
	count := counter{tally: &t, member: m, lanes: lanes, sums: newAdder(w.sim.years, len(w.sim.members))}
	streams := scenario.NewStreams(o.Seed, pilot, o.Antithetic).Of(m.member.Code)
	count.control.start(c, streams)
	err := w.project(ctx, m, streams, func(k int, shares, _ []float64) {
		count.count(k, shares)
		count.control.follow(k, streams, &count)
	}, 0, 0) // not asked for either
	c.slope = t.control.slope(scenario.BlockDraws, o.Antithetic)
	return err
}

// term gives the place of a purpose among the terms, a new one at the end.
func (c *control) term(key controlKey, year int) int {
	i := slices.IndexFunc(c.terms, func(t controlTerm) bool { return t.common == key.common && t.purpose == key.purpose })
	if i < 0 {
		i = len(c.terms)
		c.terms = append(c.terms, controlTerm{common: key.common, purpose: key.purpose, weights: make([]float64, year+1)})
	}
	return i
}

type controlKey struct {
	common  bool
	purpose string
}

// logShares gives the logarithm of the share in a year, with luck of our own. These
// draws are not asked for, so that what happens in them is no error.
func (w *worker) logShares(ctx context.Context, m *simulated, year int, luck func(dst []float64, key controlKey, k int)) ([]float64, error) {
	streams := scenario.GivenStreams(func(dst []float64, common bool, purpose string, k int) {
		luck(dst, controlKey{common, purpose}, k)
	}).Of(m.member.Code)
	logs := make([]float64, scenario.BlockDraws)
	err := w.project(ctx, m, streams, func(k int, shares, _ []float64) {
		if k == year {
			for i, s := range shares {
				logs[i] = math.Log(s)
			}
		}
	}, 0, 0)
	return logs, err
}

// A controlRow is the form of a control, but for its start, in each draw of a block.
type controlRow struct {
	control *control
	form    []float64
}

func (r *controlRow) start(c *control, streams *scenario.Streams) {
	if c != nil {
		r.control, r.form = c, streams.Row()
	}
}

// follow adds the luck of a year, and in the year of the control counts.
func (r *controlRow) follow(k int, streams *scenario.Streams, c *counter) {
	if r.control == nil || k > r.control.year {
		return
	}
	stride := 1
	if c.tally.pairs != nil {
		stride = 2 // the second draw of a pair has the opposite of the first
	}
	form := r.form[:scenario.BlockDraws]
	var rows [3][]float64 // taken together: one pass over the form and not three
	var weights [3]float64
	n := 0
	add := func() {
		a, b, c := rows[0][:scenario.BlockDraws], rows[1][:scenario.BlockDraws], rows[2][:scenario.BlockDraws]
		u, v, w := weights[0], weights[1], weights[2]
		for i := 0; i < len(form); i += stride {
			form[i] += float64(u*a[i]) + float64(v*b[i]) + float64(w*c[i])
		}
		n = 0
	}
	for _, t := range r.control.terms {
		from := streams
		if t.common {
			from = streams.Common()
		}
		rows[n], weights[n] = from.Normals(t.purpose, k), t.weights[k]
		if n++; n == len(rows) {
			add()
		}
	}
	if n > 0 {
		for ; n < len(rows); n++ {
			rows[n], weights[n] = form, 0
		}
		add()
	}
	if k == r.control.year {
		for i := 0; stride == 2 && i < len(form); i += 2 {
			form[i+1] = 0 - form[i]
		}
		above := atLeast(r.form, -r.control.start)
		for i := range above {
			above[i] &= c.lanes[i]
		}
		c.tally.control.count(&c.reached, &above)
	}
}

// A controlled counts draws, and antithetic pairs, by what is sought and by the
// control.
type controlled struct {
	reached, above, both     int64 // draws that have reached the target, that are above the control, both
	reachedPairs, abovePairs int64 // pairs of which both draws have, or are
	crossed                  int64 // draws that have reached while the other one of their pair is above
}

func (c *controlled) count(reached, above *mask) {
	both, crossed := reached.both(above)
	c.reached, c.above, c.both = c.reached+reached.count(), c.above+above.count(), c.both+both
	c.reachedPairs, c.abovePairs, c.crossed = c.reachedPairs+reached.pairs(), c.abovePairs+above.pairs(), c.crossed+crossed
}

func (c *controlled) merge(o controlled) {
	c.reached, c.above, c.both = c.reached+o.reached, c.above+o.above, c.both+o.both
	c.reachedPairs, c.abovePairs, c.crossed = c.reachedPairs+o.reachedPairs, c.abovePairs+o.abovePairs, c.crossed+o.crossed
}
