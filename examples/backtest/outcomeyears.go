package main

import (
	"fmt"

	"github.com/pledgesim/pledgesim/projection"
)

// outcomeYears shows in which years the default was right: scores by the year of the
// outcome, over all horizons.
func (e *evidence) outcomeYears() (table, error) {
	long, short, err := e.both()
	if err != nil {
		return table{}, err
	}
	t := table{
		title:  "The default by the year of the outcome, all horizons together",
		header: []string{"outcomes of", "outcomes", "inside 50%", "inside 80%", "bias", "CRPS: hold-last", holding, calibrated},
	}
	add := func(source string, b *projection.Backtest, first, last int) {
		part := b.Where(func(f projection.Forecast) bool { return f.Year >= first && f.Year <= last })
		scores := part.Scores()
		s := overall(scores, calibrated)
		name := fmt.Sprintf("%s, %s", source, spelled(years(first, last)))
		if s.Estimated > 0 {
			name += ", estimates"
		}
		t.add(name, fmt.Sprint(s.N), percent(s.Inside50), percent(s.Inside80), number("%+.3f", 100*s.Bias),
			points(overall(scores, "hold-last").CRPS), points(overall(scores, holding).CRPS), points(s.CRPS))
	}
	for _, y := range [][2]int{{1996, 2003}, {2004, 2011}, {2012, 2019}, {2020, 2020}} {
		add("World Bank", long, y[0], y[1])
	}
	add("NATO", short, 2014, 2018)
	for year := 2019; year <= 2025; year++ {
		add("NATO", short, year, year)
	}
	return t, nil
}
