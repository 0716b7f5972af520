package projection_test

import (
	"fmt"
	"log"
	"os"
	"path/filepath"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// deadline is an illustration for one member and few years.
func deadline() *projection.Result {
	s := scenario.Scenario{
		Name:     "2% by 2024",
		Pledge:   scenario.Target{Share: 2 * scenario.Percent, By: 2024},
		Growth:   scenario.Constant(1.5 * scenario.Percent),
		Response: scenario.Ramp{},
	}
	r, err := projection.Run(twoMembers(), s, projection.Options{To: 2024, Members: []string{"AAA"}})
	if err != nil {
		log.Fatal(err)
	}
	return r
}

// The first line says what holds for the table, each other one is a row.
func ExampleWriteJSONLines() {
	if err := projection.WriteJSONLines(os.Stdout, deadline().Years()); err != nil {
		log.Fatal(err)
	}
	// Output:
	// {"title":"Year each member reaches its target","editions":["illustration; base year 2022, horizon 2024"],"assumptions":["2% by 2024; pledge: 2% of GDP by 2024; growth: GDP grows 1.5% a year; response: the share reaches the target by the deadline through equal yearly steps"],"notes":["A share that is lower by up to 0.005 percentage points counts as at the target."],"warnings":[],"version":"pledgesim 0.1.0-dev"}
	// {"scenario":"2% by 2024","member":"AAA","name":"Aland","case":"","variable":"year reached","unit":"year","year":null,"stat":"projected","edition":"","value":2024,"stderr":null,"text":"2024"}
}

// Years across, for pyam and others that read the layout of the Integrated Assessment
// Modeling Consortium.
func ExampleWriteIAMC() {
	totals, err := projection.Cost(deadline(), projection.FrozenShare())
	if err != nil {
		log.Fatal(err)
	}
	if err := projection.WriteIAMC(os.Stdout, totals); err != nil {
		log.Fatal(err)
	}
	// Output:
	// Model,Scenario,Region,Variable,Unit,2023,2024,Notes
	// pledgesim 0.1.0-dev,2% by 2024,Aland,cost against share of GDP frozen,"million, constant prices",2.03,4.1209,"projected; illustration; base year 2022, horizon 2024"
	// pledgesim 0.1.0-dev,2% by 2024,Aland,cumulative cost against share of GDP frozen,"million, constant prices",2.03,6.1509,"projected; illustration; base year 2022, horizon 2024"
}

// The end of the name tells the format.
func ExampleWriteFile() {
	folder, err := os.MkdirTemp("", "tables")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(folder)
	for _, name := range []string{"years.csv", "years.md"} {
		if err := projection.WriteFile(filepath.Join(folder, name), deadline().Years()); err != nil {
			log.Fatal(err)
		}
	}
	text, err := os.ReadFile(filepath.Join(folder, "years.md"))
	if err != nil {
		log.Fatal(err)
	}
	fmt.Print(string(text))
	// Output:
	// **Year each member reaches its target**
	//
	// | Member | year reached |
	// |---|--:|
	// | Aland | 2024 |
	//
	// - Source: illustration; base year 2022, horizon 2024
	// - Source: computed by pledgesim 0.1.0-dev
	//
	// - Scenario: 2% by 2024; pledge: 2% of GDP by 2024; growth: GDP grows 1.5% a year; response: the share reaches the target by the deadline through equal yearly steps
	//
	// - Note: A share that is lower by up to 0.005 percentage points counts as at the target.
}

// What belongs beside tables and figures is written like them.
func ExampleReplaceFile() {
	folder, err := os.MkdirTemp("", "report")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(folder)
	path := filepath.Join(folder, "report.html")
	for _, page := range []string{"<p>first", "<p>second"} {
		if err := projection.ReplaceFile(path, []byte(page)); err != nil {
			log.Fatal(err)
		}
	}
	text, err := os.ReadFile(path)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(string(text))
	// Output: <p>second
}
