package projection

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/pledgesim/pledgesim/scenario"
)

// A Part is one of the three parts of a scenario.
type Part uint8

// The parts of a scenario that an axis may change.
const (
	AnyPart      Part = iota // any of them, name and note too
	PledgePart               // Scenario.Pledge
	GrowthPart               // Scenario.Growth
	ResponsePart             // Scenario.Response
)

// An Axis is one thing that a sweep varies: a list of values and how a value is
// put into a scenario. Ready ones are [Targets], [Deadlines], [GrowthShifts],
// [Growths], [Paces], [SpendingShifts], [Caps] and [Responses].
type Axis struct {
	Name   string    // what is varied, for example "target"; each axis of a sweep has its own
	Unit   string    // one of the Unit constants, or empty; says how values are written
	Values []float64 // as Set takes them: shares and rates as fractions
	Labels []string  // a word for each value; nil: the value in its unit

	// Part is what Set changes; AnyPart allows everything. An axis that is for one
	// part is shown the others as they are in the base scenario, and lets a sweep
	// project each part once and not in every combination: it is faster.
	Part Part
	// Set gives the scenario with a value put in. It must not change anything that
	// the given one refers to, and must say if it does not apply.
	Set func(s scenario.Scenario, v float64) (scenario.Scenario, error)
}

// Label is how a value is written: "2.5%", "+1 pp", "2030".
func (a Axis) Label(i int) string {
	if i < 0 || i >= len(a.Values) {
		return ""
	}
	if i < len(a.Labels) {
		return a.Labels[i]
	}
	v := a.Values[i]
	switch a.Unit {
	case UnitShare, UnitGrowth:
		return percents(v) + "%"
	case UnitPoints:
		return percents(v) + " pp"
	case UnitDifference:
		if v > 0 {
			return "+" + percents(v) + " pp"
		}
		return percents(v) + " pp"
	}
	return strconv.FormatFloat(v, 'f', -1, 64)
}

// String names the axis with its values: "target, 2% to 3.5% (4 values)".
func (a Axis) String() string {
	n := len(a.Values)
	switch {
	case n == 0:
		return a.Name
	case n > 3 && a.Labels == nil:
		return fmt.Sprintf("%s, %s to %s (%d values)", a.Name, a.Label(0), a.Label(n-1), n)
	}
	var labels []string
	for i := range min(n, 10) {
		labels = append(labels, a.Label(i))
	}
	if n > 10 {
		labels = append(labels, fmt.Sprintf("and %d more", n-10))
	}
	return a.Name + ": " + strings.Join(labels, ", ")
}

// percents writes a fraction as a number of per cent, without the digits that
// only the conversion to a fraction has put there.
func percents(f float64) string {
	const digits = 1e9
	return strconv.FormatFloat(math.Round(scenario.ToPercent(f)*digits)/digits+0, 'f', -1, 64)
}

// check finds everything wrong with an axis by itself.
func (a Axis) check(i int) []error {
	var faults []error
	bad := func(field string, value any, problem string, kind error) {
		at := fmt.Sprintf("axis %d", i+1)
		if a.Name != "" {
			at = fmt.Sprintf("axis %q", a.Name)
		}
		faults = append(faults, &scenario.FieldError{Field: at + ": " + field, Value: value, Problem: problem, Err: kind})
	}
	if a.Name == "" {
		bad("Name", nil, "is empty: say what is varied", scenario.ErrInvalid)
	}
	if a.Set == nil {
		bad("Set", nil, "is nil: say how a value is put into a scenario", scenario.ErrInvalid)
	}
	if a.Part > ResponsePart {
		bad("Part", uint8(a.Part), "is not a part of a scenario", scenario.ErrInvalid)
	}
	if len(a.Values) == 0 {
		bad("Values", nil, "is empty: give at least one value", scenario.ErrInvalid)
	}
	if a.Labels != nil && len(a.Labels) != len(a.Values) {
		bad("Labels", len(a.Labels), fmt.Sprintf("words for %d values: give one for each, or none", len(a.Values)), scenario.ErrInvalid)
	}
	for _, v := range a.Values {
		if !isNumber(v) {
			bad("Values", v, "is not a finite number", scenario.ErrInvalid)
			break
		}
	}
	return faults
}

// checkLabels refuses values that cannot be told apart in a table.
func (a Axis) checkLabels() error {
	seen := map[string]bool{}
	for i := range a.Values {
		label := a.Label(i)
		if label == "" {
			return &scenario.FieldError{Field: fmt.Sprintf("axis %q: Labels[%d]", a.Name, i), Problem: "is empty: it names a line or a column", Err: scenario.ErrInvalid}
		}
		if seen[label] {
			return &scenario.FieldError{Field: fmt.Sprintf("axis %q", a.Name), Value: label, Problem: "occurs twice: give each value once, or words of its own", Err: scenario.ErrDuplicate}
		}
		seen[label] = true
	}
	return nil
}

// set puts a value into a scenario and takes the part over that the axis is for.
// Of the other parts it is shown those of the base scenario, so that a part does
// not depend on what another axis does to another part.
func (a Axis) set(base, s scenario.Scenario, v float64) (scenario.Scenario, error) {
	seen := s
	if a.Part != AnyPart {
		seen = a.take(base, s)
	}
	changed, err := a.Set(seen, v)
	if err != nil {
		return s, fmt.Errorf("axis %q at %v: %w", a.Name, v, err)
	}
	return a.take(s, changed), nil
}

// take gives a scenario with the part that the axis is for from another.
func (a Axis) take(s, from scenario.Scenario) scenario.Scenario {
	switch a.Part {
	case PledgePart:
		s.Pledge = from.Pledge
	case GrowthPart:
		s.Growth = from.Growth
	case ResponsePart:
		s.Response = from.Response
	default:
		s = from
	}
	return s
}
