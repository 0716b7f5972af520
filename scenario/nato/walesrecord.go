package nato

import (
	"fmt"
	"math"
	"strings"
	"time"

	"github.com/pledgesim/pledgesim/scenario"
)

// The years of the pledge of Wales: it was made in the first, and its decade ended
// with the last.
const (
	walesFrom = 2014
	walesTo   = 2024
)

// An Answer is yes, no or unknown, which a figure that was not published stays.
type Answer uint8

// The answers.
const (
	Unknown Answer = iota
	Yes
	No
)

// String gives the word.
func (a Answer) String() string {
	switch a {
	case Yes:
		return "yes"
	case No:
		return "no"
	default:
		return "unknown"
	}
}

func answer(yes bool) Answer {
	if yes {
		return Yes
	}
	return No
}

// A PledgeRecord says how members kept the clauses of [Wales2014], by one edition.
type PledgeRecord struct {
	Edition  string         // whose figures they are
	Members  []MemberRecord // those with shares of 2014 and 2024, in order of code
	Warnings []error        // who was left out, and what cannot be compared
}

// A MemberRecord is the record of one member from 2014 to 2024.
type MemberRecord struct {
	Code, Name string // ISO 3166 alpha-3 code and English name
	Bound      bool   // it was a member when the pledge was made

	Share2014, Share2024 float64 // fractions of GDP
	Below                bool    // the share was below 2% in 2014
	Estimated            bool    // 2024 is an estimate of this edition
	Halted               Answer  // "halt any decline", measured on the share: that of 2024 is not below that of 2014; unknown across a break
	Falls, Years         int     // years, of those that can be compared with the year before, in which the share fell

	Growth                float64 // of spending from 2014 to 2024 in real terms, as a fraction; NaN: unknown
	Grew, Cut, MoneyYears int     // years in which spending grew, and fell, in real terms, and years with figures

	AtTarget bool // "move towards the 2% guideline within a decade": it was at 2% in 2024
	Reached  bool // it was at 2% in a year from 2015 to 2024, and may have lost it again
}

// GrewInRealTerms says whether spending of 2024 was above that of 2014 in constant
// prices: "increase defence expenditure in real terms".
func (m MemberRecord) GrewInRealTerms() Answer {
	if math.IsNaN(m.Growth) {
		return Unknown
	}
	return answer(m.Growth > 0)
}

// WalesRecord compares the figures of an edition with the clauses of [Wales2014] for
// all members, those that joined later included. "Halt any decline" does not say of
// what. It is measured on the share of GDP, from 2014 to 2024: a share can fall in
// years between, and it can stand while spending is cut, where GDP shrinks. How often
// spending was cut in real terms is counted beside it. A share counts as not fallen, and as
// 2%, if it lacks at most half of the last published digit. A data set without
// shares of 2014 and 2024 is [scenario.ErrMissing]; one without money in constant
// prices, such as 2025-08, leaves the growth of spending unknown.
func WalesRecord(d *scenario.Dataset) (*PledgeRecord, error) {
	if err := (Period{walesFrom + 1, walesTo}).check(d); err != nil {
		return nil, fmt.Errorf("record of the pledge of Wales: %w", err)
	}
	r := &PledgeRecord{Edition: d.Edition}
	for _, code := range d.Codes() {
		m, err := d.Member(code)
		if err != nil {
			return nil, err
		}
		_, ok1 := m.Share.At(walesFrom)
		_, ok2 := m.Share.At(walesTo)
		switch {
		case m.Exempt != "":
			r.warn("%s left out: %s", code, m.Exempt)
		case !ok1 || !ok2:
			r.warn("%s left out: no share of %d or of %d in edition %s", code, walesFrom, walesTo, d.Edition)
		default:
			r.Members = append(r.Members, r.member(d, m))
		}
	}
	if d.Money == "" || inCurrentPrices(d) {
		r.warn("edition %s has no money in constant prices: growth in real terms is unknown", d.Edition)
	}
	return r, nil
}

func inCurrentPrices(d *scenario.Dataset) bool { return strings.Contains(d.Money, "current prices") }

func (r *PledgeRecord) member(d *scenario.Dataset, m *scenario.Member) MemberRecord {
	agreed, _ := time.Parse(time.DateOnly, Wales2014().Date) // a test reads it
	v := MemberRecord{
		Code: m.Code, Name: m.Name, Bound: !m.Joined.After(agreed), Estimated: m.Share.Estimated(walesTo), Growth: math.NaN(),
	}
	v.Share2014, _ = m.Share.At(walesFrom)
	v.Share2024, _ = m.Share.At(walesTo)
	v.Below, v.AtTarget = !atGuideline(d, v.Share2014), atGuideline(d, v.Share2024)
	fell := func(before, after float64) bool { return after < before-d.Precision/2 }
	v.Halted = answer(!fell(v.Share2014, v.Share2024))
	for year := walesFrom + 1; year <= walesTo; year++ {
		before, ok1 := m.Share.At(year - 1)
		after, ok2 := m.Share.At(year)
		v.Reached = v.Reached || ok2 && atGuideline(d, after)
		why, broken := m.Broken(year)
		switch {
		case broken:
			v.Halted = Unknown
			r.warn("%s: %d: %s: whether the decline was halted is unknown", m.Code, year, why)
		case ok1 && ok2:
			v.Years++
			if fell(before, after) {
				v.Falls++
			}
		}
	}
	if d.Money != "" && !inCurrentPrices(d) {
		v.money(m)
	}
	return v
}

// money fills in how spending grew, as published or share times GDP. A figure of zero
// has no growth.
func (v *MemberRecord) money(m *scenario.Member) {
	growth := func(from, to int) (float64, bool) {
		before, ok1 := m.SpendingAt(from)
		after, ok2 := m.SpendingAt(to)
		return after/before - 1, ok1 && ok2 && before > 0
	}
	for year := walesFrom + 1; year <= walesTo; year++ {
		if g, ok := growth(year-1, year); ok {
			v.MoneyYears++
			switch {
			case g > 0:
				v.Grew++
			case g < 0:
				v.Cut++
			}
		}
	}
	if g, ok := growth(walesFrom, walesTo); ok {
		v.Growth = g
	}
}

// AtTarget is the number of members at 2% in 2024.
func (r *PledgeRecord) AtTarget() int {
	return r.Count(func(m MemberRecord) bool { return m.AtTarget })
}

// Count is the number of members of which something is true.
func (r *PledgeRecord) Count(is func(MemberRecord) bool) int {
	n := 0
	if r == nil {
		return n
	}
	for _, m := range r.Members {
		if is(m) {
			n++
		}
	}
	return n
}

// String sums up who kept which clause, those below 2% in 2014 and those at it, and in
// how many years the share fell, and spending in real terms.
func (r *PledgeRecord) String() string {
	lines := []string{fmt.Sprintf("The pledge of Wales 2014 in %d, edition %s", walesTo, r.Edition)}
	for _, below := range []bool{true, false} {
		in := func(is func(MemberRecord) bool) int {
			return r.Count(func(m MemberRecord) bool { return m.Bound && m.Below == below && is(m) })
		}
		falls, years, cuts, moneyYears := 0, 0, 0, 0
		n := in(func(m MemberRecord) bool {
			falls, years, cuts, moneyYears = falls+m.Falls, years+m.Years, cuts+m.Cut, moneyYears+m.MoneyYears
			return true
		})
		answers := func(of func(MemberRecord) Answer) string {
			yes := in(func(m MemberRecord) bool { return of(m) == Yes })
			switch unknown := in(func(m MemberRecord) bool { return of(m) == Unknown }); unknown {
			case 0:
				return fmt.Sprint(yes)
			case n:
				return "unknown"
			default:
				return fmt.Sprintf("%d (unknown of %d)", yes, unknown)
			}
		}
		money := "  spending higher in real terms: " + answers(MemberRecord.GrewInRealTerms)
		if moneyYears > 0 {
			money += fmt.Sprintf("; it fell in %d of %d years, of %d members at least once", cuts, moneyYears, in(func(m MemberRecord) bool { return m.Cut > 0 }))
		}
		where := map[bool]string{true: "below 2%", false: "at or above 2%"}[below]
		lines = append(lines,
			fmt.Sprintf("%d members were %s in %d:", n, where, walesFrom),
			fmt.Sprintf("  share not lower than in %d (\"halt any decline\", measured on the share): %s; it fell in %d of %d years", walesFrom, answers(func(m MemberRecord) Answer { return m.Halted }), falls, years),
			money,
			fmt.Sprintf("  at 2%%: %d", in(func(m MemberRecord) bool { return m.AtTarget })))
	}
	later, estimated := 0, 0
	for _, m := range r.Members {
		if !m.Bound && m.AtTarget {
			later++
		}
		if m.Estimated {
			estimated++
		}
	}
	lines = append(lines, fmt.Sprintf("At 2%% in all: %d of %d, %d of which joined later", r.AtTarget(), len(r.Members), later))
	if estimated > 0 {
		lines[len(lines)-1] += fmt.Sprintf("; %d of these shares are estimates", estimated)
	}
	return strings.Join(lines, "\n")
}

func (r *PledgeRecord) warn(format string, args ...any) {
	r.Warnings = append(r.Warnings, fmt.Errorf(format, args...))
}
