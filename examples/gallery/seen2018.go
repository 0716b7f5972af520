package main

import (
	"context"

	"github.com/pledgesim/pledgesim/plotting"
	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
	"github.com/pledgesim/pledgesim/scenario/imf"
	"github.com/pledgesim/pledgesim/scenario/nato"
)

// seen2018 is the chart of how many members would keep the pledge of 2014, as it could
// be drawn at the end of 2018, and of what happened.
func seen2018(ctx context.Context) ([]scene, error) {
	then, err := editionOf("2019-06")
	if err != nil {
		return nil, err
	}
	if then.figures, err = then.figures.AsOf(2018); err != nil {
		return nil, err
	}
	record, err := nato.Calibrated(then.figures)
	if err != nil {
		return nil, err
	}
	then.growth = imf.RealTime{}
	pace := then.atThisPace(2 * scenario.Percent)
	pace.Name, pace.Pledge = "At this pace", nato.Wales2014().Pledge
	rs, err := then.projected(2024, pace, then.kept("Pledge kept", pace.Pledge))
	if err != nil {
		return nil, err
	}
	e, err := projection.Simulate(ctx, then.figures, record.Scenario("As in the record", pace.Pledge), projection.Options{Base: 2018, To: 2024, Seed: 2026})
	if err != nil {
		return nil, err
	}
	expected := plotting.AnnouncedCount{Members: 15, Year: 2024, By: "NATO in February 2018"}
	return []scene{
		{"count-fan", func() (*plotting.Figure, error) {
			return plotting.CountFan(e, plotting.CountFanOptions{
				Beside: rs, Announced: []plotting.AnnouncedCount{expected}, Outcome: nato.Latest(),
			})
		}},
	}, nil
}
