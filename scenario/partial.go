package scenario

import "fmt"

// Partial closes only a fraction of each step that the inner response would
// take away from the share of the year before: the partial-adjustment model of
// the literature. Partial{Response: Jump{}, Fraction: 0.2} closes a fifth of the
// gap each year: what is left shrinks but never closes, so that a target is met
// only within the tolerance of a run.
//
// A fraction that was estimated has a standard error. With SE each draw of a
// simulation has its own fraction, normal around Fraction and put to the nearer end
// of [0, 1] beyond it, in all years and, since the error of an estimate is one for
// all whom it is used for, for all members alike. A run without randomness takes
// Fraction.
type Partial struct {
	Response
	Fraction float64 // in (0, 1]
	SE       float64 // standard error of Fraction, in [0, 1]; 0: it is certain
	// Estimate names what was estimated, for example "far below 2%": the errors of
	// two estimates of the same name are the same in a draw, those of others are
	// independent.
	Estimate string
}

const purposePartial = "partial adjustment "

// Spend gives part of the way from the held share to the inner response.
func (p Partial) Spend(v View, a Ask) float64 {
	fraction := p.Fraction
	if p.SE > 0 {
		fraction = p.drawn(v.CommonNormal(purposePartial + p.Estimate))
	}
	return part(fraction, p.Response.Spend(v, a), Hold{}.Spend(v, a))
}

// drawn is the fraction of a draw.
func (p Partial) drawn(z float64) float64 { return min(1, max(0, p.Fraction+float64(p.SE*z))) }

// part takes away from the whole step, which is exact where the step or what is
// left of it is zero.
func part(fraction, whole, held float64) float64 {
	return whole - float64((1-fraction)*float64(whole-held))
}

// partly fills dst with part of the way to the inner response.
func (b *Block) partly(dst []float64, p Partial, a Ask) {
	b.spend(dst, p.Response, a)
	share, expected := b.rowOf(&b.share, b.years)[:BlockDraws], b.expect()
	if !(p.SE > 0) {
		for i, s := range share {
			dst[i] = part(p.Fraction, dst[i], float64(s*expected[i]))
		}
		return
	}
	z := b.streams.Common().Normals(purposePartial+p.Estimate, 0)[:BlockDraws]
	for i, s := range share {
		dst[i] = part(p.drawn(z[i]), dst[i], float64(s*expected[i]))
	}
}

// Unwrap gives the inner response.
func (p Partial) Unwrap() Response { return p.Response }

// String gives the inner response and the fraction in words.
func (p Partial) String() string {
	text := fmt.Sprintf("%s, but only %s of each step is taken", words(p.Response, noResponse), FormatShare(p.Fraction))
	if p.SE > 0 {
		text += fmt.Sprintf(" (standard error in simulations: %s)", FormatShare(p.SE))
	}
	return text
}

func (p Partial) check(f *faults, at string) {
	checkPart(f, at+".Response", p.Response)
	if !(p.Fraction > 0 && p.Fraction <= 1) {
		f.add(at+".Fraction", p.Fraction, "is not in (0, 1]", ErrInvalid)
	}
	checkChance(f, at+".SE", "standard error of a fraction", p.SE)
}
