package projection_test

import (
	"context"
	"fmt"
	"log"
	"os"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
	"github.com/pledgesim/pledgesim/scenario/nato"
)

// illustrated is a pledge with uncertain growth and an uncertain execution of
// budgets.
func illustrated() scenario.Scenario {
	return scenario.Scenario{
		Name:     "2% by 2030",
		Pledge:   scenario.Target{Share: 2 * scenario.Percent, By: 2030},
		Growth:   scenario.AR1{Around: scenario.Constant(1.5 * scenario.Percent), SD: 2 * scenario.Percent, Rho: 0.3, Common: 0.5},
		Response: scenario.Shocked{Response: scenario.Ramp{}, SD: 3 * scenario.Percent},
	}
}

// How likely is it that the deadline is met, and that the target is held from
// then on?
func ExampleSimulate() {
	e, err := projection.Simulate(context.Background(), twoMembers(), illustrated(), projection.Options{Seed: 20260601})
	if err != nil {
		log.Fatal(err)
	}
	chance, err := e.Chance("Aland", 2030)
	if err != nil {
		log.Fatal(err)
	}
	kept, err := e.Kept("Aland")
	if err != nil {
		log.Fatal(err)
	}
	year, ok, err := e.YearQuantile("Aland", 0.9)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println("reached by 2030:", chance)
	fmt.Println("kept to 2040:", kept)
	fmt.Println("nine draws in ten have reached it by", year, ok)
	// Output:
	// reached by 2030: 69.7% (±0.5)
	// kept to 2040: 23.6% (±0.5)
	// nine draws in ten have reached it by 2032 true
}

// Parts of a simulation, made anywhere, add up to the whole.
func ExampleMerge() {
	var shards []*projection.Ensemble
	for part := range 4 {
		o := projection.Options{Seed: 7, First: part * 5000, Draws: 5000}
		e, err := projection.Simulate(context.Background(), twoMembers(), illustrated(), o)
		if err != nil {
			log.Fatal(err)
		}
		data, err := e.MarshalBinary() // to be sent from one machine to another
		if err != nil {
			log.Fatal(err)
		}
		if e, err = projection.Restore(twoMembers(), illustrated(), data); err != nil {
			log.Fatal(err)
		}
		shards = append(shards, e)
	}
	merged, err := projection.Merge(shards...)
	if err != nil {
		log.Fatal(err)
	}
	whole, err := projection.Simulate(context.Background(), twoMembers(), illustrated(), projection.Options{Seed: 7, Draws: 20_000})
	if err != nil {
		log.Fatal(err)
	}
	a, err := merged.Chance("AAA", 2030)
	if err != nil {
		log.Fatal(err)
	}
	b, err := whole.Chance("AAA", 2030)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(merged.Draws(), a, a == b)
	// Output:
	// 20000 70.0% (±0.4) true
}

// What a pledge costs depends on the economies too.
func ExampleSimulateCost() {
	x, err := projection.SimulateCost(context.Background(), twoMembers(), illustrated(), projection.FrozenShare(), projection.Options{To: 2030, Seed: 1})
	if err != nil {
		log.Fatal(err)
	}
	if err := projection.WriteText(os.Stdout, x.Costs()); err != nil {
		log.Fatal(err)
	}
	// Output:
	// Cost in simulations against: share of GDP frozen
	// Money in million, constant prices.
	//
	//                  cost       cost       cost       cost
	//             2023-2030  2023-2030  2023-2030  2023-2030
	//               against    against    against    against
	//              share of   share of   share of   share of
	//                   GDP        GDP        GDP        GDP
	//               frozen,    frozen,    frozen,    frozen,
	// Member           mean        p05        p50        p95
	// ------------------------------------------------------
	// Aland       19.9 ±0.1       10.6       19.9       29.5
	// Borduria     0.3 ±0.1       -8.2        0.0        9.8
	// Total of 2  20.2 ±0.1        7.2       20.1       33.4
	//
	// Source
	//   illustration; base year 2022, horizon 2030
	//   simulation: 10,000 draws, seed 1, the same economies for both
	//   computed by pledgesim 0.1.0-dev
	//
	// Scenarios
	//   share of GDP frozen
	//       pledge: nothing is asked
	//       growth: GDP grows 1.5% a year, with normal shocks of 2 percentage points
	//         a year (standard deviation), 30% of a deviation left a year later, 50%
	//         of their variance common to all
	//       response: spending keeps its share of GDP
	//   2% by 2030
	//       pledge: 2% of GDP by 2030
	//       growth: GDP grows 1.5% a year, with normal shocks of 2 percentage points
	//         a year (standard deviation), 30% of a deviation left a year later, 50%
	//         of their variance common to all
	//       response: the share reaches the target by the deadline through equal
	//         yearly steps; in simulations spending misses that by 3% of the year
	//         before (standard deviation)
	//
	// Notes
	//   Counterfactual: share of GDP frozen.
	//   Cost: spending of "2% by 2030" less that of "share of GDP frozen" in the
	//     same draw, added up over 2023-2030, undiscounted, million, constant prices.
	//     p05 to p95: not exceeded in 5% to 95% of all draws, within 0.8% of their
	//     value; those of the total are of sums, not sums of quantiles. ± is the Monte
	//     Carlo standard error of the mean, rounded up.
	//   Where a recession takes a share above the target, a response that holds it
	//     there spends more than the target asks: the mean can lie above the cost of
	//     the path without luck.
}

// A difference is taken in the same economies, so that it is not noise.
func ExampleSimulateDifference() {
	late := illustrated()
	late.Name = "2% by 2030, perhaps late"
	late.Response = scenario.Slipped{Response: late.Response, Chances: []float64{0.3, 0.2}}
	x, err := projection.SimulateDifference(context.Background(), twoMembers(), illustrated(), late, projection.Options{})
	if err != nil {
		log.Fatal(err)
	}
	y, err := x.Years("Aland")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println("later:", y.Later)
	fmt.Println("in the same year:", y.Same)
	// Output:
	// later: 24.0% (±0.5)
	// in the same year: 75.9% (±0.5)
}

// How good were forecasts that could have been made in 2019?
func ExampleCover() {
	then, err := nato.Edition("nato-2019-06")
	if err != nil {
		log.Fatal(err)
	}
	s := scenario.Scenario{
		Name:     "as growth may go",
		Growth:   scenario.AR1{Around: scenario.Historic{Years: 6}, SD: 2.5 * scenario.Percent, Rho: 0.3, Common: 0.5},
		Response: scenario.Shocked{Response: scenario.Trend{Years: 4}, SD: 4 * scenario.Percent},
	}
	e, err := projection.Simulate(context.Background(), then, s, projection.Options{Base: 2018, Seed: 1})
	if err != nil {
		log.Fatal(err)
	}
	c, err := projection.Cover(nato.Latest(), e)
	if err != nil {
		log.Fatal(err)
	}
	year, all := c.Horizons[0].Bands[1], c.All.Bands[1]
	fmt.Printf("a year ahead, %d of %d shares lay inside the 80%% band\n", year.Inside, year.N)
	fmt.Printf("in all years %d of %d, with %d below and %d above\n", all.Inside, all.N, all.Below, all.Above)
	// Output:
	// a year ahead, 13 of 28 shares lay inside the 80% band
	// in all years 87 of 220, with 43 below and 90 above
}
