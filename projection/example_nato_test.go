package projection_test

import (
	"fmt"
	"log"
	"os"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
	"github.com/pledgesim/pledgesim/scenario/imf"
	"github.com/pledgesim/pledgesim/scenario/nato"
)

// hague projects 3.5% by 2035 for Germany and Italy from NATO's newest figures.
func hague() *projection.Result {
	growth, err := imf.Real("2026-04")
	if err != nil {
		log.Fatal(err)
	}
	r, err := projection.Run(nato.Latest(), scenario.Scenario{
		Name: "3.5% by 2035", Pledge: nato.Hague2025().Pledge, Growth: growth, Response: scenario.Ramp{},
	}, projection.Options{Base: 2026, To: 2035, Members: []string{"Germany", "Italy"}})
	if err != nil {
		log.Fatal(err)
	}
	return r
}

// The same path costs more or less by what it is compared with; both tables
// name their counterfactual.
func ExampleCost() {
	r := hague()
	for _, against := range []projection.Baseline{projection.FrozenShare(), projection.FrozenMoney()} {
		c, err := projection.Cost(r, against)
		if err != nil {
			log.Fatal(err)
		}
		total, err := c.Total("Italy")
		if err != nil {
			log.Fatal(err)
		}
		fmt.Printf("Italy, 2027-2035, against %s: %.0f billion USD of 2021\n", c.Baseline.Name, total/1000)
	}
	// Output:
	// Italy, 2027-2035, against share of GDP frozen: 172 billion USD of 2021
	// Italy, 2027-2035, against spending frozen: 188 billion USD of 2021
}

func ExamplePace() {
	pace, err := projection.Pace(hague())
	if err != nil {
		log.Fatal(err)
	}
	for _, m := range pace.Members {
		ratio, _ := m.Ratio()
		fmt.Printf("%s has to move %.1f times as fast as in the last eight years; %.0f%% of the record was slower\n",
			m.Name, ratio, 100*m.Demanding)
	}
	// Output:
	// Germany has to move 0.5 times as fast as in the last eight years; 17% of the record was slower
	// Italy has to move 1.4 times as fast as in the last eight years; 35% of the record was slower
}

func ExampleOutcome() {
	record, err := projection.Outcome(nato.Latest(), 2*scenario.Percent, "Germany", "Italy", "Romania")
	if err != nil {
		log.Fatal(err)
	}
	for _, m := range record.Members {
		fmt.Println(m.Name, m)
	}
	// Output:
	// Germany 2024
	// Italy 2025e
	// Romania 2020, 2024
}

func ExampleWriteCSV() {
	if err := projection.WriteCSV(os.Stdout, hague().Years()); err != nil {
		log.Fatal(err)
	}
	// Output:
	// # title: Year each member reaches its target
	// # source: nato-2026-07 (NATO, Defence Investment of NATO Countries (2014-2026)); base year 2026 (estimates of the source), horizon 2035
	// # source: growth: IMF, World Economic Outlook database, April 2026
	// # source: computed by pledgesim 0.1.0-dev
	// # scenario: 3.5% by 2035; pledge: 3.5% of GDP by 2035, known from 2026; growth: GDP grows as in IMF WEO, April 2026; response: the share reaches the target by the deadline through equal yearly steps
	// # note: NATO calls this table core defence expenditure, the 3.5% part of the pledge of 2025.
	// # note: Iceland's GDP is missing in the copy that was read.
	// # note: Luxembourg's denominator from 2023 on is a third lower than before, no longer GDP as it was: years before and after cannot be compared.
	// # note: A share that is lower by up to 0.005 percentage points counts as at the target.
	// # warning: IMF WEO, April 2026 ends in 2031: the last rate is held to 2035
	// scenario,member,name,variable,unit,year,stat,edition,value,stderr,text
	// 3.5% by 2035,DEU,Germany,year reached,year,,projected,,2035,,2035
	// 3.5% by 2035,ITA,Italy,year reached,year,,projected,,2035,,2035
}
