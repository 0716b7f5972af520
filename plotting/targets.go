package plotting

import (
	"math"
	"slices"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// printedStep is the difference of two shares that are printed differently.
const printedStep = 0.01 * scenario.Percent

// printed is a share as it is printed, in hundredths of a per cent. Halves that
// rounding has made a little smaller count as halves.
func printed(share float64) float64 { return math.Round(share*10_000 + 1e-6) }

// inForce puts what is asked in a projected year, which may be nothing, in the
// place of what is asked in the end.
func inForce(r *projection.Result, reach projection.Reach, year int) (projection.Reach, error) {
	if year <= r.Options.Base {
		return reach, nil
	}
	ask, err := r.Ask(reach.Member, year)
	if err != nil {
		return reach, err
	}
	reach.Target = ask.Share
	if ask.Share == 0 {
		reach.Status = projection.NotAsked
	}
	return reach, nil
}

// kindOf tells the colour of a bar. A share that is printed like the target is
// not below it.
func kindOf(share float64, reach projection.Reach, o projection.Options) barKind {
	if reach.Status == projection.NotAsked {
		return unasked
	}
	return kindAmong(share, []float64{reach.Target}, o)
}

// kindAmong tells the colour of a bar by the guidelines, ascending, that it reaches.
func kindAmong(share float64, guidelines []float64, o projection.Options) barKind {
	at := func(guideline float64) bool {
		return o.Reached(share, guideline) || printed(share) >= printed(guideline)
	}
	switch {
	case at(guidelines[len(guidelines)-1]):
		return atTarget
	case at(guidelines[0]):
		return betweenThem
	default:
		return belowTarget
	}
}

// distinctTargets gives what is asked of those who are shown, ascending.
func distinctTargets(reaches []projection.Reach) []float64 {
	var targets []float64
	for _, r := range reaches {
		if r.Status != projection.NotAsked && !slices.Contains(targets, r.Target) {
			targets = append(targets, r.Target)
		}
	}
	slices.Sort(targets)
	return targets
}
