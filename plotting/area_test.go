package plotting

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"gonum.org/v1/plot/plotter"
)

// A line is cut where it crosses the level, however often.
func TestCut(t *testing.T) {
	for _, tc := range []struct {
		name       string
		line, want plotter.XYs
	}{
		{"below", plotter.XYs{{X: 1, Y: 1}, {X: 2, Y: 0}}, plotter.XYs{{X: 1, Y: 1}, {X: 2, Y: 0}}},
		{"above", plotter.XYs{{X: 1, Y: 3}, {X: 2, Y: 4}}, plotter.XYs{{X: 1, Y: 2}, {X: 2, Y: 2}}},
		{"up and down", plotter.XYs{{X: 1, Y: 1}, {X: 2, Y: 3}, {X: 3, Y: 0}}, plotter.XYs{{X: 1, Y: 1}, {X: 1.5, Y: 2}, {X: 2, Y: 2}, {X: 2 + 1.0/3, Y: 2}, {X: 3, Y: 0}}},
		{"on the level", plotter.XYs{{X: 1, Y: 1}, {X: 2, Y: 2}, {X: 3, Y: 3}}, plotter.XYs{{X: 1, Y: 1}, {X: 2, Y: 2}, {X: 3, Y: 2}}},
		{"empty", nil, nil},
	} {
		if diff := cmp.Diff(tc.want, cut(tc.line, 2)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tc.name, diff)
		}
	}
}

// An area stops at a gap; a year alone between two gaps has none.
func TestAreaKeepsGaps(t *testing.T) {
	theme, err := Theme{}.filled()
	if err != nil {
		t.Fatal(err)
	}
	a := area{level: 1, colour: tint(1), lines: []plotter.XYs{{{X: 2, Y: 3}, {X: 3, Y: 4}}, {{X: 5, Y: 5}}, {{X: 7, Y: 0}, {X: 8, Y: 2}}}}
	want := []plotter.XYs{
		{{X: 2, Y: 1}, {X: 2, Y: 3}, {X: 3, Y: 4}, {X: 3, Y: 1}},
		{{X: 7, Y: 1}, {X: 7, Y: 0}, {X: 8, Y: 2}, {X: 8, Y: 1}},
	}
	p := a.polygon(theme)
	if diff := cmp.Diff(want, p.XYs); diff != "" {
		t.Errorf("rings (-want +got):\n%s", diff)
	}
	if err := checkOpaque("tint", p.Color); err != nil {
		t.Error(err)
	}
}
