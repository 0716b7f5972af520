package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
	"github.com/pledgesim/pledgesim/scenario/imf"
	"github.com/pledgesim/pledgesim/scenario/nato"
)

// planned2024 is the number of members that NATO expected in February 2018 to be at 2%
// in 2024, from national plans: at least 15.
const planned2024 = 15

// A counted2018 is the number of members at 2% as one would have projected it at the
// end of 2018.
type counted2018 struct {
	simulated  *projection.Ensemble
	trend, met *projection.Result
	outcome    *scenario.Dataset
}

func count2018(ctx context.Context) (*counted2018, error) {
	const to = 2025
	known, err := nato.Archive{}.AsOf(2018)
	if err != nil {
		return nil, err
	}
	c, err := nato.Calibrated(known)
	if err != nil {
		return nil, err
	}
	pledge := nato.Wales2014().Pledge
	options := projection.Options{Base: 2018, To: to, Seed: 2018}
	found := &counted2018{outcome: nato.Latest()}
	if found.simulated, err = projection.Simulate(ctx, known, c.Scenario(calibrated, pledge), options); err != nil {
		return nil, err
	}
	s := scenario.Scenario{Name: "trend", Pledge: pledge, Growth: imf.RealTime{}, Response: scenario.Trend{}}
	if found.trend, err = projection.Run(known, s, options); err != nil {
		return nil, err
	}
	s.Name, s.Response = "pledge met", scenario.Ramp{}
	found.met, err = projection.Run(known, s, options)
	return found, err
}

// countTable sets the count of 2018 beside what happened.
func (e *evidence) countTable() (table, error) {
	c, err := e.count2018()
	if err != nil {
		return table{}, err
	}
	codes := c.simulated.Codes()
	t := table{
		title:  fmt.Sprintf("Members at 2%% of GDP, of the %d of 2018 with forces, as projected at the end of 2018", len(codes)),
		header: []string{"year", "trend", "pledge met", "calibrated: 10%", "median", "90%", "happened"},
	}
	var bands []scenario.Series
	for _, p := range []float64{0.1, 0.5, 0.9} {
		s, err := c.simulated.CountQuantile(p)
		if err != nil {
			return t, err
		}
		bands = append(bands, s)
	}
	record, err := projection.Outcome(c.outcome, 2*scenario.Percent, codes...)
	if err != nil {
		return t, err
	}
	happened, trend, met := record.Count(), c.trend.Count(), c.met.Count()
	for year := 2019; year <= 2025; year++ {
		line := []string{fmt.Sprint(year)}
		for _, s := range append([]scenario.Series{trend, met}, append(bands, happened)...) {
			o, ok := s.Observe(year)
			cell := ""
			if ok {
				cell = fmt.Sprintf("%.0f", o.Value)
			}
			if o.Status == scenario.Estimated {
				cell += "e"
			}
			line = append(line, cell)
		}
		t.add(line...)
	}
	chance, err := c.simulated.AtLeast(planned2024, 2024)
	if err != nil {
		return t, err
	}
	var there []string
	for _, name := range []string{"nato-2024-06", "nato-2025-08", "nato-2026-07"} {
		d, err := nato.Edition(name)
		if err != nil {
			return t, err
		}
		r, err := projection.Outcome(d, 2*scenario.Percent, codes...)
		if err != nil {
			return t, err
		}
		o, _ := r.Count().Observe(2024)
		text := fmt.Sprintf("%.0f by %s", o.Value, name)
		if o.Status == scenario.Estimated {
			text += ", an estimate"
		}
		there = append(there, text)
	}
	t.notes = []string{fmt.Sprintf("NATO expected in February 2018, from national plans, at least %d in 2024; by the simulation the chance of so many was %.1f%% (standard error %.1f). Happened: edition %s, e: an estimate. In 2024 it was %s. Not among the 28: Finland, North Macedonia and Sweden, which joined later.", planned2024, 100*chance.Value, 100*chance.StdErr, c.outcome.Edition, strings.Join(there, "; "))}
	return t, nil
}
