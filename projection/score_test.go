package projection_test

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"gonum.org/v1/gonum/floats/scalar"
	"gonum.org/v1/gonum/stat"
	"gonum.org/v1/gonum/stat/distuv"

	"github.com/pledgesim/pledgesim/projection"
)

// gonum v0.17 has no CRPS, interval score, Brier score or quantile loss (its source
// was searched for them); what it has, quantiles and distributions, is used below.

// normalDraws are quantiles of a normal at n equal steps.
func normalDraws(d distuv.Normal, n int) []float64 {
	draws := make([]float64, n)
	for i := range draws {
		draws[i] = d.Quantile((float64(i) + 0.5) / float64(n))
	}
	return draws
}

// The CRPS of a normal is sigma*(z*(2*Phi(z)-1) + 2*phi(z) - 1/sqrt(pi)), with
// z = (outcome-mu)/sigma (Gneiting and Raftery 2007, section 4.2).
func TestCRPSOfTheNormalIsItsClosedForm(t *testing.T) {
	standard := distuv.UnitNormal
	for _, d := range []distuv.Normal{{Mu: 0, Sigma: 1}, {Mu: 0.018, Sigma: 0.0025}, {Mu: -3, Sigma: 40}} {
		draws := normalDraws(d, 100_000)
		rand.New(rand.NewPCG(1, 2)).Shuffle(len(draws), func(i, j int) { draws[i], draws[j] = draws[j], draws[i] })
		for _, z := range []float64{-4, -1, -0.3, 0, 0.7, 2, 6} {
			want := d.Sigma * (z*(2*standard.CDF(z)-1) + 2*standard.Prob(z) - 1/math.Sqrt(math.Pi))
			got := projection.CRPS(draws, d.Mu+z*d.Sigma)
			if !scalar.EqualWithinAbs(got, want, 1e-5*d.Sigma) {
				t.Errorf("normal %v, %v standard deviations off: %v, want %v", d, z, got, want)
			}
		}
	}
}

// CRPS is E|X-y| - E|X-X'|/2 over all pairs of draws.
func TestCRPSIsItsDefinition(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for _, n := range []int{1, 2, 3, 10, 257} {
		draws := make([]float64, n)
		for i := range draws {
			draws[i] = math.Round(20*r.NormFloat64()) / 10 // with ties
		}
		for _, y := range []float64{-5, draws[0], 0.05, 3} {
			toOutcome, toEachOther := 0.0, 0.0
			for _, x := range draws {
				toOutcome += math.Abs(x - y)
				for _, other := range draws {
					toEachOther += math.Abs(x - other)
				}
			}
			want := toOutcome/float64(n) - toEachOther/2/float64(n*n)
			if got := projection.CRPS(draws, y); !scalar.EqualWithinAbs(got, want, 1e-12) {
				t.Errorf("%d draws, outcome %v: %v, want %v", n, y, got, want)
			}
		}
	}
}

// CRPS is twice the mean, over all quantiles, of the pinball loss, the quantiles
// being gonum's.
func TestCRPSIsTheMeanPinballLossOfAllQuantiles(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	draws := make([]float64, 50)
	for i := range draws {
		draws[i] = r.ExpFloat64()
	}
	slices.Sort(draws)
	for _, y := range []float64{-1, 0.4, 1, 9} {
		losses := make([]float64, 50*40) // the loss is linear between the steps of the quantile function
		for i := range losses {
			p := (float64(i) + 0.5) / float64(len(losses))
			off := y - stat.Quantile(p, stat.Empirical, draws, nil)
			losses[i] = max(p*off, (p-1)*off)
		}
		if got, want := projection.CRPS(draws, y), 2*stat.Mean(losses, nil); !scalar.EqualWithinAbs(got, want, 1e-12) {
			t.Errorf("outcome %v: %v, want %v", y, got, want)
		}
	}
}

// A point scores its absolute error, and draws stay in the order they were given in.
func TestCRPSOfAPoint(t *testing.T) {
	if got := projection.CRPS([]float64{0.02}, 0.015); !scalar.EqualWithinAbs(got, 0.005, 1e-15) {
		t.Errorf("a point that is 0.005 off scores %v", got)
	}
	draws := []float64{3, 1, 2}
	projection.CRPS(draws, 2)
	if !slices.Equal(draws, []float64{3, 1, 2}) {
		t.Errorf("draws were changed to %v", draws)
	}
}

// What is no forecast has no score.
func TestScoresOfWhatIsNoForecast(t *testing.T) {
	nan := math.NaN()
	for name, got := range map[string]float64{
		"no draws": projection.CRPS(nil, 1), "a draw that is none": projection.CRPS([]float64{1, nan}, 1), "no outcome": projection.CRPS([]float64{1, 2}, nan),
		"a band upside down": projection.IntervalScore(2, 1.6, 0.2, 1.7), "no lower end": projection.IntervalScore(nan, 2, 0.2, 1.7), "no upper end": projection.IntervalScore(1.6, nan, 0.2, 1.7),
		"nothing left out": projection.IntervalScore(1.6, 2, 0, 1.7), "all left out": projection.IntervalScore(1.6, 2, 1, 1.7), "less than nothing": projection.IntervalScore(1.6, 2, -0.2, 1.7), "alpha in per cent": projection.IntervalScore(1.6, 2, 20, 1.7), "no alpha": projection.IntervalScore(1.6, 2, nan, 1.7), "a band without an outcome": projection.IntervalScore(1.6, 2, 0.2, nan),
		"a chance in per cent": projection.Brier(30, true), "a chance above 1": projection.Brier(1.01, false), "a chance below 0": projection.Brier(-0.01, true), "no chance": projection.Brier(nan, false),
	} {
		if !math.IsNaN(got) {
			t.Errorf("%s: %v, want NaN", name, got)
		}
	}
}

// The interval score of the right central band of a normal, which leaves out alpha,
// is 4*sigma*phi(z)/alpha on average, z being the upper end in standard deviations:
// the width 2*z*sigma, and 2/alpha times the mean excess sigma*(phi(z)-z*alpha/2) on
// either side.
func TestIntervalScoreOfTheNormalIsItsClosedForm(t *testing.T) {
	d := distuv.Normal{Mu: 1.7, Sigma: 0.3}
	outcomes := normalDraws(d, 200_000)
	for _, alpha := range []float64{0.5, 0.2, 0.1} {
		z := distuv.UnitNormal.Quantile(1 - alpha/2)
		sum := 0.0
		for _, y := range outcomes {
			sum += projection.IntervalScore(d.Mu-z*d.Sigma, d.Mu+z*d.Sigma, alpha, y)
		}
		want := 4 * d.Sigma * distuv.UnitNormal.Prob(z) / alpha
		if got := sum / float64(len(outcomes)); !scalar.EqualWithinAbs(got, want, 1e-4) {
			t.Errorf("alpha %v: %v, want %v", alpha, got, want)
		}
	}
}

func TestScoresByHand(t *testing.T) {
	for _, c := range []struct {
		name      string
		got, want float64
	}{
		{"inside a band of 0.4", projection.IntervalScore(1.6, 2.0, 0.2, 1.7), 0.4},
		{"on its end", projection.IntervalScore(1.6, 2.0, 0.2, 2.0), 0.4},
		{"0.1 above it: 0.4 + 10*0.1", projection.IntervalScore(1.6, 2.0, 0.2, 2.1), 1.4},
		{"0.1 below it", projection.IntervalScore(1.6, 2.0, 0.2, 1.5), 1.4},
		{"a point that is 0.1 off", projection.IntervalScore(1.6, 1.6, 0.2, 1.7), 1},
		{"a chance of 70% that comes true", projection.Brier(0.7, true), 0.09},
		{"and one that does not", projection.Brier(0.7, false), 0.49},
		{"a certainty", projection.Brier(1, true), 0},
		{"a wrong one", projection.Brier(1, false), 1},
		// Draws 1, 2 and 4 and the outcome 3: mean distance (2+1+1)/3, of pairs (1+3+2)*2/9, so 4/3 - 6/9.
		{"three draws", projection.CRPS([]float64{4, 1, 2}, 3), 2.0 / 3},
	} {
		if !scalar.EqualWithinAbs(c.got, c.want, 1e-12) {
			t.Errorf("%s: %v, want %v", c.name, c.got, c.want)
		}
	}
}

// The expected score is best for the forecast that is right: for outcomes that are
// normal, a band or a distribution that is wider or narrower scores worse.
func TestScoresAreProper(t *testing.T) {
	truth := distuv.Normal{Mu: 0, Sigma: 1}
	outcomes := normalDraws(truth, 400)
	mean := func(sigma float64) (crps, interval float64) {
		draws := normalDraws(distuv.Normal{Sigma: sigma}, 400)
		z := 1.2815515655446004 * sigma // the 90% quantile of the normal
		for _, y := range outcomes {
			crps += projection.CRPS(draws, y) / 400
			interval += projection.IntervalScore(-z, z, 0.2, y) / 400
		}
		return crps, interval
	}
	crps, interval := mean(1)
	for _, sigma := range []float64{0.5, 0.8, 1.25, 2} {
		if c, i := mean(sigma); c <= crps || i <= interval {
			t.Errorf("a spread of %v scores %v and %v, the right one %v and %v", sigma, c, i, crps, interval)
		}
	}
}
