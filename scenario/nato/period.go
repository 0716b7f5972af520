package nato

import (
	"fmt"

	"github.com/pledgesim/pledgesim/scenario"
)

// A Period is a span of years whose yearly changes of the share are looked at, the
// first one being the change from the year before First.
type Period struct{ First, Last int }

// BeforeInvasion is 2015 to 2021: from the first budgets after the pledge of Wales,
// of September 2014, to the last year before Russia's invasion of Ukraine in February
// 2022. It starts from the shares of 2014, the first ones of the editions since 2023.
func BeforeInvasion() Period { return Period{2015, 2021} }

// SinceInvasion is 2022 to 2025, from the shares of 2021 on. The first budgets of 2022
// were older than the invasion. 2025 is an estimate in all editions so far.
func SinceInvasion() Period { return Period{2022, 2025} }

// String gives the years: "2015-2021".
func (p Period) String() string { return fmt.Sprintf("%d-%d", p.First, p.Last) }

// check reports a period that is none, or that an edition does not cover.
func (p Period) check(d *scenario.Dataset) error {
	fault := func(problem string, kind error) error {
		return &scenario.FieldError{Field: "Period", Value: p, Problem: problem, Err: kind}
	}
	if d == nil {
		return &scenario.FieldError{Field: "Dataset", Problem: "is nil: take one from nato.Edition", Err: scenario.ErrInvalid}
	}
	if p.First > p.Last || p.First <= 0 {
		return fault("has no years: give the first and the last year whose change is looked at, or take nato.BeforeInvasion or nato.SinceInvasion", scenario.ErrInvalid)
	}
	first, last := 0, d.Last()
	for _, code := range d.Codes() {
		m, err := d.Member(code)
		if err != nil {
			return err
		}
		if year := m.Share.First(); year != 0 && (first == 0 || year < first) {
			first = year
		}
	}
	if last == 0 {
		return fault(fmt.Sprintf("needs shares, and edition %s has no shares", d.Edition), scenario.ErrMissing)
	}
	if p.First-1 < first || p.Last > last {
		return fault(fmt.Sprintf("needs shares of %d to %d, and edition %s has those of %d to %d: the first change is that of %d", p.First-1, p.Last, d.Edition, first, last, first+1), scenario.ErrMissing)
	}
	return nil
}
