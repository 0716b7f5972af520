package scenario

import (
	"fmt"
	"math"
)

// AR1 lets growth deviate from a path by shocks that fade: the deviation of a year
// is Rho times that of the year before plus a new shock,
//
//	x[t] = Rho x[t-1] + SD (sqrt(Common) c[t] + sqrt(1-Common) i[t]),
//
// where c is the same for all members, so that economies move together, and i is
// the member's own. It starts from no deviation. The deviations are points of
// growth, whose standard deviation nears SD/sqrt(1-Rho²) over the years; the
// correlation of two members' shocks is the root of the product of their Common.
// [FitAR1] estimates the parameters from a record.
type AR1 struct {
	Around GrowthPath // what growth deviates from; its central rates are what governments expect; required
	SD     float64    // standard deviation of a year's shock, as a fraction: 2*Percent
	Rho    float64    // part of a deviation that is left a year later, in (-1, 1)
	Common float64    // part of the shocks' variance that all members share, in [0, 1]
	// Tails is the number of degrees of freedom, more than 2, of Student's t
	// distribution, from which both kinds of shocks are then drawn: 4 has crises. 0
	// is the normal distribution. The standard deviation stays SD.
	Tails float64
	// Terms are the parameters of members that have their own, by ISO alpha-3 code;
	// Around and Tails hold for them too.
	Terms map[string]ShockTerms

	Fitted  string   // to what the parameters were fitted, for example "2001-2021"; printed
	Sources []Source // of the record that they were fitted to; named under tables and charts
}

// ShockTerms are one member's own parameters of an [AR1].
type ShockTerms struct {
	SD     float64 // standard deviation of a year's shock, as a fraction
	Rho    float64 // part of a deviation that is left a year later, in (-1, 1)
	Common float64 // part of the shocks' variance that all members share, in [0, 1]
}

const purposeGrowth = "growth"

// Central gives the path without deviations.
func (a AR1) Central(dst []float64, m *Member, first int) error {
	return a.Around.Central(dst, m, first)
}

// terms gives the parameters of a member.
func (a AR1) terms(m *Member) ShockTerms {
	if own, ok := a.Terms[m.Code]; ok {
		return own
	}
	return ShockTerms{SD: a.SD, Rho: a.Rho, Common: a.Common}
}

// Sampler adds the deviations to the path.
func (a AR1) Sampler(m *Member, first, years int, s *Streams) (func(dst []float64, k int), error) {
	mu := make([]float64, years) // of a path that is the same in all draws
	var path func(dst []float64, k int)
	var err error
	if isRandom(a.Around) {
		path, err = Sample(a.Around, m, first, years, s)
	} else {
		err = a.Around.Central(mu, m, first)
	}
	if err != nil {
		return nil, err
	}
	t := a.terms(m)
	own, common := t.SD*math.Sqrt(1-t.Common), t.SD*math.Sqrt(t.Common)
	x := s.Row()
	var row []float64
	if path != nil {
		row = s.Row()
	}
	return func(dst []float64, k int) {
		c, i := a.shocks(s.Common(), k)[:BlockDraws], a.shocks(s, k)[:BlockDraws]
		x, dst, mu := x[:BlockDraws], dst[:BlockDraws], mu[k]
		for n, before := range x {
			v := float64(t.Rho*before) + (float64(common*c[n]) + float64(own*i[n]))
			x[n] = v
			dst[n] = mu + v
		}
		if path != nil {
			path(row, k)
			for n, g := range row {
				dst[n] += g
			}
		}
	}, nil
}

// shocks are those of a year, with standard deviation 1.
func (a AR1) shocks(s *Streams, k int) []float64 {
	if a.Tails > 0 {
		return s.StudentsT(purposeGrowth, a.Tails, k)
	}
	return s.Normals(purposeGrowth, k)
}

// Origins gives the sources of the path and of the record.
func (a AR1) Origins() []Source { return append(Origins(a.Around), a.Sources...) }

// Warn passes on what the path has to say, and names the members without terms of
// their own where others have them.
func (a AR1) Warn(m *Member, base, to int) []error {
	warnings := Warnings(a.Around, m, base, to)
	switch _, own := a.Terms[m.Code]; {
	case own || len(a.Terms) == 0:
	case a.SD == 0:
		warnings = append(warnings, fmt.Errorf("%s: growth is certain: it has no terms of its own, and SD is 0 for all others", m.Code))
	default:
		warnings = append(warnings, fmt.Errorf("%s: shocks of growth are on the terms for all others: it has none of its own", m.Code))
	}
	return warnings
}

// String gives the path and the parameters in words.
func (a AR1) String() string {
	shocks := "normal"
	if a.Tails > 0 {
		shocks = fmt.Sprintf("Student's t (%.3g)", a.Tails)
	}
	text := fmt.Sprintf("%s, with %s shocks", words(a.Around, noPath), shocks)
	if a.Fitted != "" {
		text += " fitted to " + a.Fitted
	}
	if len(a.Terms) > 0 {
		text += ", on terms of their own for " + list(sortedKeys(a.Terms))
		if a.SD == 0 {
			return text
		}
		text += "; for others"
	}
	return text + fmt.Sprintf(" of %s a year (standard deviation), %s of a deviation left a year later, %s of their variance common to all", points(a.SD), FormatShare(a.Rho), FormatShare(a.Common))
}

func (a AR1) check(f *faults, at string) {
	checkPart(f, at+".Around", a.Around)
	checkOnce[AR1](f, at+".Around", a.Around)
	ShockTerms{SD: a.SD, Rho: a.Rho, Common: a.Common}.check(f, at)
	checkTails(f, at+".Tails", a.Tails)
	checkTerms(f, at+".Terms", len(a.Terms))
	for _, code := range sortedKeys(a.Terms) {
		checkCode(f, at+".Terms", code)
		a.Terms[code].check(f, at+".Terms["+code+"]")
	}
}

func (t ShockTerms) check(f *faults, at string) {
	checkSD(f, at+".SD", t.SD)
	if !(math.Abs(t.Rho) < 1) {
		f.add(at+".Rho", t.Rho, "is not in (-1, 1): the shocks of all years would add up"+meant(t.Rho, func(v float64) bool { return math.Abs(v) > 0.01 && math.Abs(v) < 1 }), ErrInvalid)
	}
	checkChance(f, at+".Common", "part of the variance", t.Common)
}
