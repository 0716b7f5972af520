package main

import (
	"context"

	"github.com/pledgesim/pledgesim/plotting"
	"github.com/pledgesim/pledgesim/scenario"
	"github.com/pledgesim/pledgesim/scenario/nato"
)

// march2023 are the charts of the question of that month: which pledge gets which
// member where, and by when?
func march2023(context.Context) ([]scene, error) {
	then, err := editionOf("2023-03")
	if err != nil {
		return nil, err
	}
	rs, err := then.projected(2040,
		then.atThisPace(2*scenario.Percent), then.kept("2% by 2030", scenario.Target{Share: 2 * scenario.Percent, By: 2030}),
		then.atThisPace(2.5*scenario.Percent), then.kept("2.5% by 2030", scenario.Target{Share: 2.5 * scenario.Percent, By: 2030}))
	if err != nil {
		return nil, err
	}
	return []scene{
		{"year-reached", func() (*plotting.Figure, error) { return plotting.YearReached(rs...) }},
		{"paths", func() (*plotting.Figure, error) { return plotting.Paths("DEU", rs...) }},
		{"ranking", func() (*plotting.Figure, error) { return plotting.Ranking(rs[0], 2022) }},
		{"count", func() (*plotting.Figure, error) { return plotting.Count(rs...) }},
		{"backtest-count", func() (*plotting.Figure, error) { return plotting.BacktestCount(nato.Latest(), rs[:2]...) }},
		{"grid", func() (*plotting.Figure, error) { return plotting.Grid(rs[:2]...) }},
	}, nil
}
