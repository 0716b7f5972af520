package projection

import (
	"context"
	"errors"
	"iter"

	"github.com/pledgesim/pledgesim/scenario"
)

// SweepRows runs every combination of the axes and yields them row by row, for
// sweeps of any size: memory is constant. Members come in order of code and, for
// each, combinations as digits count, the last axis being within a row and the one
// before it changing fastest. Rows are worked out by Options.Workers goroutines;
// neither their values nor their order depend on how many.
//
// Faults of scenario, axes and options come before any row, all at once, with a
// nil row; so does an error of a single combination, after the rows before it, and
// that of a context that is done. Nothing is yielded after an error.
//
// A sweep is fastest where the last axis is [Targets] and the response ignores
// what is asked ([scenario.Trend], [scenario.Budget], [scenario.Hold] or
// [scenario.Drift], also in [scenario.UpTo]): one path is walked for all targets,
// some 10 to 100 times as fast as Run. An axis of growth is best put first.
func SweepRows(ctx context.Context, d *scenario.Dataset, base scenario.Scenario, axes []Axis, o Options) iter.Seq2[*SweepRow, error] {
	return func(yield func(*SweepRow, error) bool) {
		sp, err := newSpace(ctx, d, base, axes, o)
		if err != nil {
			yield(nil, err)
			return
		}
		row := SweepRow{At: make([]int, len(axes)-1), Base: sp.o.Base, To: sp.o.To, Size: sp.last}
		at := make([]int, len(axes))
		err = sp.strips(ctx, func(n int, s strip) bool {
			m := sp.members[sp.place(n, at)]
			copy(row.At, at)
			row.Member, row.Name, row.strip = m.Code, m.Name, s
			return yield(&row, nil)
		})
		if err != nil && !errors.Is(err, errStopped) {
			yield(nil, err)
		}
	}
}

// batch is the number of points that a goroutine works out at a time: enough to
// make handing over cheap, few enough to share work and to stay in its cache.
const (
	batch     = 1 << 12
	fastBatch = 1 << 16
)

// A chunk is the strips of some rows in a line.
type chunk struct {
	strips []strip
	room   []int32
	err    error // of the row after the strips
}

// strips works out all rows and hands them over in order until told to stop, when
// it returns errStopped.
func (sp *space) strips(ctx context.Context, hand func(row int, s strip) bool) error {
	rows, points := len(sp.members)*sp.rows, batch
	if sp.together {
		points = fastBatch
	}
	size := max(1, min(points/sp.last, rows/(4*sp.o.Workers)))
	start := func(ctx context.Context) func(int, *chunk) {
		w, at := sp.walker(ctx), make([]int, len(sp.axes))
		return func(job int, c *chunk) {
			c.strips, c.room, c.err = c.strips[:0], c.room[:0], nil
			for row := job * size; row < min(rows, (job+1)*size) && c.err == nil; row++ {
				if w.stopped() {
					return
				}
				var s strip
				if s, c.room, c.err = w.strip(w.place(row, at), at, c.room); c.err == nil {
					c.strips = append(c.strips, s)
				}
			}
		}
	}
	var fault error
	done := 0
	err := ordered(ctx, sp.o.Workers, (rows+size-1)/size, start, func(c *chunk) bool {
		for _, s := range c.strips {
			if !hand(done, s) {
				fault = errStopped
				return false
			}
			done++
		}
		if fault = c.err; fault == nil && sp.o.Progress != nil {
			sp.o.Progress(done*sp.last, rows*sp.last)
		}
		return fault == nil
	})
	if err != nil {
		return err
	}
	return fault
}
