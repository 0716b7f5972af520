package main

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// some are the files of a small report, with a word that tells one from another.
func some(word string) []file {
	return []file{{htmlName, []byte(word)}, {"charts/a.png", []byte(word + " chart")}}
}

// names lists what a folder holds.
func names(t *testing.T, dir string) (all []string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
	for _, e := range entries {
		all = append(all, e.Name())
	}
	return all
}

func put(t *testing.T, path, text string) {
	t.Helper()
	if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o777), os.WriteFile(path, []byte(text), 0o666)); err != nil {
		t.Fatal(err)
	}
}

func TestReplaceMakesOrReplacesAFolder(t *testing.T) {
	parent := filepath.Join(t.TempDir(), "deep", "er")
	dir := filepath.Join(parent, "report")
	for _, word := range []string{"first", "second", "third"} {
		if word == "third" { // an empty folder is as good as none
			if err := errors.Join(os.RemoveAll(dir), os.Mkdir(dir, 0o777)); err != nil {
				t.Fatal(err)
			}
		}
		if err := mayReplace(dir); err != nil {
			t.Fatal(err)
		}
		if err := replace(context.Background(), dir, some(word)); err != nil {
			t.Fatal(err)
		}
		files := contents(t, dir)
		if files[htmlName] != word || files["charts/a.png"] != word+" chart" || len(files) != 3 {
			t.Errorf("%s: the folder holds %v", word, files)
		}
		if diff := cmp.Diff([]string{"report"}, names(t, parent)); diff != "" {
			t.Errorf("%s: beside the report: %s", word, diff)
		}
	}
}

// A folder with anything in it that no report wrote stays as it is.
func TestReplaceKeepsWhatItDidNotWrite(t *testing.T) {
	for name, change := range map[string]func(dir string){
		"notes.txt":    func(dir string) { put(t, filepath.Join(dir, "notes.txt"), "mine") },
		"charts/b.png": func(dir string) { put(t, filepath.Join(dir, "charts", "b.png"), "mine") },
		htmlName:       func(dir string) { put(t, filepath.Join(dir, htmlName), "changed by hand") },
		"link":         func(dir string) { os.Symlink(dir, filepath.Join(dir, "link")) },
		"charts":       func(dir string) { os.Remove(filepath.Join(dir, sumsName)) }, // the first in order of name
	} {
		dir := filepath.Join(t.TempDir(), "report")
		if err := replace(context.Background(), dir, some("first")); err != nil {
			t.Fatal(err)
		}
		change(dir)
		if _, err := os.Lstat(filepath.Join(dir, filepath.FromSlash(name))); err != nil {
			t.Skip(err) // no symbolic links on this system
		}
		before := names(t, dir)
		for _, err := range []error{mayReplace(dir), replace(context.Background(), dir, some("second"))} {
			if err == nil || !strings.Contains(err.Error(), `has "`+name+`" in it, which is not as a report wrote it: name another folder, or move that away`) {
				t.Errorf("%s: error %v", name, err)
			}
		}
		if diff := cmp.Diff(before, names(t, dir)); diff != "" {
			t.Errorf("%s: the folder is not as it was: %s", name, diff)
		}
		if diff := cmp.Diff([]string{"report"}, names(t, filepath.Dir(dir))); diff != "" {
			t.Errorf("%s: beside it: %s", name, diff)
		}
	}
}

// A folder without the list of a report is refused before any of its files is read:
// there may be no end of them. So is one with another program's list, though every file
// is as that says.
func TestOnlyAReportIsRead(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "disk")
	unread := filepath.Join(dir, "a", "unread")
	put(t, filepath.Join(unread, "b"), "mine")
	if err := os.Chmod(unread, 0); err != nil {
		t.Fatal(err)
	}
	defer os.Chmod(unread, 0o777)
	const want = `has "a" in it, which is not as a report wrote it`
	if err := mayReplace(dir); err == nil || !strings.Contains(err.Error(), want) {
		t.Errorf("without a list: %v", err)
	}
	image := file{"a.iso", []byte("image")}
	other := filepath.Join(t.TempDir(), "images")
	put(t, filepath.Join(other, image.name), string(image.data))
	put(t, filepath.Join(other, sumsName), string(sums([]file{image}).data))
	if err := mayReplace(other); err == nil || !strings.Contains(err.Error(), `in it, which is not as a report wrote it`) {
		t.Errorf("with the list of another program: %v", err)
	}
	// What is not in the list is found by its name, before any file is read.
	mixed := filepath.Join(t.TempDir(), "report")
	if err := replace(context.Background(), mixed, some("first")); err != nil {
		t.Fatal(err)
	}
	put(t, filepath.Join(mixed, htmlName), "changed by hand") // sorts before the other, and takes reading
	put(t, filepath.Join(mixed, "z.txt"), "mine")
	if name, err := stranger(mixed); name != "z.txt" || err != nil {
		t.Errorf("a stranger is %q, error %v", name, err)
	}
}

// A report that was stopped while it was written leaves what was there before.
func TestReplaceStopped(t *testing.T) {
	parent := t.TempDir()
	ctx, stop := context.WithCancel(context.Background())
	stop()
	if err := replace(ctx, filepath.Join(parent, "new", "report"), some("first")); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
	if left := names(t, parent); left != nil {
		t.Errorf("%v was left", left)
	}
	dir := filepath.Join(parent, "report")
	if err := replace(context.Background(), dir, some("first")); err != nil {
		t.Fatal(err)
	}
	if err := replace(ctx, dir, some("second")); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
	if got := contents(t, dir)[htmlName]; got != "first" || len(names(t, parent)) != 1 {
		t.Errorf("%q is left, in %v", got, names(t, parent))
	}
}

// Faults of the folder are one line that names the flag, and come before the work.
func TestFaultsOfTheFolder(t *testing.T) {
	parent := t.TempDir()
	put(t, filepath.Join(parent, "file"), "mine")
	put(t, filepath.Join(parent, "full", "notes.txt"), "mine")
	t.Chdir(parent)
	for dir, want := range map[string]string{
		"file":                         "-out: file is a file: name a folder",
		filepath.Join("file", "below"): "-out: stat file/below: not a directory",
		"full":                         `-out: full has "notes.txt" in it, which is not as a report wrote it: name another folder, or move that away`,
		".":                            "-out: . is the folder that you are in, or above it: name one of its own",
		"..":                           "-out: .. is the folder that you are in, or above it: name one of its own",
		string(filepath.Separator):     "-out: / is the folder that you are in, or above it: name one of its own",
		"":                             "-out: name a folder for the report",
	} {
		var out bytes.Buffer
		err := run([]string{"-members", "DEU", "-draws", "1000000000", "-out", dir}, &out) // which would last long
		if err == nil || filepath.ToSlash(err.Error()) != want {
			t.Errorf("%q: error %v, want %q", dir, err, want)
		}
		if diff := cmp.Diff([]string{"file", "full"}, names(t, parent)); diff != "" || out.Len() > 0 {
			t.Errorf("%q: something was written: %s%s", dir, diff, out.String())
		}
	}
}

// A folder in which nothing may be written is an error that names the flag.
func TestReadOnlyFolder(t *testing.T) {
	parent := filepath.Join(t.TempDir(), "locked")
	if err := os.Mkdir(parent, 0o555); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(parent, "probe"), nil, 0o666); err == nil {
		t.Skip("this user may write everywhere")
	}
	err := replace(context.Background(), filepath.Join(parent, "report"), some("first"))
	if err == nil || !strings.HasPrefix(err.Error(), "-out: ") || len(names(t, parent)) > 0 {
		t.Errorf("error %v, left %v", err, names(t, parent))
	}
}
