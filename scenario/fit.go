package scenario

import (
	"fmt"
	"math"

	"gonum.org/v1/gonum/stat"
)

// minFit is the smallest number of pairs of years that a member is fitted from. The
// standard deviation of 8 numbers has a relative standard error of a quarter:
// 1/sqrt(2*8).
const minFit = 8

// FitAR1 estimates an [AR1] around a path from a record of yearly growth, by ISO
// alpha-3 code: that of a data set ([Dataset.Growths]) or of an IMF vintage
// (imf.Observed). Only years up to until are used. Members have their own SD and
// Common, in AR1.Terms; Rho is the same for all, since a record of some 20 years
// says little about one member's.
//
// For members without terms of their own AR1 has the root mean square of SD and the
// mean of Common. The path is not fitted: growth of the past says how far years
// deviate, not how they go on. What was found and what was left out is in the Fit.
// Years such as 2009 and 2020 weigh heavily in all of it: compare fits with and
// without them.
func FitAR1(around GrowthPath, growth map[string]Series, until int) (AR1, *Fit, error) {
	var faults faults
	checkRates(&faults, "growth", growth)
	if err := faults.err(); err != nil {
		return AR1{}, nil, err
	}
	f := &Fit{Until: until}
	samples := f.sample(growth)
	if len(samples) == 0 {
		return AR1{}, nil, &FieldError{Field: "growth", Problem: fmt.Sprintf(
			"has no member with %d pairs of consecutive years up to %d, the fewest that shocks are estimated from: give a longer record", minFit, until), Err: ErrMissing}
	}
	f.persistence(samples)
	residuals := make([]map[int]float64, len(samples))
	squares := 0.0
	for i, s := range samples {
		residuals[i] = s.residuals(f.Rho)
		sum := 0.0
		for _, year := range s.years { // in order: a sum depends on it in its last bits
			sum += float64(residuals[i][year] * residuals[i][year])
		}
		sd := math.Sqrt(sum / float64(s.pairs()-1)) // one degree of freedom went into the mean
		squares += sd * sd
		f.Members = append(f.Members, MemberFit{Code: s.code, Pairs: s.pairs(), Mean: s.mean, SD: sd})
	}
	f.SD = math.Sqrt(squares / float64(len(samples)))
	f.share(residuals)

	a := AR1{Around: around, SD: f.SD, Rho: f.Rho, Common: f.Common, Terms: map[string]ShockTerms{}, Fitted: fmt.Sprintf("%d-%d", f.First, f.Last)}
	for _, m := range f.Members {
		a.Terms[m.Code] = ShockTerms{SD: m.SD, Rho: f.Rho, Common: m.Common}
	}
	a.check(&faults, "AR1")
	return a, f, faults.err()
}

// A sample is one member's growth in pairs of consecutive years.
type sample struct {
	code          string
	mean          float64 // of all years
	years         []int   // the second year of each pair
	before, after []float64
}

func (s sample) pairs() int { return len(s.years) }

// sample takes the pairs of years that each member has.
func (f *Fit) sample(growth map[string]Series) []sample {
	var samples []sample
	for _, code := range sortedKeys(growth) {
		s, all := sample{code: code}, []float64(nil)
		for year, g := range growth[code].Until(f.Until).All() {
			all = append(all, g)
			if before, ok := growth[code].At(year - 1); ok {
				s.years, s.before, s.after = append(s.years, year), append(s.before, before), append(s.after, g)
			}
		}
		s.mean = stat.Mean(all, nil)
		switch spread := stat.StdDev(s.after, nil); {
		case s.pairs() < minFit:
			f.Warnings = append(f.Warnings, fmt.Errorf("%s: left out of the fit: %d pairs of consecutive years of growth up to %d, %d are needed", code, s.pairs(), f.Until, minFit))
			continue
		case spread < 1e-9:
			f.Warnings = append(f.Warnings, fmt.Errorf("%s: left out of the fit: growth is the same in all years", code))
			continue
		}
		if gaps := s.years[len(s.years)-1] - s.years[0] + 1 - s.pairs(); gaps > 0 {
			f.Warnings = append(f.Warnings, fmt.Errorf("%s: %s between %d and %d left out of the fit: growth then or in the year before is missing", code, countYears(gaps), s.years[0], s.years[len(s.years)-1]))
		}
		samples = append(samples, s)
	}
	return samples
}

// persistence pools the regressions of growth on that of the year before, each
// around the member's own means: deviations of all members on one line through the
// origin. In short records that is too low, at first order by (1+rho)/T with T pairs
// of years (Nickell 1981, "Biases in dynamic models with fixed effects"), which is
// undone. What is left is at most 0.03 with 23 pairs and 0.07 with 9, most where
// shocks are common (a test simulates it).
func (f *Fit) persistence(samples []sample) {
	cross, square, pairs := 0.0, 0.0, 0
	for _, s := range samples {
		n := float64(s.pairs() - 1)
		cross += n * stat.Covariance(s.before, s.after, nil)
		square += n * stat.Variance(s.before, nil)
		pairs += s.pairs()
		f.First, f.Last = minYear(f.First, s.years[0]), max(f.Last, s.years[s.pairs()-1])
	}
	f.Pairs = pairs
	if square == 0 { // as in a record that is constant but for its last year
		return
	}
	f.Pooled = cross / square
	t := float64(pairs) / float64(len(samples))
	f.Rho = (t*f.Pooled + 1) / (t - 1)
	if limit := 0.95; math.Abs(f.Rho) > limit {
		f.Warnings = append(f.Warnings, fmt.Errorf("persistence of %.2f is taken down to %v: growth hardly returns to a mean in this record", f.Rho, limit))
		f.Rho = math.Copysign(limit, f.Rho)
	}
}

// residuals are the shocks of a member by year.
func (s sample) residuals(rho float64) map[int]float64 {
	before, after := stat.Mean(s.before, nil), stat.Mean(s.after, nil)
	e := map[int]float64{}
	for i, year := range s.years {
		e[year] = (s.after[i] - after) - float64(rho*(s.before[i]-before))
	}
	return e
}

func minYear(a, b int) int {
	if a == 0 {
		return b
	}
	return min(a, b)
}
