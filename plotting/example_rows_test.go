package plotting_test

import (
	"context"
	"fmt"
	"log"

	"github.com/pledgesim/pledgesim/plotting"
	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
	"github.com/pledgesim/pledgesim/scenario/nato"
)

func ExampleRankingOf() {
	f, err := plotting.RankingOf(results()[0], plotting.RankingOptions{
		Year: 2021, Before: 2014,
		Guidelines: []float64{1.5 * scenario.Percent, 2 * scenario.Percent},
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(f.Title)
	// Output: 17 of 29 members spent at least 1.5% of GDP in 2021, 6 at least 2%
}

func ExamplePace() {
	pace, err := projection.Pace(results()[1])
	if err != nil {
		log.Fatal(err)
	}
	f, err := plotting.Pace(pace)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(f.Title)
	fmt.Println(f.Subtitle)
	// Output:
	// 8 of 29 members must move more than twice as fast as they did, 1 is moving away
	// Yearly change of defence spending as a share of GDP, in percentage points
}

func ExampleSlope() {
	f, err := plotting.Slope(results()[0], 2014, 2021)
	if err != nil {
		log.Fatal(err)
	}
	f.Highlight = []string{"Germany", "POL"}
	fmt.Println(f.Title)
	// Output: 3 of 29 members rose to 2% of GDP between 2014 and 2021
}

func ExampleTornado() {
	d, err := nato.Edition("nato-2023-03")
	if err != nil {
		log.Fatal(err)
	}
	base := scenario.Scenario{
		Name:   "At the present pace",
		Pledge: scenario.Target{Share: 2 * scenario.Percent},
		Growth: scenario.Constant(1.5 * scenario.Percent),
	}
	axes := []projection.Axis{
		projection.GrowthShifts(-0.5*scenario.Percent, 0.5*scenario.Percent),
		projection.SpendingShifts(-0.5*scenario.Percent, 0.5*scenario.Percent),
		projection.Targets(1.9*scenario.Percent, 2.1*scenario.Percent),
	}
	s, err := projection.OneAtATime(context.Background(), d, base, "DEU", axes, projection.Options{})
	if err != nil {
		log.Fatal(err)
	}
	f, err := plotting.Tornado(s)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(f.Title)
	fmt.Println(f.Subtitle)
	// Output:
	// GDP growth and spending growth move Germany’s year most: by 6 years each
	// Year in which Germany reaches its target (2% of GDP unless changed), one assumption changed at a time
}
