package scenario

import (
	"fmt"
	"strings"
)

// MaxShare is the largest share that is accepted anywhere, as a fraction. Pledges are
// of a few per cent, so that a number above a quarter is per cent given for a fraction.
// It is a limit of this package: no data set, target or outcome may lie above it,
// whatever the shares are of.
const MaxShare = 0.25

// An Ask is what a pledge asks of a member as seen from one year. The zero Ask
// asks nothing.
type Ask struct {
	Share float64 // fraction of GDP; 0: nothing is asked
	By    int     // deadline: the year in which Share must be met; 0: none
	From  int     // first year in which this was asked; 0: it always was
}

// Open reports whether something is asked without a deadline.
func (a Ask) Open() bool { return a.Share > 0 && a.By == 0 }

// A Pledge says what is asked of the member in v in the year v.Year. It must
// not depend on anything outside v, and must return the zero Ask before the
// pledge is known, so that earlier years cannot be changed by later promises.
type Pledge interface{ Ask(v View) Ask }

// Target is the common pledge: a share of GDP, with or without a deadline.
type Target struct {
	Share float64 // fraction of GDP: 2*Percent is two per cent
	From  int     // year from which it is known; 0: always
	By    int     // deadline; 0: none
}

// Ask gives the target from the year in which it is known.
func (t Target) Ask(v View) Ask {
	if v.Year < t.From {
		return Ask{}
	}
	return Ask{Share: t.Share, By: t.By, From: t.From}
}

// String gives the pledge in words: "2.5% of GDP by 2030".
func (t Target) String() string {
	text := FormatShare(t.Share) + " of GDP"
	if t.By == 0 {
		text += ", no deadline"
	} else {
		text += fmt.Sprintf(" by %d", t.By)
	}
	if t.From != 0 {
		text += fmt.Sprintf(", known from %d", t.From)
	}
	return text
}

func (t Target) check(f *faults, at string) {
	if !isShare(t.Share) {
		f.add(at+".Share", t.Share, "is not a fraction in (0, 0.25]"+meant(t.Share, isShare), ErrUnit)
	}
	checkYear(f, at+".From", t.From)
	checkYear(f, at+".By", t.By)
	if t.By != 0 && t.By < t.From {
		f.add(at+".By", t.By, fmt.Sprintf("lies before From = %d: a deadline cannot pass before the pledge is known", t.From), ErrInvalid)
	}
}

// Steps is a sequence of targets in order of deadline, each in force until its
// deadline: 3% by 2030, then 3.5% by 2035. Only the last may have no deadline;
// it stays in force after its own.
type Steps []Target

// Ask gives the step in force: the first whose deadline has not passed.
func (s Steps) Ask(v View) Ask {
	var ask Ask
	for i, step := range s {
		if v.Year < step.From {
			break // not known yet, nor is what follows: the step before stays in force
		}
		ask = step.Ask(v)
		if i > 0 {
			ask.From = max(ask.From, s[i-1].By+1)
		}
		if step.By == 0 || v.Year <= step.By {
			break
		}
	}
	return ask
}

// String gives the steps in words, in order.
func (s Steps) String() string {
	words := make([]string, len(s))
	for i, t := range s {
		words[i] = t.String()
	}
	return strings.Join(words, "; then ")
}

func (s Steps) check(f *faults, at string) {
	if len(s) == 0 {
		f.add(at, nil, "has no steps: give at least one Target", ErrInvalid)
	}
	if len(s) > MaxSteps {
		f.add(at, len(s), fmt.Sprintf("is the number of its steps, more than %d", MaxSteps), ErrInvalid)
		return
	}
	for i, t := range s {
		field := fmt.Sprintf("%s[%d]", at, i)
		t.check(f, field)
		if i == 0 {
			continue
		}
		switch before := s[i-1]; {
		case before.By == 0:
			f.add(field, nil, "follows a step without a deadline, which never ends", ErrInvalid)
		case t.By != 0 && t.By <= before.By:
			f.add(field+".By", t.By, fmt.Sprintf("is not after the deadline of the step before, %d", before.By), ErrInvalid)
		}
		if from := s[i-1].From; t.From != 0 && t.From < from {
			f.add(field+".From", t.From, fmt.Sprintf("is before the year in which the step before is known, %d", from), ErrInvalid)
		}
	}
}

// Except gives some members other terms and everyone else Pledge.
type Except struct {
	Pledge                   // for everyone who is not in Terms; nil asks nothing
	Terms  map[string]Pledge // by ISO alpha-3 code; nil exempts the member
}

// Ask gives the member's own terms, or those of everyone else.
func (e Except) Ask(v View) Ask {
	if p := e.of(v.member()); p != nil {
		return p.Ask(v)
	}
	return Ask{}
}

// of gives the terms of a member; nil if nothing is asked of it.
func (e Except) of(m *Member) Pledge {
	if own, ok := e.Terms[m.Code]; ok {
		return own
	}
	return e.Pledge
}

// Warn passes on what the terms of the member have to say.
func (e Except) Warn(m *Member, base, to int) []error { return Warnings(e.of(m), m, base, to) }

// String gives the common terms, then the exceptions in order of code.
func (e Except) String() string {
	text := words(e.Pledge, "nothing is asked")
	for _, code := range sortedKeys(e.Terms) {
		text += fmt.Sprintf("; %s: %s", code, words(e.Terms[code], "exempt"))
	}
	return text
}

func (e Except) check(f *faults, at string) {
	if e.Pledge != nil {
		checkPart(f, at+".Pledge", e.Pledge)
	}
	checkTerms(f, at+".Terms", len(e.Terms))
	for _, code := range sortedKeys(e.Terms) {
		if terms := e.Terms[code]; terms != nil {
			checkPart(f, at+".Terms["+code+"]", terms)
		}
	}
}
