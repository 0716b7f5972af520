package plotting

import (
	"fmt"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// The words for what is pledged, and for what it is a share of, are those of the data
// sets. Sentences must hold for any of them, one in the plural too.

// quantity is what is pledged: "defence spending"; of data sets that call it
// differently all of them: "defence spending and military spending".
func quantity(rs []*projection.Result, outcomes ...*scenario.Dataset) string {
	var words []string
	for _, d := range append(datasets(rs), outcomes...) {
		words = append(words, d.Quantity)
	}
	return list(once(words))
}

// asShare is the quantity as charts show it: "defence spending as a share of GDP".
func asShare(rs []*projection.Result, outcomes ...*scenario.Dataset) string {
	return quantity(rs, outcomes...) + " as a share of " + rs[0].Dataset.Denominator
}

// firstYear is what charts of the year reached show: "first year with defence spending
// at 2% of GDP".
func firstYear(rs []*projection.Result, goal string) string {
	return "first year with " + quantity(rs) + " at " + goal
}

// inWords is what a part of a scenario says of itself, in the words of a data set.
func inWords(part any, d *scenario.Dataset) string {
	if s, ok := part.(fmt.Stringer); ok {
		return d.Words(s.String())
	}
	return ""
}

// checkUnit refuses shares of one thing on the axis of shares of another.
func checkUnit(first, other *scenario.Dataset) error {
	if a, b := first.ShareUnit(), other.ShareUnit(); a != b {
		return fmt.Errorf("edition %s has shares in %s, edition %s in %s: draw a chart for each: %w", first.Edition, a, other.Edition, b, scenario.ErrUnit)
	}
	return nil
}
