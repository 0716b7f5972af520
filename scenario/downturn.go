package scenario

import (
	"fmt"
	"math"
	"math/bits"
)

// Downturn adds recessions to a path: in each year one strikes with a certain
// chance, and GDP ends that year Depth below where it would be without it. It
// stays there, or returns within Recovery years; recessions may overlap. In 2000
// to 2024 GDP of the members of NATO shrank in 15% of all years, in which growth was
// 5.6 points below the member's mean, and the correlation of two members' shrinking
// years was 0.54 (IMF WEO of April 2026; a test works that out again).
//
// Governments expect the path, on which there is no recession: on average GDP
// grows more slowly than that, by Chance times Depth where nothing is made good.
type Downturn struct {
	Around GrowthPath // GDP without recessions; may be random itself, for example an AR1
	Chance float64    // that a recession strikes in a year, in [0, 1]
	Depth  float64    // loss of GDP against the path, as a fraction: 5*Percent
	// Common is the part of recessions that strikes all members in the same year, in
	// [0, 1]; the others come to each member by itself. It is also the correlation of
	// two members' recessions.
	Common   float64
	Recovery int // years in which the whole loss is made good, at most 60; 0: never
}

const purposeDownturn = "downturn"

// maxRecovery is bounded by the bits of a word, one for each year.
const maxRecovery = 60

// Central gives the path.
func (d Downturn) Central(dst []float64, m *Member, first int) error {
	return d.Around.Central(dst, m, first)
}

// Sampler puts the recessions on the path.
func (d Downturn) Sampler(m *Member, first, years int, s *Streams) (func(dst []float64, k int), error) {
	path, err := around(d.Around, m, first, years, s)
	if err != nil {
		return nil, err
	}
	recovery := min(max(0, d.Recovery), maxRecovery)
	lift := make([]float64, recovery+1) // by the number of recessions that are being made good
	for n := range lift {
		lift[n] = math.Pow(1-d.Depth, -float64(n)/float64(max(1, recovery)))
	}
	struck := make([]uint64, BlockDraws) // a bit for each year, the last one lowest
	return func(dst []float64, k int) {
		path(dst, k)
		common, own := s.Common().Uniforms(purposeDownturn, k), s.Uniforms(purposeDownturn, k)
		for i, past := range struck {
			factor := lift[bits.OnesCount64(past&(1<<recovery-1))]
			struck[i] = past << 1
			if d.strikes(common[i], own[i]) {
				struck[i]++
				factor *= 1 - d.Depth
			}
			if factor != 1 {
				dst[i] = float64((1+dst[i])*factor) - 1
			}
		}
	}, nil
}

// strikes takes two numbers in (0, 1). Where the common one lies below Common all
// members share their luck: it strikes below Common times Chance. Elsewhere each
// member's own number decides. What is rare is asked first, for speed.
func (d Downturn) strikes(common, own float64) bool {
	return common < d.Common*d.Chance || own < d.Chance && common >= d.Common
}

// Origins gives the sources of the path.
func (d Downturn) Origins() []Source { return Origins(d.Around) }

// Warn passes on what the path has to say.
func (d Downturn) Warn(m *Member, base, to int) []error { return Warnings(d.Around, m, base, to) }

// String gives path and recessions in words.
func (d Downturn) String() string {
	after := " for good"
	if d.Recovery > 0 {
		after = ", made good in " + countYears(d.Recovery)
	}
	who := FormatShare(d.Common) + " of recessions strike all members at once"
	switch d.Common {
	case 0:
		who = "it strikes each member by itself"
	case 1:
		who = "it strikes all members at once"
	}
	return fmt.Sprintf("%s; in simulations a recession with a chance of %s a year, which costs %s of GDP%s; %s",
		words(d.Around, noPath), FormatShare(d.Chance), FormatShare(d.Depth), after, who)
}

func (d Downturn) check(f *faults, at string) {
	checkPart(f, at+".Around", d.Around)
	checkOnce[Downturn](f, at+".Around", d.Around)
	checkChance(f, at+".Chance", "chance", d.Chance)
	checkDepth(f, at+".Depth", d.Depth)
	checkChance(f, at+".Common", "part of the recessions", d.Common)
	if d.Recovery < 0 || d.Recovery > maxRecovery {
		f.add(at+".Recovery", d.Recovery, fmt.Sprintf("is not a number of years from 0 to %d", maxRecovery), ErrInvalid)
	}
}
