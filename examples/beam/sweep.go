package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/transforms/stats"

	"github.com/pledgesim/pledgesim/projection"
)

func init() {
	register.DoFn3x1[context.Context, float64, func(string, int), error](&sliceFn{})
	register.Emitter2[string, int]()
	register.Function2x1(line)
	register.Function2x1(csv)
	register.Iter1[string]()
}

// sweep adds the sweep: slices of the first axis, in how many combinations each
// member first reaches the target in each year, summed over the slices, and one
// sorted file.
func sweep(s beam.Scope, st study, file string) {
	shifts := beam.Reshuffle(s, beam.CreateList(s, st.shifts()))
	counts := stats.SumPerKey(s, beam.ParDo(s, &sliceFn{Study: st}, shifts))
	lines := beam.ParDo(s, line, counts)
	write(s, file, beam.ParDo(s, csv, beam.GroupByKey(s, beam.AddFixedKey(s, lines))))
}

// sliceFn runs the part of the sweep that has one value on the first axis.
type sliceFn struct{ Study study }

// ProcessElement emits the counts of one slice.
func (f *sliceFn) ProcessElement(ctx context.Context, shift float64, emit func(string, int)) error {
	counts, err := sweepSlice(ctx, f.Study, shift)
	for key, n := range counts {
		emit(key, n)
	}
	return err
}

// sweepSlice counts the answers, such as "DEU,2031", for some shifts of growth.
func sweepSlice(ctx context.Context, st study, shifts ...float64) (map[string]int, error) {
	base, o := st.dataset().Last(), st.options(0, 0)
	counts := map[string][]int{}
	for row, err := range projection.SweepRows(ctx, st.dataset(), st.central(), st.axes(shifts...), o) {
		if err != nil {
			return nil, err
		}
		counts[row.Member] = row.AddCounts(counts[row.Member])
	}
	answers := map[string]int{}
	for member, years := range counts {
		for i, n := range years {
			answer := fmt.Sprintf("%s,%d", member, base+i)
			if base+i > st.To {
				answer = fmt.Sprintf("%s,after %d", member, st.To)
			}
			answers[answer] = n
		}
	}
	return answers, nil
}

// line writes one count.
func line(answer string, n int) string { return fmt.Sprintf("%s,%d\n", answer, n) }

const header = "member,year,combinations\n"

// csv sorts the lines, which arrive in any order.
func csv(_ int, next func(*string) bool) []byte {
	var lines []string
	for l := ""; next(&l); {
		lines = append(lines, l)
	}
	slices.Sort(lines)
	return []byte(header + strings.Join(lines, ""))
}
