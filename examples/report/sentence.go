package main

import (
	"fmt"

	"github.com/pledgesim/pledgesim/projection"
)

// sentence says how many members reach what is asked, and when.
func (t tally) sentence(r *projection.Result) string {
	if t.asked == 0 {
		return "nothing is asked of any member."
	}
	text := t.start(r) + t.way(r.Options.To) + "."
	deadline := 0
	if len(t.deadlines) == 1 {
		deadline = t.deadlines[0]
	}
	if t.timed > 0 {
		when := "When their deadlines come"
		if deadline > 0 {
			when = fmt.Sprintf("In %d, the deadline", deadline)
		}
		text += fmt.Sprintf(" %s, %s.", when, t.there())
	}
	if t.lost > 0 && t.lost != t.gone {
		text += fmt.Sprintf(" By %d, %s.", r.Options.To, t.fallen(t.lost))
	}
	return text
}

// start says where they are in the base year.
func (t tally) start(r *projection.Result) string {
	target := "their targets"
	if t.already <= 1 {
		target = "its target"
	}
	if len(t.targets) == 1 {
		target = inWords(t.targets[0], r.Dataset)
	}
	base := r.Options.Base
	switch {
	case t.asked == 1 && t.already == 0:
		return fmt.Sprintf("%s is not at %s in %d", t.name, target, base)
	case t.asked == 1:
		return fmt.Sprintf("%s is at %s already in %d", t.name, target, base)
	case t.already == 0:
		return fmt.Sprintf("none of %d members is at %s in %d", t.asked, target, base)
	case t.already == t.asked:
		return fmt.Sprintf("all %d members are at %s already in %d", t.asked, target, base)
	}
	return fmt.Sprintf("%d of %d members %s at %s already in %d", t.already, t.asked, are(t.already), target, base)
}

// way says what becomes of those who are not there in the base year, by the last.
func (t tally) way(to int) string {
	left := t.asked - t.already
	text := ""
	switch {
	case left == 0:
		return ""
	case t.asked == 1 && t.later == 1:
		return fmt.Sprintf("; it gets there by %d", to)
	case t.later == left && t.already == 0:
		return fmt.Sprintf("; all get there by %d", to)
	case t.later == left && left == 1:
		return fmt.Sprintf("; the other gets there by %d", to)
	case t.later == left:
		return fmt.Sprintf("; the other %d get there by %d", left, to)
	case t.asked == 1:
		text = fmt.Sprintf("; it does not get there by %d", to)
	case t.later == 0 && t.already == 0:
		text = fmt.Sprintf("; none gets there by %d", to)
	case t.later == 0:
		text = fmt.Sprintf("; no other gets there by %d", to)
	default:
		text = fmt.Sprintf("; %d %s there by %d, %d %s not", t.later, verb(t.later, "gets", "get"), to, left-t.later, verb(left-t.later, "does", "do"))
	}
	switch {
	case t.never == 0:
		return text
	case t.never == left-t.later:
		return text + ", nor ever if this goes on"
	case t.later == 0:
		return text + fmt.Sprintf(", %d never if this goes on", t.never)
	}
	return text + fmt.Sprintf(", %d of them never if this goes on", t.never)
}

// there says who is at the target when the deadline has come.
func (t tally) there() string {
	text := ""
	switch {
	case t.asked == 1 && t.gone == 1:
		return t.fallen(1)
	case t.asked == 1 && t.onTime == 1:
		return "it is there"
	case t.asked == 1:
		return "it is not there"
	case t.onTime == 0:
		text = "none is there"
	case t.onTime == t.asked:
		text = fmt.Sprintf("all %d are there", t.asked)
	default:
		text = fmt.Sprintf("%d of %d %s there", t.onTime, t.timed, are(t.onTime))
	}
	if t.gone > 0 {
		text += "; " + t.fallen(t.gone)
	}
	return text
}

// fallen says of some members that they are below the target again.
func (t tally) fallen(n int) string {
	if t.asked == 1 {
		return "it has fallen below again"
	}
	return fmt.Sprintf("%d %s fallen below again", n, verb(n, "has", "have"))
}

func are(n int) string { return verb(n, "is", "are") }

// verb is the form of a verb that goes with a number.
func verb(n int, singular, plural string) string {
	if n == 1 {
		return singular
	}
	return plural
}
