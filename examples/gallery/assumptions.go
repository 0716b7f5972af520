package main

import (
	"context"

	"github.com/pledgesim/pledgesim/plotting"
	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// assumptions are the charts of how much an answer hangs on what it supposes.
func assumptions(ctx context.Context) ([]scene, error) {
	now, err := editionOf("2026-07")
	if err != nil {
		return nil, err
	}
	base := now.atThisPace(3.5 * scenario.Percent)
	opts := projection.Options{Base: now.figures.Last(), Members: []string{"ITA"}}
	points := func(values ...float64) []float64 {
		for i := range values {
			values[i] = scenario.FromPercent(values[i])
		}
		return values
	}
	growth := projection.GrowthShifts(points(-1.5, -1, -0.5, 0, 0.5, 1, 1.5)...)
	targets := projection.Targets(points(2, 2.5, 3, 3.5, 4, 4.5, 5)...)
	years, err := projection.Sweep(ctx, now.figures, base, []projection.Axis{growth, targets}, opts)
	if err != nil {
		return nil, err
	}
	swings, err := projection.OneAtATime(ctx, now.figures, base, "ITA", []projection.Axis{
		projection.GrowthShifts(points(-1, 1)...), projection.SpendingShifts(points(-1, 1)...), projection.Targets(points(3, 4)...),
	}, opts)
	if err != nil {
		return nil, err
	}
	return []scene{
		{"heatmap", func() (*plotting.Figure, error) { return plotting.Heatmap("ITA", years) }},
		{"tornado", func() (*plotting.Figure, error) { return plotting.Tornado(swings) }},
	}, nil
}
