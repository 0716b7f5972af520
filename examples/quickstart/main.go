// Command quickstart is the shortest useful program: the year in which each
// ally reaches 3.5% of GDP if its spending goes on growing at the present pace.
package main

import (
	"log"
	"os"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
	"github.com/pledgesim/pledgesim/scenario/nato"
)

func main() {
	pledge := scenario.Target{Share: 3.5 * scenario.Percent, By: 2035}
	s := scenario.Scenario{Name: "at this pace", Pledge: pledge, Growth: scenario.Constant(1.5 * scenario.Percent)}
	r, err := projection.Run(nato.Latest(), s, projection.Options{Base: 2026}) // NATO's estimates for 2026 included
	check(err)
	check(projection.WriteText(os.Stdout, r.Years()))
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
