package read_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/pledgesim/pledgesim/scenario"
	"github.com/pledgesim/pledgesim/scenario/nato"
	"github.com/pledgesim/pledgesim/scenario/read"
)

// The sample has figures of the edition of August 2025.
func TestNATO(t *testing.T) {
	s := sample(t, "nato.csv", read.NATO, read.Options{})
	const share, change = "Share of real GDP (%)", "Annual real change (%)"
	equal(t, lines(s), []string{
		"6 |Estonia|" + share + "|" + share + ": 2021: 2.02, 2022: 2.14, 2023: 3, 2024: 3.37 (estimated), 2025: 3.38 (estimated)",
		"7 |Germany|" + share + "|" + share + ": 2021: 1.43, 2022: 1.48, 2023: 1.61, 2024: 2 (estimated)",
		"8 |Luxembourg|" + share + "|" + share + ": 2021: 0.47, 2022: 0.56, 2023: 1.06, 2024: 1.19 (estimated), 2025: 2 (estimated)",
		"9 |Türkiye|" + share + "|" + share + ": 2021: 1.61, 2022: 1.36, 2023: 1.48, 2024: 2.13 (estimated), 2025: 2.33 (estimated)",
		"15 |Estonia|" + change + "|" + change + ": 2021: -4.572608, 2022: 5.959036, 2023: 35.909934, 2024: 11.277323 (estimated), 2025: 2.060351 (estimated)",
		"16 |Germany|" + change + "|" + change + ": 2021: -0.75474, 2022: 4.739379, 2023: 9.339193, 2024: 24.042036 (estimated)",
		"17 |Luxembourg|" + change + "|" + change + ": 2021: -12.59124, 2022: 21.066012, 2023: 27.511785, 2024: 15.831777 (estimated), 2025: 69.008935 (estimated)",
		"18 |Türkiye|" + change + "|" + change + ": 2021: -3.828099, 2022: -10.791818, 2023: 14.923392, 2024: 48.784409 (estimated), 2025: 12.123106 (estimated)",
	})
	equal(t, messages(s.Warnings), []string{"sums of members, left out: NATO Europe and Canada, NATO Total"})
	equal(t, s.Source.Publisher+", "+s.Source.Title, "NATO, Defence expenditure as a share of GDP and annual real change")
	equal(t, s.Titles[len(s.Titles)-1], "Notes: Figures for 2024 and 2025 are estimates.")
}

// In national currency every line has its own unit.
func TestNATOMoney(t *testing.T) {
	s := sample(t, "nato-money.csv", read.NATO, read.Options{})
	equal(t, lines(s), []string{
		"6 |Czechia|Defence expenditure, Current prices|Koruny, Million national currency units, Current prices: 2021: 84863.619, 2022: 90968.608, 2023: 100735.232 (estimated), 2024: 159691.469 (estimated)",
		"7 |Estonia|Defence expenditure, Current prices|Euros, Million national currency units, Current prices: 2021: 633.087, 2022: 777.73, 2023: 1144.382 (estimated), 2024: 1332.851 (estimated)",
	})
}

// A bare table, as it is copied from the PDF, gets its titles from the options.
func TestNATOWithoutTitles(t *testing.T) {
	s := text(t, read.NATO, read.Options{Unit: "% of GDP", Variable: "share"}, "Country\t2024\t2025e", "Ruritania (a)\t2.1\t2.2*", "Syldavia\t-\t1.9")
	equal(t, lines(s), []string{"2 |Ruritania|share|% of GDP: 2024: 2.1, 2025: 2.2 (estimated)", "3 |Syldavia|share|% of GDP: 2025: 1.9 (estimated)"})
}

// Several tables may stand below each other; what holds for a whole table stands between
// its title and that of its first block.
func TestNATOTables(t *testing.T) {
	s := text(t, read.NATO, read.Options{}, "Table 5 : Gross domestic product", "Million US dollars", "Current prices", ",2024", "Ruritania,10", "Constant 2021 prices", ",2024", "Ruritania,9",
		"Table 8a: Distribution", "Percentage of total defence expenditure", "Equipment (a)", ",2024", "Ruritania,20")
	equal(t, lines(s), []string{
		"5 |Ruritania|Gross domestic product, Current prices|Million US dollars, Current prices: 2024: 10",
		"8 |Ruritania|Gross domestic product, Constant 2021 prices|Million US dollars, Constant 2021 prices: 2024: 9",
		"13 |Ruritania|Distribution, Equipment (a)|Percentage of total defence expenditure, Equipment (a): 2024: 20",
	})
}

// The first column of a table may be empty, with a name above the members or without.
func TestNATOEmptyColumn(t *testing.T) {
	for _, head := range []string{",,2023,2024 e", ",Country,2023,2024E", ",Ally,2023,2024 (e)"} {
		s := text(t, read.NATO, read.Options{}, ",Table 3: Defence expenditure,,", ",Share of real GDP (%),,", head, ",Estonia¹,3,3.4", ",NATO Total,2,3", ",Annual real change (%),,", head, ",Estonia,30,11")
		equal(t, lines(s), []string{
			"4 |Estonia|Share of real GDP (%)|Share of real GDP (%): 2023: 3, 2024: 3.4 (estimated)",
			"8 |Estonia|Annual real change (%)|Annual real change (%): 2023: 30, 2024: 11 (estimated)",
		})
		equal(t, s.Source.Title, "Defence expenditure")
	}
	s := text(t, read.NATO, read.Options{Unit: "% of GDP", Variable: "share"}, ",,2023,2024", "Estonia,,3,3.4") // the second is
	equal(t, lines(s), []string{"2 |Estonia|share|% of GDP: 2023: 3, 2024: 3.4"})
}

func badNATO() []bad {
	const head = "Table 3: Defence expenditure as a share of GDP,,\nShare of real GDP (%),,\n,2024,2025e\n"
	return []bad{
		{input: "no row of years", text: "Table 3: Defence expenditure,,\nEstonia,3.37,3.38\n", kind: scenario.ErrMissing},
		{input: "years in words", text: "Share of real GDP (%),,\n,FY2024,FY2025\n", kind: scenario.ErrMissing},
		{input: "one year in words", text: "Share of real GDP (%),,\n,2024,2025 est.\nEstonia,3.37,3.38\n"},
		{input: "one year in words in the second block", text: head + "Estonia,3.37,3.38\nAnnual real change (%),,\n,2024,2025 est.\nEstonia,3.37,3.38\n"},
		{input: "a figure without name", text: head + ",,3.38\n", kind: scenario.ErrMissing},
		{input: "no title and no options", text: ",2024,2025e\nEstonia,3.37,3.38\n", kind: scenario.ErrMissing},
		{input: "no title and no unit", text: ",2024,2025e\nEstonia,3.37,3.38\n", options: read.Options{Variable: "share"}, kind: scenario.ErrUnit},
		{input: "two blocks under one title", text: head + "Estonia,3.37,3.38\nShare of real GDP (%),,\n,2024,2025e\nEstonia,3.37,3.38\n", kind: scenario.ErrDuplicate},
		{input: "an ally twice, once with a footnote mark", text: head + "Estonia,3.37,3.38\nEstonia*,3.37,3.38\n", kind: scenario.ErrDuplicate},
		{input: "a year twice", text: "Share of real GDP (%),,\n,2024,2024e\n", kind: scenario.ErrDuplicate},
		{input: "a figure with a footnote in words", text: head + "Estonia,3.37 see note,3.38\n"},
		{input: "a line cut off", text: head + "Estonia,3.37\n"},
		{input: "decimal points and commas", text: head + "Estonia,3.37,\"3,38\"\n"},
		{input: "figures without name", text: head + ",3.37,3.38\n", kind: scenario.ErrMissing},
	}
}

func FuzzNATO(f *testing.F) {
	fuzz(f, read.NATO, []string{"nato.csv", "nato-money.csv"},
		"Share of real GDP (%)\n,2023,2024 e,2025(E)\nEstonia¹,1.1²,1.2 (e),1.3[1]\n",
		",Table 3: Spending,,\n,Share of real GDP (%),,\n,Ally,2023,2024 e\n,Estonia (1),3,3.4\n,,5\n",
	)
}

// A newer table of NATO is laid over an edition of the library.
func ExampleNATO() {
	file, err := os.Open("testdata/nato.csv")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer file.Close()
	sheet, err := read.NATO(file, read.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	june, err := nato.Edition("2024-06")
	if err != nil {
		fmt.Println(err)
		return
	}
	august, err := sheet.Dataset("table-2025-08", read.Columns{Share: "Share of real GDP (%)", Precision: 0.01 * scenario.Percent}, read.Members{Known: june})
	if err != nil {
		fmt.Println(err)
		return
	}
	both, found, err := june.With(august, scenario.WithOptions{})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(both.Edition)
	for _, d := range found.List {
		if d.Member == "DEU" && d.Variable == "share" {
			fmt.Printf("Germany %d: %s, now %s\n", d.Year, scenario.FormatShare(d.Base.Value), scenario.FormatShare(d.Over.Value))
		}
	}
	// Output:
	// nato-2024-06 with table-2025-08
	// Germany 2021: 1.45%, now 1.43%
	// Germany 2022: 1.51%, now 1.48%
	// Germany 2023: 1.64%, now 1.61%
	// Germany 2024: 2.12%, now 2%
}

// The last fault that is reported may be the first of two on its line.
func TestTwoFaultsOnALineWhereOneIsReported(t *testing.T) {
	text := ",2023,2024,2025\n" + strings.Repeat("Estonia,1\n", 9) + "Lat\x0evia,1\n"
	_, err := read.NATO(strings.NewReader(text), read.Options{Unit: "% of GDP", Variable: "share"})
	if err == nil || strings.Count(err.Error(), "\n") != 9 || !strings.HasSuffix(err.Error(), "contains a control character") {
		t.Errorf("want ten faults, of which the last is of a control character, got %v", err)
	}
}
