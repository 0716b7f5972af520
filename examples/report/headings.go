package main

import (
	"slices"

	"github.com/pledgesim/pledgesim/projection"
)

// A heading is a cell above one or more columns of a table.
type heading struct {
	Text          string
	Columns, Rows int
	Group         bool // above several columns, or cells below it
}

// headings puts the header of a table into one row; into two, a cell for each scenario
// above its variables, if columns beside each other have the first part in common.
func headings(s *projection.Sheet) [][]heading {
	together := false
	for i := s.Labels; i < len(s.Header); i++ {
		if len(s.Header[i]) < 2 {
			together = false
			break
		}
		together = together || i > s.Labels && s.Header[i][0] == s.Header[i-1][0]
	}
	var upper, lower []heading
	for i := 0; i < len(s.Header); i++ {
		h := s.Header[i]
		if i < s.Labels || !together {
			upper = append(upper, heading{Text: joined(h), Columns: 1, Rows: 1})
			continue
		}
		if last := len(upper) - 1; i > s.Labels && upper[last].Text == h[0] {
			upper[last].Columns++
		} else {
			upper = append(upper, heading{Text: h[0], Columns: 1, Rows: 1, Group: true})
		}
		lower = append(lower, heading{Text: joined(h[1:]), Columns: 1, Rows: 1})
	}
	if lower == nil {
		return [][]heading{upper}
	}
	for i := range s.Labels {
		upper[i].Rows = 2
	}
	return [][]heading{upper, lower}
}

// joined is the parts of a header in one line, each once.
func joined(parts []string) string {
	text := ""
	for _, p := range slices.Compact(slices.Clone(parts)) {
		if text != "" {
			text += ", "
		}
		text += p
	}
	return text
}
