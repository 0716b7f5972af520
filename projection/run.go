package projection

import (
	"errors"
	"fmt"
	"math"
	"sync"

	"github.com/pledgesim/pledgesim/scenario"
)

// Run projects one central path for each member, in yearly steps from the base
// year. Spending follows from what is asked and how the member responds; the
// share is spending over GDP. All faults of scenario and options come back at
// once, before any work; afterwards a figure that the growth path lacks, a rate
// outside (-0.5, 1], GDP beyond all bounds or spending that is negative or not finite
// is an error that names member and year.
func Run(d *scenario.Dataset, s scenario.Scenario, o Options) (*Result, error) {
	if d == nil {
		return nil, &scenario.FieldError{Scenario: s.Name, Field: "Dataset", Problem: "is nil: take one from package nato or scenario.NewDataset", Err: scenario.ErrInvalid}
	}
	o, members, warnings, err := o.fill(d)
	if err = errors.Join(s.Validate(), named(d, s), err); err != nil {
		return nil, err
	}
	r := &Result{Scenario: s, Dataset: d, Options: o, Warnings: warnings}
	var faults []error
	for _, m := range members {
		p, err := project(m, s, o, o.To)
		if err != nil {
			faults = append(faults, err)
			continue
		}
		p.reach = sync.OnceValue(func() Reach { return r.reach(p, p.final()) })
		r.paths = append(r.paths, p)
	}
	if err := errors.Join(merge(faults)...); err != nil {
		return nil, err
	}
	r.warn()
	return r, nil
}

// merge makes one error of those that differ only in the member.
func merge(faults []error) []error {
	var merged []error
	alike := map[string]*scenario.FieldError{}
	for _, err := range faults {
		var f *scenario.FieldError
		if !errors.As(err, &f) || err != error(f) {
			merged = append(merged, err)
			continue
		}
		key := *f
		key.Member = ""
		if first := alike[key.Error()]; first != nil {
			first.Member += " " + f.Member
			continue
		}
		copied := *f
		alike[key.Error()] = &copied
		merged = append(merged, &copied)
	}
	return merged
}

// named checks that the members a scenario has own terms for exist.
func named(d *scenario.Dataset, s scenario.Scenario) error {
	var faults []error
	for _, code := range s.Members() {
		m, err := d.Member(code)
		switch {
		case err != nil:
			faults = append(faults, fmt.Errorf("scenario %q: %w", s.Name, err))
		case m.Code != code:
			faults = append(faults, &scenario.FieldError{Scenario: s.Name, Field: "Terms", Value: code, Problem: "must be given by its code, " + m.Code, Err: scenario.ErrUnknownMember})
		}
	}
	return errors.Join(faults...)
}

// A path is one member's projection.
type path struct {
	member *scenario.Member
	track  *scenario.Track
	asks   []scenario.Ask // of base+1, base+2 ...
	reach  func() Reach   // of what is asked in the end, worked out once
}

// project steps one member from the base year to a year.
func project(m *scenario.Member, s scenario.Scenario, o Options, to int) (*path, error) {
	rates, err := rates(m, s, o, to)
	if err != nil {
		return nil, err
	}
	gdp, _ := m.GDP.At(o.Base) // its presence was checked by fill
	p := &path{member: m, track: scenario.NewTrack(m, o.Base)}
	response := s.Reaction()
	for i, g := range rates {
		gdp *= 1 + g
		if err := checkGDP(gdp, m, s, o.Base+1+i); err != nil {
			return nil, err
		}
		view := p.track.View(gdp)
		ask, err := ask(view, s, o)
		if err != nil {
			return nil, err
		}
		money := response.Spend(view, ask)
		if !(money >= 0 && money < mostMoney) {
			return nil, notMoney(m, s, o, i, money)
		}
		p.track.Append(money, gdp)
		p.asks = append(p.asks, ask)
	}
	return p, nil
}

// notMoney is the error of a response that gives no amount of money in a
// projected year.
func notMoney(m *scenario.Member, s scenario.Scenario, o Options, k int, money float64) error {
	e := &scenario.FieldError{
		Scenario: s.Name, Member: m.Code, Year: o.Base + 1 + k, Field: fmt.Sprintf("Response (%T)", s.Reaction()), Value: money, Err: scenario.ErrInvalid,
		Problem: "is not an amount of money: the response is at fault",
	}
	if math.IsNaN(money) {
		e.Value, e.Problem = nil, fmt.Sprintf("gives no amount of money: it may go on from changes of which none can be worked out up to %d. Give another response, such as scenario.Hold{}, or leave the member out", o.Base)
	}
	if s.Response == nil {
		e.Field = "Response (none is given, so the present pace)"
	}
	return e
}

// rates gives the growth of GDP from the year after the base year to a year.
func rates(m *scenario.Member, s scenario.Scenario, o Options, to int) ([]float64, error) {
	return fillRates(make([]float64, to-o.Base), m, s, o)
}

// fillRates is rates for as many years as g has room for.
func fillRates(g []float64, m *scenario.Member, s scenario.Scenario, o Options) ([]float64, error) {
	if err := s.Growth.Central(g, m, o.Base+1); err != nil {
		return nil, fmt.Errorf("scenario %q: %w", s.Name, err)
	}
	for i, rate := range g {
		if !(rate > -0.5 && rate <= 1) { // nominal growth can be that high where prices double
			return nil, &scenario.FieldError{
				Scenario: s.Name, Member: m.Code, Year: o.Base + 1 + i, Field: "Growth", Value: rate,
				Problem: "is not a yearly rate in (-0.5, 1]", Err: scenario.ErrUnit,
			}
		}
	}
	return g, nil
}

// ask gives what is asked in the year of a view, and refuses what cannot be.
func ask(v scenario.View, s scenario.Scenario, o Options) (scenario.Ask, error) {
	if s.Pledge == nil {
		return scenario.Ask{}, nil
	}
	return checkAsk(v, s.Pledge.Ask(v), s, o)
}

// checkAsk refuses an ask that cannot be.
func checkAsk(v scenario.View, a scenario.Ask, s scenario.Scenario, o Options) (scenario.Ask, error) {
	bad := func(field string, value any, problem string, kind error) error {
		return &scenario.FieldError{Scenario: s.Name, Member: v.Member.Code, Year: v.Year, Field: "Pledge." + field, Value: value, Problem: problem, Err: kind}
	}
	switch {
	case math.IsNaN(a.Share) || a.Share > 1:
		return a, bad("Share", a.Share, "is not a fraction", scenario.ErrUnit)
	case a.Share <= 0: // a rule of the caller's own may find nothing left to ask
		return scenario.Ask{}, nil
	case a.By > o.Base+MaxYears:
		return a, bad("By", a.By, fmt.Sprintf("lies more than %d years after the base year %d", MaxYears, o.Base), scenario.ErrInvalid)
	case a.By != 0 && a.By <= o.Base:
		return a, bad("By", a.By, fmt.Sprintf("lies before the projection begins: the deadline must come after the base year %d", o.Base), scenario.ErrInvalid)
	}
	return a, nil
}
