package scenario

import (
	"fmt"
	"slices"
	"strings"
)

// How well governments follow through, in simulations. In a run without
// randomness these responses do what is likeliest: spending is as decided, a
// promise is kept if that has at least even odds, a deadline slips by the median.

const (
	purposeWavering = "wavering"
	purposeSlip     = "slip of the deadline"
)

// Wavering lets each government keep its promise with a probability: in a draw in
// which it does it follows Keep in all years, else Else. Whether it does is
// independent between members; it is one decision, also of a Wavering inside
// another.
type Wavering struct {
	Keep   Response // what it does if it keeps its promise
	Else   Response // what it does if not; nil: Hold
	Chance float64  // that the promise is kept, in [0, 1]
}

// Spend gives the money of Keep or of Else.
func (w Wavering) Spend(v View, a Ask) float64 {
	if w.keeps(v.Uniform(purposeWavering)) {
		return w.Keep.Spend(v, a)
	}
	return w.otherwise().Spend(v, a)
}

// keeps compares the luck of a draw, in (0, 1), with the chance: 0 and 1 are certain.
func (w Wavering) keeps(u float64) bool { return u <= w.Chance }

func (w Wavering) otherwise() Response {
	if w.Else == nil {
		return Hold{}
	}
	return w.Else
}

// Unwrap gives the response that is followed if the promise is kept.
func (w Wavering) Unwrap() Response { return w.Keep }

// Warn passes on what both responses have to say.
func (w Wavering) Warn(m *Member, base, to int) []error {
	warnings := Warnings(w.Keep, m, base, to)
	for _, more := range Warnings(w.otherwise(), m, base, to) {
		if !slices.ContainsFunc(warnings, func(said error) bool { return said.Error() == more.Error() }) {
			warnings = append(warnings, more)
		}
	}
	return warnings
}

// String gives both responses and the chance in words.
func (w Wavering) String() string {
	return fmt.Sprintf("with a chance of %s: %s; otherwise: %s", FormatShare(w.Chance), words(w.Keep, noResponse), words(w.otherwise(), noResponse))
}

func (w Wavering) check(f *faults, at string) {
	checkPart(f, at+".Keep", w.Keep)
	checkPart(f, at+".Else", w.otherwise())
	checkChance(f, at+".Chance", "chance", w.Chance)
}

// Slipped acts on a deadline that slips by a random number of years, the same for
// all of a member's deadlines in one draw. What is asked stays as it is, so that
// being late shows.
type Slipped struct {
	Response
	Chances []float64 // that the deadline slips by 1, 2, 3 ... years; what is left of 1 is no slip
}

// Spend gives the money of the inner response for the deadline that it acts on.
func (s Slipped) Spend(v View, a Ask) float64 {
	if a.By != 0 {
		a.By += s.years(v.Uniform(purposeSlip))
	}
	return s.Response.Spend(v, a)
}

// years is the slip of a draw: the least one whose cumulated chance is not below u.
func (s Slipped) years(u float64) int {
	years := 0
	for years < len(s.Chances) && u > s.upTo(years) {
		years++
	}
	return years
}

// upTo is the chance of a slip of at most so many years.
func (s Slipped) upTo(years int) float64 {
	longer := 0.0
	for _, c := range s.Chances[years:] {
		longer += c
	}
	return 1 - longer
}

// Unwrap gives the inner response.
func (s Slipped) Unwrap() Response { return s.Response }

// String gives the inner response and the chances in words.
func (s Slipped) String() string {
	var chances []string
	for i, c := range s.Chances {
		switch {
		case c == 0:
		case chances == nil:
			chances = append(chances, fmt.Sprintf("slips by %s with a chance of %s", countYears(i+1), FormatShare(c)))
		default:
			chances = append(chances, fmt.Sprintf("by %s with %s", countYears(i+1), FormatShare(c)))
		}
	}
	if chances == nil {
		chances = []string{"never slips"}
	}
	return fmt.Sprintf("%s; the deadline %s", words(s.Response, noResponse), strings.Join(chances, ", "))
}

func (s Slipped) check(f *faults, at string) {
	checkPart(f, at+".Response", s.Response)
	sum := 0.0
	for i, c := range s.Chances {
		checkChance(f, fmt.Sprintf("%s.Chances[%d]", at, i), "chance", c)
		sum += c
	}
	if n := len(s.Chances); n > MaxWindow {
		f.add(at+".Chances", n, fmt.Sprintf("is their number, more than %d years", MaxWindow), ErrInvalid)
	}
	if len(s.Chances) == 0 {
		f.add(at+".Chances", nil, "is empty: give the chance of a slip of one year, of two years and so on", ErrInvalid)
	}
	if sum > 1+1e-9 {
		f.add(at+".Chances", nil, fmt.Sprintf("add up to %s: what is left of 100%% is the chance of no slip", FormatShare(sum)), ErrInvalid)
	}
}
