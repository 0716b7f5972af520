package projection

import (
	"slices"
	"strings"
	"unicode"

	"github.com/pledgesim/pledgesim/scenario"
)

// everybody is the group of all members, and everybodyInWords how tables name it.
const (
	everybody        = "all"
	everybodyInWords = "All members"
)

// A scoredGroup is some members that are scored together.
type scoredGroup struct {
	name  string
	codes []string // in order; nil: all
}

// has reports whether a member belongs to the group.
func (g scoredGroup) has(code string) bool { return g.codes == nil || slices.Contains(g.codes, code) }

// misnamed says what is wrong with the name of a group, and of which kind that is; nil:
// nothing.
func misnamed(name string) (problem string, kind error) {
	own := func(taken string) bool { return strings.EqualFold(strings.TrimSpace(name), taken) }
	switch {
	case strings.TrimSpace(name) == "":
		return "needs a name for tables", scenario.ErrInvalid
	case strings.ContainsFunc(name, unicode.IsControl):
		return "has a line break or another control character in its name: it labels lines", scenario.ErrInvalid
	case slices.ContainsFunc([]string{everybody, everybodyInWords, AllMembers}, own):
		return "needs a name of its own: \"" + everybody + "\" are all members", scenario.ErrDuplicate
	}
	return "", nil
}
