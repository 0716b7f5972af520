package scenario

import "fmt"

// A Response decides the money, in Dataset.Money, that a member spends in
// v.Year, given what is asked of it. It must depend on nothing but v and a.
// NaN or a negative number is an error of the run.
type Response interface{ Spend(v View, a Ask) float64 }

// Hold keeps the share of the year before, whatever is asked. As a
// counterfactual it is the frozen share.
type Hold struct{}

// Spend gives the share of the year before times expected GDP.
func (Hold) Spend(v View, _ Ask) float64 { return v.lastShare() * v.Expected }

// String gives the rule in words.
func (Hold) String() string { return "spending keeps its share of GDP" }

// Jump meets what is asked in the first year, deadline or not; a member above
// the target, or one of whom nothing is asked, holds its share.
type Jump struct{}

// Spend gives the larger of the asked share and that of the year before, times
// expected GDP.
func (Jump) Spend(v View, a Ask) float64 { return max(a.Share, v.lastShare()) * v.Expected }

// String gives the rule in words.
func (Jump) String() string { return "spending goes to the target at once" }

// Trend lets spending go on growing, in the prices of the data set, at its mean
// yearly rate over the last Years before the projection, whatever is asked. Since
// money grows and not the share, the growth path moves the year reached. It
// starts from the published money of the base year, where Hold and Ramp start
// from the published share, which is rounded.
type Trend struct {
	Years int     // length of the window up to the base year; 0: 8
	Plus  float64 // added to the mean rate, as a fraction: 1*Percent lets spending grow one point faster than it has
}

func (t Trend) window() int { return orDefault(t.Years, 8) }

// Rate is the yearly growth of a member's spending after a base year, as a
// fraction: the mean of the window and Plus, not below -1. It is NaN where nothing
// is published to take a mean of, but Plus where nothing was spent in the base year:
// nothing grows from zero.
func (t Trend) Rate(m *Member, base int) float64 {
	mean, used := m.SpendingGrowth(base, t.window())
	if used == 0 && idle(m, base) {
		mean = 0
	}
	return max(-1, mean+t.Plus)
}

// idle reports whether a member spends nothing in a year.
func idle(m *Member, year int) bool {
	money, ok := m.SpendingAt(year)
	return ok && money == 0
}

// Spend gives the money of the year before, grown once more.
func (t Trend) Spend(v View, _ Ask) float64 {
	return v.lastSpending() * (1 + v.once(t, t.Rate))
}

// Warn says how many years there were where fewer were found than asked for.
func (t Trend) Warn(m *Member, base, _ int) []error {
	_, used := m.SpendingGrowth(base, t.window())
	if used == 0 && idle(m, base) {
		return nil // nothing grows from zero, whatever the window
	}
	return warnWindow(m, base, t.window(), used, false, "trend")
}

// String gives the window in words, and what is added.
func (t Trend) String() string {
	text := "spending goes on growing, in the prices of the data set, at its mean rate of the last " + lastYears(t.window())
	if t.Plus != 0 {
		text += more(t.Plus)
	}
	return text
}

func (t Trend) check(f *faults, at string) {
	checkYears(f, at+".Years", t.Years)
	checkDifference(f, at+".Plus", t.Plus)
}

// Drift lets the share go on changing by its mean yearly change, in percentage
// points, over the last Years before the projection, whatever is asked. Changes
// across a break of the series are left out.
type Drift struct {
	Years int // length of the window up to the base year; 0: 8
}

func (d Drift) window() int { return orDefault(d.Years, 8) }

// Step is the yearly change of a member's share after a base year, as a fraction
// of GDP: the mean of the window. It is NaN where nothing is published to take a
// mean of.
func (d Drift) Step(m *Member, base int) float64 {
	mean, _ := m.ShareChange(base, d.window())
	return mean
}

// Spend gives the share of the year before plus the mean change, not below
// zero, times expected GDP.
func (d Drift) Spend(v View, _ Ask) float64 {
	return max(0, v.lastShare()+v.once(d, d.Step)) * v.Expected
}

// Warn says how many years there were where fewer were found than asked for,
// and which break was left out.
func (d Drift) Warn(m *Member, base, _ int) []error {
	_, used := m.ShareChange(base, d.window())
	return warnWindow(m, base, d.window(), used, true, "drift")
}

// String gives the window in words.
func (d Drift) String() string {
	return "the share goes on changing by its mean yearly change of the last " + lastYears(d.window())
}

func (d Drift) check(f *faults, at string) { checkYears(f, at+".Years", d.Years) }

// Budget lets money grow at a fixed rate whatever GDP does, so that the share
// follows the denominator. The zero Budget is frozen money.
type Budget struct {
	RealGrowth float64 // yearly, in the prices of the data set, as a fraction
}

// Spend gives the money of the year before, grown once.
func (b Budget) Spend(v View, _ Ask) float64 { return v.lastSpending() * (1 + b.RealGrowth) }

// String gives the rate in words.
func (b Budget) String() string {
	if b.RealGrowth == 0 {
		return "spending is frozen in the prices of the data set"
	}
	return "spending " + grows(b.RealGrowth) + " in the prices of the data set"
}

func (b Budget) check(f *faults, at string) { checkRate(f, at+".RealGrowth", b.RealGrowth) }

// Plan follows national plans in money as far as they go, then another
// response. A member without a plan follows the other response from the start.
type Plan struct {
	Spending map[string]Series // by ISO alpha-3 code, in Dataset.Money
	Then     Response          // nil: Hold
}

// Spend gives the planned money of the year, or that of the other response.
func (p Plan) Spend(v View, a Ask) float64 {
	if money, ok := p.Spending[v.member().Code].At(v.Year); ok {
		return money
	}
	return p.then().Spend(v, a)
}

func (p Plan) then() Response {
	if p.Then == nil {
		return Hold{}
	}
	return p.Then
}

// Warn says where a plan begins so far from what was spent that it may be in another
// unit of money, and passes on what the other response has to say.
func (p Plan) Warn(m *Member, base, to int) []error {
	warnings := Warnings(p.then(), m, base, to)
	spent, _ := m.SpendingAt(base)
	plan := p.Spending[m.Code]
	for year := base + 1; year <= min(to, plan.Last()); year++ {
		if money, ok := plan.At(year); ok {
			if farOff(money, spent) {
				warnings = append(warnings, fmt.Errorf("%s: the plan for %d, %.7g, is more than ten times off the spending of %d, %.7g: is it in the unit of money of the data set?", m.Code, year, money, base, spent))
			}
			break
		}
	}
	return warnings
}

// String names the members with plans and the other response.
func (p Plan) String() string {
	return fmt.Sprintf("spending follows the plans of %s, then: %s", list(sortedKeys(p.Spending)), words(p.then(), noResponse))
}

func (p Plan) check(f *faults, at string) {
	if len(p.Spending) == 0 {
		f.add(at+".Spending", nil, "is empty: give planned money for at least one member", ErrInvalid)
	}
	checkTerms(f, at+".Spending", len(p.Spending))
	for _, code := range sortedKeys(p.Spending) {
		plan, field := p.Spending[code], at+".Spending["+code+"]"
		if plan.Empty() {
			f.add(field, nil, "is empty: leave the member out, or give its planned money", ErrInvalid)
			continue
		}
		for year := plan.First(); year <= plan.Last(); year++ {
			money, ok := plan.At(year)
			switch {
			case !ok:
				f.add(fmt.Sprintf("%s[%d]", field, year), nil, "is missing: a plan must not have gaps", ErrMissing)
			case money < 0:
				f.add(fmt.Sprintf("%s[%d]", field, year), money, "is negative", ErrInvalid)
			}
		}
	}
	checkPart(f, at+".Then", p.then())
}
