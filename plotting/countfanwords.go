package plotting

import (
	"fmt"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// countFanTitle states in how many draws as many members are at the target as were
// announced first or, if nothing was, how many are there in most draws: "Between 5 and
// 11 of 28 members are at 2% of GDP in 2024 in at least 90% of draws".
func countFanTitle(e *projection.Ensemble, r *projection.Result, announced []AnnouncedCount, bands []yearBand) (string, error) {
	reaches, of := r.Reaches(), asked(r)
	year := by(reaches)
	if len(announced) > 0 {
		year = announced[0].Year
	}
	there := fmt.Sprintf("at %s in %d", goal(r.Dataset, reaches, ""), year)
	if len(announced) == 0 && of > 1 {
		low, high := bands[0].ends(year)
		subject := subjects([]tally{{low, of}, {high, of}}, "are", "is")
		return fmt.Sprintf("%s %s in at least %.0f%% of draws", subject, there, scenario.ToPercent(bands[0].part)), nil
	}
	n, subject := 1, nameOf(r)+" is"
	if of > 1 {
		n = announced[0].Members
		if subject = (tally{n, of}).subject("are", "is"); n < of {
			subject = "At least " + subject
		}
	}
	chance, err := e.AtLeast(n, year)
	return fmt.Sprintf("%s %s %s", subject, there, inDraws(chance.Value, e.Draws())), err
}

// nameOf is the name of the first member of whom something is asked.
func nameOf(r *projection.Result) string {
	for _, reach := range r.Reaches() {
		if reach.Status != projection.NotAsked {
			return reach.Name
		}
	}
	return ""
}

// countFanOutcome states how many members were at the target in a year, and in which
// of the bands that is: "17 of 28 members were at 2% of GDP in 2024, above the 90% band
// simulated from 2018 (5 to 11)".
func countFanOutcome(e *projection.Ensemble, outcome *projection.Record, year int, bands []yearBand) (string, error) {
	really, _ := outcome.Count().Observe(year)
	fact, known := factOf(outcome, really)
	n, of, base := int(really.Value), len(outcome.Members), e.Options().Base
	if of == 1 {
		chance, err := e.AtLeast(1, year)
		if n == 0 {
			chance.Value = 1 - chance.Value
		}
		return fmt.Sprintf("%s, as %s simulated from %d", fact, inDraws(chance.Value, e.Draws()), base), err
	}
	where, in := placeOf(n, year, bands)
	low, high := in.ends(year)
	if most, other := placeOf(n+of-known, year, bands); most != where || other.part != in.part { // those without a figure make the difference
		low, high = bands[0].ends(year)
		return fmt.Sprintf("%s; the %.0f%% band simulated from %d is %s", fact, scenario.ToPercent(bands[0].part), base, numberRange(low, high)), nil
	}
	return fmt.Sprintf("%s, %s the %.0f%% band simulated from %d (%s)", fact, where, scenario.ToPercent(in.part), base, numberRange(low, high)), nil
}

// placeOf tells where a number lies in a year: inside the narrowest band that has it,
// or above or below the widest.
func placeOf(n, year int, bands []yearBand) (where string, in yearBand) {
	in = bands[0]
	for _, b := range bands {
		switch low, high := b.ends(year); {
		case low <= n && n <= high:
			where, in = "inside", b
		case where == "" && n > high:
			where = "above"
		case where == "":
			where = "below"
		}
	}
	return where, in
}

// ends are the numbers of members between which a band lies in a year.
func (b yearBand) ends(year int) (low, high int) {
	l, _ := b.low.At(year)
	h, _ := b.high.At(year)
	return int(l), int(h)
}
