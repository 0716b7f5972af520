package projection

import (
	"strings"
	"unicode"

	"github.com/pledgesim/pledgesim"
)

// A section is what a table says of one thing besides its numbers.
type section struct {
	key, title string // of a line, and of all its lines together
	lines      []string
}

// sections are what every format says of a table, the empty ones left out.
func (a About) sections() []section {
	var all []section
	for _, s := range []section{
		{"source", "Source", append(a.Editions[:len(a.Editions):len(a.Editions)], "computed by "+software)},
		{"scenario", "Scenarios", a.Assumptions},
		{"note", "Notes", a.Notes},
		{"warning", "Warnings", texts(a.Warnings)},
	} {
		if len(s.lines) > 0 {
			all = append(all, s)
		}
	}
	return all
}

// software is this library with its version.
const software = "pledgesim " + pledgesim.Version

// plain makes a text harmless where it is shown: a space stands for each control
// character, with which a text could steer a terminal, and for each line break;
// characters that turn the direction of writing are left out.
func plain(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsControl(r), unicode.In(r, unicode.Zl, unicode.Zp):
			return ' '
		case unicode.Is(unicode.Bidi_Control, r):
			return -1
		}
		return r
	}, text)
}

// oneLine joins the lines of a text.
func oneLine(text string) string {
	lines := strings.Split(text, "\n")
	for i := range lines {
		lines[i] = strings.Join(strings.Fields(plain(lines[i])), " ")
	}
	return strings.Join(lines, "; ")
}
