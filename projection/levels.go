package projection

import (
	"cmp"
	"math"
	"slices"
)

// never and notAsked stand for a year; every other one is counted from the base
// year.
const (
	never    = -1
	notAsked = -2
)

// Levels are several targets for one path, sorted, so that the path is walked
// once for all of them.
type levels struct {
	at   []float64 // lowest share that counts as reached, ascending; then NaN, which none reaches
	rank []int32   // place in at of each target in the caller's order, or notAsked

	// Buckets of shares, so narrow that each holds one level at most; nil where
	// levels lie too unevenly for that.
	buckets []bucket
	scale   float64 // buckets per unit of share; the first begins at the lowest level
}

// A bucket says how many levels lie in the buckets before it, and which one
// comes next.
type bucket struct {
	before int
	next   float64
}

// newLevels sorts thresholds; NaN is one that is not asked.
func newLevels(thresholds []float64) *levels {
	l := &levels{rank: make([]int32, len(thresholds))}
	order := make([]int, 0, len(thresholds))
	for i, t := range thresholds {
		l.rank[i] = notAsked
		if !math.IsNaN(t) {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(thresholds[a], thresholds[b]) })
	for k, i := range order {
		l.at, l.rank[i] = append(l.at, thresholds[i]), int32(k)
	}
	l.at = append(l.at, math.NaN())
	l.divide()
	return l
}

// count is the number of levels.
func (l *levels) count() int { return len(l.at) - 1 }

// divide makes the buckets, if there need be no more than 16 for each level.
func (l *levels) divide() {
	n := l.count()
	if n < 2 {
		return
	}
	gap, width := math.Inf(1), l.at[n-1]-l.at[0]
	for k := range n - 1 {
		gap = min(gap, l.at[k+1]-l.at[k])
	}
	count := 2*width/gap + 2
	if !(count <= float64(16*n)) {
		return
	}
	buckets := make([]bucket, int(count))
	l.scale = float64(len(buckets)-1) / width
	k := 0
	for b := range buckets {
		buckets[b] = bucket{k, l.at[k]}
		if k < n && int((l.at[k]-l.at[0])*l.scale) <= b {
			k++
		}
	}
	if k == n { // otherwise rounding has put two levels into one bucket
		l.buckets = buckets
	}
}

// reached is how many levels a share is not below, if it is not below k of them.
func (l *levels) reached(share float64, k int) int {
	for share >= l.at[k] {
		k++
	}
	return k
}

// first gives the year in which the target with a number, in the caller's order,
// is reached. upTo has how many levels are reached by each year.
func (l *levels) first(upTo []int32, i int) int {
	rank := l.rank[i]
	if rank < 0 {
		return notAsked
	}
	year, _ := slices.BinarySearch(upTo, rank+1) // never falls
	if year == len(upTo) {
		return never
	}
	return year
}
