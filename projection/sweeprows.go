package projection

import (
	"context"
	"errors"
	"iter"
	"slices"

	"github.com/pledgesim/pledgesim/scenario"
)

// SweepRows runs every combination of the axes and yields them row by row, for
// sweeps of any size: memory is constant. Members come in order of code and, for
// each, combinations as digits count, the last axis being within a row and the one
// before it changing fastest. Rows are worked out by Options.Workers goroutines;
// neither their values nor their order depend on how many.
//
// An error comes with a nil row, and nothing after it: all faults of scenario,
// axes and options at once, before any row; the error of a single combination after
// the rows before it; that of the context when it is done.
//
// A sweep is fastest where the last axis is [Targets] and the response ignores
// what is asked ([scenario.Trend], [scenario.Budget], [scenario.Hold] or
// [scenario.Drift], also in [scenario.UpTo]): one path is walked for all targets,
// several hundred times as fast as Run. With another last axis these responses are
// still some 50 times as fast; any other response takes as long as Run does. An
// axis of growth is best put first.
func SweepRows(ctx context.Context, d *scenario.Dataset, base scenario.Scenario, axes []Axis, o Options) iter.Seq2[*SweepRow, error] {
	return func(yield func(*SweepRow, error) bool) {
		sp, err := newSpace(ctx, d, base, axes, o)
		if err != nil {
			yield(nil, err)
			return
		}
		row, last := SweepRow{At: make([]int, len(axes)-1), Base: sp.o.Base, To: sp.o.To, Size: sp.last}, -1
		err = sp.strips(ctx, (*walker).years, func(member int, at []int, s strip) bool {
			if member != last {
				m := sp.members[member]
				row.Member, row.Name, last = m.Code, m.Name, member
			}
			for a := range row.At {
				row.At[a] = at[a]
			}
			row.strip = s
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
	fastBatch = 1 << 15
)

// A chunk is what was worked out for some rows in a line: either years or money.
type chunk struct {
	rows []struct {
		levels *levels
		end    int // of the row in years or money, which begins where the one before ends
	}
	years []int32
	money []float64
	err   error // of the row after these
}

// strip is what was worked out for a row.
func (c *chunk) strip(i int) strip {
	from, row := 0, &c.rows[i]
	if i > 0 {
		from = c.rows[i-1].end
	}
	if len(c.money) > 0 {
		return strip{money: c.money[from:row.end]}
	}
	return strip{levels: row.levels, years: c.years[from:row.end]}
}

// A rowWork appends what it works out for a row to a chunk.
type rowWork func(w *walker, member int, at []int, c *chunk) (*levels, error)

// strips works out all rows and hands them over in order until told to stop, when
// it returns errStopped.
func (sp *space) strips(ctx context.Context, work rowWork, hand func(member int, at []int, s strip) bool) error {
	rows, points := len(sp.members)*sp.rows, batch
	if v, err := sp.walker(ctx).motion(0, make([]int, len(sp.axes))); err == nil && v.kind != custom && sp.together {
		points = fastBatch
	}
	size := max(1, min(points/max(sp.last, sp.o.To-sp.o.Base), rows/(4*sp.o.Workers)))
	room := min(points, size*max(sp.last, sp.o.To-sp.o.Base+1))
	start := func(ctx context.Context) func(int, *chunk) {
		w, at := sp.walker(ctx), make([]int, len(sp.axes))
		return func(job int, c *chunk) {
			*c = chunk{rows: slices.Grow(c.rows[:0], size)[:size], years: slices.Grow(c.years[:0], room), money: c.money[:0]}
			member := w.place(job*size, at)
			c.rows = c.rows[:min(size, rows-job*size)]
			for i := range c.rows {
				if w.stopped() {
					return
				}
				l, err := work(w, member, at, c)
				if err != nil {
					c.rows, c.err = c.rows[:i], err
					return
				}
				c.rows[i].levels, c.rows[i].end = l, len(c.years)+len(c.money)
				if w.next(at) {
					member++
				}
			}
		}
	}
	var fault error
	done, member, at := 0, 0, make([]int, len(sp.axes))
	err := ordered(ctx, sp.o.Workers, (rows+size-1)/size, start, func(c *chunk) bool {
		for i := range c.rows {
			if !hand(member, at, c.strip(i)) {
				fault = errStopped
				return false
			}
			if done++; sp.next(at) {
				member++
			}
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
