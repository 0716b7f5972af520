// Package spelling tells how near words are to each other, to say which was meant.
package spelling

import "strings"

// Edits is the Levenshtein distance of two strings, in bytes: the number of
// insertions, deletions and substitutions that turn one into the other.
func Edits(a, b string) int {
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

// Suggest asks for the word that is the fewest edits away, if that leaves at least two
// thirds of it, or for one that the word is the beginning of, "share" of
// "share_percent". Without such a word it lists all.
func Suggest(word string, known []string) string {
	best, text := Reach(word)+1, ""
	for _, k := range known {
		if n := Edits(strings.ToLower(word), k); n < best {
			best, text = n, k
		}
	}
	for _, k := range known {
		if text == "" && strings.HasPrefix(k, word+"_") {
			text = k
		}
	}
	switch {
	case text != "":
		return "did you mean " + text + "?"
	case len(known) == 0:
		return "there are none"
	}
	return "known are " + strings.Join(known, ", ")
}

// Reach is the number of edits up to which another word may have been meant.
func Reach(word string) int { return max(1, len(word)/3) }
