package projection_test

import (
	"context"
	"fmt"
	"log"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
	"github.com/pledgesim/pledgesim/scenario/nato"
)

// The README shows the body of this example.
func Example_uncertainty() {
	check := func(err error) {
		if err != nil {
			log.Fatal(err)
		}
	}

	s := scenario.Scenario{
		Name:   "3.5% by 2035",
		Pledge: nato.Hague2025().Pledge,
		Growth: scenario.AR1{ // shocks of 2.5 points a year, half of them common to all economies
			Around: scenario.Constant(1.5 * scenario.Percent), SD: 2.5 * scenario.Percent, Rho: 0.3, Common: 0.5,
		},
		Response: scenario.Shocked{Response: scenario.Ramp{}, SD: 4 * scenario.Percent}, // budgets miss their plans
	}
	e, err := projection.Simulate(context.Background(), nato.Latest(), s, projection.Options{Base: 2026})
	check(err)
	chance, err := e.Chance("Germany", 2035)
	check(err)
	kept, err := e.Kept("Germany") // at the target in 2035 and in every year to 2040
	check(err)
	many, err := e.AtLeast(20, 2035)
	check(err)
	fmt.Println("Germany at 3.5% by 2035:", chance)
	fmt.Println("and held to 2040:", kept)
	fmt.Println("at least 20 of 31 allies there in 2035:", many)
	// Output:
	// Germany at 3.5% by 2035: 71.5% (±0.5)
	// and held to 2040: 32.0% (±0.5)
	// at least 20 of 31 allies there in 2035: 55.8% (±0.5)
}
