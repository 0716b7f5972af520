package main

import (
	"fmt"
	"strings"
)

// reason says why a chart cannot be drawn to someone who has files but no code: a
// letter that the font lacks cannot be mended there with another font.
func reason(err error) string {
	text := strings.TrimPrefix(err.Error(), "figure: ")
	letters, lacks := strings.CutPrefix(text, "the font lacks ")
	if !lacks {
		return text
	}
	letters, _, _ = strings.Cut(letters, ": ")
	letters = strings.NewReplacer("[", "", "]", "").Replace(letters)
	return fmt.Sprintf("the font of the charts does not have %s: write names in Latin, Greek or Cyrillic letters", letters)
}

// leftOut says in one line how many charts are missing, and the most common reason;
// empty if all are there.
func leftOut(figures []*figure) string {
	missing, most := 0, ""
	count := map[string]int{}
	for _, f := range figures {
		if f.Missing == "" {
			continue
		}
		missing++
		if count[f.Missing]++; count[f.Missing] > count[most] {
			most = f.Missing
		}
	}
	if missing == 0 {
		return ""
	}
	text := fmt.Sprintf("%d of %s %s left out", missing, many(len(figures), "chart"), are(missing))
	if count[most] < missing {
		text += fmt.Sprintf(", %d of them for this reason (the page has the others)", count[most])
	}
	return text + ": " + most
}
