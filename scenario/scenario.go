package scenario

import (
	"strings"
)

// A Scenario is one combination to project: what is asked, how GDP grows, how
// governments respond. It is a value: change a copy to make an alternative.
type Scenario struct {
	Name     string     // labels tables and charts; must be unique in one table
	Pledge   Pledge     // nil: nothing is asked
	Growth   GrowthPath // required: no growth is assumed silently
	Response Response   // nil: UpTo{Trend{}}, at the present pace until the target is met
	Note     string     // an assumption in one sentence; printed under tables and charts
}

// Reaction is the response that is used: Response, or UpTo{Trend{}} if it is
// nil: the present pace, until the target is met.
func (s Scenario) Reaction() Response {
	if s.Response == nil {
		return UpTo{Trend{}}
	}
	return s.Response
}

// Validate reports every fault of the scenario at once, each a [*FieldError]:
// an empty name, no growth path, a share or rate that cannot be a fraction, a
// pledge without a deadline met by a ramp without a pace, and so on. Every run
// calls it before any work.
func (s Scenario) Validate() error {
	f := s.check()
	return f.err()
}

func (s Scenario) check() faults {
	f := faults{scenario: short(s.Name)}
	if strings.TrimSpace(s.Name) == "" {
		f.add("Name", nil, "is empty: the scenario needs a name for tables and charts", ErrInvalid)
	}
	checkName(&f, "Name", s.Name)
	checkNote(&f, "Note", s.Note)
	if !f.checkNesting(s) {
		return f // there may be no end of what is inside
	}
	if s.Pledge != nil {
		checkPart(&f, "Pledge", s.Pledge)
	}
	checkPart(&f, "Growth", s.Growth)
	checkPart(&f, "Response", s.Reaction())
	if at, lacks := lacksPace(s.Reaction(), "Response"); lacks && isOpen(s.Pledge) {
		f.add(at+".Pace", 0, "never moves towards a pledge without a deadline: give a yearly step, for example 0.1*scenario.Percent", ErrInvalid)
	}
	return f
}

// isOpen reports whether a pledge of this package has a target without a
// deadline. One of the caller's own cannot be known before it is asked.
func isOpen(p Pledge) bool {
	switch p := deref(p).(type) {
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
// wrappers, a ramp without a pace, and where.
func lacksPace(r Response, at string) (where string, lacks bool) {
	switch r := deref(r).(type) {
	case Ramp:
		return at, r.Pace == 0
	case Plan:
		return lacksPace(r.Then, at+".Then")
	case Wavering:
		if where, lacks := lacksPace(r.Else, at+".Else"); lacks {
			return where, true
		}
		return lacksPace(r.Keep, at+".Keep")
	case ByMember:
		for _, code := range sortedKeys(r.Of) {
			if where, lacks := lacksPace(r.Of[code], at+".Of["+code+"]"); lacks {
				return where, true
			}
		}
		return lacksPace(r.Else, at+".Else")
	case Wrapper:
		return lacksPace(r.Unwrap(), at+".Response")
	}
	return at, false
}

// Members lists, in order of code, the members that have terms, plans or responses of
// their own in the scenario, so that a run can check that they exist. It is nil where
// CheckNesting fails.
func (s Scenario) Members() []string {
	if s.CheckNesting() != nil {
		return nil
	}
	named := map[string]bool{}
	nameTerms(named, s.Pledge)
	namePlans(named, s.Response)
	return sortedKeys(named)
}

func nameTerms(named map[string]bool, p Pledge) {
	e, ok := deref(p).(Except)
	if !ok {
		return
	}
	nameTerms(named, e.Pledge)
	for code, terms := range e.Terms {
		named[code] = true
		nameTerms(named, terms)
	}
}

func namePlans(named map[string]bool, r Response) {
	switch r := deref(r).(type) {
	case Plan:
		for code := range r.Spending {
			named[code] = true
		}
		namePlans(named, r.Then)
	case Wavering:
		namePlans(named, r.Keep)
		namePlans(named, r.Else)
	case ByMember:
		for code, own := range r.Of {
			named[code] = true
			namePlans(named, own)
		}
		namePlans(named, r.Else)
	case Wrapper:
		namePlans(named, r.Unwrap())
	}
}

// Lucky reports whether growth or response have random parts, which a run without
// randomness leaves out.
func Lucky(s Scenario) bool {
	return s.CheckNesting() == nil && (s.Growth != nil && isRandom(s.Growth) || lucky(s.Reaction()))
}

func lucky(r Response) bool {
	switch model := deref(r).(type) {
	case Shocked, Slipped, Wavering:
		return true
	case Partial:
		return model.SE > 0 || lucky(model.Response)
	case Plan:
		return lucky(model.then())
	case ByMember:
		return model.some(lucky)
	case Wrapper:
		return lucky(model.Unwrap())
	}
	return false
}
