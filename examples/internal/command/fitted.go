package command

import (
	"github.com/pledgesim/pledgesim/scenario"
	"github.com/pledgesim/pledgesim/scenario/imf"
)

// Fitted puts shocks around a growth path like those in the growth that the IMF had
// observed on the day of an edition.
func Fitted(d *scenario.Dataset, around scenario.GrowthPath) (scenario.GrowthPath, error) {
	vintage, err := imf.NotLaterThan(d.Edition)
	if err != nil {
		return nil, err
	}
	observed, err := imf.Observed(vintage)
	if err != nil {
		return nil, err
	}
	growth, _, err := scenario.FitAR1(around, observed.Rates, d.Last())
	growth.Sources = observed.Sources
	return growth, err
}
