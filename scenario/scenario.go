package scenario

import "strings"

// A Scenario is one combination to project: what is asked, how GDP grows, how
// governments respond. It is a value: change a copy to make an alternative.
type Scenario struct {
	Name     string     // labels tables and charts; must be unique in one table
	Pledge   Pledge     // nil: nothing is asked
	Growth   GrowthPath // required: no growth is assumed silently
	Response Response   // nil: Trend{}, at the present pace
	Note     string     // an assumption in one sentence; printed under tables and charts
}

// Reaction is the response that is used: Response, or Trend{} if it is nil.
func (s Scenario) Reaction() Response {
	if s.Response == nil {
		return Trend{}
	}
	return s.Response
}

// Validate reports every fault of the scenario at once, each a [*FieldError]:
// an empty name, no growth path, a share or rate that cannot be a fraction, a
// pledge without a deadline met by a ramp without a pace, and so on. Every run
// calls it before any work.
func (s Scenario) Validate() error {
	f := faults{scenario: s.Name}
	if strings.TrimSpace(s.Name) == "" {
		f.add("Name", nil, "is empty: the scenario needs a name for tables and charts", ErrInvalid)
	}
	if s.Pledge != nil {
		checkPart(&f, "Pledge", s.Pledge)
	}
	checkPart(&f, "Growth", s.Growth)
	checkPart(&f, "Response", s.Reaction())
	if isOpen(s.Pledge) && lacksPace(s.Reaction()) {
		f.add("Response.Pace", 0, "never moves towards a pledge without a deadline: give a yearly step, for example 0.1*scenario.Percent", ErrInvalid)
	}
	return f.err()
}

// isOpen reports whether a pledge of this package has a target without a
// deadline. One of the caller's own cannot be known before it is asked.
func isOpen(p Pledge) bool {
	switch p := p.(type) {
	case Target:
		return p.By == 0
	case Steps:
		return len(p) > 0 && p[len(p)-1].By == 0
	case Except:
		if isOpen(p.Pledge) {
			return true
		}
		for _, terms := range p.Terms {
			if isOpen(terms) {
				return true
			}
		}
	}
	return false
}

// lacksPace reports whether a response of this package is, inside its
// wrappers, a ramp without a pace.
func lacksPace(r Response) bool {
	switch r := r.(type) {
	case Ramp:
		return r.Pace == 0
	case Plan:
		return lacksPace(r.then())
	case wrapper:
		return lacksPace(r.unwrap())
	}
	return false
}

// Members lists, in order of code, the members that have terms or plans of
// their own in the scenario, so that a run can check that they exist.
func (s Scenario) Members() []string {
	named := map[string]bool{}
	if e, ok := s.Pledge.(Except); ok {
		for code := range e.Terms {
			named[code] = true
		}
	}
	for r := s.Response; r != nil; {
		switch inner := r.(type) {
		case Plan:
			for code := range inner.Spending {
				named[code] = true
			}
			r = inner.Then
		case wrapper:
			r = inner.unwrap()
		default:
			r = nil
		}
	}
	return sortedKeys(named)
}

// String gives the assumptions in words, one a line.
func (s Scenario) String() string {
	lines := []string{
		s.Name,
		"  pledge:   " + words(s.Pledge, "nothing is asked"),
		"  growth:   " + words(s.Growth, "none given"),
		"  response: " + words(s.Reaction(), ""),
	}
	if s.Note != "" {
		lines = append(lines, "  note:     "+s.Note)
	}
	return strings.Join(lines, "\n")
}
