package textfile

import (
	"bytes"
	"encoding/binary"
	"strings"
	"unicode"
	"unicode/utf16"
)

// foreign says what a file is that holds no table in text, and what to do.
func foreign(raw []byte) string {
	begins := func(mark string) bool { return bytes.HasPrefix(raw, []byte(mark)) }
	switch {
	case begins("PK\x03\x04"):
		return "is a workbook or another zipped file (.xlsx, .ods, .zip), not text: open it and save the sheet as CSV"
	case begins("\xd0\xcf\x11\xe0"):
		return "is a workbook of an old kind (.xls), not text: open it and save the sheet as CSV"
	case begins("%PDF"):
		return "is a PDF, not text: copy the table into a spreadsheet and save it as CSV"
	case begins("\x1f\x8b"):
		return "is compressed (gzip): unpack it first"
	case begins("version https://git-lfs"):
		return "is a Git LFS pointer, not the file itself: fetch the file with git lfs pull"
	}
	start := bytes.ToLower(bytes.TrimLeftFunc(bytes.TrimPrefix(raw, []byte("\ufeff")), unicode.IsSpace))
	switch {
	case bytes.HasPrefix(start, []byte("<!doctype")), bytes.HasPrefix(start, []byte("<html")):
		return "is a web page, not a table: download the file that the page links to"
	case bytes.HasPrefix(start, []byte("<?xml")):
		return "is XML, not a table: open it in a spreadsheet and save it as CSV"
	case len(start) == 0:
		return "is empty"
	}
	return ""
}

// decode gives the text in UTF-8 without byte order mark; UTF-8 is not checked yet.
func decode(raw []byte) (string, error) {
	order, rest := utf16Order(raw)
	if order == nil {
		return strings.TrimPrefix(string(raw), "\ufeff"), nil
	}
	if len(rest)%2 != 0 {
		return "", &Fault{Problem: "is UTF-16 with half a character at its end: it may have been cut off"}
	}
	var text strings.Builder
	text.Grow(len(rest) / 2)
	for ; len(rest) > 0; rest = rest[2:] {
		r := rune(order.Uint16(rest))
		if utf16.IsSurrogate(r) {
			low := rune(0)
			if len(rest) >= 4 {
				low = rune(order.Uint16(rest[2:]))
			}
			if r = utf16.DecodeRune(r, low); r == unicode.ReplacementChar {
				line := 1 + strings.Count(text.String(), "\n")
				column := text.Len() - strings.LastIndexByte(text.String(), '\n')
				return "", &Fault{line, column, "holds half a character of UTF-16: the file is damaged"}
			}
			rest = rest[2:]
		}
		text.WriteRune(r)
	}
	return text.String(), nil
}

// utf16Order tells the order of the bytes of UTF-16, by its mark or, without one, by
// the zero bytes of the first two characters, and gives what follows the mark. It is nil
// for another encoding.
func utf16Order(raw []byte) (order binary.ByteOrder, rest []byte) {
	switch {
	case len(raw) < 4:
		return nil, raw
	case raw[0] == 0xff && raw[1] == 0xfe:
		return binary.LittleEndian, raw[2:]
	case raw[0] == 0xfe && raw[1] == 0xff:
		return binary.BigEndian, raw[2:]
	case raw[0] != 0 && raw[1] == 0 && raw[2] != 0 && raw[3] == 0:
		return binary.LittleEndian, raw
	case raw[0] == 0 && raw[1] != 0 && raw[2] == 0 && raw[3] != 0:
		return binary.BigEndian, raw
	}
	return nil, raw
}
