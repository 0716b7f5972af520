package plotting

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

func TestFanGolden(t *testing.T) {
	e := simulate(t, sample(t), lucky(dueTarget), projection.Options{})
	fan, err := Fan("Germany", e)
	if err != nil {
		t.Fatal(err)
	}
	grid, err := FanGrid(e)
	if err != nil {
		t.Fatal(err)
	}
	grid.Page, grid.Theme = Report, Print()
	for name, f := range map[string]*Figure{"fan": fan, "fangrid": grid} {
		f.DPI = 72
		checkGolden(t, name, f)
	}
}

// The words of a fan are the counts of the simulation.
func TestFanWords(t *testing.T) {
	theme, err := Theme{}.filled()
	if err != nil {
		t.Fatal(err)
	}
	due := simulate(t, sample(t), lucky(dueTarget), projection.Options{})
	open := simulate(t, sample(t), lucky(openTarget), projection.Options{})
	idle := simulate(t, sample(t), lucky(nil), projection.Options{})
	in := func(of func(string, int) (projection.Estimate, error), member string, year int) string {
		c, err := of(member, year)
		if err != nil || c.Value == 0 || c.Value == 1 {
			t.Fatalf("chance of %s in %d: %v, %v", member, year, c, err)
		}
		return inDraws(c.Value, 400)
	}
	part := func(p float64) string {
		q, err := idle.Quantile("DEU", p)
		if err != nil {
			t.Fatal(err)
		}
		v, _ := q.At(2032)
		return percent(v)
	}
	for _, tc := range []struct {
		name, member string
		e            *projection.Ensemble
		title, mark  string
	}{
		{"a deadline", "DEU", due, "Germany reaches 2% of GDP by 2027 " + in(due.Chance, "DEU", 2027), "deadline 2027: reached " + in(due.Chance, "DEU", 2027)},
		{"no deadline", "Germany", open, "Germany reaches 2% of GDP by 2032 " + in(open.Chance, "DEU", 2032), "by 2032: reached " + in(open.Chance, "DEU", 2032)},
		{"there already", "GRC", due, "Greece was at 2% of GDP in 2022 and is there in 2027 " + in(due.At, "GRC", 2027), "deadline 2027: met " + in(due.At, "GRC", 2027)},
		{"nothing asked", "DEU", idle, "Germany spends between " + part(0.25) + " and " + part(0.75) + " of GDP in 2032 in 50% of draws", ""},
	} {
		f, err := Fan(tc.member, tc.e)
		if err != nil {
			t.Fatalf("%s: %v", tc.name, err)
		}
		mark := ""
		if marks := f.chart.(*timeChart).marks(theme).marks; len(marks) > 1 {
			mark = marks[1].label(true)
		}
		if f.Title != tc.title || mark != tc.mark {
			t.Errorf("%s: title %q, mark %q, want %q and %q", tc.name, f.Title, mark, tc.title, tc.mark)
		}
		for _, want := range []string{yearByYear, "400 draws, seed 7.", "GDP grows 0% a year"} {
			if !strings.Contains(f.Note, want) {
				t.Errorf("%s: note %q does not say %q", tc.name, f.Note, want)
			}
		}
		if f.seed != "7" {
			t.Errorf("%s: seed %q", tc.name, f.seed)
		}
	}
}

// What a fan draws is what the simulation has counted: every band lies in the next
// wider one, and all begin at the published figure.
func TestFanBands(t *testing.T) {
	e := simulate(t, sample(t), lucky(dueTarget), projection.Options{})
	f, err := Fan("Germany", e)
	if err != nil {
		t.Fatal(err)
	}
	c := f.chart.(*timeChart)
	var parts []float64
	for i, b := range c.bands {
		parts = append(parts, b.part)
		for year := c.base; year <= c.last; year++ {
			low, _ := b.low.At(year)
			high, _ := b.high.At(year)
			median, _ := c.lines[0].values.At(year)
			if !(low <= median && median <= high) || year == c.base && low != high {
				t.Errorf("%d: %v..%v around %v", year, low, high, median)
			}
			if i > 0 {
				wide, _ := c.bands[i-1].low.At(year)
				top, _ := c.bands[i-1].high.At(year)
				if wide > low || top < high {
					t.Errorf("%d: %v..%v is not inside %v..%v", year, low, high, wide, top)
				}
			}
		}
	}
	if diff := cmp.Diff([]float64{0.9, 0.8, 0.5}, parts); diff != "" {
		t.Errorf("parts (-want +got):\n%s", diff)
	}
}

func TestInDraws(t *testing.T) {
	for _, tc := range []struct {
		chance float64
		draws  int
		want   string
	}{
		{0, 10_000, "in no draw"},
		{0.0001, 10_000, "in fewer than 1 of 100 draws"},
		{0.005, 10_000, "in 1 of 100 draws"},
		{0.7234, 10_000, "in 72 of 100 draws"},
		{0.9951, 10_000, "in more than 99 of 100 draws"},
		{1, 10_000, "in every draw"},
		{0.75, 4, "in 3 of 4 draws"},
	} {
		if got := inDraws(tc.chance, tc.draws); got != tc.want {
			t.Errorf("inDraws(%v, %d) = %q, want %q", tc.chance, tc.draws, got, tc.want)
		}
	}
}

func TestFanErrors(t *testing.T) {
	e := simulate(t, sample(t), lucky(dueTarget), projection.Options{})
	for _, tc := range []struct {
		name  string
		chart func() (*Figure, error)
		want  string
		is    error
	}{
		{"nil", func() (*Figure, error) { return Fan("DEU", nil) }, "Fan: the ensemble is nil", nil},
		{"empty", func() (*Figure, error) { return Fan("DEU", &projection.Ensemble{}) }, "Fan: the ensemble is empty", scenario.ErrInvalid},
		{"unknown", func() (*Figure, error) { return Fan("Germny", e) }, "Germny", scenario.ErrUnknownMember},
		{"nil grid", func() (*Figure, error) { return FanGrid(nil) }, "FanGrid: the ensemble is nil", nil},
		{"unknown in a grid", func() (*Figure, error) { return FanGrid(e, "DEU", "XXX") }, "XXX", scenario.ErrUnknownMember},
		{"twice in a grid", func() (*Figure, error) { return FanGrid(e, "DEU", "Germany") }, "Germany is named twice", scenario.ErrDuplicate},
		{"no result", func() (*Figure, error) { return PathsOf(nil) }, "PathsOf: result 1 is nil", nil},
		{"unknown member", func() (*Figure, error) { return PathsOf(e.Central(), "XXX") }, "PathsOf: ", scenario.ErrUnknownMember},
		{"member twice", func() (*Figure, error) { return PathsOf(e.Central(), "ESP", "ESP") }, "Spain is named twice", scenario.ErrDuplicate},
		{"no results", func() (*Figure, error) { return Grid() }, "Grid: there are no results", nil},
	} {
		checkError(t, tc.name, tc.chart, tc.want, tc.is)
	}
}

// checkError looks for a text in the error of a chart, and for what it is.
func checkError(t *testing.T, name string, chart func() (*Figure, error), want string, is error) {
	t.Helper()
	f, err := chart()
	if err == nil || f != nil || !strings.Contains(err.Error(), want) || is != nil && !errors.Is(err, is) {
		t.Errorf("%s: got %v, error %v, want %q (%v)", name, f, err, want, is)
	}
}
