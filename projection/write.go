package projection

import (
	"fmt"
	"io"

	"github.com/pledgesim/pledgesim/scenario"
)

// Formats lists the formats that Write knows.
func Formats() []string { return []string{"text", "csv", "markdown"} }

// Write writes tables in a named format, one of Formats.
func Write(w io.Writer, format string, ts ...Tabular) error {
	switch format {
	case "text":
		return WriteText(w, ts...)
	case "csv":
		return WriteCSV(w, ts...)
	case "markdown":
		return WriteMarkdown(w, ts...)
	}
	return fmt.Errorf("%w: unknown format %q, choose one of %v", scenario.ErrInvalid, format, Formats())
}
