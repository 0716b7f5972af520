package layout

import (
	"cmp"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/pledgesim/pledgesim/scenario/internal/jsontree"
	"github.com/pledgesim/pledgesim/scenario/internal/spelling"
)

// A Text is any string.
type Text struct{}

// Read takes a text.
func (Text) Read(r *Reader, n *jsontree.Node, v reflect.Value, at string) {
	if n.Kind != jsontree.Text {
		r.Unlike(n, at, "a text")
		return
	}
	v.SetString(n.Text)
}

// Write gives the text, which must be UTF-8.
func (Text) Write(w *Writer, v reflect.Value, at string) *jsontree.Node {
	if !utf8.ValidString(v.String()) {
		w.Refuse(at, strconv.Quote(v.String()), "cannot be written: it is not UTF-8")
	}
	return jsontree.NewText(v.String())
}

// Compare gives both texts.
func (Text) Compare(c *Comparer, a, b reflect.Value, at string) {
	if a.String() != b.String() {
		c.Differ(at, cmp.Or(a.String(), NotGiven), cmp.Or(b.String(), NotGiven))
	}
}

// A Choice is one of several words for the numbers of an unsigned type, from 0 on.
type Choice []string

// Read takes one of the words.
func (f Choice) Read(r *Reader, n *jsontree.Node, v reflect.Value, at string) {
	switch i := slices.Index(f, n.Text); {
	case n.Kind != jsontree.Text:
		r.Unlike(n, at, "one of "+strings.Join(f, ", "))
	case i < 0:
		r.Fault(n, at, "is not known: "+spelling.Suggest(n.Text, f), r.Kinds.Invalid)
	default:
		v.SetUint(uint64(i))
	}
}

// Write gives the word.
func (f Choice) Write(w *Writer, v reflect.Value, at string) *jsontree.Node {
	if v.Uint() >= uint64(len(f)) {
		w.Refuse(at, v.Uint(), "cannot be written: it is none of "+strings.Join(f, ", "))
		return jsontree.NewText("")
	}
	return jsontree.NewText(f[v.Uint()])
}

// Compare gives both words.
func (f Choice) Compare(c *Comparer, a, b reflect.Value, at string) {
	word := func(v reflect.Value) string {
		if v.Uint() >= uint64(len(f)) {
			return fmt.Sprint(v.Uint())
		}
		return f[v.Uint()]
	}
	if a.Uint() != b.Uint() {
		c.Differ(at, word(a), word(b))
	}
}

// A Day is the date of a time.Time.
type Day struct{}

// Read takes a date such as 2026-07-10.
func (Day) Read(r *Reader, n *jsontree.Node, v reflect.Value, at string) {
	if n.Kind != jsontree.Text {
		r.Unlike(n, at, "a date")
		return
	}
	date, err := time.Parse(time.DateOnly, n.Text)
	if err != nil {
		r.Fault(n, at, `is not a date such as "2026-07-10"`, r.Kinds.Invalid)
		return
	}
	v.Set(reflect.ValueOf(date))
}

// Write gives the date, without the time of day.
func (Day) Write(w *Writer, v reflect.Value, at string) *jsontree.Node {
	date, _ := v.Interface().(time.Time)
	if y := date.Year(); y < 0 || y > 9999 {
		w.Refuse(at, date, "cannot be written: its year does not have four digits")
	}
	return jsontree.NewText(date.Format(time.DateOnly))
}

// Compare gives both dates.
func (Day) Compare(c *Comparer, a, b reflect.Value, at string) {
	word := func(v reflect.Value) string {
		date, _ := v.Interface().(time.Time)
		if date.IsZero() {
			return NotGiven
		}
		return date.Format(time.DateOnly)
	}
	if word(a) != word(b) {
		c.Differ(at, word(a), word(b))
	}
}
