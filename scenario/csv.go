package scenario

import (
	"bufio"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// The columns and words of the long layout.
const (
	csvColumns = "member,variable,unit,year,value,status,edition"

	maxFaults = 10 // a file with one mistake on every line needs no thousand messages
)

var csvVariables = []string{"share", "gdp", "spending"} // in the order they are written

// ReadCSV reads a data set in the long layout of this project, one figure a
// line. Leading lines say what holds for the whole file:
//
//	# edition: mine-2026
//	# money: USD million, 2021 prices and exchange rates
//	# precision: 0.01 percentage points
//	# quantity: defence spending
//	# denominator: GDP
//	# source: publisher,title,2026-07-10,terms of use,SHA-256
//	# note: a caveat that is printed under every table
//	# member: ISL,IS,Iceland,1949-08-24,ISK,no armed forces,alias,alias
//	# break: LUX,2023,the denominator is no longer GDP
//	member,variable,unit,year,value,status,edition
//	DEU,share,% of GDP,2024,2.12,estimated,nato-2025-08
//	DEU,gdp,"USD million, 2021 prices and exchange rates",2024,4378673,observed,mine-2026
//
// Only the edition is required, and the money where there is any; without quantity
// and denominator the shares are those of spending in GDP. Source,
// member, note and break lines may repeat, their values are comma-separated and
// may end early; a member line gives code, alpha-2 code, name, day of accession,
// currency, why it is exempt, then aliases. The variables are share (per cent of
// the denominator), gdp (the denominator) and spending (in exactly the unit of the money line); the status is
// observed, estimated or projected. Without the column edition every figure was
// printed in the edition of the file. A year that was not published has no line.
//
// Nothing is guessed: an unknown unit, variable, status, column or key is an
// error. Each error is a [*FieldError] whose Field names line and column, for
// example "line 9, column 11: unit"; up to ten are reported at once.
func ReadCSV(r io.Reader) (*Dataset, error) {
	in := bufio.NewReader(r)
	head, err := readHead(in)
	if err != nil {
		return nil, err
	}
	rows := csvRows{head: head, csv: csv.NewReader(in), seen: map[csvKey]int{}, obs: map[csvSeries][]Observation{}}
	if err := rows.read(); err != nil {
		return nil, err
	}
	return rows.dataset()
}

// csvSeries names one series, csvKey one figure of it.
type csvSeries struct{ member, variable string }
type csvKey struct {
	csvSeries
	year int
}

// csvRows reads the lines after the head.
type csvRows struct {
	faults
	head *csvHead
	csv  *csv.Reader
	at   map[string]int // index of each column
	seen map[csvKey]int // line of each figure
	obs  map[csvSeries][]Observation
}

func (c *csvRows) read() error {
	names, err := c.csv.Read()
	if err != nil {
		return c.broken(err, "has no line of column names: write "+csvColumns)
	}
	if c.columns(names); len(c.list) > 0 {
		return c.err()
	}
	for len(c.list) < maxFaults {
		cells, err := c.csv.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return errors.Join(c.err(), c.broken(err, ""))
		}
		c.row(cells)
	}
	return c.err()
}

// broken describes what encoding/csv could not read.
func (c *csvRows) broken(err error, atEnd string) error {
	var parse *csv.ParseError
	switch {
	case errors.As(err, &parse):
		where := fmt.Sprintf("line %d, column %d", c.head.lines+parse.Line, parse.Column)
		return &FieldError{Field: where, Problem: "cannot be read: " + parse.Err.Error(), Err: ErrInvalid}
	case errors.Is(err, io.EOF):
		return &FieldError{Field: "file", Problem: atEnd, Err: ErrMissing}
	default:
		return err // of the reader that was passed in
	}
}

// columns takes the line of column names, which may stand in any order.
func (c *csvRows) columns(names []string) {
	known := strings.Split(csvColumns, ",")
	c.at = map[string]int{}
	for i, name := range names {
		name = strings.TrimSpace(name)
		_, twice := c.at[name]
		switch {
		case !slices.Contains(known, name):
			c.fault(i, "column name", name, "is no column of this layout, which are "+csvColumns, ErrInvalid)
		case twice:
			c.fault(i, "column name", name, "occurs twice", ErrDuplicate)
		}
		c.at[name] = i
	}
	for _, name := range known[:len(known)-1] { // the edition may be left out
		if _, ok := c.at[name]; !ok {
			c.fault(0, "column names", nil, fmt.Sprintf("lack the column %q: nothing is assumed in its place", name), ErrMissing)
		}
	}
}

// fault notes what is wrong with the i-th cell of the current line.
func (c *csvRows) fault(i int, name string, value any, problem string, kind error) {
	line, column := c.csv.FieldPos(i)
	if text, ok := value.(string); ok {
		value = strconv.Quote(text)
	}
	c.add(fmt.Sprintf("line %d, column %d: %s", c.head.lines+line, column, name), value, problem, kind)
}

// row takes one figure, or notes everything wrong with its line.
func (c *csvRows) row(cells []string) {
	before := len(c.list)
	cell := func(name string) string { return strings.TrimSpace(cells[c.at[name]]) }
	bad := func(name, problem string, kind error) { c.fault(c.at[name], name, cell(name), problem, kind) }

	for _, name := range sortedKeys(c.at) {
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
	value, ok := parseDecimal(cell("value"), exponent)
	if !ok {
		bad("value", "is not a plain decimal number such as 1234.5 (leave the line out where nothing was published)", ErrInvalid)
	}
	if len(c.list) > before {
		return
	}
	edition := c.head.edition
	if i, ok := c.at["edition"]; ok {
		edition = strings.TrimSpace(cells[i])
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
	line, _ := c.csv.FieldPos(0)
	c.seen[key] = c.head.lines + line
	c.obs[s] = append(c.obs[s], o)
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
		m, ok := members[s.member]
		if !ok {
			m = Member{Code: s.member}
		}
		values, err := SeriesOf(obs...)
		if err != nil {
			return nil, err
		}
		members[s.member] = s.fill(m, values)
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
