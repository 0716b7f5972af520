package read

import (
	"fmt"
	"iter"
	"math"
	"strings"

	"github.com/pledgesim/pledgesim/scenario"
)

// decimalMark tells the decimal mark of a file: that of the options, or the only one
// with which all its figures can be read. If both will do, a point that stands in a file
// separated by commas is the decimal mark, and so is one in the IMF's file, whose
// commas group thousands; anything else is a fault.
func (t *table) decimalMark() rune {
	if t.options.Decimal != 0 {
		return t.options.Decimal
	}
	var point, comma, either *figure // the first that shows a mark, and the first that may have either
	for f := range t.figures() {
		switch {
		case math.IsNaN(f.comma):
			point = first(point, f)
		case math.IsNaN(f.point):
			comma = first(comma, f)
		case f.point != f.comma && t.separator != t.layout.separator && (t.separator != ',' || strings.Contains(f.text, ",")):
			either = first(either, f)
		}
	}
	switch {
	case point != nil && comma != nil:
		t.figureFault(comma, fmt.Sprintf("has a decimal comma, but line %d, column %d has a decimal point, %q: write all figures alike", point.line, point.column, point.text), scenario.ErrInvalid)
	case point == nil && comma == nil && either != nil:
		t.figureFault(either, fmt.Sprintf("may be %v or %v: say in Options.Decimal what the decimal mark is", either.point, either.comma), scenario.ErrInvalid)
	case comma != nil:
		return ','
	}
	return '.'
}

// figures yields the figures of all drafts.
func (t *table) figures() iter.Seq[*figure] {
	return func(yield func(*figure) bool) {
		for i := range t.drafts {
			for k := range t.drafts[i].figures {
				if !yield(&t.drafts[i].figures[k]) {
					return
				}
			}
		}
	}
}

func first(f, otherwise *figure) *figure {
	if f == nil {
		return otherwise
	}
	return f
}
