package scenario_test

import (
	"errors"
	"io"
	"strings"
	"testing"
)

// narrow is a writer that has room for some bytes; without an error of its own it does
// not say so when they are full.
type narrow struct {
	strings.Builder
	left int
	err  error
}

func (n *narrow) Write(p []byte) (int, error) {
	k := min(len(p), n.left)
	n.left -= k
	n.Builder.Write(p[:k])
	if k < len(p) {
		return k, n.err
	}
	return k, nil
}

// A writer that fails after any byte fails the data set, with its own error, and what it
// took is the beginning of the file.
func TestWriteCSVFailsAfterAnyByte(t *testing.T) {
	d := readText(t, small)
	var whole strings.Builder
	if err := d.WriteCSV(&whole); err != nil {
		t.Fatal(err)
	}
	for n := range whole.Len() {
		for given, want := range map[error]error{errBroken: errBroken, nil: io.ErrShortWrite} {
			w := &narrow{left: n, err: given}
			if err := d.WriteCSV(w); !errors.Is(err, want) {
				t.Fatalf("room for %d of %d bytes gives %v, want %v", n, whole.Len(), err, want)
			}
			if w.String() != whole.String()[:n] {
				t.Fatalf("with room for %d bytes other bytes were written", n)
			}
		}
	}
	if err := d.WriteCSV(&narrow{left: whole.Len()}); err != nil {
		t.Error(err)
	}
}
