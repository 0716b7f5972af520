package scenario

import "fmt"

// A nest is a part of a scenario that holds others. It lists them, each as often as a
// simulation works it out.
type nest interface{ inner() []any }

func (e Except) inner() []any {
	all := []any{e.Pledge}
	for _, code := range sortedKeys(e.Terms) {
		all = append(all, e.Terms[code])
	}
	return all
}

func (t Table) inner() []any     { return []any{t.Then} }
func (s Shift) inner() []any     { return []any{s.Path} }
func (s Shock) inner() []any     { return []any{s.Path} }
func (n Nominal) inner() []any   { return []any{n.Path, n.Inflation} }
func (a AR1) inner() []any       { return []any{a.Around} }
func (b Bootstrap) inner() []any { return []any{b.Around, b.Record} }
func (d Downturn) inner() []any  { return []any{d.Around} }

func (p Plan) inner() []any     { return []any{p.Then} }
func (w Wavering) inner() []any { return []any{w.Keep, w.Else} }

func (r ByMember) inner() []any {
	all := []any{r.Else}
	for _, code := range sortedKeys(r.Of) {
		all = append(all, r.Of[code])
	}
	return all
}

func (s Slipped) inner() []any {
	all := []any{s.Response}
	for range s.Chances {
		all = append(all, s.Response)
	}
	return all
}

// inside lists what stands inside a part, which may be one of the caller's own.
func inside(part any) []any {
	switch p := part.(type) {
	case nest:
		return p.inner()
	case Wrapper:
		return []any{p.Unwrap()}
	}
	return nil
}

// CheckNesting refuses a scenario whose parts stand inside one another without end, or
// deeper than MaxNesting, or are more than MaxParts. Validate does that too: this is for
// those who look into scenarios that may not be valid yet.
func (s Scenario) CheckNesting() error {
	f := faults{scenario: short(s.Name)}
	f.checkNesting(s)
	return f.err()
}

func (f *faults) checkNesting(s Scenario) (ok bool) {
	ok = true
	for _, p := range []struct {
		at   string
		part any
	}{{"Pledge", s.Pledge}, {"Growth", s.Growth}, {"Response", s.Response}} {
		parts := 0
		if problem := tooMany(p.part, 1, &parts); problem != "" {
			f.add(p.at, nil, problem, ErrInvalid)
			ok = false
		}
	}
	return ok
}

// tooMany goes through a part and what stands inside it, and says which limit is passed.
func tooMany(part any, depth int, parts *int) (problem string) {
	if deref(part) == nil {
		return ""
	}
	if *parts++; *parts > MaxParts {
		return fmt.Sprintf("has more than %d parts inside one another and side by side: does one of them hold the same one again and again?", MaxParts)
	}
	if depth > MaxNesting {
		return fmt.Sprintf("has parts inside one another, more than %d deep: does one of them contain itself?", MaxNesting)
	}
	for _, p := range inside(part) {
		if problem = tooMany(p, depth+1, parts); problem != "" {
			return problem
		}
	}
	return ""
}
