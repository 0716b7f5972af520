package plotting

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

func TestGridGolden(t *testing.T) {
	few, err := Grid(three(t, projection.Options{})...)
	if err != nil {
		t.Fatal(err)
	}
	few.Highlight = []string{"DEU"}
	many, err := Grid(alliance(t, 13)[1])
	if err != nil {
		t.Fatal(err)
	}
	many.Page = Slide
	for name, f := range map[string]*Figure{"grid": few, "grid-alliance": many} {
		f.DPI = 72
		checkGolden(t, name, f)
	}
}

// Columns of at least 95 points with gaps of 24, as they are in the default theme,
// worked out by hand: c of them take 119 c - 24.
func TestGridColumns(t *testing.T) {
	for _, tc := range []struct {
		n     int
		width vg.Length
		want  int
	}{
		{1, 500, 1}, {2, 500, 2}, {3, 500, 3}, {4, 500, 4},
		{5, 500, 3}, // two rows of 3 and 2, not of 4 and 1
		{9, 500, 3}, {29, 500, 4}, {32, 500, 4},
		{32, 451, 3}, {32, 452, 4}, // 4 columns take 452
		{32, 388, 3}, {32, 750, 6},
		{5, 94, 1}, {5, 0, 1}, {5, -20, 1},
	} {
		if got := gridColumns(tc.n, tc.width, 95, 24); got != tc.want {
			t.Errorf("%d panels in %v: %d columns, want %d", tc.n, tc.width, got, tc.want)
		}
	}
}

// Five panels in three columns of 100 and 40, with headings of 20 and 9 between the
// rows, in a height of 2*(20+40) + 9 + 15 for the years.
func TestPlaces(t *testing.T) {
	l := smallLayout{columns: 3, rows: 2, left: 30, right: 10, foot: 15, gap: 24, width: 100, head: 20}
	box := func(left, bottom vg.Length) vg.Rectangle { return rect(left, bottom, left+100, bottom+40) }
	want := []smallPlace{
		{box(30, 84), written{shares: true}}, {box(154, 84), written{}}, {box(278, 84), written{years: true}},
		{box(30, 15), written{shares: true, years: true}}, {box(154, 15), written{years: true}},
	}
	got := l.places(5, vg.Point{X: 388, Y: 144})
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(smallPlace{}, written{})); diff != "" {
		t.Errorf("places (-want +got):\n%s", diff)
	}
}

// On every page the panels of 1 to 32 members are of one size, in rows and columns,
// and their axes are the same.
func TestPanelsAreAlike(t *testing.T) {
	theme, err := Theme{}.filled()
	if err != nil {
		t.Fatal(err)
	}
	for n := 1; n <= 32; n++ {
		f, err := Grid(alliance(t, n)[0])
		if err != nil {
			t.Fatal(err)
		}
		for _, page := range []Page{AnyPage, Report, Slide, Square} {
			f.Page = page
			width, height, err := f.Size()
			if err != nil {
				t.Fatal(err)
			}
			place := newFrame(f, theme, width).chart(rect(0, 0, width, height))
			var first vg.Rectangle
			lefts, feet := map[int]bool{}, map[int]bool{}
			all := f.chart.panels(theme, place.Size())
			for i, one := range all {
				data := one.plot.DataCanvas(draw.Canvas{Rectangle: one.box}).Rectangle
				if i == 0 {
					first = data
				}
				if !near2(data.Size(), first.Size()) {
					t.Fatalf("%d members, page %d: panel %d is %v, the first %v", n, page, i, data.Size(), first.Size())
				}
				lefts[int(data.Min.X*100+0.5)], feet[int(data.Min.Y*100+0.5)] = true, true
				if a, b := one.plot, all[0].plot; a.X.Min != b.X.Min || a.X.Max != b.X.Max || a.Y.Max != b.Y.Max {
					t.Fatalf("%d members: the axes of panel %d are its own", n, i)
				}
			}
			if len(lefts)*len(feet) < n || (len(lefts)-1)*len(feet) >= n {
				t.Errorf("%d members, page %d: %d columns, %d rows", n, page, len(lefts), len(feet))
			}
		}
	}
}

// near2 compares sizes that may differ by rounding.
func near2(a, b vg.Point) bool {
	const rounding = 1e-6
	return max(a.X-b.X, b.X-a.X) < rounding && max(a.Y-b.Y, b.Y-a.Y) < rounding
}

func TestAnswer(t *testing.T) {
	reach := func(status projection.Status, years ...int) projection.Reach {
		r := projection.Reach{Status: status, Target: 0.02, Base: 2022, To: 2040}
		if len(years) == 1 {
			years = append(years, 2040)
		}
		if len(years) > 0 {
			r.Spans = []projection.Span{{From: years[0], To: years[1]}}
		}
		return r
	}
	not, idle := reach(projection.NotByHorizon), reach(projection.NotAsked)
	never := not
	never.Never = true
	met, later := reach(projection.MetAlready, 2022), reach(projection.MetLater, 2031)
	for _, tc := range []struct {
		reaches []projection.Reach
		want    string
	}{
		{[]projection.Reach{later}, "2031"},
		{[]projection.Reach{met}, "already"},
		{[]projection.Reach{not}, "not by 2040"},
		{[]projection.Reach{never}, "never"},
		{[]projection.Reach{idle}, "not asked"},
		{[]projection.Reach{reach(projection.MetLater, 2027, 2030)}, "2027-2030"},
		{[]projection.Reach{later, idle, later}, "2031"},
		{[]projection.Reach{later, reach(projection.MetLater, 2028)}, "2028–2031"},
		{[]projection.Reach{later, reach(projection.MetLater, 2031, 2035)}, "2031"},
		{[]projection.Reach{met, later}, "already–2031"},
		{[]projection.Reach{met, reach(projection.MetAlready, 2022, 2024)}, "already"},
		{[]projection.Reach{later, not, met}, "2 of 3 by 2040"},
		{[]projection.Reach{not, never}, "not by 2040"},
	} {
		if got := answer(tc.reaches); got != tc.want {
			t.Errorf("%v: %q, want %q", tc.reaches, got, tc.want)
		}
	}
}

// Panels are in the order of the year reached, then of the name; in a simulation in
// that of the chance, unless members are named.
func TestGridOrder(t *testing.T) {
	names := func(f *Figure, err error) []string {
		if err != nil {
			t.Fatal(err)
		}
		var all []string
		for _, one := range f.chart.(*panelGrid).members {
			all = append(all, one.name+" "+one.answer)
		}
		return all
	}
	rs := three(t, projection.Options{})
	// Greece, at 2.20% and falling by 0.1 points a year, is lost in 2025. Germany rises
	// by 0.06 points a year from 1.49%, Türkiye by 0.02 from 1.90%, Spain by 0.025
	// from 1.10%.
	want := []string{"Estonia already", "Greece until 2024", "Türkiye 2027", "Germany 2031", "Spain not by 2032"}
	if diff := cmp.Diff(want, names(Grid(rs[0]))); diff != "" {
		t.Errorf("Grid (-want +got):\n%s", diff)
	}
	e := simulate(t, sample(t), lucky(dueTarget), projection.Options{})
	got := names(FanGrid(e))
	chances := func(code string) float64 {
		c, err := e.Chance(code, 2027)
		if err != nil {
			t.Fatal(err)
		}
		return c.Value
	}
	codes := []string{"TUR", "DEU", "ESP"}
	slices.SortStableFunc(codes, func(a, b string) int { return int(10_000 * (chances(b) - chances(a))) })
	if diff := cmp.Diff([]string{"TUR", "DEU", "ESP"}, codes); diff != "" {
		t.Fatalf("the chances are not as they were: %s", diff)
	}
	want = []string{"Estonia already", "Greece already",
		"Türkiye " + chanceText(100*chances("TUR")) + "%", "Germany " + chanceText(100*chances("DEU")) + "%", "Spain " + chanceText(100*chances("ESP")) + "%"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("FanGrid (-want +got):\n%s", diff)
	}
	if got := names(FanGrid(e, "ESP", "EST")); got[1] != "Estonia already" {
		t.Errorf("named members: %v", got)
	}
}

// A member that is not part of one result has no line for it.
func TestGridOfDifferentMembers(t *testing.T) {
	some := run(t, sample(t), plan("some", openTarget, scenario.Hold{}), projection.Options{Members: []string{"DEU"}})
	f, err := Grid(three(t, projection.Options{})[0], some)
	if err != nil {
		t.Fatal(err)
	}
	for _, one := range f.chart.(*panelGrid).members {
		if one.lines[1].Empty() != (one.code != "DEU") {
			t.Errorf("%s: line %v", one.name, one.lines[1])
		}
	}
	plots, err := f.Panels()
	if err != nil || len(plots) != 5 {
		t.Errorf("%d plots, %v", len(plots), err)
	}
}

// rising asks for 0.1 points of GDP more each year.
type rising struct{}

func (rising) Ask(v scenario.View) scenario.Ask {
	return scenario.Ask{Share: 0.015 + 0.001*float64(v.Year-2022)}
}

func TestGridSaysThatTargetsChange(t *testing.T) {
	want := "The targets change often: only the last ones are shown."
	f, err := Grid(run(t, sample(t), plan("rising", rising{}, scenario.Hold{}), projection.Options{}))
	if err != nil || !strings.Contains(f.Note, want) {
		t.Errorf("%v, %v", f, err)
	}
	f, err = FanGrid(simulate(t, sample(t), lucky(rising{}), projection.Options{}))
	if err != nil || !strings.Contains(f.Note, want) {
		t.Errorf("%v, %v", f, err)
	}
}
