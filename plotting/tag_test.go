package plotting

import (
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"

	"github.com/pledgesim/pledgesim/scenario"
)

// A label of 40 by 10 stands right of the end of its line if there is room, with
// a gap of 5, otherwise above or below the line, and further left if need be.
func TestTagBox(t *testing.T) {
	area := rect(0, 0, 200, 100)
	line := func(points ...vg.Length) []vg.Point {
		var all []vg.Point
		for i := 0; i < len(points); i += 2 {
			all = append(all, vg.Point{X: points[i], Y: points[i+1]})
		}
		return all
	}
	short, long := line(0, 50, 100, 50), line(0, 50, 190, 50)
	for _, tc := range []struct {
		name   string
		line   []vg.Point
		others [][]vg.Point
		rules  [][]vg.Point
		want   vg.Rectangle
	}{
		{"beside the end", short, nil, nil, rect(105, 45, 145, 55)},
		{"a line through that place", short, [][]vg.Point{line(100, 48, 200, 52)}, nil, rect(100, 53, 140, 63)},
		{"no room beside: above", long, nil, nil, rect(160, 53, 200, 63)},
		{"a line above: below", long, [][]vg.Point{line(0, 58, 200, 58)}, nil, rect(160, 35, 200, 45)},
		{"lines above and below at the end: above them all", long, [][]vg.Point{line(120, 58, 200, 58), line(120, 40, 200, 40)}, nil, rect(160, 61, 200, 71)},
		{"and no room there: further left", long, [][]vg.Point{line(120, 58, 200, 58), line(120, 40, 200, 40), line(120, 95, 200, 95)}, nil, rect(75, 53, 115, 63)},
		{"left of the end of a steep line under the edge", line(0, 0, 100, 10, 110, 90), nil, nil, rect(115, 85, 155, 95)},
		{"and no room beside", line(0, 0, 150, 0, 188, 10, 190, 94), nil, nil, rect(145, 89, 185, 99)},
		{"left of a rise whose end has no room", line(0, 0, 150, 0, 150, 80, 190, 80), [][]vg.Point{line(0, 90, 200, 90), line(195, 0, 195, 100)}, nil, rect(105, 75, 145, 85)},
		{"on a rule rather than further left", long, nil, [][]vg.Point{line(180, 0, 180, 100)}, rect(160, 53, 200, 63)},
		{"away from a rule if the end is taken", long, [][]vg.Point{line(150, 58, 200, 58), line(150, 40, 200, 40), line(150, 95, 200, 95)}, [][]vg.Point{line(90, 0, 90, 100)}, rect(105, 53, 145, 63)},
	} {
		got, _ := tagBox(tc.line, 40, 10, area, append(tc.others, tc.line), tc.rules)
		if diff := cmp.Diff(tc.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tc.name, diff)
		}
	}
}

// Where there is no clear place the label still stands inside.
func TestTagBoxInAThicket(t *testing.T) {
	area := rect(0, 0, 100, 40)
	var thicket [][]vg.Point
	for y := vg.Length(0); y <= 40; y += 4 {
		thicket = append(thicket, []vg.Point{{X: 0, Y: y}, {X: 100, Y: y}})
	}
	got, _ := tagBox([]vg.Point{{X: 0, Y: 20}, {X: 90, Y: 20}}, 40, 10, area, thicket, nil)
	if got.Min.X < 0 || got.Max.X > 100 || got.Min.Y < 0 || got.Max.Y > 42 {
		t.Errorf("%v leaves %v", got, area)
	}
}

// What is widest between lines takes the number of a part.
func TestBetween(t *testing.T) {
	for _, tc := range []struct {
		name        string
		left, right vg.Length
		lines       []vg.Length
		at          vg.Length
		ok          bool
	}{
		{"no line", 0, 40, nil, 20, true},
		{"a line aside", 0, 60, []vg.Length{10}, 35, true},
		{"lines elsewhere", 20, 60, []vg.Length{10, 70}, 40, true},
		{"no room", 0, 23, nil, 11.5, false},
		{"room only across a line", 0, 40, []vg.Length{20}, 10, false},
		{"nothing", 10, 10, nil, 0, false},
	} {
		if at, ok := between(tc.left, tc.right, 20, tc.lines); at != tc.at || ok != tc.ok {
			t.Errorf("%s: %v, %v; want %v, %v", tc.name, at, ok, tc.at, tc.ok)
		}
	}
}

// Lines that begin later are with the others where they stand over each other,
// not where they have as many points behind them.
func TestBundleOfDifferentBeginnings(t *testing.T) {
	late := plotter.XYs{{X: 2, Y: 1}, {X: 3, Y: 5}, {X: 4, Y: 5}}
	b := &bundle{lines: []plotter.XYs{lineOf(1, 5, 4, 5, 5), late}}
	ones := func(v float64) vg.Length { return vg.Length(v) }
	paths := b.paths(ones, ones)
	if len(paths[1]) != 5 || !math.IsNaN(float64(paths[1][1].Y)) || paths[1][2] != (vg.Point{X: 2, Y: 1}) {
		t.Fatalf("the later line is %v", paths[1])
	}
	var got [][]int
	for i := range paths {
		for _, s := range stretches(paths, i) {
			got = append(got, append([]int{int(s.points[0].X), int(s.points[len(s.points)-1].X)}, s.lines...))
		}
	}
	want := [][]int{{0, 3, 0}, {3, 4, 0, 1}, {2, 3, 1}, {3, 4, 0, 1}} // from, to, lines
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("stretches (-want +got):\n%s", diff)
	}
	if got := compareEnds(late, lineOf(0, 0, 4, 5, 5)); got != -1 {
		t.Errorf("the line that was lower before they met is %d, want -1", got)
	}
}

// An outcome that ends with the axis has its label beside the panel, one that ends
// before has it in the panel.
func TestOutcomeHasOneLabel(t *testing.T) {
	theme, err := Theme{}.filled()
	if err != nil {
		t.Fatal(err)
	}
	for last, want := range map[int][2]bool{2022: {false, true}, 2023: {true, false}} { // beside, within
		c := &timeChart{first: 2020, base: 2020, last: last, outcome: timeLine{label: "What happened: 1", values: scenario.NewSeries(2020, 1, 1, 1)}}
		tags := c.tags(theme, nil, segments(c.outcome.values))
		got := [2]bool{len(tags) > 0, len(c.endLabels(theme, 100).Labels) > 0}
		if got != want {
			t.Errorf("to %d: in the panel, beside it: %v, want %v", last, got, want)
		}
	}
}
