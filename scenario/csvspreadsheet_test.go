package scenario_test

import (
	"encoding/binary"
	"errors"
	"fmt"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"

	"github.com/pledgesim/pledgesim/scenario"
)

// The same data set comes out of every way in which a spreadsheet saves the file.
func TestReadCSVAsSpreadsheetsSaveIt(t *testing.T) {
	want := writeText(t, readText(t, small))
	var utf []byte
	for _, unit := range utf16.Encode([]rune("\ufeff" + small)) {
		utf = binary.LittleEndian.AppendUint16(utf, unit)
	}
	padded := "" // with empty cells to the right, and empty rows
	for line := range strings.Lines(small) {
		padded += strings.TrimSuffix(line, "\n") + ",,\n,,,,,,,,\n"
	}
	for name, text := range map[string]string{
		"byte order mark":           "\ufeff" + small,
		"lines of Windows":          strings.ReplaceAll(small, "\n", "\r\n"),
		"lines of old spreadsheets": strings.ReplaceAll(small, "\n", "\r"),
		"UTF-16":                    string(utf),
		"empty cells and rows":      padded,
	} {
		if diff := cmp.Diff(want, writeText(t, readText(t, text))); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

// Where a comma is the decimal mark, spreadsheets separate cells by semicolons.
func TestReadCSVWithSemicolons(t *testing.T) {
	d := readText(t, `# edition: mine-2026;;;;;
# precision: 0,01 percentage points;;;;;
# source: NATO;Defence Expenditure, tables;2025-08-28;;;
# member: DEU;DE;Germany;;;
member;variable;unit;year;value;status
DEU;share;% of GDP;2024;2,12;estimated
DEU;share;% of GDP;2025;2;estimated
`)
	if d.Precision != 0.0001 || d.Sources[0].Title != "Defence Expenditure, tables" {
		t.Errorf("precision %v, sources %v", d.Precision, d.Sources)
	}
	m := membersOf(t, d)[0]
	if got := m.Share.String(); m.Name != "Germany" || got != "2024: 0.0212 (estimated), 2025: 0.02 (estimated)" {
		t.Errorf("%s: %s", m.Name, got)
	}
	_, err := scenario.ReadCSV(strings.NewReader("# edition: x\nmember;variable;unit;year;value;status\nDEU;gdp;EUR;2024;1.234;observed\nDEU;share;% of GDP;2024;2.12;observed\n"))
	const problem = `value = "2.12" is not a plain decimal number such as 1234,5, with a decimal comma where cells are separated by semicolons`
	if err == nil || !strings.Contains(err.Error(), problem) {
		t.Error(err)
	}
}

// Over a limit is an error that names it.
func TestReadCSVLimits(t *testing.T) {
	const columns = "member,variable,unit,year,value,status\n"
	var members, lines strings.Builder
	for i := range scenario.MaxMembers + 1 {
		fmt.Fprintf(&members, "M%d,share,%% of GDP,2024,2,observed\n", i)
		fmt.Fprintf(&lines, "# member: M%d\n", i)
	}
	for _, test := range []struct{ text, want string }{
		{columns + members.String(), `line 10003, column 1: member = "M10000" is one too many: a data set has at most 10000 members`},
		{lines.String() + columns, "file has leading lines for 10001 members: a data set has at most 10000"},
		{columns + "A,share,% of GDP,2024,2,observed\nA,share,% of GDP,1724,2,observed\n",
			"line 4, column 18: year = 1724 is too far from 2024, another year of the file: a data set spans at most 300 years"},
		{"# note: " + strings.Repeat("x", scenario.MaxLine), "line 2, column 1 begins a line of more than 1048576 bytes: a quote may be missing, or this is no table"},
	} {
		_, err := scenario.ReadCSV(strings.NewReader("# edition: x\n" + test.text))
		if err == nil || err.Error() != test.want || !errors.Is(err, scenario.ErrInvalid) {
			t.Errorf("got %v\nwant %s", err, test.want)
		}
	}
	d := readText(t, "# edition: x\n"+columns+"A,share,% of GDP,2024,2,observed\nB,share,% of GDP,1725,2,observed\n")
	if d.First() != 1725 || d.Last() != 2024 {
		t.Errorf("300 years: %d to %d", d.First(), d.Last())
	}
}
