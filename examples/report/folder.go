package main

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/pledgesim/pledgesim/examples/internal/command"
)

// A file of the report, by its slash-separated path in the folder.
type file struct {
	name string
	data []byte
}

// sumsName is the list of all files with their checksums, as sha256sum writes it. It
// is also the mark of a folder that may be replaced.
const sumsName = "SHA256SUMS"

// sums lists files with their checksums.
func sums(files []file) file {
	var b bytes.Buffer
	for _, f := range files {
		fmt.Fprintf(&b, "%s  %s\n", sumOf(f.data), f.name)
	}
	return file{sumsName, b.Bytes()}
}

func sumOf(data []byte) string { return fmt.Sprintf("%x", sha256.Sum256(data)) }

// mayReplace says why a folder must not be replaced: anything in it that is not as a
// report wrote it. A folder that does not exist, or is empty, may be.
func mayReplace(dir string) error {
	info, err := os.Stat(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return err
	case !info.IsDir():
		return fmt.Errorf("%s is a file: name a folder", dir)
	}
	if here, err := os.Getwd(); err == nil {
		at, err := filepath.Abs(dir)
		const separator = string(filepath.Separator)
		if err != nil || at == here || strings.HasPrefix(here, strings.TrimSuffix(at, separator)+separator) {
			return fmt.Errorf("%s is the folder that you are in, or above it: name one of its own", dir)
		}
	}
	name, err := stranger(dir)
	if err == nil && name != "" {
		err = fmt.Errorf("%s has %q in it, which is not as a report wrote it: name another folder, or move that away", dir, name)
	}
	return err
}

// stranger finds a file of a folder that is not as a report wrote it; empty if there is
// none. A folder may be a whole disk: none of its files is read before its list, and
// none at all if one is not in that.
func stranger(dir string) (name string, err error) {
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) == 0 {
		return "", err
	}
	listed, err := readSums(dir)
	if err != nil {
		return "", err
	}
	if listed[htmlName] == "" { // there is no list, or it is another program's
		return entries[0].Name(), nil
	}
	found := ""
	var files []string
	err = fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil || d.IsDir() || name == sumsName:
			return err
		case !d.Type().IsRegular() || listed[name] == "":
			found = name
			return fs.SkipAll
		}
		files = append(files, name)
		return nil
	})
	if err != nil || found != "" {
		return found, err
	}
	for _, name := range files {
		data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
		if err != nil {
			return "", err
		}
		if sumOf(data) != listed[name] {
			return name, nil
		}
	}
	return "", nil
}

// readSums reads the list of a folder: checksums by name. It is empty if there is none.
func readSums(dir string) (map[string]string, error) {
	path := filepath.Join(dir, sumsName)
	if info, err := os.Lstat(path); err != nil || !info.Mode().IsRegular() {
		return nil, nil
	}
	text, err := os.ReadFile(path)
	listed := map[string]string{}
	for line := range strings.Lines(string(text)) {
		sum, name, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "  ")
		listed[name] = sum
	}
	return listed, err
}

// replace writes files into a new folder beside dir and then puts it into its place,
// so that dir is as before, or whole.
func replace(ctx context.Context, dir string, files []file) (err error) {
	files = append(files, sums(files))
	if at, err := filepath.EvalSymlinks(dir); err == nil {
		dir = at
	}
	dir = filepath.Clean(dir)
	made, err := makeFolder(filepath.Dir(dir))
	defer func() {
		if err != nil {
			remove(made)
		}
	}()
	if err != nil {
		return command.Unwritten(err)
	}
	work, err := os.MkdirTemp(filepath.Dir(dir), ".report-*")
	if err != nil {
		return command.Unwritten(err)
	}
	defer os.Remove(work) // if it is empty
	fresh := filepath.Join(work, "new")
	defer os.RemoveAll(fresh)
	for _, f := range files {
		if err := ctx.Err(); err != nil {
			return err
		}
		path := filepath.Join(fresh, filepath.FromSlash(f.name))
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o777), os.WriteFile(path, f.data, 0o666)); err != nil {
			return command.Unwritten(err)
		}
	}
	if err := exchange(dir, fresh, filepath.Join(work, "old")); err != nil {
		return command.Unwritten(err)
	}
	return nil
}
