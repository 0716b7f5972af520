package scenario

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
)

// Discrepancies lists where two data sets that were merged by [Dataset.With] differ.
// Package projection makes a table of it.
type Discrepancies struct {
	Base, Over string // editions of the data set that was laid under, and of that laid over
	ShareUnit  string // unit in which shares are printed, "% of GDP"
	Money      string // unit of GDP and spending
	FillOnly   bool   // the figures of Base were kept
	Compared   int    // figures that both data sets have
	Replaced   int    // of these, figures of Base that gave way to another number
	Added      int    // figures that only the data set laid over has

	List []Discrepancy // in order of member, variable and year
}

// A Discrepancy is one year on which two data sets differ.
type Discrepancy struct {
	Member, Name string      // code and English name
	Variable     string      // "share", "gdp" or "spending"
	Year         int         // calendar year
	Base, Over   Observation // the two figures, shares as fractions
	// Contradicts says that there is one published figure only, which does not fit the
	// others of its year after the merger: spending, left out for share times GDP, or a
	// share, kept beside spending over GDP. The other figure is worked out from these.
	Contradicts bool
}

// Difference is the figure laid over less that of the base.
func (d Discrepancy) Difference() float64 { return d.Over.Value - d.Base.Value }

// note says in one line what was done.
func (x *Discrepancies) note() string {
	if x.FillOnly {
		return fmt.Sprintf("Gaps of %s are filled from %s: %d figures.", x.Base, x.Over, x.Added)
	}
	return fmt.Sprintf("Figures of %s are laid over those of %s: %d replace another number, %d are new.", x.Over, x.Base, x.Replaced, x.Added)
}

// compare notes where the figures of a member differ.
func (m *merger) compare(about Member, a, b Member) {
	for _, v := range []struct {
		variable     string
		wins, yields Series
	}{{"share", a.Share, b.Share}, {"gdp", a.GDP, b.GDP}, {"spending", a.Spending, b.Spending}} {
		added := v.wins
		if m.found.FillOnly {
			added = v.yields
		}
		for o := range added.Observations() {
			m.found.Added++
			strong, ok1 := v.wins.Observe(o.Year)
			weak, ok2 := v.yields.Observe(o.Year)
			if !ok1 || !ok2 {
				continue
			}
			m.found.Added--
			m.found.Compared++
			if strong.Value == weak.Value {
				continue
			}
			if !m.found.FillOnly {
				m.found.Replaced++
			}
			if !m.same(v.variable, strong.Value, weak.Value) {
				m.report(about, v.variable, strong, weak, false)
			}
		}
	}
}

// report adds a discrepancy between a figure that wins and one that yields.
func (m *merger) report(about Member, variable string, wins, yields Observation, contradicts bool) {
	d := Discrepancy{Member: about.Code, Name: cmp.Or(about.Name, about.Code), Variable: variable, Year: wins.Year, Base: yields, Over: wins, Contradicts: contradicts}
	if m.found.FillOnly {
		d.Base, d.Over = d.Over, d.Base
	}
	m.found.List = append(m.found.List, d)
}

// same reports whether two figures are the same number, as far as both are printed:
// shares to the tolerance, money to half the last digit of the one with fewer decimals.
func (m *merger) same(variable string, a, b float64) bool {
	tolerance := m.tolerance
	if variable != "share" {
		tolerance = 0.5 * math.Pow10(-min(decimals(a), decimals(b)))
	}
	return math.Abs(a-b) <= tolerance+1e-9*max(math.Abs(a), math.Abs(b))
}

// decimals counts the digits behind the decimal point.
func decimals(v float64) int {
	_, frac, _ := strings.Cut(strconv.FormatFloat(v, 'f', -1, 64), ".")
	return len(frac)
}

// consistent gives the spending of the data set that yields, without what contradicts
// the share and GDP after the merger, and notes what contradicts.
func (m *merger) consistent(about Member, wins, yields Member) Series {
	share, gdp := wins.Share.over(yields.Share), wins.GDP.over(yields.GDP)
	fits := func(o, s, y Observation) bool { return m.same("share", o.Value/y.Value, s.Value) }
	var kept []Observation
	for o := range yields.Spending.Observations() {
		s, ok1 := share.Observe(o.Year)
		y, ok2 := gdp.Observe(o.Year)
		_, replaced := wins.Spending.Observe(o.Year)
		touched := m.changes("share", wins.Share, yields.Share, o.Year) || m.changes("gdp", wins.GDP, yields.GDP, o.Year)
		if !replaced && touched && ok1 && ok2 && !fits(o, s, y) {
			other := Observation{Year: o.Year, Value: s.Value * y.Value, Status: max(s.Status, y.Status), Edition: m.wins.Edition}
			m.report(about, "spending", other, o, true)
			continue
		}
		kept = append(kept, o)
	}
	for o := range wins.Spending.Observations() {
		s, ok1 := yields.Share.Observe(o.Year)
		y, ok2 := gdp.Observe(o.Year)
		if _, replaced := wins.Share.Observe(o.Year); !replaced && ok1 && ok2 && !fits(o, s, y) {
			other := Observation{Year: o.Year, Value: o.Value / y.Value, Status: max(o.Status, y.Status), Edition: m.wins.Edition}
			m.report(about, "share", other, s, true)
		}
	}
	return spread(kept)
}

// changes reports whether the figure of a year that wins is there and is not the one
// that yields.
func (m *merger) changes(variable string, wins, yields Series, year int) bool {
	strong, there := wins.At(year)
	weak, both := yields.At(year)
	return there && !(both && m.same(variable, strong, weak))
}

// sort puts the list in order.
func (x *Discrepancies) sort() {
	rank := func(variable string) int { return slices.Index(csvVariables, variable) }
	slices.SortStableFunc(x.List, func(a, b Discrepancy) int {
		return cmp.Or(strings.Compare(a.Member, b.Member), cmp.Compare(rank(a.Variable), rank(b.Variable)), cmp.Compare(a.Year, b.Year))
	})
}
