package plotting

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// fivePercent spends 5% more each year on an economy that does not grow, so that the
// share of Germany, 1.49% in 2022, is 1.49% times 1.05^n after n years.
func fivePercent() scenario.Scenario {
	return plan("5% a year", openTarget, scenario.Budget{RealGrowth: 5 * scenario.Percent})
}

func sweep(t testing.TB, s scenario.Scenario, axes ...projection.Axis) *projection.Grid {
	t.Helper()
	g, err := projection.Sweep(context.Background(), sample(t), s, axes, projection.Options{To: 2032})
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func heat(t testing.TB, member string, g *projection.Grid, rest ...int) *Figure {
	t.Helper()
	f, err := Heatmap(member, g, rest...)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// shown gives the texts of a table, the framed one in brackets.
func shown(f *Figure) (rows []string) {
	c, ok := f.chart.(*cells)
	if !ok {
		c = f.chart.(memberTable).cells
	}
	for _, row := range c.rows {
		words := []string{row.name}
		for _, one := range row.cells {
			if one.framed {
				one.text = "[" + one.text + "]"
			}
			words = append(words, one.text)
		}
		rows = append(rows, strings.TrimSpace(strings.Join(words, " ")))
	}
	return rows
}

var (
	shareAxis = projection.Targets(0.014, 0.018, 0.02)
	shiftAxis = projection.GrowthShifts(0, 0.02)
)

// The years follow from 1.49% (1.05/1.02)^n: without growth of GDP 1.8% after 4
// years (1.81%), 2% after 6 (1.997%, at the target with the tolerance of 0.005
// points); with growth of 2% 1.8% after 7 years (1.83%) and 2% after 11.
func TestHeatmapOfYears(t *testing.T) {
	f := heat(t, "Germany", sweep(t, fivePercent(), shiftAxis, shareAxis))
	if diff := cmp.Diff([]string{"0 pp already 2026 [2028]", "+2 pp already 2029 > 2032"}, shown(f)); diff != "" {
		t.Errorf("cells (-want +got):\n%s", diff)
	}
	if want := "Germany reaches its target by 2029 in 5 of 6 combinations, and not by 2032 in the other"; f.Title != want {
		t.Errorf("title %q, want %q", f.Title, want)
	}
	var key []string
	for _, e := range f.key {
		key = append(key, e.text)
	}
	if diff := cmp.Diff([]string{"already in 2022", "2026, the earliest", "2029, the latest", "not by 2032"}, key); diff != "" {
		t.Errorf("key (-want +got):\n%s", diff)
	}
	for _, want := range []string{"the scenario “5% a year” (2% of GDP, no deadline; GDP grows 0% a year;", "with the values of its row and column", "Framed: the scenario itself. pp: percentage points.", "lower by up to 0.005 percentage points counts"} {
		if !strings.Contains(f.Note, want) {
			t.Errorf("note %q does not say %q", f.Note, want)
		}
	}
	if want := "by shift of GDP growth (rows) and target (columns)"; !strings.Contains(f.Subtitle, want) {
		t.Errorf("subtitle %q does not say %q", f.Subtitle, want)
	}
	if !strings.Contains(f.Source, "edition test-2023; projection: pledgesim") {
		t.Errorf("source %q", f.Source)
	}
}

// Earlier is stronger, on one scale in every chart with the same years.
func TestHeatmapShades(t *testing.T) {
	g := sweep(t, fivePercent(), shiftAxis, shareAxis)
	p, err := newPlane("DEU", g, nil)
	if err != nil {
		t.Fatal(err)
	}
	var depths []float64
	for year := 2023; year <= 2032; year++ {
		depths = append(depths, p.yearCell(point{reach: reachIn(t, g, year)}).tone.depth)
	}
	if depths[0] != 1 || depths[9] != 0 {
		t.Errorf("the scale runs from %v to %v, want 1 to 0", depths[0], depths[9])
	}
	for i := range depths[1:] {
		if depths[i+1] >= depths[i] {
			t.Errorf("%d is not paler than the year before: %v", 2024+i, depths)
		}
	}
}

// reachIn is the reach of Germany when its share jumps to the target in a year.
func reachIn(t *testing.T, g *projection.Grid, year int) projection.Reach {
	jump := plan("jump", openTarget, scenario.Ramp{})
	jump.Pledge = scenario.Target{Share: 2 * scenario.Percent, By: year}
	r, err := run(t, g.Dataset, jump, projection.Options{}).Reach("DEU")
	if first, ok := r.Year(); err != nil || !ok || first != year {
		t.Fatalf("%v, %v", r, err)
	}
	return r
}

// At the present pace Germany gains 0.06 points a year: 1.8% in 2028, 2% in 2031.
// Greece falls by 0.1 points from 2.2% in 2022, and so below 2.1% in 2024.
func TestHeatmapWords(t *testing.T) {
	drift := plan("pace", openTarget, scenario.Drift{Years: 4})
	words := projection.Responses(
		projection.NamedResponse{Name: "share held", Response: scenario.Hold{}},
		projection.NamedResponse{Name: "pace", Response: scenario.Drift{Years: 4}},
		projection.NamedResponse{Name: "5% a year", Response: fivePercent().Response})
	for _, tc := range []struct {
		name, member string
		grid         *projection.Grid
		rest         []int
		title        string
		rows         []string
	}{
		{"whole columns", "DEU", sweep(t, drift, shiftAxis, projection.Targets(0.018, 0.02, 0.022, 0.024)), nil,
			"Germany reaches its target between 2028 and 2031, but not by 2032 where the target is 2.2% or 2.4%", nil},
		{"three of them", "DEU", sweep(t, drift, shiftAxis, projection.Targets(0.02, 0.022, 0.024, 0.026)), nil,
			"Germany reaches its target in 2031, but not by 2032 where the target is 2.2% to 2.6%", nil},
		{"a row of words", "DEU", sweep(t, drift, words, projection.Targets(0.018, 0.02)), nil,
			"Germany reaches its target between 2026 and 2031, but not by 2032 where the response is “share held”", nil},
		{"never", "ESP", sweep(t, drift, shiftAxis, projection.Targets(0.02, 0.022)), nil,
			"Spain does not reach its target by 2032 in any of 4 combinations", nil},
		{"already", "EST", sweep(t, drift, shiftAxis, projection.Targets(0.018, 0.02)), nil,
			"Estonia is at its target already in all 4 combinations", nil},
		{"lost again", "GRC", sweep(t, drift, projection.Targets(0.018, 0.021)), nil,
			"Greece is at its target already in all 2 combinations", []string{"already* already*"}},
		{"by the horizon", "DEU", sweep(t, fivePercent(), projection.GrowthShifts(0, 0.03), shareAxis), nil,
			"Germany reaches its target by 2032 in 5 of 6 combinations", nil},
		{"one axis", "DEU", sweep(t, fivePercent(), shareAxis), nil,
			"Germany reaches its target by 2028 in all 3 combinations", []string{"already 2026 [2028]"}},
		{"one cell", "DEU", sweep(t, fivePercent(), projection.Targets(0.02)), nil,
			"Germany reaches 2% of GDP in 2028", []string{"[2028]"}},
		{"third axis", "DEU", sweep(t, drift, shiftAxis, words, shareAxis), []int{1},
			"Germany reaches 1.8% of GDP between 2026 and 2029, but not by 2032 where the response is “share held”",
			[]string{"0 pp > 2032 2028 2026", "+2 pp > 2032 2028 2029"}},
	} {
		f := heat(t, tc.member, tc.grid, tc.rest...)
		if f.Title != tc.title {
			t.Errorf("%s: title %q, want %q", tc.name, f.Title, tc.title)
		}
		if diff := cmp.Diff(tc.rows, shown(f)); tc.rows != nil && diff != "" {
			t.Errorf("%s (-want +got):\n%s", tc.name, diff)
		}
		if tc.rest != nil && !strings.HasSuffix(f.Subtitle, "; target 1.8%") {
			t.Errorf("%s: subtitle %q does not name what is fixed", tc.name, f.Subtitle)
		}
		if lost := strings.Contains(f.Note, "*: falls below the target again later"); lost != (tc.name == "lost again") {
			t.Errorf("%s: note %q", tc.name, f.Note)
		}
	}
}

func TestHeatmapErrors(t *testing.T) {
	three := sweep(t, fivePercent(), shiftAxis, shareAxis, projection.SpendingShifts(0, 0.01))
	idle := sweep(t, plan("no pledge", nil, scenario.Hold{}), shiftAxis)
	wide := sweep(t, fivePercent(), projection.GrowthShifts(points(25)...))
	high := sweep(t, fivePercent(), projection.GrowthShifts(points(61)...), shareAxis)
	for _, tc := range []struct {
		name   string
		member string
		grid   *projection.Grid
		rest   []int
		want   string
		is     error
	}{
		{"nil", "DEU", nil, nil, "Heatmap: the grid is empty: make it with projection.Sweep", scenario.ErrInvalid},
		{"empty", "DEU", &projection.Grid{}, nil, "the grid is empty", scenario.ErrInvalid},
		{"unknown", "Germny", three, []int{0}, "Germny", scenario.ErrUnknownMember},
		{"too few", "DEU", three, nil, "the grid has 3 axes, and rest 0 indices", scenario.ErrInvalid},
		{"too many", "DEU", idle, []int{1}, "the grid has 1 axes, and rest 1 indices", scenario.ErrInvalid},
		{"no such value", "DEU", three, []int{2}, "is not from 0 to 1", scenario.ErrInvalid},
		{"nothing asked", "DEU", idle, nil, "nothing is asked of Germany in any cell: give the scenario a Pledge", scenario.ErrInvalid},
		{"too wide", "DEU", wide, nil, `25 columns cannot be read: show fewer values of "shift of GDP growth", at most 24`, scenario.ErrInvalid},
		{"too high", "DEU", high, nil, "61 rows cannot be read: show fewer values", scenario.ErrInvalid},
	} {
		f, err := Heatmap(tc.member, tc.grid, tc.rest...)
		if err == nil || f != nil || !strings.Contains(err.Error(), tc.want) || !errors.Is(err, tc.is) {
			t.Errorf("%s: error %v, want %q (%v)", tc.name, err, tc.want, tc.is)
		}
	}
}

// steps are n shiftAxis, a thousandth apart.
func points(n int) []float64 {
	values := make([]float64, n)
	for i := range values {
		values[i] = float64(i) / 1000
	}
	return values
}

func TestGoldenHeatmap(t *testing.T) {
	wide := projection.Targets(0.014, 0.016, 0.018, 0.02, 0.022)
	f := heat(t, "DEU", sweep(t, fivePercent(), projection.GrowthShifts(-0.01, 0, 0.01, 0.02, 0.03), wide))
	for name, theme := range map[string]func() Theme{"heatmap": Light, "heatmap_print": Print} {
		f.DPI, f.Page, f.Theme = 64, Report, theme()
		checkGolden(t, name, f)
	}
}

// A combination in which nothing is asked has a dash, and counts in no title.
func TestHeatmapWhereNothingIsAsked(t *testing.T) {
	from := projection.Axis{Name: "known from", Unit: projection.UnitYear, Values: []float64{2022, 2050}, Part: projection.PledgePart,
		Set: func(s scenario.Scenario, v float64) (scenario.Scenario, error) {
			s.Pledge = scenario.Target{Share: 2 * scenario.Percent, From: int(v)}
			return s, nil
		}}
	f := heat(t, "DEU", sweep(t, fivePercent(), from))
	if diff := cmp.Diff([]string{"2028 –"}, shown(f)); diff != "" {
		t.Errorf("cells (-want +got):\n%s", diff)
	}
	if last := f.key[len(f.key)-1].text; f.Title != "Germany reaches 2% of GDP in 2028" || last != "–: nothing asked" {
		t.Errorf("title %q, last entry of the key %q", f.Title, last)
	}
}
