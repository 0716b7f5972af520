package projection

import (
	"fmt"
	"math/bits"
	"runtime"

	"github.com/pledgesim/pledgesim/scenario"
)

// The number of draws where Options leaves it open, and the most of which every
// share is kept without being asked for.
const (
	defaultDraws = 10_000
	exactDraws   = 4096
)

// fillDraws fills in and checks what steers simulations.
func (o *Options) fillDraws(bad func(field string, value any, problem string, kind error)) {
	if o.Draws == 0 {
		o.Draws = defaultDraws
	}
	if o.Draws < 0 || o.Draws > MaxDraws {
		bad("Draws", o.Draws, "is not a number of draws from 1 to 1,000,000,000; more can be done in parts, see Merge", scenario.ErrInvalid)
	}
	if o.First < 0 || o.First > MaxFirst {
		bad("First", o.First, "is not the number of a draw, which are counted from 0 to 2^40", scenario.ErrInvalid)
	}
	if o.Antithetic && (o.Draws%2 != 0 || o.First%2 != 0) {
		bad("Antithetic", nil, fmt.Sprintf("needs whole pairs: First = %d and Draws = %d must be even", o.First, o.Draws), scenario.ErrInvalid)
	}
	if o.Workers > MaxWorkers {
		bad("Workers", o.Workers, fmt.Sprintf("is more than %d: give a number of goroutines, or 0 for one a processor", MaxWorkers), scenario.ErrInvalid)
	}
	if o.Workers < 0 {
		bad("Workers", o.Workers, "is negative: give a number of goroutines, or 0 for one a processor", scenario.ErrInvalid)
	}
	if o.Workers == 0 {
		o.Workers = runtime.GOMAXPROCS(0)
	}
	if o.Control != 0 && (o.Control <= o.Base || o.Control > o.To) {
		bad("Control", o.Control, fmt.Sprintf("is not a projected year, %d to %d", o.Base+1, o.To), scenario.ErrInvalid)
	}
	o.Until.check(bad, *o)
}

// A drawRange is a stretch of draws, from First up to but without End.
type drawRange struct{ first, end int }

func (r drawRange) draws() int { return r.end - r.first }

// drawRange is the stretch of draws that options ask for.
func (o Options) drawRange() drawRange { return drawRange{o.First, o.First + o.Draws} }

// A mask has one bit for each draw of a block.
type mask [scenario.BlockDraws / 64]uint64

// lanes are the draws of a block that lie in a range, as a mask and from lo up to
// but without hi.
func (r drawRange) lanes(block int) (m mask, lo, hi int) {
	lo = max(r.first-block*scenario.BlockDraws, 0)
	hi = min(r.end-block*scenario.BlockDraws, scenario.BlockDraws)
	for i := lo; i < hi; i++ {
		m[i/64] |= 1 << (i % 64)
	}
	return m, lo, hi
}

// blocks are the first block of a range and the one after its last.
func (r drawRange) blocks() (first, end int) {
	return r.first / scenario.BlockDraws, (r.end + scenario.BlockDraws - 1) / scenario.BlockDraws
}

func (m *mask) count() int64 {
	n := 0
	for _, w := range m {
		n += bits.OnesCount64(w)
	}
	return int64(n)
}

// firstOfPairs marks the even draws, each the first of an antithetic pair.
const firstOfPairs = 0x5555555555555555

// pairs is the number of antithetic pairs of which both draws are in the mask.
func (m *mask) pairs() int64 {
	n := 0
	for _, w := range m {
		n += bits.OnesCount64(w & (w >> 1) & firstOfPairs)
	}
	return int64(n)
}

// both is the number of draws that are in both masks; crossed compares each draw
// with the other one of its pair.
func (m *mask) both(o *mask) (same, crossed int64) {
	for i, w := range m {
		v := o[i]
		swapped := v>>1&firstOfPairs | v&firstOfPairs<<1
		same += int64(bits.OnesCount64(w & v))
		crossed += int64(bits.OnesCount64(w & swapped))
	}
	return same, crossed
}
