package projection_test

import (
	"bytes"
	"errors"
	"io"
	"os"
	"strings"
	"syscall"
	"testing"

	"github.com/pledgesim/pledgesim/projection"
)

var errFull = errors.New("the disk is full")

// room is a writer that has room for some bytes.
type room struct {
	bytes.Buffer
	left int
}

func (r *room) Write(p []byte) (int, error) {
	n := min(len(p), r.left)
	r.left -= n
	r.Buffer.Write(p[:n])
	if n < len(p) {
		return n, errFull
	}
	return n, nil
}

// A writer that fails after any number of bytes fails the table, with its own error,
// and what it took is the beginning of the table. Of the small table every byte is
// tried, of the others the ends and a dozen places between.
func TestWriterFailsAfterAnyByte(t *testing.T) {
	all := everyTable(t)
	all["small"] = []projection.Tabular{small()}
	for name, ts := range all {
		for _, format := range projection.Formats() {
			whole := written(t, format, ts...)
			step := 1 + len(whole)/12
			if name == "small" {
				step = 1
			}
			for n := 0; n <= len(whole); n += step {
				w := &room{left: n}
				err := projection.Write(w, format, ts...)
				if full := n < len(whole); full != errors.Is(err, errFull) || !full && err != nil {
					t.Fatalf("%s as %s: room for %d of %d bytes gives %v", name, format, n, len(whole), err)
				}
				if w.String() != whole[:n] {
					t.Fatalf("%s as %s: with room for %d bytes other bytes were written", name, format, n)
				}
			}
			if err := projection.Write(&room{left: len(whole) - 1}, format, ts...); !errors.Is(err, errFull) {
				t.Errorf("%s as %s: no room for the last byte gives %v", name, format, err)
			}
		}
	}
}

// lazy is a writer that leaves the last byte out and does not say so.
type lazy struct{}

func (lazy) Write(p []byte) (int, error) { return len(p) - 1, nil }

func TestWriterThatLeavesBytesOut(t *testing.T) {
	for _, format := range projection.Formats() {
		if err := projection.Write(lazy{}, format, small()); !errors.Is(err, io.ErrShortWrite) {
			t.Errorf("%s: %v", format, err)
		}
	}
}

// The file of every full disk names itself.
func TestWriteToAFullDevice(t *testing.T) {
	f, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		t.Skip("this system has no /dev/full: ", err)
	}
	defer f.Close()
	for _, format := range projection.Formats() {
		if err := projection.Write(f, format, small()); !errors.Is(err, syscall.ENOSPC) || !strings.Contains(err.Error(), "/dev/full") {
			t.Errorf("%s: %v", format, err)
		}
	}
}
