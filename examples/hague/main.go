// Command hague asks what the pledge of The Hague, 3.5% of GDP for core defence
// by 2035, demands of each ally from today's figures on: when it gets there at
// the present pace, how much faster it has to move, and what that costs over
// spending that keeps its share of GDP.
package main

import (
	"io"
	"os"
	"path/filepath"

	"github.com/pledgesim/pledgesim/examples/internal/command"
	"github.com/pledgesim/pledgesim/plotting"
	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
	"github.com/pledgesim/pledgesim/scenario/nato"
)

func main() { command.Exit("hague", run(os.Args[1:], os.Stdout)) }

func run(args []string, w io.Writer) error {
	o, err := command.Parse("hague", args, command.Defaults{
		Edition: "2026-07", Growth: "2026-04", Out: filepath.Join("out", "hague"),
	}, w)
	if err != nil {
		return err
	}

	pledged := scenario.Scenario{
		Name:     "3.5% by 2035",
		Pledge:   nato.Hague2025().Pledge,
		Growth:   o.Growth,
		Response: scenario.Ramp{},
	}
	pace := pledged
	pace.Name, pace.Response = "3.5% at this pace", scenario.UpTo{Response: scenario.Trend{Years: 8}}
	lower := pace
	lower.Name, lower.Pledge = "2.5% at this pace", scenario.Target{Share: 2.5 * scenario.Percent}

	var results []*projection.Result
	for _, s := range []scenario.Scenario{pledged, pace, lower} {
		r, err := projection.Run(o.Dataset, s, projection.Options{Base: o.Dataset.Last(), To: o.To, Members: o.Members})
		if err != nil {
			return err
		}
		results = append(results, r)
	}

	years, err := projection.Compare(results[0], results[1:]...)
	if err != nil {
		return err
	}
	needed, err := projection.Pace(results[0])
	if err != nil {
		return err
	}
	cost, err := projection.Cost(results[0], projection.FrozenShare())
	if err != nil {
		return err
	}
	member := "DEU"
	if o.Members != nil {
		member = o.Members[0]
	}
	err = command.Save(o.Out, map[string]command.Chart{
		"year-reached.png": func() (*plotting.Figure, error) { return plotting.YearReached(results...) },
		"paths.png":        func() (*plotting.Figure, error) { return plotting.Paths(member, results...) },
		"ranking.png":      func() (*plotting.Figure, error) { return plotting.Ranking(results[0], o.Dataset.Last()) },
		"count.png":        func() (*plotting.Figure, error) { return plotting.Count(results...) },
	})
	if err != nil {
		return err
	}
	return projection.Write(w, o.Format, years, projection.Only(needed, "growth now", "growth needed", "demanding"), cost.Totals())
}
