package main

import (
	"context"
	"fmt"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
	"github.com/pledgesim/pledgesim/scenario/nato"
)

// A study is what travels to the workers: numbers. The figures are in every
// worker's binary, and each builds the scenario from the numbers.
type study struct {
	Share        float64 // per cent of GDP
	By, To       int
	Draws, Shard int
	Steps        int // on each axis of the sweep
	Seed         uint64
	Workers      int // goroutines for each shard
}

// More is a slip of the hand: a list of all shards is made.
const (
	maxShards = 100_000
	maxSteps  = 1000
)

// check finds what is wrong with a study before any worker does.
func (st study) check(ctx context.Context) error {
	if st.Draws < 1 || st.Shard < 1 || st.shards() > maxShards {
		return fmt.Errorf("-draws %d -shard %d: these are not 1 to %d shards", st.Draws, st.Shard, maxShards)
	}
	if st.Steps < 1 || st.Steps > maxSteps {
		return fmt.Errorf("-steps %d: choose from 1 to %d", st.Steps, maxSteps)
	}
	if _, err := projection.Simulate(ctx, st.dataset(), st.uncertain(), st.options(0, 1)); err != nil {
		return err
	}
	_, err := sweepSlice(ctx, st, st.shifts()[0])
	return err
}

func (st study) dataset() *scenario.Dataset { return nato.Latest() }

// central is the scenario without luck, which the sweep varies.
func (st study) central() scenario.Scenario {
	return scenario.Scenario{
		Name:     fmt.Sprintf("%v%% by %d", st.Share, st.By),
		Pledge:   scenario.Target{Share: scenario.FromPercent(st.Share), By: st.By},
		Growth:   scenario.Constant(1.5 * scenario.Percent),
		Response: scenario.UpTo{Response: scenario.Trend{Years: 8}},
	}
}

// uncertain is the same scenario with luck, which the simulation draws from.
func (st study) uncertain() scenario.Scenario {
	s := st.central()
	s.Growth = scenario.AR1{Around: s.Growth, SD: 2 * scenario.Percent, Rho: 0.4, Common: 0.4}
	s.Response = scenario.Shocked{Response: s.Response, SD: 5 * scenario.Percent}
	return s
}

// options are those for the draws from first on.
func (st study) options(first, draws int) projection.Options {
	return projection.Options{
		Base: st.dataset().Last(), To: st.To,
		First: first, Draws: draws, Seed: st.Seed,
		Workers: st.Workers,
	}
}

// shards is the number of shards; the last may be smaller.
func (st study) shards() int { return (st.Draws-1)/st.Shard + 1 }

// shifts are the slices of the sweep: points of GDP growth more or less.
func (st study) shifts() []float64 { return grid(-2, 2, st.Steps) }

// axes are those of the sweep, or of the slices of it with some shifts.
func (st study) axes(shifts ...float64) []projection.Axis {
	return []projection.Axis{
		projection.GrowthShifts(shifts...),
		projection.SpendingShifts(grid(-5, 5, st.Steps)...),
		projection.Targets(grid(1.5, 5, st.Steps)...),
	}
}

// grid divides a range in per cent into equal steps.
func grid(from, to float64, steps int) []float64 {
	values := make([]float64, steps+1)
	for i := range values {
		values[i] = scenario.FromPercent(from + float64((to-from)*float64(i))/float64(steps))
	}
	return values
}
