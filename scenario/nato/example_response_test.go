package nato_test

import (
	"fmt"

	"gonum.org/v1/gonum/stat"

	"github.com/pledgesim/pledgesim/scenario"
	"github.com/pledgesim/pledgesim/scenario/nato"
)

// How fast did members close their gap to 2% before and after February 2022?
func ExampleObservedResponse() {
	for _, p := range []nato.Period{nato.BeforeInvasion(), nato.SinceInvasion()} {
		o, err := nato.ObservedResponse(p)
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Print(o, "\n\n")
	}
	// Output:
	// Yearly changes of the share of GDP, 2015-2021, edition nato-2026-07. In brackets: standard errors, by member and year.
	//                   members  changes  estimates  gap closed   explains  common rise      explains  both: gap      rise             explains
	// all below 2%      26       161      0          7.3% (2.4)   8%        +0.062 (0.025)   10%       1.7% (5.1)?    +0.050 (0.056)?  10%
	// near, from 1.5%   3        18       0          -            -         -                -         -              -                -
	// far, below 1.5%   18       118      0          5.7% (2.5)?  6%        +0.053 (0.030)?  7%        0.4% (9.7)?    +0.050 (0.106)?  7%
	// bordering Russia  5        25       0          30.7% (8.2)  48%       +0.129 (0.051)?  38%       23.0% (12.9)?  +0.051 (0.062)?  51%
	// at or above 2%    9        33       0          -            -         -0.024 (0.072)?  1%        -              -                -
	// Gap closed: the part, in a year, of what was missing to 2% in the year before. Rise: percentage points of GDP a year.
	// Explains: the part of the squares of changes, a held share explaining none. -: too few for a number.
	// ?: cannot be told from 0 (95%, Student's t). From few years, such as 4 or 7, even these standard errors are too small.
	// All below 2%: a common rise explains more than closing part of the gap does; fitted together, what the gap adds cannot be told from 0.
	// Far, below 1.5%: a common rise explains more than closing part of the gap does; fitted together, what the gap adds cannot be told from 0.
	// Bordering Russia: closing part of the gap explains more than a common rise does; fitted together, what the gap adds cannot be told from 0.
	//
	// Yearly changes of the share of GDP, 2022-2025, edition nato-2026-07. In brackets: standard errors, by member and year.
	//                   members  changes  estimates  gap closed     explains  common rise      explains  both: gap      rise             explains
	// all below 2%      23       78       14         26.9% (13.1)?  29%       +0.163 (0.072)?  32%       10.1% (6.8)?   +0.111 (0.058)?  33%
	// near, from 1.5%   9        33       6          30.6% (21.4)?  24%       +0.107 (0.090)?  18%       29.3% (11.1)?  +0.006 (0.075)?  24%
	// far, below 1.5%   12       41       8          25.5% (11.0)?  35%       +0.199 (0.065)?  42%       -5.8% (12.6)?  +0.237 (0.093)?  42%
	// bordering Russia  2        4        0          -              -         -                -         -              -                -
	// at or above 2%    17       40       17         -              -         +0.264 (0.090)?  30%       -              -                -
	// Gap closed: the part, in a year, of what was missing to 2% in the year before. Rise: percentage points of GDP a year.
	// Explains: the part of the squares of changes, a held share explaining none. -: too few for a number.
	// ?: cannot be told from 0 (95%, Student's t). From few years, such as 4 or 7, even these standard errors are too small.
	// All below 2%: a common rise explains more than closing part of the gap does; fitted together, what the gap adds cannot be told from 0.
	// Near, from 1.5%: closing part of the gap explains more than a common rise does; fitted together, what the gap adds cannot be told from 0.
	// Far, below 1.5%: a common rise explains more than closing part of the gap does; fitted together, what the gap adds cannot be told from 0.
}

// Who kept which clause of the pledge of Wales?
func ExampleWalesRecord() {
	r, err := nato.WalesRecord(nato.Latest())
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(r)
	// Output:
	// The pledge of Wales 2014 in 2024, edition nato-2026-07
	// 24 members were below 2% in 2014:
	//   share not lower than in 2014 ("halt any decline", measured on the share): 23 (unknown of 1); it fell in 76 of 239 years
	//   spending higher in real terms: 24; it fell in 51 of 240 years, of 22 members at least once
	//   at 2%: 12
	// 3 members were at or above 2% in 2014:
	//   share not lower than in 2014 ("halt any decline", measured on the share): 2; it fell in 15 of 30 years
	//   spending higher in real terms: 3; it fell in 6 of 30 years, of 3 members at least once
	//   at 2%: 3
	// At 2% in all: 17 of 31, 2 of which joined later
}

// The speeds and the record of Wales side by side: had each member that was below 2%
// in 2014 moved at the speed of its group, where would it be in 2024? On average,
// shares above 2% counting as 2%, near where it is. But at a speed no share falls, and
// hardly one gets to 2%: both happened often.
func ExampleObserved_Response() {
	var paths []scenario.Response
	periods := []nato.Period{nato.BeforeInvasion(), nato.SinceInvasion()}
	for _, p := range periods {
		o, err := nato.ObservedResponse(p)
		if err != nil {
			fmt.Println(err)
			return
		}
		paths = append(paths, o.Response())
	}
	d := nato.Latest()
	record, err := nato.WalesRecord(d)
	if err != nil {
		fmt.Println(err)
		return
	}
	var at2014, at2024, upTo2, implied []float64
	reached, impliedReached, falls, years := 0, 0, 0, 0
	for _, r := range record.Members {
		if !r.Bound || !r.Below || r.Halted == nato.Unknown {
			continue // joined later, or was at 2%, or has a break: Luxembourg
		}
		m, err := d.Member(r.Code)
		if err != nil {
			fmt.Println(err)
			return
		}
		track := scenario.NewTrack(m, 2014)
		for year := 2015; year <= 2024; year++ {
			response := paths[0]
			if year >= periods[1].First {
				response = paths[1]
			}
			const gdp = 1 // the share is looked at alone
			track.Append(response.Spend(track.View(gdp), scenario.Ask{Share: 2 * scenario.Percent}), gdp)
		}
		share, _ := track.Share(2024)
		at2014, at2024 = append(at2014, r.Share2014), append(at2024, r.Share2024)
		upTo2, implied = append(upTo2, min(r.Share2024, 2*scenario.Percent)), append(implied, share)
		if r.AtTarget {
			reached++
		}
		if share >= 2*scenario.Percent-d.Precision/2 {
			impliedReached++
		}
		falls, years = falls+r.Falls, years+r.Years
	}
	mean := func(shares []float64) string { return scenario.FormatShare(stat.Mean(shares, nil)) }
	fmt.Printf("mean share of %d members in 2014: %s\n", len(at2014), mean(at2014))
	fmt.Printf("in 2024: %s, up to 2%% each: %s; at the speeds of their groups: %s\n", mean(at2024), mean(upTo2), mean(implied))
	fmt.Printf("at 2%% in 2024: %d; at the speeds: %d\n", reached, impliedReached)
	fmt.Printf("falls of the share: %d in %d years; at the speeds: 0\n", falls, years)
	// Output:
	// mean share of 23 members in 2014: 1.25%
	// in 2024: 2.09%, up to 2% each: 1.81%; at the speeds of their groups: 1.84%
	// at 2% in 2024: 12; at the speeds: 2
	// falls of the share: 74 in 230 years; at the speeds: 0
}
