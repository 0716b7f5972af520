package layout

import (
	"reflect"

	"github.com/pledgesim/pledgesim/scenario/internal/jsontree"
)

// A Writer makes the tree of a document.
type Writer struct {
	// Refuse is told what a document cannot hold: the path of the Go field, its value
	// and the problem.
	Refuse func(at string, value any, problem string)

	layout *Layout
}

// Write gives the tree of v, a value of the type of the layout's root.
func (w *Writer) Write(l *Layout, v reflect.Value) *jsontree.Node {
	w.layout = l
	n := jsontree.NewObject()
	l.Root.write(w, n, v, "")
	return n
}

// write adds the fields of v that are needed or hold something.
func (m Model) write(w *Writer, n *jsontree.Node, v reflect.Value, at string) {
	for _, f := range m.Fields {
		if value := f.of(v); f.Need || !none(value) {
			n.Set(f.Key, f.Form.Write(w, value, f.path(at)))
		}
	}
}

// none reports whether a value is what a key that is left out stands for: zero, empty,
// a nil pointer or a struct of nothing else.
func none(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Interface:
		return v.IsNil() || v.Elem().Kind() == reflect.Pointer && v.Elem().IsNil()
	case reflect.Map, reflect.Slice:
		return v.Len() == 0
	case reflect.Struct:
		for i := range v.NumField() {
			if !none(v.Field(i)) {
				return false
			}
		}
		return true
	}
	return v.IsZero()
}
