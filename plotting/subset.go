package plotting

import (
	"cmp"
	"encoding/binary"
	"slices"
)

// only gives a font that has just some of the glyphs, numbered as listed, and
// what they are composed of. The glyphs from number 1 on stand for the letters.
// It has no kerning and no ligatures: letters stand where they are put.
func (f trueType) only(glyphs []int, letters []rune) (trueType, error) {
	number := map[int]int{}
	for i, glyph := range glyphs {
		number[glyph] = i
	}
	var outlines, places, metrics []byte
	for i := 0; i < len(glyphs); i++ { // grows by the components of glyphs
		outline, err := f.outline(glyphs[i])
		if err != nil {
			return nil, err
		}
		outline = slices.Clone(outline)
		for _, part := range components(outline) {
			glyph := int(binary.BigEndian.Uint16(part))
			if _, ok := number[glyph]; !ok {
				number[glyph] = len(glyphs)
				glyphs = append(glyphs, glyph)
			}
			binary.BigEndian.PutUint16(part, uint16(number[glyph]))
		}
		places = binary.BigEndian.AppendUint32(places, uint32(len(outlines)))
		metrics = append(metrics, f.metric(glyphs[i])...)
		outlines = append(outlines, outline...)
		outlines = append(outlines, make([]byte, -len(outlines)&3)...)
	}
	head, hhea, maxp, post := slices.Clone(f["head"]), slices.Clone(f["hhea"]), slices.Clone(f["maxp"]), slices.Clone(f["post"][:32])
	binary.BigEndian.PutUint32(head[8:], 0)  // the checksum of the file
	binary.BigEndian.PutUint16(head[50:], 1) // places take four bytes
	binary.BigEndian.PutUint16(hhea[34:], uint16(len(glyphs)))
	binary.BigEndian.PutUint16(maxp[4:], uint16(len(glyphs)))
	binary.BigEndian.PutUint32(post, 0x30000) // glyphs have no names
	out := trueType{
		"head": head, "hhea": hhea, "maxp": maxp, "post": post, "cmap": letterTable(letters), "hmtx": metrics,
		"loca": binary.BigEndian.AppendUint32(places, uint32(len(outlines))), "glyf": outlines,
	}
	for _, name := range []string{"OS/2", "name", "cvt ", "fpgm", "prep", "gasp"} {
		if table, ok := f[name]; ok {
			out[name] = table
		}
	}
	return out, nil
}

// components finds, in the outline of a glyph composed of others, where their
// numbers are written.
func components(outline []byte) [][]byte {
	const wideArguments, scale, scales, matrix, more = 0x01, 0x08, 0x40, 0x80, 0x20
	if len(outline) < 10 || int16(binary.BigEndian.Uint16(outline)) >= 0 {
		return nil
	}
	var all [][]byte
	for at, flags := 10, uint16(more); flags&more != 0 && at+4 <= len(outline); {
		flags = binary.BigEndian.Uint16(outline[at:])
		all = append(all, outline[at+2:at+4])
		at += 6
		for bit, length := range map[uint16]int{wideArguments: 2, scale: 2, scales: 4, matrix: 8} {
			if flags&bit != 0 {
				at += length
			}
		}
	}
	return all
}

// letterTable is the table that gives letters the glyphs from number 1 on.
func letterTable(letters []rune) []byte {
	type entry struct{ letter, glyph uint32 }
	entries := make([]entry, len(letters))
	for i, r := range letters {
		entries[i] = entry{uint32(r), uint32(i + 1)}
	}
	slices.SortFunc(entries, func(a, b entry) int { return cmp.Compare(a.letter, b.letter) })
	out := []byte{0, 0, 0, 1, 0, 3, 0, 10, 0, 0, 0, 12, 0, 12, 0, 0} // one table, for Unicode, of format 12
	for _, n := range []int{16 + 12*len(entries), 0, len(entries)} {
		out = binary.BigEndian.AppendUint32(out, uint32(n))
	}
	for _, e := range entries {
		for _, n := range []uint32{e.letter, e.letter, e.glyph} {
			out = binary.BigEndian.AppendUint32(out, n)
		}
	}
	return out
}
