package scenario_test

import (
	"testing"

	"github.com/pledgesim/pledgesim/scenario"
)

// A government that sets the budget of 2026 knows what was published up to the
// base year and what was projected for 2025, and nothing else.
func TestViewHidesTheFuture(t *testing.T) {
	track := scenario.NewTrack(revised(t), base)
	track.Append(100, 4000)
	view := track.View(5000)
	track.Append(150, 5000) // what happens later does not show in an earlier view
	track.Append(160, 5000)

	equal(t, []any{view.Member.Code, view.Base, view.Year, view.Expected}, []any{"DEU", base, 2026, 5000.})
	type past struct{ share, spending, gdp float64 }
	for year, want := range map[int]past{
		2020: {},
		2021: {spending: 15},
		2023: {0.02, 41, 2000},
		2024: {0.03, 90, 3000},
		2025: {0.025, 100, 4000}, // projected, not the 0.09 of a later edition
		2026: {},                 // the year whose budget is being set
		2027: {},
	} {
		var got past
		for _, look := range []struct {
			at func(int) (float64, bool)
			to *float64
			ok bool
		}{
			{view.Share, &got.share, want.share != 0},
			{view.Spending, &got.spending, want.spending != 0},
			{view.GDP, &got.gdp, want.gdp != 0},
		} {
			v, ok := look.at(year)
			if ok != look.ok {
				t.Errorf("in %d: %v, %v", year, v, ok)
			}
			if ok {
				*look.to = v
			}
		}
		if got != want {
			t.Errorf("in %d: %+v, want %+v", year, got, want)
		}
	}
}

func TestZeroViewHasNoPast(t *testing.T) {
	if v, ok := (scenario.View{Year: 2025}).Share(2024); ok {
		t.Errorf("share %v of nothing", v)
	}
}
