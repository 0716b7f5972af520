package read

import (
	"regexp"
	"strings"
)

// Marks behind figures, years and names. Behind a figure a letter may say that the figure
// is not final, so that only those letters are footnotes that are no status anywhere.
// Behind the names of SIPRI and NATO there is no status; elsewhere a number in brackets
// may be part of a name, as in "Euro area (20)".
const (
	statusLetter = `(?:[epf]|\([epf]\)|\[[epf]\])`
	noteSigns    = `[*†‡§¶‖]{1,8}|[¹²³⁰⁴-⁹](?:[, ]?[¹²³⁰⁴-⁹]){0,7}`

	maxMarks = 8 // that are taken off one text, so that none takes long: what has more is no figure
)

var (
	statusBehind = regexp.MustCompile(`(?i)` + statusLetter + `$`)
	noteBehind   = regexp.MustCompile(`(?:` + noteSigns + `|\([a-d]\)|\[(?:[a-d]|[0-9]{1,2})\])$`)
	signBehind   = regexp.MustCompile(`(?:` + noteSigns + `)$`)
	nameNote     = regexp.MustCompile(`(?:` + noteSigns + `|\((?:[a-z]|[0-9]{1,2})\)|\[(?:[a-z]|[0-9]{1,2})\])$`)
)

// cutMark takes a mark off the end of a text.
func cutMark(text string, pattern *regexp.Regexp) (rest, mark string, ok bool) {
	from := max(len(text)-64, 0) // no mark is longer
	at := pattern.FindStringIndex(text[from:])
	if at == nil {
		return text, "", false
	}
	return strings.TrimSpace(text[:from+at[0]]), text[from+at[0]:], true
}

// unmarked is a name, or a code, without the footnote marks of a layout.
func (l layout) unmarked(name string) string {
	for i, ok := 0, l.names != nil; ok && i < maxMarks; i++ {
		name, _, ok = cutMark(name, l.names)
	}
	return name
}

// letter is the bare letter of a mark for the status, "" of none.
func letter(mark string) string { return strings.ToLower(strings.Trim(mark, " ()[]")) }

// isSoft reports whether a letter says something else than that a figure is an estimate.
func isSoft(letter string) bool { return letter == "p" || letter == "f" }
