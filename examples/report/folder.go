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
	"slices"
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
		fmt.Fprintf(&b, "%x  %s\n", sha256.Sum256(f.data), f.name)
	}
	return file{sumsName, b.Bytes()}
}

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
		if at, err := filepath.Abs(dir); err != nil || at == here || strings.HasPrefix(here, at+string(filepath.Separator)) {
			return fmt.Errorf("%s is the folder that you are in, or above it: name one of its own", dir)
		}
	}
	others, err := strangers(dir)
	if err == nil && len(others) > 0 {
		err = fmt.Errorf("%s has %q in it, which is not as a report wrote it: name another folder, or move the file away", dir, others[0])
	}
	return err
}

// strangers lists the files of a folder that are not as a report wrote them.
func strangers(dir string) (names []string, err error) {
	list, err := os.ReadFile(filepath.Join(dir, sumsName))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	listed := strings.Split(string(list), "\n")
	err = fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil || d.IsDir() || name == sumsName:
			return err
		case !d.Type().IsRegular():
			names = append(names, name)
			return nil
		}
		data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
		if !slices.Contains(listed, fmt.Sprintf("%x  %s", sha256.Sum256(data), name)) {
			names = append(names, name)
		}
		return err
	})
	return names, err
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
