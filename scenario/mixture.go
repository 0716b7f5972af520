package scenario

import (
	"math"
	"slices"
	"sort"
)

// A mixture is what shocks of spending and surprises of growth do to a share in one
// year, each of them a common and an own number: sums of Student's t, which have no
// simple distribution and are therefore drawn, always the same ones.
type mixture struct {
	spending, growth []float64 // with standard deviation 1; growth is nil where there is none
	middles          []float64 // of the sum, for some ratios of the standard deviation of growth to that of spending, which is 1
}

const (
	mixtureSeed   = 1 // any number will do
	mixtureBlocks = 8 // the standard error of a middle is about 1.3% of it
)

// mixtureRatios are those for which the middle is worked out.
func mixtureRatios() [6]float64 { return [6]float64{0, 0.5, 1, 1.5, 2.5, 4} }

// newMixture draws shocks, and surprises unless they are nil.
func newMixture(shocks, surprises *ShockFit) *mixture {
	m := &mixture{}
	for block := range mixtureBlocks {
		streams := NewStreams(mixtureSeed, block, false)
		s := &Shocked{Common: shocks.Common, Tails: shocks.Tails}
		own, common := s.luck(streams.Of("own"), 0)
		for i := range own {
			m.spending = append(m.spending, s.mix(own, common, i))
		}
		if surprises == nil {
			continue
		}
		s = &Shocked{Common: surprises.Common, Tails: surprises.Tails}
		own, common = s.luck(NewStreams(mixtureSeed+1, block, false).Of("own"), 0)
		for i := range own {
			m.growth = append(m.growth, s.mix(own, common, i))
		}
	}
	if m.growth == nil {
		return m
	}
	for _, ratio := range mixtureRatios() {
		m.middles = append(m.middles, m.middle(ratio))
	}
	return m
}

// middle is the size within which half of the sums lie, if spending has the standard
// deviation 1 and growth that of the ratio.
func (m *mixture) middle(ratio float64) float64 {
	sums := make([]float64, len(m.spending))
	for i, s := range m.spending {
		if m.growth != nil {
			s -= ratio * m.growth[i]
		}
		sums[i] = math.Abs(s)
	}
	slices.Sort(sums)
	return sums[len(sums)/2]
}

// rest is the standard deviation of spending with which half of the sums lie within a
// size, growth having a standard deviation of its own: between half of, and all of,
// what it would be without growth.
func (m *mixture) rest(size, growth float64) float64 {
	alone := size / m.middles[0]
	if growth == 0 {
		return alone
	}
	// The smaller spending is, the larger the ratio, and the smaller the sum.
	i := sort.Search(1000, func(i int) bool {
		sd := alone * (1 - float64(i)/2000)
		return sd*m.at(growth/sd) <= size
	})
	return alone * (1 - float64(i)/2000)
}

// at interpolates the middle of a ratio, in squares, as variances add up; beyond the
// largest it grows as the ratio does.
func (m *mixture) at(ratio float64) float64 {
	ratios := mixtureRatios()
	last := len(ratios) - 1
	if ratio >= ratios[last] {
		return m.middles[last] * ratio / ratios[last]
	}
	i := last - 1
	for ratio < ratios[i] {
		i--
	}
	square := func(v float64) float64 { return v * v }
	part := (square(ratio) - square(ratios[i])) / (square(ratios[i+1]) - square(ratios[i]))
	return math.Sqrt(square(m.middles[i]) + part*(square(m.middles[i+1])-square(m.middles[i])))
}
