package plotting_test

import (
	"context"
	"fmt"
	"log"

	"github.com/pledgesim/pledgesim/plotting"
	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
	"github.com/pledgesim/pledgesim/scenario/imf"
	"github.com/pledgesim/pledgesim/scenario/nato"
)

// then is the scenario of an edition, and the growth that was forecast on its day.
func then(edition string) (*scenario.Dataset, scenario.Scenario) {
	d, err := nato.Edition(edition)
	if err != nil {
		log.Fatal(err)
	}
	vintage, err := imf.NotLaterThan(edition)
	if err != nil {
		log.Fatal(err)
	}
	growth, err := imf.Real(vintage)
	if err != nil {
		log.Fatal(err)
	}
	return d, scenario.Scenario{
		Name:     "At the present pace",
		Pledge:   scenario.Target{Share: 2 * scenario.Percent},
		Growth:   growth,
		Response: scenario.UpTo{Response: scenario.Trend{}},
	}
}

// projected runs the scenario of an edition from a base year to 2026.
func projected(edition string, base int) *projection.Result {
	d, s := then(edition)
	r, err := projection.Run(d, s, projection.Options{Base: base, To: 2026})
	if err != nil {
		log.Fatal(err)
	}
	return r
}

// simulated is projected with luck.
func simulated(edition string, base int) *projection.Ensemble {
	d, s := then(edition)
	s.Growth = scenario.AR1{Around: s.Growth, SD: 2.5 * scenario.Percent, Rho: 0.3, Common: 0.5}
	s.Response = scenario.Shocked{Response: s.Response, SD: 4 * scenario.Percent}
	e, err := projection.Simulate(context.Background(), d, s, projection.Options{Base: base, To: 2026, Draws: 1000, Seed: 1})
	if err != nil {
		log.Fatal(err)
	}
	return e
}

// How many members would be at 2%, seen from 2022, and how many were?
func ExampleBacktestCount() {
	f, err := plotting.BacktestCount(nato.Latest(), projected("nato-2023-03", 2022))
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(f.Title)
	// Output: 15 of 29 members were at 2% of GDP in 2024, more than the 8 projected from 2022
}

// What was expected of Germany in 2018 and in 2022, and what happened?
func ExampleBacktestPaths() {
	f, err := plotting.BacktestPaths("Germany", nato.Latest(), projected("nato-2019-06", 2018), projected("nato-2023-03", 2022))
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(f.Title)
	// Output: Germany spent 2.00% of GDP in 2024, more than the 1.20% projected from 2018 and 1.59% from 2022
}

// Were simulations that could have been made in March 2023 as sure as they seemed?
func ExampleCalibration() {
	coverage, err := projection.Cover(nato.Latest(), simulated("nato-2023-03", 2022))
	if err != nil {
		log.Fatal(err)
	}
	f, err := plotting.Calibration(coverage)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(f.Title)
	// Output: Outcomes of 2023 to 2026 fell inside the 80% band 26% of the time: the simulation was too sure and too low
}

// Did what happened lie where a simulation of March 2023 had it?
func ExampleBacktestFan() {
	f, err := plotting.BacktestFan("Germany", nato.Latest(), simulated("nato-2023-03", 2022))
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(f.Title)
	// Output: Germany spent 2.00% of GDP in 2024, above the 90% band simulated from 2022 (1.42% to 1.79%)
}

// Did as many members reach 2% as a simulation of March 2023 had there?
func ExampleCountFan() {
	f, err := plotting.CountFan(simulated("nato-2023-03", 2022), plotting.CountFanOptions{
		Announced: []plotting.AnnouncedCount{{Members: 15, Year: 2024, By: "NATO in February 2018"}},
		Outcome:   nato.Latest(),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(f.Title)
	// Output: 15 of 29 members were at 2% of GDP in 2024, above the 90% band simulated from 2022 (5 to 11)
}
