package projection

// A tally is what a simulation has counted for one member. All of it is whole
// numbers, so that tallies add up to the same in any order.
type tally struct {
	first     []int64     // draws by projected year in which they are first at the target
	at        []int64     // draws at the target by projected year
	cut       int64       // yearly rates of growth that were put to an end of what may happen
	kept      int64       // draws at the target from the deadline to the horizon
	pairs     []int64     // antithetic pairs of which both draws have reached the target, by year
	keptPairs int64       // antithetic pairs of which both draws are kept
	control   controlled  // the year of Options.Control
	shares    []histogram // of the share of GDP by projected year; empty where all shares are kept
	spending  []histogram // of money by projected year; nil unless Options.Spending
}

func newTally(years int, o Options) tally {
	t := tally{first: make([]int64, years), at: make([]int64, years), shares: make([]histogram, years)}
	if o.Antithetic {
		t.pairs = make([]int64, years)
	}
	if o.Spending {
		t.spending = make([]histogram, years)
	}
	return t
}

// merge adds what another tally has counted.
func (t *tally) merge(o *tally) {
	addAll(t.first, o.first)
	addAll(t.at, o.at)
	addAll(t.pairs, o.pairs)
	t.kept, t.keptPairs, t.cut = t.kept+o.kept, t.keptPairs+o.keptPairs, t.cut+o.cut
	t.control.merge(o.control)
	for k := range t.shares {
		t.shares[k].merge(&o.shares[k])
	}
	for k := range t.spending {
		t.spending[k].merge(&o.spending[k])
	}
}

// numbers points to every count of the tally but for the histograms, in an order
// that summaries keep. Without antithetic pairs those of pairs are left out: what
// they hold then depends on where a simulation was cut, since a cut may part two
// draws that would be a pair.
func (t *tally) numbers() []*int64 {
	var all []*int64
	for _, list := range [][]int64{t.first, t.at, t.pairs} {
		for i := range list {
			all = append(all, &list[i])
		}
	}
	c := &t.control
	all = append(all, &t.cut, &t.kept, &c.reached, &c.above, &c.both)
	if t.pairs != nil {
		all = append(all, &t.keptPairs, &c.reachedPairs, &c.abovePairs, &c.crossed)
	}
	return all
}

func addAll(sum, more []int64) {
	for i, n := range more {
		sum[i] += n
	}
}

// A membersAt counts draws by the number of members at their target, for each
// projected year.
type membersAt [][]int64

func newMembersAt(years, members int) membersAt {
	m := make(membersAt, years)
	for k := range m {
		m[k] = make([]int64, members+1)
	}
	return m
}

func (m membersAt) merge(o membersAt) {
	for k := range m {
		addAll(m[k], o[k])
	}
}

// An adder adds up masks draw by draw: plane p holds bit p of every draw's sum.
type adder [][]mask // by projected year, then plane

func newAdder(years, members int) adder {
	a := make(adder, years)
	for k := range a {
		a[k] = make([]mask, bitsFor(members))
	}
	return a
}

// bitsFor is the number of binary digits of n.
func bitsFor(n int) int {
	digits := 0
	for ; n > 0; n >>= 1 {
		digits++
	}
	return digits
}

// add counts one member, in the draws of the mask, as at its target in a year.
func (a adder) add(k int, m *mask) {
	for w, carry := range m {
		for p := 0; carry != 0; p++ {
			plane := &a[k][p][w]
			*plane, carry = *plane^carry, *plane&carry
		}
	}
}

// settle moves the sums of the draws from lo to hi into the counts and clears them.
func (a adder) settle(counts membersAt, lo, hi int) {
	for k, planes := range a {
		for i := lo; i < hi; i++ {
			n := uint64(0)
			for p := range planes {
				n |= planes[p][i/64] >> (i % 64) & 1 << p
			}
			counts[k][n]++
		}
		clear(planes)
	}
}
