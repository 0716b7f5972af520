package projection

import (
	"context"
	"errors"
	"reflect"
	"slices"

	"github.com/pledgesim/pledgesim/scenario"
)

// A Backtest is what scenarios would have said at some origins, from the figures
// that were known then, and what happened. It must not be modified.
type Backtest struct {
	Truth     *scenario.Dataset // the edition that says what happened
	Origins   []int             // years at whose end the forecasts are made, in order
	Scenarios []string          // names: those that always compete, then the given ones, then the candidates
	Options   BacktestOptions   // with defaults filled in
	Forecasts []Forecast        // by origin, scenario, member and year, also those without an outcome
	Warnings  []error           // who and what was left out, which scores have too few outcomes
	Noticed   []error           // what the runs at single origins noticed, such as short windows

	entrants []entrant
	vintages []*vintage
	runs     []backtestRun // by origin and scenario
	groups   []scoredGroup
	borrowed bool    // whether the pledge that is kept is that of a scenario
	remarks  []error // about what was given
}

// RunBacktest forecasts from each origin, the end of a year, with the figures that v
// supplies for it, and compares with the truth, a later edition. It scores the given
// scenarios, the candidates of the options, and always the [Competitors].
//
// The base year of an origin is the last with figures in what was known then,
// estimates included; the horizon is counted from it. Scenarios with random growth
// are simulated, the luck of an origin being that of the seed Seed + origin; those without
// any luck are points, whose score is their absolute error. Luck of the response alone,
// such as [scenario.Shocked] on growth that is certain, is [scenario.ErrNotRandom], as in
// [Simulate]. Pledges are cut to those that budgets of the year after the origin could
// react to, with [scenario.KnownBy]; one whose deadline has passed by the base year is an
// error, as in [Run]. Figures after the origin cannot be seen: with v a data set, changing
// them changes no forecast. What growth, a [scenario.Plan] or another response knows by
// itself is for the caller to see to; that a source of growth was published after the
// origin is a warning.
//
// All scenarios are scored on the same outcomes. Members without figures to go on
// from, those that the truth does not have, and years from a break on are left out with
// a warning, and counted. A member that one scenario cannot project is an error,
// as is an origin at which nobody is left, or that is not before the truth. All that is
// wrong on the path without luck comes back at once, before anything is simulated; of what
// is wrong in draws, the first. When ctx ends, so does the work, with the error of ctx. A
// panic of a model or candidate of the caller's own comes back on the goroutine that called.
func RunBacktest(ctx context.Context, v Vintages, truth *scenario.Dataset, origins []int, ss []scenario.Scenario, o BacktestOptions) (*Backtest, error) {
	b, err := newBacktest(ctx, v, truth, origins, ss, o)
	if err != nil {
		return nil, err
	}
	if err := b.recall(ctx, v); err != nil {
		return nil, err
	}
	if err := b.plan(ctx); err != nil {
		return nil, err
	}
	if err := b.room(); err != nil {
		return nil, err
	}
	if err := b.run(ctx); err != nil {
		return nil, err
	}
	if err := ctx.Err(); err != nil {
		return nil, stopped(ctx, backtesting, err)
	}
	b.warn()
	return b, nil
}

// backtesting is the name of the work.
const backtesting = "backtest"

// newBacktest checks what was given.
func newBacktest(ctx context.Context, v Vintages, truth *scenario.Dataset, origins []int, ss []scenario.Scenario, o BacktestOptions) (*Backtest, error) {
	var faults []error
	bad := func(field string, value any, problem string, kind error) {
		faults = append(faults, &scenario.FieldError{Field: field, Value: value, Problem: problem, Err: kind})
	}
	if ctx == nil {
		faults = append(faults, noContext(scenario.Scenario{}))
	}
	if isNil(v) {
		bad("Vintages", nil, "is nil: take an archive from package nato, or a data set", scenario.ErrInvalid)
	}
	if truth == nil {
		bad("truth", nil, "is nil: take an edition from package nato or scenario.NewDataset", scenario.ErrInvalid)
	}
	if len(origins) == 0 {
		bad("origins", nil, "are none: give at least one year", scenario.ErrInvalid)
	}
	for _, s := range append(slices.Clone(ss), scenario.Scenario{Name: "BacktestOptions", Pledge: o.Pledge, Growth: o.Growth}) {
		if err := s.CheckNesting(); err != nil {
			return nil, errors.Join(append(faults, err)...)
		}
	}
	sorted := slices.Sorted(slices.Values(origins))
	for i, origin := range sorted {
		if i > 0 && origin == sorted[i-1] {
			bad("origin", origin, "occurs twice", scenario.ErrDuplicate)
		}
	}
	b := &Backtest{Truth: truth, Origins: sorted, borrowed: o.Pledge == nil}
	var err error
	b.Options, b.groups, err = o.fill(truth, ss)
	faults = append(faults, err)
	if o.Growth == nil && len(ss) == 0 && len(o.Candidates) > 0 {
		b.remarks = append(b.remarks, errors.New("no growth is given: that of the scenarios that always compete is scenario.Historic{}, whatever the candidates have"))
	}
	b.entrants, err = entrants(ss, b.Options)
	faults = append(faults, err)
	for _, e := range b.entrants {
		b.Scenarios = append(b.Scenarios, e.name)
	}
	return b, errors.Join(faults...)
}

// isNil reports whether there is nothing to ask, be it a nil of a type.
func isNil(v Vintages) bool {
	switch r := reflect.ValueOf(v); r.Kind() {
	case reflect.Invalid:
		return true
	case reflect.Pointer, reflect.Func, reflect.Map:
		return r.IsNil()
	}
	return false
}

// recall asks for what was known at each origin.
func (b *Backtest) recall(ctx context.Context, v Vintages) error {
	var faults []error
	for _, origin := range b.Origins {
		if err := ctx.Err(); err != nil {
			return stopped(ctx, backtesting, err)
		}
		vin, err := b.newVintage(v, origin)
		if err != nil {
			faults = append(faults, err)
			continue
		}
		b.vintages = append(b.vintages, vin)
	}
	return together(faults)
}
