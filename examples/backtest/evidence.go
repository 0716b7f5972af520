package main

import (
	"context"
	"slices"
	"sync"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
	"github.com/pledgesim/pledgesim/scenario/imf"
	"github.com/pledgesim/pledgesim/scenario/nato"
	"github.com/pledgesim/pledgesim/scenario/worldbank"
)

// draws of each simulation.
const draws = 2000

// calibrated is the name of the library's default: nato.Calibrated.
const calibrated = "calibrated"

// The origins of the two backtests. At the end of 2022 the archive has the figures of
// 2022 that it has at the end of 2023, and at the end of 2025 no GDP: those two years are
// left out.
func longOrigins() []int    { return years(1995, 2018) }
func editionOrigins() []int { return append(years(2013, 2021), 2023, 2024) }

func years(first, last int) []int {
	var all []int
	for y := first; y <= last; y++ {
		all = append(all, y)
	}
	return all
}

// pledges is what NATO's members have asked of themselves: 2% by 2024, then 2% every
// year.
func pledges() scenario.Pledge {
	return scenario.Steps{
		nato.Wales2014().Pledge.(scenario.Target),
		nato.Vilnius2023().Pledge.(scenario.Target),
	}
}

// Evidence works out each backtest once, when it is first asked for.
type evidence struct {
	history  func() (*projection.Backtest, error) // World Bank's shares, origins 1995 to 2018, all variants
	editions func() (*projection.Backtest, error) // NATO's, origins 2013 to 2024

	count2018 func() (*counted2018, error) // members at 2%, as projected at the end of 2018
}

func newEvidence(ctx context.Context) *evidence {
	return &evidence{
		count2018: sync.OnceValues(func() (*counted2018, error) { return count2018(ctx) }),
		history: sync.OnceValues(func() (*projection.Backtest, error) {
			d := worldbank.MilitarySpending()
			return projection.RunBacktest(ctx, d, d, longOrigins(), nil, projection.BacktestOptions{
				Pledge: pledges(), Growth: imf.RealTime{}, Candidates: variants(), Draws: draws,
			})
		}),
		editions: sync.OnceValues(func() (*projection.Backtest, error) {
			return projection.RunBacktest(ctx, nato.Archive{}, nato.Latest(), editionOrigins(), nil, projection.BacktestOptions{
				Pledge: pledges(), Growth: imf.RealTime{}, Candidates: variants(), Draws: draws,
				Groups: map[string][]string{"bordering Russia": nato.BorderingRussia(), "others": others()},
			})
		}),
	}
}

// both gives the two backtests.
func (e *evidence) both() (long, short *projection.Backtest, err error) {
	if long, err = e.history(); err != nil {
		return nil, nil, err
	}
	short, err = e.editions()
	return long, short, err
}

// recent are the forecasts from NATO's editions since 2019.
func (e *evidence) recent() (*projection.Backtest, error) {
	b, err := e.editions()
	if err != nil {
		return nil, err
	}
	return b.Where(since), nil
}

// others are the members that do not border Russia.
func others() []string {
	bordering := nato.BorderingRussia()
	return slices.DeleteFunc(nato.Within(nato.Latest(), nato.All()), func(code string) bool { return slices.Contains(bordering, code) })
}

// upTo2018 and since keep the forecasts of origins before and after the end of 2018.
func upTo2018(f projection.Forecast) bool { return f.Origin <= 2018 }
func since(f projection.Forecast) bool    { return f.Origin > 2018 && f.Year <= 2025 } // the estimate of 2026 is of a year that had not ended
