package plotting

import (
	"fmt"
	"math"

	"github.com/pledgesim/pledgesim/projection"
)

// odds are the chances of one member.
type odds struct {
	reach projection.Reach // of the run without luck
	year  int              // the deadline, or the horizon
	there float64          // chance of having reached the target by then
	kept  float64          // chance of being at the target then
	draws int
	half  string // when half of the draws have reached the target; empty: nothing is asked, or it was met already
}

// oddsOf counts the draws of a member.
func oddsOf(code string, e *projection.Ensemble) (odds, error) {
	reach, err := e.Central().Reach(code)
	if err != nil {
		return odds{}, err
	}
	o := odds{reach: reach, year: by([]projection.Reach{reach}), draws: e.Draws()}
	there, err := e.Chance(code, o.year)
	if err != nil {
		return odds{}, err
	}
	at, err := e.At(code, o.year)
	if err != nil {
		return odds{}, err
	}
	o.there, o.kept = there.Value, at.Value
	if reach.Status == projection.NotAsked || reach.Status == projection.MetAlready {
		return o, nil
	}
	year, ok, err := e.YearQuantile(code, 0.5)
	if err != nil {
		return odds{}, err
	}
	o.half = fmt.Sprintf("Fewer than half of the draws have reached the target by %d", reach.To)
	if ok {
		o.half = fmt.Sprintf("Half of the draws have reached the target by %d", year)
	}
	return o, nil
}

// title states how likely the target is reached, or where half of the draws lie if
// nothing is asked.
func (o odds) title(c *timeChart) string {
	goal := goal([]projection.Reach{o.reach}, "")
	switch o.reach.Status {
	case projection.NotAsked:
		narrow := c.bands[len(c.bands)-1]
		low, _ := narrow.low.At(c.last)
		high, _ := narrow.high.At(c.last)
		return fmt.Sprintf("%s spends between %s and %s of GDP in %d in half of the draws", o.reach.Name, percent(low), percent(high), c.last)
	case projection.MetAlready:
		return fmt.Sprintf("%s was at %s in %d and is there in %d %s", o.reach.Name, goal, c.base, o.year, inDraws(o.kept, o.draws))
	}
	return fmt.Sprintf("%s reaches %s by %d %s", o.reach.Name, goal, o.year, inDraws(o.there, o.draws))
}

// mark says the same over the year, in few words; the empty mark if nothing is
// asked.
func (o odds) mark() mark {
	said := mark{x: float64(o.year), word: "deadline", value: fmt.Sprintf("%d: reached %s", o.year, inDraws(o.there, o.draws))}
	switch o.reach.Status {
	case projection.NotAsked:
		return mark{}
	case projection.MetAlready:
		said.value = fmt.Sprintf("%d: met %s", o.year, inDraws(o.kept, o.draws))
	}
	if o.year != o.reach.Deadline {
		said.word = "by"
	}
	return said
}

// inDraws writes a chance in whole draws of 100, or of all if there are fewer; only
// what is certain or never happened reads as every draw or none.
func inDraws(chance float64, draws int) string {
	of := min(draws, 100)
	n := int(math.Round(chance * float64(of)))
	switch {
	case chance == 0:
		return "in no draw"
	case chance == 1:
		return "in every draw"
	case n == 0:
		return fmt.Sprintf("in fewer than 1 of %d draws", of)
	case n == of:
		return fmt.Sprintf("in more than %d of %d draws", of-1, of)
	}
	return fmt.Sprintf("in %d of %d draws", n, of)
}
