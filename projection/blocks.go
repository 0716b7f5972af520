package projection

import (
	"context"
	"errors"
	"fmt"
	"sync"

	"github.com/pledgesim/pledgesim/scenario"
)

// mostBlocks is the largest number of blocks that one worker goes through member by
// member: then the histograms of a member stay in the processor's cache, and the
// common random numbers of the blocks do not take much memory.
const mostBlocks = 8

// together is the number of blocks of a range that a worker takes at a time. It
// does not depend on the number of workers, so that faults do not either.
func (r drawRange) together() int {
	first, end := r.blocks()
	return min(max((end-first)/16, 1), mostBlocks)
}

// eachBlock lets workers go through the blocks of a range of draws, some at a time,
// each by one worker, and tells done how many draws that were, one caller at a time.
// Blocks are handed out in order and finished once begun, so that of several errors
// that of the first ones comes back. When ctx ends, its error does. A panic of run or
// done is one of eachBlock.
func eachBlock(ctx context.Context, name string, r drawRange, size, workers int, run func(worker, first, end int) error, done func(draws int)) error {
	next, end := r.blocks()
	var (
		mutex   sync.Mutex
		wait    sync.WaitGroup
		failure error
		failed  = end
		counted int // draws
		rescue  rescue
	)
	stop := func() {
		mutex.Lock()
		defer mutex.Unlock()
		next = end
	}
	take := func() (from, to int, ok bool) {
		mutex.Lock()
		defer mutex.Unlock()
		if next >= end || failure != nil || ctx.Err() != nil {
			return 0, 0, false
		}
		from, next = next, min(next+size, end)
		return from, next, true
	}
	finish := func(from, to int, err error) {
		mutex.Lock()
		defer mutex.Unlock()
		if err != nil && from < failed {
			failure, failed = err, from
		}
		if err == nil {
			n := min(to*scenario.BlockDraws, r.end) - max(from*scenario.BlockDraws, r.first)
			counted += n
			done(n)
		}
	}
	for worker := range workers {
		wait.Add(1)
		go func() {
			defer wait.Done()
			defer rescue.catch(stop)
			for from, to, ok := take(); ok; from, to, ok = take() {
				finish(from, to, run(worker, from, to))
			}
		}()
	}
	wait.Wait()
	rescue.throw()
	if err := ctx.Err(); err != nil && counted < r.draws() {
		return stopped(ctx, fmt.Sprintf("simulation of %q", name), err)
	}
	return failure
}

// stopped is the error of work that was stopped, with the cause if one was given.
func stopped(ctx context.Context, work string, err error) error {
	if cause := context.Cause(ctx); cause != err {
		err = errors.Join(err, cause)
	}
	return fmt.Errorf("%s stopped: %w", work, err)
}

// progress adds up what is done and passes it on.
func (o Options) progress(total int) func(more int) {
	done := 0
	return func(more int) {
		if done += more; o.Progress != nil && more > 0 {
			o.Progress(done, total)
		}
	}
}
