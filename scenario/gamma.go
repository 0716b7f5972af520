package scenario

import "math"

// gammas fills dst with numbers of the gamma distribution of shape a >= 1 and scale
// 1, by the method of Marsaglia and Tsang (2000), "A simple method for generating
// gamma variables": the cube of a shifted normal, rarely refused. words is room
// for as many numbers.
func (g *generator) gammas(dst []float64, words []uint64, a float64) {
	z := newZiggurat()
	d := a - 1./3
	c := 1 / math.Sqrt(9*d)
	g.normals(dst, words)
	for i, x := range dst {
		for ; ; x = z.outer(g, g.Uint64()) {
			v := 1 + float64(c*x)
			if v <= 0 {
				continue
			}
			v *= float64(v * v)
			u, square := uniform(g.Uint64()), float64(x*x)
			if u < 1-float64(0.0331*square*square) || log(u) < float64(0.5*square)+float64(d*(1-v+log(v))) {
				dst[i] = d * v
				break
			}
		}
	}
}
