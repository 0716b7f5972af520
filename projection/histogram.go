package projection

import (
	"math"
	"slices"
)

// A histogram counts positive numbers in bins of the same relative width: 1,024
// to an octave, found from the leading bits of a float64. A quantile read off it
// is off by less than a bin, 0.1% of its value, in memory that does not grow with
// the number of draws. Bins belong to values, not to a run, so that histograms add
// up to the same whatever the order.
type histogram struct {
	low    uint64 // first bin of counts
	counts []uint32
	zero   uint64 // values below smallest
}

const (
	// QuantileError is how far a quantile of a simulation with more draws than are
	// kept may be from the exact order statistic, as a part of its value.
	QuantileError = 1.0 / 1024

	binShift = 42      // bits of a float64 below those that name a bin
	smallest = 0x1p-30 // a share or an amount of money below it counts as zero
	growBins = 256     // by which there is more room than needed, at the least
)

func bin(v float64) uint64 { return math.Float64bits(v) >> binShift }

// edge is the lower end of a bin.
func edge(bin uint64) float64 { return math.Float64frombits(bin << binShift) }

// add counts values, none of which is negative or NaN.
func (h *histogram) add(values []float64) {
	if len(h.counts) == 0 && len(values) > 0 {
		h.reserve(max(slices.Min(values), smallest))
		h.reserve(max(slices.Max(values), smallest))
	}
	counts, low := h.counts, h.low
	for _, v := range values {
		k := bin(v) - low
		if k >= uint64(len(counts)) {
			if v < smallest {
				h.zero++
				continue
			}
			h.reserve(v)
			counts, low = h.counts, h.low
			k = bin(v) - low
		}
		counts[k]++
	}
}

// reserve makes room for the bin of a value.
func (h *histogram) reserve(v float64) {
	b := bin(v)
	if b-h.low < uint64(len(h.counts)) {
		return
	}
	low, high := b, b+1
	if n := uint64(len(h.counts)); n > 0 {
		low, high = min(b, h.low), max(b+1, h.low+n)
	}
	room := max(growBins, (high-low)/3)
	low, high = max(low-room, bin(smallest)), high+room
	counts := make([]uint32, high-low)
	if len(h.counts) > 0 {
		copy(counts[h.low-low:], h.counts)
	}
	h.low, h.counts = low, counts
}

// merge adds the counts of another histogram.
func (h *histogram) merge(o *histogram) {
	h.zero += o.zero
	if len(h.counts) == 0 {
		h.low, h.counts = o.low, slices.Clone(o.counts)
		return
	}
	for i, n := range o.counts {
		if n == 0 {
			continue
		}
		b := o.low + uint64(i)
		if b-h.low >= uint64(len(h.counts)) {
			h.reserve(edge(b))
		}
		h.counts[b-h.low] += n
	}
}

// trimmed is the histogram without empty bins at its ends: what it holds, however
// it came about.
func (h *histogram) trimmed() histogram {
	lo, hi := 0, len(h.counts)
	for lo < hi && h.counts[lo] == 0 {
		lo++
	}
	for lo < hi && h.counts[hi-1] == 0 {
		hi--
	}
	if lo == hi {
		return histogram{zero: h.zero}
	}
	return histogram{low: h.low + uint64(lo), counts: h.counts[lo:hi], zero: h.zero}
}

// at gives the value of a rank, counted from 0, interpolated within its bin.
func (h *histogram) at(rank int) float64 {
	before := int(h.zero)
	if rank < before {
		return 0
	}
	for i, n := range h.counts {
		if rank < before+int(n) {
			lower, upper := edge(h.low+uint64(i)), edge(h.low+uint64(i)+1)
			return lower + float64((upper-lower)*((float64(rank-before)+0.5)/float64(n)))
		}
		before += int(n)
	}
	return math.NaN()
}

// rank is the number, counted from 0, of the order statistic that is the quantile
// p of n values: number ceil(p n), the inverse of their distribution function.
func rank(p float64, n int) int {
	return min(max(int(math.Ceil(p*float64(n)-1e-9))-1, 0), n-1)
}
