package projection_test

import (
	"bytes"
	"errors"
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
	"github.com/pledgesim/pledgesim/scenario/read"
)

// Years are across, in order; a quantile, a case and a standard error are levels of the
// variable; a number that belongs to no year stands under 0; where there is no number
// the cell is empty.
func TestIAMCLayout(t *testing.T) {
	row := func(member, name, variable, other string, year int, stat string, value, stderr float64) projection.Row {
		return projection.Row{Scenario: "s", Member: member, Name: name, Variable: variable, Case: other, Unit: "% of GDP", Year: year, Stat: stat, Value: value, StdErr: stderr}
	}
	printed := row("AAA", "Aland", "share", "", 2024, "observed", 1.75, 0)
	printed.Edition = "e-2024"
	table := numbers{
		projection.About{Title: "not in this layout", Editions: []string{"e-2025", "simulation: 10 draws, seed 1"}, Notes: []string{"nor is this"}},
		[]projection.Row{
			row("AAA", "Aland", "share", "", 2026, "projected", 2, 0),
			printed,
			row("AAA", "Aland", "share", "", 2025, "estimated", 1.875, 0),
			row("AAA", "Aland", "share", "", 2027, "projected", math.NaN(), 0),
			row("AAA", "Aland", "share", "", 2028, "projected", 3, 0),
			row("AAA", "Aland", "share", "", 2030, "projected", 4, 0),
			row("AAA", "Aland", "share p50", "+1 pp", 2026, "p50", -2.5, 0),
			row("BBB", "", "reached", "", 0, "chance", 50, 1.5),
		},
	}
	want := strings.ReplaceAll(`Model,Scenario,Region,Variable,Unit,0,2024,2025,2026,2027,2028,2030,Notes
VERSION,s,Aland,share,% of GDP,,1.75,1.875,2,,3,4,"2026 projected, 2024 observed in e-2024, 2025 estimated, 2027-2028 projected, 2030 projected; SOURCES"
VERSION,s,Aland,share|p50|+1 pp,% of GDP,,,,-2.5,,,,p50; SOURCES
VERSION,s,BBB,reached,% of GDP,50,,,,,,,chance; SOURCES
VERSION,s,BBB,reached|standard error,% of GDP,1.5,,,,,,,chance; SOURCES
`, "VERSION", "pledgesim 0.1.0-dev")
	want = strings.ReplaceAll(want, "p50; SOURCES", `"p50; SOURCES"`)
	want = strings.ReplaceAll(want, "chance; SOURCES", `"chance; SOURCES"`)
	want = strings.ReplaceAll(want, "SOURCES", "e-2025; simulation: 10 draws, seed 1")
	if diff := cmp.Diff(want, written(t, "iamc", table)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// Every number of every table is in its cell, and no other.
func TestIAMCKeepsEveryNumber(t *testing.T) {
	for name, ts := range everyTable(t) {
		numbers, cells := 0, 0
		for _, record := range readCSV(t, written(t, "csv", ts...)) {
			for _, column := range []string{"value", "stderr"} {
				if record[column] != "" {
					numbers++
				}
			}
		}
		for _, line := range readCSV(t, written(t, "iamc", ts...)) {
			for column, cell := range line {
				if cell == "" && !strings.ContainsAny(column[:1], "0123456789") {
					t.Errorf("%s: %s is empty", name, column)
				}
				if cell != "" && strings.ContainsAny(column[:1], "0123456789") {
					cells++
				}
			}
		}
		if numbers != cells || numbers == 0 {
			t.Errorf("%s: %d numbers in CSV, %d in IAMC", name, numbers, cells)
		}
	}
}

// What is written can be read as a file of the layout: the paths of a result become a
// data set like any other. Numbers that belong to no year are left out.
func TestIAMCIsReadAsData(t *testing.T) {
	paths := tables(t)["paths"][0]
	years := paths.(*projection.Result).Years()
	sheet, err := read.IAMC(strings.NewReader(written(t, "iamc", paths, years)), read.Options{})
	if err != nil {
		t.Fatal(err)
	}
	d, err := sheet.Dataset("read back", read.Columns{Share: "share", GDP: "GDP"}, read.Members{Known: twoMembers()})
	if err != nil {
		t.Fatal(err)
	}
	if want := twoMembers().Money; d.Money != want {
		t.Errorf("money in %q, want %q", d.Money, want)
	}
	for r := range paths.Rows() {
		m, err := d.Member(r.Member)
		if err != nil {
			t.Fatal(err)
		}
		var got float64
		want := r.Value
		switch r.Variable {
		case "share":
			got, _ = m.Share.At(r.Year)
			want = scenario.FromPercent(want)
		case "GDP":
			got, _ = m.GDP.At(r.Year)
		default:
			continue
		}
		if !(math.Abs(got-want) < 1e-11*want) { // 12 digits are written
			t.Errorf("%s in %d is read as %v, want %v", r.Variable, r.Year, got, want)
		}
	}
}

// What the layout cannot hold, and what no table may hold, is refused.
func TestIAMCRefuses(t *testing.T) {
	good := projection.Row{Scenario: "s", Member: "AAA", Name: "Aland", Variable: "share", Unit: "% of GDP", Year: 2030, Value: 1}
	with := func(change func(*projection.Row)) projection.Row {
		r := good
		change(&r)
		return r
	}
	for _, c := range []struct {
		name string
		rows []projection.Row
		want string
		kind error
	}{
		{"no scenario", []projection.Row{with(func(r *projection.Row) { r.Scenario = "" })},
			"AAA, 2030: row has no scenario, member, variable or unit, which the format iamc needs", scenario.ErrMissing},
		{"no member", []projection.Row{with(func(r *projection.Row) { r.Member, r.Name = "", "" })}, "row has no scenario, member", scenario.ErrMissing},
		{"no variable", []projection.Row{with(func(r *projection.Row) { r.Variable = "" })}, "row has no scenario, member", scenario.ErrMissing},
		{"no unit", []projection.Row{with(func(r *projection.Row) { r.Unit = "" })}, "row has no scenario, member", scenario.ErrMissing},
		{"two of one name", []projection.Row{good, with(func(r *projection.Row) { r.Member = "AAX" })},
			`scenario "s", AAX, 2030: share is there twice for the region "Aland": give members and cases names of their own`, scenario.ErrDuplicate},
		{"a level like a case", []projection.Row{with(func(r *projection.Row) { r.Variable = "share|low" }), with(func(r *projection.Row) { r.Case = "low" })},
			"share|low is there twice", scenario.ErrDuplicate},
	} {
		var b bytes.Buffer
		err := projection.WriteIAMC(&b, numbers{rows: c.rows})
		if !errors.Is(err, c.kind) || !strings.Contains(err.Error(), c.want) || b.Len() > 0 {
			t.Errorf("%s: %v and %d bytes, want %q", c.name, err, b.Len(), c.want)
		}
		if err := projection.WriteCSV(&b, numbers{rows: c.rows}); err != nil {
			t.Errorf("%s as CSV: %v", c.name, err)
		}
	}
}

// Infinity is no number of a table.
func TestInfinityIsRefused(t *testing.T) {
	for _, format := range projection.Formats() {
		for _, row := range []projection.Row{
			{Scenario: "s", Member: "AAA", Variable: "share", Year: 2030, Value: math.Inf(-1)},
			{Scenario: "s", Member: "AAA", Variable: "share", Year: 2030, StdErr: math.Inf(1)},
		} {
			var b bytes.Buffer
			err := projection.Write(&b, format, numbers{rows: []projection.Row{row}})
			if want := `scenario "s", AAA, 2030: share is infinite`; !errors.Is(err, scenario.ErrInvalid) || !strings.HasPrefix(err.Error(), want) || b.Len() > 0 {
				t.Errorf("%s: %v, want %q", format, err, want)
			}
		}
	}
}
