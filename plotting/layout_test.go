package plotting

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"

	"github.com/pledgesim/pledgesim/scenario"
)

func TestStack(t *testing.T) {
	in := func(year int) spot { return spot{inYear, year} }
	five := []spot{in(2030), in(2030), in(2030), in(2030), in(2030)}
	for _, tc := range []struct {
		name  string
		spots []spot
		high  int
		want  []offset
	}{
		{"alone", []spot{in(2030)}, 3, []offset{{0, 0}}},
		{"apart", []spot{in(2030), in(2031)}, 3, []offset{{0, 0}, {0, 0}}},
		{"two in one year", []spot{in(2030), in(2030)}, 3, []offset{{0, 0.5}, {0, -0.5}}},
		{"three in one year, one elsewhere", []spot{in(2030), in(2035), in(2030), in(2030)}, 3, []offset{{0, 1}, {0, 0}, {0, 0}, {0, -1}}},
		{"a crowd in two columns", five, 3, []offset{{-0.5, 1}, {-0.5, 0}, {-0.5, -1}, {0.5, 1}, {0.5, 0}}},
		{"three in two columns", five[:3], 2, []offset{{-0.5, 0.5}, {-0.5, -0.5}, {0.5, 0.5}}},
		{"a crowd in one column", five, 5, []offset{{0, 2}, {0, 1}, {0, 0}, {0, -1}, {0, -2}}},
	} {
		if diff := cmp.Diff(tc.want, stack(tc.spots, tc.high), cmp.AllowUnexported(offset{})); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tc.name, diff)
		}
	}
}

func TestCompareSpots(t *testing.T) {
	order := []spot{{where: already}, {inYear, 2025}, {inYear, 2030}, {where: never}, {where: nowhere}}
	for i := range order {
		for j := range order {
			if got := compareSpots(order[i], order[j]); got < 0 != (i < j) || got > 0 != (i > j) {
				t.Errorf("compareSpots(%v, %v) = %d", order[i], order[j], got)
			}
		}
	}
}

func TestBeside(t *testing.T) {
	for _, tc := range []struct {
		name  string
		end   vg.Length
		lines []vg.Length
		want  vg.Length
	}{
		{"no line", 50, nil, 54},
		{"line far right", 50, []vg.Length{90}, 54},
		{"line inside the bar", 50, []vg.Length{40}, 54},
		{"bar ends on the line", 50, []vg.Length{50}, 54},
		{"line through the text", 50, []vg.Length{60}, 64},
		{"line behind the first", 50, []vg.Length{60, 80}, 84},
		{"room between two lines", 50, []vg.Length{60, 90}, 64},
	} {
		if got := beside(tc.end, 20, tc.lines); got != tc.want {
			t.Errorf("%s: beside = %v, want %v", tc.name, got, tc.want)
		}
	}
}

// The mirror image of TestBeside: texts of 20 inside a bar that ends at 80.
func TestBefore(t *testing.T) {
	for _, tc := range []struct {
		name  string
		lines []vg.Length
		want  vg.Length
	}{
		{"no line", nil, 76},
		{"line far left", []vg.Length{40}, 76},
		{"line beyond the bar", []vg.Length{90}, 76},
		{"line through the text", []vg.Length{70}, 66},
		{"line near the end of the bar", []vg.Length{79}, 75},
		{"a second line through where it moved", []vg.Length{50, 70}, 46},
	} {
		if got := before(80, 20, tc.lines); got != tc.want {
			t.Errorf("%s: before = %v, want %v", tc.name, got, tc.want)
		}
	}
}

func TestClearance(t *testing.T) {
	box := rect(10, 10, 20, 20)
	line := func(pts ...vg.Point) [][]vg.Point { return [][]vg.Point{pts} }
	for _, tc := range []struct {
		name  string
		lines [][]vg.Point
		want  vg.Length
	}{
		{"above", line(vg.Point{X: 0, Y: 25}, vg.Point{X: 30, Y: 28}), 6}, // at the left side, X 10, it is at 26
		{"below", line(vg.Point{X: 0, Y: 3}, vg.Point{X: 30, Y: 3}), 7},
		{"through", line(vg.Point{X: 0, Y: 0}, vg.Point{X: 30, Y: 30}), 0},
		{"beside", line(vg.Point{X: 30, Y: 15}, vg.Point{X: 40, Y: 15}), 1e6},
	} {
		if got := clearance(box, tc.lines); got != tc.want {
			t.Errorf("%s: clearance = %v, want %v", tc.name, got, tc.want)
		}
	}
}

func TestSegmentsKeepGaps(t *testing.T) {
	s, err := scenario.SeriesOf(
		scenario.Observation{Year: 2020, Value: 1}, scenario.Observation{Year: 2021, Value: 2},
		scenario.Observation{Year: 2024, Value: 2})
	if err != nil {
		t.Fatal(err)
	}
	want := []plotter.XYs{{{X: 2020, Y: 1}, {X: 2021, Y: 2}}, {{X: 2024, Y: 2}}}
	if diff := cmp.Diff(want, segments(s)); diff != "" {
		t.Errorf("segments (-want +got):\n%s", diff)
	}
}

// TestEndLabelsFit checks that the height a chart asks for has room for every
// label, whatever the width.
func TestEndLabelsFit(t *testing.T) {
	theme, err := Theme{}.filled()
	if err != nil {
		t.Fatal(err)
	}
	c := &timeChart{ticks: func(room int) plot.Ticker { return PercentTicks{Most: room, Beyond: true} }}
	for range maxScenarios {
		c.lines = append(c.lines, timeLine{label: "a scenario with a name of more than forty letters: 2.00%", values: scenario.NewSeries(2020, 1)})
	}
	for _, width := range []vg.Length{leastWidth, 300, usualWidth} {
		least, like := c.height(theme, width)
		_, marks := c.build(theme, vg.Point{X: width, Y: likePanel})
		panel := least - axes(theme, marks)
		var labels []label
		for _, e := range c.endLabels(theme, labelRoom*width).Labels {
			labels = append(labels, label{want: 50, size: e.height()})
		}
		if n := dropped(spread(labels, -endOverlap, panel+endOverlap)); n > 0 || like < least {
			t.Errorf("width %v: %d labels dropped, least %v, like %v", width, n, least, like)
		}
	}
}

// An axis has a length even if all values are 0.
func TestAxisOfZeros(t *testing.T) {
	theme, err := Theme{}.filled()
	if err != nil {
		t.Fatal(err)
	}
	zero := scenario.NewSeries(2020, 0, 0)
	c := &timeChart{first: 2020, base: 2021, last: 2022, history: zero, ticks: func(room int) plot.Ticker { return PercentTicks{Most: room, Beyond: true} }}
	p := c.panels(theme, vg.Point{X: 400, Y: 200})[0].plot
	if p.Y.Min != 0 || p.Y.Max != 0.01 {
		t.Errorf("the axis runs from %v to %v, want 0 to 1%%", p.Y.Min, p.Y.Max)
	}
}

// A value that a gap follows is a step as long as its year.
func TestStepBeforeGap(t *testing.T) {
	step := plotter.XYs{{X: 2020, Y: 1}}
	want := plotter.XYs{{X: 2020, Y: 1}, {X: 2021, Y: 1}}
	if diff := cmp.Diff(want, heldOut(step, 2024)); diff != "" {
		t.Errorf("a lone year (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(step, heldOut(step, 2020)); diff != "" {
		t.Errorf("the base year goes on in the projection (-want +got):\n%s", diff)
	}
}
