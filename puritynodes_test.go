package pledgesim

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"
)

// node looks at one piece of source.
func (p *purity) node(n ast.Node) bool {
	for _, changed := range changedBy(n) {
		p.changed(n, changed)
	}
	switch n := n.(type) {
	case *ast.CallExpr:
		p.call(n)
	case *ast.SelectorExpr:
		p.selector(n)
	case *ast.ReturnStmt:
		for _, result := range n.Results {
			if v := p.packageVariable(result); v != nil && sharesMemory(v.Type()) {
				p.add(n.Pos(), "%s is handed out: the caller could change it", v.Name())
			}
		}
	}
	return true
}

// changedBy lists what a piece of source changes, or lets be changed.
func changedBy(n ast.Node) []ast.Expr {
	switch n := n.(type) {
	case *ast.AssignStmt:
		if n.Tok != token.DEFINE {
			return n.Lhs
		}
	case *ast.IncDecStmt:
		return []ast.Expr{n.X}
	case *ast.RangeStmt:
		if n.Tok == token.ASSIGN {
			return []ast.Expr{n.Key, n.Value}
		}
	case *ast.UnaryExpr:
		if n.Op == token.AND {
			return []ast.Expr{n.X}
		}
	case *ast.CallExpr: // what these are given first is written to
		name := ""
		switch f := n.Fun.(type) {
		case *ast.Ident:
			name = f.Name
		case *ast.SelectorExpr:
			if of, ok := f.X.(*ast.Ident); ok {
				name = of.Name + "." + f.Sel.Name
			}
		}
		switch {
		case len(n.Args) == 0:
		case name == "append", name == "copy", name == "clear", name == "delete", strings.HasPrefix(name, "slices.Sort") && !strings.HasPrefix(name, "slices.Sorted"),
			name == "slices.Reverse", name == "slices.Insert", strings.HasPrefix(name, "slices.Delete"), strings.HasPrefix(name, "slices.Compact"),
			name == "maps.Copy", strings.HasPrefix(name, "sort."):
			return n.Args[:1]
		}
	}
	return nil
}

// changed refuses changes of a variable of this package or another.
func (p *purity) changed(n ast.Node, e ast.Expr) {
	if selector, ok := e.(*ast.SelectorExpr); ok {
		if name, ok := p.info.Uses[root(selector.X)].(*types.PkgName); ok {
			p.add(n.Pos(), "%s.%s is of another package and changed", name.Name(), selector.Sel.Name)
			return
		}
	}
	if v := p.packageVariable(root(e)); v != nil {
		p.add(n.Pos(), "%s is a variable of the package and changed", v.Name())
	}
}

// root is the variable at the start of v[i].f and the like; nil if there is none.
func root(e ast.Expr) *ast.Ident {
	switch e := e.(type) {
	case *ast.Ident:
		return e
	case *ast.ParenExpr:
		return root(e.X)
	case *ast.IndexExpr:
		return root(e.X)
	case *ast.SliceExpr:
		return root(e.X)
	case *ast.StarExpr:
		return root(e.X)
	case *ast.SelectorExpr:
		return root(e.X)
	}
	return nil
}

// packageVariable gives the variable of the package that an expression is, if it is
// one.
func (p *purity) packageVariable(e ast.Expr) *types.Var {
	name, ok := e.(*ast.Ident)
	if !ok || name == nil {
		return nil
	}
	v, ok := p.info.Uses[name].(*types.Var)
	if !ok || v.Parent() != p.pkg.Scope() {
		return nil
	}
	return v
}

// sharesMemory reports whether who has a copy of a value can change the original.
func sharesMemory(t types.Type) bool {
	switch t.Underlying().(type) {
	case *types.Slice, *types.Map, *types.Pointer, *types.Chan:
		return true
	}
	return false
}

func (p *purity) call(n *ast.CallExpr) {
	f, ok := n.Fun.(*ast.Ident)
	if !ok {
		return
	}
	if _, builtin := p.info.Uses[f].(*types.Builtin); !builtin {
		return
	}
	switch f.Name {
	case "print", "println":
		p.add(n.Pos(), "prints")
	case "panic":
		if p.mayPanic[p.where] == "" {
			p.add(n.Pos(), "panics: give an error, or put %q on the list of those that may, with the reason", p.where)
		}
		delete(p.unused, p.where)
	}
}

// selector refuses what prints or ends the program.
func (p *purity) selector(n *ast.SelectorExpr) {
	x, ok := n.X.(*ast.Ident)
	if !ok {
		return
	}
	of, ok := p.info.Uses[x].(*types.PkgName)
	if !ok {
		return
	}
	switch from, name := of.Imported().Path(), n.Sel.Name; {
	case from == "fmt" && (strings.HasPrefix(name, "Print") || strings.HasPrefix(name, "Scan")),
		from == "os" && (name == "Stdout" || name == "Stderr" || name == "Stdin"), from == "log", from == "log/slog":
		p.add(n.Pos(), "prints or reads by %s.%s: that is for programs", from, name)
	case from == "os" && name == "Exit", from == "runtime" && name == "Goexit", from == "syscall" && name == "Exit":
		p.add(n.Pos(), "ends the program by %s.%s: that is for programs", from, name)
	case p.running && strings.HasPrefix(name, "Must"):
		p.add(n.Pos(), "panics where %s.%s fails: give an error", from, name)
	}
}
