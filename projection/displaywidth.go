package projection

import (
	"strings"
	"unicode"
)

// wide are the characters that take two columns of a terminal: those of East Asian
// writing and pictures, after the Unicode Standard, Annex 11.
var wide = [...][2]rune{ // first and last of each range
	{0x1100, 0x115F}, {0x2E80, 0x303E}, {0x3041, 0x4DBF}, {0x4E00, 0xA4CF}, {0xA960, 0xA97F},
	{0xAC00, 0xD7A3}, {0xF900, 0xFAFF}, {0xFE30, 0xFE6F}, {0xFF01, 0xFF60}, {0xFFE0, 0xFFE6},
	{0x1F300, 0x1F64F}, {0x1F680, 0x1F6FF}, {0x1F900, 0x1FAFF}, {0x20000, 0x3FFFD},
}

// displayWidth is the number of columns that a text takes in a terminal.
func displayWidth(text string) int {
	width := 0
	for _, r := range text {
		width += runeWidth(r)
	}
	return width
}

func runeWidth(r rune) int {
	switch {
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf): // stand on or between others
		return 0
	case isWide(r):
		return 2
	}
	return 1
}

func isWide(r rune) bool {
	for _, span := range wide {
		if span[0] <= r && r <= span[1] {
			return true
		}
	}
	return false
}

// wrap breaks a text between words into lines of at most width columns, and a word
// that is longer where a line is full.
func wrap(text string, width int) []string {
	var lines []string
	for _, word := range strings.Fields(text) {
		last := len(lines) - 1
		if last >= 0 && displayWidth(lines[last])+1+displayWidth(word) <= width {
			lines[last] += " " + word
		} else {
			lines = append(lines, broken(word, width)...)
		}
	}
	return lines
}

// broken cuts a word into parts of at most width columns.
func broken(word string, width int) []string {
	from, used := 0, 0
	var parts []string
	for i, r := range word {
		if used += runeWidth(r); used > width && i > from {
			parts, from, used = append(parts, word[from:i]), i, runeWidth(r)
		}
	}
	return append(parts, word[from:])
}
