package scenario

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// row takes one figure, or notes everything wrong with its line.
func (c *csvRows) row(cells []string) {
	before := len(c.list)
	cell := func(name string) string { return cells[c.at[name]] }
	bad := func(name, problem string, kind error) { c.fault(c.at[name], name, cell(name), problem, kind) }

	for _, name := range c.names {
		if strings.ContainsFunc(cell(name), unicode.IsControl) {
			bad(name, "contains a line break or another control character", ErrInvalid)
		}
	}
	if cell("member") == "" {
		bad("member", "is empty: write the ISO 3166 alpha-3 code", ErrMissing)
	}
	if unit, problem := c.unit(cell("variable")); problem != "" {
		bad("variable", problem, ErrInvalid)
	} else if cell("unit") != unit {
		bad("unit", fmt.Sprintf("is not the unit of %s, %q: convert the figures, units are never guessed", cell("variable"), unit), ErrUnit)
	}
	year, ok := parseYear(cell("year"))
	if !ok {
		bad("year", "is not a calendar year of four digits", ErrInvalid)
	}
	status, ok := parseStatus(cell("status"))
	if !ok {
		bad("status", "is none of observed, estimated, projected", ErrInvalid)
	}
	exponent := ""
	if cell("variable") == "share" {
		exponent = "e-2"
	}
	value, ok := parseDecimal(c.head.point(cell("value")), exponent)
	if !ok {
		bad("value", fmt.Sprintf("is not a plain decimal number such as %s (leave the line out where nothing was published)", c.head.example()), ErrInvalid)
	}
	if len(c.list) > before {
		return
	}
	edition := c.head.edition
	if i, ok := c.at["edition"]; ok {
		edition = cells[i]
	}
	c.figure(csvSeries{cell("member"), cell("variable")}, Observation{year, value, status, edition})
}

// figure keeps a figure unless it is there already or impossible in its unit.
func (c *csvRows) figure(s csvSeries, o Observation) {
	before := len(c.list)
	key := csvKey{s, o.Year}
	if line, twice := c.seen[key]; twice {
		c.fault(c.at["year"], "year", o.Year, fmt.Sprintf("occurs twice for the %s of %s, first in line %d", s.variable, s.member, line), ErrDuplicate)
		return
	}
	for _, err := range checkMember(s.fill(Member{Code: s.member}, NewSeries(o.Year, o.Value))) {
		var fe *FieldError
		if !errors.As(err, &fe) {
			continue
		}
		if s.variable == "share" { // said in the unit of the file
			c.fault(c.at["value"], "value", ToPercent(o.Value), "is not a share between 0 and "+FormatShare(MaxShare)+" of "+c.head.denominator, fe.Err)
		} else {
			c.fault(c.at["value"], "value", o.Value, fe.Problem, fe.Err)
		}
	}
	if len(c.list) > before {
		return
	}
	if c.tooMany(s, o); len(c.list) > before {
		return
	}
	c.seen[key], _ = c.csv.At(0)
	c.obs[s] = append(c.obs[s], o)
}

// tooMany notes the limit that a figure would pass, if any.
func (c *csvRows) tooMany(s csvSeries, o Observation) {
	_, known := c.head.members[s.member]
	if !known && len(c.head.members) == MaxMembers {
		c.fault(c.at["member"], "member", s.member, fmt.Sprintf("is one too many: a data set has at most %d members", MaxMembers), ErrInvalid)
		return
	}
	if len(c.obs) == 0 {
		c.first, c.last = o.Year, o.Year
	}
	if max(c.last, o.Year)-min(c.first, o.Year) >= MaxYears {
		far := c.first
		if o.Year < c.first {
			far = c.last
		}
		c.fault(c.at["year"], "year", o.Year, fmt.Sprintf("is too far from %d, another year of the file: a data set spans at most %d years", far, MaxYears), ErrInvalid)
		return
	}
	c.first, c.last = min(c.first, o.Year), max(c.last, o.Year)
	if !known {
		c.head.members[s.member] = Member{Code: s.member}
	}
}

// unit gives the only unit that is accepted for a variable, or what is wrong
// with the variable.
func (c *csvRows) unit(variable string) (unit, problem string) {
	switch {
	case variable == "share":
		return "% of " + c.head.denominator, ""
	case !slices.Contains(csvVariables, variable):
		return "", "is none of " + strings.Join(csvVariables, ", ")
	case c.head.money == "":
		return "", `needs a leading line "# money: ..." that names the unit`
	default:
		return c.head.money, ""
	}
}

// fill puts a series where it belongs.
func (s csvSeries) fill(m Member, values Series) Member {
	switch s.variable {
	case "share":
		m.Share = values
	case "gdp":
		m.GDP = values
	default:
		m.Spending = values
	}
	return m
}

func (c *csvRows) dataset() (*Dataset, error) {
	members := c.head.members
	for s, obs := range c.obs {
		values, err := SeriesOf(obs...)
		if err != nil {
			return nil, err
		}
		members[s.member] = s.fill(members[s.member], values)
	}
	var ms []Member
	for _, code := range sortedKeys(members) {
		ms = append(ms, members[code])
	}
	d, err := NewDataset(c.head.edition, c.head.money, ms...)
	if err != nil {
		return nil, err
	}
	d.Precision, d.Sources, d.Notes = c.head.precision, c.head.sources, c.head.notes
	d.Quantity, d.Denominator = c.head.quantity, c.head.denominator
	return d, nil
}
