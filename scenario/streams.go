package scenario

import (
	"math"

	"gonum.org/v1/gonum/stat/distuv"
)

// BlockDraws is the number of draws in a block, the unit of work of a simulation
// and of its random numbers.
const BlockDraws = 1024

// Streams are the random numbers of one block of draws that belong to one member.
// A number is a function of seed, block, member, purpose, projected year and draw,
// and of nothing else: not of the scenario, of the other members, of the number
// of draws, of the horizon or of who works it out. Two scenarios therefore see
// the same economies.
//
// A purpose is a name such as "growth"; models that use different purposes are
// independent. Years are counted from the first projected one, k = 0, 1, 2 ...
// A row has one number for each of the BlockDraws draws. It is to be read only,
// and holds until the row of another year is asked for under the same purpose.
// Streams of one block share memory: they are for one goroutine at a time.
type Streams struct {
	seed       uint64
	block      uint64
	antithetic bool
	member     string
	common     *Streams // nil for the common streams themselves
	rows       map[stream]*row
	lent       [][]float64 // by Row
	memory     *memory
	given      func(dst []float64, common bool, purpose string, k int)
}

// memory is what the streams of a block work with, one after the other.
type memory struct {
	words [BlockDraws]uint64
	spare [][]float64
}

func (m *memory) row() []float64 {
	if len(m.spare) == 0 {
		return make([]float64, BlockDraws)
	}
	row := m.spare[len(m.spare)-1]
	m.spare = m.spare[:len(m.spare)-1]
	return row
}

// A stream names the rows of one purpose: their distribution and, of Student's t,
// the degrees of freedom.
type stream struct {
	distribution, purpose string
	nu                    float64
}

// A row is the current year's numbers of one stream, or for common streams, which
// all members read again, the numbers of all years so far.
type row struct {
	generator generator
	at        int // year of values; -1 before the first
	values    []float64
	years     [][]float64
}

// NewStreams gives the common numbers of a block of draws, those that belong to
// no member. With antithetic, draws are pairs, 0 and 1, 2 and 3 and so on, in which
// normals have opposite signs and uniforms add up to 1: the luck of one is the
// misfortune of the other.
func NewStreams(seed uint64, block int, antithetic bool) *Streams {
	return &Streams{seed: seed, block: uint64(block), antithetic: antithetic, rows: map[stream]*row{}, memory: new(memory)}
}

// GivenStreams are numbers of the caller's own, for tests of a model and for
// derivatives: normals fills the row of a year, uniforms are one half, and
// Student's t is the normal that was given.
func GivenStreams(normals func(dst []float64, common bool, purpose string, k int)) *Streams {
	s := NewStreams(0, 0, false)
	s.given = normals
	return s
}

// Of gives the numbers that belong to a member, by its code.
func (s *Streams) Of(member string) *Streams {
	own := *s
	own.member, own.common, own.rows, own.lent = member, s.Common(), map[stream]*row{}, nil
	return &own
}

// Draw is the number of a draw of the block, counted from the first of the
// simulation.
func (s *Streams) Draw(i int) int { return int(s.block)*BlockDraws + i }

// Row gives a row of zeros to work with, until the streams are released.
func (s *Streams) Row() []float64 {
	row := s.memory.row()
	clear(row)
	s.lent = append(s.lent, row)
	return row
}

// Release gives the memory of the rows back, for the next member's. None of them
// may be used any more; the streams themselves may, and start again.
func (s *Streams) Release() {
	for _, r := range s.rows {
		if s.common != nil {
			s.memory.spare = append(s.memory.spare, r.values)
		}
		s.memory.spare = append(s.memory.spare, r.years...)
	}
	s.memory.spare = append(s.memory.spare, s.lent...)
	s.lent = nil
	clear(s.rows)
}

// Restart makes common streams those of another block, in the memory that they
// have. Those of members must have been released.
func (s *Streams) Restart(block int) {
	s.Release()
	s.block = uint64(block)
}

// Common gives the numbers of the block that are the same for all members.
func (s *Streams) Common() *Streams {
	if s.common == nil {
		return s
	}
	return s.common
}

// Normals gives standard normals for a projected year.
func (s *Streams) Normals(purpose string, k int) []float64 {
	return s.row(stream{distribution: "normal", purpose: purpose}, k, func(g *generator, dst []float64, k int) {
		switch {
		case s.given != nil:
			clear(dst)
			s.given(dst, s.common == nil, purpose, k)
		case s.antithetic:
			g.opposites(dst, s.memory.words[:])
		default:
			g.normals(dst, s.memory.words[:])
		}
	})
}

// Uniforms gives numbers in (0, 1) for a projected year.
func (s *Streams) Uniforms(purpose string, k int) []float64 {
	return s.row(stream{distribution: "uniform", purpose: purpose}, k, func(g *generator, dst []float64, _ int) {
		switch {
		case s.given != nil:
			fill(dst, 0.5)
		case s.antithetic:
			g.uniforms(dst[:BlockDraws/2], s.memory.words[:])
			for i := BlockDraws/2 - 1; i >= 0; i-- { // spread over even draws, the opposite behind each
				dst[2*i], dst[2*i+1] = dst[i], 1-dst[i]
			}
		default:
			g.uniforms(dst, s.memory.words[:])
		}
	})
}

// StudentsT gives numbers with Student's t distribution of nu > 2 degrees of
// freedom, scaled to a standard deviation of 1, for a projected year. They are the
// normals of the purpose, each over the root of a chi-square number of its own, so
// that an economy has the same good and bad years with and without heavy tails.
func (s *Streams) StudentsT(purpose string, nu float64, k int) []float64 {
	if s.given != nil {
		return s.Normals(purpose, k)
	}
	return s.row(stream{"t", purpose, nu}, k, func(g *generator, dst []float64, k int) {
		scale, gamma := 0.0, distuv.Gamma{Alpha: nu / 2, Beta: 1, Src: g}
		for i, z := range s.Normals(purpose, k) {
			if !s.antithetic || i%2 == 0 { // both of a pair are over the same number
				scale = math.Sqrt((nu - 2) / (2 * gamma.Rand()))
			}
			dst[i] = z * scale
		}
	})
}

// row gives the numbers of a year, which draw fills in the order of years.
func (s *Streams) row(of stream, k int, draw func(g *generator, dst []float64, k int)) []float64 {
	r := s.rows[of]
	switch {
	case r == nil:
		r = &row{at: -1, values: s.memory.row(), generator: s.start(of)}
		s.rows[of] = r
	case r.at == k:
		return r.values
	case k < len(r.years):
		return r.years[max(0, k)]
	case k < r.at: // from the start again
		r.at, r.generator = -1, s.start(of)
	}
	for r.at < max(0, k) {
		if s.common == nil {
			if r.at >= 0 {
				r.values = s.memory.row()
			}
			r.years = append(r.years, r.values)
		}
		r.at++
		draw(&r.generator, r.values, r.at)
	}
	return r.values
}

func (s *Streams) start(of stream) generator {
	return keyed(s.seed, s.member, s.block, of.distribution+" "+of.purpose)
}
