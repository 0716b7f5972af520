package projection

import "slices"

// A SweepRow is one line of a sweep: one member at one combination of all axes
// but the last, with the year reached for every value of the last axis. It is
// valid until the next one is asked for; Clone keeps it.
type SweepRow struct {
	Member, Name string // ISO 3166 alpha-3 code and English name
	At           []int  // index of the value on each axis but the last
	Base, To     int    // base year and horizon of the run
	Size         int    // number of values on the last axis

	strip strip
}

// Year is the first year at the target for a value of the last axis, by its
// index: the base year if it is met already. ok is false if it is not met by the
// horizon, nothing is asked, or there is no such value.
func (r *SweepRow) Year(i int) (year int, ok bool) {
	if i < 0 || i >= r.Size {
		return 0, false
	}
	n := r.strip.first(i)
	return r.Base + n, n >= 0
}

// Reached is how many values of the last axis have been reached by a year.
func (r *SweepRow) Reached(by int) int {
	n := min(by, r.To) - r.Base
	if n < 0 {
		return 0
	}
	if years := r.strip.years; r.strip.levels != nil {
		if len(years) == 0 {
			return 0
		}
		return int(years[min(n, len(years)-1)])
	}
	reached := 0
	for _, year := range r.strip.years {
		if year >= 0 && int(year) <= n {
			reached++
		}
	}
	return reached
}

// AddCounts adds to counts[n] how many values of the last axis are reached first
// in the year n years after the base year, and to the last element how many are
// not reached by the horizon or not asked. It gives counts back, made longer if it
// has fewer than To-Base+2 elements: the quickest way to sum up millions of points.
func (r *SweepRow) AddCounts(counts []int) []int {
	beyond := r.To - r.Base + 1
	if len(counts) <= beyond {
		counts = append(counts, make([]int, beyond+1-len(counts))...)
	}
	if r.strip.levels == nil {
		for _, year := range r.strip.years {
			if year < 0 {
				year = int32(beyond)
			}
			counts[year]++
		}
		return counts
	}
	before := int32(0)
	first := counts[:len(r.strip.years)]
	for n, reached := range r.strip.years {
		first[n] += int(reached - before)
		before = reached
	}
	counts[beyond] += r.Size - int(before)
	return counts
}

// Clone gives a copy that stays valid.
func (r *SweepRow) Clone() *SweepRow {
	c := *r
	c.At, c.strip.years = slices.Clone(r.At), slices.Clone(r.strip.years)
	return &c
}
