package scenario

import "fmt"

// ByMember lets some members follow a response of their own and everyone else
// another, as [Except] does with pledges.
type ByMember struct {
	Of   map[string]Response // by ISO alpha-3 code
	Else Response            // of everyone who is not in Of; nil: Hold
}

// Spend gives the money of the member's own response, or of everyone else's.
func (r ByMember) Spend(v View, a Ask) float64 { return r.Response(v.member().Code).Spend(v, a) }

// Response is the one that a member follows, by its code.
func (r ByMember) Response(code string) Response {
	if own, ok := r.Of[code]; ok {
		return own
	}
	return r.otherwise()
}

func (r ByMember) otherwise() Response {
	if r.Else == nil {
		return Hold{}
	}
	return r.Else
}

// some reports whether something holds for one of the responses.
func (r ByMember) some(holds func(Response) bool) bool {
	for _, own := range r.Of {
		if holds(own) {
			return true
		}
	}
	return holds(r.otherwise())
}

// Warn passes on what the response of the member has to say.
func (r ByMember) Warn(m *Member, base, to int) []error {
	return Warnings(r.Response(m.Code), m, base, to)
}

// String gives the response of everyone else, then those of members: a response
// that several follow is written once.
func (r ByMember) String() string {
	text, codes := words(r.otherwise(), noResponse), map[string][]string{}
	var order []string
	for _, code := range sortedKeys(r.Of) {
		own := words(r.Of[code], noResponse)
		if codes[own] == nil {
			order = append(order, own)
		}
		codes[own] = append(codes[own], code)
	}
	for _, own := range order {
		text += fmt.Sprintf("; %s: %s", list(codes[own]), own)
	}
	return text
}

func (r ByMember) check(f *faults, at string) {
	if len(r.Of) == 0 {
		f.add(at+".Of", nil, "is empty: give the response of at least one member", ErrInvalid)
	}
	checkTerms(f, at+".Of", len(r.Of))
	for _, code := range sortedKeys(r.Of) {
		checkCode(f, at+".Of", code)
		checkPart(f, at+".Of["+code+"]", r.Of[code])
	}
	checkPart(f, at+".Else", r.otherwise())
}
