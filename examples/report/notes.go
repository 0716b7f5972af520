package main

import (
	"fmt"
	"strings"
)

// long is the length from which a sentence is printed under one figure only. Shorter
// ones, such as what a mark means, are wanted under each.
const long = 60

// sayOnce leaves out what stands under an earlier figure or table: in print the same
// assumptions under every chart hide what is new.
func sayOnce(sections []*section) {
	said, sources := map[string]bool{}, map[string]int{}
	for _, f := range figuresIn(sections) {
		if f.Missing != "" {
			continue
		}
		var fresh []string
		for _, sentence := range strings.SplitAfter(strings.TrimPrefix(f.Note, "Note: "), ". ") {
			key := strings.ToLower(strings.TrimSpace(sentence))
			if said[key] {
				f.Repeats = true
				continue
			}
			said[key] = len(key) >= long
			fresh = append(fresh, sentence)
		}
		f.Note = strings.TrimSpace(strings.Join(fresh, ""))
		if n := sources[f.Source]; n > 0 {
			f.Source = fmt.Sprintf("Source: as for figure %d.", n)
		} else {
			sources[f.Source] = f.Number
		}
	}
	said = map[string]bool{} // of tables, from here on
	for _, t := range tablesIn(sections) {
		var fresh []string
		for _, note := range t.Notes {
			if !said[note] && !t.Aside {
				said[note] = true
				fresh = append(fresh, note)
			}
		}
		t.Notes = fresh
	}
}

// inLine joins the lines of a text.
func inLine(text string) string {
	lines := strings.Split(text, "\n")
	for i, l := range lines {
		lines[i] = strings.Join(strings.Fields(l), " ")
	}
	return strings.Join(lines, "; ")
}
