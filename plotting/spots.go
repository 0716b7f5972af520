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

// An offset is the distance of a dot from the middle of its place, in dots.
type offset struct{ right, up float64 }

// stack gives, for each spot, its place among those in the same year: the first
// scenario on top, half a dot up if there are two, the last at the foot. More
// than high of them stand in two columns.
func stack(spots []spot, high int) []offset {
	at := make([]offset, len(spots))
	for i, s := range spots {
		before, n := 0, 0
		for j, t := range spots {
			if t == s {
				if n++; j < i {
					before++
				}
			}
		}
		if n <= high {
			at[i].up = float64(n-1)/2 - float64(before)
			continue
		}
		rows := (n + 1) / 2
		at[i] = offset{right: float64(before/rows) - 0.5, up: float64(rows-1)/2 - float64(before%rows)}
	}
	return at
}
