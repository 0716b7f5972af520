package plotting

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"

	"github.com/pledgesim/pledgesim/projection"
)

// inChild runs the test again in a process of its own, and reports whether this is it.
// There the test may change the limits and mounts of its process. What it cannot do
// there either it may skip.
func inChild(t *testing.T, attributes *syscall.SysProcAttr) bool {
	t.Helper()
	const variable = "PLEDGESIM_TEST_IN_CHILD"
	if os.Getenv(variable) == t.Name() {
		return true
	}
	child := exec.Command(os.Args[0], "-test.run=^"+regexp.QuoteMeta(t.Name())+"$", "-test.v")
	child.Env = append(os.Environ(), variable+"="+t.Name())
	child.SysProcAttr = attributes
	out, err := child.CombinedOutput()
	switch {
	case child.ProcessState == nil:
		t.Skip("no process can be started so: ", err)
	case strings.Contains(string(out), "--- SKIP: "+t.Name()):
		t.Skip(string(out))
	case err != nil || !strings.Contains(string(out), "--- PASS: "+t.Name()):
		t.Errorf("%v:\n%s", err, out)
	}
	return false
}

// ownMounts lets a process mount file systems that only it sees, whoever runs it.
func ownMounts() *syscall.SysProcAttr {
	return &syscall.SysProcAttr{
		Cloneflags:  syscall.CLONE_NEWUSER | syscall.CLONE_NEWNS,
		UidMappings: []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getuid(), Size: 1}},
		GidMappings: []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getgid(), Size: 1}},
	}
}

// mounted is a folder in a file system of 256 KiB.
func mounted(t *testing.T) string {
	t.Helper()
	folder := t.TempDir()
	if err := syscall.Mount("tmpfs", folder, "tmpfs", 0, "size=256k"); err != nil {
		t.Skip("no file system can be mounted: ", err)
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(folder, 0); err != nil {
			t.Error(err)
		}
	})
	return folder
}

// checkUnwritten tries to write every kind of file over one that is there and as a new
// one. Each must fail for the reason, with an error that names the file, leave the old
// one as it was and no part of a new one.
func checkUnwritten(t *testing.T, folder string, reason error) {
	t.Helper()
	f := small(t)
	results := three(t, projection.Options{})
	names := map[string]func(path string) error{}
	for _, extension := range []string{".txt", ".csv", ".md", ".jsonl", ".iamc.csv"} {
		names[extension] = func(path string) error { return projection.WriteFile(path, results[0], results[1]) }
	}
	for _, format := range Formats() {
		names["."+format] = f.Save
	}
	for extension, write := range names {
		for _, name := range []string{"old", "new" + extension} {
			path := filepath.Join(folder, name)
			if name == "old" { // under a link with the extension, as the file must be there before
				path = filepath.Join(t.TempDir(), "link"+extension)
				if err := os.Symlink(filepath.Join(folder, name), path); err != nil {
					t.Fatal(err)
				}
			}
			err := write(path)
			if want := "write " + path + ": " + reason.Error() + ": nothing was written to it"; !errors.Is(err, reason) || err.Error() != want {
				t.Errorf("%v, want %q", err, want)
			}
		}
	}
	err := SaveAll(t.Context(), folder, Named{"a.png", f}, Named{"b.svg", f}, Named{"c.pdf", f})
	if !errors.Is(err, reason) || strings.Count(err.Error(), "write "+folder) != 3 {
		t.Errorf("SaveAll: %v, want three times %v", err, reason)
	}
	if old, err := os.ReadFile(filepath.Join(folder, "old")); err != nil || string(old) != "old" {
		t.Errorf("the file that was there: %q, %v", old, err)
	}
}

// A disk that is full, with a file system of a few pages.
func TestFullDisk(t *testing.T) {
	if !inChild(t, ownMounts()) {
		return
	}
	folder := mounted(t)
	err := os.WriteFile(filepath.Join(folder, "old"), []byte("old"), 0o600)
	if full := os.WriteFile(filepath.Join(folder, "rest"), make([]byte, 1<<20), 0o600); err != nil || !errors.Is(full, syscall.ENOSPC) {
		t.Fatal(err, full)
	}
	checkUnwritten(t, folder, syscall.ENOSPC)
	checkFiles(t, folder, "old", "rest")
}

// A folder that is read-only, for root too.
func TestReadOnlyFolder(t *testing.T) {
	if !inChild(t, ownMounts()) {
		return
	}
	folder := mounted(t)
	if err := os.WriteFile(filepath.Join(folder, "old"), []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Mount("", folder, "", syscall.MS_REMOUNT|syscall.MS_RDONLY, ""); err != nil {
		t.Skip("the file system cannot be made read-only: ", err)
	}
	checkUnwritten(t, folder, syscall.EROFS)
	checkFiles(t, folder, "old")
}

// A disk that takes the beginning of a file: a process may not write more than some
// bytes to one.
func TestFileEndsEarly(t *testing.T) {
	if !inChild(t, nil) {
		return
	}
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, "old"), []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	var before syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_FSIZE, &before); err != nil {
		t.Skip("no limit can be read: ", err)
	}
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: 100, Max: before.Max}); err != nil {
		t.Skip("no limit can be set: ", err)
	}
	checkUnwritten(t, folder, syscall.EFBIG)
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &before); err != nil { // the report of coverage is a file too
		t.Fatal(err)
	}
	checkFiles(t, folder, "old")
}
