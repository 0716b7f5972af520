package scenario

import (
	"fmt"
	"math"
	"slices"

	"gonum.org/v1/gonum/stat"
	"gonum.org/v1/gonum/stat/distuv"
)

// A ShockFit says how far yearly figures lay from what was expected, and from what
// record that was estimated. The size of shocks is the middle of the record, within
// which half of them lie, so that a few wild years decide how heavy the tails are and
// not how large an ordinary shock is.
type ShockFit struct {
	First, Last int     // first and last year of the record
	Count       int     // figures of all members
	Tails       float64 // degrees of freedom of Student's t, by maximum likelihood, from 2.5 to 30; 0: normal
	Middle      float64 // half of the shocks of a member without a record lie within ±Middle, as a fraction
	Common      float64 // part of the shocks' variance that all members share, mean of the members
	Rho         float64 // part of a shock that is left a year later, the same for all

	Members []MemberShocks // in order of code
}

// MemberShocks is what was found for one member.
type MemberShocks struct {
	Code   string  // ISO 3166 alpha-3
	Count  int     // years of its record
	Middle float64 // half of the shocks lie within ±Middle, as a fraction
}

// The fewest figures of all members together that shocks are estimated from, the
// number of years of the others' record that a member's own is weighed against, and
// the limits of the degrees of freedom.
const (
	minShocks = 40
	borrowed  = 10
	leastTail = 2.5
	mostTail  = 30
)

// fitShocks estimates shocks from what was not expected, by code and year. A member's
// size is the median of its absolute figures, drawn towards that of all members the
// more the shorter its record is: with n years the logarithms count as n to 10.
func fitShocks(record map[string]map[int]float64) (*ShockFit, error) {
	f := &ShockFit{}
	var all []float64
	for _, code := range sortedKeys(record) {
		for _, year := range sortedKeys(record[code]) {
			all = append(all, math.Abs(record[code][year]))
			f.First, f.Last = minYear(f.First, year), max(f.Last, year)
		}
	}
	if f.Count = len(all); f.Count < minShocks {
		return nil, &FieldError{Field: "record", Problem: fmt.Sprintf("has %d figures, fewer than the %d that shocks are estimated from: give a longer record or more members", f.Count, minShocks), Err: ErrMissing}
	}
	pooled := middle(all)
	if pooled == 0 {
		return nil, &FieldError{Field: "record", Problem: "is constant: half of it is as expected, so that no size of shocks can be told", Err: ErrInvalid}
	}
	sizes := map[string]float64{}
	var ratios []float64
	for _, code := range sortedKeys(record) {
		var own []float64
		for _, year := range sortedKeys(record[code]) {
			own = append(own, math.Abs(record[code][year]))
		}
		if len(own) == 0 {
			continue
		}
		n := float64(len(own))
		sizes[code] = math.Exp((n*math.Log(max(middle(own), pooled/100)) + borrowed*math.Log(pooled)) / (n + borrowed))
		for _, v := range own {
			ratios = append(ratios, v/sizes[code])
		}
	}
	f.Tails, f.Middle = tails(ratios), pooled
	for _, code := range sortedKeys(sizes) {
		f.Members = append(f.Members, MemberShocks{Code: code, Count: len(record[code]), Middle: sizes[code]})
	}
	f.share(record)
	f.persistence(record, sizes)
	return f, nil
}

// middle is the median; of an even number the mean of the two in the middle.
func middle(values []float64) float64 {
	sorted := slices.Sorted(slices.Values(values))
	n := len(sorted)
	return (sorted[(n-1)/2] + sorted[n/2]) / 2
}

// quartile is the upper one of Student's t distribution: half of it lies within.
func quartile(nu float64) float64 {
	return distuv.StudentsT{Mu: 0, Sigma: 1, Nu: nu}.Quantile(0.75)
}

// tails gives the degrees of freedom, in steps of a twentieth, under which absolute
// figures whose median is near 1 are likeliest.
func tails(ratios []float64) float64 {
	best, likeliest := leastTail, math.Inf(-1)
	for nu := leastTail; nu <= mostTail; nu *= 1.05 {
		t, sum := distuv.StudentsT{Mu: 0, Sigma: 1 / quartile(nu), Nu: nu}, 0.0
		for _, r := range ratios {
			sum += t.LogProb(r)
		}
		if sum > likeliest {
			best, likeliest = nu, sum
		}
	}
	return best
}

// share estimates which part of the shocks is common.
func (f *ShockFit) share(record map[string]map[int]float64) {
	var shocks []map[int]float64
	for _, m := range f.Members {
		shocks = append(shocks, record[m.Code])
	}
	if len(shocks) > 1 {
		f.Common = stat.Mean(commonParts(shocks), nil)
	}
}

// persistence pools the regression of a year's shock on that of the year before,
// each over the size of its member's.
func (f *ShockFit) persistence(record map[string]map[int]float64, sizes map[string]float64) {
	const most = 3 // sizes; what is further out counts as that, so that no single year decides
	cross, square := 0.0, 0.0
	for _, code := range sortedKeys(sizes) {
		size := sizes[code]
		for _, year := range sortedKeys(record[code]) {
			v := record[code][year]
			if before, ok := record[code][year-1]; ok {
				x, y := max(-most, min(before/size, most)), max(-most, min(v/size, most))
				cross, square = cross+x*y, square+x*x
			}
		}
	}
	if square > 0 {
		f.Rho = max(-0.9, min(cross/square, 0.9))
	}
}

// Years names the record: "1990-2018".
func (f *ShockFit) Years() string { return fmt.Sprintf("%d-%d", f.First, f.Last) }
