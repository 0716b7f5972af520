package scenario_test

import (
	"errors"
	"fmt"
	"math"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/pledgesim/pledgesim/scenario"
)

// small is a file with everything the layout can hold.
const small = `# edition: test-2025-08
# money: USD million, 2021 prices
# precision: 0.01 percentage points
# source: NATO,"Defence Expenditure, tables",2025-08-28,"credit NATO, not for sale",abc123
# note: A caveat: with a colon, a comma and "quotes".
# member: DEU,DE,Germany,1955-05-06,EUR,,Deutschland,"Germany, Federal Republic"
# member: ISL,IS,Iceland,1949-08-24,ISK,no armed forces
# member: LUX
# break: LUX,2023,the denominator is no longer GDP
member,variable,unit,year,value,status,edition
DEU,share,% of GDP,2023,1.61,observed,test-2024-06
DEU,share,% of GDP,2024,2.12,estimated,test-2025-08
DEU,gdp,"USD million, 2021 prices",2024,4378673.5,observed,test-2025-08
DEU,spending,"USD million, 2021 prices",2024,92827.87,observed,
ISL,gdp,"USD million, 2021 prices",2024,27000,observed,test-2025-08
LUX,share,% of GDP,2021,0.47,observed,test-2025-08
LUX,share,% of GDP,2023,0.3,projected,test-2025-08
`

func TestReadCSV(t *testing.T) {
	d := readText(t, small)
	if d.Edition != "test-2025-08" || d.Money != "USD million, 2021 prices" || d.Precision != 0.0001 {
		t.Errorf("head = %q, %q, %v", d.Edition, d.Money, d.Precision)
	}
	source := scenario.Source{Publisher: "NATO", Title: "Defence Expenditure, tables", Date: time.Date(2025, 8, 28, 0, 0, 0, 0, time.UTC),
		Licence: "credit NATO, not for sale", SHA256: "abc123"}
	if diff := cmp.Diff([]scenario.Source{source}, d.Sources); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{`A caveat: with a colon, a comma and "quotes".`}, d.Notes); diff != "" {
		t.Error(diff)
	}
	want := []scenario.Member{
		{
			Code: "DEU", ISO2: "DE", Name: "Germany", Currency: "EUR", Joined: time.Date(1955, 5, 6, 0, 0, 0, 0, time.UTC),
			Aliases: []string{"Deutschland", "Germany, Federal Republic"},
			Share: figures(t,
				scenario.Observation{Year: 2023, Value: 0.0161, Edition: "test-2024-06"},
				scenario.Observation{Year: 2024, Value: 0.0212, Status: scenario.Estimated, Edition: "test-2025-08"}),
			GDP:      figures(t, scenario.Observation{Year: 2024, Value: 4378673.5, Edition: "test-2025-08"}),
			Spending: figures(t, scenario.Observation{Year: 2024, Value: 92827.87}),
		},
		{
			Code: "ISL", ISO2: "IS", Name: "Iceland", Currency: "ISK", Joined: time.Date(1949, 8, 24, 0, 0, 0, 0, time.UTC), Exempt: "no armed forces",
			GDP: figures(t, scenario.Observation{Year: 2024, Value: 27000, Edition: "test-2025-08"}),
		},
		{
			Code: "LUX", Name: "LUX", Breaks: []scenario.Break{{Year: 2023, Why: "the denominator is no longer GDP"}},
			Share: figures(t,
				scenario.Observation{Year: 2021, Value: 0.0047, Edition: "test-2025-08"},
				scenario.Observation{Year: 2023, Value: 0.003, Status: scenario.Projected, Edition: "test-2025-08"}),
		},
	}
	if diff := cmp.Diff(want, membersOf(t, d), bySeries); diff != "" {
		t.Error(diff)
	}
}

// A short file of one's own: columns in any order, no edition column, Windows
// line ends and a byte order mark, as spreadsheets write them.
func TestReadCSVOfASpreadsheet(t *testing.T) {
	text := "\ufeff# edition: mine\r\n\r\nyear,member,variable,unit,status,value\r\n2024,DEU,share,% of GDP,observed,2\r\n"
	m := membersOf(t, readText(t, text))[0]
	want := figures(t, scenario.Observation{Year: 2024, Value: 0.02, Edition: "mine"})
	if diff := cmp.Diff(want, m.Share, bySeries); diff != "" {
		t.Error(diff)
	}
}

// A share of two decimals becomes the float64 nearest to the fraction, as with
// FromPercent.
func TestReadCSVIsExact(t *testing.T) {
	for n := range 2501 {
		text := fmt.Sprintf("# edition: x\nmember,variable,unit,year,value,status\nDEU,share,%% of GDP,2024,%d.%02d,observed\n", n/100, n%100)
		got, _ := membersOf(t, readText(t, text))[0].Share.At(2024)
		if want := scenario.FromPercent(float64(n) / 100); got != want {
			t.Fatalf("%d hundredths: got %v, want %v", n, got, want)
		}
	}
}

func TestReadCSVErrors(t *testing.T) {
	const (
		head    = "# edition: x\n# money: EUR million\n"
		columns = "member,variable,unit,year,value,status\n"
		good    = "DEU,share,% of GDP,2024,2.12,observed\n"
	)
	tests := []struct {
		name, text string
		want       string // a part of the message
		kind       error
	}{
		{"empty file", "", "file is empty", scenario.ErrInvalid},
		{"no edition", "# money: EUR\n" + columns + good, `no leading line "# edition: ..."`, scenario.ErrMissing},
		{"no columns", head, "file has no line of column names", scenario.ErrMissing},
		{"no members", head + columns, "needs at least one member", scenario.ErrInvalid},
		{"unknown key", "# editon: x\n" + columns, "line 1, column 1: editon is no key", scenario.ErrInvalid},
		{"key without value", "# edition:\n" + columns, "line 1, column 1: edition is empty", scenario.ErrMissing},
		{"no colon", "# edition x\n" + columns, `is not "# key: value"`, scenario.ErrInvalid},
		{"two editions", "# edition: x\n# edition: y\n", "line 2, column 1: edition occurs twice", scenario.ErrDuplicate},
		{"precision without unit", "# edition: x\n# precision: 0.01\n", "0.01 percentage points", scenario.ErrUnit},
		{"source with a bad date", "# edition: x\n# source: NATO,title,August\n", "line 2, column 1: source is not", scenario.ErrInvalid},
		{"source with bad quotes", "# edition: x\n# source: \"NATO\n", "cannot be read as comma-separated", scenario.ErrInvalid},
		{"member twice", "# edition: x\n# member: DEU\n# member: DEU\n", "second line for DEU", scenario.ErrDuplicate},
		{"member with a bad date", "# edition: x\n# member: DEU,DE,Germany,1955\n", "member is not code", scenario.ErrInvalid},
		{"break without reason", "# edition: x\n# break: LUX,2023\n", "break is not code,2023,why", scenario.ErrInvalid},
		{"column missing", head + "member,variable,year,value,status\n", `lack the column "unit"`, scenario.ErrMissing},
		{"column unknown", head + "member,variable,unit,year,value,status,note\n", `column 40: column name = "note" is no column`, scenario.ErrInvalid},
		{"column with a semicolon", head + "member,variable,unit,year,value,status,a;b\n", `column 40: column name = "a;b" is no column`, scenario.ErrInvalid},
		{"column twice", head + "member,variable,unit,year,value,status,year\n", `"year" occurs twice`, scenario.ErrDuplicate},
		{"cells missing", head + columns + "DEU,share\n", `line 4, column 5: cell = "share" is the last of 2 cells, where there are 6 columns`, scenario.ErrInvalid},
		{"bad quotes", head + columns + good + "DEU,\"sha\"re,% of GDP,2024,2.12,observed\n", "line 5, column 9 breaks a quoted cell", scenario.ErrInvalid},
		{"no member", head + columns + ",share,% of GDP,2024,2.12,observed\n", "line 4, column 1: member", scenario.ErrMissing},
		{"unknown variable", head + columns + "DEU,milex,% of GDP,2024,2.12,observed\n", `column 5: variable = "milex" is none of share, gdp, spending`, scenario.ErrInvalid},
		{"percent for % of GDP", head + columns + "DEU,share,percent,2024,2.12,observed\n", `line 4, column 11: unit = "percent" is not the unit of share, "% of GDP"`, scenario.ErrUnit},
		{"other money", head + columns + "DEU,gdp,USD million,2024,2.12,observed\n", `unit = "USD million" is not the unit of gdp, "EUR million"`, scenario.ErrUnit},
		{"money not named", "# edition: x\n" + columns + "DEU,gdp,USD million,2024,2.12,observed\n", `needs a leading line "# money: ..."`, scenario.ErrInvalid},
		{"year of two digits", head + columns + "DEU,share,% of GDP,24,2.12,observed\n", `line 4, column 20: year = "24"`, scenario.ErrInvalid},
		{"decimal comma", head + columns + "DEU,share,% of GDP,2024,\"2,12\",observed\n", `value = "2,12" is not a plain decimal number`, scenario.ErrInvalid},
		{"no value", head + columns + "DEU,share,% of GDP,2024,,observed\n", "leave the line out where nothing was published", scenario.ErrInvalid},
		{"not a number", head + columns + "DEU,share,% of GDP,2024,NaN,observed\n", "is not a plain decimal number", scenario.ErrInvalid},
		{"too large a number", head + columns + "DEU,gdp,EUR million,2024," + strings.Repeat("9", 400) + ",observed\n", "is not a plain decimal number", scenario.ErrInvalid},
		{"share of 212% of GDP", head + columns + "DEU,share,% of GDP,2024,212,observed\n", "line 4, column 25: value = 212 is not a share between 0 and 25% of GDP", scenario.ErrUnit},
		{"GDP of zero", head + columns + "DEU,gdp,EUR million,2024,0,observed\n", "value = 0 is not positive", scenario.ErrInvalid},
		{"negative spending", head + columns + "DEU,spending,EUR million,2024,-1,observed\n", "value = -1 is negative", scenario.ErrInvalid},
		{"unknown status", head + columns + "DEU,share,% of GDP,2024,2.12,e\n", `column 30: status = "e" is none of observed`, scenario.ErrInvalid},
		{"figure twice", head + columns + good + good, "line 5, column 20: year = 2024 occurs twice for the share of DEU, first in line 4", scenario.ErrDuplicate},
		{"line break in a cell", head + columns + "\"D\nE\",share,% of GDP,2024,2.12,observed\n", "line 4, column 1 begins a cell with a line break in it", scenario.ErrInvalid},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := scenario.ReadCSV(strings.NewReader(tt.text))
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Fatalf("got %v\nwant a message with %s", err, tt.want)
			}
			var fe *scenario.FieldError
			if !errors.Is(err, tt.kind) || !errors.As(err, &fe) {
				t.Errorf("%v is no FieldError of kind %q", err, tt.kind)
			}
		})
	}
}

// All faults come back together, but not thousands of the same.
func TestReadCSVReportsAtMostTenFaults(t *testing.T) {
	text := "# edition: x\nmember,variable,unit,year,value,status\n" + strings.Repeat("DEU,share,percent,2024,2,observed\n", 1000)
	_, err := scenario.ReadCSV(strings.NewReader(text))
	if n := strings.Count(err.Error(), "\n") + 1; n != 10 {
		t.Errorf("%d messages, want 10", n)
	}
}

// An error of the reader itself comes back as it is.
func TestReadCSVOfABrokenReader(t *testing.T) {
	for _, text := range []string{"", "# edition: x\n", "# edition: x\nmember,variable,unit,year,value,status\n"} {
		if _, err := scenario.ReadCSV(&brokenFile{text: text}); !errors.Is(err, errBroken) {
			t.Errorf("after %q: %v", text, err)
		}
	}
}

func TestWriteCSV(t *testing.T) {
	if diff := cmp.Diff(small, writeText(t, readText(t, small))); diff != "" {
		t.Error("what is written differs from what was read:", diff)
	}
}

// A text that ends as spreadsheets end lines comes back too.
func TestWriteCSVKeepsSemicolons(t *testing.T) {
	d, err := scenario.NewDataset("x", "", scenario.Member{Code: "A;;", Share: scenario.NewSeries(2024, 0.02)}, scenario.Member{Code: "B", Name: "Borduria, north;"})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"A;;", "B"}, readText(t, writeText(t, d)).Codes()); diff != "" {
		t.Error(diff)
	}
	if m, err := readText(t, writeText(t, d)).Member("Borduria, north;"); err != nil || m.Code != "B" {
		t.Error(m, err)
	}
}

// Shares that are not rounded come back to the last bit.
func TestWriteCSVIsExact(t *testing.T) {
	values := []float64{0, 0.02, 0.0148707745726097, 1.0 / 30, 0.1 + 0.07, math.Nextafter(0.02, 1), 1e-9, 0.25}
	d, err := scenario.NewDataset("x", "EUR million", scenario.Member{Code: "DEU", Share: scenario.NewSeries(2000, values...), GDP: scenario.NewSeries(2000, 1.0/3)})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(membersOf(t, d), membersOf(t, readText(t, writeText(t, d))), bySeries); diff != "" {
		t.Error(diff)
	}
}

func TestWriteCSVErrors(t *testing.T) {
	tests := []struct {
		name, want string
		change     func(d *scenario.Dataset)
	}{
		{"line break in a note", "note = \"a\\nb\" contains a line break", func(d *scenario.Dataset) { d.Notes = []string{"a\nb"} }},
		{"line break in a source", "contains a line break", func(d *scenario.Dataset) { d.Sources = []scenario.Source{{Title: "a\nb"}} }},
		{"comma after a note", `note = "a," ends in a separator`, func(d *scenario.Dataset) { d.Notes = []string{"a,"} }},
		{"money without a unit", "Money is empty", func(d *scenario.Dataset) { d.Money = "" }},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := readText(t, small)
			tt.change(d)
			var b strings.Builder
			if err := d.WriteCSV(&b); err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %v, want a message with %s", err, tt.want)
			}
			if b.Len() > 0 {
				t.Errorf("wrote %d bytes before the error", b.Len())
			}
		})
	}
	if err := readText(t, small).WriteCSV(&brokenFile{}); !errors.Is(err, errBroken) {
		t.Errorf("error of the writer is lost: %v", err)
	}
}

// What is pledged, and of what it is a share, has the words of the file.
func TestReadCSVWords(t *testing.T) {
	d := readText(t, "# edition: x\n# quantity: official development assistance\n# denominator: GNI\nmember,variable,unit,year,value,status\nNLD,share,% of GNI,2024,0.62,observed\n")
	if d.Quantity != "official development assistance" || d.Denominator != "GNI" || d.ShareUnit() != "% of GNI" {
		t.Errorf("%q of %q in %q", d.Quantity, d.Denominator, d.ShareUnit())
	}
	again := readText(t, writeText(t, d))
	if again.Quantity != d.Quantity || again.Denominator != d.Denominator {
		t.Errorf("read back as %q of %q", again.Quantity, again.Denominator)
	}
	if d = readText(t, small); d.Quantity != "spending" || d.ShareUnit() != "% of GDP" {
		t.Errorf("without words: %q in %q", d.Quantity, d.ShareUnit())
	}
	_, err := scenario.ReadCSV(strings.NewReader("# edition: x\n# denominator: GNI\nmember,variable,unit,year,value,status\nNLD,share,% of GDP,2024,0.62,observed\n"))
	if err == nil || !strings.Contains(err.Error(), `is not the unit of share, "% of GNI"`) {
		t.Error(err)
	}
}

// Whatever can be read can be written, and is the same when read again.
func FuzzReadCSV(f *testing.F) {
	f.Add(small)
	f.Add("# edition: x\n# member: \"A B\",,,,,,a,,b\nmember,variable,unit,year,value,status\nDEU,share,% of GDP,2024,-0.0,observed\n")
	f.Add("# edition: x\n# precision: 0.1 percentage points\n# source: ,\n# break: A,2000,\"\"\"\"\nmember,variable,unit,year,value,status\n")
	f.Fuzz(func(t *testing.T, text string) {
		d, err := scenario.ReadCSV(strings.NewReader(text))
		if err != nil {
			return
		}
		once := writeText(t, d)
		if diff := cmp.Diff(once, writeText(t, readText(t, once))); diff != "" {
			t.Errorf("%q changes when it is written and read: %s", text, diff)
		}
	})
}

func ExampleReadCSV() {
	file := strings.NewReader(`# edition: mine-2025
# money: EUR million, current prices
member,variable,unit,year,value,status
NLD,share,% of GDP,2024,2.05,observed
NLD,gdp,"EUR million, current prices",2024,1134000,estimated
`)
	d, err := scenario.ReadCSV(file)
	if err != nil {
		fmt.Println(err)
		return
	}
	m, _ := d.Member("NLD")
	money, _ := m.SpendingAt(2024)
	fmt.Printf("%s: %v; %.0f in %s\n", d.Edition, m.Share, money, d.Money)
	// Output: mine-2025: 2024: 0.0205; 23247 in EUR million, current prices
}

// A unit that is not known is an error, never a guess.
func ExampleReadCSV_unknownUnit() {
	_, err := scenario.ReadCSV(strings.NewReader(`# edition: mine-2025
member,variable,unit,year,value,status
NLD,share,percent,2024,2.05,observed
`))
	fmt.Println(err)
	// Output: line 3, column 11: unit = "percent" is not the unit of share, "% of GDP": convert the figures, units are never guessed
}

func ExampleDataset_WriteCSV() {
	d, err := scenario.NewDataset("mine-2025", "EUR million, current prices", scenario.Member{
		Code: "NLD", Name: "Netherlands", Share: scenario.NewSeries(2023, 0.0167, 0.0205),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	if err := d.WriteCSV(os.Stdout); err != nil {
		fmt.Println(err)
	}
	// Output:
	// # edition: mine-2025
	// # money: EUR million, current prices
	// # member: NLD,,Netherlands
	// member,variable,unit,year,value,status,edition
	// NLD,share,% of GDP,2023,1.67,observed,
	// NLD,share,% of GDP,2024,2.05,observed,
}

func readText(t *testing.T, text string) *scenario.Dataset {
	t.Helper()
	d, err := scenario.ReadCSV(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func writeText(t *testing.T, d *scenario.Dataset) string {
	t.Helper()
	var b strings.Builder
	if err := d.WriteCSV(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func membersOf(t *testing.T, d *scenario.Dataset) []scenario.Member {
	t.Helper()
	var ms []scenario.Member
	for _, code := range d.Codes() {
		m, err := d.Member(code)
		if err != nil {
			t.Fatal(err)
		}
		ms = append(ms, *m)
	}
	return ms
}

func figures(t *testing.T, obs ...scenario.Observation) scenario.Series {
	t.Helper()
	s, err := scenario.SeriesOf(obs...)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// bySeries compares series by their observations, bit for bit.
var bySeries = cmp.Transformer("observations", func(s scenario.Series) []scenario.Observation {
	return slices.Collect(s.Observations())
})

var errBroken = errors.New("broken")

// brokenFile gives its text, then fails; it cannot be written to.
type brokenFile struct{ text string }

func (b *brokenFile) Read(p []byte) (int, error) {
	if b.text == "" {
		return 0, errBroken
	}
	n := copy(p, b.text)
	b.text = b.text[n:]
	return n, nil
}

func (b *brokenFile) Write([]byte) (int, error) { return 0, errBroken }
