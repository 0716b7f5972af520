package plotting

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"strings"
	"unicode/utf16"

	"gonum.org/v1/plot/vg/draw"
)

// pdf gives the bytes of a PDF file of one page. It is written here, not by
// gonum's vgpdf, which writes letters outside Western European as others,
// cannot set bold text, needs a folder for temporary files, and puts the time
// of day into the file.
func (f *Figure) pdf() ([]byte, error) {
	width, height, err := f.size()
	if err != nil {
		return nil, err
	}
	canvas := newPDFCanvas()
	if err := f.Draw(draw.NewCanvas(canvas, width, height)); err != nil {
		return nil, err
	}
	if canvas.err != nil {
		return nil, fmt.Errorf("figure: %w", canvas.err)
	}
	file := newPDFFile()
	var fonts strings.Builder
	for i, a := range canvas.alphabets {
		number, err := file.addFont(a)
		if err != nil {
			return nil, fmt.Errorf("figure: %w", err)
		}
		fmt.Fprintf(&fonts, " /F%d %d 0 R", i, number)
	}
	content := file.addStream("", canvas.content.Bytes())
	page := file.next()
	file.add("<< /Type /Page /Parent %d 0 R /MediaBox [0 0 %s %s] /Contents %d 0 R /Resources << /Font <<%s >> >> >>", page+1, decimal(width.Points()), decimal(height.Points()), content, fonts.String())
	file.add("<< /Type /Pages /Kids [%d 0 R] /Count 1 >>", page)
	catalog := file.add("<< /Type /Catalog /Pages %d 0 R /ViewerPreferences << /DisplayDocTitle true >> >>", page+1)
	info := file.add("<< /Title %s /Subject %s /Source %s /Creator %s >>", pdfText(f.Title), pdfText(strings.TrimSpace(f.Subtitle+"\n"+f.Note)), pdfText(f.Source), pdfText("pledgesim"))
	return file.close(catalog, info), nil
}

// pdfText is a text of the description of a file.
func pdfText(s string) string {
	var b strings.Builder
	b.WriteString("<FEFF")
	for _, unit := range utf16.Encode([]rune(printable(s))) {
		fmt.Fprintf(&b, "%04X", unit)
	}
	return b.String() + ">"
}

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
