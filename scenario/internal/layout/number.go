package layout

import (
	"fmt"
	"math"
	"reflect"
	"strconv"
	"strings"

	"github.com/pledgesim/pledgesim/scenario/internal/jsontree"
)

// A Number is a float64 or an int, within bounds.
type Number struct {
	In     string                 // its unit, which ends the key; empty: that of a year
	Noun   string                 // what it is, with its unit: "a number of per cent"
	Whole  bool                   // that it has no decimals
	Bounds Interval               // within which it must be
	Digits func(v float64) string // writes it as it stands in the document, to the last bit
	Word   string                 // that follows it in a sentence, such as "%"
}

// An Interval is written as in "(0, 25]", which leaves out 0 and includes 25.
type Interval struct {
	text      string
	exponent  int     // of the power of ten that takes numbers from the document to Go
	low, high float64 // in Go
}

// Within makes an interval of numbers of a document that stand in Go times a power of
// ten, of which the exponent is given: -2 of per cent. A text that is no interval
// makes one that holds nothing.
func Within(text string, exponent int) Interval {
	i := Interval{text: text, exponent: exponent, low: math.NaN(), high: math.NaN()}
	low, high := i.ends()
	if v, ok := scaled(low, exponent); ok {
		i.low = v
	}
	if v, ok := scaled(high, exponent); ok {
		i.high = v
	} else if high == "inf" {
		i.high = math.MaxFloat64
	}
	return i
}

// ends are the bounds as they stand in the document.
func (i Interval) ends() (low, high string) {
	low, high, _ = strings.Cut(strings.Trim(i.text, "([])"), ", ")
	return low, high
}

func (i Interval) openLow() bool { return strings.HasPrefix(i.text, "(") }
func (i Interval) openHigh() bool {
	return strings.HasSuffix(i.text, ")") && !strings.HasSuffix(i.text, "inf)")
}

// holds reports whether a number, as it stands in Go, is within the bounds.
func (i Interval) holds(x float64) bool {
	return (x > i.low || x == i.low && !i.openLow()) && (x < i.high || x == i.high && !i.openHigh())
}

// Unit ends the key.
func (f Number) Unit() string { return f.In }

// Read takes a number that is within the bounds.
func (f Number) Read(r *Reader, n *jsontree.Node, v reflect.Value, at string) {
	if n.Kind != jsontree.Number {
		r.Unlike(n, at, f.Noun)
		return
	}
	x, ok := scaled(n.Text, f.Bounds.exponent)
	switch {
	case ok && f.Whole && x != math.Trunc(x):
		r.Fault(n, at, "is not a whole number", r.Kinds.Invalid)
	case !ok || !f.Bounds.holds(x):
		kind := r.Kinds.Invalid
		if f.Bounds.exponent != 0 {
			kind = r.Kinds.Unit
		}
		r.Fault(n, at, fmt.Sprintf("is not %s in %s", f.Noun, f.Bounds.text), kind)
	case f.Whole:
		v.SetInt(int64(x))
	default:
		v.SetFloat(x)
	}
}

// scaled reads a number of JSON times a power of ten, rounding once.
func scaled(text string, exponent int) (v float64, ok bool) {
	digits, power, has := strings.Cut(strings.ToLower(text), "e")
	if has {
		n, err := strconv.Atoi(power)
		if err != nil {
			return 0, false
		}
		exponent += n
	}
	v, err := strconv.ParseFloat(digits+"e"+strconv.Itoa(exponent), 64)
	return v, err == nil
}

// Write gives the digits of the number.
func (f Number) Write(w *Writer, v reflect.Value, at string) *jsontree.Node {
	x := f.in(v)
	if !f.Bounds.holds(x) {
		w.Refuse(at, x, fmt.Sprintf("cannot be written: it is not %s in %s", f.Noun, f.Bounds.text))
		return jsontree.NewNumber("0")
	}
	return jsontree.NewNumber(f.Digits(x))
}

func (f Number) in(v reflect.Value) float64 {
	if f.Whole {
		return float64(v.Int())
	}
	return v.Float()
}

// Compare gives both numbers.
func (f Number) Compare(c *Comparer, a, b reflect.Value, at string) {
	if f.in(a) != f.in(b) {
		c.Differ(at, f.Words(a), f.Words(b))
	}
}

// Words gives a number in words: "2.5%". A year, or number of years, of 0 is none, as is
// a 0 out of bounds.
func (f Number) Words(v reflect.Value) string {
	x := f.in(v)
	if x == 0 && (f.Whole || !f.Bounds.holds(x)) {
		return NotGiven
	}
	digits := f.Digits(x)
	if digits == "1" {
		return digits + strings.TrimSuffix(f.Word, "s")
	}
	return digits + f.Word
}
