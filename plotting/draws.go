package plotting

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// checkEnsemble refuses a simulation that holds nothing, and gives its central
// run, which knows edition and scenario, with the warnings of the simulation.
func checkEnsemble(e *projection.Ensemble) (*projection.Result, error) {
	if e == nil {
		return nil, errors.New("the ensemble is nil: was an error of projection.Simulate passed over?")
	}
	if r := e.Central(); r != nil && e.Draws() > 0 {
		central := *r
		central.Warnings = e.Warnings
		return &central, nil
	}
	return nil, fmt.Errorf("the ensemble is empty: make it with projection.Simulate: %w", scenario.ErrInvalid)
}

// drawn says how many draws there are and from which seed.
func drawn(e *projection.Ensemble) string {
	return fmt.Sprintf("%s draws, seed %s", thousands(e.Draws()), seedOf(e))
}

// seedOf is the seed of a simulation as it is written into files.
func seedOf(e *projection.Ensemble) string { return strconv.FormatUint(e.Options().Seed, 10) }

// seedsOf are the seeds of several simulations, each once.
func seedsOf(es []*projection.Ensemble) string {
	var seeds []string
	for _, e := range es {
		if s := seedOf(e); !slices.Contains(seeds, s) {
			seeds = append(seeds, s)
		}
	}
	return strings.Join(seeds, ", ")
}

// likely reports whether a chance, in per cent, is more than even as it is printed.
func likely(percent float64) bool { return math.Round(percent) > 50 }

// thousands writes a whole number with commas: "10,000".
func thousands(n int) string { return number(float64(n), 0) }

// lostCounts is what every figure must say that counts who has reached a target.
const lostCounts = "A target that is lost again later counts as reached"

// yearByYear is what every figure with bands must say.
const yearByYear = "Bands hold for each year by itself; the year reached is counted along whole paths, not read off a band"
