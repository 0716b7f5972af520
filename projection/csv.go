package projection

import (
	"bufio"
	"encoding/csv"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
)

// csvDigits are enough for any use and hide the last bits, which differ between
// processors.
const csvDigits = 12

// csvHeader names the columns that WriteCSV writes.
var csvHeader = [...]string{"scenario", "member", "name", "variable", "unit", "year", "stat", "edition", "value", "stderr", "text"}

// WriteCSV writes tables as comma-separated values, one row a line, with the
// columns scenario, member, name, variable, unit, year, stat, edition, value,
// stderr and text.
// Numbers have 12 significant digits; a year or a value that does not apply is empty.
// Where rows have a Case, a column case follows name.
// Editions, assumptions, notes and warnings come first, in lines that begin
// with #. Two tables that have a number for the same scenario, variable, member
// and year are [scenario.ErrDuplicate].
func WriteCSV(w io.Writer, ts ...Tabular) error {
	if err := checkTables(ts); err != nil {
		return err
	}
	b := bufio.NewWriter(w)
	a := join(ts)
	for _, section := range []struct {
		key   string
		lines []string
	}{{"title", []string{a.Title}}, {"source", a.Editions}, {"scenario", a.Assumptions}, {"note", a.Notes}, {"warning", texts(a.Warnings)}} {
		for _, l := range section.lines {
			b.WriteString("# " + section.key + ": " + oneLine(l) + "\n")
		}
	}
	c := csv.NewWriter(b)
	write := func(first, other string, rest ...string) error {
		if a.Lines != "" {
			rest = slices.Insert(rest, 2, other)
		}
		return c.Write(append([]string{first}, rest...))
	}
	if err := write(csvHeader[0], "case", csvHeader[1:]...); err != nil {
		return err
	}
	for _, t := range ts {
		for r := range t.Rows() {
			year, value, stderr := "", "", ""
			if r.Year != 0 {
				year = strconv.Itoa(r.Year)
			}
			if !math.IsNaN(r.Value) {
				value = strconv.FormatFloat(r.Value, 'g', csvDigits, 64)
			}
			if r.StdErr > 0 {
				stderr = strconv.FormatFloat(r.StdErr, 'g', csvDigits, 64)
			}
			if err := write(r.Scenario, r.Case, r.Member, r.Name, r.Variable, r.Unit, year, r.Stat, r.Edition, value, stderr, r.Text); err != nil {
				return err
			}
		}
	}
	c.Flush()
	if err := c.Error(); err != nil {
		return err
	}
	return b.Flush()
}

// oneLine joins the lines of a text.
func oneLine(text string) string {
	lines := strings.Split(text, "\n")
	for i := range lines {
		lines[i] = strings.Join(strings.Fields(lines[i]), " ")
	}
	return strings.Join(lines, "; ")
}
