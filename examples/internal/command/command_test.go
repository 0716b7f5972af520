package command_test

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/pledgesim/pledgesim/examples/internal/command"
	"github.com/pledgesim/pledgesim/plotting"
)

var defaults = command.Defaults{Edition: "2023-03", Growth: "2023-04", Out: "out"}

func TestDefaults(t *testing.T) {
	o, err := command.Parse("test", nil, defaults, &bytes.Buffer{})
	if err != nil {
		t.Fatal(err)
	}
	if o.Dataset.Edition != "nato-2023-03" || !strings.Contains(fmt.Sprint(o.Growth), "April 2023") || o.Members != nil || o.To != 2040 || o.Out != "out" || o.Format != "text" {
		t.Errorf("%+v", o)
	}
}

func TestHelp(t *testing.T) {
	var b bytes.Buffer
	if _, err := command.Parse("test", []string{"-help"}, defaults, &b); !errors.Is(err, flag.ErrHelp) {
		t.Errorf("error %v", err)
	}
	for _, name := range []string{"-edition", "-members", "-to", "-growth", "-out", "-format"} {
		if !strings.Contains(b.String(), name) {
			t.Errorf("help does not explain %s:\n%s", name, b.String())
		}
	}
}

func TestStrayArgument(t *testing.T) {
	if _, err := command.Parse("test", []string{"DEU"}, defaults, &bytes.Buffer{}); err == nil || !strings.Contains(err.Error(), `"DEU"`) {
		t.Errorf("error %v", err)
	}
}

// A chart that cannot be drawn keeps the others from being written.
func TestSaveWritesAllOrNothing(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "charts")
	err := command.Save(dir, map[string]command.Chart{
		"a.png": func() (*plotting.Figure, error) { return nil, errors.New("no data") },
	})
	if err == nil || !strings.Contains(err.Error(), "a.png: no data") {
		t.Errorf("error %v", err)
	}
	if _, err := os.Stat(dir); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("the folder was made: %v", err)
	}
}

// The exit code is 2 for a wrong value, 1 for a file that cannot be written,
// 130 after a signal, 0 after help; the message is one line.
func TestExit(t *testing.T) {
	causes := map[string]error{
		"help":  flag.ErrHelp,
		"value": errors.Join(errors.New("one"), errors.New("two")),
		"stop":  fmt.Errorf("stopped: %w", context.Canceled),
	}
	if os.Getenv("EXIT_CAUSE") == "file" { // a file is in the way of the folder
		command.Exit("test", command.Save(os.Args[0], nil))
	}
	if cause, ok := causes[os.Getenv("EXIT_CAUSE")]; ok { // in the child process
		command.Exit("test", cause)
	}
	for cause, want := range map[string]struct {
		code    int
		message string
	}{
		"help":  {0, ""},
		"value": {2, "test: one; two\n"},
		"file":  {1, ""},
		"stop":  {130, "test: stopped: context canceled\n"},
	} {
		child := exec.Command(os.Args[0], "-test.run=^TestExit$")
		child.Env = append(os.Environ(), "EXIT_CAUSE="+cause)
		var message bytes.Buffer
		child.Stderr = &message
		err := child.Run()
		if child.ProcessState == nil {
			t.Fatal(err)
		}
		if cause == "file" {
			want.message = fmt.Sprintf("test: -out: mkdir %s: not a directory: stopped there\n", os.Args[0])
		}
		if code := child.ProcessState.ExitCode(); code != want.code || message.String() != want.message {
			t.Errorf("%s: exit %d with %q, want %d with %q", cause, code, message.String(), want.code, want.message)
		}
	}
}
