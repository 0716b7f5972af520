package plotting

import (
	"encoding/binary"
	"errors"
	"fmt"
	"maps"
	"math/bits"
	"slices"
)

// trueType is a font file as its tables, by their names. The format is that of
// the OpenType specification, version 1.9.
type trueType map[string][]byte

// readTrueType takes a font file apart and checks what only relies on.
func readTrueType(file []byte) (trueType, error) {
	damaged := errors.New("its file is damaged")
	if len(file) < 12 {
		return nil, damaged
	}
	f := trueType{}
	for i := range int(binary.BigEndian.Uint16(file[4:])) {
		if len(file) < 28+16*i {
			return nil, damaged
		}
		entry := file[12+16*i:]
		start, length := int64(binary.BigEndian.Uint32(entry[8:])), int64(binary.BigEndian.Uint32(entry[12:]))
		if start+length > int64(len(file)) {
			return nil, damaged
		}
		f[string(entry[:4])] = file[start : start+length]
	}
	for name, least := range map[string]int{"head": 54, "hhea": 36, "maxp": 6, "post": 32, "loca": 1, "glyf": 1} {
		if len(f[name]) < least {
			return nil, fmt.Errorf("it has no table %q", name)
		}
	}
	wide, all := f.wide(), f.size()
	if wide < 1 || wide > all || len(f["hmtx"]) < 2*(all+wide) || len(f["loca"]) < (all+1)*f.step() {
		return nil, damaged
	}
	return f, nil
}

func (f trueType) size() int { return int(binary.BigEndian.Uint16(f["maxp"][4:])) }  // number of glyphs
func (f trueType) wide() int { return int(binary.BigEndian.Uint16(f["hhea"][34:])) } // those of them with a width of their own

// step is the length of an entry of table loca.
func (f trueType) step() int {
	if binary.BigEndian.Uint16(f["head"][50:]) == 0 {
		return 2
	}
	return 4
}

// outline gives the outline of a glyph; that of a space is empty.
func (f trueType) outline(glyph int) ([]byte, error) {
	if glyph >= f.size() {
		return nil, fmt.Errorf("it has no glyph %d", glyph)
	}
	at := func(i int) int64 {
		if f.step() == 2 {
			return 2 * int64(binary.BigEndian.Uint16(f["loca"][2*i:]))
		}
		return int64(binary.BigEndian.Uint32(f["loca"][4*i:]))
	}
	start, end := at(glyph), at(glyph+1)
	if start > end || end > int64(len(f["glyf"])) {
		return nil, fmt.Errorf("the outline of glyph %d is damaged", glyph)
	}
	return f["glyf"][start:end], nil
}

// metric gives advance width and left bearing of a glyph.
func (f trueType) metric(glyph int) []byte {
	wide := f.wide()
	if glyph < wide {
		return f["hmtx"][4*glyph : 4*glyph+4]
	}
	bearing := f["hmtx"][4*wide+2*(glyph-wide):]
	return append(slices.Clone(f["hmtx"][4*wide-4:4*wide-2]), bearing[:2]...)
}

// bytes puts the tables together to a file and completes the checksum in "head".
func (f trueType) bytes() []byte {
	exponent := bits.Len(uint(len(f))) - 1
	out := []byte{0, 1, 0, 0}
	for _, n := range []int{len(f), 16 << exponent, exponent, 16*len(f) - 16<<exponent} {
		out = binary.BigEndian.AppendUint16(out, uint16(n))
	}
	start, head := len(out)+16*len(f), 0
	var tables []byte
	for _, name := range slices.Sorted(maps.Keys(f)) {
		table := f[name]
		if name == "head" {
			head = start + len(tables)
		}
		out = append(out, name...)
		for _, n := range []uint32{checksum(table), uint32(start + len(tables)), uint32(len(table))} {
			out = binary.BigEndian.AppendUint32(out, n)
		}
		tables = append(tables, table...)
		tables = append(tables, make([]byte, -len(tables)&3)...)
	}
	out = append(out, tables...)
	binary.BigEndian.PutUint32(out[head+8:], 0xB1B0AFBA-checksum(out))
	return out
}

// checksum adds up the words of a table.
func checksum(table []byte) uint32 {
	var sum uint32
	for i, b := range table {
		sum += uint32(b) << (24 - 8*(i&3))
	}
	return sum
}
