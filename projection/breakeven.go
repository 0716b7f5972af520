package projection

import (
	"fmt"
	"iter"
	"math"

	"github.com/pledgesim/pledgesim/scenario"
)

// A Verdict says whether there is a break-even.
type Verdict uint8

// The answers to "at which value is the target just met?".
const (
	BreaksEven Verdict = iota // met on one side of Value, missed on the other
	AlwaysMet                 // met at both ends of the range
	NeverMet                  // missed at both ends of the range
)

// BreakEvenTolerance is how exactly growth and pace are found, as a fraction: a
// millionth of a percentage point.
const BreakEvenTolerance = 1e-8

// A BreakEven is the value of one thing at which a member just meets its target:
// found by halving a range, not by a grid. It is the only such value if more
// growth of GDP only lowers the share and more growth of spending only raises
// it, as it is for all responses of package scenario; a rule of the caller's own
// may have several, of which this is one. The target is met at Value itself.
type BreakEven struct {
	Member, Name string  // ISO 3166 alpha-3 code and English name
	Variable     string  // what was varied, for example "shift of GDP growth"
	Unit         string  // UnitPoints for shifts and steps, UnitYear for a start
	Target       float64 // fraction of GDP
	By           int     // the year in which it is to be met: the deadline, or the horizon if there is none
	Verdict      Verdict // whether there is one
	Value        float64 // as a fraction, or a year; NaN if there is none
	Low, High    float64 // the range that was searched

	open     bool // the target has no deadline: it may be met in any projected year
	scenario scenario.Scenario
	dataset  *scenario.Dataset
	options  Options
	warnings []error
	of       *scenario.Member
	read     string // how the value is to be read
}

// String gives the value in its unit: "+0.43", or that there is none.
func (b *BreakEven) String() string {
	switch {
	case b.Verdict == NeverMet:
		return "met at none"
	case b.Unit == UnitYear:
		return fmt.Sprintf("%.0f", b.Value)
	case b.Verdict == AlwaysMet:
		return "met at any"
	}
	return fmt.Sprintf("%+.2f", scenario.ToPercent(b.Value))
}

// About names edition, scenario and the range searched.
func (b *BreakEven) About() About {
	a := About{Title: "At what the target is just met", Warnings: b.warnings}
	if b.dataset == nil {
		return a
	}
	a.Editions = append([]string{fmt.Sprintf("%s; base year %d%s, horizon %d", edition(b.dataset), b.options.Base, estimated([]*scenario.Member{b.of}, b.options.Base), b.options.To)}, growthSources(b.scenario)...)
	a.Assumptions = []string{b.scenario.In(b.dataset)}
	low, high := fmt.Sprintf("%.0f", b.Low), fmt.Sprintf("%.0f", b.High)
	if b.Unit != UnitYear {
		low, high = percents(b.Low), percents(b.High)+" percentage points"
	}
	a.Notes = append([]string{
		fmt.Sprintf("%s: searched from %s to %s. %s", b.heading(), low, high, b.read),
		"Met at any, met at none: at both ends of the range.", tolerated(b.options),
	}, b.dataset.Notes...)
	if scenario.Lucky(b.scenario) {
		a.Notes = append(a.Notes, withoutLuck(b.scenario))
	}
	return a
}

// heading says what the number is.
func (b *BreakEven) heading() string {
	when := "in"
	if b.open {
		when = "by"
	}
	return fmt.Sprintf("%s for %s %s %d", b.Variable, scenario.FormatShare(b.Target), when, b.By)
}

// Rows yields the one number; NaN, with words, if there is none.
func (b *BreakEven) Rows() iter.Seq[Row] {
	return func(yield func(Row) bool) {
		if b.dataset == nil {
			return
		}
		r := Row{Scenario: b.scenario.Name, Member: b.Member, Name: b.Name, Variable: b.heading(), Unit: b.Unit, Stat: StatNeeded, Value: b.Value, Text: b.String()}
		if b.Unit != UnitYear {
			r.Value = scenario.ToPercent(b.Value)
		}
		yield(r)
	}
}

// A question is what a BreakEven answers: whether a changed scenario meets the
// target.
type question struct {
	BreakEven
	member *scenario.Member
	start  int // first year in which something is asked
	rates  []float64
}

// newQuestion runs the scenario as it is, with a horizon that holds the deadline,
// and finds what is asked in the end.
func newQuestion(d *scenario.Dataset, s scenario.Scenario, member, variable, unit string, o Options) (*question, error) {
	o.Members = []string{member}
	r, err := Run(d, s, o)
	if err != nil {
		return nil, err
	}
	if by := r.paths[0].final().By; by > r.Options.To {
		o.To = by
		if r, err = Run(d, s, o); err != nil {
			return nil, err
		}
	}
	p, o := r.paths[0], r.Options
	final := p.final()
	if final.Share == 0 {
		return nil, &scenario.FieldError{Scenario: s.Name, Member: p.member.Code, Field: "Pledge", Problem: fmt.Sprintf("asks nothing in %d: there is no target to meet", o.To), Err: scenario.ErrInvalid}
	}
	q := &question{member: p.member, start: p.start(o.Base) + 1}
	q.BreakEven = BreakEven{
		Member: p.member.Code, Name: p.member.Name, Variable: worded(d, variable), Unit: unit, Target: final.Share, By: final.By, Value: math.NaN(),
		open: final.By == 0, scenario: s, dataset: d, options: o, warnings: r.Warnings, of: p.member,
	}
	if q.open {
		q.By = o.To
	}
	q.rates, err = rates(p.member, s, o, o.To)
	return q, err
}

// met reports whether the target is met under a scenario: in the year of the
// deadline or, without one, in any projected year.
func (q *question) met(s scenario.Scenario) (bool, error) {
	p, err := project(q.member, s, q.options, q.By)
	if err != nil {
		return false, err
	}
	from := q.By
	if q.open {
		from = q.options.Base + 1
	}
	return len(spans(p.track.Share, q.Target, q.options, from, q.By)) > 0, nil
}

// solve finds the value between low and high at which the target is just met.
func (q *question) solve(low, high, tolerance float64, change func(x float64) (scenario.Scenario, error)) (*BreakEven, error) {
	b := &q.BreakEven
	b.Low, b.High = low, high
	met := func(x float64) (bool, error) {
		s, err := change(x)
		if err != nil {
			return false, err
		}
		return q.met(s)
	}
	atLow, err := met(low)
	if err != nil {
		return nil, err
	}
	atHigh, err := met(high)
	switch {
	case err != nil:
		return nil, err
	case atLow && atHigh:
		b.Verdict = AlwaysMet
		return b, nil
	case !atLow && !atHigh:
		b.Verdict = NeverMet
		return b, nil
	case atHigh:
		low, high = high, low
	}
	b.Value, err = bisect(low, high, tolerance, met)
	return b, err
}
