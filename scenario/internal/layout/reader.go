package layout

import (
	"cmp"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/pledgesim/pledgesim/scenario/internal/jsontree"
	"github.com/pledgesim/pledgesim/scenario/internal/spelling"
)

// A Fault is one thing that is wrong with a document.
type Fault struct {
	Line, Column int    // from 1
	Path         string // of the value in the document; empty: the document
	Value        any    // as it is written there; nil: of an object or list
	Problem      string // what is wrong and what to do
	Kind         error  // one of the Reader's

	offset int
}

// Kinds are the errors by which faults are told apart.
type Kinds struct{ Invalid, Unit, Missing, Duplicate error }

// A Reader reads values from a document and notes what is wrong with them.
type Reader struct {
	Kinds Kinds                     // of its faults
	Named map[string]map[string]any // what is supplied, by family and name
	Most  int                       // faults that are kept

	layout *Layout
	text   []byte
	faults []Fault
	more   bool             // faults than are kept
	bad    map[string]bool  // parts of the document, by the beginning of the path, that cannot be read
	places map[string]place // of the Go fields, by path
}

// A place is where a Go field stands in the document, or would stand.
type place struct {
	n   *jsontree.Node
	key string // that the node lacks
}

type position struct {
	offset int
	path   string
	value  any
}

func (p place) position() position {
	if p.n == nil {
		return position{}
	}
	if p.key != "" {
		return position{p.n.Offset, p.n.PathOf(p.key), nil}
	}
	return position{p.n.Offset, p.n.Path(), shown(p.n)}
}

// Parse starts reading a document; there is no node where it is not JSON.
func (r *Reader) Parse(l *Layout, text []byte, depth int) *jsontree.Node {
	r.layout, r.text = l, text
	r.bad, r.places = map[string]bool{}, map[string]place{}
	root, faults := jsontree.Parse(text, depth)
	for _, f := range faults {
		kind := r.Kinds.Invalid
		if f.Twice {
			kind = r.Kinds.Duplicate
		}
		r.add(position{f.Offset, f.Path, nil}, f.Problem, kind)
	}
	return root
}

// Read puts the document into v, a value of the type of the layout's root.
func (r *Reader) Read(root *jsontree.Node, v reflect.Value) { r.layout.Root.read(r, root, v, "") }

// Full reports whether there are more faults than are kept, so that reading on is not
// worth it.
func (r *Reader) Full() bool { return r.more }

// add keeps a fault, but not twice: a node may be read several times.
func (r *Reader) add(p position, problem string, kind error) {
	f := Fault{Path: p.path, Value: p.value, Problem: problem, Kind: kind, offset: p.offset}
	switch {
	case slices.Contains(r.faults, f):
	case len(r.faults) == r.Most:
		r.more = true
	default:
		r.faults = append(r.faults, f)
	}
}

// Fault notes what is wrong with a value that is read into the Go field at a path.
func (r *Reader) Fault(n *jsontree.Node, at, problem string, kind error) {
	r.spoil(at)
	r.add(place{n: n}.position(), problem, kind)
}

// KeyFault notes what is wrong with a key of an object.
func (r *Reader) KeyFault(n *jsontree.Node, m jsontree.Member, at, problem string, kind error) {
	r.spoil(at)
	r.add(position{m.Offset, n.PathOf(m.Key), nil}, problem, kind)
}

// lacks notes that an object has no value for a key.
func (r *Reader) lacks(n *jsontree.Node, key, at, problem string) {
	r.spoil(at)
	r.add(place{n, key}.position(), "is missing: "+problem, r.Kinds.Missing)
}

// Unlike notes that a value is not of the kind of JSON that is needed.
func (r *Reader) Unlike(n *jsontree.Node, at, needed string) {
	hint := ""
	if _, err := strconv.ParseFloat(n.Text, 64); n.Kind == jsontree.Text && err == nil {
		hint = ": write it without quotation marks"
	}
	r.Fault(n, at, fmt.Sprintf("is %v, not %s%s", n.Kind, needed, hint), r.Kinds.Invalid)
}

// FaultAt notes a fault of the Go field at a path, where it stands in the document, or
// that which it is in. A text that is given as the value is shown where the document
// has no single value.
func (r *Reader) FaultAt(at string, value any, problem string, kind error) {
	if r.Full() {
		return
	}
	where := r.find(at).position()
	if where.path == "" {
		where.path = at
	}
	if text, ok := value.(string); ok && where.value == nil {
		where.value = strconv.Quote(text)
	}
	r.add(where, problem, kind)
}

// find looks for the Go field, or what it is in: by the fields that have been read, and
// below them by the items and keys that the path names in brackets.
func (r *Reader) find(at string) place {
	known := at
	for r.places[known].n == nil && known != "" {
		known = known[:max(0, strings.LastIndexAny(known, ".["))]
	}
	p := r.places[known]
	for rest := at[len(known):]; strings.HasPrefix(rest, "[") && p.key == ""; {
		var key string
		key, rest, _ = strings.Cut(rest[1:], "]")
		if i, err := strconv.Atoi(key); err == nil && p.n.Kind == jsontree.Array && i < len(p.n.Items) {
			p.n = p.n.Items[i]
		} else if inside := p.n.Get(key); inside != nil {
			p.n = inside
		} else {
			p.key = key
		}
	}
	return p
}

// shown is a single value as it is written, cut where it is long.
func shown(n *jsontree.Node) any {
	if n.Kind != jsontree.Text && n.Kind != jsontree.Number && n.Kind != jsontree.Bool {
		return nil
	}
	const most = 40
	text := n.Text
	if long := []rune(text); len(long) > most {
		text = string(long[:most]) + "…"
	}
	if n.Kind == jsontree.Text {
		return strconv.Quote(text)
	}
	return text
}

// Spoilt reports whether something that cannot be read is in the same part of the
// document as the Go field at a path: in the same one of a list, of which the path
// begins with "Scenarios[1]".
func (r *Reader) Spoilt(at string) bool { return r.bad[beginning(at)] }

func (r *Reader) spoil(at string) { r.bad[beginning(at)] = true }

func beginning(at string) string {
	first, _, _ := strings.Cut(at, ".")
	return first
}

// Faults gives those that were kept, in the order of the document.
func (r *Reader) Faults() []Fault {
	sorted := slices.SortedStableFunc(slices.Values(r.faults), func(a, b Fault) int { return cmp.Compare(a.offset, b.offset) })
	for i, f := range sorted {
		sorted[i].Line, sorted[i].Column = jsontree.Position(r.text, f.offset)
	}
	return sorted
}

// read puts the values of an object into the fields of v.
func (m Model) read(r *Reader, n *jsontree.Node, v reflect.Value, at string) {
	if n.Kind != jsontree.Object {
		r.Unlike(n, at, m.Noun+" such as "+m.example())
		return
	}
	meant, known := map[string]bool{}, m.keys()
	for _, key := range n.Members {
		if !slices.Contains(known, key.Key) && !r.Full() {
			meant[spelling.Nearest(key.Key, known)] = true
			r.KeyFault(n, key, at, fmt.Sprintf("is no key of %s: %s", m.Noun, spelling.Suggest(key.Key, known)), r.Kinds.Invalid)
		}
	}
	for _, f := range m.Fields {
		path, value := f.path(at), n.Get(f.Key)
		r.places[path] = place{n, f.Key}
		part, isPart := f.Form.(Part)
		switch {
		case value != nil && value.Kind == jsontree.Null && !f.Need && !(isPart && part.Null):
			r.Fault(value, path, "is null: leave the key out for none", r.Kinds.Invalid)
		case value != nil:
			r.places[path] = place{n: value}
			f.Form.Read(r, value, f.of(v), path)
		case f.Need && !meant[f.Key]:
			r.lacks(n, f.Key, at, f.Doc)
		}
	}
}

// example begins an object of the model.
func (m Model) example() string {
	key := m.Fields[max(0, slices.IndexFunc(m.Fields, func(f Field) bool { return f.Need }))].Key
	return fmt.Sprintf("{%q: …}", key)
}
