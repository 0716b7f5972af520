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
	type part struct{ From, To, Place, Lines int }
	for i, want := range [][]part{
		{{0, 1, 0, 3}, {1, 3, 0, 1}, {3, 4, 0, 2}},
		{{0, 1, 1, 3}, {1, 3, 0, 1}, {3, 4, 1, 2}},
		{{0, 1, 2, 3}},
	} {
		var got []part
		for _, s := range stretches(paths, i) {
			got = append(got, part{int(s.points[0].X), int(s.points[len(s.points)-1].X), s.place, s.lines})
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("line %d (-want +got):\n%s", i, diff)
		}
	}
}

// The dashes of lines in turns fill the way without a gap: at every distance
// exactly one line has a dash.
func TestInTurns(t *testing.T) {
	for lines := 2; lines <= 6; lines++ {
		for distance := turn / 2; distance < 20*turn; distance += turn {
			inked := 0
			for place := range lines {
				s := inTurns(draw.LineStyle{}, place, lines)
				period := s.Dashes[0] + s.Dashes[1]
				at := distance + s.DashOffs
				for at >= period {
					at -= period
				}
				if at < s.Dashes[0] {
					inked++
				}
			}
			if inked != 1 {
				t.Errorf("%d lines: %d dashes at %v", lines, inked, distance)
			}
		}
	}
	alone := draw.LineStyle{Dashes: []vg.Length{4, 2.5}}
	if diff := cmp.Diff(alone.Dashes, inTurns(alone, 0, 1).Dashes); diff != "" {
		t.Error("a line alone keeps its own dashes")
	}
}
