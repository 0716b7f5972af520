package plotting

import (
	"strings"

	"gonum.org/v1/plot/vg"
)

// wrap breaks text into lines no wider than room, at spaces and at the line
// breaks it has; a word that is wider than room is broken too. Empty text has
// no lines.
func wrap(text string, room vg.Length, width func(string) vg.Length) []string {
	if strings.TrimSpace(text) == "" {
		return nil
	}
	var lines []string
	for _, paragraph := range strings.Split(strings.TrimSpace(text), "\n") {
		line := ""
		for _, word := range strings.Fields(paragraph) {
			if line != "" && width(line+" "+word) <= room {
				line += " " + word
				continue
			}
			if line != "" {
				lines = append(lines, line)
			}
			for line = word; width(line) > room; {
				n := fit(line, room, width)
				if n == len(line) {
					break // a single letter
				}
				lines, line = append(lines, line[:n]), line[n:]
			}
		}
		lines = append(lines, line)
	}
	return lines
}

// balance breaks text into as few lines as wrap does, but of even length, so that
// no last word stands alone.
func balance(text string, room vg.Length, width func(string) vg.Length) []string {
	lines := wrap(text, room, width)
	const steps = 20
	for i := 1; i < steps && len(lines) > 1; i++ {
		narrow := wrap(text, room*(1-vg.Length(i)/steps), width)
		if len(narrow) > len(lines) || broken(narrow, lines) {
			break
		}
		lines = narrow
	}
	return lines
}

// broken reports whether a word is broken in lines that is whole in others.
func broken(lines, others []string) bool {
	return len(strings.Fields(strings.Join(lines, " "))) > len(strings.Fields(strings.Join(others, " ")))
}

// fit is the number of bytes of the longest beginning of a word that fits into
// room, at least one letter.
func fit(word string, room vg.Length, width func(string) vg.Length) int {
	n := len(word)
	for i := range word {
		switch {
		case i == 0:
		case n == len(word) || width(word[:i]) <= room:
			n = i
		default:
			return n
		}
	}
	return n
}

// shorten cuts text to room and marks the cut with an ellipsis.
func shorten(text string, room vg.Length, width func(string) vg.Length) string {
	if width(text) <= room {
		return text
	}
	letters := []rune(text)
	for n := len(letters) - 1; n > 0; n-- {
		if cut := strings.TrimRight(string(letters[:n]), " ") + "…"; width(cut) <= room {
			return cut
		}
	}
	return "…"
}
