package plotting

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"gonum.org/v1/plot/vg"
)

func TestGather(t *testing.T) {
	y := func(v float64) vg.Length { return vg.Length(10 * v) }
	levels := []levelLine{{value: 2.2, label: "target 2.2%"}, {value: 2, label: "target 2%"}, {value: 2.1, label: "target 2.1%"}, {value: 5, label: "5 members", below: true}}
	want := []levelGroup{{"targets 2%, 2.1%, 2.2%", 20, 22, false}, {"5 members", 50, 50, true}}
	if diff := cmp.Diff(want, gather(levels, y, 15), cmp.AllowUnexported(levelGroup{})); diff != "" {
		t.Errorf("gather (-want +got):\n%s", diff)
	}
	if got := gather(levels, y, 0.5); len(got) != len(levels) {
		t.Errorf("levels with room between them are %v", got)
	}
}

// A label goes to the other side of its line if there is no room on the first,
// and never over a vertical line where there is room beside it.
func TestClearest(t *testing.T) {
	area := rect(0, 0, 160, 100)
	line := func(x1, y1, x2, y2 vg.Length) []vg.Point { return []vg.Point{{X: x1, Y: y1}, {X: x2, Y: y2}} }
	feet := []vg.Length{52, 39}
	for _, tc := range []struct {
		name  string
		drawn [][]vg.Point
		want  vg.Point
	}{
		{"free", nil, vg.Point{X: 0, Y: 52}},
		{"a line above", [][]vg.Point{line(0, 57, 160, 57)}, vg.Point{X: 0, Y: 39}},
		{"lines on both sides at the left", [][]vg.Point{line(0, 57, 70, 57), line(0, 45, 70, 45)}, vg.Point{X: 77.5, Y: 52}},
		{"a vertical line", [][]vg.Point{line(10, 0, 10, 100)}, vg.Point{X: 15.5, Y: 52}},
	} {
		if got := clearest(36, 10, feet, area, tc.drawn).Min; got.X < tc.want.X-8 || got.X > tc.want.X+8 || got.Y != tc.want.Y {
			t.Errorf("%s: %v, want about %v", tc.name, got, tc.want)
		}
	}
}
