package projection_test

import (
	"context"
	"fmt"
	"log"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
	"github.com/pledgesim/pledgesim/scenario/nato"
)

// The random shocks of the record, around shares that go on moving as in the record and
// around a pledge that is kept. Base 2026 starts from NATO's estimate, which for Germany
// is far above the share of 2024. The README shows the body of this example.
func Example_calibrated() {
	check := func(err error) {
		if err != nil {
			log.Fatal(err)
		}
	}

	c, err := nato.Calibrated(nato.Latest())
	check(err)
	moving := c.Scenario("as in 1991-2024", nato.Hague2025().Pledge)
	keeping := moving // a Scenario is a value: this changes the copy
	keeping.Name, keeping.Response = "the pledge is kept", c.Around(scenario.Ramp{})
	for _, s := range []scenario.Scenario{moving, keeping} {
		e, err := projection.Simulate(context.Background(), nato.Latest(), s, projection.Options{Base: 2026, To: 2035})
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
	// as in 1991-2024: 2.18% to 3.05% in 2030 (80% of draws); at 3.5% by 2035: 6.7% (±0.3)
	// the pledge is kept: 2.66% to 3.48% in 2030 (80% of draws); at 3.5% by 2035: 75.6% (±0.5)
}
