package plotting

import (
	"encoding/binary"
	"fmt"
	"strings"
)

// addFont adds the letters of a font that the file shows, and gives the number
// of its object. Text is written in the numbers of the alphabet; a second table
// gives the letters back to whoever copies or searches the text.
func (p *pdfFile) addFont(a *alphabet) (int, error) {
	font, err := a.subset()
	if err != nil {
		return 0, err
	}
	units := float64(binary.BigEndian.Uint16(font["head"][18:]))
	thousandths := func(table string, at int) string {
		return decimal(float64(int16(binary.BigEndian.Uint16(font[table][at:]))) / units * 1000)
	}
	widths := make([]string, 1+len(a.letters))
	for i := range widths {
		widths[i] = thousandths("hmtx", 4*i)
	}
	box := make([]string, 4)
	for i := range box {
		box[i] = thousandths("head", 36+2*i)
	}
	data := font.bytes()
	name := alphabets{a}.tag() + "+" + pdfName(a.font.Name())
	file := p.addStream(fmt.Sprintf(" /Length1 %d", len(data)), data)
	ascent, descent := thousandths("hhea", 4), thousandths("hhea", 6)
	descriptor := p.add("<< /Type /FontDescriptor /FontName /%s /Flags 4 /FontBBox [%s] /ItalicAngle 0 /Ascent %s /Descent %s /CapHeight %s /StemV 80 /FontFile2 %d 0 R >>", name, strings.Join(box, " "), ascent, descent, ascent, file)
	numbered := p.add("<< /Type /Font /Subtype /CIDFontType2 /BaseFont /%s /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /CIDToGIDMap /Identity /FontDescriptor %d 0 R /W [0 [%s]] >>", name, descriptor, strings.Join(widths, " "))
	letters := p.addStream("", []byte(toUnicode(a.letters)))
	return p.add("<< /Type /Font /Subtype /Type0 /BaseFont /%s /Encoding /Identity-H /DescendantFonts [%d 0 R] /ToUnicode %d 0 R >>", name, numbered, letters), nil
}

// pdfName takes out what may not be in a name.
func pdfName(s string) string {
	return strings.Map(func(r rune) rune {
		if r <= ' ' || r > '~' || strings.ContainsRune("()<>[]{}/%#", r) {
			return -1
		}
		return r
	}, s)
}

// toUnicode is the table that gives the letters of numbers from 1 on.
func toUnicode(letters []rune) string {
	var b strings.Builder
	b.WriteString(`/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
`)
	const most = 100 // in a block
	for start := 0; start < len(letters); start += most {
		end := min(start+most, len(letters))
		fmt.Fprintf(&b, "%d beginbfchar\n", end-start)
		for i, r := range letters[start:end] {
			fmt.Fprintf(&b, "<%04X> <%s>\n", start+i+1, utf16Digits(string(r)))
		}
		b.WriteString("endbfchar\n")
	}
	b.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
	return b.String()
}
