package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// A tally counts the members of a result by when they reach what is asked of them.
type tally struct {
	members, asked, already, later, never int
	onTime, timed                         int // at the target in the year of the deadline, of those who have one
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
		if reach.Never {
			t.never++
		}
		if on, known := reach.OnTime(); known {
			t.timed++
			if on {
				t.onTime++
			}
		}
		t.targets, t.deadlines = append(t.targets, reach.Target), append(t.deadlines, reach.Deadline)
	}
	slices.Sort(t.targets)
	slices.Sort(t.deadlines)
	t.targets, t.deadlines = slices.Compact(t.targets), slices.Compact(t.deadlines)
	return t
}

// sentence says how many members reach what is asked, and when.
func (t tally) sentence(r *projection.Result) string {
	o := r.Options
	if t.asked == 0 {
		return "nothing is asked of any member."
	}
	target := "their targets"
	if t.already <= 1 {
		target = "its target"
	}
	if len(t.targets) == 1 {
		target = inWords(t.targets[0], r.Dataset)
	}
	text := fmt.Sprintf("%d of %d members %s at %s already in %d", t.already, t.asked, are(t.already), target, o.Base)
	if t.already == 0 {
		text = fmt.Sprintf("none of %d members is at %s in %d", t.asked, target, o.Base)
	}
	switch left := t.asked - t.already; {
	case left == 0:
	case t.later == left && t.already == 0:
		text += fmt.Sprintf("; all get there by %d", o.To)
	case t.later == left:
		text += fmt.Sprintf("; the other %s by %d", get(left), o.To)
	case t.later == 0:
		text += fmt.Sprintf("; no other gets there by %d", o.To)
	default:
		text += fmt.Sprintf("; %s by %d, %d %s not", get(t.later), o.To, left-t.later, do(left-t.later))
	}
	if t.never > 0 {
		text += fmt.Sprintf(", %d never if this goes on", t.never)
	}
	text += "."
	if t.timed > 0 {
		when := "When their deadlines come"
		if len(t.deadlines) == 1 {
			when = fmt.Sprintf("In %d, the deadline", t.deadlines[0])
		}
		text += fmt.Sprintf(" %s, %d of %d %s there.", when, t.onTime, t.timed, are(t.onTime))
	}
	return text
}

// inWords is a share with what it is a share of: "2% of GDP".
func inWords(share float64, d *scenario.Dataset) string {
	return scenario.FormatShare(share) + strings.TrimPrefix(d.ShareUnit(), "%")
}

func are(n int) string {
	if n == 1 {
		return "is"
	}
	return "are"
}

func do(n int) string {
	if n == 1 {
		return "does"
	}
	return "do"
}

func get(n int) string {
	if n == 1 {
		return "1 gets there"
	}
	return fmt.Sprintf("%d get there", n)
}

// quoted is the name of a scenario in a sentence.
func quoted(name string) string { return "“" + strings.TrimSpace(name) + "”" }
