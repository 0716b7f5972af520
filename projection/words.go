package projection

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/pledgesim/pledgesim/scenario"
)

// What this package calls things that are named after GDP. A data set whose shares are
// of something else has them named after that, see worded.
const (
	growthAxis  = "GDP growth"
	shiftAxis   = "shift of GDP growth"
	frozenShare = "share of GDP frozen"
)

// worded gives a name of this package in the words of a data set. A name of the
// caller's own stays as it is.
func worded(d *scenario.Dataset, name string) string {
	switch name {
	case growthAxis, shiftAxis, frozenShare:
		return strings.Replace(name, "GDP", denominator(d), 1)
	}
	return name
}

// wordedAxes gives axes with their names in the words of a data set.
func wordedAxes(d *scenario.Dataset, axes []Axis) []Axis {
	axes = slices.Clone(axes)
	for i := range axes {
		axes[i].Name = worded(d, axes[i].Name)
	}
	return axes
}

// in gives a baseline with its name in the words of a data set.
func (b Baseline) in(d *scenario.Dataset) Baseline {
	b.Name = worded(d, b.Name)
	return b
}

// denominator is what the shares of a data set are shares of.
func denominator(d *scenario.Dataset) string { return shareOf(d.ShareUnit()) }

// shareOf is what shares in a unit are shares of.
func shareOf(unit string) string { return strings.TrimPrefix(unit, "% of ") }

// errorUnit is the unit of errors and scores of shares: UnitError, or percentage
// points of another denominator.
func errorUnit(d *scenario.Dataset) string { return "percentage points of " + denominator(d) }

// unitKind gives the constant that a unit is written like: UnitShare and UnitError
// whatever the denominator, and itself for every other one.
func unitKind(unit string) string {
	switch {
	case unit == UnitPercentile, unit == UnitPart, unit == UnitChance, unit == UnitOutcome:
		return unit
	case strings.HasPrefix(unit, "% of "):
		return UnitShare
	case strings.HasPrefix(unit, "percentage points of "):
		return UnitError
	}
	return unit
}

// checkWords refuses words of a data set that cannot stand in tables and charts.
func checkWords(d *scenario.Dataset, bad func(field string, value any, problem string, kind error)) {
	for _, w := range []struct{ field, word, example string }{
		{"Quantity", d.Quantity, "defence spending"}, {"Denominator", d.Denominator, "GDP"},
	} {
		switch {
		case strings.TrimSpace(w.word) == "":
			bad(w.field, nil, `is empty: tables and charts need the word, such as "`+w.example+`"`, scenario.ErrMissing)
		case strings.ContainsFunc(w.word, unicode.IsControl):
			bad(w.field, strconv.Quote(w.word), "has a line break or another control character: it stands in titles and units", scenario.ErrInvalid)
		}
	}
	switch d.Denominator {
	case "share", "spending", "spending at target", "gap":
		bad("Denominator", strconv.Quote(d.Denominator), `is the name of another column of the tables: say more, such as "government spending"`, scenario.ErrDuplicate)
	}
}

// sameDenominator refuses shares of one thing compared with shares of another.
func sameDenominator(a, b *scenario.Dataset) (problem string, same bool) {
	if a.ShareUnit() == b.ShareUnit() {
		return "", true
	}
	return "has shares in " + a.ShareUnit() + ", " + b.Edition + " in " + b.ShareUnit() + ": they cannot be compared", false
}
