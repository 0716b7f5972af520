package jsontree

import (
	"bytes"
	"encoding/json"
	"strings"
)

// NewText is the node of a text.
func NewText(s string) *Node { return &Node{Kind: Text, Text: s} }

// NewNumber is the node of a number, given as it is to be written.
func NewNumber(digits string) *Node { return &Node{Kind: Number, Text: digits} }

// NewBool is the node of true or false.
func NewBool(b bool) *Node {
	if b {
		return &Node{Kind: Bool, Text: "true"}
	}
	return &Node{Kind: Bool, Text: "false"}
}

// NewArray is the node of a list.
func NewArray(items ...*Node) *Node { return &Node{Kind: Array, Items: items} }

// Texts is the node of a list of texts.
func Texts(words ...string) *Node {
	list := NewArray()
	for _, w := range words {
		list.Items = append(list.Items, NewText(w))
	}
	return list
}

// NewObject is the node of an object with these members.
func NewObject(members ...Member) *Node { return &Node{Kind: Object, Members: members} }

// width is how long a line may be, where values allow it.
const width = 100

// Print writes a tree as a document. What fits into a line of 100 characters stands in
// one; a longer list or object has a line for each value, and one of single texts and
// numbers as many of them in each line as fit.
func Print(root *Node) []byte {
	var b bytes.Buffer
	root.print(&b, "", 0)
	b.WriteByte('\n')
	return b.Bytes()
}

// print writes a value; used is how much of its first line is taken.
func (n *Node) print(b *bytes.Buffer, indent string, used int) {
	line := n.line()
	if used+len(line) <= width || n.single() || n.size() == 0 {
		b.WriteString(line)
		return
	}
	open, end := "{", "}"
	if n.Kind == Array {
		open, end = "[", "]"
	}
	inner := indent + "  "
	b.WriteString(open)
	used, fill := width, n.flat()
	for i := range n.size() {
		key, v := n.child(i)
		if fill && i > 0 && used+1+len(key)+len(v.line())+1 <= width {
			b.WriteString(" ")
			used++
		} else {
			b.WriteString("\n" + inner)
			used = len(inner)
		}
		b.WriteString(key)
		used += len(key)
		v.print(b, inner, used+1) // and a comma
		used += len(v.line()) + 1
		if i < n.size()-1 {
			b.WriteString(",")
		}
	}
	b.WriteString("\n" + indent + end)
}

// line writes a value in one line.
func (n *Node) line() string {
	switch n.Kind {
	case Null:
		return "null"
	case Text:
		return quote(n.Text)
	case Bool, Number:
		return n.Text
	}
	parts := make([]string, n.size())
	for i := range parts {
		key, v := n.child(i)
		parts[i] = key + v.line()
	}
	if n.Kind == Array {
		return "[" + strings.Join(parts, ", ") + "]"
	}
	return "{" + strings.Join(parts, ", ") + "}"
}

func (n *Node) single() bool { return n.Kind < Array }

func (n *Node) size() int { return len(n.Items) + len(n.Members) }

// child gives a value of a list or object with what stands before it.
func (n *Node) child(i int) (key string, v *Node) {
	if n.Kind == Array {
		return "", n.Items[i]
	}
	return quote(n.Members[i].Key) + ": ", n.Members[i].Value
}

// flat reports whether there are single values only.
func (n *Node) flat() bool {
	for i := range n.size() {
		if _, v := n.child(i); !v.single() {
			return false
		}
	}
	return true
}

func quote(s string) string {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.Encode(s) // a text has a form in JSON
	return strings.TrimSuffix(b.String(), "\n")
}
