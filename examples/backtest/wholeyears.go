package main

import (
	"gonum.org/v1/gonum/stat/distuv"

	"github.com/pledgesim/pledgesim/scenario"
	"github.com/pledgesim/pledgesim/scenario/worldbank"
)

// WholeYears is a response of our own: the shocks of a year are the changes of a past
// year, drawn with the same luck for all members, so that they move together as they
// did. A member without a change in that year has a normal shock of its size.
type wholeYears struct {
	scenario.Peers
	first, years int
	changes      map[string]scenario.Series // relative, less the member's median
	sizes        map[string]float64         // standard deviations
}

// newWholeYears takes the changes of the members' shares.
func newWholeYears(c *scenario.Calibration, known *scenario.Dataset) *wholeYears {
	p, f := c.Shares.Peers(), c.Shares.Shocks
	w := &wholeYears{Peers: p, first: f.First, years: f.Last - f.First + 1, changes: map[string]scenario.Series{}, sizes: c.Around(p).Terms}
	history := worldbank.MilitarySpending()
	for _, code := range known.Codes() {
		var changes []scenario.Observation
		m, err := known.Member(code)
		if err != nil {
			continue
		}
		changes = append(changes, changesOf(m, w.first, w.first+w.years)...)
		if before, err := history.Member(code); err == nil {
			changes = append(changes, changesOf(before, w.first, m.Share.First())...) // where the edition has none
		}
		var all []float64
		for _, c := range changes {
			all = append(all, c.Value)
		}
		if all == nil {
			continue
		}
		median := median(all)
		if series, err := scenario.SeriesOf(changes...); err == nil {
			w.changes[code] = series.Map(func(_ int, v float64) float64 { return v - median })
		}
	}
	return w
}

// changesOf gives the relative changes of a member's share from one year to another.
func changesOf(m *scenario.Member, from, to int) []scenario.Observation {
	var changes []scenario.Observation
	for year := from; year <= to; year++ {
		before, ok1 := m.Share.At(year - 1)
		share, ok2 := m.Share.At(year)
		if _, broken := m.Broken(year); ok1 && ok2 && !broken {
			changes = append(changes, scenario.Observation{Year: year, Value: share/before - 1})
		}
	}
	return changes
}

// Spend adds the shock of the drawn year.
func (w *wholeYears) Spend(v scenario.View, a scenario.Ask) float64 {
	u := distuv.UnitNormal.CDF(v.CommonNormal(purposes[(v.Year-v.Base)%len(purposes)]))
	change, ok := w.changes[v.Member.Code].At(w.first + int(u*float64(w.years)))
	if !ok {
		change = w.sizes[v.Member.Code] * v.Normal("without a change")
	}
	last, _ := v.Spending(v.Year - 1)
	return max(w.Peers.Spend(v, a)+change*last, 0)
}

// purposes are names of luck, one for each year ahead.
var purposes = [...]string{"year 0", "year 1", "year 2", "year 3", "year 4", "year 5", "year 6", "year 7", "year 8", "year 9"}
