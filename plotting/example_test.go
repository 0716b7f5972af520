package plotting_test

import (
	"fmt"
	"log"
	"os"
	"path/filepath"

	"github.com/pledgesim/pledgesim/plotting"
	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
	"github.com/pledgesim/pledgesim/scenario/nato"
)

// results are two scenarios on the figures of March 2023.
func results() []*projection.Result {
	d, err := nato.Edition("nato-2023-03")
	if err != nil {
		log.Fatal(err)
	}
	pace := scenario.Scenario{
		Name:   "At the present pace",
		Pledge: scenario.Target{Share: 2 * scenario.Percent},
		Growth: scenario.Constant(1.5 * scenario.Percent),
	}
	ramp := pace // a copy: changing it leaves pace alone
	ramp.Name = "2% by 2030"
	ramp.Pledge = scenario.Target{Share: 2 * scenario.Percent, By: 2030}
	ramp.Response = scenario.Ramp{}

	var rs []*projection.Result
	for _, s := range []scenario.Scenario{pace, ramp} {
		r, err := projection.Run(d, s, projection.Options{})
		if err != nil {
			log.Fatal(err)
		}
		rs = append(rs, r)
	}
	return rs
}

func Example() {
	f, err := plotting.YearReached(results()...)
	if err != nil {
		log.Fatal(err)
	}
	folder, err := os.MkdirTemp("", "figures")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(folder)
	if err := f.Save(filepath.Join(folder, "year-reached.png")); err != nil {
		log.Fatal(err)
	}
	fmt.Println(f.Title)
	fmt.Println(f.Subtitle)
	// Output:
	// At least 23 of 29 members reach 2% of GDP by 2040
	// First year with defence spending at 2% of GDP, by member
}

func ExamplePaths() {
	f, err := plotting.Paths("Germany", results()...)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(f.Title)
	// Output: Germany reaches 2% of GDP between 2030 and 2034
}

func ExampleRanking() {
	f, err := plotting.Ranking(results()[0], 2021)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(f.Title)
	// Output: 6 of 29 members spent at least 2% of GDP in 2021
}

func ExampleCount() {
	f, err := plotting.Count(results()[0])
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(f.Title)
	// Output: 23 of 29 members are at 2% of GDP in 2040, after 6 in 2021
}
