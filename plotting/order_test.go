package plotting

import (
	"testing"

	"gonum.org/v1/plot/plotter"
)

// Where lines are equal, the one is lower that is lower when they part, or was
// when they met.
func TestCompareLines(t *testing.T) {
	for _, tc := range []struct {
		name string
		a, b plotter.XYs
		at   int
		want int
	}{
		{"by value", lineOf(0, 2), lineOf(0, 1), 1, 1},
		{"equal: by where they part", lineOf(0, 1, 3), lineOf(0, 1, 2), 1, 1},
		{"equal to the end: by where they met", lineOf(0, 1, 3), lineOf(0, 2, 3), 2, -1},
		{"equal throughout", lineOf(1, 1), lineOf(1, 1), 1, 0},
		{"equal but for rounding", lineOf(0, 0.1+0.2, 2), lineOf(0, 0.3, 3), 1, -1},
	} {
		if got := compareLines(tc.a, tc.b, tc.at); got != tc.want {
			t.Errorf("%s: %d, want %d", tc.name, got, tc.want)
		}
	}
}
