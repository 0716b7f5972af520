package main

import (
	"bytes"
	"unicode"
)

// harmless takes characters out of a page that are not seen and can mislead: controls
// other than line breaks, and those that turn the direction of the text after them.
func harmless(page []byte) []byte {
	return bytes.Map(func(r rune) rune {
		if r != '\n' && unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) {
			return -1
		}
		return r
	}, page)
}
