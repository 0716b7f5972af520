package main

import (
	"bytes"
	"context"
	"errors"
	"os"
	"os/signal"
	"path/filepath"
	"runtime"
	"syscall"
	"testing"
	"time"
)

// A signal while the program works ends it cleanly: with an error, and with nothing left.
// It is not that of Ctrl-C, so that this ends the tests.
func TestStoppedBySignal(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("a program cannot send itself a signal")
	}
	signal.Notify(make(chan os.Signal, 1), syscall.SIGTERM) // one that comes too early, or late, must not end the tests
	parent := t.TempDir()
	ended := make(chan error)
	go func() {
		ended <- run([]string{"-members", "DEU", "-draws", "1000000000", "-out", filepath.Join(parent, "new", "report")}, &bytes.Buffer{})
	}()
	self, err := os.FindProcess(os.Getpid())
	if err != nil {
		t.Fatal(err)
	}
	for {
		select {
		case err := <-ended:
			if !errors.Is(err, context.Canceled) || err.Error() != "stopped, nothing was written" {
				t.Errorf("error %v", err)
			}
			if left := names(t, parent); left != nil {
				t.Errorf("%v was left", left)
			}
			return
		case <-time.After(20 * time.Millisecond):
			if err := self.Signal(syscall.SIGTERM); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// endingAfter is a context that ends when it has been asked a number of times.
type endingAfter struct {
	context.Context
	left *int
}

func (e endingAfter) Err() error {
	if *e.left--; *e.left < 0 {
		return context.Canceled
	}
	return nil
}

// Wherever the work is stopped, the folder is there as a whole or not at all.
func TestStoppedAnywhere(t *testing.T) {
	scenarios := filepath.Join(t.TempDir(), "one.json")
	put(t, scenarios, `{"scenarios": [{"name": "kept", "pledge": {"kind": "target", "share_percent": 1, "by": 2030}, "growth": {"kind": "constant", "rate_percent": 1}, "response": {"kind": "ramp"}}]}`)
	for _, asked := range []int{0, 1, 2, 5, 10, 20, 40} {
		parent := t.TempDir()
		left := asked
		err := write(endingAfter{context.Background(), &left}, []string{"-data", "testdata/data.csv", "-members", "WST", "-to", "2030", "-out", filepath.Join(parent, "report"), scenarios}, &bytes.Buffer{}, &bytes.Buffer{})
		if !errors.Is(err, context.Canceled) {
			t.Errorf("after %d: error %v", asked, err)
		}
		if entries := names(t, parent); entries != nil {
			t.Errorf("after %d: %v was left", asked, entries)
		}
	}
}
