// Package textfile reads files of rows and columns as people save them: in UTF-8 or
// UTF-16, with or without a byte order mark, with the line ends of any system. It says
// with line and column what is wrong with one, and knows nothing of what cells mean.
package textfile

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// Limits of a file, so that none can take all memory or time.
const (
	MaxSize = 64 << 20 // bytes of a file
	MaxLine = 1 << 20  // bytes of a line, in UTF-8
)

// A Fault is what is wrong with a file.
type Fault struct {
	Line, Column int    // where it stands, from 1; the column counts bytes in UTF-8; 0: in the file as a whole
	Problem      string // what is wrong and what to do
}

// Where gives the place in words: "line 3, column 14", or "file".
func (f *Fault) Where() string {
	if f.Line == 0 {
		return "file"
	}
	return fmt.Sprintf("line %d, column %d", f.Line, f.Column)
}

// Error gives place and problem.
func (f *Fault) Error() string { return f.Where() + " " + f.Problem }

// A File is the text of a file.
type File struct {
	Text   string // in UTF-8, without byte order mark, lines ended by "\n"
	SHA256 string // of the bytes that were read, in hexadecimal
}

// Read reads all of a file. What is no text, too large or in another encoding is a
// *Fault; an error of the reader comes back as it is.
func Read(r io.Reader) (*File, error) {
	raw, err := io.ReadAll(io.LimitReader(r, MaxSize+1))
	if err != nil {
		return nil, err
	}
	if len(raw) > MaxSize {
		return nil, &Fault{Problem: fmt.Sprintf("is larger than %d MB: leave out what is not needed", MaxSize>>20)}
	}
	if problem := foreign(raw); problem != "" {
		return nil, &Fault{Problem: problem}
	}
	text, err := decode(raw)
	if err != nil {
		return nil, err
	}
	text = strings.ReplaceAll(text, "\r\n", "\n")
	if !strings.Contains(text, "\n") {
		text = strings.ReplaceAll(text, "\r", "\n") // the line ends of old spreadsheets
	}
	if err := check(text); err != nil {
		return nil, err
	}
	return &File{Text: text, SHA256: fmt.Sprintf("%x", sha256.Sum256(raw))}, nil
}

// check goes through the text line by line.
func check(text string) error {
	line := 0
	for l := range strings.Lines(text) {
		line++
		at := func(i int, problem string) error { return &Fault{line, i + 1, problem} }
		if len(l) > MaxLine {
			return at(0, fmt.Sprintf("begins a line of more than %d bytes: a quote may be missing, or this is no table", MaxLine))
		}
		if i := strings.IndexByte(l, 0); i >= 0 {
			return at(i, "holds a zero byte: this is no text file")
		}
		if i := strings.IndexByte(l, '\r'); i >= 0 {
			return at(i, "holds a carriage return inside a line: end all lines alike")
		}
		if !utf8.ValidString(l) {
			i := strings.IndexFunc(l, func(r rune) bool { return r == utf8.RuneError })
			return at(i, fmt.Sprintf(`holds a byte that is not UTF-8 (0x%02x): save the file as "CSV UTF-8"`, l[i]))
		}
	}
	return nil
}

// AsFault gives the fault that an error is, nil if it is one of the reader.
func AsFault(err error) *Fault {
	var f *Fault
	errors.As(err, &f)
	return f
}
