package plotting

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"strings"
	"unicode/utf16"
)

// A pdfFile is a PDF file that is being written: numbered objects, then a table
// of where they are. The format is that of ISO 32000-1 (PDF 1.7).
type pdfFile struct {
	bytes.Buffer
	starts []int // of the objects
}

func newPDFFile() *pdfFile {
	p := &pdfFile{}
	p.WriteString("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n") // the second line tells programs that the file is not text
	return p
}

// next is the number of the object that is added next.
func (p *pdfFile) next() int { return len(p.starts) + 1 }

// add adds an object and gives its number.
func (p *pdfFile) add(format string, args ...any) int {
	number := p.next()
	p.starts = append(p.starts, p.Len())
	fmt.Fprintf(p, "%d 0 obj\n", number)
	fmt.Fprintf(p, format, args...)
	p.WriteString("\nendobj\n")
	return number
}

// addStream adds data, packed, with entries for the dictionary that describes them.
func (p *pdfFile) addStream(entries string, data []byte) int {
	var packed bytes.Buffer
	w := zlib.NewWriter(&packed)
	w.Write(data) // into memory: there is no error
	w.Close()
	return p.add("<< /Length %d /Filter /FlateDecode%s >>\nstream\n%s\nendstream", packed.Len(), entries, packed.Bytes())
}

// close adds the table of objects, and gives the file.
func (p *pdfFile) close(catalog, info int) []byte {
	table := p.Len()
	fmt.Fprintf(p, "xref\n0 %d\n0000000000 65535 f \n", p.next())
	for _, start := range p.starts {
		fmt.Fprintf(p, "%010d 00000 n \n", start)
	}
	fmt.Fprintf(p, "trailer\n<< /Size %d /Root %d 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF\n", p.next(), catalog, info, table)
	return p.Bytes()
}

// utf16Digits writes a text in UTF-16, in hexadecimal digits.
func utf16Digits(s string) string {
	var b strings.Builder
	for _, unit := range utf16.Encode([]rune(s)) {
		fmt.Fprintf(&b, "%04X", unit)
	}
	return b.String()
}
