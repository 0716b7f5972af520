package projection

import (
	"fmt"
	"math"
	"slices"

	"github.com/pledgesim/pledgesim/scenario"
)

// An Ensemble is what a simulation has counted, in memory that does not grow with
// the number of draws unless Options.Keep asks for it. What it counts is exact;
// only quantiles are rounded, by at most QuantileError: those of spending always,
// those of shares where a simulation has more than 4,096 draws and does not keep
// them. It is not modified by any method, so that it may be shared.
type Ensemble struct {
	Warnings []error // those of the central run, and what the simulation noticed

	sim     *simulation
	ranges  []drawRange // in order, none touching the next
	tallies []tally     // by member
	counts  membersAt
	paths   []keptPaths // in order of draws; all of them or none
}

// ensemble makes an empty ensemble for a simulation.
func (s *simulation) ensemble() *Ensemble {
	e := &Ensemble{sim: s, counts: newMembersAt(s.years, len(s.members))}
	for range s.members {
		e.tallies = append(e.tallies, newTally(s.years, s.options))
	}
	return e
}

// warn collects what the reader should know.
func (e *Ensemble) warn() {
	e.Warnings = slices.Clone(e.sim.central.Warnings)
	if p := e.sim.scenario.Pledge; p != nil && scenario.Own(p, scenario.Hold{}) {
		e.Warnings = append(e.Warnings, fmt.Errorf("what the pledge of %q asks may differ between draws: each is measured against what it asks in %d on the path without luck", e.sim.scenario.Name, e.sim.options.To))
	}
	for i, t := range e.tallies {
		if t.cut > 0 {
			rates := float64(e.Draws()) * float64(e.sim.years)
			e.Warnings = append(e.Warnings, fmt.Errorf("%s: %.2g%% of the drawn rates of growth lie outside -50%% to 100%% and were put to the nearer end", e.sim.members[i].member.Code, scenario.ToPercent(float64(t.cut)/rates)))
		}
	}
}

// handOver moves what a worker has counted into an ensemble, which may be empty yet.
func (w *worker) handOver(e *Ensemble, empty bool) {
	for i := range w.tallies {
		if empty {
			e.tallies[i] = w.tallies[i]
		} else {
			e.tallies[i].merge(&w.tallies[i])
		}
		w.tallies[i] = newTally(w.sim.years, w.sim.options)
	}
	e.counts.merge(w.counts)
	w.counts = newMembersAt(w.sim.years, len(w.sim.members))
}

// extend notes that ranges of draws have been counted.
func (e *Ensemble) extend(more ...drawRange) {
	e.ranges = append(e.ranges, more...)
	slices.SortFunc(e.ranges, func(a, b drawRange) int { return a.first - b.first })
	joined := e.ranges[:1]
	for _, next := range e.ranges[1:] {
		if last := &joined[len(joined)-1]; last.end == next.first {
			last.end = next.end
		} else {
			joined = append(joined, next)
		}
	}
	e.ranges = joined
}

// check refuses an ensemble that did not come from Simulate.
func (e *Ensemble) check() error {
	if e == nil || e.sim == nil || len(e.ranges) == 0 {
		return fmt.Errorf("%w: an empty Ensemble: make it with Simulate", scenario.ErrInvalid)
	}
	return nil
}

// Central is the run without randomness; nil for an empty Ensemble.
func (e *Ensemble) Central() *Result {
	if e.check() != nil {
		return nil
	}
	return e.sim.central
}

// Options are those of the simulation with defaults filled in; Draws is how many
// were done, and First the first of them.
func (e *Ensemble) Options() Options {
	if e.check() != nil {
		return Options{}
	}
	o := e.sim.options
	o.First, o.Draws = e.ranges[0].first, e.Draws()
	return o
}

// Draws is the number of draws that were counted.
func (e *Ensemble) Draws() int {
	n := 0
	for _, r := range e.ranges {
		n += r.draws()
	}
	return n
}

// Codes lists the members in order of code.
func (e *Ensemble) Codes() []string {
	if e.check() != nil {
		return nil
	}
	return e.sim.central.Codes()
}

// index finds a member of the simulation.
func (e *Ensemble) index(member string) (int, error) {
	if err := e.check(); err != nil {
		return 0, err
	}
	p, err := e.sim.central.path(member)
	if err != nil {
		return 0, err
	}
	return slices.Index(e.sim.central.paths, p), nil
}

// projected turns a calendar year into a projected one: -1 is the base year.
func (e *Ensemble) projected(year int) (k int, err error) {
	o := e.sim.options
	if year < o.Base || year > o.To {
		return 0, &scenario.FieldError{Field: "year", Value: year, Problem: fmt.Sprintf("is not in the simulation, %d to %d", o.Base, o.To), Err: scenario.ErrInvalid}
	}
	return year - o.Base - 1, nil
}

// find looks up member and year.
func (e *Ensemble) find(member string, year int) (i, k int, err error) {
	if i, err = e.index(member); err != nil {
		return i, k, err
	}
	k, err = e.projected(year)
	return i, k, err
}

// metAlready reports whether a member is at its target in the base year.
func (e *Ensemble) metAlready(i int) bool {
	p := e.sim.central.paths[i]
	share, _ := p.track.Share(e.sim.options.Base)
	return share >= e.sim.members[i].threshold
}

// asked reports whether anything is asked of a member: what its draws are measured
// against is the target of the central run's last year.
func (e *Ensemble) asked(i int) bool { return !math.IsInf(e.sim.members[i].threshold, 1) }
