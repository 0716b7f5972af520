package read_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/pledgesim/pledgesim/scenario"
	"github.com/pledgesim/pledgesim/scenario/read"
)

// The samples are made up.
func TestSIPRI(t *testing.T) {
	const variable = "Military expenditure by country as percentage of gross domestic product"
	s := sample(t, "sipri.csv", read.SIPRI, read.Options{})
	equal(t, lines(s), []string{
		"10 |Ruritania|" + variable + "|% of GDP: 2019: 1.2, 2020: 1.3, 2021: 1.4, 2022: 1.5, 2023: 1.7, 2024: 1.9",
		"11 |Syldavia|" + variable + "|% of GDP: 2021: 2.1, 2022: 2.2, 2023: 2.2, 2024: 2.4",
		"12 |Borduria|" + variable + "|% of GDP: 2023: 3, 2024: 3.1",
	})
	equal(t, s.Notes, []string{"SIPRI marks estimates and uncertain figures by colour, which the file does not hold: all figures are taken as observed."})
	equal(t, s.Source.Publisher+", "+s.Source.Title, "SIPRI, SIPRI Military Expenditure Database, 2025")
	money := sample(t, "sipri-money.csv", read.SIPRI, read.Options{Variable: "spending"})
	equal(t, lines(money), []string{"6 |Ruritania|spending|constant (2023) US$ m.: 2022: 1204.5, 2023: 1310.2, 2024: 1401"})
}

// As the workbook holds them, shares are fractions.
func TestSIPRIFractions(t *testing.T) {
	s := text(t, read.SIPRI, read.Options{Unit: "fraction of GDP", Variable: "share"},
		`"Military expenditure by country as percentage of gross domestic product, 1949-2024 © SIPRI 2025"`, "Country,Notes,2023.0,2024.0", "Ruritania,,0.017,0.019")
	equal(t, lines(s), []string{"3 |Ruritania|share|fraction of GDP: 2023: 0.017, 2024: 0.019"})
	d, err := s.Dataset("x", read.Columns{Share: "share"}, read.Members{Names: map[string]string{"Ruritania": "RUR"}})
	if err != nil {
		t.Fatal(err)
	}
	m, _ := d.Member("RUR")
	equal(t, m.Share.String(), "2023: 0.017, 2024: 0.019")
}

// The unit of money stands in the title, in several forms.
func TestSIPRITitles(t *testing.T) {
	for title, unit := range map[string]string{
		"Military expenditure by country, in constant (2022) US$ m., 1949-2023 © SIPRI 2024":                                       "constant (2022) US$ m.",
		"Military expenditure by country, in millions of US$ at current prices and exchange rates, 1948-2023 © SIPRI 2024":         "millions of US$ at current prices and exchange rates",
		"Military expenditure by country, in millions of US$ at constant (2022) prices and exchange rates, 1948–2023 © SIPRI 2024": "millions of US$ at constant (2022) prices and exchange rates",
		"Military expenditure by country, in millions of constant (2022) US dollars, 1949-2023":                                    "millions of constant (2022) US dollars",
		"Military expenditure by country, in current US$ b, 1949-2023":                                                             "current US$ b",
		"Military expenditure by country, in local currency, 1949-2023":                                                            "local currency",
		"Military expenditure by country, in millions of local currency at current prices, 1949-2023":                              "millions of local currency at current prices",
		"Military expenditure per capita by country, in current US$, 1988-2023":                                                    "current US$",
	} {
		s := text(t, read.SIPRI, read.Options{}, `"`+title+`"`, "Country,2023", "Ruritania,12")
		equal(t, s.Series[0].Unit, unit)
		if want, _, _ := strings.Cut(title, ", 19"); s.Series[0].Variable != want {
			t.Errorf("got %q, want %q", s.Series[0].Variable, want)
		}
	}
}

// The first column of a sheet may be empty.
func TestSIPRIEmptyColumn(t *testing.T) {
	s := text(t, read.SIPRI, read.Options{}, `,"Military expenditure by country, in current US$, 1949-2024 © SIPRI 2025"`, ",Country,Notes,2023,2024", ",Europe,,,", ",Ruritania,1,12,13")
	equal(t, lines(s), []string{"4 |Ruritania|Military expenditure by country, in current US$|current US$: 2023: 12, 2024: 13"})
	if _, err := read.SIPRI(strings.NewReader(",Country,Notes,2023,2024\n,,,,12\n"), read.Options{Unit: "EUR", Variable: "x"}); err == nil || !strings.Contains(err.Error(), "line 2, column 2: member is empty") {
		t.Error(err)
	}
}

// Sheets in local currency have one in each line.
func TestSIPRICurrencies(t *testing.T) {
	s := text(t, read.SIPRI, read.Options{}, `"Military expenditure by country, in local currency, 1949-2024"`, "Country,Currency,Notes,2023,2024", "Africa", "Ruritania,m. crowns,1,12,13", "Syldavia,m. khors,,1,2")
	equal(t, lines(s), []string{
		"4 |Ruritania|Military expenditure by country, in local currency|m. crowns: 2023: 12, 2024: 13",
		"5 |Syldavia|Military expenditure by country, in local currency|m. khors: 2023: 1, 2024: 2",
	})
}

func badSIPRI() []bad {
	const head = "\"Military expenditure by country as percentage of gross domestic product, 2023-2024 © SIPRI 2025\",,,\nCountry,Notes,2023,2024\n"
	return []bad{
		{input: "no column Country", text: "State,Notes,2023,2024\n", kind: scenario.ErrMissing},
		{input: "shares without per cent sign", text: head + "Ruritania,,0.017,0.019\n", kind: scenario.ErrUnit},
		{input: "shares of which one has no per cent sign", text: head + "Ruritania,,1.7%,0.019\n", kind: scenario.ErrUnit},
		{input: "per cent signs, but Options.Unit says fractions", text: head + "Ruritania,,1.7%,1.9%\n", options: read.Options{Unit: "fraction of GDP"}, kind: scenario.ErrUnit},
		{input: "money of which no title says the unit", text: "Country,Notes,2023,2024\nRuritania,,17,19\n", options: read.Options{Variable: "spending"}, kind: scenario.ErrUnit},
		{input: "no title", text: "Country,Notes,2023,2024\nRuritania,,17,19\n", options: read.Options{Unit: "US$ m."}, kind: scenario.ErrMissing},
		{input: "the mark `n.a.`, which SIPRI does not use", text: head + "Ruritania,,1.7%,n.a.\n"},
		{input: "the column `Region`", text: "Country,Region,2023,2024\n"},
		{input: "a country twice", text: head + "Ruritania,,1.7%,1.9%\nRuritania,‡,1.7%,1.9%\n", kind: scenario.ErrDuplicate},
		{input: "a line cut off", text: head + "Ruritania,,1.7%\n"},
		{input: "no countries", text: head + "Europe,,,\n", kind: scenario.ErrMissing},
	}
}

func FuzzSIPRI(f *testing.F) {
	fuzz(f, read.SIPRI, []string{"sipri.csv", "sipri-money.csv"},
		"Country,2023,2024 f\nEstonia¹,1.1%²,1.2% (p)\n",
		",\"Military expenditure by country, in millions of US$ at current prices and exchange rates, 1948-2023 © SIPRI 2024\"\n,Country,2023\n,Europe,\n,Ruritania,12\n",
	)
}

// SIPRI's sheets have names, no codes: the caller, or a data set that knows them, gives
// them. The figures of this example are made up.
func ExampleSIPRI() {
	file, err := os.Open("testdata/sipri.csv")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer file.Close()
	sheet, err := read.SIPRI(file, read.Options{Variable: "share"})
	if err != nil {
		fmt.Println(err)
		return
	}
	_, err = sheet.Dataset("sipri-2025", read.Columns{Share: "share"}, read.Members{})
	fmt.Println(err)
	d, err := sheet.Dataset("sipri-2025", read.Columns{Share: "share"}, read.Members{Names: map[string]string{"Syldavia": "SYL", "Borduria": "BOR", "Ruritania": "RUR"}})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(d.Codes(), d.Notes[0])
	// Output:
	// members "Ruritania", "Syldavia", "Borduria" are not known: give their codes in Members.Names, or the codes of those to keep in Members.Only
	// [BOR RUR SYL] SIPRI marks estimates and uncertain figures by colour, which the file does not hold: all figures are taken as observed.
}
