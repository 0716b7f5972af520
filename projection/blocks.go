package projection

import (
	"context"
	"errors"
	"fmt"
	"sync"
)

// eachBlock lets workers go through the blocks of a range of draws, each block by
// one of them, and tells done how many draws that were, one caller at a time.
// Blocks are handed out in order and finished once begun, so that of several errors
// the one of the first block comes back. When ctx ends, its error does.
func eachBlock(ctx context.Context, name string, r drawRange, workers int, run func(worker, block int) error, done func(draws int)) error {
	next, end := r.blocks()
	var (
		mutex   sync.Mutex
		wait    sync.WaitGroup
		failure error
		failed  = end
	)
	take := func() (block int, ok bool) {
		mutex.Lock()
		defer mutex.Unlock()
		if next >= end || failure != nil || ctx.Err() != nil {
			return 0, false
		}
		next++
		return next - 1, true
	}
	for worker := range workers {
		wait.Add(1)
		go func() {
			defer wait.Done()
			for block, ok := take(); ok; block, ok = take() {
				err := run(worker, block)
				mutex.Lock()
				if err != nil && block < failed {
					failure, failed = err, block
				}
				if err == nil {
					_, lo, hi := r.lanes(block)
					done(hi - lo)
				}
				mutex.Unlock()
			}
		}()
	}
	wait.Wait()
	if err := ctx.Err(); err != nil {
		if cause := context.Cause(ctx); cause != err {
			err = errors.Join(err, cause)
		}
		return fmt.Errorf("simulation of %q stopped: %w", name, err)
	}
	return failure
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
