package projection_test

import (
	"context"
	"fmt"
	"log"
	"os"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// The year by growth of GDP and target, for one member.
func ExampleSweep() {
	base := scenario.Scenario{Name: "at this pace", Pledge: scenario.Target{Share: 2 * scenario.Percent}, Growth: scenario.Constant(1.5 * scenario.Percent)}
	axes := []projection.Axis{
		projection.GrowthShifts(-1*scenario.Percent, 0, 1*scenario.Percent),
		projection.Targets(1.8*scenario.Percent, 2*scenario.Percent, 2.5*scenario.Percent),
	}
	grid, err := projection.Sweep(context.Background(), twoMembers(), base, axes, projection.Options{})
	if err != nil {
		log.Fatal(err)
	}
	table, err := grid.Table("AAA")
	if err != nil {
		log.Fatal(err)
	}
	if err := projection.WriteText(os.Stdout, table); err != nil {
		log.Fatal(err)
	}
	// Output:
	// Year Aland reaches its target, by shift of GDP growth (lines) and target
	// (columns)
	//
	// shift
	// of GDP
	// growth      1.8%        2%      2.5%
	// ------------------------------------
	// -1 pp       2026      2030      2037
	// 0 pp        2028      2033    > 2040
	// +1 pp       2033    > 2040    > 2040
	//
	// Source
	//   illustration; base year 2022, horizon 2040
	//   computed by pledgesim 0.1.0-dev
	//
	// Scenarios
	//   at this pace
	//       pledge: 2% of GDP, no deadline
	//       growth: GDP grows 1.5% a year
	//       response: spending goes on growing, in the prices of the data set, at
	//         its mean rate of the last 8 years, until the target is met
	//
	// Notes
	//   > 2040: not by the horizon.
	//   Varied: shift of GDP growth: -1 pp, 0 pp, +1 pp.
	//   Varied: target: 1.8%, 2%, 2.5%.
	//   A share that is lower by up to 0.005 percentage points counts as at the
	//     target.
}

// Of a million combinations for each member only counts are kept.
func ExampleSweepRows() {
	steps := func(from, to float64, n int) []float64 {
		values := make([]float64, n)
		for i := range values {
			values[i] = scenario.FromPercent(from + (to-from)*float64(i)/float64(n-1))
		}
		return values
	}
	base := scenario.Scenario{Name: "at this pace", Growth: scenario.Constant(1.5 * scenario.Percent)}
	axes := []projection.Axis{
		projection.GrowthShifts(steps(-2, 2, 100)...),
		projection.SpendingShifts(steps(-3, 3, 100)...),
		projection.Targets(steps(1.5, 3.5, 100)...), // last: one path is walked for all targets
	}
	points, reached := map[string]int{}, map[string]int{}
	for row, err := range projection.SweepRows(context.Background(), twoMembers(), base, axes, projection.Options{To: 2040}) {
		if err != nil {
			log.Fatal(err)
		}
		points[row.Name] += row.Size
		reached[row.Name] += row.Reached(2035)
	}
	for _, name := range []string{"Aland", "Borduria"} {
		fmt.Printf("%s: %d of %d combinations are met by 2035\n", name, reached[name], points[name])
	}
	// Output:
	// Aland: 356773 of 1000000 combinations are met by 2035
	// Borduria: 521370 of 1000000 combinations are met by 2035
}

// How fast may the economy grow, and how late may a government start, for the
// target still to be met?
func ExampleBreakEvenGrowth() {
	s := scenario.Scenario{Name: "2% by 2030", Pledge: scenario.Target{Share: 2 * scenario.Percent, By: 2030}, Growth: scenario.Constant(1.5 * scenario.Percent)}
	growth, err := projection.BreakEvenGrowth(twoMembers(), s, "AAA", projection.Options{})
	if err != nil {
		log.Fatal(err)
	}
	pace, err := projection.BreakEvenPace(twoMembers(), s, "AAA", projection.Options{})
	if err != nil {
		log.Fatal(err)
	}
	s.Response = scenario.Capped{Response: scenario.Jump{}, MaxGrowth: 8 * scenario.Percent}
	start, err := projection.LatestStart(twoMembers(), s, "AAA", projection.Options{})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println("GDP growth, points a year:", growth)
	fmt.Println("spending growth, points a year:", pace)
	fmt.Println("latest start, at 8% more a year:", start)
	// Output:
	// GDP growth, points a year: -0.66
	// spending growth, points a year: +0.68
	// latest start, at 8% more a year: 2027
}

// Which assumption moves the year reached most?
func ExampleOneAtATime() {
	base := scenario.Scenario{Name: "at this pace", Pledge: scenario.Target{Share: 2 * scenario.Percent}, Growth: scenario.Constant(1.5 * scenario.Percent)}
	axes := []projection.Axis{
		projection.Targets(1.9*scenario.Percent, 2.1*scenario.Percent),
		projection.GrowthShifts(-0.5*scenario.Percent, 0.5*scenario.Percent),
		projection.SpendingShifts(-1*scenario.Percent, 1*scenario.Percent),
	}
	s, err := projection.OneAtATime(context.Background(), twoMembers(), base, "AAA", axes, projection.Options{})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println("as it is:", s.Base)
	for _, w := range s.Swings() {
		fmt.Printf("%s: %s, from %s to %s\n", w.Axis.Name, w, w.Reaches[0], w.Reaches[1])
	}
	// Output:
	// as it is: 2033
	// shift of spending growth: at least 11 years, from not by 2040 to 2030
	// shift of GDP growth: 5 years, from 2031 to 2036
	// target: 4 years, from 2031 to 2035
}
