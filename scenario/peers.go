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
	Speed float64 // part of the distance, in logarithms, that is closed in a year, in [0, 1]
	Drift float64 // yearly relative change of the share besides, as a fraction: -1*Percent takes 2% to 1.98%
}

// Spend gives the next share times expected GDP.
func (p Peers) Spend(v View, _ Ask) float64 { return p.next(v.lastShare()) * v.Expected }

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
		text = fmt.Sprintf("the share closes %s of its distance to %s of GDP a year", FormatShare(p.Speed), FormatShare(p.Level))
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
	if p.Speed > 0 && !isShare(p.Level) {
		f.add(at+".Level", p.Level, "is not a fraction of GDP in (0, 0.25]"+meant(p.Level, isShare), ErrUnit)
	}
	checkDifference(f, at+".Drift", p.Drift)
}
