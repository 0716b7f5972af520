package read_test

import (
	"fmt"
	"os"
	"testing"

	"github.com/pledgesim/pledgesim/scenario"
	"github.com/pledgesim/pledgesim/scenario/nato"
	"github.com/pledgesim/pledgesim/scenario/read"
)

// The sample is made up.
func TestIAMC(t *testing.T) {
	s := sample(t, "iamc.csv", read.IAMC, read.Options{Scenario: "low growth"})
	equal(t, lines(s), []string{
		"2 |DEU|GDP|PPP|billion US$2021/yr: 2024: 4400 (estimated), 2025: 4411 (estimated), 2030: 4520.5 (estimated)",
		"3 |EST|GDP|PPP|billion US$2021/yr: 2024: 39.1 (estimated), 2025: 39.3 (estimated), 2030: 43.7 (estimated)",
		"4 |EST|Defence|Share|% of GDP: 2024: 3.31 (estimated), 2025: 3.93 (estimated)",
	})
	equal(t, s.Source.Title, `scenario "low growth" of model "made up 1.0"`)
	// Column names in lower case, as some tools write them.
	s = text(t, read.IAMC, read.Options{}, "model,scenario,region,variable,unit,2030", "a,b,World,Population,million,8500")
	equal(t, lines(s), []string{"2 |World|Population|million: 2030: 8500 (estimated)"})
}

func badIAMC() []bad {
	const head = "Model,Scenario,Region,Variable,Unit,2025,2030\n"
	return []bad{
		{input: "the long form", text: "model,scenario,region,unit,year,value\n", kind: scenario.ErrMissing},
		{input: "no column Unit", text: "Model,Scenario,Region,Variable,2025\n", kind: scenario.ErrMissing},
		{input: "several scenarios", text: head + "a,low,DEU,GDP,EUR,1,2\na,high,DEU,GDP,EUR,1,2\n", kind: scenario.ErrDuplicate},
		{input: "Options.Scenario that is not there", text: head + "a,low,DEU,GDP,EUR,1,2\na,high,DEU,GDP,EUR,1,2\n", options: read.Options{Scenario: "middle"}, kind: scenario.ErrMissing},
		{input: "the column `subannual`", text: "Model,Scenario,Region,Variable,Unit,Subannual,2025\n"},
		{input: "the year `X2025` of R", text: "Model,Scenario,Region,Variable,Unit,X2025\n"},
		{input: "no region", text: head + "a,low,,GDP,EUR,1,2\n", kind: scenario.ErrMissing},
		{input: "no unit", text: head + "a,low,DEU,GDP,,1,2\n", kind: scenario.ErrUnit},
		{input: "a line twice", text: head + "a,low,DEU,GDP,EUR,1,2\na,low,DEU,GDP,EUR,1,2\n", kind: scenario.ErrDuplicate},
		{input: "the value `Inf`", text: head + "a,low,DEU,GDP,EUR,1,Inf\n"},
		{input: "thousands among semicolons, or decimals", text: "Model;Scenario;Region;Variable;Unit;2025\na;low;DEU;GDP;EUR;1.234\n"},
	}
}

func FuzzIAMC(f *testing.F) { fuzz(f, read.IAMC, []string{"iamc.csv"}) }

// Regions are names: a data set that knows them gives the codes. Figures are made up.
func ExampleIAMC() {
	file, err := os.Open("testdata/iamc.csv")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer file.Close()
	sheet, err := read.IAMC(file, read.Options{Model: "made up 1.0", Scenario: "low growth"})
	if err != nil {
		fmt.Println(err)
		return
	}
	d, err := sheet.Dataset("scenario-low", read.Columns{GDP: "GDP|PPP", Share: "Defence|Share"}, read.Members{Known: nato.Latest()})
	if err != nil {
		fmt.Println(err)
		return
	}
	m, _ := d.Member("Estonia")
	fmt.Println(m.GDP, "in", d.Money)
	// Output: 2024: 39.1 (estimated), 2025: 39.3 (estimated), 2030: 43.7 (estimated) in billion US$2021/yr
}
