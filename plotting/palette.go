package plotting

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"image"
	"image/color"
	"iter"
	"maps"
	"slices"
)

// A page has few colours, but each in many shades at the edges of letters and
// lines. With a palette of 256 colours a file is a third as large as in full
// colour, and written several times as fast.

// slacks are by how many of 255 levels a channel may be off in a palette. The
// first that will do is taken; none of them can be seen.
var slacks = [...]int{0, 4, 6, 8}

// kept is the number of most frequent shades that are never off: those of areas,
// which would show it.
const kept = 64

// paletted turns an image into one with a palette, in its memory, unless it has
// so many colours that a channel of some pixel would be off by more than the
// last of slacks.
func paletted(m *image.RGBA) (*image.Paletted, bool) {
	shades, ok := shadesOf(m.Pix)
	if !ok {
		return nil, false
	}
	for _, slack := range slacks {
		if palette, entry := choose(shades, slack); palette != nil {
			return &image.Paletted{Pix: replaced(m.Pix, entry), Stride: m.Rect.Dx(), Rect: m.Rect, Palette: palette}, true
		}
	}
	return nil, false
}

// A pixel is a colour as it stands in the memory of an image: a byte each of red,
// green, blue and alpha.
type pixel uint32

func (s pixel) channels() (red, green, blue int) {
	return int(s & 0xff), int(s >> 8 & 0xff), int(s >> 16 & 0xff)
}

// runs gives the runs of equal pixels: the pixel, and the bytes where it
// begins and ends.
func runs(pix []uint8) iter.Seq2[pixel, [2]int] {
	const block = 256 // bytes that are compared at a time
	at := func(i int) pixel { return pixel(binary.LittleEndian.Uint32(pix[i:])) }
	return func(yield func(pixel, [2]int) bool) {
		for start, end := 0, 0; start < len(pix); start = end {
			s := at(start)
			for end += 4; end+block <= len(pix) && bytes.Equal(pix[end:end+block], pix[end-4:end+block-4]); {
				end += block
			}
			for end < len(pix) && at(end) == s {
				end += 4
			}
			if !yield(s, [2]int{start, end}) {
				return
			}
		}
	}
}

// shadesOf gives the shades of an image, the most frequent first, or false if
// one is translucent or there are so many that it is a picture.
func shadesOf(pix []uint8) ([]pixel, bool) {
	const many = 1 << 16
	count := map[pixel]int{}
	for s, run := range runs(pix) {
		if count[s] += run[1] - run[0]; s>>24 != 0xff || len(count) > many {
			return nil, false
		}
	}
	shades := slices.Collect(maps.Keys(count))
	slices.SortFunc(shades, func(a, b pixel) int { return cmp.Or(cmp.Compare(count[b], count[a]), cmp.Compare(a, b)) })
	return shades, true
}

// choose gives a palette and the entry for each pixel, which is off by no more
// than slack. A shade with no such entry becomes one itself. There is no palette
// if that takes more than 256.
func choose(shades []pixel, slack int) (palette color.Palette, entry map[pixel]uint8) {
	var chosen []pixel
	entry = make(map[pixel]uint8, len(shades))
	for i, s := range shades {
		nearest, least := 0, slack+1
		for k, c := range chosen {
			if d := distance(s, c); d < least {
				nearest, least = k, d
			}
		}
		if least > slack || i < kept {
			if nearest = len(chosen); nearest == 256 {
				return nil, nil
			}
			chosen = append(chosen, s)
			r, g, b := s.channels()
			palette = append(palette, color.RGBA{R: uint8(r), G: uint8(g), B: uint8(b), A: 255})
		}
		entry[s] = uint8(nearest)
	}
	return palette, entry
}

// distance is the largest difference of a channel.
func distance(a, b pixel) int {
	r, g, bl := a.channels()
	x, y, z := b.channels()
	return max(r-x, x-r, g-y, y-g, bl-z, z-bl)
}

// replaced writes the entry of each pixel over the pixels, of which each takes
// four times as much room.
func replaced(pix []uint8, entry map[pixel]uint8) []uint8 {
	for s, run := range runs(pix) {
		e, entries := entry[s], pix[run[0]/4:run[1]/4]
		clear(entries) // entry 0 is the ground of the page, most of it
		if e != 0 {
			for i := range entries {
				entries[i] = e
			}
		}
	}
	return pix[:len(pix)/4]
}
