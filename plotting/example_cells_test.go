package plotting_test

import (
	"context"
	"fmt"
	"log"

	"github.com/pledgesim/pledgesim/plotting"
	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// When does Italy reach which share, if GDP grows more slowly or faster?
func ExampleHeatmap() {
	r := results()[0]
	axes := []projection.Axis{
		projection.GrowthShifts(-1*scenario.Percent, 0, 1*scenario.Percent),
		projection.Targets(1.5*scenario.Percent, 2*scenario.Percent, 2.5*scenario.Percent),
	}
	g, err := projection.Sweep(context.Background(), r.Dataset, r.Scenario, axes, projection.Options{})
	if err != nil {
		log.Fatal(err)
	}
	f, err := plotting.Heatmap("Italy", g)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(f.Title)
	fmt.Println(f.Subtitle)
	// Output:
	// Italy reaches its target by 2036 in 8 of 9 combinations, and not by 2040 in the other
	// First year with defence spending at the target, by shift of GDP growth (rows) and target (columns)
}

func ExampleChance() {
	r := results()[0]
	s := r.Scenario
	s.Growth = scenario.AR1{Around: s.Growth, SD: 2 * scenario.Percent}
	e, err := projection.Simulate(context.Background(), r.Dataset, s, projection.Options{Draws: 200, Seed: 1})
	if err != nil {
		log.Fatal(err)
	}
	f, err := plotting.Chance(e, 2025, 2028, 2030)
	if err != nil {
		log.Fatal(err)
	}
	f.Highlight = []string{"Germany", "Italy"}
	fmt.Println(f.Title)
	fmt.Println(f.Subtitle)
	// Output:
	// 16 of 29 members are more likely than not to reach 2% of GDP by 2030
	// Chance of having reached 2% of GDP by each year, per cent; scenario: “At the present pace”
}
