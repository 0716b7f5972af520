package plotting

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/pledgesim/pledgesim/projection"
)

// Save writes the figure to a file whose extension names the format, .png, .svg
// or .pdf, in small or capital letters. The file is written whole or not at all, as
// by [projection.ReplaceFile]. The folder must exist.
func (f *Figure) Save(path string) error {
	return f.save(context.Background(), path)
}

// save writes the figure to a file. When ctx ends before it is drawn, nothing is
// written, and the bare error of ctx comes back.
func (f *Figure) save(ctx context.Context, path string) error {
	format, err := formatOf(path)
	if err != nil {
		return fmt.Errorf("save %s: %w", path, err)
	}
	if ctx.Err() != nil {
		return ctx.Err()
	}
	data, err := f.encode(format)
	if err != nil {
		return fmt.Errorf("save %s: %w", path, err)
	}
	if ctx.Err() != nil {
		return ctx.Err()
	}
	return projection.ReplaceFile(path, data)
}

// formatOf is the format that the extension of a name tells.
func formatOf(name string) (string, error) {
	format := strings.TrimPrefix(filepath.Ext(name), ".")
	if format == "" {
		return "", fmt.Errorf("the name has no extension to tell the format: use .%s", strings.Join(Formats(), ", ."))
	}
	return format, checkFormat(format)
}
