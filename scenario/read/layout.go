package read

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// A part is what a column holds.
type part int

const (
	inCode part = iota
	inName
	inVariable
	inLabel
	inUnit
	inScale
	inStart // the year after which figures are estimates
	inModel
	inScenario
	inNothing // that is read
)

// separators are what may stand between cells.
const separators = ",;\t"

// A layout is how a kind of file is laid out.
type layout struct {
	name      string                    // of the kind of file, in messages
	needs     string                    // by what it is known, in messages
	separator rune                      // between cells, as it is published; the decimal mark is then a point
	header    func(cells []string) bool // whether a row is that of the column names
	columns   map[string]part           // by column name in lower case
	gaps      []string                  // what stands for a figure that was not published, besides an empty cell
	marks     bool                      // footnote marks, and letters for the status, may stand behind figures, years and names
	names     *regexp.Regexp            // footnote marks behind names and codes; nil: none
	statuses  bool                      // the first line of a table may say which years are estimates
	lax       bool                      // quotes may stand inside cells
}

// has reports whether a row has all of some column names.
func has(cells []string, names ...string) bool {
	for _, n := range names {
		if !slices.ContainsFunc(cells, func(c string) bool { return strings.EqualFold(c, n) }) {
			return false
		}
	}
	return true
}

// hasYear reports whether a row names a year as a column.
func hasYear(cells []string) bool {
	return slices.ContainsFunc(cells, func(c string) bool { _, _, ok := parseYear(c); return ok })
}

// yearName is a year as a column name: 2014, 2014e for an estimate, 2014.0 as some
// programs write it, "2014 [YR2014]" as the World Bank's database does.
var yearName = regexp.MustCompile(`(?i)^([1-9][0-9]{3})(?:\.0)?( ?` + statusLetter + `)?(?: \[YR[0-9]{4}\])?$`)

// parseYear gives a year and the letter behind it that says its figures are not final.
func parseYear(text string) (year int, status string, ok bool) {
	text, _, _ = cutMark(text, signBehind)
	found := yearName.FindStringSubmatch(text)
	if found == nil {
		return 0, "", false
	}
	year, err := strconv.Atoi(found[1])
	return year, letter(found[2]), err == nil
}

// alone reports whether only the first cell of a row is filled: a title or a note.
func alone(cells []string) bool {
	i, ok := single(cells)
	return ok && i == 0
}

// single gives the only cell of a row that is filled.
func single(cells []string) (at int, ok bool) {
	at = firstFilled(cells)
	return at, at >= 0 && firstFilled(cells[at+1:]) < 0
}

// firstFilled gives the first cell of a row that is filled, -1 if none is.
func firstFilled(cells []string) int {
	return slices.IndexFunc(cells, func(c string) bool { return c != "" })
}
