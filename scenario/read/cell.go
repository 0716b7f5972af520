package read

import (
	"math"
	"regexp"
	"strconv"
	"strings"
)

// A cell is the text of a figure, taken apart.
type cell struct {
	digits             string // with plain signs and spaces
	percent, estimated bool   // a per cent sign, or an "e" for an estimate, stands behind
	marked             bool   // a footnote mark stood behind
}

// footnote is a mark behind a figure or a name.
var footnote = regexp.MustCompile(`(?:[*†‡§¶‖]+|\([a-z]\)|\[[a-z0-9]\])$`)

// plain writes typographic signs as plain ones; what groups thousands becomes a space.
var plain = strings.NewReplacer("\u2212", "-", "\u2013", "-", "\u00a0", " ", "\u202f", " ", "\u2009", " ", "'", " ", "’", " ")

// takeApart strips what may stand behind a figure. Footnotes and "e" are stripped only
// where a layout has such marks.
func takeApart(text string, marks bool) cell {
	c := cell{digits: plain.Replace(text)}
	for before := ""; before != c.digits; {
		before = c.digits
		if rest, ok := strings.CutSuffix(c.digits, "%"); ok && !c.percent {
			c.digits, c.percent = strings.TrimSpace(rest), true
		}
		if !marks {
			continue
		}
		if rest, ok := strings.CutSuffix(c.digits, "e"); ok && !c.estimated {
			c.digits, c.estimated = strings.TrimSpace(rest), true
		}
		if at := footnote.FindStringIndex(c.digits); at != nil {
			c.digits, c.marked = strings.TrimSpace(c.digits[:at[0]]), true
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

// problem says what a text is that is no number.
func problem(text string) string {
	switch {
	case strings.HasPrefix(text, "#"):
		return "is an error of the spreadsheet: mend it there, or leave the cell empty where nothing was published"
	case date.MatchString(text):
		return "looks like a date that a spreadsheet has made of a number: format the cells as text and fill them in again"
	}
	return "is not a number: leave the cell empty where nothing was published"
}
