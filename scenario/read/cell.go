package read

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"
)

// A cell is the text of a figure, taken apart.
type cell struct {
	digits  string   // with plain signs and spaces
	percent bool     // a per cent sign stands behind
	status  string   // the letter behind it that says it is not final: e, p or f
	notes   []string // footnote marks behind it
}

// plain writes typographic signs as plain ones; what groups thousands becomes a space.
var plain = strings.NewReplacer("\u2212", "-", "\u2013", "-", "\u00a0", " ", "\u202f", " ", "\u2009", " ", "'", " ", "’", " ")

// takeApart strips what may stand behind a figure, marks only where a layout has them.
func takeApart(text string, marks bool) cell {
	c := cell{digits: plain.Replace(text)}
	for before := ""; before != c.digits && len(c.notes) < maxMarks; {
		before = c.digits
		if rest, ok := strings.CutSuffix(c.digits, "%"); ok && !c.percent {
			c.digits, c.percent = strings.TrimSpace(rest), true
		}
		if !marks {
			continue
		}
		if rest, mark, ok := cutMark(c.digits, statusBehind); ok && c.status == "" {
			c.digits, c.status = rest, letter(mark)
		}
		if rest, mark, ok := cutMark(c.digits, noteBehind); ok {
			c.digits, c.notes = rest, append(c.notes, mark)
		}
	}
	return c
}

// Numbers with a decimal point, and with a decimal comma, and what makes plain digits of them.
var (
	ungroupPoint = strings.NewReplacer(",", "", " ", "")
	ungroupComma = strings.NewReplacer(".", "", " ", "", ",", ".")

	withPoint = regexp.MustCompile(`^[-+]?(?:[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,3}(?: [0-9]{3})+)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]{1,3})?$`)
	withComma = regexp.MustCompile(`^[-+]?(?:[0-9]+|[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]{1,3}(?: [0-9]{3})+)(?:,[0-9]+)?(?:[eE][-+]?[0-9]{1,3})?$`)
)

// number reads digits by a decimal mark; what is no number with it is NaN.
func number(digits string, mark rune) float64 {
	pattern, replace := withPoint, ungroupPoint
	if mark == ',' {
		pattern, replace = withComma, ungroupComma
	}
	if !pattern.MatchString(digits) {
		return math.NaN()
	}
	v, err := strconv.ParseFloat(replace.Replace(digits), 64)
	if err != nil { // out of range
		return math.NaN()
	}
	return v
}

// date is what spreadsheets make of figures such as 2.12.
var date = regexp.MustCompile(`(?i)^(?:[0-9]{1,2}[./-][0-9]{1,2}[./-](?:[0-9]{2}){1,2}|[0-9]{4}-[0-9]{2}-[0-9]{2}.*|[0-9]{1,2}[-. ]+\pL{3,}\.?|\pL{3,}\.?[-. ]+[0-9]{2,4})$`)

// What stands behind a number, and a number in brackets there.
var (
	behind       = regexp.MustCompile(`^[-+]?[0-9][0-9., ]*%? *([^0-9., %][^0-9]*)$`)
	numberBehind = regexp.MustCompile(`^[-+]?[0-9][0-9., ]*%? *\([-+]?[0-9][0-9., ]*%?\)$`)
)

// problem says what a text is that is no number, in a layout with marks or without.
func problem(text string, marks bool) string {
	digits := plain.Replace(text)
	mark := behind.FindStringSubmatch(digits)
	switch {
	case strings.HasPrefix(text, "#"):
		return "is an error of the spreadsheet: mend it there, or leave the cell empty where nothing was published"
	case date.MatchString(text):
		return "looks like a date that a spreadsheet has made of a number: format the cells as text and fill them in again"
	case numberBehind.MatchString(digits):
		return "has a number in brackets behind it, which may be a footnote mark or a second figure: take it out"
	case mark != nil && marks:
		return fmt.Sprintf("has %q behind the number, which is no mark that is known: write e for an estimate, (a) for a footnote, or nothing", mark[1])
	case mark != nil:
		return fmt.Sprintf("has %q behind the number, and this layout has no marks: take it out, or keep the figures in the layout of Wide, where e marks an estimate", mark[1])
	}
	return "is not a number: leave the cell empty where nothing was published"
}
