package scenario

import (
	"fmt"
	"strings"
)

// names lists everything a member may be looked up by, besides its code.
func (m *Member) names() []string { return append([]string{m.ISO2, m.Name}, m.Aliases...) }

// folder maps letters with marks onto plain ones, so that "turkiye" is found.
var folder = strings.NewReplacer("ü", "u", "ö", "o", "ä", "a", "é", "e", "è", "e", "č", "c", "ç", "c", "ı", "i", "-", " ", ".", "")

func fold(name string) string {
	return strings.Join(strings.Fields(folder.Replace(strings.ToLower(name))), " ")
}

// nearest names the member whose code or name is the fewest edits away.
func (d *Dataset) nearest(key string) string {
	best, text := int(^uint(0)>>1), ""
	for i := range d.members {
		m := &d.members[i]
		for _, n := range append(m.names(), m.Code) {
			if n == "" {
				continue
			}
			if k := edits(key, fold(n)); k < best {
				best, text = k, fmt.Sprintf("%s (%s)", m.Code, m.Name)
			}
		}
	}
	return text
}

// edits is the Levenshtein distance of two strings, in bytes: the number of
// insertions, deletions and substitutions that turn one into the other.
func edits(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := diagonal
			if a[i] != b[j] {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
