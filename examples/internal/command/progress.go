package command

import (
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"github.com/pledgesim/pledgesim/projection"
)

// Progress shows on the terminal how much of some work is done, in a line that
// it wipes at the end. It is nil, which shows nothing, if standard error is no
// terminal.
func Progress(what string) func(done, total int) {
	if info, err := os.Stderr.Stat(); err != nil || info.Mode()&fs.ModeCharDevice == 0 {
		return nil
	}
	return meter(os.Stderr, what)
}

// meter writes a line over itself.
func meter(w io.Writer, what string) func(done, total int) {
	shown := -1
	return func(done, total int) {
		switch percent := int(100 * float64(done) / float64(total)); {
		case done >= total:
			fmt.Fprint(w, "\r\x1b[K") // back to the start, and clear
		case percent != shown:
			shown = percent
			fmt.Fprintf(w, "\r%s: %d%%", what, percent)
		}
	}
}

// Write writes groups of tables in a format: each as a table of its own, with an
// empty line between, or, in a format for machines, all as one.
func Write(w io.Writer, format string, groups ...[]projection.Tabular) error {
	if format != "text" && format != "markdown" {
		groups = [][]projection.Tabular{slices.Concat(groups...)}
	}
	for i, g := range groups {
		if i > 0 {
			fmt.Fprintln(w)
		}
		if err := projection.Write(w, format, g...); err != nil {
			return err
		}
	}
	return nil
}

// SaveTable writes tables into a file of a folder, in the format that its name tells.
func SaveTable(dir, name string, ts ...projection.Tabular) error {
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return Unwritten(err)
	}
	if err := projection.WriteFile(filepath.Join(dir, name), ts...); err != nil {
		return Unwritten(err)
	}
	return nil
}
