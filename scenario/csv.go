package scenario

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/pledgesim/pledgesim/scenario/internal/textfile"
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
// The file may be as a spreadsheet leaves it: UTF-8 or UTF-16, with a byte order mark
// or without, with the line ends of any system, lines of empty cells, separators after
// the last cell. With semicolons between all cells, also those of the leading lines,
// figures have a decimal comma.
//
// Nothing is guessed: an unknown unit, variable, status, column or key is an
// error. Each error is a [*FieldError] whose Field names line and column, for
// example "line 9, column 11: unit", the column being that of the byte, in UTF-8, at
// which the cell begins; up to ten are reported at once. For the layouts of the World
// Bank, the IMF and others, and for tables with years across, see package read.
func ReadCSV(r io.Reader) (*Dataset, error) {
	file, err := textfile.Read(r)
	if err != nil {
		return nil, unreadable(err)
	}
	head, err := readHead(file.Text)
	if err != nil {
		return nil, err
	}
	rows := csvRows{head: head, csv: textfile.NewRows(head.rest, head.separator, head.lines), seen: map[csvKey]int{}, obs: map[csvSeries][]Observation{}}
	if err := rows.read(); err != nil {
		return nil, err
	}
	return rows.dataset()
}

// unreadable says what is wrong with a file as a whole, or with one of its lines.
func unreadable(err error) error {
	if f := textfile.AsFault(err); f != nil {
		return &FieldError{Field: f.Where(), Problem: f.Problem, Err: ErrInvalid}
	}
	return err // of the reader that was passed in
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
	head  *csvHead
	csv   *textfile.Rows
	at    map[string]int // index of each column
	names []string       // of the columns, in alphabetical order
	width int            // number of columns
	seen  map[csvKey]int // line of each figure
	obs   map[csvSeries][]Observation

	first, last int // years there are
}

func (c *csvRows) read() error {
	names, err := c.csv.Next()
	if errors.Is(err, io.EOF) {
		return &FieldError{Field: "file", Problem: "has no line of column names: write " + csvColumns, Err: ErrMissing}
	}
	if err != nil {
		return unreadable(err)
	}
	if len(names) == 1 && strings.Contains(names[0], "\t") {
		c.fault(0, "column names", nil, "are separated by tabs: save the file with commas, or with semicolons where figures have a decimal comma", ErrInvalid)
		return c.err()
	}
	if c.columns(names); len(c.list) > 0 {
		return c.err()
	}
	for len(c.list) < maxFaults {
		cells, err := c.csv.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return errors.Join(c.err(), unreadable(err))
		}
		if at, problem := textfile.Misfit(cells, c.width); problem != "" {
			c.fault(at, "cell", cells[at], problem, ErrInvalid)
			continue
		}
		c.row(cells)
	}
	return c.err()
}

// columns takes the line of column names, which may stand in any order.
func (c *csvRows) columns(names []string) {
	known := strings.Split(csvColumns, ",")
	c.at = map[string]int{}
	for c.width = len(names); names[c.width-1] == ""; { // not all are empty
		c.width--
	}
	for i, name := range names[:c.width] {
		_, twice := c.at[name]
		switch {
		case !slices.Contains(known, name):
			c.fault(i, "column name", name, "is no column of this layout, which are "+csvColumns, ErrInvalid)
		case twice:
			c.fault(i, "column name", name, "occurs twice", ErrDuplicate)
		}
		c.at[name] = i
	}
	c.names = sortedKeys(c.at)
	for _, name := range known[:len(known)-1] { // the edition may be left out
		if _, ok := c.at[name]; !ok {
			c.fault(0, "column names", nil, fmt.Sprintf("lack the column %q: nothing is assumed in its place", name), ErrMissing)
		}
	}
}

// fault notes what is wrong with the i-th cell of the current line.
func (c *csvRows) fault(i int, name string, value any, problem string, kind error) {
	line, column := c.csv.At(i)
	if text, ok := value.(string); ok {
		value = strconv.Quote(text)
	}
	c.add(fmt.Sprintf("line %d, column %d: %s", line, column, name), value, problem, kind)
}
