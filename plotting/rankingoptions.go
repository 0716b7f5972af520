package plotting

import (
	"fmt"
	"slices"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// RankingOptions says which years a ranking shows and what it measures them by.
// The zero value shows the base year against what the pledge asks.
type RankingOptions struct {
	Year   int // of the bars; 0: the base year
	Before int // an earlier year, shown as a dot in each row; 0: none

	// Guidelines are up to two fractions of GDP that hold for all members, in the
	// place of what the pledge asks, such as 2*scenario.Percent; nil: the pledge.
	Guidelines []float64
}

// maxGuidelines is the number of guidelines whose bars can be told apart.
const maxGuidelines = 2

// filled gives options with the year filled in and the guidelines ascending, or
// says what is wrong with them.
func (o RankingOptions) filled(r *projection.Result) (RankingOptions, error) {
	if o.Year == 0 {
		o.Year = r.Options.Base
	}
	if o.Before != 0 && o.Before >= o.Year {
		return o, fmt.Errorf("RankingOptions.Before = %d is not earlier than Year = %d: %w", o.Before, o.Year, scenario.ErrInvalid)
	}
	if n := len(o.Guidelines); n > maxGuidelines {
		return o, fmt.Errorf("%d RankingOptions.Guidelines are too many: give at most %d, or draw a ranking for each: %w", n, maxGuidelines, scenario.ErrInvalid)
	}
	o.Guidelines = slices.Sorted(slices.Values(o.Guidelines))
	for i, g := range o.Guidelines {
		if !(g > 0 && g <= scenario.MaxShare) {
			return o, &scenario.FieldError{Field: "RankingOptions.Guidelines", Value: g, Problem: "is not a fraction in (0, 0.25]: write 2*scenario.Percent for 2%", Err: scenario.ErrUnit}
		}
		if i > 0 && g == o.Guidelines[i-1] {
			return o, fmt.Errorf("RankingOptions.Guidelines has %s twice: %w", scenario.FormatShare(g), scenario.ErrDuplicate)
		}
	}
	return o, nil
}
