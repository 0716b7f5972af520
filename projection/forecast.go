package projection

import (
	"math"
	"slices"

	"gonum.org/v1/gonum/stat"

	"github.com/pledgesim/pledgesim/scenario"
)

// A Forecast is what one scenario said at an origin of one member's share of GDP in
// one year, and what happened. All shares are fractions of GDP. A scenario without
// randomness is a point: all its quantiles are the same.
type Forecast struct {
	Scenario     string // name of the scenario
	Member, Name string // ISO 3166 alpha-3 code and English name
	Edition      string // of the figures that were known
	Origin       int    // year at whose end the forecast is made
	Base         int    // last year with figures in what was known then
	Year, Ahead  int    // the year that is forecast, and how many years after Base it is

	P05, P10, P25, P50, P75, P90, P95 float64 // shares that are not exceeded in 5% to 95% of the draws
	Mean                              float64 // of the draws

	Asked   float64 // share that is asked in Year, as known at the origin; 0: nothing
	Already bool    // whether the member was at Asked in the base year, as known then
	Chance  float64 // part of the draws in which it has reached Asked in or before Year; NaN if nothing is asked
	Reached bool    // whether it really has, at least once after Base, in or before Year, even if lost again; true if Already

	Outcome scenario.Observation // what happened, by the edition that is the truth
	CRPS    float64              // of the draws for the outcome; NaN if there is none
	Missing string               // why there is no score; empty if there is one
}

// Scored reports whether there is a forecast and an outcome to compare.
func (f Forecast) Scored() bool {
	return f.Missing == "" && f.made() && isNumber(f.Outcome.Value)
}

// made reports whether the member could be projected.
func (f Forecast) made() bool { return f.Ahead > 0 && !math.IsNaN(f.P50) }

// Open reports whether a chance can be scored: something is asked, the member was not
// there in the base year, and there is an outcome.
func (f Forecast) Open() bool { return f.Scored() && f.Asked > 0 && !f.Already }

// quantiles are those that are forecast, in the order of the table of an Ensemble.
func (f *Forecast) quantiles() []*float64 {
	return []*float64{&f.P05, &f.P10, &f.P25, &f.P50, &f.P75, &f.P90, &f.P95}
}

// levels are the values of the quantiles.
func (f *Forecast) levels() []float64 {
	levels := make([]float64, len(quantiles))
	for i, q := range f.quantiles() {
		levels[i] = *q
	}
	return levels
}

// sample gives the shares of all draws of a member, by projected year. The draws
// must have been kept.
func (e *Ensemble) sample(member string) [][]float64 {
	i, err := e.index(member)
	if err != nil {
		return nil
	}
	return e.paths[0].shares[i]
}

// forget makes of a simulation that was asked to keep its draws one that was not.
func (e *Ensemble) forget() {
	e.sim.options.Keep = false
	if e.Draws() > exactDraws {
		e.count()
		e.sim.kept = nil
	}
}

// sample gives the one path of a member, as if it were a draw.
func (r *Result) sample(member string) [][]float64 {
	p := r.byCode(member)
	shares := make([][]float64, r.Options.To-r.Options.Base)
	for k := range shares {
		share, _ := p.track.Share(r.Options.Base + 1 + k)
		shares[k] = []float64{share}
	}
	return shares
}

// forecast fills in what the draws of a member say of a projected year.
func (f *Forecast) forecast(shares [][]float64, k int, o Options) {
	sorted := inOrder(shares[k])
	for i, q := range f.quantiles() {
		*q = sorted[rank(quantiles[i].p, len(sorted))]
	}
	f.Mean = stat.Mean(sorted, nil)
	f.Chance = math.NaN()
	if f.Asked > 0 {
		f.Chance = part(reachedBy(shares[:k+1], o.threshold(f.Asked)), len(sorted))
		if f.Already {
			f.Chance = 1
		}
	}
	f.CRPS = math.NaN()
	if f.Scored() {
		f.CRPS = sortedCRPS(sorted, f.Outcome.Value)
	}
}

// reachedBy is the number of draws that are at a threshold in any of some years.
func reachedBy(shares [][]float64, threshold float64) int {
	n := 0
	for draw := range shares[0] {
		if slices.ContainsFunc(shares, func(year []float64) bool { return year[draw] >= threshold }) {
			n++
		}
	}
	return n
}
