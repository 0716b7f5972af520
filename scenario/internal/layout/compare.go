package layout

import (
	"fmt"
	"reflect"
	"slices"
)

// A Comparer finds where two values differ.
type Comparer struct {
	// Differ is told the path of a Go field and what both values have there, in words.
	Differ func(at, a, b string)

	layout *Layout
}

// NotGiven is what has been left out.
const NotGiven = "not given"

// Compare compares two values of the same type, which stand in the layout in a form.
func (c *Comparer) Compare(l *Layout, f Form, a, b reflect.Value, at string) {
	c.layout = l
	f.Compare(c, a, b, at)
}

func (m Model) compare(c *Comparer, a, b reflect.Value, at string) {
	for _, f := range m.Fields {
		f.Form.Compare(c, f.of(a), f.of(b), f.path(at))
	}
}

// Compare goes into two parts of the same kind, and gives those of different kinds in
// words.
func (f Part) Compare(c *Comparer, a, b reflect.Value, at string) {
	family := c.layout.family(f.Family)
	kind, x := family.of(a)
	other, y := family.of(b)
	switch {
	case !x.IsValid() && !y.IsValid():
	case kind != nil && kind == other:
		kind.compare(c, x, y, at)
	case x.IsValid() && y.IsValid() && x.Type() == y.Type() && reflect.DeepEqual(x.Interface(), y.Interface()):
	default:
		if v, w := says(x, family.None), says(y, family.None); v != w {
			c.Differ(at, v, w)
		} else { // which does not tell them apart
			c.Differ(at, fmt.Sprintf("%#v", x), fmt.Sprintf("%#v", y))
		}
	}
}

// says gives a value in words.
func says(v reflect.Value, none string) string {
	if !v.IsValid() {
		return none
	}
	if s, ok := v.Interface().(fmt.Stringer); ok {
		return s.String()
	}
	return v.Type().String()
}

// Compare goes into both objects.
func (f Object) Compare(c *Comparer, a, b reflect.Value, at string) { f.compare(c, a, b, at) }

// Compare compares the values one by one.
func (f List) Compare(c *Comparer, a, b reflect.Value, at string) {
	item := func(v reflect.Value, i int) reflect.Value {
		if i >= v.Len() {
			return reflect.Value{}
		}
		return v.Index(i)
	}
	for i := range max(a.Len(), b.Len()) {
		c.each(f.Of, item(a, i), item(b, i), fmt.Sprintf("%s[%d]", at, i))
	}
}

// Compare compares the values key by key.
func (f Map) Compare(c *Comparer, a, b reflect.Value, at string) {
	keys := append(keysOf(a), keysOf(b)...)
	slices.SortFunc(keys, byText)
	for _, key := range slices.CompactFunc(keys, func(a, b reflect.Value) bool { return a.String() == b.String() }) {
		c.each(f.Of, a.MapIndex(key), b.MapIndex(key), at+"["+key.String()+"]")
	}
}

// each compares two values of which one may not be there.
func (c *Comparer) each(f Form, a, b reflect.Value, at string) {
	if a.IsValid() && b.IsValid() {
		f.Compare(c, a, b, at)
		return
	}
	c.Differ(at, c.word(f, a), c.word(f, b))
}

func (c *Comparer) word(f Form, v reflect.Value) string {
	if !v.IsValid() {
		return NotGiven
	}
	switch f := f.(type) {
	case Part:
		family := c.layout.family(f.Family)
		_, value := family.of(v)
		return says(value, family.None)
	case interface{ Words(reflect.Value) string }:
		return f.Words(v)
	}
	if s, ok := v.Interface().(fmt.Stringer); ok {
		return s.String()
	}
	return "given"
}
