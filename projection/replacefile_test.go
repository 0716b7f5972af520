package projection_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/pledgesim/pledgesim/projection"
)

// What is replaced keeps its permissions, a link stays a link, and a long name
// is no reason to fail.
func TestReplaceFileOver(t *testing.T) {
	folder := t.TempDir()
	at := func(name string) string { return filepath.Join(folder, name) }
	if err := errors.Join(os.WriteFile(at("old"), []byte("old"), 0o600), os.Chmod(at("old"), 0o640), os.Mkdir(at("deep"), 0o755),
		os.Symlink("old", at("link")), os.Symlink("new", at("ahead")), os.Symlink("../link", at("deep/link"))); err != nil {
		t.Skip(err)
	}
	long := strings.Repeat("n", 240)
	for _, name := range []string{"link", "ahead", long, "deep/link"} {
		if err := projection.ReplaceFile(at(name), []byte(name)); err != nil {
			t.Fatal(err)
		}
		if got, err := os.ReadFile(at(name)); err != nil || string(got) != name {
			t.Errorf("%s: %q, %v", name, got, err)
		}
	}
	if info, err := os.Stat(at("old")); err != nil || info.Size() != int64(len("deep/link")) || info.Mode().Perm() != 0o640 {
		t.Errorf("the file behind the links: %v, %v", info, err)
	}
	for _, name := range []string{"link", "ahead", "deep/link"} {
		if info, err := os.Lstat(at(name)); err != nil || info.Mode()&fs.ModeSymlink == 0 {
			t.Errorf("%s is no link any more: %v, %v", name, info, err)
		}
	}
	checkFolder(t, folder, "ahead", "deep", "link", "new", long, "old")
}

// On an error the message names the file, what was there is left as it was, and
// nothing is added. None of these needs that the user may not write somewhere, so that
// they hold for root too.
func TestReplaceFileFaults(t *testing.T) {
	folder := t.TempDir()
	at := func(name string) string { return filepath.Join(folder, name) }
	if err := errors.Join(os.WriteFile(at("file"), []byte("old"), 0o600), os.Mkdir(at("folder"), 0o755),
		os.Symlink("circle", at("circle")), os.Symlink(os.DevNull, at("device"))); err != nil {
		t.Skip(err)
	}
	for _, c := range []struct{ path, want string }{
		{at("folder"), "there is a folder of this name"},
		{at("missing/file"), "no such file or directory"},
		{at("file/below"), "not a directory"}, // stands for every folder that cannot be written to
		{at("device"), "it is no regular file"},
		{at("circle"), "too many levels of symbolic links"},
		{at(strings.Repeat("n", 300)), "file name too long"},
		{"", "no such file or directory"},
	} {
		err := projection.ReplaceFile(c.path, []byte("new"))
		if want := "write " + c.path + ": " + c.want + ": nothing was written to it"; err == nil || err.Error() != want {
			t.Errorf("%v, want %q", err, want)
		}
	}
	if got, err := os.ReadFile(at("file")); err != nil || string(got) != "old" {
		t.Errorf("the file that was there: %q, %v", got, err)
	}
	if info, err := os.Stat(os.DevNull); err != nil || info.Mode().IsRegular() {
		t.Fatalf("the device was replaced: %v, %v", info, err)
	}
	checkFolder(t, folder, "circle", "device", "file", "folder")
}
