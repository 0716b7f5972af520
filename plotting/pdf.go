package plotting

import (
	"fmt"
	"math"
	"strings"

	"gonum.org/v1/plot/vg/draw"
)

// pdf gives the bytes of a PDF file of one page. It is written here, not by
// gonum's vgpdf, which writes letters outside Western European as others,
// cannot set bold text, needs a folder for temporary files, and puts the time
// of day into the file.
func (f *Figure) pdf() ([]byte, error) {
	width, height, err := f.Size()
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
	var fonts, alphas strings.Builder
	for i, a := range canvas.alphabets {
		number, err := file.addFont(a)
		if err != nil {
			return nil, fmt.Errorf("figure: %w", err)
		}
		fmt.Fprintf(&fonts, " /F%d %d 0 R", i, number)
	}
	for _, a := range canvas.alphas {
		fmt.Fprintf(&alphas, " /A%d << /ca %s /CA %[2]s >>", a, decimal(float64(a)/math.MaxUint16))
	}
	content := file.addStream("", canvas.content.Bytes())
	page := file.next()
	file.add("<< /Type /Page /Parent %d 0 R /MediaBox [0 0 %s %s] /Contents %d 0 R /Resources << /Font <<%s >> /ExtGState <<%s >> >> >>", page+1, decimal(width.Points()), decimal(height.Points()), content, fonts.String(), alphas.String())
	file.add("<< /Type /Pages /Kids [%d 0 R] /Count 1 >>", page)
	catalog := file.add("<< /Type /Catalog /Pages %d 0 R /ViewerPreferences << /DisplayDocTitle true >> >>", page+1)
	info := file.add("<<%s >>", f.pdfFacts())
	return file.close(catalog, info), nil
}

// pdfFacts is what a PDF file says about itself, in UTF-16.
func (f *Figure) pdfFacts() string {
	var b strings.Builder
	for _, one := range f.facts() {
		keyword := one.keyword
		switch keyword { // the standard has other words for two of them
		case "Description":
			keyword = "Subject"
		case "Software":
			keyword = "Creator"
		}
		fmt.Fprintf(&b, " /%s <FEFF%s>", keyword, utf16Digits(one.text))
	}
	return b.String()
}
