package nato

import (
	"math"

	"gonum.org/v1/gonum/mat"
)

// A regression is least squares of y on the columns of x. Without a unique solution,
// or without observations to spare, all its numbers are NaN.
type regression struct {
	b  []float64
	r2 float64 // 1 - u'u/y'y: the part of the squares that is explained, compared with no change at all

	parts *mat.Dense // in row i what observation i adds to the error of b: (X'X)^-1 x_i u_i
}

func regress(x *mat.Dense, y []float64) regression {
	n, k := x.Dims()
	var square mat.SymDense
	square.SymOuterK(1, x.T())
	var factors mat.Cholesky
	var inverse mat.SymDense
	if n <= k || !factors.Factorize(&square) || factors.Cond() > 1e12 || factors.InverseTo(&inverse) != nil {
		return regression{b: unknown(k), r2: math.NaN()}
	}
	Y := mat.NewVecDense(n, y)
	var cross, solved, u mat.VecDense
	cross.MulVec(x.T(), Y)
	solved.MulVec(&inverse, &cross)
	u.MulVec(x, &solved)
	u.SubVec(Y, &u)

	parts := mat.NewDense(n, k, nil)
	parts.Mul(x, &inverse)
	parts.Apply(func(i, _ int, v float64) float64 { return v * u.AtVec(i) }, parts)
	return regression{b: solved.RawVector().Data, r2: 1 - mat.Dot(&u, &u)/mat.Dot(Y, Y), parts: parts}
}

// clustered gives the variances of b for observations that depend on each other within
// a cluster, in any way (Liang and Zeger 1986, "Longitudinal data analysis using
// generalized linear models"): the diagonal of
//
//	V = c (X'X)^-1 (sum over clusters g of X_g'u_g u_g'X_g) (X'X)^-1
//
// with c = G/(G-1) * (N-1)/(N-K) for G clusters, N observations and K columns
// (Cameron and Miller 2015, "A practitioner's guide to cluster-robust inference",
// equation 12). Of one cluster they are NaN.
func (r regression) clustered(cluster []int) []float64 {
	if r.parts == nil {
		return unknown(len(r.b))
	}
	n, k := r.parts.Dims()
	sums := map[int][]float64{}
	var order []int
	for i, g := range cluster {
		if sums[g] == nil {
			sums[g], order = make([]float64, k), append(order, g)
		}
		for j := range k {
			sums[g][j] += r.parts.At(i, j)
		}
	}
	if len(order) < 2 {
		return unknown(k)
	}
	G, N, K := float64(len(order)), float64(n), float64(k)
	c := G / (G - 1) * (N - 1) / (N - K)
	v := make([]float64, k)
	for _, g := range order {
		for j, sum := range sums[g] {
			v[j] += float64(c * sum * sum)
		}
	}
	return v
}

// standardErrors are those of observations that depend on each other within a member
// and, all members alike, within a year (Cameron, Gelbach and Miller 2011, "Robust
// inference with multiway clustering"):
//
//	V = V of members + V of years - V of members and years
//
// where the last has clusters of one observation. With few clusters V can come out too
// small, and even negative: it is not taken to be less than the variance by members,
// nor than that by years. byMember are the standard errors by members alone.
func (r regression) standardErrors(member, year []int) (se, byMember []float64) {
	each := make([]int, len(member))
	for i := range each {
		each[i] = i
	}
	members, years, both := r.clustered(member), r.clustered(year), r.clustered(each)
	for j, v := range members {
		se = append(se, math.Sqrt(max(v+years[j]-both[j], v, years[j])))
		byMember = append(byMember, math.Sqrt(v))
	}
	return se, byMember
}

// unknown is so many numbers that cannot be had.
func unknown(k int) []float64 {
	all := make([]float64, k)
	for i := range all {
		all[i] = math.NaN()
	}
	return all
}
