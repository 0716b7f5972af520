package projection

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"runtime"
	"slices"

	"github.com/pledgesim/pledgesim/scenario"
)

// BacktestOptions steers a backtest. The zero value forecasts, five years ahead, all
// members that the edition of the time has.
type BacktestOptions struct {
	Ahead      int                 // longest horizon, in years after the base year; 0: 5
	Members    []string            // codes or names; nil: all with figures at the origin
	Groups     map[string][]string // groups of members, by name, that are scored besides all of them
	Candidates []Candidate         // scenarios that are estimated anew at each origin; they compete as the others do

	Pledge scenario.Pledge     // what "pledge met" keeps, and what is asked where chances are scored; nil: that of the first scenario that has one
	Growth scenario.GrowthPath // of the competitors that always take part, without its shocks; nil: that of the first scenario, or scenario.Historic{} if there are only candidates, or none

	Tolerance   float64 // how far below what is asked, as a fraction of GDP, still counts as reached; 0: half of Dataset.Precision
	MinOutcomes int     // fewest outcomes that make a score; 0: 20
	// Draws is their number in each simulation; 0: 1,000, where Simulate has 10,000. A
	// simulation takes 8 bytes for each draw, member and year ahead: one for each worker
	// while it is in work, and of up to 4,096 draws all for as long as the result is kept.
	// More than 8 gigabytes are an error.
	Draws    int
	Seed     uint64                // any value, 0 included, is a fixed seed; an origin draws with Seed + origin
	Workers  int                   // that share the work; 0: as many as Go may use processors; never changes a result
	Progress func(done, total int) // told after each scenario at each origin, never at the same time from two workers; nil: nobody is told
}

// A Candidate is a scenario that depends on what was known at an origin, such as one
// whose uncertainty is estimated from the record up to then.
type Candidate struct {
	Name string // labels tables, in place of the Name of its scenarios
	// At gives the scenario for an origin. It must look at nothing but known, the
	// figures as they were at the end of the year origin. It may be called for several
	// origins at the same time.
	At func(known *scenario.Dataset, origin int) (scenario.Scenario, error)
}

// The horizon, the number of draws and the fewest outcomes where BacktestOptions
// leaves them open.
const (
	defaultAhead       = 5
	defaultBackDraws   = 1000
	defaultMinOutcomes = 20
)

// fill gives options with every default filled in, and the groups to score, or all
// faults at once.
func (o BacktestOptions) fill(truth *scenario.Dataset, ss []scenario.Scenario) (BacktestOptions, []scoredGroup, error) {
	var faults []error
	bad := func(field string, value any, problem string, kind error) {
		faults = append(faults, &scenario.FieldError{Field: "BacktestOptions." + field, Value: value, Problem: problem, Err: kind})
	}
	o.Ahead = cmp.Or(o.Ahead, defaultAhead)
	o.Draws = cmp.Or(o.Draws, defaultBackDraws)
	o.MinOutcomes = cmp.Or(o.MinOutcomes, defaultMinOutcomes)
	o.Workers = cmp.Or(o.Workers, runtime.GOMAXPROCS(0))
	if o.Ahead < 0 || o.Ahead > MaxAhead {
		bad("Ahead", o.Ahead, fmt.Sprintf("is not a number of years from 1 to %d", MaxAhead), scenario.ErrInvalid)
	}
	if o.Draws < 0 || o.Draws > MaxBacktestDraws {
		bad("Draws", o.Draws, "is not a number of draws from 1 to 1,000,000, all of which are kept until they are scored", scenario.ErrInvalid)
	}
	if o.MinOutcomes < 0 {
		bad("MinOutcomes", o.MinOutcomes, "is negative: 1 gives a score wherever there is an outcome", scenario.ErrInvalid)
	}
	if o.Workers < 0 || o.Workers > MaxWorkers {
		bad("Workers", o.Workers, fmt.Sprintf("is not a number of goroutines from 1 to %d", MaxWorkers), scenario.ErrInvalid)
	}
	if !(o.Tolerance >= 0 && o.Tolerance < scenario.MaxShare) {
		bad("Tolerance", o.Tolerance, "is not a fraction in [0, 0.25)", scenario.ErrUnit)
	}
	faults = append(faults, o.competitor().Validate())
	for _, s := range ss {
		if o.Pledge == nil {
			o.Pledge = s.Pledge
		}
		if o.Growth == nil {
			o.Growth = s.Growth
		}
	}
	if o.Growth = expected(o.Growth); o.Growth == nil {
		o.Growth = scenario.Historic{}
	}
	codes := func(field string, names []string) []string {
		if truth == nil {
			return nil
		}
		if _, _, err := choose(truth, "BacktestOptions."+field, names); err != nil {
			faults = append(faults, err)
			return nil
		}
		var codes []string
		for _, name := range names {
			m, _ := truth.Member(name) // known to choose
			codes = append(codes, m.Code)
		}
		return slices.Sorted(slices.Values(codes))
	}
	if o.Members != nil {
		o.Members = codes("Members", o.Members)
	}
	groups := []scoredGroup{{name: everybody}}
	for _, name := range slices.Sorted(maps.Keys(o.Groups)) {
		field := fmt.Sprintf("Groups[%q]", name)
		if problem, kind := misnamed(name); kind != nil {
			bad(field, nil, problem, kind)
		}
		groups = append(groups, scoredGroup{name, codes(field, append([]string{}, o.Groups[name]...))})
	}
	return o, groups, errors.Join(faults...)
}

// competitor holds what the options give of those that always compete.
func (o BacktestOptions) competitor() scenario.Scenario {
	s := scenario.Scenario{Name: pledgeMet, Pledge: o.Pledge, Growth: o.Growth, Response: kept{}}
	if s.Growth == nil {
		s.Growth = scenario.Historic{}
	}
	return s
}
