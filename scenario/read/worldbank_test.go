package read_test

import (
	"fmt"
	"os"
	"testing"
	"time"

	"github.com/pledgesim/pledgesim/scenario"
	"github.com/pledgesim/pledgesim/scenario/nato"
	"github.com/pledgesim/pledgesim/scenario/read"
)

func TestWorldBank(t *testing.T) {
	s := sample(t, "worldbank.csv", read.WorldBank, read.Options{})
	equal(t, lines(s), []string{
		"7 AFE|Africa Eastern and Southern|MS.MIL.XPND.GD.ZS|% of GDP: 2015: 1.68009361327705, 2016: 1.44888092477135, 2017: 1.39991236608368, 2018: 1.17644074506452, 2019: 1.12902669422149, 2020: 1.15793156608035",
		"8 ALB|Albania|MS.MIL.XPND.GD.ZS|% of GDP: 2015: 1.16230386432234, 2016: 1.10358100880452, 2017: 1.10869638590383, 2018: 1.16126612950916, 2019: 1.29108711382404, 2020: 1.53546471347491",
		"10 BEL|Belgium|MS.MIL.XPND.GD.ZS|% of GDP: 2015: 0.909284202068915, 2016: 0.89470623618152, 2017: 0.883680594960214, 2018: 0.890644486309656, 2019: 0.893042950353347, 2020: 1.08084225652653",
	})
	equal(t, s.Series[0].Label, "Military expenditure (% of GDP)")
	equal(t, messages(s.Warnings), []string{"without any figure, and left out: Aruba, United Arab Emirates"})
	s.Source.SHA256 = ""
	equal(t, s.Source, scenario.Source{Publisher: "World Bank", Title: "World Development Indicators", Date: time.Date(2021, 10, 28, 0, 0, 0, 0, time.UTC)})
}

// The DataBank writes the same table in other words, with its source below.
func TestWorldBankDataBank(t *testing.T) {
	s := text(t, read.WorldBank, read.Options{},
		`"Series Name","Series Code","Country Name","Country Code","2019 [YR2019]","2020 [YR2020]"`,
		`"GDP growth (annual %)","NY.GDP.MKTP.KD.ZG","Ruritania","RUR",1.5,..`, ",,,,,", ",,,,,",
		`"Data from database: World Development Indicators"`, `"Last Updated: 10/24/2024"`)
	equal(t, lines(s), []string{"2 RUR|Ruritania|NY.GDP.MKTP.KD.ZG|annual %: 2019: 1.5"})
	equal(t, s.Titles, []string{"Data from database: World Development Indicators", "Last Updated: 10/24/2024"})
	if s.Source.Title != "World Development Indicators" || s.Source.Date.Format(time.DateOnly) != "2024-10-24" {
		t.Errorf("%+v", s.Source)
	}
}

func badWorldBank() []bad {
	const (
		head = "\"Data Source\",\"World Development Indicators\",\n\n\"Country Name\",\"Country Code\",\"Indicator Name\",\"Indicator Code\",\"2019\",\"2020\",\n"
		line = "\"Ruritania\",\"RUR\",\"Military expenditure (% of GDP)\",\"MS.MIL.XPND.GD.ZS\","
	)
	return []bad{
		{input: "only titles", text: "\"Data Source\",\"World Development Indicators\",\n", kind: scenario.ErrMissing},
		{input: "no indicator code", text: "Country Name,Country Code,Indicator Name,2019\n", kind: scenario.ErrMissing},
		{input: "no years", text: "Country Name,Country Code,Indicator Name,Indicator Code\n", kind: scenario.ErrMissing},
		{input: "the column `Region`", text: "Country Name,Country Code,Region,Indicator Name,Indicator Code,2019\n"},
		{input: "an indicator without unit in brackets", text: head + "\"Ruritania\",\"RUR\",\"Military expenditure\",\"X\",\"1\",\"2\",\n", kind: scenario.ErrUnit},
		{input: "Options.Unit that contradicts the indicator", text: head + line + "\"1\",\"2\",\n", options: read.Options{Unit: "fraction of GDP"}, kind: scenario.ErrUnit},
		{input: "a figure in words", text: head + line + "\"none\",\"2\",\n"},
		{input: "a line cut off", text: head + line + "\"1\"\n"},
		{input: "a country twice", text: head + line + "\"1\",\"2\",\n" + line + "\"1\",\"2\",\n", kind: scenario.ErrDuplicate},
		{input: "a country without code and name", text: head + "\"\",\"\",\"Military expenditure (% of GDP)\",\"MS.MIL.XPND.GD.ZS\",\"1\",\"2\",\n", kind: scenario.ErrMissing},
		{input: "no figures at all", text: head + line + "\"\",\"\",\n", kind: scenario.ErrMissing},
	}
}

func FuzzWorldBank(f *testing.F) { fuzz(f, read.WorldBank, []string{"worldbank.csv"}) }

// The file has countries and groups of countries; Members.Only keeps those that are
// named, Members.Known knows more about them than the file does.
func ExampleWorldBank() {
	file, err := os.Open("testdata/worldbank.csv")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer file.Close()
	sheet, err := read.WorldBank(file, read.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	d, err := sheet.Dataset("worldbank-2021-10",
		read.Columns{Share: "MS.MIL.XPND.GD.ZS", Quantity: "military spending"},
		read.Members{Known: nato.Latest(), Only: []string{"ALB", "BEL"}})
	if err != nil {
		fmt.Println(err)
		return
	}
	m, _ := d.Member("BEL")
	share, _ := m.Share.At(2020)
	fmt.Println(m, m.Currency, scenario.FormatShare(share), "of", d.Denominator)
	// Output: BEL (Belgium) EUR 1.08% of GDP
}
