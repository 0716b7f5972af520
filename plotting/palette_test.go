package plotting

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/pledgesim/pledgesim/projection"
)

// patches is an image with n pixels of each colour, in rows of 16.
func patches(n int, colours ...color.RGBA) *image.RGBA {
	m := image.NewRGBA(image.Rect(0, 0, 16, (n*len(colours)+15)/16))
	for i := range len(m.Pix) / 4 {
		m.SetRGBA(i%16, i/16, colours[min(i/n, len(colours)-1)])
	}
	return m
}

func opaqueGrey(v uint8) color.RGBA { return color.RGBA{R: v, G: v, B: v, A: 255} }

func TestPaletted(t *testing.T) {
	var grey, red []color.RGBA
	for v := range 256 {
		grey = append(grey, opaqueGrey(uint8(v)))
		red = append(red, color.RGBA{R: 255, G: uint8(v), A: 255})
	}
	// cube has every colour whose channels are multiples of a step.
	cube := func(step int) (all []color.RGBA) {
		for r := 0; r < 256; r += step {
			for g := 0; g < 256; g += step {
				for b := 0; b < 256; b += step {
					all = append(all, color.RGBA{uint8(r), uint8(g), uint8(b), 255})
				}
			}
		}
		return all
	}
	for _, tc := range []struct {
		name string
		page *image.RGBA
		off  int // by which a channel is off at most; -1: no palette
	}{
		{"one colour", patches(1000, opaqueGrey(200)), 0},
		{"256 greys", patches(3, grey...), 0},
		{"two full ramps", patches(3, slices.Concat(grey, red)...), 4},
		{"6 levels a channel, 216 colours", patches(1, cube(51)...), 0},
		{"16 levels a channel, 4,096 colours", patches(1, cube(17)...), -1},
		{"64 levels a channel, 262,144 colours", patches(1, cube(4)...), -1},
		{"translucent", patches(9, opaqueGrey(0), color.RGBA{R: 10, A: 128}), -1},
		{"transparent", image.NewRGBA(image.Rect(0, 0, 16, 16)), -1},
	} {
		t.Run(tc.name, func(t *testing.T) {
			full := bytes.Clone(tc.page.Pix)
			small, ok := paletted(tc.page)
			if !ok {
				if tc.off >= 0 {
					t.Error("no palette will do")
				}
				if !bytes.Equal(full, tc.page.Pix) {
					t.Error("the image was changed all the same")
				}
				return
			}
			if got := farthest(full, small); got != tc.off {
				t.Errorf("channels are off by up to %d, want %d", got, tc.off)
			}
		})
	}
}

// farthest is the largest difference of a channel between pixels and an image.
func farthest(pix []uint8, m image.Image) int {
	most := 0
	width := m.Bounds().Dx()
	for i := 0; i < len(pix); i += 4 {
		c := color.RGBAModel.Convert(m.At(i/4%width, i/4/width)).(color.RGBA)
		for k, v := range []uint8{c.R, c.G, c.B, c.A} {
			most = max(most, int(v)-int(pix[i+k]), int(pix[i+k])-int(v))
		}
	}
	return most
}

// The most frequent shades are kept though they are near each other. Of the others,
// the more frequent become entries and the rare take the nearest: grey 111 is 2 from
// grey 113 and 4 from grey 107.
func TestChoose(t *testing.T) {
	var want color.Palette
	var pixels []color.RGBA
	add := func(n int, v uint8) {
		for range n {
			pixels = append(pixels, opaqueGrey(v))
		}
	}
	for v := range uint8(kept) {
		add(4, v)
		want = append(want, opaqueGrey(v))
	}
	add(3, 113)
	add(2, 107)
	add(1, 111)
	want = append(want, opaqueGrey(113), opaqueGrey(107))
	shades, ok := shadesOf(patches(16, pixels...).Pix)
	if !ok {
		t.Fatal("no shades")
	}
	palette, entry := choose(shades, 4)
	if diff := cmp.Diff(want, palette); diff != "" {
		t.Errorf("palette (-want +got):\n%s", diff)
	}
	if got := entry[shades[len(shades)-1]]; got != kept {
		t.Errorf("grey 111 takes entry %d, want %d", got, kept)
	}
}

// The file of a figure shows what was drawn.
func TestFileShowsWhatWasDrawn(t *testing.T) {
	f, err := YearReached(three(t, projection.Options{})...)
	if err != nil {
		t.Fatal(err)
	}
	page, _, err := f.pixels()
	if err != nil {
		t.Fatal(err)
	}
	file, err := f.png()
	if err != nil {
		t.Fatal(err)
	}
	got, err := png.Decode(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	if _, ok := got.(*image.Paletted); !ok {
		t.Errorf("the file is a %T, want one with a palette", got)
	}
	if got, most := farthest(page.Pix, got), slacks[len(slacks)-1]; got > most {
		t.Errorf("a channel is off by %d, want %d at most", got, most)
	}
}
