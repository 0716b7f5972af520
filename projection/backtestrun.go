package projection

import (
	"context"
	"fmt"

	"github.com/pledgesim/pledgesim/scenario"
)

// A backtestRun is what one scenario projected at one origin.
type backtestRun struct {
	scenario string
	origin   int
	lucky    bool      // is simulated; otherwise a point
	central  *Result   // the path without luck
	ensemble *Ensemble // nil: a point
}

// plan projects the path without luck of each scenario from each origin, so that what is
// wrong is found before anything is simulated.
func (b *Backtest) plan(ctx context.Context) error {
	type done struct {
		run backtestRun
		err error
	}
	var faults []error
	err := ordered(ctx, b.Options.Workers, len(b.vintages)*len(b.entrants), func(context.Context) func(int, *done) {
		return func(job int, d *done) {
			d.run, d.err = b.vintages[job/len(b.entrants)].plan(b.entrants[job%len(b.entrants)])
		}
	}, func(d *done) bool {
		faults, b.runs = append(faults, d.err), append(b.runs, d.run)
		return true
	})
	if err != nil {
		return stopped(ctx, backtesting, err)
	}
	return together(faults)
}

// plan projects the path without luck of one scenario.
func (v *vintage) plan(e entrant) (r backtestRun, err error) {
	r = backtestRun{scenario: e.name, origin: v.origin}
	s, err := e.scenario(v.known, v.origin)
	if err != nil {
		return r, v.at(err)
	}
	if r.central, err = Run(v.known, s, v.options); err != nil {
		return r, v.at(err)
	}
	if e.point {
		return r, nil
	}
	_, err = scenario.Random(s.Growth)
	if r.lucky = err == nil; !r.lucky && scenario.Lucky(s) {
		return r, v.at(fmt.Errorf("scenario %q: %w", s.Name, err))
	}
	return r, nil
}

// room refuses more draws than fit a usual machine: up to 4,096 are kept of every
// simulation, more only while it is in work.
func (b *Backtest) room() error {
	simulations, largest, all := 0, 0.0, 0.0
	for job, r := range b.runs {
		if r.lucky {
			o := b.vintages[job/len(b.entrants)].options
			shares := float64(o.Draws) * float64(len(o.Members)) * float64(o.To-o.Base)
			simulations, largest, all = simulations+1, max(largest, shares), all+shares
		}
	}
	needed, what := all, fmt.Sprintf("of %d simulations that keep them; the most is %d: give fewer, or more than %d, which are not kept", simulations, MaxKept, exactDraws)
	if b.Options.Draws > exactDraws {
		atOnce := min(b.Options.Workers, simulations)
		needed, what = largest*float64(atOnce), fmt.Sprintf("of %d simulations at the same time; the most is %d: give fewer, or fewer BacktestOptions.Workers", atOnce, MaxKept)
	}
	if needed > MaxKept {
		return &scenario.FieldError{Field: "BacktestOptions.Draws", Value: b.Options.Draws, Problem: fmt.Sprintf("takes room for %.0f shares %s", needed, what), Err: scenario.ErrInvalid}
	}
	return nil
}

// run lets each scenario forecast from each origin. It ends with the first error.
func (b *Backtest) run(ctx context.Context) error {
	type done struct {
		ensemble  *Ensemble
		forecasts []Forecast
		err       error
	}
	var fault error
	n := 0
	err := ordered(ctx, b.Options.Workers, len(b.runs), func(ctx context.Context) func(int, *done) {
		return func(job int, d *done) {
			d.ensemble, d.forecasts, d.err = b.vintages[job/len(b.entrants)].run(ctx, b.runs[job])
		}
	}, func(d *done) bool {
		if fault = d.err; fault != nil {
			return false
		}
		b.Forecasts = append(b.Forecasts, d.forecasts...)
		b.runs[n].ensemble = d.ensemble
		n++
		if b.Options.Progress != nil {
			b.Options.Progress(n, len(b.runs))
		}
		return true
	})
	if err != nil {
		return stopped(ctx, backtesting, err)
	}
	return fault
}

// run lets one scenario forecast from the origin.
func (v *vintage) run(ctx context.Context, r backtestRun) (e *Ensemble, all []Forecast, err error) {
	draws := r.central.sample
	if r.lucky {
		if e, err = Simulate(ctx, v.known, r.central.Scenario, v.options); err != nil {
			return nil, nil, v.at(err)
		}
		defer e.forget()
		draws = e.sample
	}
	for _, h := range v.members {
		var shares [][]float64
		if h.why == "" {
			shares = draws(h.member.Code)
		}
		for k, f := range h.forecasts {
			f.Scenario = r.scenario
			if h.why == "" {
				f.forecast(shares, k, v.options)
			}
			all = append(all, f)
		}
	}
	return e, all, nil
}
