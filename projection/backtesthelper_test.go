package projection_test

import (
	"fmt"
	"math"
	"testing"

	"github.com/pledgesim/pledgesim/scenario"
)

// history is a data set of some members whose shares rise and fall around 1.2% to
// 2.2%, and whose GDP grows by 1% to 3% a year, each in waves of its own. Shares are
// rounded as NATO prints them; those of the last year are estimates.
func history(t testing.TB, members, first, last int) *scenario.Dataset {
	t.Helper()
	return changedHistory(t, members, first, last, func(_, _ string, _ int, v float64) float64 { return v })
}

// changedHistory is history with figures changed; a NaN takes one out.
func changedHistory(t testing.TB, members, first, last int, change func(code, field string, year int, v float64) float64) *scenario.Dataset {
	t.Helper()
	var ms []scenario.Member
	for i := range members {
		code := fmt.Sprintf("%c%c%c", 'A'+i%26, 'A'+i/26, 'X')
		gdp := 1000.0
		var shares, gdps, spendings []scenario.Observation
		put := func(to *[]scenario.Observation, field string, year int, v float64) {
			o := scenario.Observation{Year: year, Value: change(code, field, year, v), Edition: "history"}
			if year == last {
				o.Status = scenario.Estimated
			}
			if !math.IsNaN(o.Value) {
				*to = append(*to, o)
			}
		}
		for year := first; year <= last; year++ {
			phase := float64(year-1990) + 2.7*float64(i)
			gdp *= 1.02 + 0.01*math.Sin(0.9*phase)
			share := math.Round(100*(1.7+0.4*math.Sin(0.35*phase)+0.1*math.Sin(1.9*phase))) / 1e4
			put(&shares, "share", year, share)
			put(&gdps, "GDP", year, gdp)
			put(&spendings, "spending", year, share*gdp)
		}
		m := scenario.Member{Code: code, Name: "Land " + code}
		for _, s := range []struct {
			to  *scenario.Series
			obs []scenario.Observation
		}{{&m.Share, shares}, {&m.GDP, gdps}, {&m.Spending, spendings}} {
			var err error
			if *s.to, err = scenario.SeriesOf(s.obs...); err != nil {
				t.Fatal(err)
			}
		}
		ms = append(ms, m)
	}
	d, err := scenario.NewDataset("history", "million", ms...)
	if err != nil {
		t.Fatal(err)
	}
	d.Precision = 0.01 * scenario.Percent
	return d
}
