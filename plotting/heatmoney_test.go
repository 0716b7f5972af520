package plotting

import (
	"context"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// Germany spends 14.9 of a GDP of 1000 in 2022, in millions, and 5% more each year:
// 14.9 (0.05 + 0.1025) = 2.272 more in two years than if spending were frozen, and
// than with a frozen share without growth. With growth of 10% a frozen share is more,
// by 14.9 (0.10 - 0.05 + 0.21 - 0.1025) = 2.347.
func TestHeatmapOfCosts(t *testing.T) {
	costs := func(against projection.Baseline) *Figure {
		g, err := projection.SweepCost(context.Background(), sample(t), fivePercent(), []projection.Axis{projection.GrowthShifts(0, 0.1)}, against, projection.Options{To: 2024})
		if err != nil {
			t.Fatal(err)
		}
		return heat(t, "DEU", g)
	}
	f := costs(projection.FrozenShare())
	if diff := cmp.Diff([]string{"[2,272] −2,347"}, shown(f)); diff != "" {
		t.Errorf("cells (-want +got):\n%s", diff)
	}
	want := []string{
		"Germany would spend between USD 2,347 thousand less and USD 2,272 thousand more by 2024 than in “share of GDP frozen”",
		"Defence spending above the counterfactual “share of GDP frozen”, 2023 to 2024, USD thousand, 2015 prices, by shift of GDP growth",
	}
	if diff := cmp.Diff(want, []string{f.Title, f.Subtitle}); diff != "" {
		t.Errorf("texts (-want +got):\n%s", diff)
	}
	if say := "Counterfactual “share of GDP frozen”: spending keeps its share of GDP."; !strings.Contains(f.Note, say) {
		t.Errorf("note %q does not say %q", f.Note, say)
	}
	row := f.chart.(*cells).rows[0].cells
	if row[0].tone.kind != shade || row[1].tone.kind != counter || len(f.key) != 2 {
		t.Errorf("colours %v, %v with %d entries in the key", row[0].tone, row[1].tone, len(f.key))
	}
	if f := costs(projection.FrozenMoney()); f.Title != "Germany would spend USD 2,272 thousand more by 2024 than in “spending frozen”" || len(f.key) != 0 {
		t.Errorf("title %q, key %v", f.Title, f.key)
	}
}

func TestMoreOrLess(t *testing.T) {
	m := moneyOf("USD million, 2021 prices", 5000)
	for _, tc := range []struct {
		least, most float64
		want        string
	}{
		{0, 5000, "up to USD 5.0 billion more"},
		{12_300, 57_000, "USD 12 to 57 billion more"},
		{57_000, 57_001, "USD 57 billion more"},
		{-1e-9, 0, "no more"},
		{-57_001, -57_000, "USD 57 billion less"},
		{-2000, -1000, "USD 1.0 to 2.0 billion less"},
		{-2000, 0, "up to USD 2.0 billion less"},
		{-2000, 3000, "between USD 2.0 billion less and USD 3.0 billion more"},
	} {
		if got := m.moreOrLess(tc.least, tc.most); got != tc.want {
			t.Errorf("%v to %v: %q, want %q", tc.least, tc.most, got, tc.want)
		}
	}
}

// A member who is there already has a chance of 100 in every cell; without luck one
// who never gets there has none.
func TestHeatmapOfChances(t *testing.T) {
	s := plan("5% a year", scenario.Target{Share: 2 * scenario.Percent, By: 2027}, scenario.Shocked{Response: fivePercent().Response, SD: 4 * scenario.Percent})
	s.Growth = scenario.AR1{Around: s.Growth}
	sweep := func(year int) *projection.Grid {
		g, err := projection.SweepChance(context.Background(), sample(t), s, []projection.Axis{projection.GrowthShifts(0, 0.02), projection.Targets(0.014, 0.02, 0.2)}, year, projection.Options{To: 2032, Draws: 500, Seed: 7})
		if err != nil {
			t.Fatal(err)
		}
		return g
	}
	f := heat(t, "DEU", sweep(0))
	for _, row := range f.chart.(*cells).rows {
		if row.cells[0].text != "100" || row.cells[2].text != "0" || row.cells[0].tone.depth != 1 || row.cells[2].tone.depth != 0 {
			t.Errorf("%s: %v, want 100, a chance and 0", row.name, row.cells)
		}
	}
	if want := "The chance that Germany reaches its target by the deadline lies between 0% and 100%"; f.Title != want {
		t.Errorf("title %q, want %q", f.Title, want)
	}
	if want := "Chance of having reached the target by the deadline, per cent, by shift of GDP growth (rows) and target (columns)"; f.Subtitle != want {
		t.Errorf("subtitle %q, want %q", f.Subtitle, want)
	}
	if !strings.Contains(f.Note, "500 draws, seed 7, in each cell. Monte Carlo standard error: at most ") || f.seed != "7" {
		t.Errorf("note %q, seed %q", f.Note, f.seed)
	}
	if f := heat(t, "EST", sweep(2030)); !strings.Contains(f.Subtitle, "by 2030, per cent") {
		t.Errorf("subtitle %q", f.Subtitle)
	}
}
