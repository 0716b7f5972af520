package scenario

import (
	"fmt"
	"math"
	"slices"
	"strings"
)

const purposeSpending = "spending"

// Shocked lets spending miss what the inner response decided, as budgets do in
// their execution: by SD times the spending of the year before times a number with
// standard deviation 1, new each year. What was missed is not made good by itself: a
// Budget or Trend goes on from where it is, a Ramp closes the gap that is left.
// Spending does not fall below 0.
//
// The zero values of Common, Tails and Terms are normal shocks, independent between
// members and of one size for all. [FitShares] estimates them from a record.
type Shocked struct {
	Response
	// SD is the standard deviation of a year's growth of spending around what was
	// decided, as a fraction: 5*Percent is five points. It has no default.
	SD float64
	// Common is the part of the shocks' variance that all members share, in [0, 1].
	Common float64
	// Tails is the number of degrees of freedom, more than 2, of Student's t
	// distribution, from which the shocks are then drawn; 0 is the normal one. Its far
	// ends are cut: a shock takes away half of the year before's spending at most, and
	// adds all of it at most.
	Tails float64
	// Terms are the standard deviations of members that have their own, by ISO alpha-3
	// code; SD is that of all others.
	Terms map[string]float64

	Fitted  string   // to what the shocks were fitted, for example "1990-2018"; printed
	Sources []Source // of the record that they were fitted to; named under tables and charts
}

// Spend gives the money of the inner response, and in a simulation the shock.
func (s Shocked) Spend(v View, a Ask) float64 {
	money, last := s.Response.Spend(v, a), v.lastSpending()
	if v.track == nil || v.track.block == nil {
		return missed(money, 0, last)
	}
	own, common := s.luck(v.track.block.streams, v.Year-v.Base-1)
	return missed(money, s.cut(s.of(v.member().Code)*s.mix(own, common, v.track.draw)), last)
}

// luck gives the members' own and the common numbers of a year; common is nil where
// there are none.
func (s *Shocked) luck(streams *Streams, k int) (own, common []float64) {
	row := func(of *Streams) []float64 {
		if s.Tails > 0 {
			return of.StudentsT(purposeSpending, s.Tails, k)[:BlockDraws]
		}
		return of.Normals(purposeSpending, k)[:BlockDraws]
	}
	if s.Common > 0 {
		common = row(streams.Common())
	}
	return row(streams), common
}

// mix gives the luck of one draw, with standard deviation 1.
func (s *Shocked) mix(own, common []float64, draw int) float64 {
	if common == nil {
		return own[draw]
	}
	return float64(math.Sqrt(1-s.Common)*own[draw]) + float64(math.Sqrt(s.Common)*common[draw])
}

// of gives the standard deviation of one member.
func (s *Shocked) of(member string) float64 {
	if sd, ok := s.Terms[member]; ok {
		return sd
	}
	return s.SD
}

// cut cuts the far ends of Student's t.
func (s *Shocked) cut(shock float64) float64 {
	if s.Tails > 0 {
		return max(lowestRate, min(shock, highestRate))
	}
	return shock
}

// missed is what is spent where a shock, as a part of the spending of the year before,
// is added to what was decided.
func missed(decided, shock, last float64) float64 {
	if money := decided + float64(shock*last); !(money < 0) {
		return money
	}
	return 0
}

// Unwrap gives the inner response.
func (s Shocked) Unwrap() Response { return s.Response }

// Origins gives the sources of the record, and those of the inner response.
func (s Shocked) Origins() []Source { return append(slices.Clone(s.Sources), Origins(s.Response)...) }

// Warn names the members without a standard deviation of their own where others have
// one, and passes on what the inner response has to say.
func (s Shocked) Warn(m *Member, base, to int) []error {
	warnings := Warnings(s.Response, m, base, to)
	if _, own := s.Terms[m.Code]; !own && len(s.Terms) > 0 {
		warnings = append(warnings, fmt.Errorf("%s: shocks of spending are as large as for all others: it has no record of its own", m.Code))
	}
	return warnings
}

// String gives the inner response and the shocks in words.
func (s Shocked) String() string {
	text := words(s.Response, noResponse) + "; in simulations spending misses that"
	if s.SD != 0 || len(s.Terms) == 0 {
		text += fmt.Sprintf(" by %s of the year before (standard deviation)", FormatShare(s.SD))
	}
	var more []string
	if s.Tails > 0 {
		more = append(more, fmt.Sprintf("Student's t (%.3g)", s.Tails))
	}
	if s.Common > 0 {
		more = append(more, FormatShare(s.Common)+" of the variance common to all")
	}
	if n := len(s.Terms); n > 0 {
		more = append(more, "on terms of their own for "+list(sortedKeys(s.Terms)))
	}
	if s.Fitted != "" {
		more = append(more, "fitted to "+s.Fitted)
	}
	if more != nil {
		text += ", " + strings.Join(more, ", ")
	}
	return text
}

func (s Shocked) check(f *faults, at string) {
	checkPart(f, at+".Response", s.Response)
	checkSD(f, at+".SD", s.SD)
	checkChance(f, at+".Common", "part of the variance", s.Common)
	checkTails(f, at+".Tails", s.Tails)
	checkTerms(f, at+".Terms", len(s.Terms))
	for _, code := range sortedKeys(s.Terms) {
		checkCode(f, at+".Terms", code)
		checkSD(f, at+".Terms["+code+"]", s.Terms[code])
	}
}
