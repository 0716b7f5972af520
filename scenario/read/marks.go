package read

import (
	"regexp"
	"strings"
)

// Marks behind figures, years and names. Behind a figure a letter may say that the figure
// is not final, so that only those letters are footnotes that are no status anywhere;
// behind a name there is no status.
const (
	statusLetter = `(?:([epf])|\(([epf])\)|\[([epf])\])`
	noteSigns    = `[*†‡§¶‖]+|[¹²³⁰⁴-⁹](?:[, ]*[¹²³⁰⁴-⁹])*`
)

var (
	statusBehind = regexp.MustCompile(`(?i)^(.*?)` + statusLetter + `$`)
	noteBehind   = regexp.MustCompile(`(?:` + noteSigns + `|\([a-d]\)|\[(?:[a-d]|[0-9]{1,2})\])$`)
	nameNote     = regexp.MustCompile(`(?:` + noteSigns + `|\((?:[a-z]|[0-9]{1,2})\)|\[(?:[a-z]|[0-9]{1,2})\])$`)
)

// cutStatus takes a letter for the status off the end of a text.
func cutStatus(text string) (rest, letter string, ok bool) {
	found := statusBehind.FindStringSubmatch(text)
	if found == nil {
		return text, "", false
	}
	return strings.TrimSpace(found[1]), strings.ToLower(found[2] + found[3] + found[4]), true
}

// cutNote takes a footnote mark off the end of a text.
func cutNote(text string, pattern *regexp.Regexp) (rest, mark string, ok bool) {
	at := pattern.FindStringIndex(text)
	if at == nil {
		return text, "", false
	}
	return strings.TrimSpace(text[:at[0]]), text[at[0]:], true
}

// unmarked is a name, or a code, without footnote marks.
func unmarked(name string) string {
	for ok := true; ok; {
		name, _, ok = cutNote(name, nameNote)
	}
	return name
}

// isSoft reports whether a letter says something else than that a figure is an estimate.
func isSoft(letter string) bool { return letter == "p" || letter == "f" }
