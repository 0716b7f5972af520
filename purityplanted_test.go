package pledgesim

import (
	"strings"
	"testing"
	"testing/fstest"

	gocmp "github.com/google/go-cmp/cmp"
)

// TestCheckPurity proves that the check can fail, and on what.
func TestCheckPurity(t *testing.T) {
	for _, test := range []struct {
		name, source string
		want         []string // what is said after "p/p.go:"
	}{
		{"a table", "var t = []int{1, 2}\nfunc F(i int) int { return t[i] }", nil},
		{"errors and patterns", "import (\"errors\"; \"regexp\")\nvar ErrX = errors.New(\"x\")\nvar r = regexp.MustCompile(\"x\")", nil},
		{"embedded", "import _ \"embed\"\n//go:embed x\nvar x []byte\nfunc F() int { return len(x) }", nil},
		{"what an interface needs", "type T struct{}\nvar _ interface{} = T{}\nvar _ interface{}", nil},
		{"worked out once", "import \"sync\"\nvar f = sync.OnceValue(func() int { n := 0; n++; return n })", nil},
		{"of a function", "func F() (n int) { var m []int; m = append(m, 1); n++; return n + len(m) }", nil},
		{"of the same name", "var t = []int{1}\nfunc F() int { t := 1; t++; return t }", nil},
		{"a new one", "type T struct{ a int }\nfunc F() *T { return &T{1} }", nil},
		{"a copy handed out", "var t = [2]int{1, 2}\nfunc F() [2]int { return t }", nil},

		{"panic", "func F() { panic(1) }", []string{`2: panics: give an error, or put "p/p.go F" on the list of those that may, with the reason`}},
		{"panic in a closure", "func F() {\n\tgo func() { panic(1) }()\n}", []string{`3: panics: give an error, or put "p/p.go F" on the list of those that may, with the reason`}},
		{"panic of a method", "type T int\nfunc (T) m() { panic(1) }", []string{`3: panics: give an error, or put "p/p.go m" on the list of those that may, with the reason`}},
		{"panic where it is made", "var v = func() int { panic(1) }()", []string{`2: panics: give an error, or put "p/p.go v" on the list of those that may, with the reason`}},
		{"a panic of its own", "func panic(int) {}\nfunc F() { panic(1) }", nil},
		{"allowed", "func Allowed() { panic(1) }", nil},
		{"must", "import \"regexp\"\nfunc F(s string) { regexp.MustCompile(s) }", []string{"3: panics where regexp.MustCompile fails: give an error"}},

		{"prints", "import \"fmt\"\nfunc F() { fmt.Println() }", []string{"3: prints or reads by fmt.Println: that is for programs"}},
		{"prints, renamed", "import f \"fmt\"\nfunc F() { f.Printf(\"\") }", []string{"3: prints or reads by fmt.Printf: that is for programs"}},
		{"prints, passed on", "import \"fmt\"\nfunc F() any { return fmt.Print }", []string{"3: prints or reads by fmt.Print: that is for programs"}},
		{"writes to what is given", "import (\"fmt\"; \"io\")\nfunc F(w io.Writer) { fmt.Fprintln(w) }", nil},
		{"builtin", "func F() { println() }", []string{"2: prints"}},
		{"standard error", "import \"os\"\nfunc F() any { return os.Stderr }", []string{"3: prints or reads by os.Stderr: that is for programs"}},
		{"logs", "import \"log\"\nfunc F() { log.Fatal() }", []string{"3: prints or reads by log.Fatal: that is for programs"}},
		{"ends", "import \"os\"\nfunc F() { os.Exit(1) }", []string{"3: ends the program by os.Exit: that is for programs"}},

		{"without a value", "var n int", []string{"2: n has no value: a variable of a package that changes is shared by all callers"}},
		{"a lock", "import \"sync\"\nvar l sync.Mutex", []string{"3: l has no value: a variable of a package that changes is shared by all callers"}},
		{"made", "var m = make(map[int]int)", []string{"2: m is made to be filled"}},
		{"a pointer", "type T struct{}\nvar p = &T{}", []string{"3: p points to what can be changed"}},
		{"assigned", "var n = 1\nfunc F() { n = 2 }", []string{"3: n is a variable of the package and changed"}},
		{"counted", "var n = 1\nfunc F() { n++ }", []string{"3: n is a variable of the package and changed"}},
		{"added to", "var n = 1\nfunc F() { n += 2 }", []string{"3: n is a variable of the package and changed"}},
		{"one of it", "var t = []int{1}\nfunc F() { t[0] = 2 }", []string{"3: t is a variable of the package and changed"}},
		{"a field", "var t = struct{ a []int }{}\nfunc F() { (t.a)[0] = 2 }", []string{"3: t is a variable of the package and changed"}},
		{"appended to", "var t = []int{1}\nfunc F() { u := append(t[:0], 2); _ = u }", []string{"3: t is a variable of the package and changed"}},
		{"sorted", "import \"slices\"\nvar t = []int{1}\nfunc F() { slices.Sort(t) }", []string{"4: t is a variable of the package and changed"}},
		{"sorted elsewhere", "import \"slices\"\nvar t = []int{1}\nfunc F() []int { return slices.Sorted(slices.Values(t)) }", nil},
		{"deleted from", "var t = map[int]int{}\nfunc F() { delete(t, 1) }", []string{"3: t is a variable of the package and changed"}},
		{"address taken", "var n = 1\nfunc F() *int { return &n }", []string{"3: n is a variable of the package and changed"}},
		{"ranged over", "var n = 1\nfunc F() { for n = range 3 {} }", []string{"3: n is a variable of the package and changed"}},
		{"handed out", "var t = []int{1}\nfunc F() []int { return t }", []string{"3: t is handed out: the caller could change it"}},
		{"of another package", "import \"q\"\nfunc F() { q.V = 1 }", []string{"3: q.V is of another package and changed"}},
		{"kept by a closure", "var next = func() func() int {\n\tn := 0\n\treturn func() int { n++; return n }\n}()", []string{"4: next keeps n from call to call"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, err := checkPurity(fstest.MapFS{"p/p.go": {Data: []byte("package p\n" + test.source)}}, map[string]string{"p/p.go Allowed": "it is a test"})
			if err != nil {
				t.Fatal(err)
			}
			var want []string
			for _, text := range test.want {
				want = append(want, "p/p.go:"+text)
			}
			if !strings.Contains(test.source, "Allowed") {
				want = append(want, "p/p.go Allowed: does not panic: take it off the list of those that may")
			}
			if diff := gocmp.Diff(want, got); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

// Programs, examples, tests and what is not built are not looked at; what is no Go is
// an error.
func TestCheckPurityOfModules(t *testing.T) {
	bad := &fstest.MapFile{Data: []byte("package x\nfunc F() { panic(1) }")}
	got, err := checkPurity(fstest.MapFS{
		"a/a_test.go": bad, "examples/a/a.go": bad, "a/testdata/a.go": bad, ".a/a.go": bad, "_a/a.go": bad, "a/a.txt": bad,
		"a/gen.go": {Data: []byte("//go:build ignore\n\npackage main\nfunc main() { panic(1) }")},
		"a/a.go":   {Data: []byte("//go:build linux || !linux\n\npackage a\nfunc F() { panic(1) }")},
	}, nil)
	if want := []string{`a/a.go:4: panics: give an error, or put "a/a.go F" on the list of those that may, with the reason`}; err != nil || gocmp.Diff(want, got) != "" {
		t.Errorf("%q, %v", got, err)
	}
	if _, err := checkPurity(fstest.MapFS{"a/a.go": {Data: []byte("not Go")}}, nil); err == nil {
		t.Error("a file that is not Go must be an error")
	}
}
