package main

import (
	"context"

	"github.com/pledgesim/pledgesim/examples/internal/command"
	"github.com/pledgesim/pledgesim/plotting"
	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
	"github.com/pledgesim/pledgesim/scenario/nato"
)

// hindsight are the charts of what would have been said at the time, and what
// happened.
func hindsight(ctx context.Context) ([]scene, error) {
	var rs []*projection.Result
	var es []*projection.Ensemble
	for _, name := range []string{"2019-06", "2023-03", "2024-06"} {
		then, err := editionOf(name)
		if err != nil {
			return nil, err
		}
		s := then.atThisPace(2 * scenario.Percent)
		s.Name = "2% at this pace"
		r, err := then.projected(2030, s)
		if err != nil {
			return nil, err
		}
		s.Response = scenario.Shocked{Response: s.Response, SD: 4 * scenario.Percent}
		if s.Growth, err = command.Fitted(then.figures, then.growth); err != nil {
			return nil, err
		}
		e, err := projection.Simulate(ctx, then.figures, s, projection.Options{Base: then.figures.Last(), To: 2030, Seed: 2026})
		if err != nil {
			return nil, err
		}
		rs, es = append(rs, r...), append(es, e)
	}
	covered, err := projection.Cover(nato.Latest(), es...)
	if err != nil {
		return nil, err
	}
	return []scene{
		{"backtest-paths", func() (*plotting.Figure, error) { return plotting.BacktestPaths("DEU", nato.Latest(), rs...) }},
		{"backtest-fan", func() (*plotting.Figure, error) { return plotting.BacktestFan("FRA", nato.Latest(), es[1]) }},
		{"calibration", func() (*plotting.Figure, error) { return plotting.Calibration(covered) }},
	}, nil
}
