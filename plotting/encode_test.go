package plotting

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"
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

// lazy is a writer that leaves the last byte out and does not say so.
type lazy struct{}

func (lazy) Write(p []byte) (int, error) { return len(p) - 1, nil }

// A writer that fails after some bytes fails the figure, with its own error, and what it
// took is the beginning of the file.
func TestEncodeToAWriterThatFails(t *testing.T) {
	f := small(t)
	for _, format := range Formats() {
		whole := encoded(t, f, format)
		for _, n := range []int{0, 1, len(whole) / 3, len(whole) - 1} {
			w := &room{left: n}
			if err := f.Encode(w, format); !errors.Is(err, errFull) || !strings.HasPrefix(err.Error(), "figure: ") {
				t.Errorf("%s: room for %d bytes gives %v", format, n, err)
			}
			if !bytes.Equal(w.Bytes(), whole[:n]) {
				t.Errorf("%s: with room for %d bytes other bytes were written", format, n)
			}
		}
		if err := f.Encode(&room{left: len(whole)}, format); err != nil {
			t.Errorf("%s: %v", format, err)
		}
		if err := f.Encode(lazy{}, format); !errors.Is(err, io.ErrShortWrite) {
			t.Errorf("%s: a byte left out gives %v", format, err)
		}
	}
}
