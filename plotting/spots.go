package plotting

import "cmp"

// A spot is where a dot stands.
type spot struct {
	where where
	year  int // if where is inYear
}

// A where is one of the columns of a yearGrid, in the order in which rows are
// sorted.
type where uint8

const (
	already where = iota
	inYear
	never
	nowhere // no dot
)

// compareSpots puts the earlier spot first and no spot last.
func compareSpots(a, b spot) int {
	return cmp.Or(cmp.Compare(a.where, b.where), cmp.Compare(a.year, b.year))
}

// stack gives, for each spot, its place among those in the same year, counted
// in dots up from the middle of the row: 0 if it is alone, half a dot up and
// half a dot down if there are two, the first scenario on top.
func stack(spots []spot) []float64 {
	up := make([]float64, len(spots))
	for i, s := range spots {
		before, n := 0, 0
		for j, t := range spots {
			if t == s {
				if n++; j < i {
					before++
				}
			}
		}
		up[i] = float64(n-1)/2 - float64(before)
	}
	return up
}
