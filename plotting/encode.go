package plotting

import (
	"fmt"
	"io"
	"strings"
)

// Encode writes the figure in a format; "png" is the one there is. Nothing is
// written unless the whole figure could be drawn. The file carries its
// resolution, so that documents place it at its true size, and title, note and
// source as text.
func (f *Figure) Encode(w io.Writer, format string) error {
	data, err := f.encode(format)
	if err != nil {
		return err
	}
	if _, err := w.Write(data); err != nil {
		return fmt.Errorf("figure: %w", err)
	}
	return nil
}

// encode gives the bytes of a file.
func (f *Figure) encode(format string) ([]byte, error) {
	switch strings.ToLower(format) {
	case "png":
		return f.png()
	default:
		return nil, fmt.Errorf("figure: format %q is not supported: use png", format)
	}
}
