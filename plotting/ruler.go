package plotting

import (
	"sync"

	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
)

// A ruler measures text. It measures each letter and each pair of letters of a
// font once: gonum/plot takes kilobytes of memory for each text, and a page is
// measured letter by letter. Any number of goroutines may use it.
type ruler struct {
	fonts *font.Cache
	lock  sync.Mutex
	known map[font.Font]*measures
}

// measures are what is known of a font in a size.
type measures struct {
	face    font.Face
	extents font.Extents
	letters map[rune]vg.Length
	kerning map[[2]rune]vg.Length // of two letters: how much wider they are together
}

func newRuler(fonts *font.Cache) *ruler {
	return &ruler{fonts: fonts, known: map[font.Font]*measures{}}
}

// of gives the measures of a font. The lock must be held.
func (r *ruler) of(f font.Font) *measures {
	m, ok := r.known[f]
	if !ok {
		m = newMeasures(r.fonts.Lookup(f, f.Size))
		r.known[f] = m
	}
	return m
}

func newMeasures(face font.Face) *measures {
	return &measures{face, face.Extents(), map[rune]vg.Length{}, map[[2]rune]vg.Length{}}
}

// extents are those of a font.
func (r *ruler) extents(f font.Font) font.Extents {
	r.lock.Lock()
	defer r.lock.Unlock()
	return r.of(f).extents
}

// width is that of a line.
func (r *ruler) width(f font.Font, line string) vg.Length {
	r.lock.Lock()
	defer r.lock.Unlock()
	m := r.of(f)
	var width vg.Length
	before := rune(-1)
	for _, letter := range line {
		if before >= 0 {
			width += m.kern(before, letter)
		}
		width += m.width(letter)
		before = letter
	}
	return width
}

func (m *measures) width(letter rune) vg.Length {
	w, ok := m.letters[letter]
	if !ok {
		w = m.face.Width(string(letter))
		m.letters[letter] = w
	}
	return w
}

func (m *measures) kern(before, letter rune) vg.Length {
	pair := [2]rune{before, letter}
	k, ok := m.kerning[pair]
	if !ok {
		k = m.face.Width(string(pair[:])) - m.width(before) - m.width(letter)
		m.kerning[pair] = k
	}
	return k
}
