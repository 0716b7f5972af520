package projection

import (
	"bytes"
	"encoding/csv"
	"io"
	"math"
	"slices"
	"strconv"
)

// csvDigits are enough for any use and hide the last bits, which differ between
// processors.
const csvDigits = 12

// csvHeader names the columns that WriteCSV writes, besides case.
var csvHeader = [...]string{"scenario", "member", "name", "variable", "unit", "year", "stat", "edition", "value", "stderr", "text"}

// WriteCSV writes tables as comma-separated values, one row a line. The columns are
// the fields of [Row]: scenario, member, name, variable, unit, year, stat, edition,
// value, stderr and text, and where rows have a Case, a column case after name.
// Numbers have 12 significant digits; a year or a value that does not apply is empty.
// Title, editions with the version of this library, assumptions, notes and warnings
// come first, in lines that begin with #. Two tables that have a number for the same
// scenario, variable, member and year are [scenario.ErrDuplicate].
//
// Spreadsheets compute what looks like a formula. Where a text, or what follows a comma,
// semicolon, tab or line break in it, begins with = + - @ (also as full-width
// character) or #, after any quotes and spaces, a ' is written before that character; to
// read the text back take one out. Numbers, with a unit or not, such as -1.56 and +2 pp,
// stay as they are.
func WriteCSV(w io.Writer, ts ...Tabular) error { return Write(w, "csv", ts...) }

func writeCSV(b *bytes.Buffer, ts []Tabular, a About) error {
	b.WriteString("# title: " + harmless(oneLine(a.Title)) + "\n")
	for _, s := range a.sections() {
		for _, l := range s.lines {
			b.WriteString("# " + s.key + ": " + harmless(oneLine(l)) + "\n")
		}
	}
	c := csv.NewWriter(b)
	write := func(first, other string, rest ...string) {
		if a.Lines != "" {
			rest = slices.Insert(rest, 2, other)
		}
		writeHarmless(c, append([]string{first}, rest...))
	}
	write(csvHeader[0], "case", csvHeader[1:]...)
	for _, t := range ts {
		for r := range t.Rows() {
			write(r.Scenario, r.Case, r.Member, r.Name, r.Variable, r.Unit, yearText(r.Year), r.Stat, r.Edition, decimal(r.Value), stderrText(r), r.Text)
		}
	}
	c.Flush()
	return c.Error()
}

// yearText writes a year; empty if there is none.
func yearText(year int) string {
	if year == 0 {
		return ""
	}
	return strconv.Itoa(year)
}

// stderrText is the standard error of a row; empty if it has none.
func stderrText(r Row) string {
	if r.StdErr > 0 {
		return decimal(r.StdErr)
	}
	return ""
}

// decimal writes a number for machines; empty if there is none.
func decimal(v float64) string {
	if math.IsNaN(v) {
		return ""
	}
	return strconv.FormatFloat(v, 'g', csvDigits, 64)
}
