package read_test

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/pledgesim/pledgesim/scenario"
	"github.com/pledgesim/pledgesim/scenario/read"
)

// The sample has figures of NATO's edition of June 2024.
func TestWide(t *testing.T) {
	want := []string{
		"2 EST|Estonia|share|% of GDP: 2022: 2.16, 2023: 3.04 (estimated), 2024: 3.43 (estimated)",
		"3 EST|Estonia|gdp|USD million, 2015 prices and exchange rates: 2022: 28495.207, 2023: 27603.636 (estimated), 2024: 27497.085 (estimated)",
		"4 EST|Estonia|spending|USD million, 2015 prices and exchange rates: 2022: 615.865, 2023: 838.299 (estimated), 2024: 943.552 (estimated)",
		"5 CZE|Czechia|share|% of GDP: 2022: 1.34, 2023: 1.37 (estimated), 2024: 2.1 (estimated)",
		"6 CZE|Czechia|gdp|USD million, 2015 prices and exchange rates: 2022: 215929.479, 2023: 215545.11 (estimated), 2024: 217936.674 (estimated)",
		"7 CZE|Czechia|spending|USD million, 2015 prices and exchange rates: 2022: 2894.966, 2023: 2953.135 (estimated), 2024: 4567.025 (estimated)",
	}
	s := sample(t, "wide.csv", read.Wide, read.Options{})
	equal(t, lines(s), want)
	equal(t, s.Variables(), []string{"share", "gdp", "spending"})
	// With semicolons and decimal commas, a byte order mark and lines of Windows.
	equal(t, lines(sample(t, "wide-semicolons.csv", read.Wide, read.Options{})), want)
}

// What the file does not have, the options say.
func TestWideWithOptions(t *testing.T) {
	s := text(t, read.Wide, read.Options{Unit: "% of GNI", Variable: "aid", Source: scenario.Source{Publisher: "Me"}},
		"country;;2023;2024", ";;;", "Netherlands;;0,66;0,62e", "\"Bonaire; Saba\";;..;0,1")
	equal(t, lines(s), []string{"3 |Netherlands|aid|% of GNI: 2023: 0.66, 2024: 0.62 (estimated)", "4 |Bonaire; Saba|aid|% of GNI: 2024: 0.1"})
	if s.Source.Publisher != "Me" || s.Source.SHA256 == "" {
		t.Errorf("%+v", s.Source)
	}
	s = text(t, read.Wide, read.Options{Only: []string{"gdp"}, Separator: '\t', Decimal: ','},
		"code\tvariable\tunit\tscale\t2023\t2024", "A\tgdp\tEUR\tBillions\t1.234\t1.234,5", "A\tshare\t% of GDP\t\t2\tnonsense")
	equal(t, lines(s), []string{"2 A||gdp|EUR, Billions: 2023: 1234, 2024: 1234.5"})
}

// A title may have the word status in it, as it may any other.
func TestWideTitles(t *testing.T) {
	s := text(t, read.Wide, read.Options{Unit: "% of GDP", Variable: "share"}, "Estimated", "Status: observed figures,", "member,2024", "DEU,2")
	equal(t, s.Titles, []string{"Estimated", "Status: observed figures"})
}

// A line of its own may say which years are estimates.
func TestWideStatus(t *testing.T) {
	s := text(t, read.Wide, read.Options{Unit: "% of GDP", Variable: "share"}, "member,2023,2024,2025e", "status,observed,Estimated,", "DEU,1.6,2,2.2")
	equal(t, lines(s), []string{"3 DEU||share|% of GDP: 2023: 1.6, 2024: 2 (estimated), 2025: 2.2 (estimated)"})
}

// Figures are written in many ways.
func TestWideFigures(t *testing.T) {
	for _, test := range []struct {
		separator, figure, beside string
		want                      float64
	}{
		{",", "2.12", "", 2.12},
		{",", "1.234", "", 1.234}, // a point among commas is a decimal one
		{",", `"1,234.5"`, "", 1234.5},
		{",", `"2,12"`, "", 2.12},
		{",", `"1,234,567"`, "", 1234567},
		{",", "1 234", "", 1234},
		{",", "1\u00a0234.5", "", 1234.5}, // a space that does not break
		{",", "1\u202f234.5", "", 1234.5}, // and a narrow one
		{",", "1’234'567.8", "", 1234567.8},
		{",", "\u22120.4", "", -0.4}, // the typographic minus
		{",", "–0.4", "", -0.4},      // an en dash, as some write it
		{",", "+3", "", 3},
		{",", "1.715E-05", "", 0.00001715},
		{",", "2.1%", "", 2.1},
		{",", "2.1 % e", "", 2.1},
		{",", "2.1*", "", 2.1},
		{",", "2.1 (a)", "", 2.1},
		{";", "2,12", "", 2.12},
		{";", "2.12", "", 2.12},
		{";", "1.234", "2,5", 1234}, // the other figure shows the decimal comma
		{";", "1.234", "2.5", 1.234},
		{";", "1.234,5", "", 1234.5},
		{"\t", "1,234", "1,234.5", 1234},
	} {
		s := text(t, read.Wide, read.Options{}, strings.Join([]string{"member", "variable", "unit", "2023", "2024"}, test.separator),
			strings.Join([]string{"DEU", "x", "% of GDP", test.figure, test.beside}, test.separator))
		if got, _ := s.Series[0].Values.At(2023); got != test.want {
			t.Errorf("%q beside %q: %v, want %v", test.figure, test.beside, got, test.want)
		}
	}
}

// What is left out of a file is said.
func TestWideWarnings(t *testing.T) {
	rows := []string{"member,2023,2024", "DEU,1.6*,2 (a)"}
	for i := range 42 {
		rows = append(rows, fmt.Sprintf("M%d,,", i))
	}
	s := text(t, read.Wide, read.Options{Unit: "% of GDP", Variable: "share"}, rows...)
	equal(t, messages(s.Warnings), []string{"footnote marks (a), * behind figures, left out: 2", "without any figure, and left out: M0, M1, M2, M3, M4, M5, M6, M7, M8, M9, M10, M11, M12, M13, M14, M15, M16, M17, M18, M19, M20, M21, M22, M23, M24, M25, M26, M27, M28, M29, M30, M31, M32, M33, M34, M35, M36, M37, M38, M39 and 2 more"})
}

// An error of the reader itself comes back as it is.
func TestErrorsOfTheFile(t *testing.T) {
	for _, r := range []reader{read.Wide, read.WorldBank, read.WEO, read.SIPRI, read.NATO, read.IAMC} {
		if _, err := r(iotest.ErrReader(os.ErrClosed), read.Options{}); err != os.ErrClosed {
			t.Error(err)
		}
	}
}

func badWide() []bad {
	const columns = "member,variable,unit,2023,2024\n"
	share := func(cells string) string { return columns + "DEU,share,% of GDP," + cells + "\n" }
	return []bad{
		{input: "no line of column names", text: "Germany,1,2\n", kind: scenario.ErrMissing},
		{input: "no figures", text: columns + "DEU,share,% of GDP,,\n", kind: scenario.ErrMissing},
		{input: "no column unit", text: "member,variable,2023\nDEU,share,2.12\n", kind: scenario.ErrUnit},
		{input: "no column variable", text: "member,unit,2023\nDEU,% of GDP,2.12\n", kind: scenario.ErrMissing},
		{input: "a unit that is not Options.Unit", text: share("1,2"), options: read.Options{Unit: "fraction of GDP"}, kind: scenario.ErrUnit},
		{input: "Options.Only with a variable that is not there", text: share("1,2"), options: read.Options{Only: []string{"gdp"}}, kind: scenario.ErrMissing},
		{input: "a year twice", text: "member,variable,unit,2023,2023e\n", kind: scenario.ErrDuplicate},
		{input: "the column `FY24`", text: "member,variable,unit,2023,FY24\n"},
		{input: "the column `Jan-24`", text: "member,variable,unit,2023,Jan-24\n"},
		{input: "two columns of codes", text: "member,code,variable,unit,2023\n", kind: scenario.ErrDuplicate},
		{input: "years from 1500 to 2024", text: "member,variable,unit,1500,2024\n"},
		{input: "a line that is too short", text: columns + "DEU,share,% of GDP,1.6\n"},
		{input: "a cell beyond the last column", text: columns + "DEU,share,% of GDP,1.6,2.12,3\n"},
		{input: "a decimal comma without quotes", text: columns + "DEU,share,% of GDP,1,6,2\n"},
		{input: "`\"1,234\"`, which is 1234 or 1.234", text: share(`"1,234",2`)},
		{input: "`1.234` among semicolons", text: "member;variable;unit;2023\nDEU;gdp;EUR;1.234\n"},
		{input: "decimal points and commas", text: share(`"1,6",2.12`)},
		{input: "a decimal comma against Options.Decimal", text: share(`"1,6",2`), options: read.Options{Decimal: '.'}},
		{input: "`#DIV/0!`", text: share("#DIV/0!,2")},
		{input: "`#N/A`", text: share("1,#N/A")},
		{input: "`12-Feb`, once 2.12", text: share("12-Feb,2")},
		{input: "`02.12.2024`, once 2.12", text: share("02.12.2024,2")},
		{input: "`2.12 percent`", text: share("2.12 percent,2")},
		{input: "`1.5 b`, a mark that is not known", text: share("1.5 b,2")},
		{input: "`1.5 (s)`, a letter that may be a status", text: share("1.5 (s),2")},
		{input: "`1.5 (1)`, a footnote or a second figure", text: share("1.5 (1),2")},
		{input: "`1e999`", text: share("1e999,2")},
		{input: "a per cent sign in money", text: columns + "DEU,gdp,EUR million,2.1%,2\n", kind: scenario.ErrUnit},
		{input: "a per cent sign in fractions", text: columns + "DEU,share,fraction of GDP,2.1%,2\n", kind: scenario.ErrUnit},
		{input: "no member", text: columns + ",share,% of GDP,1,2\n", kind: scenario.ErrMissing},
		{input: "a line twice", text: share("1,2") + "DEU,share,% of GDP,1,2\n", kind: scenario.ErrDuplicate},
		{input: "a status below figures", text: share("1,2") + "status,,,,estimated\n"},
		{input: "a status above the column names", text: "status,,,observed,estimated\n" + share("1,2")},
		{input: "statuses above the column names, without `status`", text: "My table\n,,,,Estimated\n" + share("1,2")},
		{input: "the status `final`", text: columns + "status,,,,final\n"},
		{input: "two separators in the column names", text: "member,2023,;member;2024\n"},
	}
}

// Up to ten faults are reported, also of thousands.
func TestWideReportsAtMostTenFaults(t *testing.T) {
	_, err := read.Wide(strings.NewReader("member,variable,unit,2023\n"+strings.Repeat("DEU,share,% of GDP,nonsense\n,,,1\n", 1000)), read.Options{})
	if n := strings.Count(err.Error(), "\n") + 1; n != 10 {
		t.Errorf("%d messages, want 10", n)
	}
}

// Over a limit is an error that says what to do.
func TestWideLimits(t *testing.T) {
	var years, figures, many strings.Builder
	for y := range 290 {
		fmt.Fprintf(&years, ",%d", 1750+y)
		figures.WriteString(",1")
	}
	head := "member,variable,unit" + years.String() + "\n"
	if s := text(t, read.Wide, read.Options{}, "member,variable,unit,1725,2024", "DEU,x,EUR,1,2"); s.Series[0].Values.First() != 1725 {
		t.Error("300 years are too many")
	}
	if _, err := read.Wide(strings.NewReader("member,variable,unit,1724,2024\nDEU,x,EUR,1,2"), read.Options{}); !errors.Is(err, scenario.ErrInvalid) {
		t.Errorf("301 years: %v", err)
	}
	many.WriteString(head)
	for i := range read.MaxFigures/290 + 1 {
		fmt.Fprintf(&many, "M%d,x,EUR%s\n", i, figures.String())
	}
	_, err := read.Wide(strings.NewReader(many.String()), read.Options{})
	if want := "line 3450, column 1: file has more than 1000000 figures up to here: keep some variables with Options.Only, or leave out years"; err == nil || err.Error() != want {
		t.Errorf("got %v\nwant %s", err, want)
	}
	many.Reset()
	many.WriteString("member,variable,unit,2024\n")
	for i := range read.MaxSeries + 1 {
		fmt.Fprintf(&many, "M%d,x,EUR,1\n", i)
	}
	_, err = read.Wide(strings.NewReader(many.String()), read.Options{})
	if want := "line 20002, column 1: file has more than 20000 lines of figures: split it"; err == nil || err.Error() != want {
		t.Errorf("got %v\nwant %s", err, want)
	}
}

func FuzzWide(f *testing.F) {
	fuzz(f, read.Wide, []string{"wide.csv", "wide-semicolons.csv"},
		"code,name,2023,2024 (e),2025p\nEST*,Estonia¹,1.1¹,1.2 (e),1.3 p\nLVA,Latvia (1),1.5 (1),1.5 b,\"1,5% (f)\"\n",
	)
}

func ExampleWide() {
	file, err := os.Open("testdata/wide.csv") // NATO's figures of June 2024
	if err != nil {
		fmt.Println(err)
		return
	}
	defer file.Close()
	sheet, err := read.Wide(file, read.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	d, err := sheet.Dataset("mine-2024", read.Columns{Share: "share", GDP: "gdp", Spending: "spending", Precision: 0.01 * scenario.Percent}, read.Members{})
	if err != nil {
		fmt.Println(err)
		return
	}
	m, _ := d.Member("Estonia")
	fmt.Println(m.Share)
	fmt.Println(d.Money)
	// Output:
	// 2022: 0.0216, 2023: 0.0304 (estimated), 2024: 0.0343 (estimated)
	// USD million, 2015 prices and exchange rates
}
