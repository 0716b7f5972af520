package read_test

import (
	"bytes"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"github.com/pledgesim/pledgesim/scenario"
	"github.com/pledgesim/pledgesim/scenario/read"
)

func TestWEO(t *testing.T) {
	want := []string{
		"2 EST|Estonia|NGDP_RPCH|Percent change: 2022: -1.226, 2023: -2.744, 2024: -0.09, 2025: 0.475 (estimated), 2026: 1.459 (estimated), 2027: 1.841 (estimated)",
		"3 EST|Estonia|NGDP_D|Index: 2022: 121.859, 2023: 132.382, 2024: 137.664, 2025: 142.35 (estimated), 2026: 148.193 (estimated), 2027: 153.276 (estimated)",
		"4 POL|Poland|NGDP_RPCH|Percent change: 2022: 5.255, 2023: 0.25, 2024: 2.923, 2025: 3.243 (estimated), 2026: 3.136 (estimated), 2027: 2.861 (estimated)",
		"5 ZZZ|Ruritania (made up)|NGDP_R|National currency, Billions: 2024: 1234.5 (estimated), 2025: 1300 (estimated), 2026: 1350 (estimated), 2027: 1400 (estimated)",
		"6 ZZZ|Ruritania (made up)|NGDP_RPCH|Percent change: 2024: 3 (estimated), 2025: 3.5 (estimated), 2026: 3.6 (estimated), 2027: 3.7 (estimated)",
	}
	s := sample(t, "weo.xls", read.WEO, read.Options{})
	equal(t, lines(s), want)
	equal(t, s.Series[1].Label, "Gross domestic product, deflator")
	equal(t, messages(s.Warnings), []string{`no year in "Estimates Start After", all years taken as estimates: Ruritania (made up)`})
	s.Source.SHA256 = ""
	equal(t, s.Source, scenario.Source{Publisher: "IMF", Title: "World Economic Outlook Database, October 2025", Date: time.Date(2025, 10, 1, 0, 0, 0, 0, time.UTC)})
	equal(t, lines(sample(t, "weo.xls", read.WEO, read.Options{Only: []string{"NGDP_D"}})), want[1:2])
	// The same in UTF-8.
	equal(t, lines(text(t, read.WEO, read.Options{}, weoText(t))), want)
}

// weoText is the sample in UTF-8.
func weoText(t *testing.T) string {
	t.Helper()
	raw, err := os.ReadFile("testdata/weo.xls")
	if err != nil {
		t.Fatal(err)
	}
	var units []uint16
	for ; len(raw) > 1; raw = raw[2:] {
		units = append(units, uint16(raw[0])|uint16(raw[1])<<8)
	}
	return strings.TrimPrefix(string(utf16.Decode(units)), "\ufeff")
}

func badWEO() []bad {
	const (
		head  = "WEO Country Code\tISO\tWEO Subject Code\tCountry\tSubject Descriptor\tSubject Notes\tUnits\tScale\tCountry/Series-specific Notes\t2023\t2024\tEstimates Start After\n"
		start = "939\tEST\tNGDP_RPCH\tEstonia\tGrowth\t\tPercent change\t\t\t"
	)
	return []bad{
		{input: "the file by country groups", text: "WEO Country Group Code\tWEO Subject Code\tCountry Group Name\t2023\n", kind: scenario.ErrMissing},
		{input: "a file of the IMF's data portal", text: "DATASET,SERIES_CODE,COUNTRY,INDICATOR,2023\n", kind: scenario.ErrMissing},
		{input: "no column Units", text: strings.Replace(head, "Units\t", "", 1), kind: scenario.ErrMissing},
		{input: "no column Estimates Start After", text: strings.Replace(head, "\tEstimates Start After", "", 1), kind: scenario.ErrMissing},
		{input: "a footnote in Estimates Start After", text: head + start + "1.5\t1.6\tsoon\n"},
		{input: "a figure in words", text: head + start + "1.5\tmissing\t2023\n"},
		{input: "a range", text: head + start + "1.5\t1.6–1.8\t2023\n"},
		{input: "decimal commas of a spreadsheet among points", text: head + start + "1,5\t1.6\t2023\n"},
		{input: "a line without unit", text: head + strings.Replace(start, "Percent change", "", 1) + "1.5\t1.6\t2023\n", kind: scenario.ErrUnit},
		{input: "a line without subject code", text: head + strings.Replace(start, "NGDP_RPCH", "", 1) + "1.5\t1.6\t2023\n", kind: scenario.ErrMissing},
		{input: "a line cut off", text: head + start + "1.5\n"},
		{input: "a country and subject twice", text: head + start + "1.5\t1.6\t2023\n" + start + "1.5\t1.6\t2023\n", kind: scenario.ErrDuplicate},
		{input: "Options.Only with a subject that is not there", text: head + start + "1.5\t1.6\t2023\n", options: read.Options{Only: []string{"NGDP_R"}}, kind: scenario.ErrMissing},
	}
}

func FuzzWEO(f *testing.F) { fuzz(f, read.WEO, []string{"weo.xls"}) }

// A vintage of the IMF becomes a growth path.
func ExampleSheet_Growth() {
	file, err := os.ReadFile("testdata/weo.xls")
	if err != nil {
		fmt.Println(err)
		return
	}
	sheet, err := read.WEO(bytes.NewReader(file), read.Options{Only: []string{"NGDP_RPCH"}})
	if err != nil {
		fmt.Println(err)
		return
	}
	growth, err := sheet.Growth("NGDP_RPCH", read.Members{Only: []string{"EST", "POL"}})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(growth)
	fmt.Println(growth.Rates["EST"].At(2025))
	// Output:
	// GDP grows as in World Economic Outlook Database, October 2025, NGDP_RPCH
	// 0.00475 true
}

func ExampleWEO() {
	file, err := os.ReadFile("testdata/weo.xls")
	if err != nil {
		fmt.Println(err)
		return
	}
	sheet, err := read.WEO(bytes.NewReader(file), read.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, s := range sheet.Series[:2] {
		fmt.Printf("%s %s, %s: %v\n", s.Code, s.Label, s.Unit, s.Values.Until(2025))
	}
	// Output:
	// EST Gross domestic product, constant prices, Percent change: 2022: -1.226, 2023: -2.744, 2024: -0.09, 2025: 0.475 (estimated)
	// EST Gross domestic product, deflator, Index: 2022: 121.859, 2023: 132.382, 2024: 137.664, 2025: 142.35 (estimated)
}
