package projection

import (
	"context"
	"sync"
	"sync/atomic"
)

// ordered does jobs 0 to n-1 on some goroutines and hands the results over in
// order, on the caller's. start gives each goroutine a function of its own, which
// fills a result that is used again later, and returns early where ctx is done.
// Work is never more than a few jobs ahead of what has been handed over. ordered
// returns when all jobs are handed over, hand returns false or ctx is done; then
// no goroutine is left. A panic of a job is one of ordered.
func ordered[T any](ctx context.Context, workers, n int, start func(ctx context.Context) func(job int, result *T), hand func(*T) bool) error {
	var wg sync.WaitGroup
	var rescue rescue
	defer rescue.throw()
	defer wg.Wait()
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()

	depth := min(3*workers, n)
	free := make(chan *T, depth)     // results to fill: whoever has one may take a job
	filled := make([]chan *T, depth) // by job modulo depth: only the next depth jobs can be under way
	for i := range filled {
		free <- new(T)
		filled[i] = make(chan *T, 1)
	}
	var next atomic.Int64
	for range min(workers, n) {
		wg.Add(1)
		go func() {
			defer wg.Done()
			defer rescue.catch(cancel)
			work := start(ctx)
			for {
				var result *T
				select {
				case <-ctx.Done():
					return
				case result = <-free:
				}
				job := int(next.Add(1)) - 1
				if job >= n {
					return
				}
				work(job, result)
				if ctx.Err() != nil {
					return // the result may be half done
				}
				filled[job%depth] <- result
			}
		}()
	}
	for job := range n {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case result := <-filled[job%depth]:
			if !hand(result) {
				return nil
			}
			free <- result
		}
	}
	return nil
}
