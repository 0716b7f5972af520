package plotting

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"gonum.org/v1/plot/vg"
)

func TestSideBoxes(t *testing.T) {
	for _, tc := range []struct {
		name string
		n    int
		size vg.Point
		want []vg.Rectangle
	}{
		{"one", 1, vg.Point{X: 50, Y: 80}, []vg.Rectangle{rect(0, 0, 50, 80)}},
		{"two with just enough room", 2, vg.Point{X: 200 + sideGap, Y: 80}, []vg.Rectangle{rect(0, 0, 100, 80), rect(100+sideGap, 0, 200+sideGap, 80)}},
		{"two on a narrow page", 2, vg.Point{X: 199 + sideGap, Y: 100 + stackGap}, []vg.Rectangle{
			rect(0, 50+stackGap, 199+sideGap, 100+stackGap), rect(0, 0, 199+sideGap, 50)}},
		{"three", 3, vg.Point{X: 360 + 2*sideGap, Y: 80}, []vg.Rectangle{
			rect(0, 0, 120, 80), rect(120+sideGap, 0, 240+sideGap, 80), rect(240+2*sideGap, 0, 360+2*sideGap, 80)}},
	} {
		if diff := cmp.Diff(tc.want, sideBoxes(tc.n, tc.size, 100)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tc.name, diff)
		}
	}
}

// Charts side by side have one height and their panels one foot and one top, or
// they could not be compared; headings begin at the left side of each.
func TestSideBySideIsAligned(t *testing.T) {
	theme, err := Theme{}.filled()
	if err != nil {
		t.Fatal(err)
	}
	for name, f := range moneyCharts(t, 5) {
		s := f.chart.(sideBySide)
		for _, width := range []vg.Length{s.width(theme), 300, 425, 540} {
			least, like := s.height(theme, width)
			panels := s.panels(theme, vg.Point{X: width, Y: like})
			if len(panels) != 2 || least > like {
				t.Fatalf("%s: %d panels, least height %v, like %v", name, len(panels), least, like)
			}
			a, b := panels[0], panels[1]
			if a.box.Min.X == b.box.Min.X {
				continue // one below the other
			}
			if x, y := panelOf(a.plot, a.box.Size()).Y, panelOf(b.plot, b.box.Size()).Y; x-y > 0.01 || y-x > 0.01 {
				t.Errorf("%s, width %v: panels are %v and %v high", name, width, x, y)
			}
		}
	}
}

func TestFlushLeft(t *testing.T) {
	theme, err := Theme{}.filled()
	if err != nil {
		t.Fatal(err)
	}
	s := flushLeft(theme.heading(), "Each year", 240)
	// gonum/plot writes a title at the middle, moved by XAlign times its width.
	if left := 120 + vg.Length(s.XAlign)*s.Width("Each year"); left > 0.01 || left < -0.01 {
		t.Errorf("the heading begins at %v, want 0", left)
	}
}
