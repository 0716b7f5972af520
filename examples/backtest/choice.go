package main

import (
	"math"
	"strings"

	"github.com/pledgesim/pledgesim/projection"
)

// variants compares all models that were tried, over all forecasts with origins up to
// 2018: on the World Bank's figures and on NATO's editions, each outcome counting once
// in each.
func (e *evidence) variants() (table, error) {
	long, short, err := e.both()
	if err != nil {
		return table{}, err
	}
	short = short.Where(upTo2018)
	t := table{
		title:  "Models that were tried: World Bank's figures from the ends of 1995 to 2018 and NATO's editions from the ends of 2013 to 2018, together",
		header: append(append([]string{"CRPS, percentage points"}, horizons...), "World Bank", "NATO", "inside 80% band, least and most", "may be chosen"),
	}
	columns, cells := make([][]float64, len(horizons)+2), make([][]string, len(horizons)+2)
	var bands, may []string
	longScores, shortScores := long.Scores(), short.Scores()
	for _, v := range tried() {
		a, b := byHorizon(longScores, v.name, "all"), byHorizon(shortScores, v.name, "all")
		both, least, most := pooled(a, b)
		both = append(both, a[len(a)-1].CRPS, b[len(b)-1].CRPS)
		for i, v := range both {
			columns[i], cells[i] = append(columns[i], v), append(cells[i], points(v))
		}
		bands, may = append(bands, percent(least)+" to "+percent(most)), append(may, "no")
		if least >= 0.75 && most <= 0.85 {
			may[len(may)-1] = "yes"
		}
	}
	for i := range cells {
		smallest(cells[i], columns[i])
	}
	var what []string
	for k, v := range tried() {
		line := []string{v.name}
		for i := range cells {
			line = append(line, cells[i][k])
		}
		t.add(append(line, bands[k], may[k])...)
		what = append(what, v.name+": "+v.what)
	}
	t.notes = []string{
		"May be chosen: at each horizon between 75 and 85 of 100 outcomes of both sources together inside the 80% band. **Bold**: the best of a column.",
		"World Bank: " + outcomes(long) + " NATO: " + outcomes(short),
		strings.Join(what, ". ") + ".",
	}
	return t, nil
}

// pooled puts the scores of two backtests together, each outcome counting once: the
// CRPS by horizon and of all, and the least and the most part of the outcomes inside
// the 80% band of a horizon.
func pooled(a, b []projection.Score) (crps []float64, least, most float64) {
	least, most = math.Inf(1), math.Inf(-1)
	for i := range a {
		n, m := float64(a[i].N), float64(b[i].N)
		crps = append(crps, (n*a[i].CRPS+m*b[i].CRPS)/(n+m))
		if inside := (n*a[i].Inside80 + m*b[i].Inside80) / (n + m); a[i].Ahead > 0 {
			least, most = min(least, inside), max(most, inside)
		}
	}
	return crps, least, most
}
