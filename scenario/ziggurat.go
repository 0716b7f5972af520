package scenario

import (
	"math"
	"sync"
)

// Standard normals by the ziggurat of Marsaglia and Tsang (2000): the density is
// covered by layers of equal area; a point in a layer's inner part, 99.2% of
// them (a test adds them up), needs one multiplication. BenchmarkStreams has the time
// of a row; math/rand/v2 and gonum's distuv take three and four times as long a number
// (BenchmarkOtherNormals), which would be half of a simulation.

const (
	layers = 512
	// tailFrom is where the bottom layer's tail begins: the one number for which
	// 512 layers of the same area close at the top. A test solves for it again.
	tailFrom = 3.852046150368391
	// layerArea is that of a layer under exp(-x²/2): of the bottom one's rectangle and tail.
	layerArea = 0.002456766351541356
	// positions is the number of points on each side of a layer: 53 bits and a sign.
	positions = 1 << 53
)

// A layer is accepted at once where the signed position lies in [-inner, inner).
type layer struct {
	inner uint64
	width float64 // of one position
}

type ziggurat struct {
	layer   [layers]layer
	density [layers]float64 // at the outer edge, the top being 1
}

// newZiggurat builds the table, once for the life of the program.
var newZiggurat = sync.OnceValue(func() *ziggurat {
	z := new(ziggurat)
	x := tailFrom
	f := gauss(x)
	q := layerArea / f // the bottom layer, tail included, as a rectangle
	z.layer[0] = layer{uint64(x / q * positions), q / positions}
	z.layer[layers-1].width = x / positions
	z.density[0], z.density[layers-1] = 1, f
	for i := layers - 2; i >= 1; i-- {
		next := math.Sqrt(-2 * math.Log(layerArea/x+gauss(x)))
		z.layer[i+1].inner = uint64(next / x * positions)
		x = next
		z.density[i], z.layer[i].width = gauss(x), x/positions
	}
	return z
})

// gauss is the density of the normal distribution, the top being 1.
func gauss(x float64) float64 { return math.Exp(-0.5 * x * x) }

// normals fills dst with standard normals; words is room for as many numbers.
func (g *generator) normals(dst []float64, words []uint64) {
	z := newZiggurat()
	words = words[:len(dst)]
	g.fill(words)
	for i, w := range words { // written out twice: a call for each number takes as long as the number
		l, j := &z.layer[w%layers], int64(w)>>10
		x := float64(j) * l.width
		if uint64(j)+l.inner >= l.inner<<1 {
			x = z.outer(g, w)
		}
		dst[i] = x
	}
}

// opposites fills dst with pairs of standard normals that add up to 0.
func (g *generator) opposites(dst []float64, words []uint64) {
	z := newZiggurat()
	words = words[:len(dst)/2]
	dst = dst[:2*len(words)]
	g.fill(words)
	for i, w := range words {
		l, j := &z.layer[w%layers], int64(w)>>10
		x := float64(j) * l.width
		if uint64(j)+l.inner >= l.inner<<1 {
			x = z.outer(g, w)
		}
		dst[2*i], dst[2*i+1] = x, 0-x // not -x: no pair of zeros of different sign
	}
}

// outer settles a point outside a layer's inner part, with further words of the
// same generator.
//
//go:noinline
func (z *ziggurat) outer(g *generator, w uint64) float64 {
	for {
		i, j := w%layers, int64(w)>>10
		x := float64(j) * z.layer[i].width
		switch {
		case uint64(j)+z.layer[i].inner < z.layer[i].inner<<1:
			return x
		case i == 0:
			return math.Copysign(tail(g), x)
		case z.density[i]+float64(uniform(g.Uint64())*(z.density[i-1]-z.density[i])) < gauss(x):
			return x
		}
		w = g.Uint64()
	}
}

// tail gives a normal beyond tailFrom (Marsaglia 1964).
func tail(g *generator) float64 {
	for {
		a, b := -math.Log(uniform(g.Uint64()))/tailFrom, -math.Log(uniform(g.Uint64()))
		if b+b > float64(a*a) {
			return tailFrom + a
		}
	}
}
