package plotting

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// lineOf makes a line over 0, 1, 2 and so on.
func lineOf(values ...float64) plotter.XYs {
	line := make(plotter.XYs, len(values))
	for i, v := range values {
		line[i] = plotter.XY{X: float64(i), Y: v}
	}
	return line
}

// Lines stand exactly at their values, also where they cover each other.
func TestBundlePaths(t *testing.T) {
	b := &bundle{lines: []plotter.XYs{lineOf(1, 2, 3), lineOf(1, 2, 2)}}
	tens := func(v float64) vg.Length { return vg.Length(10 * v) }
	want := [][]vg.Point{
		{{X: 0, Y: 10}, {X: 10, Y: 20}, {X: 20, Y: 30}},
		{{X: 0, Y: 10}, {X: 10, Y: 20}, {X: 20, Y: 20}},
	}
	if diff := cmp.Diff(want, b.paths(tens, tens)); diff != "" {
		t.Errorf("lines (-want +got):\n%s", diff)
	}
	b.steps = true
	want = [][]vg.Point{
		{{X: 0, Y: 10}, {X: 10, Y: 10}, {X: 10, Y: 20}, {X: 20, Y: 20}, {X: 20, Y: 30}},
		{{X: 0, Y: 10}, {X: 10, Y: 10}, {X: 10, Y: 20}, {X: 20, Y: 20}, {X: 20, Y: 20}},
	}
	if diff := cmp.Diff(want, b.paths(tens, tens)); diff != "" {
		t.Errorf("steps (-want +got):\n%s", diff)
	}
}

func TestStretches(t *testing.T) {
	line := func(heights ...vg.Length) []vg.Point {
		points := make([]vg.Point, len(heights))
		for i, y := range heights {
			points[i] = vg.Point{X: vg.Length(i), Y: y}
		}
		return points
	}
	// The second leaves the first after a step and meets it again; the third is
	// with them for one step and ends; 0.3 points apart is together.
	paths := [][]vg.Point{line(0, 0, 5, 5, 5), line(0, 0.3, 9, 5, 5), line(0, 0)}
	checkStretches(t, paths, [][]shared{
		{{0, 1, []int{0, 1, 2}}, {1, 3, []int{0}}, {3, 4, []int{0, 1}}},
		{{0, 1, []int{0, 1, 2}}, {1, 3, []int{1}}, {3, 4, []int{0, 1}}},
		{{0, 1, []int{0, 1, 2}}},
	})
	// The first has as many partners throughout, but another one from 1 on.
	checkStretches(t, [][]vg.Point{line(0, 0, 0), line(9, 0, 0), line(0, 0, 9)}, [][]shared{
		{{0, 1, []int{0, 2}}, {1, 2, []int{0, 1}}},
		{{0, 1, []int{1}}, {1, 2, []int{0, 1}}},
		{{0, 1, []int{0, 2}}, {1, 2, []int{2}}},
	})
	// The second covers both others, which do not cover each other.
	three := []shared{{0, 1, []int{0, 1, 2}}}
	checkStretches(t, [][]vg.Point{line(0, 0), line(0.3, 0.3), line(0.6, 0.6)}, [][]shared{three, three, three})
}

// A shared is a stretch from one X value to another.
type shared struct {
	From, To int
	Lines    []int
}

func checkStretches(t *testing.T, paths [][]vg.Point, want [][]shared) {
	t.Helper()
	for i := range paths {
		var got []shared
		for _, s := range stretches(paths, i) {
			got = append(got, shared{int(s.points[0].X), int(s.points[len(s.points)-1].X), s.lines})
		}
		if diff := cmp.Diff(want[i], got); diff != "" {
			t.Errorf("line %d (-want +got):\n%s", i, diff)
		}
	}
}

// The dashes of lines in turns fill the way: at every distance exactly one line
// has a dash, but for the gaps of dashed lines.
func TestInTurns(t *testing.T) {
	for name, tc := range map[string]struct {
		style draw.LineStyle
		each  vg.Length
	}{
		"solid":  {draw.LineStyle{}, turn},
		"dashed": {draw.LineStyle{Dashes: []vg.Length{4, 2.5}}, 6.5},
	} {
		for lines := 2; lines <= 6; lines++ {
			inked := func(distance vg.Length) (n int) {
				for place := range lines {
					s := inTurns(tc.style, place, lines)
					period := s.Dashes[0] + s.Dashes[1]
					at := distance + s.DashOffs
					for at >= period {
						at -= period
					}
					if at < s.Dashes[0] {
						n++
					}
				}
				return n
			}
			for start := vg.Length(0); start < 20*tc.each; start += tc.each {
				if n := inked(start + 1); n != 1 {
					t.Errorf("%s, %d lines: %d dashes at the beginning of the turn at %v", name, lines, n, start)
				}
				if n := inked(start + tc.each - 1); n != 1-len(tc.style.Dashes)/2 {
					t.Errorf("%s, %d lines: %d dashes at the end of the turn at %v", name, lines, n, start)
				}
			}
		}
	}
	alone := draw.LineStyle{Dashes: []vg.Length{4, 2.5}}
	if diff := cmp.Diff(alone.Dashes, inTurns(alone, 0, 1).Dashes); diff != "" {
		t.Error("a line alone keeps its own dashes")
	}
}
