package scenario_test

import (
	"fmt"
	"os"
	"strings"

	"github.com/pledgesim/pledgesim/scenario"
)

// Two scenarios that share an assumption about growth.
func ExampleDecode() {
	const file = `{
  "title": "Two targets",
  "defaults": {"growth": {"kind": "constant", "rate_percent": 1.5}},
  "scenarios": [
    {"name": "2% at the present pace", "pledge": {"kind": "target", "share_percent": 2}},
    {"name": "2.5% by 2030", "pledge": {"kind": "target", "share_percent": 2.5, "by": 2030}, "response": {"kind": "ramp"}}
  ]
}`
	f, err := scenario.Decode(strings.NewReader(file), scenario.DecodeOptions{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, s := range f.Scenarios {
		fmt.Println(s)
	}
	// Output:
	// 2% at the present pace
	//   pledge:   2% of GDP, no deadline
	//   growth:   GDP grows 1.5% a year
	//   response: spending goes on growing, in the prices of the data set, at its mean rate of the last 8 years, until the target is met
	// 2.5% by 2030
	//   pledge:   2.5% of GDP by 2030
	//   growth:   GDP grows 1.5% a year
	//   response: the share reaches the target by the deadline through equal yearly steps
}

// All that is wrong with a file is told at once, with where it stands.
func ExampleDecode_faults() {
	const file = `{
  "scenarios": [
    {"name": "a", "pledge": {"kind": "target", "share_percent": 250, "until": 2030},
     "growth": {"kind": "constant", "rate": 0.015}, "responce": {"kind": "ramp"}}
  ]
}`
	_, err := scenario.Decode(strings.NewReader(file), scenario.DecodeOptions{})
	fmt.Println(err)
	// Output:
	// line 3, column 65: scenarios[0].pledge.share_percent = 250 is not a number of per cent in (0, 25]
	// line 3, column 70: scenarios[0].pledge.until is no key of kind target: known are kind, share_percent, from, by
	// line 4, column 37: scenarios[0].growth.rate is no key of kind constant: did you mean rate_percent?
	// line 4, column 53: scenarios[0].responce is no key of a scenario: did you mean response?
}

// What was put together in Go can be kept in a file.
func ExampleEncode() {
	f := scenario.File{
		Title: "Slowly, then all at once",
		Scenarios: []scenario.Scenario{{
			Name:   "3.5% by 2035",
			Pledge: scenario.Target{Share: 3.5 * scenario.Percent, By: 2035},
			Growth: scenario.AR1{Around: scenario.Historic{Years: 10}, SD: 2 * scenario.Percent, Rho: 0.3},
			Response: scenario.Capped{
				Response:  scenario.Ramp{Shape: scenario.BackLoaded},
				MaxGrowth: 10 * scenario.Percent,
			},
		}},
	}
	if err := scenario.Encode(os.Stdout, f); err != nil {
		fmt.Println(err)
	}
	// Output:
	// {
	//   "title": "Slowly, then all at once",
	//   "scenarios": [
	//     {
	//       "name": "3.5% by 2035",
	//       "pledge": {"kind": "target", "share_percent": 3.5, "by": 2035},
	//       "growth": {
	//         "kind": "ar1",
	//         "around": {"kind": "historic", "years": 10},
	//         "sd_points": 2,
	//         "rho_percent": 30
	//       },
	//       "response": {
	//         "kind": "capped",
	//         "response": {"kind": "ramp", "shape": "back-loaded"},
	//         "max_growth_percent": 10
	//       }
	//     }
	//   ]
	// }
}

func ExampleDiff() {
	a := scenario.Scenario{
		Name:     "2.5% by 2030",
		Pledge:   scenario.Target{Share: 2.5 * scenario.Percent, By: 2030},
		Growth:   scenario.Constant(1.5 * scenario.Percent),
		Response: scenario.Ramp{},
	}
	b := a
	b.Name, b.Pledge = "2.5% by 2032", scenario.Target{Share: 2.5 * scenario.Percent, By: 2032}
	b.Growth = scenario.Historic{Years: 10}
	for _, d := range scenario.Diff(a, b) {
		fmt.Println(d)
	}
	// Output:
	// Name: 2.5% by 2030 / 2.5% by 2032
	// Pledge.By: 2030 / 2032
	// Growth: GDP grows 1.5% a year / GDP goes on growing at each member's mean rate of the last 10 years
}
