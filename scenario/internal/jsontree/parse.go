package jsontree

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"
)

// A Fault is one thing that is wrong with a document.
type Fault struct {
	Offset  int    // where it stands
	Path    string // of the value
	Problem string // what is wrong and what to do
	Twice   bool   // that it is a key which is there already
}

// Parse reads a document. A key that occurs twice in an object is a fault, the first
// one counting. A document that is not JSON in UTF-8, or whose values are nested
// deeper than so many levels, is one fault and no node.
func Parse(document []byte, depth int) (*Node, []Fault) {
	if f := syntax(document, depth); f != nil {
		return nil, []Fault{*f}
	}
	p := parser{document: document, tokens: json.NewDecoder(bytes.NewReader(document)), depth: depth}
	p.tokens.UseNumber()
	root := p.value(&Node{}, 0)
	if p.tooDeep != nil {
		return nil, []Fault{*p.tooDeep}
	}
	return root, p.faults
}

// syntax finds what is not JSON, or not UTF-8, which encoding/json puts up with.
func syntax(document []byte, depth int) *Fault {
	if !utf8.Valid(document) {
		at := 0
		for r, n := utf8.DecodeRune(document); r != utf8.RuneError || n != 1; r, n = utf8.DecodeRune(document[at:]) {
			at += n
		}
		return &Fault{Offset: at, Problem: "is not UTF-8: save the file in that encoding"}
	}
	var wrong *json.SyntaxError
	switch err := json.Unmarshal(document, new(json.RawMessage)); {
	case err == nil:
		return nil
	case errors.As(err, &wrong):
		at := max(0, int(wrong.Offset)-1) // it counts the byte that is wrong
		switch text := wrong.Error(); {
		case strings.HasPrefix(text, "unexpected end"):
			at = len(document)
		case strings.HasSuffix(text, "exceeded max depth"):
			return &Fault{Offset: at, Problem: tooDeep(depth)}
		}
		return &Fault{Offset: at, Problem: "is not JSON: " + wrong.Error() + hint(document, at)}
	default:
		return &Fault{Problem: "is not JSON: " + err.Error()}
	}
}

func tooDeep(depth int) string { return fmt.Sprintf("is nested more than %d levels deep", depth) }

// hint tells what is meant to be there, where the mistake is a usual one.
func hint(document []byte, at int) string {
	before := bytes.TrimSpace(document[:at])
	typed, _ := utf8.DecodeRune(document[at:])
	switch {
	case len(before) == 0 && at == len(document):
		return " (the file is empty)"
	case at == len(document):
		return " (a bracket or quotation mark is not closed)"
	case bytes.HasSuffix(before, []byte(",")) && strings.IndexByte("}]", document[at]) >= 0:
		return " (take out the comma before it)"
	case bytes.HasSuffix(before, []byte(",")) && strings.IndexByte("0123456789", document[at]) >= 0:
		return " (write a decimal point, not a comma)"
	case strings.IndexByte("/#", document[at]) >= 0:
		return " (JSON has no comments: write a note)"
	case document[at] == '\'':
		return " (write double quotation marks)"
	case strings.ContainsRune("“”„‟‘’‚‛«»″", typed):
		return fmt.Sprintf(" (%c, which text programs put in: write plain double quotation marks)", typed)
	case strings.IndexByte("+NI", document[at]) >= 0:
		return " (a number has digits, with - before them at most)"
	}
	return ""
}

// A parser builds the tree of a document whose syntax has been checked, so that
// there are no errors of reading tokens.
type parser struct {
	document []byte
	tokens   *json.Decoder
	depth    int
	faults   []Fault
	tooDeep  *Fault
}

// next is the offset of the next token.
func (p *parser) next() int {
	at := int(p.tokens.InputOffset())
	for at < len(p.document) && strings.IndexByte(" \t\r\n,:", p.document[at]) >= 0 {
		at++
	}
	return at
}

// value fills a node, which knows where it hangs, with the next value.
func (p *parser) value(n *Node, level int) *Node {
	n.Offset = p.next()
	token, _ := p.tokens.Token()
	switch t := token.(type) {
	case json.Delim:
		p.inside(n, t, level+1)
	case string:
		n.Kind, n.Text = Text, t
		if p.halved(n.Offset, t) {
			p.faults = append(p.faults, Fault{Offset: n.Offset, Path: n.Path(), Problem: halved})
		}
	case json.Number:
		n.Kind, n.Text = Number, t.String()
	case bool:
		n.Kind, n.Text = Bool, fmt.Sprint(t)
	}
	return n
}

// inside reads an array or object to its end.
func (p *parser) inside(n *Node, open json.Delim, level int) {
	n.Kind = Array
	if open == '{' {
		n.Kind = Object
	}
	if level > p.depth && p.tooDeep == nil {
		p.tooDeep = &Fault{Offset: n.Offset, Path: n.Path(), Problem: tooDeep(p.depth)}
	}
	first := map[string]int{} // offset of each key
	for p.tokens.More() {
		if n.Kind == Array {
			n.Items = append(n.Items, p.value(&Node{in: n, index: len(n.Items)}, level))
			continue
		}
		at := p.next()
		token, _ := p.tokens.Token()
		key, _ := token.(string)
		if p.halved(at, key) {
			p.faults = append(p.faults, Fault{Offset: at, Path: n.Path(), Problem: halved})
		}
		v := p.value(&Node{in: n, key: key}, level)
		if before, twice := first[key]; twice {
			line, _ := Position(p.document, before)
			p.faults = append(p.faults, Fault{Offset: at, Path: n.PathOf(key), Problem: fmt.Sprintf("occurs twice, first in line %d", line), Twice: true})
			continue
		}
		first[key] = at
		n.Members = append(n.Members, Member{key, at, v})
	}
	p.tokens.Token() // the closing bracket
}

const halved = `has half a character: escapes from \ud800 to \udfff come in pairs`

// halved reports whether the text that was just read lost half of a character, an
// escape such as \ud83d alone, which encoding/json replaces by U+FFFD.
func (p *parser) halved(at int, text string) bool {
	const replaced = "\uFFFD"
	if !strings.Contains(text, replaced) {
		return false
	}
	written := string(p.document[at:p.tokens.InputOffset()])
	return strings.Count(text, replaced) > strings.Count(written, replaced)+strings.Count(strings.ToLower(written), `\ufffd`)
}
