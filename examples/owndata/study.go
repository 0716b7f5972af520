package main

import (
	"bytes"

	"github.com/pledgesim/pledgesim/examples/internal/command"
	"github.com/pledgesim/pledgesim/plotting"
	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// A study is a pledge and the file that it is studied on.
type study struct {
	name   string // of its charts
	file   []byte
	member string // whose paths are drawn
	pledge scenario.Target
	years  projection.Options
	growth scenario.GrowthPath
	pace   scenario.Response // how members went on before the pledge
}

// run projects the pledge at the pace of the years before and as it was promised, adds
// the charts, and gives the tables. All words about quantity and share are the file's.
func (s study) run(charts map[string]command.Chart) ([]projection.Tabular, error) {
	d, err := scenario.ReadCSV(bytes.NewReader(s.file))
	if err != nil {
		return nil, err
	}
	share := scenario.FormatShare(s.pledge.Share)
	pace := scenario.Scenario{Name: share + " at this pace", Pledge: s.pledge, Growth: s.growth, Response: s.pace}
	kept := pace
	kept.Name, kept.Response = share+" as pledged", scenario.Ramp{}
	slow, err := projection.Run(d, pace, s.years)
	if err != nil {
		return nil, err
	}
	quick, err := projection.Run(d, kept, s.years)
	if err != nil {
		return nil, err
	}
	years, err := projection.Compare(slow, quick)
	if err != nil {
		return nil, err
	}
	outcome, err := projection.Outcome(d, s.pledge.Share)
	if err != nil {
		return nil, err
	}
	chart := func(name string, make command.Chart) { charts[s.name+"-"+name+".png"] = make }
	chart("year-reached", func() (*plotting.Figure, error) { return plotting.YearReached(slow, quick) })
	chart("ranking", func() (*plotting.Figure, error) { return plotting.Ranking(slow, slow.Options.Base) })
	chart("paths", func() (*plotting.Figure, error) {
		if d.Last() > slow.Options.Base { // what happened is known
			return plotting.BacktestPaths(s.member, d, slow, quick)
		}
		return plotting.Paths(s.member, slow, quick)
	})
	return []projection.Tabular{years, outcome}, nil
}
