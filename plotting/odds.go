package plotting

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// odds are the chances of one member.
type odds struct {
	of    *scenario.Dataset
	reach projection.Reach // of the run without luck
	year  int              // up to which draws are counted: the deadline, or the horizon
	there float64          // chance of having reached the target by then
	kept  float64          // chance of being at the target then
	off   float64          // the larger standard error of the two, in percentage points
	draws int
}

// oddsOf counts the draws of a member up to a year.
func oddsOf(reach projection.Reach, year int, e *projection.Ensemble) (odds, error) {
	o := odds{of: e.Central().Dataset, reach: reach, year: year, draws: e.Draws()}
	there, err := e.Chance(reach.Member, year)
	if err != nil {
		return odds{}, err
	}
	at, err := e.At(reach.Member, year)
	if err != nil {
		return odds{}, err
	}
	o.there, o.kept, o.off = there.Value, at.Value, scenario.ToPercent(max(there.StdErr, at.StdErr))
	return o, nil
}

// title states how likely the target is reached, or where the draws of a band lie
// if nothing is asked.
func (o odds) title(b yearBand) string {
	goal := goal(o.of, []projection.Reach{o.reach}, "")
	switch o.reach.Status {
	case projection.NotAsked:
		low, _ := b.low.At(o.year)
		high, _ := b.high.At(o.year)
		span := "between " + percent(low) + " and " + percent(high)
		if percent(low) == percent(high) {
			span = percent(low)
		}
		return fmt.Sprintf("%s spends %s of %s in %d in %.0f%% of draws", o.reach.Name, span, o.of.Denominator, o.year, scenario.ToPercent(b.part))
	case projection.MetAlready:
		return fmt.Sprintf("%s was at %s in %d and is there in %d %s", o.reach.Name, goal, o.reach.Base, o.year, inDraws(o.kept, o.draws))
	}
	return fmt.Sprintf("%s reaches %s by %d %s", o.reach.Name, goal, o.year, inDraws(o.there, o.draws))
}

// half says when half of the draws have reached the target; nothing if none of them
// has to.
func (o odds) half(e *projection.Ensemble) (string, error) {
	if o.reach.Status == projection.NotAsked || o.reach.Status == projection.MetAlready {
		return "", nil
	}
	year, ok, err := e.YearQuantile(o.reach.Member, 0.5)
	if !ok {
		return fmt.Sprintf("Fewer than half of the draws have reached the target by %d", o.reach.To), err
	}
	return fmt.Sprintf("At least half of the draws have reached the target by %d", year), err
}

// answer is the chance in per cent, where there is one.
func (o odds) answer() string {
	switch o.reach.Status {
	case projection.NotAsked:
		return "not asked"
	case projection.MetAlready:
		return "already"
	}
	return chanceText(scenario.ToPercent(o.there)) + "%"
}

// compareOdds puts those who are at the target first, then the likeliest, and last
// those of whom nothing is asked.
func compareOdds(a, b odds) int {
	rank := func(o odds) int {
		return slices.Index([]projection.Status{projection.MetAlready, projection.MetLater, projection.NotAsked}, min(o.reach.Status, projection.MetLater))
	}
	return cmp.Or(cmp.Compare(rank(a), rank(b)), cmp.Compare(b.there, a.there), cmp.Compare(a.reach.Name, b.reach.Name))
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
