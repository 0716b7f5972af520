// Package spelling tells how near words are to each other, to say which was meant.
package spelling

import "strings"

// Edits is the number of insertions, deletions, substitutions and exchanges of two
// neighbours that turn one string into the other, in bytes, none of them editing what
// another has: the distance of optimal string alignment.
func Edits(a, b string) int {
	before, last := make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := range len(a) {
		row := make([]int, len(b)+1)
		row[0] = i + 1
		for j := range len(b) {
			cost := 1
			if a[i] == b[j] {
				cost = 0
			}
			row[j+1] = min(last[j]+cost, row[j]+1, last[j+1]+1)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
		before, last = last, row
	}
	return last[len(b)]
}

// Nearest gives the word that is the fewest edits away, if that leaves at least two
// thirds of it, or else one that begins alike up to its unit, as "share" and
// "share_fraction" do with "share_percent". It is empty where there is none.
func Nearest(word string, known []string) string {
	best, nearest := Reach(word)+1, ""
	for _, k := range known {
		if n := Edits(strings.ToLower(word), k); n < best {
			best, nearest = n, k
		}
	}
	for _, k := range known {
		stem := k[:max(0, strings.LastIndex(k, "_"))]
		if nearest == "" && stem != "" && (strings.HasPrefix(k, word+"_") || strings.HasPrefix(word, stem+"_")) {
			nearest = k
		}
	}
	return nearest
}

// Suggest asks for the nearest word, or lists all.
func Suggest(word string, known []string) string {
	switch nearest := Nearest(word, known); {
	case nearest != "":
		return "did you mean " + nearest + "?"
	case len(known) == 0:
		return "there are none"
	}
	return "known are " + strings.Join(known, ", ")
}

// Reach is the number of edits up to which another word may have been meant.
func Reach(word string) int { return max(1, len(word)/3) }
