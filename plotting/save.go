package plotting

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
)

// Save writes the figure to a file whose extension names the format, .png, .svg
// or .pdf, in small or capital letters. The file is written whole or not at all: on
// any error a file that was there before is left as it was. A file that is replaced
// keeps its permissions; where path is a symbolic link, the file it leads to is
// replaced. The folder must exist.
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
	if err := replace(path, data); err != nil {
		return fmt.Errorf("save %s: %w", path, reason(err))
	}
	return nil
}

// formatOf is the format that the extension of a name tells.
func formatOf(name string) (string, error) {
	format := strings.TrimPrefix(filepath.Ext(name), ".")
	if format == "" {
		return "", fmt.Errorf("the name has no extension to tell the format: use .%s", strings.Join(Formats(), ", ."))
	}
	return format, checkFormat(format)
}

// reason is the cause of an error about a file without the name under which it
// was being written.
func reason(err error) error {
	var opened *os.PathError
	var renamed *os.LinkError
	switch {
	case errors.As(err, &opened):
		return opened.Err
	case errors.As(err, &renamed):
		return renamed.Err
	default:
		return err
	}
}

// replace writes a file under another name in the same folder and renames it
// when it is complete.
func replace(path string, data []byte) (err error) {
	path = follow(path)
	name := filepath.Join(filepath.Dir(path), fmt.Sprintf(".%016x", rand.Uint64()))
	file, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, os.Remove(name))
		}
	}()
	if old, statErr := os.Stat(path); statErr == nil && old.Mode().IsRegular() {
		err = file.Chmod(old.Mode().Perm())
	}
	if err == nil {
		_, err = file.Write(data)
	}
	if err == nil {
		err = file.Sync()
	}
	if closing := file.Close(); err == nil {
		err = closing
	}
	if err != nil {
		return err
	}
	return os.Rename(name, path)
}

// follow gives the path a symbolic link leads to, whether there is a file or not.
func follow(path string) string {
	for range 40 { // links may lead in a circle
		target, err := os.Readlink(path)
		if err != nil {
			break // not a link
		}
		if !filepath.IsAbs(target) {
			// Not Join, which takes ".." out of a folder that may itself be a link.
			target = filepath.Dir(path) + string(filepath.Separator) + target
		}
		path = target
	}
	return path
}
