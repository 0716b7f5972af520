package projection

import (
	"context"
	"encoding/binary"
	"math"
)

// A summaryReader takes a summary apart. It never reads beyond the data, nor makes
// room for more than the data can hold.
type summaryReader struct {
	data []byte
	bad  bool
}

func (r *summaryReader) uvarint() uint64 {
	v, n := binary.Uvarint(r.data)
	if n <= 0 {
		r.data, r.bad = nil, true
		return 0
	}
	r.data = r.data[n:]
	return v
}

func (r *summaryReader) take(n uint64) []byte {
	if n > uint64(len(r.data)) {
		r.data, r.bad = nil, true
		return nil
	}
	taken := r.data[:n]
	r.data = r.data[n:]
	return taken
}

// count reads a number of draws.
func (r *summaryReader) count() int64 {
	n := r.uvarint()
	if n > MaxDraws {
		r.data, r.bad = nil, true
		return 0
	}
	return int64(n)
}

// adds reports whether counts are such as so many draws can have.
func (e *Ensemble) adds() bool {
	draws := int64(e.Draws())
	for _, year := range e.counts {
		if tallied(year) != draws {
			return false
		}
	}
	for i := range e.tallies {
		t := &e.tallies[i]
		for _, n := range t.numbers() {
			if n != &t.cut && *n > draws {
				return false
			}
		}
		if tallied(t.first) > draws {
			return false
		}
		for _, list := range [][]histogram{t.shares, t.spending} {
			for k := range list {
				if n := int64(list[k].zero) + tallied(list[k].counts); n != draws && (n != 0 || !e.Exact()) {
					return false
				}
			}
		}
	}
	return true
}

func tallied[N int64 | uint32](counts []N) (sum int64) {
	for _, n := range counts {
		sum += int64(n)
	}
	return sum
}

// counts reads everything that was counted.
func (r *summaryReader) counts(e *Ensemble) {
	for _, year := range e.counts {
		for i := range year {
			year[i] = r.count()
		}
	}
	for i := range e.tallies {
		t := &e.tallies[i]
		for _, n := range t.numbers() {
			*n = r.count()
		}
		for k := range t.shares {
			r.histogram(&t.shares[k])
		}
		for k := range t.spending {
			r.histogram(&t.spending[k])
		}
	}
}

func (r *summaryReader) histogram(h *histogram) {
	zero, low, bins := r.uvarint(), r.uvarint(), r.uvarint()
	if bins > uint64(len(r.data)) || low > bin(math.MaxFloat64) || low+bins > bin(math.MaxFloat64)+1 || bins > 0 && low < bin(smallest) { // a count takes a byte at least
		r.data, r.bad = nil, true
		return
	}
	*h = histogram{zero: zero, low: low, counts: make([]uint32, bins)}
	for i := range h.counts {
		h.counts[i] = uint32(r.count())
	}
}

// paths reads the kept shares of all draws.
func (r *summaryReader) paths(e *Ensemble) {
	if len(r.data) != 8*e.Draws()*len(e.tallies)*e.sim.years {
		r.bad = true
		return
	}
	for _, span := range e.ranges {
		kept, _ := newKept(context.Background(), span, len(e.tallies), e.sim.years) // ends only with its context
		e.paths = append(e.paths, kept)
	}
	for i := range e.tallies {
		for k := range e.sim.years {
			for _, p := range e.paths {
				for j := range p.shares[i][k] {
					p.shares[i][k][j] = math.Float64frombits(binary.LittleEndian.Uint64(r.take(8)))
				}
			}
		}
	}
}
