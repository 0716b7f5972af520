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
		"one cluster":             {column(1, 2, 3), []float64{1, 2, 4}, []int{0, 0, 0}},
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
