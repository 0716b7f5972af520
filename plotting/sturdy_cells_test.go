package plotting

import (
	"bytes"
	"testing"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// Charts of cells fit on every page, in every theme, from one member or value to
// as many as there are.
func TestCellsOnEveryPage(t *testing.T) {
	var figures []*Figure
	for _, n := range []int{1, 2, 12, 31} {
		figures = append(figures, chances(t, simulate(t, crowd(t, n), lucky(dueTarget), projection.Options{To: 2040, Draws: 50})))
		lit := chances(t, simulate(t, crowd(t, n), lucky(dueTarget), projection.Options{To: 2040, Draws: 50}))
		lit.Highlight = []string{"M00"}
		figures = append(figures, lit, heat(t, "DEU", sweep(t, growing(), projection.GrowthShifts(steps(n)...), projection.Targets(0.014, 0.02, 0.03))))
	}
	long := projection.Responses(
		projection.NamedResponse{Name: "Spending goes on as in the last years", Response: scenario.Drift{Years: 4}},
		projection.NamedResponse{Name: "A name of forty letters, without a point", Response: scenario.Hold{}})
	nine := projection.Targets(0.012, 0.014, 0.016, 0.018, 0.02, 0.022, 0.024, 0.026, 0.03)
	figures = append(figures, heat(t, "DEU", sweep(t, growing(), long, nine)), heat(t, "DEU", sweep(t, growing(), nine, long)), heat(t, "DEU", sweep(t, growing(), nine)))
	for i, f := range figures {
		for k, page := range []Page{AnyPage, Report, Slide, Square} {
			theme := []func() Theme{Light, Dark, Print}[(i+k)%3] // each with each page
			f.Page, f.Theme, f.DPI = page, theme(), leastDPI
			if err := f.Encode(&bytes.Buffer{}, "png"); err != nil {
				t.Errorf("figure %d, page %d: %v", i, page, err)
			}
		}
	}
}
