package plotting

import (
	"bytes"
	"encoding/binary"
	"slices"
	"testing"

	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
)

// usualFace is the regular font of the default theme, in a size of ten points.
func usualFace(t testing.TB) font.Face {
	t.Helper()
	theme, err := Theme{}.filled()
	if err != nil {
		t.Fatal(err)
	}
	return theme.Handler.Cache().Lookup(theme.Font, 10)
}

// wholeFont is a font with all its letters.
func wholeFont(t testing.TB, face font.Face) trueType {
	t.Helper()
	var file bytes.Buffer
	if _, err := face.Face.WriteSourceTo(nil, &file); err != nil {
		t.Fatal(err)
	}
	f, err := readTrueType(file.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// A letter has the outline, the parts and the width in the subset that it has
// in the font, and the program that reads the file finds it.
func TestSubset(t *testing.T) {
	face := usualFace(t)
	var as alphabets
	a, _ := as.of(face, foreign)
	subset, err := a.subset()
	if err != nil {
		t.Fatal(err)
	}
	file := subset.bytes()
	if got := checksum(file); got != 0xB1B0AFBA { // what the specification asks for in table "head"
		t.Errorf("checksum %X", got)
	}
	got, err := readTrueType(file)
	if err != nil {
		t.Fatal(err)
	}
	whole := wholeFont(t, face)
	units := vg.Length(binary.BigEndian.Uint16(whole["head"][18:]))
	for _, r := range foreign {
		glyph, err := face.Face.GlyphIndex(nil, r)
		if err != nil {
			t.Fatal(err)
		}
		checkOutline(t, whole, got, int(glyph), a.number[r])
		width := vg.Length(binary.BigEndian.Uint16(got.metric(a.number[r]))) / units * 10
		if want := face.Width(string(r)); width-want > 1e-9 || want-width > 1e-9 {
			t.Errorf("%q is %v wide, want %v", r, width, want)
		}
		if n := found(got["cmap"], r); n != a.number[r] {
			t.Errorf("%q is glyph %d, want %d", r, n, a.number[r])
		}
	}
	if n := found(got["cmap"], 'q'); n != 0 {
		t.Errorf("a letter that is not shown is glyph %d", n)
	}
}

// checkOutline makes sure that two glyphs look the same.
func checkOutline(t *testing.T, a, b trueType, i, j int) {
	t.Helper()
	first, err := a.outline(i)
	if err != nil {
		t.Fatal(err)
	}
	second, err := b.outline(j)
	if err != nil {
		t.Fatal(err)
	}
	first, second = bytes.Clone(first), bytes.Clone(second)
	from, to := components(first), components(second)
	if len(from) != len(to) {
		t.Fatalf("glyph %d has %d parts, want %d", j, len(to), len(from))
	}
	for k := range from {
		checkOutline(t, a, b, int(binary.BigEndian.Uint16(from[k])), int(binary.BigEndian.Uint16(to[k])))
		copy(to[k], from[k])
	}
	if !bytes.HasPrefix(second, first) || len(second) > len(first)+3 { // filled up to words
		t.Errorf("glyph %d has another outline", j)
	}
}

// found looks a letter up as programs do that read table "cmap" in format 12.
func found(table []byte, r rune) int {
	for groups := table[28:]; len(groups) > 0; groups = groups[12:] {
		if first, last := binary.BigEndian.Uint32(groups), binary.BigEndian.Uint32(groups[4:]); first <= uint32(r) && uint32(r) <= last {
			return int(binary.BigEndian.Uint32(groups[8:]) + uint32(r) - first)
		}
	}
	return 0
}

// Accented letters are composed of others in this font, so the test above
// looks at parts as well.
func TestComponents(t *testing.T) {
	face := usualFace(t)
	glyph, err := face.Face.GlyphIndex(nil, 'č')
	if err != nil {
		t.Fatal(err)
	}
	outline, err := wholeFont(t, face).outline(int(glyph))
	if err != nil {
		t.Fatal(err)
	}
	if got := len(components(outline)); got != 2 {
		t.Errorf("č has %d parts, want c and a caron", got)
	}
}

// A damaged font is an error or looks wrong; it is no crash.
func TestDamagedFont(t *testing.T) {
	var as alphabets
	a, _ := as.of(usualFace(t), "Čč 2%")
	subset, err := a.subset()
	if err != nil {
		t.Fatal(err)
	}
	file := subset.bytes()
	read := func(file []byte) error {
		f, err := readTrueType(file)
		if err == nil {
			_, err = f.only([]int{0, 1, 2, 3, 4, 5}, a.letters)
		}
		return err
	}
	if err := read(file); err != nil {
		t.Fatal(err)
	}
	for n := 0; n < len(file); n += 13 {
		if err := read(file[:n]); err == nil && n < len(file)-4 {
			t.Errorf("the first %d of %d bytes pass for a font", n, len(file))
		}
	}
	for i := range file {
		for _, b := range []byte{0x00, 0x7f, 0x80, 0xff} {
			damaged := bytes.Clone(file)
			damaged[i] = b
			_ = read(damaged)
		}
	}
	for name := range subset {
		less := trueType{}
		for other, table := range subset {
			if other != name {
				less[other] = table
			}
		}
		needed := slices.Contains([]string{"head", "hhea", "maxp", "post", "loca", "glyf", "hmtx"}, name)
		if err := read(less.bytes()); (err != nil) != needed {
			t.Errorf("without table %q: %v", name, err)
		}
	}
}
