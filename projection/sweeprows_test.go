package projection_test

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// steady are evenly spread values.
func steady(from, to float64, n int) []float64 {
	values := make([]float64, n)
	for i := range values {
		values[i] = from + (to-from)*float64(i)/float64(max(1, n-1))
	}
	return values
}

// A row tells the same in all its ways, whether its targets are evenly spread or
// not, and whether one path serves them all or each has its own.
func TestRowsAgreeWithTheirGrid(t *testing.T) {
	uneven := append(steady(0.015, 0.03, 7), 0.0300001, 0.016)
	for name, axes := range map[string][]projection.Axis{
		"even":       {projection.GrowthShifts(0, 0.01), projection.SpendingShifts(steady(-0.03, 0.03, 5)...), projection.Targets(steady(0.01, 0.03, 41)...)},
		"uneven":     {projection.SpendingShifts(0, 0.01), projection.Targets(uneven...)},
		"one by one": {projection.Targets(uneven...), projection.GrowthShifts(-0.02, 0, 0.02)},
	} {
		t.Run(name, func(t *testing.T) {
			g := sweep(t, twoMembers(), atThisPace(), axes, projection.Options{})
			last := len(axes) - 1
			rows := 0
			for r, err := range projection.SweepRows(context.Background(), twoMembers(), atThisPace(), axes, projection.Options{}) {
				if err != nil {
					t.Fatal(err)
				}
				rows++
				counts := make([]int, r.To-r.Base+2)
				for i := range axes[last].Values {
					year, ok := r.Year(i)
					wantYear, wantOK, err := g.Year(r.Member, append(slices.Clone(r.At), i)...)
					if err != nil || ok != wantOK || ok && year != wantYear {
						t.Fatalf("%s %v %d: %d, %v, want %d, %v (%v)", r.Member, r.At, i, year, ok, wantYear, wantOK, err)
					}
					if ok {
						counts[year-r.Base]++
					} else {
						counts[len(counts)-1]++
					}
				}
				if diff := cmp.Diff(counts, r.AddCounts(nil)); diff != "" {
					t.Fatal(diff)
				}
				sum := 0
				for n, count := range counts[:len(counts)-1] {
					if sum += count; r.Reached(r.Base+n) != sum {
						t.Fatalf("%d reached by %d, want %d", r.Reached(r.Base+n), r.Base+n, sum)
					}
				}
				if _, ok := r.Year(r.Size); ok || r.Reached(r.Base-1) != 0 || r.Reached(3000) != sum {
					t.Error("answers outside the row")
				}
			}
			want := 2
			for _, a := range axes[:last] {
				want *= len(a.Values)
			}
			if rows != want {
				t.Errorf("%d rows, want %d", rows, want)
			}
		})
	}
}

// stream writes a sweep as text.
func stream(t *testing.T, axes []projection.Axis, o projection.Options) string {
	t.Helper()
	var b strings.Builder
	for r, err := range projection.SweepRows(context.Background(), twoMembers(), atThisPace(), axes, o) {
		if err != nil {
			t.Fatal(err)
		}
		c := r.Clone()
		fmt.Fprintln(&b, c.Member, c.At, c.AddCounts(nil))
	}
	return b.String()
}

func TestRowsDoNotDependOnWorkersOrMembers(t *testing.T) {
	axes := []projection.Axis{projection.GrowthShifts(steady(-0.02, 0.02, 9)...), projection.SpendingShifts(steady(-0.02, 0.02, 31)...), projection.Targets(steady(0.01, 0.03, 20)...)}
	one := stream(t, axes, projection.Options{Workers: 1})
	for _, workers := range []int{2, 8} {
		if stream(t, axes, projection.Options{Workers: workers}) != one {
			t.Errorf("%d workers give another stream than one", workers)
		}
	}
	alone := stream(t, axes, projection.Options{Members: []string{"AAA"}}) + stream(t, axes, projection.Options{Members: []string{"BBB"}})
	if alone != one {
		t.Error("members alone give another stream than together")
	}
	if !strings.HasPrefix(one, "AAA [0 0] ") || !strings.Contains(one, "AAA [0 30] ") || strings.Index(one, "AAA [0 1]") > strings.Index(one, "AAA [1 0]") {
		t.Error("rows are out of order")
	}
}

// many is a sweep that takes minutes.
func many() []projection.Axis {
	return []projection.Axis{projection.Paces(steady(0.0001, 0.01, 1000)...), projection.GrowthShifts(steady(-0.02, 0.02, 1000)...), projection.Targets(steady(0.02, 0.03, 100)...)}
}

// goroutines waits a moment for goroutines that are about to end.
func goroutines(atMost int) int {
	n := runtime.NumGoroutine()
	for range 100 {
		if n = runtime.NumGoroutine(); n <= atMost {
			break
		}
		time.Sleep(time.Millisecond)
	}
	return n
}

func TestSweepsCanBeStopped(t *testing.T) {
	base := atThisPace()
	base.Response = scenario.Ramp{Pace: 0.001}
	before := runtime.NumGoroutine()

	rows := 0
	for _, err := range projection.SweepRows(context.Background(), twoMembers(), base, many(), projection.Options{Workers: 4}) {
		if err != nil {
			t.Fatal(err)
		}
		if rows++; rows == 100 {
			break
		}
	}
	if n := goroutines(before); n > before {
		t.Errorf("%d goroutines left after break", n-before)
	}

	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	var stopped time.Time
	var last error
	for _, err := range projection.SweepRows(ctx, twoMembers(), base, many(), projection.Options{Workers: 4}) {
		if last = err; stopped.IsZero() {
			stopped = time.Now()
			cancel()
		}
	}
	if took := time.Since(stopped); took > time.Second { // 50 ms on a quiet machine
		t.Errorf("stopping took %v", took)
	}
	if !errors.Is(last, context.Canceled) {
		t.Errorf("ended with %v", last)
	}
	if n := goroutines(before); n > before {
		t.Errorf("%d goroutines left after cancelling", n-before)
	}

	short, end := context.WithTimeout(context.Background(), 20*time.Millisecond)
	defer end()
	axes := many()
	axes[1].Values = axes[1].Values[:10]
	if g, err := projection.Sweep(short, twoMembers(), base, axes, projection.Options{}); g != nil || !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("Sweep: %v, %v", g, err)
	}
}

func TestSweepProgressEndsAtTotal(t *testing.T) {
	for _, workers := range []int{1, 3} {
		var told []int
		o := projection.Options{Workers: workers, Progress: func(done, total int) {
			if total != 2*9*50 {
				t.Fatalf("total %d", total)
			}
			told = append(told, done)
		}}
		sweep(t, twoMembers(), atThisPace(), []projection.Axis{projection.GrowthShifts(steady(-0.02, 0.02, 9)...), projection.Targets(steady(0.01, 0.03, 50)...)}, o)
		if !slices.IsSorted(told) || told[len(told)-1] != 2*9*50 {
			t.Errorf("told %v", told)
		}
	}
}
