package projection

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/pledgesim/pledgesim/scenario"
)

// Vintages supply the figures that were known at the end of a year. A
// [scenario.Dataset] does: cut at the year, with its later revisions of the years
// before. An archive of editions does so truly.
type Vintages interface {
	// AsOf gives the figures, none of which may be dated after the year. It is asked
	// for one year at a time.
	AsOf(year int) (*scenario.Dataset, error)
}

// A vintage is what is known at one origin, and what happened afterwards.
type vintage struct {
	origin  int
	known   *scenario.Dataset
	options Options     // of all runs from here, with the members that can be projected
	met     *Result     // the pledge as it was known, kept; nil without a pledge
	members []hindsight // in order of code, also those who cannot be projected
	left    []error     // who and what is left out
}

// newVintage takes stock of an origin.
func (b *Backtest) newVintage(v Vintages, origin int) (*vintage, error) {
	known, err := v.AsOf(origin)
	switch {
	case err != nil:
		return nil, fmt.Errorf("origin %d: %w", origin, err)
	case known == nil:
		return nil, &scenario.FieldError{Field: "origin", Value: origin, Problem: "has no data set, and no error: the Vintages are at fault", Err: scenario.ErrInvalid}
	}
	bad := func(problem string, kind error) error {
		return &scenario.FieldError{Field: "origin", Value: origin, Problem: problem, Err: kind}
	}
	if last := lastFigure(known); last > origin {
		return nil, bad(fmt.Sprintf("is given %s, which has figures of %d: a forecast must not see them, cut it with AsOf", called(known), last), scenario.ErrInvalid)
	}
	base, end := known.Last(), b.Truth.Last()
	if base == 0 {
		return nil, bad("is given "+called(known)+", which has no shares", scenario.ErrMissing)
	}
	if problem, same := sameDenominator(known, b.Truth); !same {
		return nil, bad("is given "+called(known)+", which "+problem, scenario.ErrUnit)
	}
	if !hasGDP(known) {
		return nil, bad("is given "+called(known)+", which has shares only, no "+denominator(known)+" to project from: choose another origin", scenario.ErrMissing)
	}
	if end < origin || end <= base {
		return nil, bad(fmt.Sprintf("is not before the truth: %s ends in %d, and forecasts from %s begin with %d: give a later edition as truth, or an earlier origin", called(b.Truth), end, called(known), base+1), scenario.ErrInvalid)
	}
	o := b.Options
	vin := &vintage{origin: origin, known: known, options: Options{
		Base: base, To: min(base+o.Ahead, end), Tolerance: o.Tolerance, Draws: o.Draws, Seed: o.Seed + uint64(origin), Workers: 1, Keep: true,
	}}
	if vin.options.Tolerance == 0 {
		vin.options.Tolerance = known.Precision / 2
	}
	if err := vin.enlist(b); err != nil {
		return nil, err
	}
	if err := vin.asked(b); err != nil {
		return nil, err
	}
	vin.judge(b)
	return vin, nil
}

// called names the edition of a data set, also of an empty one.
func called(d *scenario.Dataset) string {
	if d.Edition == "" {
		return "a data set without a name"
	}
	return "edition " + d.Edition
}

// lastFigure is the last year with any figure.
func lastFigure(d *scenario.Dataset) int {
	last := 0
	for _, code := range d.Codes() {
		if m, err := d.Member(code); err == nil {
			last = max(last, m.Share.Last(), m.GDP.Last(), m.Spending.Last())
		}
	}
	return last
}

// hasGDP reports whether any member has.
func hasGDP(d *scenario.Dataset) bool {
	return slices.ContainsFunc(d.Codes(), func(code string) bool {
		m, err := d.Member(code)
		return err == nil && !m.GDP.Empty()
	})
}

// enlist finds out who can be projected.
func (v *vintage) enlist(b *Backtest) error {
	codes := b.Options.Members // their codes, filled in
	if codes == nil {
		codes = v.known.Codes()
	}
	for _, code := range codes {
		m, err := v.known.Member(code)
		if err == nil && m.Exempt != "" {
			v.left = append(v.left, fmt.Errorf("%s: left out, %s", code, m.Exempt))
			continue
		}
		h := hindsight{member: &scenario.Member{Code: code}}
		if err != nil || m.Code != code {
			h.why = "not in edition " + v.known.Edition
		} else {
			h.member, h.why = m, lacking(m, denominator(v.known), v.options.Base)
		}
		if h.why == "" {
			v.options.Members = append(v.options.Members, code)
		} else {
			v.left = append(v.left, fmt.Errorf("%s: left out at the origin %d: %s", code, v.origin, h.why))
		}
		v.members = append(v.members, h)
	}
	if len(v.options.Members) == 0 {
		return &scenario.FieldError{
			Field: "origin", Value: v.origin, Err: scenario.ErrMissing,
			Problem: fmt.Sprintf("leaves nobody to project from edition %s; share and %s are needed in its last year, %d, and a change of both from one year to the next before: %s", v.known.Edition, denominator(v.known), v.options.Base, v.why()),
		}
	}
	return nil
}

// why says why nobody can be projected: who, unless it is the same for all.
func (v *vintage) why() string {
	var reasons []string
	for _, h := range v.members {
		reasons = append(reasons, h.why)
	}
	if reasons = once(reasons); len(reasons) == 1 {
		return reasons[0] + ", of all alike"
	}
	return strings.Join(texts(v.left), "; ")
}

// asked projects what members were asked, as it was known, and refuses deadlines that
// have passed, of whichever scenario.
func (v *vintage) asked(b *Backtest) error {
	var faults []error
	for _, e := range b.entrants {
		if e.fixed == nil || e.fixed.Pledge == nil {
			continue
		}
		s := scenario.Scenario{Name: e.name, Pledge: scenario.KnownBy(e.fixed.Pledge, v.origin+1), Growth: b.Options.Growth, Response: kept{}}
		r, err := Run(v.known, s, v.options)
		switch {
		case e.name != pledgeMet:
			faults = append(faults, deadlines(err)...) // the rest is found when it runs
		case err != nil && b.borrowed && len(deadlines(err)) > 0: // named by the scenario that it is from
		case err != nil:
			faults = append(faults, err)
		default:
			v.met = r
		}
	}
	return v.at(errors.Join(faults...))
}

// lacking says which of the figures that every run needs a member lacks: those of the
// base year, and a past that drift and trend can go on from.
func lacking(m *scenario.Member, of string, base int) string {
	_, share := m.Share.At(base)
	_, gdp := m.GDP.At(base)
	_, shares := m.ShareChange(base, defaultWindow)
	_, spendings := m.SpendingGrowth(base, defaultWindow)
	switch {
	case !share:
		return fmt.Sprintf("no share in %d", base)
	case !gdp:
		return fmt.Sprintf("no %s in %d", of, base)
	case shares == 0 || spendings == 0:
		return fmt.Sprintf("share and %s of no two years in a row among the last %d up to %d", of, defaultWindow+1, base)
	}
	return ""
}
