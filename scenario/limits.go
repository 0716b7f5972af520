package scenario

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/pledgesim/pledgesim/scenario/internal/textfile"
)

// The limits of what is accepted. They are far beyond what is known to be needed; what
// lies beyond one is an error that names it. Numbers have limits of their own, such as
// [MaxShare]; those of runs are in package projection.
const (
	// MaxMembers is the largest number of members: of a data set, and of those with
	// terms of their own in one part of a scenario.
	MaxMembers = 10_000
	// MaxName is the largest number of letters of a name: of a scenario, an edition, a
	// unit of money, a member, its code and its other names.
	MaxName = 200
	// MaxNote is the largest number of letters of the note of a scenario.
	MaxNote = 2000
	// MaxYear is the last calendar year. The first is the year 1.
	MaxYear = 9999
	// MaxWindow is the largest number of years over which anything is taken: means,
	// plans that slip, delays. It is longer than any record, and less than a calendar
	// year given for a number of years.
	MaxWindow = 200
	// MaxSteps is the largest number of targets in [Steps].
	MaxSteps = 100
	// MaxNesting is how many parts of a scenario may stand inside one another, as
	// Capped{Response: Floor{Response: Hold{}}} has three. A part that contains itself,
	// by way of a pointer or a map, has no end: Validate and every run refuse it, but its
	// own methods, if they are called, do not come back.
	MaxNesting = 32
	// MaxParts is the largest number of pledges, of growth paths and of responses inside
	// one another and side by side in one scenario, each counted as often as a simulation
	// works it out: what Slipped holds once more than it has chances.
	MaxParts = 10_000
)

// The limits of the files that are read, here and in package read, so that none can take
// all memory or time.
const (
	MaxFileSize = textfile.MaxSize // bytes of a file: 64 MB
	MaxLine     = textfile.MaxLine // bytes of a line: 1 MB
	MaxYears    = 300              // years of a series, from its first figure to its last

	// MaxScenarioBytes is the size of a scenario file, in bytes: 4 MB. Reading one may take
	// a hundred times that in memory.
	MaxScenarioBytes = 4 << 20
	// MaxScenarioDepth is how many objects and lists may stand inside one another in a
	// scenario file. What MaxNesting allows takes less.
	MaxScenarioDepth = 100
)

// checkName finds what is wrong with a name that is given: it labels columns, lines
// and files.
func checkName(f *faults, at, name string) {
	switch {
	case !utf8.ValidString(name):
		f.add(at, nil, "is not text in UTF-8", ErrInvalid)
	case utf8.RuneCountInString(name) > MaxName:
		f.add(at, short(name), fmt.Sprintf("has %d letters, more than %d", utf8.RuneCountInString(name), MaxName), ErrInvalid)
	case strings.ContainsFunc(name, unicode.IsControl):
		f.add(at, nil, "has a line break or another control character: it labels columns and lines", ErrInvalid)
	}
}

// checkNote finds what is wrong with a note, which may have several lines.
func checkNote(f *faults, at, note string) {
	switch n := utf8.RuneCountInString(note); {
	case !utf8.ValidString(note):
		f.add(at, nil, "is not text in UTF-8", ErrInvalid)
	case n > MaxNote:
		f.add(at, nil, fmt.Sprintf("has %d letters, more than %d: say it in a sentence or two", n, MaxNote), ErrInvalid)
	}
}

// short gives as much of a name as a message needs.
func short(name string) string {
	if letters := []rune(name); len(letters) > MaxName {
		return string(letters[:20]) + "..."
	}
	return name
}

// checkTerms finds more terms of members' own than there can be members.
func checkTerms(f *faults, at string, n int) {
	if n > MaxMembers {
		f.add(at, n, fmt.Sprintf("is the number of members that it names, more than %d", MaxMembers), ErrInvalid)
	}
}
