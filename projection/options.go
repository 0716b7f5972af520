package projection

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/pledgesim/pledgesim/scenario"
)

// Options steers a run. The zero value projects every member with figures,
// from the last year that is no estimate to 2040; a simulation then has 10,000
// draws of seed 0. What follows Window is for simulations only, but for Workers
// and Progress, which sweeps have too.
type Options struct {
	Base      int      // last year taken from data; 0: the last in which no share is an estimate
	To        int      // last projected year; 0: 2040
	Members   []string // codes or names; nil: all; those without forces are left out with a warning
	Tolerance float64  // how far below a target, as a fraction of GDP, still counts as reached; 0: half of Dataset.Precision
	Window    int      // years over which the pace of today is measured; 0: 8

	Draws      int                   // number of draws; 0: 10,000
	First      int                   // number of the first draw, so that a simulation can be done in parts; draws are counted from 0
	Seed       uint64                // any value, 0 included, is a fixed seed
	Workers    int                   // that share the work; 0: as many as Go may use processors; never changes a result
	Progress   func(done, total int) // told now and then how much is done, never at the same time from two workers; nil: nobody is told
	Keep       bool                  // keeps the share of GDP in every draw: its quantiles are then exact for any number of draws
	Spending   bool                  // also counts spending in money, for SpendingQuantile
	Antithetic bool                  // makes pairs of draws with opposite luck: mostly smaller standard errors of Chance, Kept and mean costs in less time; those of other chances are given too large
	Control    int                   // year for whose chances of having reached the target a control variate is used; 0: none
	Until      Until                 // stops before Draws when a chance is known well enough; the zero value never does
}

// The horizon and window used where Options leave them open.
const (
	defaultTo     = 2040
	defaultWindow = 8
)

// rounding is the room given to the arithmetic itself: a ramp meets its target
// to the last bit of spending, but spending over GDP may lie one bit below.
const rounding = 1e-12

// fill gives options with every default filled in, the members of the run and
// warnings about those left out, or all faults at once.
func (o Options) fill(d *scenario.Dataset) (Options, []*scenario.Member, []error, error) {
	var faults []error
	bad := func(field string, value any, problem string, kind error) {
		faults = append(faults, &scenario.FieldError{Field: "Options." + field, Value: value, Problem: problem, Err: kind})
	}
	checkWords(d, func(field string, value any, problem string, kind error) {
		faults = append(faults, &scenario.FieldError{Field: "Dataset." + field, Value: value, Problem: problem, Err: kind})
	})
	var warnings []error
	if o.Base == 0 {
		if o.Base = d.LastActual(); o.Base == 0 {
			o.Base = d.Last()
		}
		if last := d.Last(); last > o.Base {
			warnings = append(warnings, fmt.Errorf("the base year is %d, the last without estimates: figures up to %d are published and not used; name a later Options.Base to start from them", o.Base, last))
		}
	}
	if o.To == 0 {
		o.To = defaultTo
	}
	if o.Base == 0 {
		bad("Base", nil, "cannot be chosen: no share is published in edition "+d.Edition, scenario.ErrMissing)
	} else if o.To <= o.Base || o.To > o.Base+MaxYears {
		bad("To", o.To, fmt.Sprintf("is no horizon within %d years after the base year %d", MaxYears, o.Base), scenario.ErrInvalid)
	}
	if o.Tolerance == 0 {
		o.Tolerance = d.Precision / 2
	}
	if !(o.Tolerance >= 0 && o.Tolerance < scenario.MaxShare) {
		bad("Tolerance", o.Tolerance, "is not a fraction in [0, 0.25)", scenario.ErrUnit)
	}
	if o.Window == 0 {
		o.Window = defaultWindow
	}
	if o.Window < 0 || o.Window > scenario.MaxWindow {
		bad("Window", o.Window, fmt.Sprintf("is not a number of years from 1 to %d", scenario.MaxWindow), scenario.ErrInvalid)
	}
	o.fillDraws(bad)
	members, left, err := choose(d, "Options.Members", o.Members)
	warnings = append(warnings, left...)
	if err != nil {
		faults = append(faults, err)
	}
	o.Members = nil
	for _, m := range members {
		o.Members = append(o.Members, m.Code)
	}
	return o, members, warnings, errors.Join(append(faults, missing(d, members, o.Base)...)...)
}

// choose finds members of a data set, in order of code, and warns of those
// without figures; nil means all. field is what the caller calls the names.
func choose(d *scenario.Dataset, field string, names []string) (members []*scenario.Member, warnings []error, err error) {
	if names != nil && len(names) == 0 {
		return nil, nil, &scenario.FieldError{Field: field, Problem: "is an empty set: name at least one member, or leave it nil for all", Err: scenario.ErrInvalid}
	}
	var faults []error
	wanted := map[string]bool{}
	for _, name := range names {
		m, err := d.Member(name)
		switch {
		case err != nil:
			faults = append(faults, fmt.Errorf("%s: %w", field, err))
		case wanted[m.Code]:
			faults = append(faults, &scenario.FieldError{Member: m.Code, Field: field, Value: name, Problem: "names the member twice", Err: scenario.ErrDuplicate})
		default:
			wanted[m.Code] = true
		}
	}
	for _, code := range d.Codes() {
		m, err := d.Member(code)
		switch {
		case err != nil: // a code of the data set itself
			return nil, nil, err
		case names != nil && !wanted[code]:
		case m.Exempt != "":
			warnings = append(warnings, fmt.Errorf("%s left out: %s", code, m.Exempt))
		default:
			members = append(members, m)
		}
	}
	if len(members) == 0 && len(faults) == 0 {
		why := "leaves no member with figures in edition " + d.Edition
		if len(warnings) > 0 {
			why += ": " + errors.Join(warnings...).Error()
		}
		faults = append(faults, &scenario.FieldError{Field: field, Problem: why, Err: scenario.ErrMissing})
	}
	return members, warnings, errors.Join(faults...)
}

// missing names every figure of the base year that a run needs and the edition
// does not have, one error for all members that lack the same.
func missing(d *scenario.Dataset, members []*scenario.Member, base int) []error {
	var faults []error
	for _, needed := range []struct {
		field string
		of    func(*scenario.Member) scenario.Series
	}{
		{"Share", func(m *scenario.Member) scenario.Series { return m.Share }},
		{"GDP", func(m *scenario.Member) scenario.Series { return m.GDP }},
	} {
		var lack []string
		for _, m := range members {
			if _, ok := needed.of(m).At(base); !ok {
				lack = append(lack, m.Code)
			}
		}
		if len(lack) == 0 {
			continue
		}
		fault := &scenario.FieldError{
			Member: strings.Join(lack, " "), Year: base, Field: needed.field, Err: scenario.ErrMissing,
			Problem: fmt.Sprintf("was not published in edition %s: choose another Options.Base or edition, or leave the member out", d.Edition),
		}
		if !anyone(d, needed.of) {
			fault.Member, fault.Year = "", 0
			fault.Problem = fmt.Sprintf("is not published for any member in edition %s, and a projection needs both shares and GDP: join it with an edition that has what it lacks, with Dataset.With", d.Edition)
		}
		faults = append(faults, fault)
	}
	return faults
}

// anyone reports whether a series of any member has figures.
func anyone(d *scenario.Dataset, of func(*scenario.Member) scenario.Series) bool {
	return slices.ContainsFunc(d.Codes(), func(code string) bool {
		m, err := d.Member(code)
		return err == nil && !of(m).Empty()
	})
}

// Reached reports whether a share of GDP counts as at a target: it may be lower
// by Tolerance, which a run fills in. NaN never counts.
func (o Options) Reached(share, target float64) bool {
	return !math.IsNaN(share) && share >= o.threshold(target)
}

// threshold is the least share that counts as at a target.
func (o Options) threshold(target float64) float64 { return target - o.Tolerance - rounding }
