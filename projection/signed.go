package projection

import (
	"math"
	"math/big"
)

// A signed histogram counts numbers of both signs in bins of the same relative
// width, 128 to an octave: a quantile read off it is off by less than a bin, 0.8%
// of its value. Numbers below nothing count as 0.
type signed struct {
	low    int // first bin of counts: 0 holds zero, -1, -2 ... the negative numbers
	counts []uint32
}

const (
	// DifferenceError is how far a quantile of a difference or a cost may be from
	// the exact order statistic, as a part of its value.
	DifferenceError = 1.0 / 128

	signedShift = 45      // bits of a float64 below those that name a bin
	nothing     = 0x1p-24 // of GDP a hundred-thousandth of a percentage point, of a million a few cents
	signedRoom  = 128     // bins by which there is more room than needed
)

// signedBin is 0 for nothing, positive and negative for what has that sign.
func signedBin(v float64) int {
	k := int(math.Float64bits(v)<<1>>(signedShift+1)) - int(math.Float64bits(nothing)>>signedShift) + 1
	switch {
	case k <= 0:
		return 0
	case v < 0:
		return -k
	}
	return k
}

// signedEdge is the end of a positive bin that is nearer to zero.
func signedEdge(k int) float64 {
	return math.Float64frombits((uint64(k-1) + math.Float64bits(nothing)>>signedShift) << signedShift)
}

// add counts values, none of which is NaN.
func (s *signed) add(values []float64) {
	for _, v := range values {
		s.count(signedBin(v), 1)
	}
}

func (s *signed) count(k int, n uint32) {
	if i := k - s.low; i < 0 || i >= len(s.counts) {
		low, end := k, k+1
		if len(s.counts) > 0 {
			low, end = min(k, s.low), max(k+1, s.low+len(s.counts))
		}
		low, end = low-signedRoom, end+signedRoom
		counts := make([]uint32, end-low)
		if len(s.counts) > 0 {
			copy(counts[s.low-low:], s.counts)
		}
		s.low, s.counts = low, counts
	}
	s.counts[k-s.low] += n
}

func (s *signed) merge(o *signed) {
	for i, n := range o.counts {
		if n > 0 {
			s.count(o.low+i, n)
		}
	}
}

// at gives the value of a rank, counted from 0 at the lowest, interpolated within
// its bin.
func (s *signed) at(rank int) float64 {
	before := 0
	for i, n := range s.counts {
		if rank >= before+int(n) {
			before += int(n)
			continue
		}
		part := (float64(rank-before) + 0.5) / float64(n)
		switch k := s.low + i; {
		case k > 0:
			return signedEdge(k) + float64((signedEdge(k+1)-signedEdge(k))*part)
		case k < 0:
			return -signedEdge(-k+1) + float64((signedEdge(-k+1)-signedEdge(-k))*part)
		}
		return 0
	}
	return math.NaN()
}

// moments are a sum of values and of their squares, or of the means of antithetic
// pairs. Those of a block are added up as they come, those of blocks exactly, so that
// their order does not matter.
type moments struct{ values, squares big.Float }

// precision is enough bits for any sum of a million blocks, without rounding.
const precision = 1024

func (m *moments) add(values []float64, pairs bool) {
	sum, squares := 0.0, 0.0
	if pairs { // the unit is the mean of a pair
		for i := 0; i+1 < len(values); i += 2 {
			v := (values[i] + values[i+1]) / 2
			sum += v
			squares += float64(v * v)
		}
	} else {
		for _, v := range values {
			sum += v
			squares += float64(v * v)
		}
	}
	exactly := func(v float64) *big.Float { return new(big.Float).SetPrec(precision).SetFloat64(v) }
	m.merge(&moments{*exactly(sum), *exactly(squares)})
}

func (m *moments) merge(o *moments) {
	m.values.SetPrec(precision).Add(&m.values, &o.values)
	m.squares.SetPrec(precision).Add(&m.squares, &o.squares)
}

// mean gives the mean of n values, or means of pairs, and its standard error.
func (m *moments) mean(n int) (mean, stderr float64) {
	values, _ := m.values.Float64()
	squares, _ := m.squares.Float64()
	return values / float64(n), math.Sqrt(variance(values, squares, float64(n)) / float64(n))
}
