// Package jsontree holds a JSON document as a tree that keeps the order of its keys
// and knows where each value stands, so that whoever reads values from it can say
// everything that is wrong with line, column and path.
package jsontree

import (
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"
)

// A Kind is what a value of JSON can be.
type Kind uint8

// The kinds of value.
const (
	Null Kind = iota
	Bool
	Number
	Text
	Array
	Object
)

// String names the kind in a sentence: "is a text, not a number".
func (k Kind) String() string {
	return [...]string{"null", "a Boolean", "a number", "a text", "a list", "an object"}[k]
}

// A Node is one value.
type Node struct {
	Kind    Kind     // null, a text, an object
	Text    string   // of a Text, its characters; of a Number or Bool, as it is written
	Items   []*Node  // of an Array
	Members []Member // of an Object, in the order of the document
	Offset  int      // of its first byte in the document

	in    *Node // the object or array that it stands in; nil for the document
	key   string
	index int
}

// A Member is one key of an object, with its value.
type Member struct {
	Key    string // as it is after escapes
	Offset int    // of the first byte of the key
	Value  *Node  // what stands behind it
}

// Get gives the value of a key, nil if there is none.
func (n *Node) Get(key string) *Node {
	for _, m := range n.Members {
		if m.Key == key {
			return m.Value
		}
	}
	return nil
}

// Set gives a key of an object a value. A key that it does not have is put at its end.
func (n *Node) Set(key string, value *Node) {
	for i, m := range n.Members {
		if m.Key == key {
			n.Members[i].Value = value
			return
		}
	}
	n.Members = append(n.Members, Member{Key: key, Value: value})
}

// Path says how to get from the document to the value: scenarios[1].pledge.by. The
// path of the document is empty.
func (n *Node) Path() string {
	switch {
	case n.in == nil:
		return ""
	case n.in.Kind == Array:
		return fmt.Sprintf("%s[%d]", n.in.Path(), n.index)
	}
	return n.in.PathOf(n.key)
}

var plainKey = regexp.MustCompile(`^[A-Za-z_$][A-Za-z0-9_$]*$`)

// PathOf is the path of a key of the value, whether it has it or not.
func (n *Node) PathOf(key string) string {
	switch path := n.Path(); {
	case !plainKey.MatchString(key):
		return fmt.Sprintf("%s[%q]", path, key)
	case path == "":
		return key
	default:
		return path + "." + key
	}
}

// Position gives line and column of an offset, both from 1. Columns count
// characters.
func Position(document []byte, offset int) (line, column int) {
	before := string(document[:min(offset, len(document))])
	start := strings.LastIndexByte(before, '\n') + 1
	return strings.Count(before, "\n") + 1, utf8.RuneCountInString(before[start:]) + 1
}
