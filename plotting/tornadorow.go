package plotting

import (
	"fmt"
	"slices"
	"strings"
)

// A tornadoRow is an assumption.
type tornadoRow struct {
	name   string
	values []tornadoValue
}

// A tornadoValue is one value of an assumption and where it leads.
type tornadoValue struct {
	label string
	at    spot
	never bool // not even long after the horizon
	high  bool // above the middle of the values of the assumption
}

// beyond gives the values on one side of the base, -1 or +1, the furthest first.
func (r tornadoRow) beyond(base spot, sign int) []tornadoValue {
	values := slices.DeleteFunc(slices.Clone(r.values), func(v tornadoValue) bool { return compareSpots(v.at, base) != sign })
	slices.SortStableFunc(values, func(a, b tornadoValue) int { return -sign * compareSpots(a.at, b.at) })
	return values
}

// fewValues is the number of values that all have bars and names. Of more, those
// between the ends are dots.
const fewValues = 2

// bars are the values on one side that have bars, the furthest first.
func (r tornadoRow) bars(base spot, sign int) []tornadoValue {
	values := r.beyond(base, sign)
	if len(r.values) > fewValues {
		values = values[:min(1, len(values))]
	}
	return values
}

// text is what stands beside one end of a bar: the values there with their years,
// or those that change nothing if there is no bar; nothing if the furthest value
// stands in a column.
func (r tornadoRow) text(base spot, sign int) string {
	var words []string
	for _, v := range r.bars(base, sign) {
		if v.at.where != inYear {
			return ""
		}
		words = append(words, v.withYear())
	}
	if words != nil || base.where != inYear || len(r.values) > fewValues {
		return strings.Join(words, ", ")
	}
	for _, v := range r.beyond(base, 0) {
		words = append(words, v.label)
	}
	if words == nil || sign < 0 && len(r.beyond(base, 1)) == 0 {
		return ""
	}
	return strings.Join(words, ", ") + ": no change"
}

// onBar is what stands on a bar that leads to a column, where the nearer value ends.
func (r tornadoRow) onBar(base spot, sign int) (v tornadoValue, ok bool) {
	values := r.bars(base, sign)
	if len(values) < 2 || values[0].at.where == inYear || values[1].at.where != inYear {
		return v, false
	}
	return values[1], true
}

// between reports whether a value is a dot, since it has neither a bar nor a name.
func (r tornadoRow) between(v tornadoValue, base spot) bool {
	if len(r.values) <= fewValues || v.at.where != inYear {
		return false
	}
	for _, sign := range []int{-1, 1} {
		if bars := r.bars(base, sign); len(bars) > 0 && bars[0].at == v.at {
			return false
		}
	}
	return true
}

func (v tornadoValue) withYear() string { return fmt.Sprintf("%s: %d", v.label, v.at.year) }
