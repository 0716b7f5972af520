package projection

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"github.com/pledgesim/pledgesim/scenario"
)

// A format is a way to write tables.
type format struct {
	name, extension string // as Write and WriteFile know it
	write           func(b *bytes.Buffer, ts []Tabular, a About) error
}

// formats are those of Write, in the order in which they are listed.
func formats() []format {
	return []format{
		{"text", ".txt", writeText},
		{"csv", ".csv", writeCSV},
		{"markdown", ".md", writeMarkdown},
		{"jsonl", ".jsonl", writeJSONLines},
		{"iamc", ".iamc.csv", writeIAMC},
	}
}

// Formats lists the formats that Write knows.
func Formats() []string {
	var names []string
	for _, f := range formats() {
		names = append(names, f.name)
	}
	return names
}

// Write writes tables in a named format, one of Formats. Nothing is written unless
// the whole of it could be made.
func Write(w io.Writer, format string, ts ...Tabular) error {
	for _, f := range formats() {
		if f.name == format {
			return f.to(w, ts)
		}
	}
	return fmt.Errorf("%w: unknown format %q, choose one of %v", scenario.ErrInvalid, format, Formats())
}

// WriteFile writes tables to a file whose name ends in .txt, .csv, .md, .jsonl or, for
// the format iamc, in .iamc.csv, in small or capital letters. Like [ReplaceFile], which
// it uses, it writes the file whole or not at all. The folder must exist.
func WriteFile(path string, ts ...Tabular) error {
	f, err := formatOf(path)
	if err != nil {
		return fmt.Errorf("write %s: %w", path, err)
	}
	var b bytes.Buffer
	if err := f.to(&b, ts); err != nil {
		return fmt.Errorf("write %s: %w", path, err)
	}
	return ReplaceFile(path, b.Bytes())
}

// formatOf is the format that the end of a name tells; of two that fit, the longer.
func formatOf(path string) (format, error) {
	var found format
	var all []string
	for _, f := range formats() {
		all = append(all, f.extension)
		if strings.HasSuffix(strings.ToLower(path), f.extension) && len(f.extension) > len(found.extension) {
			found = f
		}
	}
	if found.write == nil {
		return found, fmt.Errorf("%w: the end of the name does not tell the format: use %s", scenario.ErrInvalid, strings.Join(all, ", "))
	}
	return found, nil
}

// to writes tables in one piece.
func (f format) to(w io.Writer, ts []Tabular) error {
	if err := checkTables(ts); err != nil {
		return err
	}
	var b bytes.Buffer
	if err := f.write(&b, ts, join(ts)); err != nil {
		return err
	}
	_, err := b.WriteTo(w)
	return err
}
