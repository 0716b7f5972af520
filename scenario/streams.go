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
// A row has one number for each draw of the block, is to be read only, and holds
// until the row of another year is asked for under the same purpose.
type Streams struct {
	seed       uint64
	block      uint64
	antithetic bool
	member     string
	common     *Streams        // nil for the common streams themselves
	rows       map[string]*row // by purpose and distribution
	words      *[BlockDraws]uint64
	given      func(dst []float64, common bool, purpose string, k int)
}

// A row is the current year's numbers of one purpose, or for common streams, which
// all members read again, the numbers of all years so far.
type row struct {
	generator generator
	started   bool
	at        int // year of values
	values    []float64
	years     [][]float64
}

// NewStreams gives the common numbers of a block of draws, those that belong to
// no member. With antithetic, draws are pairs, 0 and 1, 2 and 3 and so on, in which
// normals have opposite signs and uniforms add up to 1: the luck of one is the
// misfortune of the other.
func NewStreams(seed uint64, block int, antithetic bool) *Streams {
	return &Streams{seed: seed, block: uint64(block), antithetic: antithetic, rows: map[string]*row{}, words: new([BlockDraws]uint64)}
}

// GivenStreams are numbers of the caller's own, for tests of a model and for
// derivatives: normals fills the row of a year, uniforms are one half.
func GivenStreams(normals func(dst []float64, common bool, purpose string, k int)) *Streams {
	s := NewStreams(0, 0, false)
	s.given = normals
	return s
}

// Of gives the numbers that belong to a member, by its code.
func (s *Streams) Of(member string) *Streams {
	own := *s
	own.member, own.common, own.rows = member, s, map[string]*row{}
	return &own
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
	return s.row("normal "+purpose, k, func(g *generator, dst []float64) {
		switch {
		case s.given != nil:
			clear(dst)
			s.given(dst, s.common == nil, purpose, k)
		case s.antithetic:
			half := dst[:BlockDraws/2]
			g.normals(half, s.words[:])
			mirror(dst, func(v float64) float64 { return -v })
		default:
			g.normals(dst, s.words[:])
		}
	})
}

// Uniforms gives numbers in (0, 1) for a projected year.
func (s *Streams) Uniforms(purpose string, k int) []float64 {
	return s.row("uniform "+purpose, k, func(g *generator, dst []float64) {
		switch {
		case s.given != nil:
			for i := range dst {
				dst[i] = 0.5
			}
		case s.antithetic:
			g.uniforms(dst[:BlockDraws/2])
			mirror(dst, func(v float64) float64 { return 1 - v })
		default:
			g.uniforms(dst)
		}
	})
}

// StudentsT gives numbers with Student's t distribution of nu > 2 degrees of
// freedom, scaled to a standard deviation of 1, for a projected year.
func (s *Streams) StudentsT(purpose string, nu float64, k int) []float64 {
	return s.row("t "+purpose, k, func(g *generator, dst []float64) {
		if s.given != nil { // no normals: a control cannot follow them
			clear(dst)
			return
		}
		t := distuv.StudentsT{Sigma: math.Sqrt((nu - 2) / nu), Nu: nu, Src: g}
		half := dst
		if s.antithetic {
			half = dst[:BlockDraws/2]
		}
		for i := range half {
			half[i] = t.Rand()
		}
		if s.antithetic {
			mirror(dst, func(v float64) float64 { return -v })
		}
	})
}

// mirror spreads the first half of a row over its even draws and gives each odd
// draw the opposite of the one before.
func mirror(dst []float64, opposite func(float64) float64) {
	for i := len(dst)/2 - 1; i >= 0; i-- {
		v := dst[i]
		dst[2*i], dst[2*i+1] = v, opposite(v)
	}
}

// row gives the numbers of a year, which fill draws in the order of years.
func (s *Streams) row(key string, k int, fill func(*generator, []float64)) []float64 {
	r := s.rows[key]
	if r == nil {
		r = &row{values: make([]float64, BlockDraws)}
		s.rows[key] = r
	}
	if s.common == nil && k < len(r.years) {
		return r.years[k]
	}
	if r.started && r.at == k {
		return r.values
	}
	if !r.started || k < r.at {
		*r = row{generator: keyed(s.seed, s.member, s.block, key), started: true, at: -1, values: r.values, years: r.years}
	}
	for r.at < k {
		if s.common == nil {
			r.values = make([]float64, BlockDraws)
			r.years = append(r.years, r.values)
		}
		fill(&r.generator, r.values)
		r.at++
	}
	return r.values
}
