package main

import (
	"context"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"

	"github.com/pledgesim/pledgesim/projection"
)

func init() {
	register.DoFn2x2[context.Context, int, []byte, error](&shardFn{})
	register.Combiner1[[]byte](&mergeFn{})
}

// simulate adds the simulation: numbers of shards, a summary of each, and one
// summary of all, written to a file.
func simulate(s beam.Scope, st study, file string) {
	numbers := make([]int, st.shards())
	for i := range numbers {
		numbers[i] = i
	}
	spread := beam.Reshuffle(s, beam.CreateList(s, numbers)) // or one worker would get them all
	summaries := beam.ParDo(s, &shardFn{Study: st}, spread)
	write(s, file, beam.Combine(s, &mergeFn{Study: st}, summaries))
}

// shardFn simulates the draws of one shard.
type shardFn struct{ Study study }

// ProcessElement gives the summary of a shard.
func (f *shardFn) ProcessElement(ctx context.Context, shard int) ([]byte, error) {
	st := f.Study
	first := shard * st.Shard
	e, err := projection.Simulate(ctx, st.dataset(), st.uncertain(), st.options(first, min(st.Shard, st.Draws-first)))
	if err != nil {
		return nil, err
	}
	return e.MarshalBinary()
}

// mergeFn merges summaries, in whichever order and grouping the runner likes.
type mergeFn struct{ Study study }

// MergeAccumulators merges two summaries.
func (f *mergeFn) MergeAccumulators(a, b []byte) ([]byte, error) {
	d, s := f.Study.dataset(), f.Study.uncertain()
	x, err := projection.Restore(d, s, a)
	if err != nil {
		return nil, err
	}
	y, err := projection.Restore(d, s, b)
	if err != nil {
		return nil, err
	}
	m, err := projection.Merge(x, y)
	if err != nil {
		return nil, err
	}
	return m.MarshalBinary()
}
