package projection_test

import (
	"context"
	"fmt"
	"log"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
	"github.com/pledgesim/pledgesim/scenario/nato"
)

// The luck of the record, around what the record lets one expect and around a pledge
// that is meant to be kept. The README shows the body of this example.
func Example_calibrated() {
	check := func(err error) {
		if err != nil {
			log.Fatal(err)
		}
	}

	c, err := nato.Calibrated(nato.Latest())
	check(err)
	drifting := c.Scenario("nothing new happens", nato.Hague2025().Pledge)
	keeping := drifting // a Scenario is a value: this changes the copy
	keeping.Name, keeping.Response = "the pledge is meant", c.Around(scenario.Ramp{})
	for _, s := range []scenario.Scenario{drifting, keeping} {
		e, err := projection.Simulate(context.Background(), nato.Latest(), s, projection.Options{To: 2035})
		check(err)
		chance, err := e.Chance("Germany", 2035)
		check(err)
		low, err := e.Quantile("Germany", 0.1)
		check(err)
		high, err := e.Quantile("Germany", 0.9)
		check(err)
		from, _ := low.At(2030)
		to, _ := high.At(2030)
		fmt.Printf("%s: %s to %s in 2030 (80%% of draws); at 3.5%% by 2035: %v\n",
			s.Name, scenario.FormatShare(from), scenario.FormatShare(to), chance)
	}
	// Output:
	// nothing new happens: 1.57% to 2.46% in 2030 (80% of draws); at 3.5% by 2035: 1.4% (±0.2)
	// the pledge is meant: 2.34% to 3.19% in 2030 (80% of draws); at 3.5% by 2035: 69.5% (±0.5)
}
