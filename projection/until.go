package projection

import (
	"context"
	"fmt"

	"github.com/pledgesim/pledgesim/scenario"
)

// Until stops a simulation when the standard error of a chance is small enough.
// It is looked at after every 16,384 draws, so that when it stops depends neither
// on Workers nor on the machine. Options.Draws stays the most that are done; the
// Ensemble's Options tell how many were.
type Until struct {
	Member string  // whose chance, by code or name; empty: that of every member
	Year   int     // by which the target has been reached
	StdErr float64 // largest standard error, as a fraction of at most 0.1: 0.5*Percent; 0: never stop early
}

// round is the number of draws after which Until is looked at.
const round = 16 * scenario.BlockDraws

func (u Until) check(bad func(field string, value any, problem string, kind error), o Options) {
	switch {
	case u == Until{}:
	case !(u.StdErr > 0 && u.StdErr <= 0.1):
		bad("Until.StdErr", u.StdErr, "is not a standard error of a chance in (0, 0.1]: 0.5*scenario.Percent is half a percentage point", scenario.ErrUnit)
	case u.Year <= o.Base || u.Year > o.To:
		bad("Until.Year", u.Year, fmt.Sprintf("is not a projected year, %d to %d", o.Base+1, o.To), scenario.ErrInvalid)
	}
}

// met reports whether the chance is known well enough.
func (u Until) met(e *Ensemble) (bool, error) {
	codes := e.Codes()
	if u.Member != "" {
		codes = []string{u.Member}
	}
	for _, code := range codes {
		c, err := e.Chance(code, u.Year)
		if err != nil || c.StdErr > u.StdErr {
			return false, err
		}
	}
	return true, nil
}

// rounds simulates a range of draws into an ensemble, round by round if it may
// stop early.
func (s *simulation) rounds(ctx context.Context, e *Ensemble, all drawRange) error {
	workers := make([]*worker, s.workersFor(all, 1))
	for i := range workers {
		workers[i] = s.newWorker()
	}
	progress := s.options.progress(all.draws())
	for from := all.first; from < all.end; {
		part := drawRange{from, all.end}
		if s.options.Until != (Until{}) {
			part.end = min(all.end, from+round)
		}
		if s.keep(all.draws()) {
			kept, err := newKept(ctx, part, len(s.members), s.years)
			if err != nil {
				return fmt.Errorf("simulation of %q stopped: %w", s.scenario.Name, err)
			}
			e.paths = append(e.paths, kept)
			s.kept = e.paths[len(e.paths)-1].shares
		}
		run := func(worker, first, end int) error { return workers[worker].run(ctx, first, end, part) }
		if err := eachBlock(ctx, s.scenario.Name, part, part.together(), len(workers), run, progress); err != nil {
			return err
		}
		for i, w := range workers {
			w.handOver(e, i == 0 && len(e.ranges) == 0)
		}
		e.extend(part)
		from = part.end
		if s.options.Until == (Until{}) {
			continue
		}
		if enough, err := s.options.Until.met(e); enough || err != nil {
			if err == nil {
				progress(all.end - from) // what need not be done
			}
			return err
		}
	}
	return nil
}
