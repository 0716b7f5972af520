package plotting

import (
	"cmp"
	"encoding/binary"
	"image"
	"image/color"
	"slices"
)

// A page has few colours, but each in many shades at the edges of text and
// lines. An image with a palette of 256 is a third as large as one in full
// colour and written several times as fast.

// slacks are the differences of a channel, of 255 levels, by which a shade may be
// off in a palette; the first that will do is taken. None of them can be seen.
var slacks = [...]int{0, 2, 4, 6, 8}

// paletted gives an image with a palette in which no channel of any pixel is off
// by more than the last of slacks, or false if there are too many colours for
// that, or translucent ones.
func paletted(m *image.RGBA) (*image.Paletted, bool) {
	shades, ok := shadesOf(m)
	if !ok {
		return nil, false
	}
	for _, slack := range slacks {
		if palette, index, ok := reduce(shades, slack); ok {
			return withPalette(m, palette, index), true
		}
	}
	return nil, false
}

// A shade is a colour as it stands in the pixels of an image.
type shade uint32

// rgb gives the channels.
func (s shade) rgb() [3]int { return [3]int{int(s & 0xff), int(s >> 8 & 0xff), int(s >> 16 & 0xff)} }

// shadesOf gives the colours of an image, the most frequent first, or false if
// one is translucent.
func shadesOf(m *image.RGBA) ([]shade, bool) {
	count := map[shade]int{}
	for pix := range rows(m) {
		for start := 0; start < len(pix); {
			s := at(pix, start)
			end := start + 4
			for end < len(pix) && at(pix, end) == s {
				end += 4
			}
			count[s] += end - start
			start = end
		}
	}
	var shades []shade
	for s := range count {
		if s>>24 != 0xff {
			return nil, false
		}
		shades = append(shades, s)
	}
	slices.SortFunc(shades, func(a, b shade) int { return cmp.Or(cmp.Compare(count[b], count[a]), cmp.Compare(a, b)) })
	return shades, true
}

// reduce gives a palette in which each shade has an entry that is off by no more
// than slack, and the entry of each. A shade that has none yet becomes one.
func reduce(shades []shade, slack int) (palette color.Palette, index map[shade]uint8, ok bool) {
	var entries [][3]int
	index = make(map[shade]uint8, len(shades))
	for _, s := range shades {
		c := s.rgb()
		nearest, least := 0, slack+1
		for i, e := range entries {
			if off := max(abs(c[0]-e[0]), abs(c[1]-e[1]), abs(c[2]-e[2])); off < least {
				nearest, least = i, off
			}
		}
		if least > slack {
			if nearest = len(entries); nearest == 256 {
				return nil, nil, false
			}
			entries = append(entries, c)
			palette = append(palette, color.RGBA{R: uint8(c[0]), G: uint8(c[1]), B: uint8(c[2]), A: 255})
		}
		index[s] = uint8(nearest)
	}
	return palette, index, true
}

func abs(n int) int { return max(n, -n) }

// withPalette writes an image with the entries of a palette.
func withPalette(m *image.RGBA, palette color.Palette, index map[shade]uint8) *image.Paletted {
	out := image.NewPaletted(m.Rect, palette)
	n := 0
	for pix := range rows(m) {
		for start := 0; start < len(pix); {
			s := at(pix, start)
			i := index[s]
			for ; start < len(pix) && at(pix, start) == s; start += 4 {
				out.Pix[n] = i
				n++
			}
		}
	}
	return out
}

// at is the shade of a pixel.
func at(pix []uint8, i int) shade { return shade(binary.LittleEndian.Uint32(pix[i:])) }

func rows(m *image.RGBA) func(func([]uint8) bool) {
	return func(yield func([]uint8) bool) {
		width := 4 * m.Rect.Dx()
		for y := range m.Rect.Dy() {
			if !yield(m.Pix[y*m.Stride:][:width]) {
				return
			}
		}
	}
}
