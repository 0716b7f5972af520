package plotting

import (
	"bytes"
	"testing"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// Charts of cells fit on every page, from one member or value to as many as there
// are: nothing that is written covers anything or leaves the page.
func TestCellsOnEveryPage(t *testing.T) {
	var figures []*Figure
	for _, n := range []int{1, 2, 12, 31} {
		figures = append(figures, chances(t, simulate(t, longNamed(t, n)[0].Dataset, lucky(dueTarget), projection.Options{To: 2040, Draws: 50})))
		lit := chances(t, simulate(t, longNamed(t, n)[0].Dataset, lucky(dueTarget), projection.Options{To: 2040, Draws: 50}))
		lit.Highlight = []string{"M00"}
		figures = append(figures, lit, heat(t, "DEU", sweep(t, fivePercent(), projection.GrowthShifts(points(n)...), projection.Targets(0.014, 0.02, 0.03))))
	}
	long := projection.Responses(
		projection.NamedResponse{Name: "Spending goes on as in the last years", Response: scenario.Drift{Years: 4}},
		projection.NamedResponse{Name: "A name of forty letters, without a point", Response: scenario.Hold{}})
	nine := projection.Targets(0.012, 0.014, 0.016, 0.018, 0.02, 0.022, 0.024, 0.026, 0.03)
	figures = append(figures, heat(t, "DEU", sweep(t, fivePercent(), long, nine)), heat(t, "DEU", sweep(t, fivePercent(), nine, long)), heat(t, "DEU", sweep(t, fivePercent(), nine)))
	neighbours := scenario.Except{Pledge: scenario.Target{Share: 2 * scenario.Percent, By: 2032}, Terms: map[string]scenario.Pledge{"DEU": scenario.Target{Share: 2 * scenario.Percent, By: 2031}}}
	figures = append(figures, chances(t, simulate(t, sample(t), lucky(neighbours), projection.Options{}), 2024, 2025, 2026, 2027, 2028, 2029, 2030, 2031, 2032))
	for i, f := range figures {
		for k, page := range []Page{AnyPage, Report, Slide, Square} {
			f.Page, f.Theme, f.DPI = page, []func() Theme{Light, Dark, Print}[(i+k)%3](), leastDPI
			if err := legible(f); err != nil {
				t.Errorf("figure %d, page %d: %v", i, page, err)
			}
		}
		if err := f.Encode(&bytes.Buffer{}, "png"); err != nil {
			t.Errorf("figure %d: %v", i, err)
		}
	}
}
