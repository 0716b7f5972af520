package plotting

import (
	"fmt"
	"maps"
	"slices"

	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
)

// spelling is a text handler that notes letters the font lacks, which would be
// drawn as empty boxes.
type spelling struct {
	text.Handler
	missing lacking
}

// lacking are the letters that a font lacks.
type lacking map[rune]bool

// Draw draws text.
func (s spelling) Draw(c vg.Canvas, line string, style text.Style, at vg.Point) {
	face := s.Cache().Lookup(style.Font, style.Font.Size)
	for _, r := range line {
		if glyph, err := face.Face.GlyphIndex(nil, r); err != nil || glyph == 0 {
			s.missing[r] = true
		}
	}
	s.Handler.Draw(c, line, style, at)
}

// err names the letters, in the order of their numbers; nil if there are none.
func (l lacking) err() error {
	if len(l) == 0 {
		return nil
	}
	const most = 10
	missing := slices.Sorted(maps.Keys(l))
	more := ""
	if len(missing) > most {
		missing, more = missing[:most], " and others"
	}
	return fmt.Errorf("figure: the font lacks %q%s: write the text without them, or set Theme.Handler and Theme.Font to a font that has them", missing, more)
}
