package nato

import (
	"math"

	"gonum.org/v1/gonum/mat"
)

// clustered is least squares of y on the columns of x, with standard errors for
// observations that depend on each other within a cluster, in any way (Liang and
// Zeger 1986, "Longitudinal data analysis using generalized linear models"):
//
//	V = c (X'X)^-1 (sum over clusters g of X_g'u_g u_g'X_g) (X'X)^-1
//
// with c = G/(G-1) * (N-1)/(N-K) for G clusters, N observations and K columns
// (Cameron and Miller 2015, "A practitioner's guide to cluster-robust inference",
// equation 12). Clusters are numbered from 0. r2 is 1 - u'u/y'y: the part of the
// squares that is explained, compared with no change at all. Without a unique
// solution, or without observations to spare, all of it is NaN.
func clustered(x *mat.Dense, y []float64, cluster []int) (b, se []float64, r2 float64) {
	n, k := x.Dims()
	groups := 0
	for _, g := range cluster {
		groups = max(groups, g+1)
	}
	var square mat.SymDense
	square.SymOuterK(1, x.T())
	var factors mat.Cholesky
	if n <= k || groups < 2 || !factors.Factorize(&square) || factors.Cond() > 1e12 {
		return unknown(k), unknown(k), math.NaN()
	}
	var inverse mat.SymDense
	if err := factors.InverseTo(&inverse); err != nil {
		return unknown(k), unknown(k), math.NaN()
	}
	Y := mat.NewVecDense(n, y)
	var cross, solved, u mat.VecDense
	cross.MulVec(x.T(), Y)
	solved.MulVec(&inverse, &cross)
	u.MulVec(x, &solved)
	u.SubVec(Y, &u)

	scores := mat.NewDense(groups, k, nil) // X_g'u_g in row g
	for i, g := range cluster {
		for j := range k {
			scores.Set(g, j, scores.At(g, j)+float64(x.At(i, j)*u.AtVec(i)))
		}
	}
	var half, v mat.Dense
	half.Mul(scores, &inverse)
	v.Mul(half.T(), &half)
	G, N, K := float64(groups), float64(n), float64(k)
	c := G / (G - 1) * (N - 1) / (N - K)
	for j := range k {
		b, se = append(b, solved.AtVec(j)), append(se, math.Sqrt(c*v.At(j, j)))
	}
	return b, se, 1 - mat.Dot(&u, &u)/mat.Dot(Y, Y)
}

// unknown is so many numbers that cannot be had.
func unknown(k int) []float64 {
	all := make([]float64, k)
	for i := range all {
		all[i] = math.NaN()
	}
	return all
}
