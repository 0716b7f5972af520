package scenario

import (
	"math"
	"slices"
	"testing"

	"gonum.org/v1/gonum/stat"
	"gonum.org/v1/gonum/stat/distuv"
)

// The first numbers from the state 1, 2, 3, 4 in the reference implementation
// (prng.di.unimi.it/xoshiro256plusplus.c), as the tests of the Rust crate
// rand_xoshiro have them.
func TestGeneratorReference(t *testing.T) {
	g := generator{1, 2, 3, 4}
	for i, want := range []uint64{
		41943041, 58720359, 3588806011781223, 3591011842654386, 9228616714210784205,
		9973669472204895162, 14011001112246962877, 12406186145184390807, 15849039046786891736, 10450023813501588000,
	} {
		if got := g.Uint64(); got != want {
			t.Errorf("number %d: %d, want %d", i, got, want)
		}
	}
}

func TestFillIsUint64OneByOne(t *testing.T) {
	a, b := keyed(1, "DEU", 2, "test"), keyed(1, "DEU", 2, "test")
	words := make([]uint64, 1000)
	a.fill(words)
	for i, w := range words {
		if got := b.Uint64(); got != w {
			t.Fatalf("word %d: %d and %d", i, w, got)
		}
	}
	if a != b {
		t.Error("the states differ afterwards")
	}
}

func TestKeysDiffer(t *testing.T) {
	seen := map[generator]bool{}
	for _, g := range []generator{
		keyed(0, "", 0, ""), keyed(1, "", 0, ""), keyed(0, "", 1, ""), keyed(1, "", 1, ""),
		keyed(0, "AB", 0, "C"), keyed(0, "A", 0, "BC"), keyed(0, "", 0, "ABC"), keyed(0, "ABC", 0, ""),
	} {
		if seen[g] {
			t.Errorf("two keys have the state %v", g)
		}
		seen[g] = true
	}
}

func TestUniformsStayInside(t *testing.T) {
	for _, word := range []uint64{0, 1<<12 - 1, 1 << 63, math.MaxUint64} {
		u := uniform(word)
		if !(u > 0 && u < 1) || 1-(1-u) != u {
			t.Errorf("%#x gives %v, whose opposite is %v", word, u, 1-u)
		}
	}
}

// What the comment on the ziggurat says of the points that need no more than a
// multiplication.
func TestInnerParts(t *testing.T) {
	sum := 0.0
	for _, l := range newZiggurat().layer {
		sum += float64(l.inner) / positions
	}
	if part := sum / layers; math.Abs(part-0.992) > 0.0005 {
		t.Errorf("%.4f of all points lie in the inner parts", part)
	}
}

// The layers, from the bottom up, must close at the density of 1.
func TestTailFrom(t *testing.T) {
	area := func(x float64) float64 {
		return x*math.Exp(-0.5*x*x) + math.Sqrt(math.Pi/2)*math.Erfc(x/math.Sqrt2)
	}
	gap := func(from float64) float64 { // what is left at the top
		x := from
		for range layers - 2 {
			x = math.Sqrt(-2 * math.Log(area(from)/x+math.Exp(-0.5*x*x)))
		}
		return 1 - area(from)/x - math.Exp(-0.5*x*x)
	}
	low, high := 3.8521, 3.852 // too thin layers, too thick ones
	for range 60 {
		if middle := (low + high) / 2; gap(middle) > 0 {
			low = middle
		} else {
			high = middle
		}
	}
	if math.Abs(low-tailFrom) > 1e-12 || math.Abs(area(tailFrom)-layerArea) > 1e-16 {
		t.Errorf("tailFrom = %.16g, solved %.16g; layerArea = %.16g, worked out %.16g", tailFrom, low, layerArea, area(tailFrom))
	}
	z := newZiggurat()
	for i := 1; i < layers; i++ { // each layer is a rectangle of the same area
		a := z.layer[i].width * positions * (z.density[i-1] - z.density[i])
		if math.Abs(a/layerArea-1) > 1e-11 {
			t.Errorf("layer %d has the area %.16g", i, a)
		}
	}
}

// drawn gives normals of one stream.
func drawn(n int) []float64 {
	g := keyed(20260601, "DEU", 0, "test")
	x := make([]float64, n)
	g.normals(x, make([]uint64, n))
	return x
}

func TestNormalMoments(t *testing.T) {
	const n = 1_000_000
	x := drawn(n)
	root := math.Sqrt(n)
	mean, variance := stat.MeanVariance(x, nil)
	for name, z := range map[string]float64{ // over their standard errors
		"mean":     mean * root,
		"variance": (variance - 1) / math.Sqrt2 * root,
		"skewness": stat.Skew(x, nil) / math.Sqrt(6) * root,
		"kurtosis": stat.ExKurtosis(x, nil) / math.Sqrt(24) * root,
	} {
		if math.Abs(z) > 4 {
			t.Errorf("%s is %.1f standard errors off", name, z)
		}
	}
	for _, limit := range []float64{0.1, 0.5, 1, 2, 3, 3.5, tailFrom, 4, 4.5} {
		p := 2 * distuv.UnitNormal.Survival(limit)
		above := 0.0
		for _, v := range x {
			if math.Abs(v) > limit {
				above++
			}
		}
		if z := (above - n*p) / math.Sqrt(n*p*(1-p)); math.Abs(z) > 4 {
			t.Errorf("beyond %v lie %v of %v, expected %.1f: %.1f standard errors", limit, above, n, n*p, z)
		}
	}
}

// The Kolmogorov-Smirnov statistic: above 1.95 in one of 1,000 samples.
func TestNormalDistribution(t *testing.T) {
	x := drawn(400_000)
	tail := slices.DeleteFunc(slices.Clone(x), func(v float64) bool { return v < 3 })
	beyond3 := distuv.UnitNormal.Survival(3)
	for name, test := range map[string]struct {
		sample []float64
		cdf    func(float64) float64
	}{
		"all":       {x, distuv.UnitNormal.CDF},
		"above 3":   {tail, func(v float64) float64 { return 1 - distuv.UnitNormal.Survival(v)/beyond3 }},
		"neighbour": {differences(x), distuv.Normal{Sigma: math.Sqrt2}.CDF},
	} {
		if d := kolmogorov(test.sample, test.cdf); d > 1.95 {
			t.Errorf("%s: %.2f", name, d)
		}
	}
}

// differences are those of pairs, which independent neighbours give √2 of spread.
func differences(x []float64) []float64 {
	var d []float64
	for i := 0; i+1 < len(x); i += 2 {
		d = append(d, x[i]-x[i+1])
	}
	return d
}

// kolmogorov is the largest distance of the sample's distribution from cdf, times
// the root of its size.
func kolmogorov(sample []float64, cdf func(float64) float64) float64 {
	sorted := slices.Sorted(slices.Values(sample))
	n, d := float64(len(sorted)), 0.0
	for i, v := range sorted {
		p := cdf(v)
		d = max(d, p-float64(i)/n, float64(i+1)/n-p)
	}
	return d * math.Sqrt(n)
}
