package scenario

import (
	"fmt"
	"math"
)

// Peers lets the share move towards a level, by a part of the distance each year,
// whatever is asked: those far above what the others spend come down a little, those
// far below go up, and all drift together. In logarithms
//
//	ln s[t] = ln s[t-1] + Speed (ln Level - ln s[t-1]) + ln(1+Drift),
//
// which is the equation of convergence (Barro and Sala-i-Martin, Convergence, Journal
// of Political Economy 1992). [FitShares] estimates it from a record. The zero Peers
// is Hold.
type Peers struct {
	Level float64 // the share towards which shares move, as a fraction of GDP; needed where there is a Speed
	// Levels are the shares towards which projections from other base years move, by
	// base year: the median of the members in that year. Where there is none, Level counts.
	Levels Series
	Speed  float64 // part of the distance, in logarithms, that is closed in a year, in [0, 1]
	Drift  float64 // yearly relative change of the share besides, as a fraction: -1*Percent takes 2% to 1.98%
}

// Spend gives the next share times expected GDP.
func (p Peers) Spend(v View, _ Ask) float64 { return p.from(v.Base).next(v.lastShare()) * v.Expected }

// from gives the level of a base year.
func (p Peers) from(base int) Peers {
	if level, ok := p.Levels.At(base); ok {
		p.Level = level
	}
	return p
}

// next is the share of the next year. A share of 0 stays: it has no logarithm.
func (p Peers) next(share float64) float64 {
	if p.Speed > 0 && share > 0 {
		share *= math.Pow(p.Level/share, p.Speed)
	}
	return share * (1 + p.Drift)
}

// String gives level, speed and drift in words.
func (p Peers) String() string {
	var text string
	switch {
	case p.Speed > 0:
		level := FormatShare(p.Level) + " of GDP"
		if last := p.Levels.Last(); last > 0 {
			level = fmt.Sprintf("the median of the base year (%s of GDP in %d)", FormatShare(p.from(last).Level), last)
		}
		text = fmt.Sprintf("the share closes %s of its distance to %s a year", FormatShare(p.Speed), level)
		if p.Drift != 0 {
			text += fmt.Sprintf(", and %s by %s of itself besides", rises(p.Drift), FormatShare(math.Abs(p.Drift)))
		}
	case p.Drift != 0:
		text = fmt.Sprintf("the share %s by %s of itself a year", rises(p.Drift), FormatShare(math.Abs(p.Drift)))
	default:
		return Hold{}.String()
	}
	return text
}

func rises(by float64) string {
	if by < 0 {
		return "falls"
	}
	return "rises"
}

func (p Peers) check(f *faults, at string) {
	if !(p.Speed >= 0 && p.Speed <= 1) {
		f.add(at+".Speed", p.Speed, "is not a part of the distance, in [0, 1]", ErrInvalid)
	}
	for year, level := range p.Levels.All() {
		if !isShare(level) {
			f.add(fmt.Sprintf("%s.Levels[%d]", at, year), level, "is not a fraction in (0, 0.25]"+meant(level, isShare), ErrUnit)
		}
	}
	switch needed := p.Speed > 0 && p.Levels.Empty(); {
	case needed && p.Level == 0:
		f.add(at+".Level", nil, "is missing: name the share that is moved towards", ErrInvalid)
	case p.Level != 0 && !isShare(p.Level):
		f.add(at+".Level", p.Level, "is not a fraction in (0, 0.25]"+meant(p.Level, isShare), ErrUnit)
	}
	checkDifference(f, at+".Drift", p.Drift)
}
