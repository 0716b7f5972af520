package projection

import (
	"fmt"
	"math"

	"github.com/pledgesim/pledgesim/scenario"
)

// A hindsight is one member at an origin: why it cannot be projected, if so, and its
// forecasts without what is forecast, that is what was asked and what happened.
type hindsight struct {
	member    *scenario.Member
	why       string
	forecasts []Forecast // by projected year
}

// judge fills in what members were asked and what happened to them, by the truth.
func (v *vintage) judge(b *Backtest) {
	o := v.options
	if o.Tolerance = b.Options.Tolerance; o.Tolerance == 0 {
		o.Tolerance = b.Truth.Precision / 2
	}
	for i := range v.members {
		h := &v.members[i]
		for year := o.Base + 1; year <= o.To; year++ {
			h.forecasts = append(h.forecasts, v.unknown(h, year))
		}
		if h.why != "" {
			continue
		}
		m, err := b.Truth.Member(h.member.Code)
		switch {
		case err != nil || m.Code != h.member.Code:
			v.miss(h, "not in edition "+b.Truth.Edition)
		case m.Exempt != "":
			v.miss(h, m.Exempt)
		default:
			v.outcomes(h, m, o)
		}
	}
}

// unknown is a forecast of which nothing is known but what was asked.
func (v *vintage) unknown(h *hindsight, year int) Forecast {
	f := Forecast{
		Member: h.member.Code, Name: h.member.Name, Edition: v.known.Edition,
		Origin: v.origin, Base: v.options.Base, Year: year, Ahead: year - v.options.Base,
		Mean: math.NaN(), Chance: math.NaN(), CRPS: math.NaN(), Outcome: scenario.Observation{Year: year, Value: math.NaN()}, Missing: h.why,
	}
	for _, q := range f.quantiles() {
		*q = math.NaN()
	}
	if v.met != nil && h.why == "" {
		ask, _ := v.met.Ask(f.Member, year)
		share, _ := h.member.Share.At(f.Base)
		f.Asked, f.Already = ask.Share, ask.Share > 0 && v.options.Reached(share, ask.Share)
	}
	return f
}

// miss leaves a member out whose outcomes are not there.
func (v *vintage) miss(h *hindsight, why string) {
	v.left = append(v.left, fmt.Errorf("%s: left out, %s", h.member.Code, why))
	for k := range h.forecasts {
		h.forecasts[k].Missing = why
	}
}

// outcomes fills in what happened: nothing that can be compared from a break on.
func (v *vintage) outcomes(h *hindsight, truth *scenario.Member, o Options) {
	broken := ""
	for k := range h.forecasts {
		f := &h.forecasts[k]
		if why, is := truth.Broken(f.Year); is && broken == "" {
			broken = why
			v.left = append(v.left, fmt.Errorf("%s: from %d on left out of what was forecast before: %s", f.Member, f.Year, why))
		}
		outcome, ok := truth.Share.Observe(f.Year)
		switch {
		case broken != "":
			f.Missing = broken
			continue
		case !ok:
			f.Missing = fmt.Sprintf("no figure for %d", f.Year)
			continue
		}
		f.Outcome, f.Reached = outcome, f.Already
		for year := o.Base + 1; year <= f.Year && f.Asked > 0; year++ {
			share, known := truth.Share.At(year)
			f.Reached = f.Reached || known && o.Reached(share, f.Asked)
		}
	}
}
