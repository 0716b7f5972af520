package plotting

import (
	"bytes"
	"fmt"
	"hash/fnv"
	"slices"

	"gonum.org/v1/plot/font"
)

// An alphabet is the letters of one font that a file shows. Vector files carry
// only these, under numbers of their own: a font is 400 kB, what a figure shows
// of it about 20.
type alphabet struct {
	font    font.Font // without a size
	face    font.Face
	letters []rune // in the order in which they were first shown
	number  map[rune]int
}

// alphabets are the fonts of a file in the order in which they were first used.
type alphabets []*alphabet

// of gives the alphabet of a font and its place, after adding a text's letters.
func (as *alphabets) of(face font.Face, text string) (*alphabet, int) {
	key := font.From(face.Font, 0)
	at := slices.IndexFunc(*as, func(a *alphabet) bool { return a.font == key })
	if at < 0 {
		at = len(*as)
		*as = append(*as, &alphabet{font: key, face: face, number: map[rune]int{}})
	}
	a := (*as)[at]
	for _, r := range text {
		if _, ok := a.number[r]; !ok {
			a.letters = append(a.letters, r)
			a.number[r] = len(a.letters) // number 0 stands for a letter that the font lacks
		}
	}
	return a, at
}

// subset gives the font with these letters only.
func (a *alphabet) subset() (trueType, error) {
	glyphs := make([]int, 1, 1+len(a.letters))
	for _, r := range a.letters {
		glyph, err := a.face.Face.GlyphIndex(nil, r)
		if err != nil {
			return nil, fmt.Errorf("the font %s: %w", a.font.Name(), err)
		}
		glyphs = append(glyphs, int(glyph))
	}
	var file bytes.Buffer
	if _, err := a.face.Face.WriteSourceTo(nil, &file); err != nil {
		return nil, fmt.Errorf("the font %s: %w", a.font.Name(), err)
	}
	whole, err := readTrueType(file.Bytes())
	if err == nil {
		whole, err = whole.only(glyphs, a.letters)
	}
	if err != nil {
		return nil, fmt.Errorf("the font %s cannot be put into a file: %w; use png, or a font with TrueType outlines", a.font.Name(), err)
	}
	return whole, nil
}

// tag is a name of six capital letters for a choice of letters. Where files are
// put together, two choices from one font must not have the same name.
func (as alphabets) tag() string {
	hash := fnv.New64a()
	for _, a := range as {
		hash.Write([]byte(a.font.Name() + string(a.letters)))
	}
	tag := make([]byte, 6)
	for i, sum := 0, hash.Sum64(); i < len(tag); i, sum = i+1, sum/26 {
		tag[i] = 'A' + byte(sum%26)
	}
	return string(tag)
}
