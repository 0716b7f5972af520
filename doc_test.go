package pledgesim

import (
	"cmp"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	gocmp "github.com/google/go-cmp/cmp"
)

// maxLines is the longest a file may be, tests included: a reader should be
// able to hold it in mind.
const maxLines = 400

func TestEverythingIsDocumented(t *testing.T) {
	faults, err := checkDocs(os.DirFS("."))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range faults {
		t.Error(f)
	}
}

// checkDocs reads all packages of a module and tells what is undocumented:
// exported identifiers, packages, library packages without an Example; and
// which files are too long. Of a program only its package comment is needed.
func checkDocs(module fs.FS) ([]string, error) {
	c := checker{fset: token.NewFileSet(), packages: map[string]*pkg{}}
	err := fs.WalkDir(module, ".", func(name string, d fs.DirEntry, err error) error {
		switch base := path.Base(name); {
		case err != nil:
			return err
		case d.IsDir() && name != "." && (base == "testdata" || base[0] == '.' || base[0] == '_'):
			return fs.SkipDir
		case d.IsDir() || path.Ext(name) != ".go":
			return nil
		}
		source, err := fs.ReadFile(module, name)
		if err != nil {
			return err
		}
		return c.file(name, source)
	})
	if err != nil {
		return nil, err
	}
	for _, p := range c.packages {
		c.finish(p)
	}
	slices.SortFunc(c.faults, func(a, b fault) int {
		return cmp.Or(cmp.Compare(a.at.Filename, b.at.Filename), cmp.Compare(a.at.Line, b.at.Line), cmp.Compare(a.text, b.text))
	})
	var lines []string
	for _, f := range c.faults {
		lines = append(lines, f.String())
	}
	return lines, nil
}

// A fault is one thing that is missing.
type fault struct {
	at   token.Position
	text string
}

func (f fault) String() string {
	if f.at.Line == 0 {
		return f.at.Filename + ": " + f.text
	}
	return fmt.Sprintf("%s:%d: %s", f.at.Filename, f.at.Line, f.text)
}

// A pkg is what was seen of one package: its directory may hold a program too,
// such as a generator.
type pkg struct {
	dir, name                    string
	comment, exports, hasExample bool
}

type checker struct {
	fset     *token.FileSet
	packages map[string]*pkg
	faults   []fault
}

func (c *checker) add(at token.Pos, text string) {
	c.faults = append(c.faults, fault{c.fset.Position(at), text})
}

func (c *checker) file(name string, source []byte) error {
	if n := strings.Count(string(source), "\n"); n > maxLines {
		c.faults = append(c.faults, fault{token.Position{Filename: name}, fmt.Sprintf("%d lines, more than %d", n, maxLines)})
	}
	f, err := parser.ParseFile(c.fset, name, source, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		return err
	}
	dir, test := path.Dir(name), strings.HasSuffix(name, "_test.go")
	p := c.pkg(dir, strings.TrimSuffix(f.Name.Name, "_test"))
	if test {
		p.hasExample = p.hasExample || slices.ContainsFunc(f.Decls, isExample)
		return nil
	}
	p.comment = p.comment || text(f.Doc)
	if p.name != "main" {
		for _, d := range f.Decls {
			p.exports = c.decl(d) || p.exports
		}
	}
	return nil
}

func (c *checker) pkg(dir, name string) *pkg {
	key := dir + " " + name
	if c.packages[key] == nil {
		c.packages[key] = &pkg{dir: dir, name: name}
	}
	return c.packages[key]
}

// finish judges a package by all of its files. One that exports nothing is
// documentation only; an internal one is no library.
func (c *checker) finish(p *pkg) {
	missing := func(what string) {
		c.faults = append(c.faults, fault{token.Position{Filename: p.dir}, "package " + p.name + " has no " + what})
	}
	if !p.comment {
		missing("package comment")
	}
	internal := slices.Contains(strings.Split(p.dir, "/"), "internal")
	if p.exports && !internal && !p.hasExample {
		missing("Example function")
	}
}

func isExample(d ast.Decl) bool {
	f, ok := d.(*ast.FuncDecl)
	return ok && f.Recv == nil && strings.HasPrefix(f.Name.Name, "Example")
}

// decl checks one declaration and reports whether it exports anything.
func (c *checker) decl(d ast.Decl) (exports bool) {
	switch d := d.(type) {
	case *ast.FuncDecl:
		name, visible := d.Name.Name, d.Name.IsExported()
		if d.Recv != nil {
			receiver := typeName(d.Recv.List[0].Type)
			name, visible = receiver+"."+name, visible && ast.IsExported(receiver)
		}
		if visible && !text(d.Doc) {
			c.add(d.Pos(), name+" has no doc comment")
		}
		return visible
	case *ast.GenDecl:
		for _, spec := range d.Specs {
			switch spec := spec.(type) {
			case *ast.TypeSpec: // the comment of a single type stands above the word type
				exports = c.typ(spec, text(spec.Doc) || !d.Lparen.IsValid() && text(d.Doc)) || exports
			case *ast.ValueSpec: // a group of constants or variables may share a comment
				exports = c.names(spec.Names, "", text(d.Doc) || text(spec.Doc) || text(spec.Comment)) || exports
			}
		}
	}
	return exports
}

// names checks identifiers that are declared together.
func (c *checker) names(names []*ast.Ident, prefix string, documented bool) (exports bool) {
	for _, n := range names {
		if n.IsExported() {
			exports = true
			if !documented {
				c.add(n.Pos(), prefix+n.Name+" has no doc comment")
			}
		}
	}
	return exports
}

func (c *checker) typ(spec *ast.TypeSpec, documented bool) (exports bool) {
	if !spec.Name.IsExported() {
		return false
	}
	c.names([]*ast.Ident{spec.Name}, "", documented)
	c.members(spec.Name.Name+".", spec.Type)
	return true
}

// members checks the fields of a struct and the methods of an interface. Fields
// without a blank line between them may share the comment above the first; a
// type that is written on one line is documented by its own comment.
func (c *checker) members(prefix string, typ ast.Expr) {
	var list *ast.FieldList
	switch typ := typ.(type) {
	case *ast.StructType:
		list = typ.Fields
	case *ast.InterfaceType:
		list = typ.Methods
	}
	if list == nil || c.line(list.Opening) == c.line(list.Closing) {
		return
	}
	shared, end := false, 0 // whether the fields above share a comment, and their last line
	for _, f := range list.List {
		start := f.Pos()
		if f.Doc != nil {
			start = f.Doc.Pos()
		}
		shared = text(f.Doc) || shared && c.line(start) == end+1
		end = c.line(f.End())
		c.names(f.Names, prefix, shared || text(f.Comment)) // an embedded one has no names: its type is documented
		for _, n := range f.Names {
			if n.IsExported() {
				c.members(prefix+n.Name+".", f.Type)
			}
		}
	}
}

func (c *checker) line(p token.Pos) int { return c.fset.Position(p).Line }

// text reports whether a comment says something: a directive does not.
func text(g *ast.CommentGroup) bool { return strings.TrimSpace(g.Text()) != "" }

// typeName gives the name of a receiver's type without pointer and parameters.
func typeName(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.Ident:
		return e.Name
	case *ast.StarExpr:
		return typeName(e.X)
	case *ast.IndexExpr:
		return typeName(e.X)
	case *ast.IndexListExpr:
		return typeName(e.X)
	case *ast.ParenExpr:
		return typeName(e.X)
	}
	return ""
}

// TestCheckDocs proves that the check above can fail, and on what.
func TestCheckDocs(t *testing.T) {
	const head = "// Package p is.\npackage p\n\n"
	for _, test := range []struct {
		name, source string
		want         []string
	}{
		{"documented", "// F does.\nfunc F() {}", nil},
		{"not exported", "func f() {}\ntype t struct{ A int }\nfunc (t) M() {}\nvar v, w = 1, 2\nconst c = 1", nil},
		{"function", "func F() {}", []string{"p/p.go:4: F has no doc comment"}},
		{"an empty comment is none", "//\nfunc F() {}", []string{"p/p.go:5: F has no doc comment"}},
		{"a directive is none", "//go:noinline\nfunc F() {}", []string{"p/p.go:5: F has no doc comment"}},
		{"a comment apart is none", "// F does.\n\nfunc F() {}", []string{"p/p.go:6: F has no doc comment"}},
		{"type", "type T int", []string{"p/p.go:4: T has no doc comment"}},
		{"method", "// T is.\ntype T[A, B any] int\nfunc (t *T[A, B]) M() {}\nfunc (t T[_, _]) m() {}", []string{"p/p.go:6: T.M has no doc comment"}},
		{"type in a group", "// Types.\ntype (\n\tT int\n\t// U is.\n\tU int\n)", []string{"p/p.go:6: T has no doc comment"}},
		{"constants in a group", "// The constants.\nconst (\n\tA = 1\n\tB = 2\n)", nil},
		{"constants one by one", "const (\n\tA = 1 // is one\n\t// B is two.\n\tB = 2\n\tC, d = 3, 4\n)", []string{"p/p.go:8: C has no doc comment"}},
		{"variable", "var A, b = 1, 2", []string{"p/p.go:4: A has no doc comment"}},
		{"fields", "// T is.\ntype T struct {\n\tA, B int // are\n\t// C is.\n\tC int\n\n\tD int\n\te int\n\tF struct {\n\t\tG int\n\t} // is\n\tU\n}",
			[]string{"p/p.go:10: T.D has no doc comment", "p/p.go:13: T.F.G has no doc comment"}},
		{"fields in a group", "// T is.\ntype T struct {\n\t// The ends.\n\tA int\n\tB int\n\n\tC int\n}", []string{"p/p.go:10: T.C has no doc comment"}},
		{"fields on one line", "// T is from A to B.\ntype T struct{ A, B int }", nil},
		{"interface", "// I is.\ntype I interface {\n\t// A does.\n\tA()\n\n\tB()\n\tc()\n}", []string{"p/p.go:9: I.B has no doc comment"}},
		{"interface of one line", "// I does.\ntype I interface{ A() }", nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, err := checkDocs(fstest.MapFS{
				"p/p.go":      {Data: []byte(head + test.source)},
				"p/p_test.go": {Data: []byte("package p_test\nfunc Example() {}")},
			})
			if err != nil {
				t.Fatal(err)
			}
			if diff := gocmp.Diff(test.want, got); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

func TestCheckDocsOfPackages(t *testing.T) {
	file := func(source string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(source)} }
	got, err := checkDocs(fstest.MapFS{
		"doc.go":                file("// Package root is.\npackage root"), // documentation only needs no Example
		"a/a.go":                file("package a\n// F does.\nfunc F() {}"),
		"a/a_test.go":           file("package a\nfunc TestF() {}"),
		"a/gen.go":              file("//go:build ignore\n\npackage main\nfunc F() {}"),
		"b/b.go":                file("package b\n// F does.\nfunc F() {}"),
		"b/doc.go":              file("// Package b is.\npackage b"),
		"b/b_test.go":           file("package b\nfunc ExampleF() {}"),
		"c/internal/c/c.go":     file("// Package c is.\npackage c\n// F does.\nfunc F() {}"),
		"examples/run/main.go":  file("// Run runs.\npackage main\nfunc F() {}\nfunc main() {}"),
		"examples/bare/main.go": file("package main\nfunc main() {}"),
		"long/long.go":          file("// Package long is.\npackage long\n" + strings.Repeat("\n", 399)),
		"fits/fits_test.go":     file("package fits\n" + strings.Repeat("\n", 399)),
		"fits/fits.go":          file("// Package fits is.\npackage fits\n"),
		"a/testdata/x.go":       file("package x\nfunc F() {}"),
		".hidden/x.go":          file("package x\nfunc F() {}"),
		"_off/x.go":             file("not Go"),
		"a/notes.txt":           file("not Go"),
	})
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"a: package a has no Example function",
		"a: package a has no package comment",
		"a: package main has no package comment",
		"examples/bare: package main has no package comment",
		"long/long.go: 401 lines, more than 400",
	}
	if diff := gocmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	if _, err := checkDocs(fstest.MapFS{"a/a.go": file("not Go")}); err == nil {
		t.Error("a file that is not Go must be an error")
	}
}
