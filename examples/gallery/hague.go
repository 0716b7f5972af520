package main

import (
	"context"

	"github.com/pledgesim/pledgesim/examples/internal/command"
	"github.com/pledgesim/pledgesim/plotting"
	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
	"github.com/pledgesim/pledgesim/scenario/nato"
)

// hague are the charts of the pledge of The Hague, 3.5% by 2035, as seen today:
// where everyone stands, how fast it would have to be, and how sure it is. Growth
// deviates from the forecast as it has before, and budgets miss what was decided
// by 4% a year.
func hague(ctx context.Context) ([]scene, error) {
	now, err := editionOf("2026-07")
	if err != nil {
		return nil, err
	}
	kept := now.kept("3.5% by 2035", nato.Hague2025().Pledge)
	rs, err := now.projected(2040, now.atThisPace(3.5*scenario.Percent), kept)
	if err != nil {
		return nil, err
	}
	pace, err := projection.Pace(rs[1])
	if err != nil {
		return nil, err
	}
	drawn := kept
	drawn.Response = scenario.Shocked{Response: scenario.Ramp{}, SD: 4 * scenario.Percent}
	if drawn.Growth, err = command.Fitted(now.figures, now.growth); err != nil {
		return nil, err
	}
	e, err := projection.Simulate(ctx, now.figures, drawn, projection.Options{Base: now.figures.Last(), Seed: 2026})
	if err != nil {
		return nil, err
	}
	return []scene{
		{"paths-of", func() (*plotting.Figure, error) {
			f, err := plotting.PathsOf(rs[0])
			if err == nil {
				f.Highlight = []string{"DEU", "POL", "GBR", "ESP", "USA"}
			}
			return f, err
		}},
		{"ranking-two-years", func() (*plotting.Figure, error) {
			return plotting.RankingOf(rs[0], plotting.RankingOptions{Year: 2026, Before: 2014, Guidelines: []float64{2 * scenario.Percent, 3.5 * scenario.Percent}})
		}},
		{"slope", func() (*plotting.Figure, error) { return plotting.Slope(rs[0], 2021, 2026) }},
		{"pace", func() (*plotting.Figure, error) { return plotting.Pace(pace) }},
		{"fan", func() (*plotting.Figure, error) { return plotting.Fan("DEU", e) }},
		{"fan-grid", func() (*plotting.Figure, error) { return plotting.FanGrid(e) }},
		{"chance", func() (*plotting.Figure, error) { return plotting.Chance(e) }},
	}, nil
}
