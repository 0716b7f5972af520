package projection

import (
	"errors"
	"fmt"

	"github.com/pledgesim/pledgesim/scenario"
)

// errStopped ends work that is given up; nobody gets to see it.
var errStopped = errors.New("stopped")

// path projects a member at a combination as Run does. An error names the
// combination.
func (w *walker) path(member int, at []int) (*path, scenario.Scenario, error) {
	s, err := w.scenario(at)
	if err != nil {
		return nil, s, fmt.Errorf("%s: %w", w.name(at), err)
	}
	p, err := project(w.members[member], s, w.o, w.o.To)
	if err != nil {
		s.Name = w.name(at)
		_, err = project(w.members[member], s, w.o, w.o.To)
	}
	return p, s, err
}

// walk appends how many levels a member has reached by each year at a
// combination; ok is false if the response looks at what is asked, or something
// is wrong with it, so that it must be projected.
func (w *walker) walk(member int, at []int, n int, upTo []int32) (l *levels, years []int32, ok bool) {
	v, err := w.motion(member, at)
	if err != nil || v.kind == custom {
		return nil, upTo, false
	}
	e, err := w.economy(member, at)
	if err != nil || !e.tame {
		return nil, upTo, false
	}
	l, err = w.targets(member, at, n)
	if err != nil || l == nil {
		return nil, upTo, false
	}
	return l, v.walk(e, l, upTo), true
}

// year is when a member reaches what is asked of it at a combination.
func (w *walker) year(member int, at []int) (int, error) {
	if !w.together {
		l, years, ok := w.walk(member, at, 1, w.upTo[:0])
		if w.upTo = years; ok {
			return l.first(years, 0), nil
		}
	}
	p, _, err := w.path(member, at)
	if err != nil {
		return 0, err
	}
	return p.year(w.o), nil
}

// year is the first year, counted from the base year, in which a path is at what
// is asked in the end.
func (p *path) year(o Options) int {
	target := p.final().Share
	if target == 0 {
		return notAsked
	}
	for year := o.Base; year <= o.To; year++ {
		if share, ok := p.track.Share(year); ok && o.Reached(share, target) {
			return year - o.Base
		}
	}
	return never
}

// A strip is the points of one row together, in one of three forms.
type strip struct {
	levels *levels   // with it, years has how many of the levels are reached by each year
	years  []int32   // without, the year of each value of the last axis
	money  []float64 // or the cost of each
}

// first is the year of a value of the last axis.
func (s strip) first(i int) int {
	if s.levels != nil {
		return s.levels.first(s.years, i)
	}
	return int(s.years[i])
}

// each works out the points of a row one by one.
func (w *walker) each(at []int, point func() error) error {
	last := len(at) - 1
	defer func() { at[last] = 0 }()
	for i := range w.last {
		if w.stopped() {
			return errStopped
		}
		at[last] = i
		if err := point(); err != nil {
			return err
		}
	}
	return nil
}

// years appends the years of a row to a chunk.
func (w *walker) years(member int, at []int, c *chunk) (*levels, error) {
	if w.together {
		if l, years, ok := w.walk(member, at, w.last, c.years); ok {
			c.years = years
			return l, nil
		}
	}
	return nil, w.each(at, func() error {
		year, err := w.year(member, at)
		c.years = append(c.years, int32(year))
		return err
	})
}
