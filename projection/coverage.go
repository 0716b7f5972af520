package projection

import (
	"errors"
	"fmt"
	"math"
	"slices"

	"github.com/pledgesim/pledgesim/scenario"
)

// A Coverage says how often shares that really happened lay where simulations had
// them: inside central bands, and at or below quantiles. Forecasts are calibrated
// if eight outcomes in ten lie inside the 80% band, and so on (Gneiting, Balabdaoui
// and Raftery, Probabilistic forecasts, calibration and sharpness, 2007).
type Coverage struct {
	Outcome   *scenario.Dataset // the edition that says what happened
	Ensembles []*Ensemble       // the forecasts
	Horizons  []Reliability     // by years ahead: 1, 2 and so on to the last year of the outcome
	All       Reliability       // of all years together
	From, To  int               // first and last year of which outcomes were counted
	Warnings  []error           // who and what was left out
	members   map[string]bool   // who counts
	apart     bool              // no two forecasts of a member from one base year
}

// A Reliability counts outcomes, each the share of one member in one year, inside bands
// and below quantiles; a [ChanceReliability] is about chances.
type Reliability struct {
	Ahead     int     // years from the base year of the forecast to the outcome; 0: all together
	Outcomes  int     // that were forecast and happened
	Estimated int     // of these, how many the source marks as estimates
	Missing   int     // forecasts that are left out: the edition has no figure for the year, or one that a break keeps from being compared
	Bands     []Band  // central ones, of 50%, 80% and 90%
	Levels    []Level // quantiles, of 5%, 10%, 25%, 50%, 75%, 90% and 95%
}

// A Band counts the outcomes inside, below and above a central part of all draws,
// whose ends belong to it.
type Band struct {
	Nominal                 float64 // the part of all draws that is inside: 0.8 is from the 10% to the 90% quantile
	Inside, Below, Above, N int     // outcomes; N is their sum
}

// Share is the part of the outcomes that lie inside; NaN if there are none.
func (b Band) Share() float64 { return part(b.Inside, b.N) }

// A Level counts the outcomes that a quantile of the forecast is not below.
type Level struct {
	P            float64 // the part of all draws at or below the quantile
	AtOrBelow, N int     // outcomes, and of how many
}

// Share is the part of the outcomes at or below the quantile, which is near P if the
// forecasts are calibrated; NaN if there are none.
func (l Level) Share() float64 { return part(l.AtOrBelow, l.N) }

func part(n, of int) float64 {
	if of == 0 {
		return math.NaN()
	}
	return float64(n) / float64(of)
}

// Cover counts how often the shares of a later edition lay where simulations had
// them, year by year after the base year of each. Forecasts of several origins are
// counted together; two of the same member from the same base year compete, and are
// refused: give each a Coverage of its own.
//
// Shares are fractions of GDP, so that editions at different prices may be
// compared. An outcome is taken as it is printed. There is no allowance for its last
// digit: rounding moves as many outcomes into a band as out of it, so that an
// allowance would only make forecasts look better. Estimates count, and are counted;
// [scenario.Dataset.AsOf] leaves out the last years of an edition. Members that it
// does not have, or without forces, are left out with a warning; so are years from
// a break on. An edition without a year after a base year is an error, and so is
// one in which nothing can be compared ([scenario.ErrMissing]).
func Cover(outcome *scenario.Dataset, es ...*Ensemble) (*Coverage, error) {
	if err := checkForecasts(outcome, es, true); err != nil {
		return nil, err
	}
	c := &Coverage{Outcome: outcome, Ensembles: slices.Clone(es), All: newReliability(0), members: map[string]bool{}, apart: true}
	for _, e := range es {
		c.add(e)
	}
	c.Warnings = onceBy(c.Warnings, error.Error)
	if c.All.Outcomes == 0 {
		return nil, &scenario.FieldError{Field: "outcome", Value: outcome.Edition, Problem: "has no figure for anything that was forecast", Err: scenario.ErrMissing}
	}
	return c, nil
}

// checkForecasts finds everything wrong with outcome and forecasts; apart says that two
// of the same member from the same base year are wrong.
func checkForecasts(outcome *scenario.Dataset, es []*Ensemble, apart bool) error {
	var faults []error
	bad := func(field string, value any, problem string, kind error) {
		faults = append(faults, &scenario.FieldError{Field: field, Value: value, Problem: problem, Err: kind})
	}
	if outcome == nil {
		bad("outcome", nil, "is nil: take an edition from package nato or scenario.NewDataset", scenario.ErrInvalid)
	}
	if len(es) == 0 {
		bad("ensembles", nil, "are none: give at least one, made with Simulate", scenario.ErrInvalid)
	}
	type origin struct {
		member string
		base   int
	}
	seen := map[origin]bool{}
	for i, e := range es {
		field := fmt.Sprintf("ensemble %d", i+1)
		if err := e.check(); err != nil {
			faults = append(faults, fmt.Errorf("%s: %w", field, err))
			continue
		}
		if outcome != nil {
			if problem, same := sameDenominator(outcome, e.sim.central.Dataset); !same {
				bad("outcome", outcome.Edition, problem, scenario.ErrUnit)
			}
		}
		base := e.sim.options.Base
		if outcome != nil && outcome.Last() <= base {
			bad("outcome", outcome.Edition, fmt.Sprintf("has no year after the base year %d of %s: give a later edition", base, field), scenario.ErrInvalid)
		}
		for _, code := range e.Codes() {
			if apart && seen[origin{code, base}] {
				bad(field, e.sim.scenario.Name, fmt.Sprintf("forecasts %s from %d, as one before it does: cover forecasts that compete apart", code, base), scenario.ErrDuplicate)
				break
			}
			seen[origin{code, base}] = true
		}
	}
	return errors.Join(faults...)
}

// check refuses a coverage that did not come from Cover.
func (c *Coverage) check() error {
	if c == nil || c.members == nil {
		return fmt.Errorf("%w: an empty Coverage: make it with Cover", scenario.ErrInvalid)
	}
	return checkForecasts(c.Outcome, c.Ensembles, c.apart)
}

// add counts the outcomes of one simulation.
func (c *Coverage) add(e *Ensemble) {
	base, last := e.sim.options.Base, min(e.sim.options.To, c.Outcome.Last())
	for ahead := len(c.Horizons) + 1; ahead <= last-base; ahead++ {
		c.Horizons = append(c.Horizons, newReliability(ahead))
	}
	warn := func(format string, args ...any) { c.Warnings = append(c.Warnings, fmt.Errorf(format, args...)) }
	for i, code := range e.Codes() {
		m, err := c.Outcome.Member(code)
		if err != nil || m.Code != code {
			warn("%s: left out, not in edition %s", code, c.Outcome.Edition)
			continue
		}
		if m.Exempt != "" {
			warn("%s: left out, %s", code, m.Exempt)
			continue
		}
		broken := false
		for year := base + 1; year <= last; year++ {
			if why, is := m.Broken(year); is && !broken {
				broken = true
				warn("%s: from %d on left out of what was forecast before: %s", code, year, why)
			}
			h := &c.Horizons[year-base-1]
			o, ok := m.Share.Observe(year)
			if !ok || broken {
				h.Missing, c.All.Missing = h.Missing+1, c.All.Missing+1
				continue
			}
			forecast := e.shareAt(i, year-base-1, e.ranks()...)
			h.count(o, forecast)
			c.All.count(o, forecast)
			c.counted(year)
			c.members[code] = true
		}
	}
}

// counted notes the year of an outcome.
func (c *Coverage) counted(year int) {
	if c.From == 0 || year < c.From {
		c.From = year
	}
	c.To = max(c.To, year)
}

// centralBands are pairs of the quantiles of a forecast, by their places.
var centralBands = [...]struct {
	nominal      float64
	lower, upper int
}{{0.5, 2, 4}, {0.8, 1, 5}, {0.9, 0, 6}}

func newReliability(ahead int) Reliability {
	r := Reliability{Ahead: ahead}
	for _, b := range centralBands {
		r.Bands = append(r.Bands, Band{Nominal: b.nominal})
	}
	for _, q := range quantiles {
		r.Levels = append(r.Levels, Level{P: q.p})
	}
	return r
}

// count counts an outcome of which the quantiles were forecast.
func (r *Reliability) count(outcome scenario.Observation, forecast []float64) {
	r.Outcomes++
	if outcome.Status != scenario.Observed {
		r.Estimated++
	}
	below := func(q int) bool { return outcome.Value < forecast[q]-rounding }
	above := func(q int) bool { return outcome.Value > forecast[q]+rounding }
	for i, b := range centralBands {
		band := &r.Bands[i]
		band.N++
		switch {
		case below(b.lower):
			band.Below++
		case above(b.upper):
			band.Above++
		default:
			band.Inside++
		}
	}
	for q := range r.Levels {
		r.Levels[q].N++
		if !above(q) {
			r.Levels[q].AtOrBelow++
		}
	}
}
