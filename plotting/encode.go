package plotting

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"
)

// Formats are the formats that figures are written in.
func Formats() []string { return []string{"png", "svg", "pdf"} }

// Encode writes the figure in a format, one of [Formats], in small or capital
// letters. Nothing is written unless the whole figure could be drawn.
//
// Every file has its true size, so that documents place it at that size, and
// the texts of the figure in its description. The same figure gives the same
// bytes every time: there is no date in a file. PNG has a palette of 256 colours
// if no channel of any pixel is then off by more than 8 of 255 levels, which
// cannot be seen, and full colour otherwise. SVG and PDF carry the letters they
// show, so that they look the same where the font is not installed, and their
// text can be searched and copied. What they cannot carry is an error: a font
// without TrueType outlines and, in PDF, an image that Adjust adds.
func (f *Figure) Encode(w io.Writer, format string) error {
	data, err := f.encode(format)
	if err != nil {
		return err
	}
	if _, err := bytes.NewReader(data).WriteTo(w); err != nil {
		return fmt.Errorf("figure: %w", err)
	}
	return nil
}

// encode gives the bytes of a file.
func (f *Figure) encode(format string) ([]byte, error) {
	if err := checkFormat(format); err != nil {
		return nil, fmt.Errorf("figure: %w", err)
	}
	switch strings.ToLower(format) {
	case "svg":
		return f.svg()
	case "pdf":
		return f.pdf()
	default:
		return f.png()
	}
}

// checkFormat refuses what is not one of Formats.
func checkFormat(format string) error {
	if !slices.Contains(Formats(), strings.ToLower(format)) {
		return fmt.Errorf("format %q is not supported: use %s", format, strings.Join(Formats(), ", "))
	}
	return nil
}
