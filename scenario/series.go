package scenario

import (
	"cmp"
	"fmt"
	"iter"
	"math"
	"slices"
)

// A Status tells where a figure comes from.
type Status uint8

// The three kinds of figure. The zero Status is an observed one.
const (
	Observed  Status = iota // published as an outcome
	Estimated               // published, but marked by its source as an estimate
	Projected               // computed by this library, or printed by its source as a projection
)

// String gives the word used in tables: observed, estimated or projected.
func (s Status) String() string {
	switch s {
	case Estimated:
		return "estimated"
	case Projected:
		return "projected"
	default:
		return "observed"
	}
}

// An Observation is one yearly figure with its origin.
type Observation struct {
	Year    int     // calendar year
	Value   float64 // in the unit of its series
	Status  Status  // whether it was observed, estimated or projected
	Edition string  // where it was printed, for example "nato-2024-06"; empty when computed
}

// A Series is a yearly series that may have gaps. Its zero value is empty. A
// Series is immutable and may be copied.
type Series struct {
	first int
	obs   []Observation // one a year from first on; a gap has a NaN value
}

// NewSeries makes a series of observed figures for first, first+1 and so on.
// NaN, as every value that is not finite, is a gap. Years that SeriesOf refuses
// give an empty series.
func NewSeries(first int, values ...float64) Series {
	obs := make([]Observation, 0, len(values))
	for i, v := range values {
		if isFinite(v) {
			obs = append(obs, Observation{Year: first + i, Value: v})
		}
	}
	s, _ := SeriesOf(obs...) // refuses only years out of reach
	return s
}

// SeriesOf makes a series of single observations, in any order. A year that
// occurs twice or is none, or a value that is not finite, is an error.
func SeriesOf(obs ...Observation) (Series, error) {
	sorted := slices.SortedStableFunc(slices.Values(obs), func(a, b Observation) int { return cmp.Compare(a.Year, b.Year) })
	for i, o := range sorted {
		if i > 0 && o.Year == sorted[i-1].Year {
			return Series{}, &FieldError{Year: o.Year, Field: "Year", Problem: "occurs twice", Err: ErrDuplicate}
		}
		if !isFinite(o.Value) {
			return Series{}, &FieldError{Year: o.Year, Field: "Value", Value: o.Value, Problem: "is not a finite number", Err: ErrInvalid}
		}
		if o.Year < 1 || o.Year > MaxYear {
			return Series{}, &FieldError{Field: "Year", Value: o.Year, Problem: fmt.Sprintf("is not a calendar year, 1 to %d", MaxYear), Err: ErrInvalid}
		}
	}
	return spread(sorted), nil
}

// spread puts finite figures of different years into their places, in any order.
func spread(obs []Observation) Series {
	if len(obs) == 0 {
		return Series{}
	}
	byYear := func(a, b Observation) int { return cmp.Compare(a.Year, b.Year) }
	first, last := slices.MinFunc(obs, byYear).Year, slices.MaxFunc(obs, byYear).Year
	s := Series{first: first, obs: make([]Observation, last-first+1)}
	for i := range s.obs {
		s.obs[i] = Observation{Year: first + i, Value: nan}
	}
	for _, o := range obs {
		s.obs[o.Year-first] = o
	}
	return s
}

// Observe gives the figure of a year with its origin; ok is false where there
// is none.
func (s Series) Observe(year int) (o Observation, ok bool) {
	i := year - s.first
	if i < 0 || i >= len(s.obs) || math.IsNaN(s.obs[i].Value) {
		return Observation{}, false
	}
	return s.obs[i], true
}

// At gives the figure of a year; ok is false where there is none.
func (s Series) At(year int) (v float64, ok bool) {
	o, ok := s.Observe(year)
	return o.Value, ok
}

// Estimated reports whether the figure of a year is marked by its source as an
// estimate or a projection: it is no outcome.
func (s Series) Estimated(year int) bool {
	o, ok := s.Observe(year)
	return ok && o.Status != Observed
}

// All yields year and value of every figure in ascending order, leaving gaps out.
func (s Series) All() iter.Seq2[int, float64] {
	return func(yield func(int, float64) bool) {
		for o := range s.Observations() {
			if !yield(o.Year, o.Value) {
				return
			}
		}
	}
}

// Observations yields every figure with its origin in ascending order, leaving
// gaps out.
func (s Series) Observations() iter.Seq[Observation] {
	return func(yield func(Observation) bool) {
		for _, o := range s.obs {
			if !math.IsNaN(o.Value) && !yield(o) {
				return
			}
		}
	}
}

// Empty reports whether the series has no figure at all.
func (s Series) Empty() bool { return len(s.obs) == 0 }

// First is the first year with a figure, 0 for an empty series.
func (s Series) First() int { return s.first }

// Last is the last year with a figure, 0 for an empty series.
func (s Series) Last() int {
	if s.Empty() {
		return 0
	}
	return s.first + len(s.obs) - 1
}

// Until gives the figures up to and including a year.
func (s Series) Until(year int) Series {
	var kept []Observation
	for o := range s.Observations() {
		if o.Year <= year {
			kept = append(kept, o)
		}
	}
	return spread(kept)
}

// Map gives a series with f applied to every value; year, status and edition
// stay. A result that is not finite leaves a gap.
func (s Series) Map(f func(year int, v float64) float64) Series {
	var mapped []Observation
	for o := range s.Observations() {
		if o.Value = f(o.Year, o.Value); isFinite(o.Value) {
			mapped = append(mapped, o)
		}
	}
	return spread(mapped)
}

// String lists the figures as "2021: 0.02, 2022: 0.021 (estimated)".
func (s Series) String() string {
	text := ""
	for o := range s.Observations() {
		if text != "" {
			text += ", "
		}
		text += fmt.Sprintf("%d: %v", o.Year, o.Value)
		if o.Status != Observed {
			text += " (" + o.Status.String() + ")"
		}
	}
	return text
}
