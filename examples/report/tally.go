package main

import (
	"cmp"
	"slices"
	"strings"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// A tally counts the members of a result by when they reach what is asked of them.
type tally struct {
	members, asked, already, later, never int
	onTime, timed                         int    // at the target in the year of the deadline, of those who have one
	gone, lost                            int    // that had been at the target, and are below it in that year, and in the last
	name                                  string // of a member that is asked
	targets                               []float64
	deadlines                             []int
}

func tallyOf(r *projection.Result) tally {
	t := tally{members: len(r.Codes())}
	for _, reach := range r.Reaches() {
		switch reach.Status {
		case projection.NotAsked:
			continue
		case projection.MetAlready:
			t.already++
		case projection.MetLater:
			t.later++
		}
		t.asked++
		t.name = cmp.Or(reach.Name, reach.Member)
		year, reached := reach.Year()
		if reach.Never {
			t.never++
		}
		if on, known := reach.OnTime(); known {
			t.timed++
			switch {
			case on:
				t.onTime++
			case reached && year < reach.Deadline:
				t.gone++
			}
		}
		if reached && !reach.At(r.Options.To) {
			t.lost++
		}
		t.targets, t.deadlines = append(t.targets, reach.Target), append(t.deadlines, reach.Deadline)
	}
	slices.Sort(t.targets)
	slices.Sort(t.deadlines)
	t.targets, t.deadlines = slices.Compact(t.targets), slices.Compact(t.deadlines)
	return t
}

// inWords is a share with what it is a share of: "2% of GDP".
func inWords(share float64, d *scenario.Dataset) string {
	return scenario.FormatShare(share) + strings.TrimPrefix(d.ShareUnit(), "%")
}

// quoted is the name of a scenario in a sentence.
func quoted(name string) string { return "“" + strings.TrimSpace(name) + "”" }
