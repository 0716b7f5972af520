package projection

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/pledgesim/pledgesim/scenario"
)

// A Sensitivity says which assumption moves the year in which a member reaches its
// target most: each is changed by itself, all others stay as they are.
type Sensitivity struct {
	Result   *Result // the base scenario, projected for the member
	Base     Reach   // when the target is reached under it
	Warnings []error // what the reader should know, of any of the runs

	axes   []Axis  // in the order of the caller
	swings []Swing // by size
}

// A Swing is how far one axis by itself moves the year reached.
type Swing struct {
	Axis    Axis    // what is varied
	Reaches []Reach // when the target is reached, for each value of the axis

	// Earliest and Latest are the first and the last of the years reached, that of
	// the base scenario included. The year after the horizon stands for all later
	// ones and for never. Values with which nothing is asked are left out.
	Earliest, Latest int

	// AtLeast is set where the swing may be larger than its years say: one of them
	// lies beyond the horizon, or the target is met already with some of the values.
	AtLeast bool
}

// Years is the size of the swing: from the earliest to the latest year.
func (s Swing) Years() int { return s.Latest - s.Earliest }

// String gives the size as tables print it: "3 years", "at least 12 years", "unknown"
// if the target is not met by the horizon in any case.
func (s Swing) String() string {
	if s.AtLeast && s.Years() == 0 {
		return "unknown"
	}
	text := fmt.Sprintf("%d years", s.Years())
	if s.Years() == 1 {
		text = "1 year"
	}
	if s.AtLeast {
		return "at least " + text
	}
	return text
}

// OneAtATime changes one assumption at a time: it runs the base scenario for a
// member with each value of each axis, never two axes at once, as for the chart
// that is called a tornado. How axes act together is for [Sweep]. The member takes
// the place of Options.Members. The base scenario must be whole. It is validated
// with options and axes first, then every value of every axis, each time with all
// faults at once, before any of the values is run.
func OneAtATime(ctx context.Context, d *scenario.Dataset, base scenario.Scenario, member string, axes []Axis, o Options) (*Sensitivity, error) {
	if ctx == nil {
		return nil, noContext(base)
	}
	o.Members = []string{member}
	r, err := Run(d, base, o)
	if err = errors.Join(append([]error{err}, checkAxes(base, axes)...)...); err != nil {
		return nil, err
	}
	axes = wordedAxes(d, axes)
	alternatives := make([][]scenario.Scenario, len(axes))
	var faults []error
	values := 0
	for i, a := range axes {
		alternatives[i], err = a.alternatives(ctx, d, base, o)
		faults = append(faults, err)
		values += len(a.Values)
	}
	if err := errors.Join(faults...); err != nil {
		return nil, err
	}
	s := &Sensitivity{Result: r, Base: r.paths[0].reach().clone(), Warnings: slices.Clone(r.Warnings), axes: axes}
	done := 0
	for i, a := range axes {
		swing := Swing{Axis: a}
		swing.include(s.Base)
		for _, alternative := range alternatives[i] {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			changed, err := Run(d, alternative, o)
			if err != nil {
				return nil, err
			}
			reach := changed.paths[0].reach().clone()
			swing.Reaches = append(swing.Reaches, reach)
			swing.include(reach)
			s.Warnings = append(s.Warnings, changed.Warnings...)
			if done++; o.Progress != nil {
				o.Progress(done, values)
			}
		}
		swing.AtLeast = swing.Latest > s.Base.To || swing.Earliest == s.Base.Base && swing.Latest > s.Base.Base
		s.swings = append(s.swings, swing)
	}
	s.Warnings = onceBy(s.Warnings, error.Error)
	slices.SortStableFunc(s.swings, func(a, b Swing) int { return cmp.Compare(b.Years(), a.Years()) })
	return s, nil
}

// alternatives are the base scenario with each value of one axis, checked.
func (a Axis) alternatives(ctx context.Context, d *scenario.Dataset, base scenario.Scenario, o Options) ([]scenario.Scenario, error) {
	sp, err := newSpace(ctx, d, base, []Axis{a}, o)
	if err = errors.Join(err, a.checkLabels()); err != nil {
		return nil, err
	}
	var all []scenario.Scenario
	for i := range a.Values {
		s, err := sp.scenario([]int{i})
		if err != nil {
			return nil, err
		}
		all = append(all, s)
	}
	return all, nil
}

// include widens a swing to the year of a reach.
func (s *Swing) include(r Reach) {
	year, ok := r.Year()
	switch {
	case r.Status == NotAsked:
		return
	case !ok:
		year = r.To + 1
	}
	if s.Earliest == 0 {
		s.Earliest, s.Latest = year, year
	}
	s.Earliest, s.Latest = min(s.Earliest, year), max(s.Latest, year)
}

// check refuses a sensitivity that did not come from OneAtATime.
func (s *Sensitivity) check() error {
	if s == nil || s.Result.check() != nil {
		return fmt.Errorf("%w: an empty Sensitivity: make it with OneAtATime", scenario.ErrInvalid)
	}
	return nil
}

// Swings gives one for each axis, the largest first; those of the same number of
// years stay in the order of the axes.
func (s *Sensitivity) Swings() []Swing {
	if s.check() != nil {
		return nil
	}
	all := slices.Clone(s.swings)
	for i := range all {
		all[i].Reaches = slices.Clone(all[i].Reaches)
		for k, r := range all[i].Reaches {
			all[i].Reaches[k] = r.clone()
		}
	}
	return all
}
