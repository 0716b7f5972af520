package scenario

import (
	"fmt"
	"slices"
	"strings"
)

// A GrowthPath gives yearly growth rates of GDP, in the prices of the data
// set, as fractions. A path must not depend on anything but its arguments.
type GrowthPath interface {
	// Central fills dst with the rates of first, first+1 and so on that a run
	// without randomness uses. It must not look at figures of m dated first or
	// later. An error says which figure is missing.
	Central(dst []float64, m *Member, first int) error
}

// Constant is the same rate every year: Constant(1.5*Percent). Validate accepts
// rates between -0.5 and 0.5.
type Constant float64

// Central fills dst with the rate.
func (c Constant) Central(dst []float64, _ *Member, _ int) error {
	for i := range dst {
		dst[i] = float64(c)
	}
	return nil
}

// String gives the rate in words: "GDP grows 1.5% a year".
func (c Constant) String() string { return "GDP " + grows(float64(c)) }

// grows writes a rate in words: "grows 1.5% a year", "shrinks 1% a year".
func grows(rate float64) string {
	if rate < 0 {
		return "shrinks " + FormatShare(-rate) + " a year"
	}
	return "grows " + FormatShare(rate) + " a year"
}

func (c Constant) check(f *faults, at string) { checkRate(f, at, float64(c)) }

// Table takes tabled forecasts: a rate for each member and year.
type Table struct {
	Name  string            // what the forecasts are, for example "IMF WEO, April 2023"
	Rates map[string]Series // by ISO alpha-3 code, as fractions
	Then  GrowthPath        // after a member's last year; nil: its last rate is held

	Sources []Source // where the forecasts were published; named under tables and charts
}

// Origins gives the sources of the table.
func (t Table) Origins() []Source { return append(slices.Clone(t.Sources), Origins(t.Then)...) }

// Central fills dst from the table. A member that is not in it, a year before
// its first rate or a gap between rates is ErrMissing.
func (t Table) Central(dst []float64, m *Member, first int) error {
	rates := t.Rates[m.Code]
	if rates.Empty() {
		return &FieldError{Member: m.Code, Field: "Growth", Problem: "has no rates in " + t.name(), Err: ErrMissing}
	}
	last := rates.Last()
	for i := range dst {
		year := first + i
		if year > last {
			return t.after(dst[i:], m, year, first)
		}
		rate, ok := rates.At(year)
		if !ok {
			return &FieldError{Member: m.Code, Year: year, Field: "Growth", Problem: "has no rate in " + t.name(), Err: ErrMissing}
		}
		dst[i] = rate
	}
	return nil
}

func (t Table) name() string {
	if t.Name == "" {
		return "the table of growth rates"
	}
	return t.Name
}

// after fills dst with the rates that follow the table. start is the first
// projected year: what the path after the table sees of m ends before it.
func (t Table) after(dst []float64, m *Member, first, start int) error {
	if t.Then != nil {
		known := m.until(start - 1)
		return t.Then.Central(dst, &known, first)
	}
	held, _ := t.Rates[m.Code].At(t.Rates[m.Code].Last())
	return Constant(held).Central(dst, m, first)
}

// Warn says from when on a rate is held because the table ends, or passes on
// what the path after it has to say.
func (t Table) Warn(m *Member, base, to int) []error {
	last := t.Rates[m.Code].Last()
	switch {
	case last == 0 || last >= to:
		return nil
	case t.Then != nil:
		return Warnings(t.Then, m, base, to)
	}
	return []error{fmt.Errorf("%s ends in %d: the last rate is held to %d", t.name(), last, to)}
}

// String names the table, and what follows it if that is not its last rate.
func (t Table) String() string {
	text := "GDP grows as in " + t.name()
	if t.Then != nil {
		text += ", then " + strings.TrimPrefix(words(t.Then, ""), "GDP ")
	}
	return text
}

func (t Table) check(f *faults, at string) {
	if len(t.Rates) == 0 {
		f.add(at+".Rates", nil, "is empty: give a series of rates for each member", ErrInvalid)
	}
	checkRates(f, at+".Rates", t.Rates)
	if t.Then != nil {
		checkPart(f, at+".Then", t.Then)
	}
}

func checkRates(f *faults, at string, rates map[string]Series) {
	checkTerms(f, at, len(rates))
	for _, code := range sortedKeys(rates) {
		for year, rate := range rates[code].All() {
			if !(rate > -0.5 && rate <= 1) { // tables hold inflation too: prices have almost doubled within a year
				f.add(fmt.Sprintf("%s[%s][%d]", at, code, year), rate, "is not a yearly rate in (-0.5, 1]"+meant(rate, isRate), ErrUnit)
			}
		}
	}
}

// Historic continues a member's own mean growth: the geometric mean of its
// yearly GDP growth over the last Years before the projection. Years across a
// break of the series are left out. After a [Table] it continues the years
// before the projection, not those of the table.
type Historic struct {
	Years int // length of the window; 0: 10
}

func (h Historic) window() int { return orDefault(h.Years, 10) }

// Central fills dst with the mean. A member without two comparable years of
// GDP is ErrMissing.
func (h Historic) Central(dst []float64, m *Member, first int) error {
	mean, n := m.GDPGrowth(min(first-1, m.GDP.Last()), h.window())
	if n == 0 {
		return &FieldError{Member: m.Code, Field: "GDP", Problem: fmt.Sprintf("has no two comparable years up to %d to take growth from", first-1), Err: ErrMissing}
	}
	return Constant(mean).Central(dst, m, first)
}

// Warn says how many years there were where fewer were found than asked for,
// and which break was left out.
func (h Historic) Warn(m *Member, base, _ int) []error {
	base = min(base, m.GDP.Last())
	_, used := m.GDPGrowth(base, h.window())
	return warnWindow(m, base, h.window(), used, true, "past growth")
}

// String gives the window in words.
func (h Historic) String() string {
	return "GDP goes on growing at each member's mean rate of the last " + lastYears(h.window())
}

func (h Historic) check(f *faults, at string) { checkYears(f, at+".Years", h.Years) }
