// Package layout says in tables how values of Go stand in a JSON document. One table
// of kinds and fields reads documents and says all that is wrong with them, writes
// them, describes them in JSON Schema and compares two values.
package layout

import (
	"reflect"
	"slices"
	"strings"

	"github.com/pledgesim/pledgesim/scenario/internal/jsontree"
)

// A Layout is that of a document.
type Layout struct {
	Root     Model    // the document
	Families []Family // of the parts in it
}

// A Family has all kinds of value of one interface. Each is an object with a key
// "kind".
type Family struct {
	Name  string  // "growth"
	Noun  string  // "a growth path"
	None  string  // what nil is, in words
	Kinds []Model // Named among them, if values may be supplied under a name
}

// A Model is one type of Go as an object.
type Model struct {
	Kind   string  // the word for it in its family; empty: it is in none
	Noun   string  // "a step"
	Doc    string  // what it is, in a sentence
	Fields []Field // its keys, in the order in which they are written

	typ reflect.Type
}

// A Field is one key of a model.
type Field struct {
	Key  string // name of the Go field in small letters with the unit of its form: max_growth_percent
	Form Form   // how its value stands there
	Need bool   // that the key must be there; a key that may be left out stands for a zero value
	Doc  string // what it is, with its unit
	Name string // of the Go field, which is found by the key if it is empty
}

// Named is the type of the kind that stands for what the reader of a document
// supplies under a name.
type Named struct{ Name string }

// A Form is how values of one type stand in a document. The path at is that of the
// Go field, for errors. A form of numbers in a unit has a method Unit() string that
// names it.
type Form interface {
	// Read puts a value into v, which can be set, or notes what is wrong with it.
	Read(r *Reader, n *jsontree.Node, v reflect.Value, at string)
	// Write gives the value of v, or notes that a document cannot hold it.
	Write(w *Writer, v reflect.Value, at string) *jsontree.Node
	// Compare notes where two values differ.
	Compare(c *Comparer, a, b reflect.Value, at string)
	// Schema describes the values in JSON Schema.
	Schema() *jsontree.Node
}

// unit is that of the numbers in a form, which ends the key.
func unit(f Form) string {
	if f, ok := f.(interface{ Unit() string }); ok {
		return f.Unit()
	}
	return ""
}

// Of makes the model of a type.
func Of[T any](noun, doc string, fields ...Field) Model {
	m := Model{Noun: noun, Doc: doc, Fields: slices.Clone(fields), typ: reflect.TypeFor[T]()}
	for i, f := range m.Fields {
		if f.Name == "" && m.typ.Kind() == reflect.Struct {
			m.Fields[i].Name = f.find(m.typ)
		}
	}
	return m
}

// Kind makes the model of a type that is of a family.
func Kind[T any](kind, doc string, fields ...Field) Model {
	m := Of[T]("kind "+kind, doc, fields...)
	m.Kind = kind
	return m
}

// find gives the name of the Go field.
func (f Field) find(t reflect.Type) string {
	key := strings.TrimPrefix(strings.TrimSuffix(f.Key, "_"+unit(f.Form)), "$")
	name := strings.ReplaceAll(key, "_", "")
	found, _ := t.FieldByNameFunc(func(s string) bool { return strings.EqualFold(s, name) })
	return found.Name
}

// of gives the field of a value of the model. A type that is no struct has one key,
// for itself.
func (f Field) of(v reflect.Value) reflect.Value {
	if v.Kind() != reflect.Struct {
		return v
	}
	return v.FieldByName(f.Name)
}

// path is that of the field inside another.
func (f Field) path(outer string) string {
	switch {
	case f.Name == "":
		return outer
	case outer == "":
		return f.Name
	}
	return outer + "." + f.Name
}

func (m Model) keys() []string {
	var all []string
	if m.Kind != "" {
		all = append(all, "kind")
	}
	for _, f := range m.Fields {
		all = append(all, f.Key)
	}
	return all
}

func (l *Layout) family(name string) *Family {
	return &l.Families[slices.IndexFunc(l.Families, func(f Family) bool { return f.Name == name })]
}

func (f *Family) names() []string {
	var all []string
	for _, m := range f.Kinds {
		all = append(all, m.Kind)
	}
	return all
}

// find gives the kind of which something holds, nil if there is none.
func (f *Family) find(is func(Model) bool) *Model {
	i := slices.IndexFunc(f.Kinds, is)
	if i < 0 {
		return nil
	}
	return &f.Kinds[i]
}

// of gives the kind of a value, and what it points to if it is a pointer. There is no
// value for nil, and no kind for a type that is not in the family.
func (f *Family) of(v reflect.Value) (*Model, reflect.Value) {
	kind := func(t reflect.Type) *Model { return f.find(func(m Model) bool { return m.typ == t }) }
	if v.Kind() == reflect.Interface {
		v = v.Elem()
	}
	switch {
	case !v.IsValid() || v.Kind() == reflect.Pointer && v.IsNil():
		return nil, reflect.Value{}
	case v.Kind() == reflect.Pointer && kind(v.Type().Elem()) != nil:
		v = v.Elem()
	}
	return kind(v.Type()), v
}
