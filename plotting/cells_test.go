package plotting

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"gonum.org/v1/plot/vg"
)

// tableOf makes a table of one text in every cell.
func tableOf(rows, columns int, name, heading, text string) *cells {
	c := &cells{rowsAre: "Shift of spending growth", columnsAre: "Yearly step"}
	for range columns {
		c.columns = append(c.columns, cellColumn{heading: heading})
	}
	for i := range rows {
		c.rows = append(c.rows, cellRow{name: fmt.Sprintf("%d %s", i+1, name), cells: slices.Repeat([]cell{{text: text}}, columns)})
	}
	return c
}

func TestCellLayout(t *testing.T) {
	theme, err := Theme{}.filled()
	if err != nil {
		t.Fatal(err)
	}
	marked := tableOf(2, 3, "pp", "2030", "10")
	marked.columns[1].mark = "deadline"
	for _, tc := range []struct {
		name     string
		table    *cells
		width    vg.Length
		headings []string
		corner   []string
		header   int // lines
	}{
		{"plain", tableOf(2, 3, "pp", "2%", "2030"), 400, []string{"2%"}, []string{"Shift of spending", "growth"}, 2},
		{"names wider than the corner", tableOf(2, 3, "percentage points of growth a year", "2%", "2030"), 400, []string{"2%"}, []string{"Shift of spending growth"}, 2},
		{"marked", marked, 400, []string{"2030"}, []string{"Shift of spending", "growth"}, 3},
		{"heading that is wrapped", tableOf(2, 6, "pp", "Trend of the last eight years", "10"), 400, []string{"Trend of the", "last eight", "years"}, []string{"Shift of spending", "growth"}, 4},
	} {
		l := tc.table.layout(theme, tc.width)
		if diff := cmp.Diff(tc.headings, l.headings[0]); diff != "" {
			t.Errorf("%s: heading (-want +got):\n%s", tc.name, diff)
		}
		if diff := cmp.Diff(tc.corner, l.corner); diff != "" {
			t.Errorf("%s: corner (-want +got):\n%s", tc.name, diff)
		}
		if l.headerSize != tc.header {
			t.Errorf("%s: %d lines of headings, want %d", tc.name, l.headerSize, tc.header)
		}
		if right := l.names.width + l.names.gap + vg.Length(len(tc.table.columns))*l.width; right > tc.width+0.01 {
			t.Errorf("%s: the table is %v wide in %v", tc.name, right, tc.width)
		}
	}
}

// In the least width that a table asks for, each text has room in its cell and
// each word of a heading over it, and names can be told apart.
func TestCellsFit(t *testing.T) {
	for name, th := range themes {
		theme, err := th().filled()
		if err != nil {
			t.Fatal(err)
		}
		small := theme.small(theme.Ink)
		for _, columns := range []int{1, 9, maxCellColumns} {
			for _, heading := range []string{"", "+0.5 pp", "deadline 2030", "Trend of the last years"} {
				for _, text := range []string{"0", "> 2040", "12,345*"} {
					c := tableOf(31, columns, "a name of altogether forty letters", heading, text)
					width := c.width(theme)
					l := c.layout(theme, width)
					if need := small.Width(text) + 2*cellPad; l.width < need-0.01 {
						t.Errorf("%s, %d columns: cells of %v for texts of %v", name, columns, l.width, need)
					}
					if got := strings.Join(l.headings[0], " "); got != strings.Join(strings.Fields(heading), " ") {
						t.Errorf("%s: the heading %q is broken into %q", name, heading, l.headings[0])
					}
					if !distinct(c.names(), l.names.width, theme.label(theme.Ink)) {
						t.Errorf("%s: names are shortened until they are alike", name)
					}
				}
			}
		}
	}
}

// A table is not stretched beyond the largest cells, and fills its room otherwise.
func TestCellsPlace(t *testing.T) {
	theme, err := Theme{}.filled()
	if err != nil {
		t.Fatal(err)
	}
	size := vg.Point{X: 500, Y: 300}
	few := tableOf(1, 2, "", "2%", "2030")
	l := few.layout(theme, size.X)
	box := few.panels(theme, size)[0].box
	want := rect(0, 300-l.header(theme)-mostCellRow, l.names.width+l.names.gap+2*mostCell, 300)
	if diff := cmp.Diff(want, box); diff != "" {
		t.Errorf("a small table (-want +got):\n%s", diff)
	}
	if box := tableOf(20, 12, "", "2%", "2030").panels(theme, size)[0].box; box.Min != (vg.Point{}) || box.Max.Y != 300 || box.Max.X < 499.9 {
		t.Errorf("a large table stands in %v", box)
	}
}

func TestHatch(t *testing.T) {
	point := func(x, y vg.Length) vg.Point { return vg.Point{X: x, Y: y} }
	// Lines of the page are y = x - 6i; in this box those of i from -1 to 1.
	want := [][]vg.Point{
		{point(0, 6), point(4, 10)},
		{point(0, 0), point(9, 9)},
		{point(6, 0), point(9, 3)},
	}
	if diff := cmp.Diff(want, hatch(rect(0, 0, 9, 10))); diff != "" {
		t.Errorf("lines (-want +got):\n%s", diff)
	}
	box := rect(13.5, -7, 40, 21)
	for _, line := range hatch(box) {
		for _, p := range line {
			if p.X < box.Min.X-1e-9 || p.X > box.Max.X+1e-9 || p.Y < box.Min.Y-1e-9 || p.Y > box.Max.Y+1e-9 {
				t.Errorf("%v lies outside the box", p)
			}
		}
	}
}

// Text can be read in every cell: 4.5 to 1, as WCAG asks, also on hatching and
// on the greys of members who do not stand out.
func TestCellsAreLegible(t *testing.T) {
	for name, th := range themes {
		theme, err := th().filled()
		if err != nil {
			t.Fatal(err)
		}
		for _, theme := range []Theme{theme, theme.faint()} {
			for kind := bare; kind <= missed; kind++ {
				for depth := range 21 {
					n := tone{kind, float64(depth) / 20}
					ink := textOn(n.fill(theme), theme)
					if got := contrast(ink, n.fill(theme)); got < 4.5 {
						t.Errorf("%s: text on %v has contrast %.2f", name, n, got)
					}
					if got := contrast(ink, n.lines(theme)); kind == missed && got < 4.5 {
						t.Errorf("%s: text on hatching has contrast %.2f", name, got)
					}
				}
			}
		}
	}
}

// Without colour, shades go from pale to strong in even steps, and what is met
// already differs from the strongest by ten steps of lightness, as TestPrint asks
// of scenarios. What is never met is hatched.
func TestCellsDifferWithoutColour(t *testing.T) {
	for name, th := range themes {
		theme, err := th().filled()
		if err != nil {
			t.Fatal(err)
		}
		lightness := func(n tone) float64 { return seen(n.fill(theme), sights["all cones"])[0] }
		ground := lightness(tone{})
		away := func(n tone) float64 { return max(lightness(n)-ground, ground-lightness(n)) }
		for i := range 10 {
			if a, b := away(tone{shade, float64(i) / 10}), away(tone{shade, float64(i+1) / 10}); b-a < 1 {
				t.Errorf("%s: shades %d and %d of ten are %.1f apart", name, i, i+1, b-a)
			}
		}
		if got := away(tone{kind: deepest}) - away(tone{shade, 1}); got < 10 {
			t.Errorf("%s: already is %.1f from the strongest shade", name, got)
		}
	}
}
