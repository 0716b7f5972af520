package pledgesim

import (
	"errors"
	"fmt"
	"go/ast"
	"go/build/constraint"
	"go/parser"
	"go/token"
	"go/types"
	"io/fs"
	"maps"
	"os"
	"path"
	"slices"
	"strings"
	"testing"
)

// mayPanic are the functions of the library that may panic, by file and name, and why.
// Nothing that a user gives can make any of them do so.
var mayPanic = map[string]string{
	"projection/rescue.go throw":               "passes on a panic of the caller's own code, from the goroutine in which it happened",
	"scenario/imf/read.go vintages":            "an embedded file is broken, which the tests rule out",
	"scenario/worldbank/worldbank.go read":     "the embedded file is broken, which the tests rule out",
	"scenario/nato/announcedread.go announced": "the embedded file is broken, which the tests rule out",
	"scenario/nato/current.go columns":         "the embedded file is broken, which the tests rule out",
	"scenario/nato/current.go mustSeries":      "the embedded file is broken, which the tests rule out",
	"scenario/nato/editions.go Latest":         "there is no embedded edition, which the tests rule out",
	"scenario/nato/editions.go read":           "an embedded file is broken, which the tests rule out",
	"scenario/nato/archive.go published":       "an edition's name has no month, which the tests rule out",
}

// The library does not panic, print or end the program, and keeps no state between
// calls: all of it may be used from any number of goroutines.
func TestTheLibraryIsPure(t *testing.T) {
	faults, err := checkPurity(os.DirFS("."), mayPanic)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range faults {
		t.Error(f)
	}
}

// checkPurity reads the source of all packages of a module but for programs and
// examples, and tells where it panics, prints, ends the program or has variables of a
// package that change. What is imported need not be there: of the other packages only
// the names matter.
func checkPurity(module fs.FS, mayPanic map[string]string) ([]string, error) {
	fset, packages := token.NewFileSet(), map[string][]*ast.File{}
	err := fs.WalkDir(module, ".", func(name string, d fs.DirEntry, err error) error {
		switch base := path.Base(name); {
		case err != nil:
			return err
		case d.IsDir() && name != "." && (base == "testdata" || base == "examples" || base[0] == '.' || base[0] == '_'):
			return fs.SkipDir
		case d.IsDir() || path.Ext(name) != ".go" || strings.HasSuffix(name, "_test.go"):
			return nil
		}
		source, err := fs.ReadFile(module, name)
		if err != nil {
			return err
		}
		f, err := parser.ParseFile(fset, name, source, parser.ParseComments|parser.SkipObjectResolution)
		if err == nil && !ignored(f) {
			packages[path.Dir(name)] = append(packages[path.Dir(name)], f)
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	var faults []string
	unused := maps.Clone(mayPanic)
	for _, dir := range slices.Sorted(maps.Keys(packages)) {
		p := purity{fset: fset, mayPanic: mayPanic, unused: unused, info: types.Info{Defs: map[*ast.Ident]types.Object{}, Uses: map[*ast.Ident]types.Object{}}}
		c := types.Config{Importer: absent{}, Error: func(error) {}} // what is imported is not looked at
		p.pkg, _ = c.Check(dir, fset, packages[dir], &p.info)
		for _, f := range packages[dir] {
			p.file(f)
		}
		faults = append(faults, p.faults...)
	}
	for _, where := range slices.Sorted(maps.Keys(unused)) {
		faults = append(faults, where+": does not panic: take it off the list of those that may")
	}
	return faults, nil
}

// ignored reports whether a file is left out of builds, as generators are.
func ignored(f *ast.File) bool {
	for _, group := range f.Comments {
		for _, c := range group.List {
			if x, err := constraint.Parse(c.Text); err == nil && c.Pos() < f.Package {
				return !x.Eval(func(tag string) bool { return tag != "ignore" })
			}
		}
	}
	return false
}

// absent imports nothing.
type absent struct{}

func (absent) Import(string) (*types.Package, error) { return nil, errors.New("is not looked at") }

// A purity judges one package.
type purity struct {
	fset             *token.FileSet
	pkg              *types.Package
	info             types.Info
	mayPanic, unused map[string]string
	where            string // file and function or variable that is looked at
	running          bool   // whether that is a function, which may be called with anything
	faults           []string
}

func (p *purity) add(at token.Pos, format string, args ...any) {
	position := p.fset.Position(at)
	p.faults = append(p.faults, fmt.Sprintf("%s:%d: %s", position.Filename, position.Line, fmt.Sprintf(format, args...)))
}

func (p *purity) file(f *ast.File) {
	name := p.fset.Position(f.Pos()).Filename
	for _, d := range f.Decls {
		switch d := d.(type) {
		case *ast.FuncDecl:
			p.where, p.running = name+" "+d.Name.Name, true
			ast.Inspect(d, p.node)
		case *ast.GenDecl:
			for _, spec := range d.Specs {
				if v, ok := spec.(*ast.ValueSpec); ok && d.Tok == token.VAR {
					p.where, p.running = name+" "+v.Names[0].Name, false
					p.variable(v, strings.HasPrefix(docText(d, v), "//go:embed "))
					ast.Inspect(v, p.node)
				}
			}
		}
	}
}

// docText gives the last line of the comment above a variable, directives included.
func docText(d *ast.GenDecl, v *ast.ValueSpec) string {
	for _, doc := range []*ast.CommentGroup{v.Doc, d.Doc} {
		if doc != nil {
			return doc.List[len(doc.List)-1].Text
		}
	}
	return ""
}

// variable refuses variables of a package that are made to be changed: without a
// value, or with an empty or a fresh one.
func (p *purity) variable(v *ast.ValueSpec, embedded bool) {
	if v.Names[0].Name == "_" || embedded {
		return
	}
	if len(v.Values) == 0 {
		p.add(v.Pos(), "%s has no value: a variable of a package that changes is shared by all callers", v.Names[0].Name)
	}
	for _, value := range v.Values {
		switch e := ast.Unparen(value).(type) {
		case *ast.UnaryExpr:
			if e.Op == token.AND {
				p.add(v.Pos(), "%s points to what can be changed", v.Names[0].Name)
			}
		case *ast.CallExpr:
			if f, ok := e.Fun.(*ast.Ident); ok && (f.Name == "make" || f.Name == "new") {
				p.add(v.Pos(), "%s is made to be filled", v.Names[0].Name)
			}
			p.closures(v, e)
		}
	}
}

// closures refuses what a function keeps for itself from one call to the next.
func (p *purity) closures(v *ast.ValueSpec, made *ast.CallExpr) {
	ast.Inspect(made, func(n ast.Node) bool {
		inner, ok := n.(*ast.FuncLit)
		if !ok || n == made.Fun {
			return true
		}
		ast.Inspect(inner, func(n ast.Node) bool {
			for _, changed := range changedBy(n) {
				object := p.info.Uses[root(changed)]
				if object != nil && object.Pos() > made.Pos() && object.Pos() < inner.Pos() {
					p.add(n.Pos(), "%s keeps %s from call to call", v.Names[0].Name, object.Name())
				}
			}
			return true
		})
		return true
	})
}
