package read

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/pledgesim/pledgesim/scenario"
)

// Columns says which variables of a sheet make a data set. At least one must be named.
type Columns struct {
	Share    string // the share: its unit must say per cent or fraction, and of what if of anything
	GDP      string // the denominator, in money
	Spending string // money spent, in the unit of the denominator

	Money       string  // what the data set calls its unit of money, the file's unit in other words; empty: as in the file
	Quantity    string  // what is pledged; empty: "spending"
	Denominator string  // what shares are shares of, as units say it ("potential GDP"); empty: "GDP"
	Precision   float64 // last published digit of a share, as a fraction: 0.01*Percent for two decimals of per cent; 0: unrounded
}

// Dataset makes a data set of variables of the sheet: shares become fractions, everything
// else stays as it is. The edition is also that of each figure. All names that are not
// known are reported at once, and so are figures that cannot be in their unit. Money in
// each member's own currency ("national currency", "current LCU") gets a note: shares of it
// are sound, sums over members are not.
func (s *Sheet) Dataset(edition string, c Columns, m Members) (*scenario.Dataset, error) {
	if s == nil {
		return nil, &scenario.FieldError{Field: "Sheet", Problem: "is nil", Err: scenario.ErrInvalid}
	}
	b := builder{columns: c, edition: edition, members: m, all: map[string]*scenario.Member{}}
	b.columns.Denominator = cmp.Or(c.Denominator, "GDP")
	if c.Share == "" && c.GDP == "" && c.Spending == "" {
		b.add("Columns", nil, "names no variable; the sheet has "+some(s.Variables()), scenario.ErrMissing)
	}
	if !(c.Precision >= 0 && c.Precision <= scenario.Percent) {
		b.add("Columns.Precision", c.Precision, "is not a fraction between 0 and 0.01: two decimals of per cent are 0.01*scenario.Percent", scenario.ErrUnit)
	}
	b.take(s, c.Share, "share", func(m *scenario.Member, v scenario.Series) { m.Share = v })
	b.take(s, c.GDP, "gdp", func(m *scenario.Member, v scenario.Series) { m.GDP = v })
	b.take(s, c.Spending, "spending", func(m *scenario.Member, v scenario.Series) { m.Spending = v })
	if err := b.err(); err != nil {
		return nil, err
	}
	var ms []scenario.Member
	for _, code := range b.codes {
		ms = append(ms, *b.all[code])
	}
	if len(ms) > scenario.MaxMembers {
		return nil, &scenario.FieldError{Field: "Sheet", Problem: fmt.Sprintf("has %d members, a data set at most %d: choose with Members.Only", len(ms), scenario.MaxMembers), Err: scenario.ErrInvalid}
	}
	d, err := scenario.NewDataset(edition, cmp.Or(c.Money, b.money), ms...)
	if err != nil {
		return nil, err
	}
	d.Precision, d.Denominator, d.Quantity = c.Precision, b.columns.Denominator, cmp.Or(c.Quantity, d.Quantity)
	d.Notes = append(d.Notes, s.Notes...)
	if b.first != nil && ownCurrency.MatchString(strings.Join([]string{b.money, b.first.Label, b.first.Variable, c.Money}, "\n")) {
		d.Notes = append(d.Notes, "Money is in each member's own currency, so that sums over members mean nothing.")
	}
	if s.Source.Publisher != "" || s.Source.Title != "" {
		d.Sources = append(d.Sources, s.Source)
	}
	return d, nil
}

// A builder makes a data set.
type builder struct {
	faults
	columns Columns
	edition string
	members Members
	all     map[string]*scenario.Member
	codes   []string
	money   string // unit of the first line of money
	first   *Series
}

// take puts a variable where it belongs.
func (b *builder) take(s *Sheet, variable, column string, put func(*scenario.Member, scenario.Series)) {
	if variable == "" {
		return
	}
	codes, lines := b.members.lines(s, variable, &b.faults)
	for _, code := range codes {
		line := lines[code]
		values := line.Values
		if column == "share" {
			values = b.share(code, line)
		} else {
			b.unit(line)
		}
		if b.full() {
			return
		}
		if b.all[code] == nil {
			about := b.members.describe(code, line)
			b.all[code] = &about
			b.codes = append(b.codes, code)
		}
		put(b.all[code], printed(values, b.edition))
	}
}

// share makes fractions of the shares of a line.
func (b *builder) share(code string, line *Series) scenario.Series {
	where := fmt.Sprintf("line %d: ", line.Line)
	m, other := shareUnit(line.money(), b.columns.Denominator)
	switch {
	case other != "":
		b.add(where+"unit", line.money(), fmt.Sprintf("is that of a share of %q, not of %q: name what it is a share of in Columns.Denominator, or convert the figures first", other, b.columns.Denominator), scenario.ErrUnit)
		return scenario.Series{}
	case m == noShare:
		b.add(where+"unit", line.money(), fmt.Sprintf(`is not that of a share of %s, such as "%% of %s" or "fraction of %s"`, b.columns.Denominator, b.columns.Denominator, b.columns.Denominator), scenario.ErrUnit)
		return scenario.Series{}
	}
	values := line.Values
	if m == percent {
		values = values.Map(func(_ int, v float64) float64 { return scenario.FromPercent(v) })
	}
	for year, v := range values.All() {
		if v < 0 || v > scenario.MaxShare {
			b.addError(&scenario.FieldError{
				Member: code, Year: year, Field: where + "share", Value: scenario.FormatShare(v), Err: scenario.ErrUnit,
				Problem: fmt.Sprintf("is not between 0 and %s of %s: check the unit, %q, or leave the member out with Members.Only", scenario.FormatShare(scenario.MaxShare), b.columns.Denominator, line.Unit),
			})
			break // the others of the line are likely to be alike
		}
	}
	return values
}

// unit makes sure that all money is in one unit.
func (b *builder) unit(line *Series) {
	where := fmt.Sprintf("line %d: unit", line.Line)
	switch unit := line.money(); {
	case anyPercent.MatchString(unit):
		b.add(where, unit, "is not one of money", scenario.ErrUnit)
	case b.first == nil:
		b.first, b.money = line, unit
	case unit != b.money:
		b.add(where, unit, fmt.Sprintf("is another than that of line %d, %q: convert the figures first", b.first.Line, b.money), scenario.ErrUnit)
	}
}

// printed names the edition in which figures were printed.
func printed(values scenario.Series, edition string) scenario.Series {
	var obs []scenario.Observation
	for o := range values.Observations() {
		o.Edition = edition
		obs = append(obs, o)
	}
	named, _ := scenario.SeriesOf(obs...) // the years and values are those of a series
	return named
}
