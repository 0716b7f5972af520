package plotting

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
)

func TestLanes(t *testing.T) {
	type heights = []vg.Length
	for _, tc := range []struct {
		name  string
		lane  lane
		wants heights
		want  heights
	}{
		{"none", lane{width: 2}, nil, nil},
		{"alone", lane{width: 2}, heights{50}, heights{50}},
		{"apart", lane{width: 2}, heights{50, 53}, heights{50, 53}},
		{"equal", lane{width: 2}, heights{50, 50}, heights{49, 51}},
		{"equal but for rounding, in the order given", lane{width: 2}, heights{50, 50 - 1e-9}, heights{49, 51}},
		{"near", lane{width: 2}, heights{50, 51}, heights{49.5, 51.5}},
		{"three equal and one apart", lane{width: 2}, heights{50, 50, 50, 60}, heights{48, 50, 52, 60}},
		{"not below the foot", lane{width: 2, foot: 50}, heights{50, 50}, heights{50, 52}},
		{"a limit makes lanes narrow", lane{width: 2, limit: 0.5}, heights{50, 50, 50}, heights{49.5, 50, 50.5}},
		{"a limit that is not reached", lane{width: 2, limit: 5}, heights{50, 50}, heights{49, 51}},
	} {
		if diff := cmp.Diff(tc.want, tc.lane.lanes(tc.wants)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tc.name, diff)
		}
	}
}

// lineOf makes a line over 0, 1, 2 and so on.
func lineOf(values ...float64) plotter.XYs {
	line := make(plotter.XYs, len(values))
	for i, v := range values {
		line[i] = plotter.XY{X: float64(i), Y: v}
	}
	return line
}

func TestOrderOfLines(t *testing.T) {
	for _, tc := range []struct {
		name  string
		lines []plotter.XYs
		at    int
		want  []int // from the lowest up
	}{
		{"by value", []plotter.XYs{lineOf(0, 2), lineOf(0, 1), lineOf(0, 3)}, 1, []int{1, 0, 2}},
		{"equal: by where they part", []plotter.XYs{lineOf(0, 1, 3), lineOf(0, 1, 2)}, 1, []int{1, 0}},
		{"equal to the end: by where they met", []plotter.XYs{lineOf(0, 1, 3), lineOf(0, 2, 3)}, 2, []int{0, 1}},
		{"equal throughout: the first on top", []plotter.XYs{lineOf(1, 1), lineOf(1, 1), lineOf(1, 1)}, 1, []int{2, 1, 0}},
		{"equal but for rounding", []plotter.XYs{lineOf(0, 0.1+0.2, 2), lineOf(0, 0.3, 3)}, 1, []int{0, 1}},
		{"a line that has ended", []plotter.XYs{lineOf(0), lineOf(0, 1)}, 1, []int{1}},
	} {
		b := &bundle{lines: tc.lines}
		if diff := cmp.Diff(tc.want, b.order(tc.at)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tc.name, diff)
		}
	}
}

func TestBundlePaths(t *testing.T) {
	b := &bundle{lines: []plotter.XYs{lineOf(1, 2, 3), lineOf(1, 2, 2)}}
	tens := func(v float64) vg.Length { return vg.Length(10 * v) }
	l := lane{width: 2}
	want := [][]vg.Point{
		{{X: 0, Y: 10}, {X: 10, Y: 21}, {X: 20, Y: 30}}, // together from the first point, side by side at the second
		{{X: 0, Y: 10}, {X: 10, Y: 19}, {X: 20, Y: 20}},
	}
	if diff := cmp.Diff(want, b.paths(tens, tens, l)); diff != "" {
		t.Errorf("lines (-want +got):\n%s", diff)
	}
	b.steps = true
	want = [][]vg.Point{
		{{X: 0, Y: 11}, {X: 5, Y: 11}, {X: 5, Y: 21}, {X: 15, Y: 21}, {X: 15, Y: 30}, {X: 20, Y: 30}},
		{{X: 0, Y: 9}, {X: 5, Y: 9}, {X: 5, Y: 19}, {X: 15, Y: 19}, {X: 15, Y: 20}, {X: 20, Y: 20}},
	}
	if diff := cmp.Diff(want, b.paths(tens, tens, l)); diff != "" {
		t.Errorf("steps (-want +got):\n%s", diff)
	}
}
