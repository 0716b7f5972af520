package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// exchange puts a new folder into the place of another, which is moved to old and then
// deleted, but only if all that is in it was written by a report.
func exchange(dir, fresh, old string) error {
	if err := mayReplace(dir); err != nil {
		return err
	}
	before := os.Rename(dir, old)
	if before != nil && !errors.Is(before, fs.ErrNotExist) {
		return before
	}
	if err := os.Rename(fresh, dir); err != nil {
		if before == nil {
			err = errors.Join(err, os.Rename(old, dir))
		}
		return err
	}
	if before != nil {
		return nil // there was none
	}
	if name, err := stranger(old); err != nil || name != "" {
		return errors.Join(err, fmt.Errorf("the report is written, but the one before it is kept in %s: files were put into it meanwhile", old))
	}
	return os.RemoveAll(old)
}

// makeFolder makes a folder and those above it, and tells which were not there before,
// the innermost first.
func makeFolder(dir string) (made []string, err error) {
	for at := dir; ; at = filepath.Dir(at) {
		if _, err := os.Stat(at); !errors.Is(err, fs.ErrNotExist) {
			break
		}
		made = append(made, at)
	}
	return made, os.MkdirAll(dir, 0o777)
}

// remove takes folders away that are empty.
func remove(dirs []string) {
	for _, dir := range dirs {
		os.Remove(dir)
	}
}
