package main

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/pledgesim/pledgesim/plotting"
)

// page writes GALLERY.md: each figure with its title and the code that made it.
func page(figures []plotting.Named, source fs.FS) ([]byte, error) {
	calls, err := calls(source)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	b.WriteString(preface)
	for _, f := range figures {
		name, _, _ := strings.Cut(f.Name, ".")
		call, ok := calls[name]
		if !ok {
			return nil, fmt.Errorf("%s: there is no scene of this name in the source", name)
		}
		fmt.Fprintf(&b, "\n## %s\n\n![%s](examples/gallery/testdata/%s)\n\n```go\n%s\n```\n", heading(name), f.Figure.Title, f.Name, call)
	}
	return b.Bytes(), nil
}

const preface = `# Gallery

Every chart of package plotting on real figures, drawn by ` + "`go run ./examples/gallery`" + `
(` + "`-theme print`, `-page slide`, `-format pdf`" + ` and others: ` + "`-help`" + `). Below each stands the
call that made it; where its arguments come from is in [examples/gallery](examples/gallery).
This page and its images are written by ` + "`go test ./examples/gallery -update`" + `, and checked by
` + "`go test ./examples/gallery`" + `.
`

// heading makes words of a file name: "year-reached" is "Year reached".
func heading(name string) string {
	words := strings.ReplaceAll(name, "-", " ")
	return strings.ToUpper(words[:1]) + words[1:]
}

// calls reads from the source of this program what each scene does.
func calls(source fs.FS) (map[string]string, error) {
	files, err := fs.Glob(source, "*.go")
	if err != nil {
		return nil, err
	}
	found := map[string]string{}
	set := token.NewFileSet()
	for _, name := range files {
		text, err := fs.ReadFile(source, name)
		if err != nil {
			return nil, err
		}
		file, err := parser.ParseFile(set, name, text, 0)
		if err != nil {
			return nil, err
		}
		ast.Inspect(file, func(n ast.Node) bool {
			scene, ok := n.(*ast.CompositeLit)
			if !ok || len(scene.Elts) != 2 {
				return true
			}
			name, isName := scene.Elts[0].(*ast.BasicLit)
			function, isFunction := scene.Elts[1].(*ast.FuncLit)
			if isName && isFunction {
				key, _ := strconv.Unquote(name.Value)
				found[key] = body(set, function)
			}
			return true
		})
	}
	return found, nil
}

// body is what a function does: the call it returns, or its statements.
func body(set *token.FileSet, f *ast.FuncLit) string {
	var b bytes.Buffer
	if ret, ok := f.Body.List[0].(*ast.ReturnStmt); ok {
		format.Node(&b, set, ret.Results[0])
		return b.String()
	}
	for i, statement := range f.Body.List[:len(f.Body.List)-1] { // without the return
		if i > 0 {
			b.WriteByte('\n')
		}
		format.Node(&b, set, statement)
	}
	return b.String()
}

// chartFunctions lists the exported functions of package plotting that make a
// figure.
func chartFunctions(t *testing.T) []string {
	t.Helper()
	const dir = "../../plotting"
	files, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range file.Decls {
			f, ok := d.(*ast.FuncDecl)
			if !ok || f.Recv != nil || !f.Name.IsExported() || f.Type.Results.NumFields() != 2 {
				continue
			}
			if star, ok := f.Type.Results.List[0].Type.(*ast.StarExpr); ok && fmt.Sprint(star.X) == "Figure" {
				names = append(names, f.Name.Name)
			}
		}
	}
	if len(names) < 4 {
		t.Fatalf("only %v make figures", names)
	}
	return names
}
