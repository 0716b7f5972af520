package plotting

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"gonum.org/v1/plot/vg"
)

// labelAt is the text of a mark, the middle of it and its row.
type labelAt struct {
	Text string
	At   vg.Length
	Row  int
}

func TestArrange(t *testing.T) {
	theme, err := Theme{}.filled()
	if err != nil {
		t.Fatal(err)
	}
	style := theme.small(theme.Ink)
	worded := style.Width("deadline 2030")
	base := mark{word: "published to", value: "2022"}
	due := func(value string) mark { return mark{word: "deadline", value: value} }
	const right = 300
	for _, tc := range []struct {
		name  string
		marks []mark
		at    []vg.Length
		want  []labelAt
		rows  int
	}{
		{"none", nil, nil, []labelAt{}, 1},
		{"room for words", []mark{base, due("2030")}, []vg.Length{60, 200}, []labelAt{{"published to 2022", 60, 0}, {"deadline 2030", 200, 0}}, 1},
		{"room if both move a little", []mark{base, due("2030")}, []vg.Length{60, 100}, []labelAt{{"published to 2022", 45.9, 0}, {"deadline 2030", 114.1, 0}}, 1},
		{"room without words", []mark{base, due("2030")}, []vg.Length{60, 85}, []labelAt{{"2022", 59, 0}, {"2030", 86, 0}}, 1},
		{"room for one word", []mark{due("2030"), due("2032"), due("2035")}, []vg.Length{60, 92, 124},
			[]labelAt{{"deadline 2030", 53.6, 0}, {"2032", 97.75, 0}, {"2035", 124.65, 0}}, 1},
		{"at the end", []mark{due("2030")}, []vg.Length{right}, []labelAt{{"deadline 2030", right - worded/2, 0}}, 1},
		{"no room in one row", []mark{due("2027"), due("2028"), due("2029")}, []vg.Length{100, 116, 132},
			[]labelAt{{"2027", 100, 0}, {"2028", 116, 1}, {"2029", 132, 0}}, 2},
		{"no room in two rows", []mark{due("2027"), due("2028"), due("2029")}, []vg.Length{right - 10, right - 5, right},
			[]labelAt{{"deadline 2027", right - worded/2, 0}, {"deadline 2028", right - worded/2, 1}, {"deadline 2029", right - worded/2, 2}}, 3},
	} {
		labels, rows := (&marks{text: style}).arrange(tc.marks, tc.at, 0, right)
		got := make([]labelAt, len(labels))
		for i, l := range labels {
			got[i] = labelAt{l.text, l.at, l.row}
		}
		near := cmp.Comparer(func(a, b vg.Length) bool { return a-b < 0.1 && b-a < 0.1 })
		if diff := cmp.Diff(tc.want, got, near); diff != "" || rows != tc.rows {
			t.Errorf("%s: %d rows, want %d (-want +got):\n%s", tc.name, rows, tc.rows, diff)
		}
	}
}

// Words that must not be left out take as many rows as they need, and labels may
// stand out at the sides where there is room for it.
func TestArrangeFullAndOver(t *testing.T) {
	theme, err := Theme{}.filled()
	if err != nil {
		t.Fatal(err)
	}
	due := func(value string) mark { return mark{word: "deadline", value: value} }
	full := &marks{text: theme.small(theme.Ink), full: true}
	labels, rows := full.arrange([]mark{due("2027"), due("2028"), due("2029")}, []vg.Length{100, 132, 164}, 0, 300)
	if rows != 2 || labels[0].text != "deadline 2027" || labels[2].text != "deadline 2029" {
		t.Errorf("words were left out: %v in %d rows", labels, rows)
	}
	over := &marks{text: theme.small(theme.Ink), over: 20}
	if labels, _ := over.arrange([]mark{{value: "2040"}}, []vg.Length{300}, 0, 300); labels[0].at != 300 {
		t.Errorf("a label with room at the side was moved to %v", labels[0].at)
	}
}

// The last year above the rows is not read together with the heading beside it.
func TestYearsApartFromHeadings(t *testing.T) {
	theme, err := Theme{}.filled()
	if err != nil {
		t.Fatal(err)
	}
	g := &yearGrid{scenarios: 1, first: 2023, last: 2040, already: [2]string{"already", "in 2022"}, never: [2]string{"not by", "2040"}}
	for i := range manyRows {
		g.rows = append(g.rows, yearRow{name: string(rune('A' + i)), spots: []spot{{inYear, 2030}}})
	}
	half := theme.small(theme.Ink).Width("2040") / 2
	for width := g.width(theme); width < 700; width += 50 {
		l := g.build(theme, vg.Point{X: width})
		panel := panelOf(l.plot, vg.Point{X: width}).X
		left, right := l.right.sides(0, panel)
		heading := (left+right)/2 - l.right.text.Width("2040")/2
		if gap := heading - (vg.Length(l.plot.X.Norm(2040))*panel + half); gap < 8 {
			t.Errorf("at a width of %v the gap is %v", width, gap)
		}
	}
}

// No label touches another or leaves the panel, and each stands over its line.
func TestArrangeNeverAstray(t *testing.T) {
	theme, err := Theme{}.filled()
	if err != nil {
		t.Fatal(err)
	}
	style := theme.small(theme.Ink)
	for step := vg.Length(2); step < 80; step += 1.5 {
		var shown []mark
		var at []vg.Length
		for x := vg.Length(0); x <= 240; x += step {
			shown, at = append(shown, deadline(2030, solid(theme.Ink, 1))), append(at, x)
		}
		labels, _ := (&marks{text: style}).arrange(shown, at, 0, 240)
		for i, l := range labels {
			if moved := max(l.at-at[i], at[i]-l.at); moved > l.width/2+0.1 {
				t.Errorf("step %v: label %d is moved by %v", step, i, moved)
			}
			if l.at-l.width/2 < -0.1 || l.at+l.width/2 > 240.1 {
				t.Errorf("step %v: label %d leaves the panel", step, i)
			}
			for _, other := range labels[:i] {
				if l.touches(other) {
					t.Errorf("step %v: label %d touches another", step, i)
				}
			}
		}
	}
}
