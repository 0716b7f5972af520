package read

import (
	"errors"
	"fmt"
	"strconv"

	"github.com/pledgesim/pledgesim/scenario"
	"github.com/pledgesim/pledgesim/scenario/internal/textfile"
)

// maxFaults is how many faults are reported at once: a file with one mistake on every
// line needs no thousand messages.
const maxFaults = 10

// faults collects what is wrong with an input.
type faults struct{ list []error }

func (f *faults) add(field string, value any, problem string, kind error) {
	switch v := value.(type) {
	case string:
		value = strconv.Quote(v)
	case rune:
		value = strconv.QuoteRune(v)
	}
	f.addError(&scenario.FieldError{Field: field, Value: value, Problem: problem, Err: kind})
}

func (f *faults) addError(err error) {
	if !f.full() {
		f.list = append(f.list, err)
	}
}

func (f *faults) full() bool { return len(f.list) >= maxFaults }

func (f *faults) err() error { return errors.Join(f.list...) }

// place names a cell by where it stands and what it is; column 0 is not known.
func place(line, column int, what string) string {
	if column == 0 {
		return fmt.Sprintf("line %d: %s", line, what)
	}
	return fmt.Sprintf("line %d, column %d: %s", line, column, what)
}

// unreadable says what is wrong with a file as a whole, or with one of its lines.
func unreadable(err error) error {
	if f := textfile.AsFault(err); f != nil {
		return &scenario.FieldError{Field: f.Where(), Problem: f.Problem, Err: scenario.ErrInvalid}
	}
	return err // of the reader that was passed in
}
