package projection

import (
	"fmt"

	"github.com/pledgesim/pledgesim/scenario"
)

// The limits of runs. What lies beyond one is an error that names it, before any work
// is done; those of data sets and scenarios are in package scenario.
const (
	// MaxYears is the largest number of years from the base year to the horizon, or to a
	// deadline.
	MaxYears = 1000
	// MaxDraws is the largest number of draws of a simulation, those that are merged
	// together included.
	MaxDraws = 1_000_000_000
	// MaxFirst is the largest number of a first draw.
	MaxFirst = 1 << 40
	// MaxWorkers is the largest number of goroutines that may be asked for. No more are
	// started than have something to do and room to count.
	MaxWorkers = 10_000
	// MaxKept is the largest number of shares of GDP that are kept at the same time, one
	// for each draw, member and projected year: 8 gigabytes.
	MaxKept = 1_000_000_000
	// MaxCounted is the largest number of members times projected years of a simulation,
	// whose shares are counted in some 10 kilobytes each, and a quarter of that of a
	// SimulateDifference. All workers together count in no more than that either.
	MaxCounted = 500_000
	// MaxCells is the largest number of cells of a Grid, one for each member and
	// combination: 400 megabytes. Larger sweeps are for SweepRows.
	MaxCells = 50_000_000
	// MaxPoints is the largest number of points of any sweep, one for each member and
	// combination. It is more than anyone waits for, and far from overflowing an int.
	MaxPoints = 1_000_000_000_000_000
	// MaxAhead is the largest number of years that a backtest looks ahead.
	MaxAhead = 100
	// MaxBacktestDraws is the largest number of draws of each simulation of a backtest.
	MaxBacktestDraws = 1_000_000
)

// shares is the number of shares that so many draws of the simulation have.
func (s *simulation) shares(draws int) float64 {
	return float64(draws) * float64(len(s.members)) * float64(s.years)
}

// counted is the number of members times projected years.
func (s *simulation) counted() int { return len(s.members) * s.years }

// differing is how many times as much a difference counts as a simulation does: its
// share, its cost, and in which pairs of years two scenarios reach a target.
const differing = 4

// room refuses a simulation that does not fit a usual machine, if it counts so many
// times as much as a plain one.
func (s *simulation) room(times int) error {
	if n := s.counted() * times; n > MaxCounted {
		return &scenario.FieldError{Field: "Options.Members", Value: len(s.members), Problem: fmt.Sprintf("members in %d projected years are more than can be counted, %d together: take fewer Members, or an earlier To", s.years, MaxCounted/times), Err: scenario.ErrInvalid}
	}
	if n := s.shares(s.options.Draws); s.options.Keep && n > MaxKept {
		return &scenario.FieldError{Field: "Options.Keep", Value: true, Problem: fmt.Sprintf("takes room for %.0f shares, of %d draws, %d members and %d years; the most is %d: quantiles are within %.1g%% without it", n, s.options.Draws, len(s.members), s.years, MaxKept, scenario.ToPercent(QuantileError)), Err: scenario.ErrInvalid}
	}
	return nil
}

// keep reports whether the shares of so many draws are kept: if that is asked for,
// and of few draws if there is room.
func (s *simulation) keep(draws int) bool {
	return s.options.Keep || draws <= exactDraws && s.shares(draws) <= MaxKept
}

// workersFor is the number of workers that find something to do in a range of draws,
// and room to count.
func (s *simulation) workersFor(r drawRange, times int) int {
	return min(s.options.Workers, r.draws()/scenario.BlockDraws+2, max(1, MaxCounted/times/s.counted()))
}

// Bounds within which no step of a path overflows, nor a sum of paths: of projected
// GDP, and of spending. In a motion money stays within the bounds of GDP.
const (
	least     = 1e-100
	most      = 1e100
	mostMoney = 1e150
)

// checkGDP refuses GDP of a year that is beyond all bounds.
func checkGDP(gdp float64, m *scenario.Member, s scenario.Scenario, year int) error {
	if gdp > least && gdp < most {
		return nil
	}
	return &scenario.FieldError{
		Scenario: s.Name, Member: m.Code, Year: year, Field: "GDP", Value: gdp, Err: scenario.ErrInvalid,
		Problem: "is beyond all bounds: the growth path goes on too fast for too long, or the unit of money is far off",
	}
}
