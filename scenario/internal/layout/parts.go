package layout

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/pledgesim/pledgesim/scenario/internal/jsontree"
	"github.com/pledgesim/pledgesim/scenario/internal/spelling"
)

// A Part is a value of a family.
type Part struct {
	Family string // its name
	Null   bool   // that it may be null, which is nil
}

// Read takes an object with a kind.
func (f Part) Read(r *Reader, n *jsontree.Node, v reflect.Value, at string) {
	family, kind := r.layout.family(f.Family), n.Get("kind")
	switch {
	case n.Kind == jsontree.Null && f.Null:
		return
	case n.Kind != jsontree.Object:
		r.Unlike(n, at, fmt.Sprintf(`%s such as {"kind": %q, …}`, family.Noun, family.Kinds[0].Kind))
		return
	case kind == nil:
		r.lacks(n, "kind", at, "known are "+strings.Join(family.names(), ", "))
		return
	case kind.Kind != jsontree.Text:
		r.Unlike(kind, at, "the kind of "+family.Noun)
		return
	}
	m := family.find(func(m Model) bool { return m.Kind == kind.Text })
	if m == nil {
		r.Fault(kind, at, fmt.Sprintf("is not the kind of %s: %s", family.Noun, r.meant(kind.Text, family)), r.Kinds.Invalid)
		return
	}
	value := reflect.New(m.typ).Elem()
	m.read(r, n, value, at)
	if named, ok := value.Interface().(Named); ok {
		f.supply(r, n.Get("name"), v, at, named.Name)
		return
	}
	v.Set(value)
}

// meant tells what an unknown kind may be.
func (r *Reader) meant(kind string, family *Family) string {
	for _, other := range r.layout.Families {
		if slices.Contains(other.names(), kind) {
			return "it is that of " + other.Noun
		}
	}
	return spelling.Suggest(kind, family.names())
}

// supply puts what has been supplied under a name into v.
func (f Part) supply(r *Reader, n *jsontree.Node, v reflect.Value, at, name string) {
	all := r.Named[f.Family]
	value, ok := all[name]
	switch {
	case n == nil || n.Kind != jsontree.Text: // which has been said
	case !ok:
		var names []string
		for known := range all {
			names = append(names, known)
		}
		slices.Sort(names)
		r.Fault(n, at, fmt.Sprintf("is not the name of %s that is supplied: %s", r.layout.family(f.Family).Noun, spelling.Suggest(name, names)), r.Kinds.Invalid)
	case value != nil:
		v.Set(reflect.ValueOf(value))
	}
}

// Write gives the object with its kind.
func (f Part) Write(w *Writer, v reflect.Value, at string) *jsontree.Node {
	m, value := w.layout.family(f.Family).of(v)
	switch {
	case !value.IsValid():
		return &jsontree.Node{}
	case m == nil:
		w.Refuse(at, nil, fmt.Sprintf("is of type %v, which a file cannot hold: it holds the types of the library", value.Type()))
		return &jsontree.Node{}
	}
	n := jsontree.NewObject()
	n.Set("kind", jsontree.NewText(m.Kind))
	m.write(w, n, value, at)
	return n
}

// An Object is a value that is always of the same type.
type Object struct{ Model }

// Read takes an object.
func (f Object) Read(r *Reader, n *jsontree.Node, v reflect.Value, at string) { f.read(r, n, v, at) }

// Write gives the object.
func (f Object) Write(w *Writer, v reflect.Value, at string) *jsontree.Node {
	n := jsontree.NewObject()
	f.write(w, n, v, at)
	return n
}

// A List is a slice.
type List struct{ Of Form }

// Unit is that of its values.
func (f List) Unit() string { return unit(f.Of) }

// Read takes a list.
func (f List) Read(r *Reader, n *jsontree.Node, v reflect.Value, at string) {
	if n.Kind != jsontree.Array {
		r.Unlike(n, at, "a list")
		return
	}
	all := reflect.MakeSlice(v.Type(), len(n.Items), len(n.Items))
	for i, item := range n.Items {
		if !r.Full() {
			f.Of.Read(r, item, all.Index(i), at+"["+strconv.Itoa(i)+"]")
		}
	}
	v.Set(all)
}

// Write gives the list.
func (f List) Write(w *Writer, v reflect.Value, at string) *jsontree.Node {
	n := jsontree.NewArray()
	for i := range v.Len() {
		n.Items = append(n.Items, f.Of.Write(w, v.Index(i), fmt.Sprintf("%s[%d]", at, i)))
	}
	return n
}

// A Map has texts for keys, and stands in the document in order of key.
type Map struct{ Of Form }

// Unit is that of its values.
func (f Map) Unit() string { return unit(f.Of) }

// Read takes an object with any keys.
func (f Map) Read(r *Reader, n *jsontree.Node, v reflect.Value, at string) {
	if n.Kind != jsontree.Object {
		r.Unlike(n, at, `an object by member, such as {"DEU": …}`)
		return
	}
	if len(n.Members) > 0 {
		v.Set(reflect.MakeMap(v.Type()))
	}
	for _, m := range n.Members {
		if r.Full() {
			return
		}
		value := reflect.New(v.Type().Elem()).Elem()
		f.Of.Read(r, m.Value, value, at+"["+m.Key+"]")
		v.SetMapIndex(reflect.ValueOf(m.Key), value)
	}
}

// Write gives the object.
func (f Map) Write(w *Writer, v reflect.Value, at string) *jsontree.Node {
	n := jsontree.NewObject()
	for _, key := range keysOf(v) {
		Text{}.Write(w, key, at)
		n.Set(key.String(), f.Of.Write(w, v.MapIndex(key), at+"["+key.String()+"]"))
	}
	return n
}

// keysOf gives the keys of a map in order.
func keysOf(v reflect.Value) []reflect.Value {
	return slices.SortedFunc(slices.Values(v.MapKeys()), byText)
}

func byText(a, b reflect.Value) int { return strings.Compare(a.String(), b.String()) }
