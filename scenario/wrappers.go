package scenario

import "fmt"

// Capped limits how fast spending may grow: what a procurement system can
// absorb in a year.
type Capped struct {
	Response
	MaxGrowth float64 // yearly growth of spending in the prices of the data set, as a fraction
}

// Spend gives the money of the inner response, at most the cap.
func (c Capped) Spend(v View, a Ask) float64 {
	return min(c.Response.Spend(v, a), v.lastSpending()*(1+c.MaxGrowth))
}

// String gives the inner response and the cap in words.
func (c Capped) String() string {
	return fmt.Sprintf("%s; spending grows at most %s a year", words(c.Response, noResponse), FormatShare(c.MaxGrowth))
}

func (c Capped) check(f *faults, at string) {
	checkPart(f, at+".Response", c.Response)
	checkRate(f, at+".MaxGrowth", c.MaxGrowth)
}

// A Floored says what a Floor protects.
type Floored uint8

// What a Floor can protect.
const (
	ShareFloor    Floored = iota // the share of GDP of the year before
	SpendingFloor                // the money of the year before, in the prices of the data set
)

// Floor never cuts what it protects: the share of GDP ("halt any decline") or,
// if so set, spending in real terms, the other clause of the Wales pledge.
type Floor struct {
	Response
	Of Floored // what is protected; the zero value protects the share
}

// Spend gives the money of the inner response, at least the floor.
func (fl Floor) Spend(v View, a Ask) float64 {
	floor := v.lastShare() * v.Expected
	if fl.Of == SpendingFloor {
		floor = v.lastSpending()
	}
	return max(fl.Response.Spend(v, a), floor)
}

// String gives the inner response and the floor in words.
func (fl Floor) String() string {
	what := "share of GDP"
	if fl.Of == SpendingFloor {
		what = "money, in the prices of the data set,"
	}
	return fmt.Sprintf("%s; the %s is never cut", words(fl.Response, noResponse), what)
}

func (fl Floor) check(f *faults, at string) {
	checkPart(f, at+".Response", fl.Response)
	if fl.Of > SpendingFloor {
		f.add(at+".Of", uint8(fl.Of), "is neither ShareFloor nor SpendingFloor", ErrInvalid)
	}
}

// UpTo stops at the target: a response that would go beyond what is asked
// meets it instead, and a member already above it does not raise its share.
// UpTo{Trend{}} is "at the present pace, until the pledge is met". Of [Steps] it
// is the step in force that stops it: a step that is met early is held until its
// deadline.
type UpTo struct{ Response }

// Spend gives the money of the inner response, at most the larger of the asked
// share and that of the year before. Where nothing is asked it is the inner
// response.
func (u UpTo) Spend(v View, a Ask) float64 {
	money := u.Response.Spend(v, a)
	if a.Share == 0 {
		return money
	}
	return min(money, max(a.Share, v.lastShare())*v.Expected)
}

// String gives the inner response in words.
func (u UpTo) String() string { return words(u.Response, noResponse) + ", until the target is met" }

func (u UpTo) check(f *faults, at string) { checkPart(f, at+".Response", u.Response) }

// Delayed starts late: for the first Years in which something is asked, the
// share is held; the deadline stays. Each of several [Steps] is met with the same
// delay.
type Delayed struct {
	Response
	Years int // how long the share is held
}

// Spend holds the share until the delay is over, then gives the money of the
// inner response.
func (d Delayed) Spend(v View, a Ask) float64 {
	a, held := d.later(a, v.Year, v.Base)
	if held {
		return Hold{}.Spend(v, a)
	}
	return d.Response.Spend(v, a)
}

// later is the ask that the inner response acts on, and whether it is too early
// to act.
func (d Delayed) later(a Ask, year, base int) (later Ask, held bool) {
	if a.Share == 0 {
		return a, false
	}
	a.From = max(base+1, a.From) + d.Years
	return a, year < a.From
}

// String gives the inner response and the delay in words.
func (d Delayed) String() string {
	return fmt.Sprintf("%s, after %s in which the share is held", words(d.Response, noResponse), countYears(d.Years))
}

func (d Delayed) check(f *faults, at string) {
	checkPart(f, at+".Response", d.Response)
	checkYears(f, at+".Years", d.Years)
}

// A Wrapper is a response around another. Validate and Warnings look through it
// at the inner one; give a wrapper of your own this method, so that they can.
type Wrapper interface{ Unwrap() Response }

// Unwrap gives the inner response.
func (c Capped) Unwrap() Response { return c.Response }

// Unwrap gives the inner response.
func (fl Floor) Unwrap() Response { return fl.Response }

// Unwrap gives the inner response.
func (u UpTo) Unwrap() Response { return u.Response }

// Unwrap gives the inner response.
func (d Delayed) Unwrap() Response { return d.Response }
