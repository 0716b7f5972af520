package projection_test

import (
	"fmt"
	"log"
	"os"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// twoMembers is an illustrative data set: the figures belong to no country.
func twoMembers() *scenario.Dataset {
	d, err := scenario.NewDataset("illustration", "million, constant prices",
		scenario.Member{
			Code: "AAA", Name: "Aland",
			Share: scenario.NewSeries(2014, 0.0120, 0.0125, 0.0130, 0.0135, 0.0140, 0.0145, 0.0150, 0.0155, 0.0160),
			GDP:   scenario.NewSeries(2014, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000),
		},
		scenario.Member{
			Code: "BBB", Name: "Borduria",
			Share: scenario.NewSeries(2014, 0.0220, 0.0220, 0.0220, 0.0220, 0.0220, 0.0220, 0.0220, 0.0220, 0.0220),
			GDP:   scenario.NewSeries(2014, 500, 510, 520, 530, 540, 550, 560, 570, 580),
		})
	if err != nil {
		log.Fatal(err)
	}
	d.Precision = 0.01 * scenario.Percent
	return d
}

// A pledge with a deadline beside the present pace, as one table.
func Example() {
	trend := scenario.Scenario{
		Name:   "2%, at this pace",
		Pledge: scenario.Target{Share: 2 * scenario.Percent},
		Growth: scenario.Constant(1.5 * scenario.Percent),
	}
	deadline := trend // a Scenario is a value: changing the copy leaves trend alone
	deadline.Name = "2% by 2030"
	deadline.Pledge = scenario.Target{Share: 2 * scenario.Percent, By: 2030}
	deadline.Response = scenario.Ramp{}

	var results []*projection.Result
	for _, s := range []scenario.Scenario{trend, deadline} {
		r, err := projection.Run(twoMembers(), s, projection.Options{})
		if err != nil {
			log.Fatal(err)
		}
		results = append(results, r)
	}
	years, err := projection.Compare(results[0], results[1:]...)
	if err != nil {
		log.Fatal(err)
	}
	pace, err := projection.Pace(results[1])
	if err != nil {
		log.Fatal(err)
	}
	if err := projection.WriteText(os.Stdout, years, projection.Only(pace, "growth needed")); err != nil {
		log.Fatal(err)
	}
	// Output:
	// Year each member reaches its target; Pace now and pace needed
	//
	//             2%, at               2% by
	//               this     2% by      2030
	//               pace      2030    growth
	//               year      year    needed
	// Member     reached   reached    %/year
	// --------------------------------------
	// Aland         2033      2030       4.4
	// Borduria   already   already         -
	//
	// Source
	//   illustration; base year 2022, horizon 2040
	//   computed by pledgesim 0.1.0-dev
	//
	// Scenarios
	//   2%, at this pace
	//       pledge: 2% of GDP, no deadline
	//       growth: GDP grows 1.5% a year
	//       response: spending goes on growing, in the prices of the data set, at
	//         its mean rate of the last 8 years, until the target is met
	//   2% by 2030
	//       pledge: 2% of GDP by 2030
	//       growth: GDP grows 1.5% a year
	//       response: the share reaches the target by the deadline through equal
	//         yearly steps
	//
	// Notes
	//   A share that is lower by up to 0.005 percentage points counts as at the
	//     target.
	//   Now: mean of the last 8 years up to 2022. Needed: from there to the
	//     deadline. "At this pace" means growth of spending, not points of GDP.
	//     Demanding: how much of the record of all 2 members of the edition over as
	//     many years grew more slowly.
}

func ExampleRun() {
	r, err := projection.Run(twoMembers(), scenario.Scenario{
		Name:     "2.5% by 2030",
		Pledge:   scenario.Target{Share: 2.5 * scenario.Percent, By: 2030},
		Growth:   scenario.Constant(1.5 * scenario.Percent),
		Response: scenario.Ramp{},
	}, projection.Options{})
	if err != nil {
		log.Fatal(err)
	}
	reach, err := r.Reach("Borduria")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(reach.Name, "reaches", scenario.FormatShare(reach.Target), "in", reach)
	// Output: Borduria reaches 2.5% in 2030
}
