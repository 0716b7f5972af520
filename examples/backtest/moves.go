package main

import (
	"fmt"

	"github.com/pledgesim/pledgesim/scenario"
	"github.com/pledgesim/pledgesim/scenario/nato"
	"github.com/pledgesim/pledgesim/scenario/worldbank"
)

// moves shows how the shares of all members moved, year by year.
func moves(*evidence) (table, error) {
	t := table{
		title:  "Relative change of the share of GDP in a year, per cent, by year",
		header: []string{"year", "World Bank: median", "members with a rise", "NATO: median", "members with a rise"},
	}
	history, latest := worldbank.MilitarySpending(), nato.Latest()
	for year := 2009; year <= 2025; year++ {
		line := []string{fmt.Sprint(year)}
		for _, d := range []*scenario.Dataset{history, latest} {
			changes, rises, err := moved(d, year)
			if err != nil {
				return t, err
			}
			if changes == nil {
				line = append(line, "", "")
				continue
			}
			line = append(line, number("%+.1f", 100*median(changes)), fmt.Sprintf("%d of %d", rises, len(changes)))
		}
		t.add(line...)
	}
	t.notes = []string{fmt.Sprintf("Editions %s and %s, in which 2025 is an estimate. In 2009 and 2020 GDP fell.", history.Edition, latest.Edition)}
	return t, nil
}

// moved gives the relative changes of a year, and how many are rises.
func moved(d *scenario.Dataset, year int) (changes []float64, rises int, err error) {
	for _, code := range d.Codes() {
		m, err := d.Member(code)
		if err != nil {
			return nil, 0, err
		}
		for _, change := range changesOf(m, year, year) {
			if change.Value > 0 {
				rises++
			}
			changes = append(changes, change.Value)
		}
	}
	return changes, rises, nil
}
