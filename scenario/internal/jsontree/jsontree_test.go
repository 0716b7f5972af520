package jsontree_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/pledgesim/pledgesim/scenario/internal/jsontree"
)

// describe lists all values of a tree with their place.
func describe(document string, n *jsontree.Node) []string {
	line, column := jsontree.Position([]byte(document), n.Offset)
	all := []string{strings.TrimSpace(fmt.Sprintf("%d:%d %s is %v %s", line, column, n.Path(), n.Kind, n.Text))}
	for _, m := range n.Members {
		all = append(all, describe(document, m.Value)...)
	}
	for _, v := range n.Items {
		all = append(all, describe(document, v)...)
	}
	return all
}

func TestParse(t *testing.T) {
	const document = `{"b" : [1.50, -2e3,
  true, null],	"a c": {"ä": "€\u20ac", "😀": ""},
  "x":[[],{}]}`
	root, faults := jsontree.Parse([]byte(document), 3)
	if faults != nil {
		t.Fatal(faults)
	}
	want := []string{
		"1:1  is an object", "1:8 b is a list", "1:9 b[0] is a number 1.50", "1:15 b[1] is a number -2e3",
		"2:3 b[2] is a Boolean true", "2:9 b[3] is null",
		`2:23 ["a c"] is an object`, `2:29 ["a c"]["ä"] is a text €€`, `2:45 ["a c"]["😀"] is a text`,
		"3:7 x is a list", "3:8 x[0] is a list", "3:11 x[1] is an object",
	}
	if diff := cmp.Diff(want, describe(document, root)); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	if root.Get("x") == nil || root.Get("y") != nil {
		t.Errorf("x: %v, y: %v", root.Get("x"), root.Get("y"))
	}
	if got := root.Get("x").PathOf("z"); got != "x.z" {
		t.Errorf("the path of a key that is not there is %q", got)
	}
}

func TestParseFaults(t *testing.T) {
	for _, test := range []struct {
		document string
		want     []string
	}{
		{"", []string{"1:1  is not JSON: unexpected end of JSON input (the file is empty)"}},
		{" \n", []string{"2:1  is not JSON: unexpected end of JSON input (the file is empty)"}},
		{"{", []string{"1:2  is not JSON: unexpected end of JSON input (a bracket or quotation mark is not closed)"}},
		{`"a`, []string{"1:3  is not JSON: unexpected end of JSON input (a bracket or quotation mark is not closed)"}},
		{"[1,\n]", []string{"2:1  is not JSON: invalid character ']' looking for beginning of value (take out the comma before it)"}},
		{"[2,5", []string{"1:5  is not JSON: unexpected end of JSON input (a bracket or quotation mark is not closed)"}},
		{`{"a": 2,5}`, []string{"1:9  is not JSON: invalid character '5' looking for beginning of object key string (write a decimal point, not a comma)"}},
		{`{'a': 2}`, []string{`1:2  is not JSON: invalid character '\'' looking for beginning of object key string (write double quotation marks)`}},
		{`{“a”: 2}`, []string{`1:2  is not JSON: invalid character 'â' looking for beginning of object key string (“, which text programs put in: write plain double quotation marks)`}},
		{"# a", []string{"1:1  is not JSON: invalid character '#' looking for beginning of value (JSON has no comments: write a note)"}},
		{"[Infinity]", []string{"1:2  is not JSON: invalid character 'I' looking for beginning of value (a number has digits, with - before them at most)"}},
		{"[*]", []string{"1:2  is not JSON: invalid character '*' looking for beginning of value"}},
		{"[1] 2", []string{"1:5  is not JSON: invalid character '2' after top-level value"}},
		{"[01]", []string{"1:3  is not JSON: invalid character '1' after array element"}},
		{"[\"a\tb\"]", []string{`1:4  is not JSON: invalid character '\t' in string literal`}},
		{"\"ä\xff\"", []string{"1:3  is not UTF-8: save the file in that encoding"}},
		{"\xff\xfe[\x00]\x00", []string{"1:1  is not UTF-8: save the file in that encoding"}}, // UTF-16
		{"[[[[1]]]]", []string{"1:4 [0][0][0] is nested more than 3 levels deep"}},
		{strings.Repeat("[", 20_000) + strings.Repeat("]", 20_000), []string{"1:10001  is nested more than 3 levels deep"}},
		{"{\"a\": 1, \"b\": 2,\n\"a\": {\"c\": 1, \"c\": 2}}", []string{"2:15 a.c occurs twice, first in line 2", "2:1 a occurs twice, first in line 1"}},
		{`{"a": 1, "\u0061": 2}`, []string{"1:10 a occurs twice, first in line 1"}},
		{`["\ud83d", "\ud83d\ude00", "\ufffd", "\uFFFD�"]`, []string{`1:2 [0] has half a character: escapes from \ud800 to \udfff come in pairs`}},
		{`{"\udead": 1}`, []string{`1:2  has half a character: escapes from \ud800 to \udfff come in pairs`}},
	} {
		_, faults := jsontree.Parse([]byte(test.document), 3)
		var got []string
		for _, f := range faults {
			line, column := jsontree.Position([]byte(test.document), f.Offset)
			got = append(got, fmt.Sprintf("%d:%d %s %s", line, column, f.Path, f.Problem))
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%.40q (-want +got):\n%s", test.document, diff)
		}
	}
}

func TestPrint(t *testing.T) {
	long := strings.Repeat("x", 60)
	object := jsontree.Object
	root := &jsontree.Node{Kind: object}
	root.Set("short", jsontree.NewArray(jsontree.NewNumber("1.50"), jsontree.NewBool(true), jsontree.NewBool(false), &jsontree.Node{}))
	root.Set("texts", jsontree.Texts("<a> & \"b\"\n", long, long[:30], "c"))
	inner := &jsontree.Node{Kind: object}
	inner.Set(long, jsontree.NewArray(&jsontree.Node{Kind: object}, &jsontree.Node{Kind: jsontree.Array}))
	inner.Set("one", jsontree.NewText(long))
	root.Set("objects", inner)
	root.Set("short", jsontree.NewArray(jsontree.NewNumber("2"))) // in the place that it has
	const want = `{
  "short": [2],
  "texts": [
    "<a> & \"b\"\n", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
    "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "c"
  ],
  "objects": {
    "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx": [{}, []],
    "one": "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
  }
}
`
	if diff := cmp.Diff(want, string(jsontree.Print(root))); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// What is printed is read back as it was, whatever the document.
func FuzzPrint(f *testing.F) {
	f.Add(`{"a": [1, {"b": "\u00e4"}], "c": null, "d": [true, false, "x"]}`)
	f.Add(`[[], {}, "` + strings.Repeat("long ", 30) + `", 1e5]`)
	f.Fuzz(func(t *testing.T, document string) {
		root, faults := jsontree.Parse([]byte(document), 50)
		if faults != nil {
			return
		}
		printed := jsontree.Print(root)
		again, faults := jsontree.Parse(printed, 50)
		if faults != nil {
			t.Fatalf("%v\n%s", faults, printed)
		}
		if diff := cmp.Diff(values(root), values(again)); diff != "" {
			t.Errorf("-read +printed:\n%s", diff)
		}
	})
}

// values lists all values of a tree without their place.
func values(n *jsontree.Node) []string {
	all := []string{n.Path() + " " + n.Kind.String() + " " + n.Text}
	for _, m := range n.Members {
		all = append(all, values(m.Value)...)
	}
	for _, v := range n.Items {
		all = append(all, values(v)...)
	}
	return all
}
