package nato

import (
	"fmt"
	"slices"

	"github.com/pledgesim/pledgesim/scenario"
)

const (
	guideline = 2 * scenario.Percent   // what is asked in Riga, Wales and Vilnius
	nearLine  = 1.5 * scenario.Percent // from here on a member is near the guideline
)

// An Observed says what members did about 2% of GDP in a period. It is a description:
// that shares rose after a pledge does not show that they rose because of it, and the
// share also changes with GDP, as in the recession of 2020.
//
// The groups Near, Far and Bordering have no member in common. They are set by the
// share of the year before the period starts; members that were at 2% then and fell
// below it later count in All alone. The other two overlap with them: All has the
// changes of all three, and AtTarget those of members of any group in years after they
// had reached 2%. No two estimates of a period are independent: they share its years,
// and what moved all members in one of them moves all estimates. Since 2022 those of
// Near and Far err together, with a correlation of some 0.9 over the years.
type Observed struct {
	Edition string  // whose figures they are
	Period  Period  // whose changes they are
	Target  float64 // 2% of GDP, as a fraction

	All       Adjustment // below 2% in the year before
	Near      Adjustment // of all, 1.5% or more at the start, not bordering Russia
	Far       Adjustment // of all, less than 1.5% at the start, not bordering Russia
	Bordering Adjustment // of all, below 2% at the start, bordering Russia
	AtTarget  Adjustment // at or above 2% in the year before: of these the mean change, Common, only

	Warnings []error // what was left out, and of which groups too little is known
}

// ObservedResponse estimates from the latest edition, nato-2026-07, how members moved
// towards 2% of GDP in a period: see [FitResponse]. With the edition 2025-08, which
// has higher estimates of 2025 but none of Germany's, the speeds of [BeforeInvasion]
// differ by at most 0.02; those of [SinceInvasion] are 0.30 and not 0.27 for all,
// 0.30 and not 0.26 far below, 0.30 and not 0.31 near.
func ObservedResponse(p Period) (*Observed, error) { return FitResponse(Latest(), p) }

// FitResponse estimates how the members of a data set moved towards 2% of GDP in a
// period. Pooled over the members of a group,
//
//	s[t] - s[t-1] = speed * (2% - s[t-1]) + error
//
// is fitted to all years t of the period with s[t-1] below 2%. Left out are changes
// across a break, and those of countries that had not joined by the end of the year
// before: nobody had asked them. A period that the data set does not cover is an
// error. For a forecast take figures that were known then: a later edition of these
// years would leak.
func FitResponse(d *scenario.Dataset, p Period) (*Observed, error) {
	if err := p.check(d); err != nil {
		return nil, err
	}
	o := &Observed{Edition: d.Edition, Period: p, Target: guideline}
	var all, above []change
	bordering := BorderingRussia()
	for _, code := range d.Codes() {
		m, err := d.Member(code)
		if err != nil {
			return nil, err
		}
		if m.Exempt != "" {
			o.warn("%s left out: %s", code, m.Exempt)
			continue
		}
		group := outside
		start, ok := m.Share.At(p.First - 1)
		switch {
		case !ok || atGuideline(d, start):
		case slices.Contains(bordering, code):
			group = atBorder
		case start >= nearLine-d.Precision/2:
			group = near
		default:
			group = farBelow
		}
		for _, c := range o.changes(m) {
			if c.group = group; atGuideline(d, o.Target-c.gap) {
				above = append(above, c)
			} else {
				all = append(all, c)
			}
		}
	}
	of := func(g group) []change {
		return slices.DeleteFunc(slices.Clone(all), func(c change) bool { return c.group != g })
	}
	o.All = o.adjustment("all below 2%", all)
	o.Near = o.adjustment("near, from 1.5%", of(near))
	o.Far = o.adjustment("far, below 1.5%", of(farBelow))
	o.Bordering = o.adjustment("bordering Russia", of(atBorder))
	o.AtTarget = o.adjustment("at or above 2%", above)
	o.AtTarget.Gap, o.AtTarget.Both = unknownLine(), unknownLine() // there is no gap to close
	return o, nil
}

// atGuideline reports whether a share counts as 2%: half of the last published digit
// may be missing.
func atGuideline(d *scenario.Dataset, share float64) bool {
	const rounding = 1e-12
	return share >= guideline-d.Precision/2-rounding
}

// A group is where a member stood at the start of the period.
type group uint8

const (
	outside group = iota // at 2%, or without a share
	near
	farBelow
	atBorder
)

// changes takes the yearly changes of a member in the period.
func (o *Observed) changes(m *scenario.Member) []change {
	var all []change
	if joined := m.Joined.Year(); joined >= o.Period.First {
		o.warn("%s: changes up to %d are left out, since it joined in %d", m.Code, min(joined, o.Period.Last), joined)
	}
	for year := max(o.Period.First, m.Joined.Year()+1); year <= o.Period.Last; year++ {
		before, ok1 := m.Share.Observe(year - 1)
		after, ok2 := m.Share.Observe(year)
		why, broken := m.Broken(year)
		switch {
		case !ok1 || !ok2:
			o.warn("%s: the change of %d is left out: a share is missing", m.Code, year)
		case broken:
			o.warn("%s: the change of %d is left out: %s", m.Code, year, why)
		default:
			all = append(all, change{
				member: m.Code, year: year, gap: o.Target - before.Value, by: after.Value - before.Value,
				estimated: before.Status != scenario.Observed || after.Status != scenario.Observed,
			})
		}
	}
	return all
}

func (o *Observed) warn(format string, args ...any) {
	o.Warnings = append(o.Warnings, fmt.Errorf(format, args...))
}

// Response gives the speeds as a response: [scenario.Partial] of [scenario.Jump],
// with its standard error, by member and year, for the members of each group, and the
// speed of all for everyone else, members of a group of which too little is known among
// them. In a draw of a simulation the speeds of all groups err in the same direction,
// as estimates that share their years do: where they do so less, as those bordering
// Russia before 2022, this overstates how uncertain a count of members is. The errors
// drawn are normal, which after 4 or 7 years is too narrow. It
// closes part of the gap to whatever the scenario asks, and never the whole: members
// that passed 2%, and what members above it did, are not in it. A speed that is not
// in (0, 1] or not known is a fault that Validate reports.
func (o *Observed) Response() scenario.Response {
	if o == nil {
		return scenario.Partial{} // which Validate refuses
	}
	everyone := o.partial(o.All)
	own := map[string]scenario.Response{}
	for _, a := range []Adjustment{o.Near, o.Far, o.Bordering} {
		for _, code := range a.Members {
			if a.Known() {
				own[code] = o.partial(a)
			}
		}
	}
	if len(own) == 0 {
		return everyone
	}
	return scenario.ByMember{Of: own, Else: everyone}
}

func (o *Observed) partial(a Adjustment) scenario.Response {
	return scenario.Partial{
		Response: scenario.Jump{}, Fraction: a.Gap.Speed, SE: a.Gap.SpeedSE, Estimate: fmt.Sprintf("speed towards 2%%, %v", o.Period),
	}
}
