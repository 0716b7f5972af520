package nato

import (
	"math"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/gonum/stat"
)

var (
	regressor = []float64{1, 2, 4, 5, 7, 9}
	response  = []float64{0.8, 2.3, 3.5, 5.6, 6.4, 9.7}
	each      = []int{0, 1, 2, 3, 4, 5} // one observation a cluster
	near12    = cmpopts.EquateApprox(1e-12, 1e-12)
)

// clustered fits a line with standard errors by one kind of cluster.
func clustered(x *mat.Dense, y []float64, cluster []int) (b, se []float64, r2 float64) {
	r := regress(x, y)
	for _, v := range r.clustered(cluster) {
		se = append(se, math.Sqrt(v))
	}
	return r.b, se, r.r2
}

func column(x ...float64) *mat.Dense { return mat.NewDense(len(x), 1, x) }

func withOnes(x []float64) *mat.Dense {
	m := mat.NewDense(len(x), 2, nil)
	for i, v := range x {
		m.SetRow(i, []float64{1, v})
	}
	return m
}

// With one observation a cluster the standard errors are those of White (1980), HC0,
// times c = G/(G-1) * (N-1)/(N-K) = N/(N-K).
func TestClusteredByOne(t *testing.T) {
	n := float64(len(response))

	// Through the origin: b = sum xy / sum xx, V = sum xx uu / (sum xx)^2.
	xx, xy, yy := 0.0, 0.0, 0.0
	for i, x := range regressor {
		xx, xy, yy = xx+x*x, xy+x*response[i], yy+response[i]*response[i]
	}
	slope, meat, left := xy/xx, 0.0, 0.0
	for i, x := range regressor {
		u := response[i] - slope*x
		meat, left = meat+x*x*u*u, left+u*u
	}
	b, se, r2 := clustered(column(regressor...), response, each)
	want := []float64{slope, math.Sqrt(n / (n - 1) * meat / (xx * xx)), 1 - left/yy}
	if diff := cmp.Diff(want, []float64{b[0], se[0], r2}, near12); diff != "" {
		t.Error(diff)
	}

	// With an intercept: gonum's line; of the slope V = sum (x-mean)^2 uu / Sxx^2.
	b, se, _ = clustered(withOnes(regressor), response, each)
	alpha, beta := stat.LinearRegression(regressor, response, nil, false)
	mean := stat.Mean(regressor, nil)
	sxx, meat := 0.0, 0.0
	for i, x := range regressor {
		u := response[i] - alpha - beta*x
		sxx, meat = sxx+(x-mean)*(x-mean), meat+(x-mean)*(x-mean)*u*u
	}
	if diff := cmp.Diff([]float64{alpha, beta, math.Sqrt(n / (n - 2) * meat / (sxx * sxx))}, []float64{b[0], b[1], se[1]}, near12); diff != "" {
		t.Error(diff)
	}

	// A constant alone: the mean and its usual standard error.
	b, se, _ = clustered(column(1, 1, 1, 1, 1, 1), response, each)
	if diff := cmp.Diff([]float64{stat.Mean(response, nil), stat.StdErr(stat.StdDev(response, nil), n)}, []float64{b[0], se[0]}, near12); diff != "" {
		t.Error(diff)
	}
}

// To say everything twice adds nothing: with both copies in one cluster all but the
// factor stays, G/(G-1) * (2G-1)/(2G-K) instead of G/(G-K).
func TestClusteredIsNotFooledByCopies(t *testing.T) {
	once, seOnce, r2Once := clustered(withOnes(regressor), response, each)
	twice, seTwice, r2Twice := clustered(withOnes(slices.Concat(regressor, regressor)), slices.Concat(response, response), slices.Concat(each, each))
	if diff := cmp.Diff(append(once, r2Once), append(twice, r2Twice), near12); diff != "" {
		t.Error(diff)
	}
	factor := math.Sqrt(6. / 5 * 11 / 10 / (6. / 4))
	for j := range seOnce {
		seOnce[j] *= factor
	}
	if diff := cmp.Diff(seOnce, seTwice, near12); diff != "" {
		t.Error(diff)
	}
}

// Two clusters whose residuals have the same sign within: worked out by hand. Of a
// mean of 1, 1, -1, -1 the scores of the clusters are 2 and -2, the meat is 8 and
// V = c * 8/16 with c = 2/1 * 3/3; independent, it would be c * 4/16.
func TestClusteredCountsDependence(t *testing.T) {
	y, ones := []float64{1, 1, -1, -1}, column(1, 1, 1, 1)
	b, se, r2 := clustered(ones, y, []int{0, 0, 1, 1})
	if diff := cmp.Diff([]float64{0, 1, 0}, []float64{b[0], se[0], r2}, near12); diff != "" {
		t.Error(diff)
	}
	_, se, _ = clustered(ones, y, []int{0, 1, 0, 1}) // opposite signs: they cancel
	if diff := cmp.Diff([]float64{0}, se, near12); diff != "" {
		t.Error(diff)
	}
}

func TestClusteredWithoutASolution(t *testing.T) {
	for name, test := range map[string]struct {
		x       *mat.Dense
		y       []float64
		cluster []int
	}{
		"no observation to spare": {column(1), []float64{1}, []int{0}},
		"two columns that agree":  {withOnes([]float64{1, 1, 1}), []float64{1, 2, 4}, []int{0, 1, 2}},
		"nothing to explain it":   {column(0, 0, 0), []float64{1, 2, 4}, []int{0, 1, 2}},
	} {
		b, se, r2 := clustered(test.x, test.y, test.cluster)
		for _, v := range append(append(b, se...), r2) {
			if !math.IsNaN(v) {
				t.Errorf("%s: %v, %v, %v", name, b, se, r2)
			}
		}
	}
}

// One cluster says nothing about its own error.
func TestClusteredByOneCluster(t *testing.T) {
	b, se, _ := clustered(column(1, 2, 3), []float64{1, 2, 4}, []int{7, 7, 7})
	if math.IsNaN(b[0]) || !math.IsNaN(se[0]) {
		t.Errorf("%v (%v)", b, se)
	}
}

// The mean of 3 members in 3 years, worked out by hand. y is a member's -1, 0 or 1 and,
// of two-way data, a year's -1, 0 or 1 in addition. The sums of a member are -3, 0 and
// 3, also those of a year: V of each is c * 18/81 with c = 3/2 * 8/8, which is 1/3; with
// each observation a cluster, 9/8 * 12/81 = 1/6. Two-way 1/3 + 1/3 - 1/6 = 1/2.
func TestStandardErrorsByHand(t *testing.T) {
	member, year := []int{0, 0, 0, 1, 1, 1, 2, 2, 2}, []int{2015, 2016, 2017, 2015, 2016, 2017, 2015, 2016, 2017}
	ones := column(1, 1, 1, 1, 1, 1, 1, 1, 1)
	for name, test := range map[string]struct {
		y            []float64
		se, byMember float64
	}{
		"both": {[]float64{-2, -1, 0, -1, 0, 1, 0, 1, 2}, math.Sqrt(1. / 2), math.Sqrt(1. / 3)},
		// Years alone: by year 1/3, by member 0, by each 9/8 * 6/81 = 1/12. 1/3 - 1/12 is
		// less than 1/3, so that the latter stays.
		"years": {[]float64{-1, 0, 1, -1, 0, 1, -1, 0, 1}, math.Sqrt(1. / 3), 0},
		// The other way round.
		"members": {[]float64{-1, -1, -1, 0, 0, 0, 1, 1, 1}, math.Sqrt(1. / 3), math.Sqrt(1. / 3)},
		// Neither: all sums are 0, V is negative.
		"neither": {[]float64{1, -1, 0, -1, 1, 0, 0, 0, 0}, 0, 0},
	} {
		se, byMember := regress(ones, test.y).standardErrors(member, year)
		if diff := cmp.Diff([]float64{test.se, test.byMember}, []float64{se[0], byMember[0]}, near12); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}
