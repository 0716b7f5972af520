package main

import (
	"fmt"
	"math"

	"gonum.org/v1/gonum/stat"

	"github.com/pledgesim/pledgesim/scenario/imf"
	"github.com/pledgesim/pledgesim/scenario/nato"
)

// firstVintage is the year of the first vintage of the IMF's forecasts that is here.
const firstVintage = 2019

// growthErrors shows by how much growth missed its forecast, by horizon, and how much
// of that the default allows for. What the IMF forecast stands apart from means of the
// past.
func growthErrors(*evidence) (table, error) {
	t := table{
		title: "Surprises of growth: outcome less forecast, percentage points a year",
		header: []string{"years ahead", "mean of the past, 2000-2018: n", "mean", "root mean square", "half within ±",
			"IMF, 2020-2024: n", "mean", "root mean square", "half within ±", "the default of 2024: standard deviation"},
	}
	c, err := nato.Calibrated(nato.Latest())
	if err != nil {
		return t, err
	}
	allowed := c.Growth() // of a member without a record
	for ahead := 1; ahead <= 5; ahead++ {
		var past, forecast []float64
		for _, code := range nato.All() {
			errs, err := imf.RealTime{}.ForecastErrors(code, ahead, 2025)
			if err != nil {
				return t, err
			}
			for year, v := range errs.All() {
				switch {
				case year-ahead >= firstVintage:
					forecast = append(forecast, v)
				case year >= 2000 && year <= 2018:
					past = append(past, v)
				}
			}
		}
		line := []string{fmt.Sprint(ahead)}
		for _, all := range [][]float64{past, forecast} {
			var sizes []float64
			squares := 0.0
			for _, v := range all {
				sizes, squares = append(sizes, math.Abs(v)), squares+v*v
			}
			line = append(line, fmt.Sprint(len(all)), number("%+.2f", 100*stat.Mean(all, nil)), number("%.2f", 100*math.Sqrt(squares/float64(len(all)))), number("%.2f", 100*median(sizes)))
		}
		fade := allowed.Rho * allowed.Rho
		t.add(append(line, number("%.2f", 100*allowed.SD*math.Sqrt((1-math.Pow(fade, float64(ahead)))/(1-fade))))...)
	}
	t.notes = []string{"Mean of the past: of up to ten years to the end of the year before the first one that is projected, as IMF, April 2019, has them. IMF: the forecast of that day. Outcomes: IMF, April 2026. Growth of NATO's 32 members. The default: of a member without a record, around the forecast."}
	return t, nil
}
