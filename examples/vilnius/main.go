// Command vilnius answers the question of March 2023, when NATO reported that
// seven of 30 members had spent 2% of GDP in 2022 and a higher pledge was being
// asked for: which pledge gets which member where, and by when? It sets 2% and
// 2.5%, each at the present pace and by 2030, beside what really happened.
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

func main() { command.Exit("vilnius", run(os.Args[1:], os.Stdout)) }

func run(args []string, w io.Writer) error {
	o, err := command.Parse("vilnius", args, command.Defaults{
		Edition: "2023-03", Growth: "2023-04", Out: filepath.Join("out", "vilnius"),
	}, w)
	if err != nil {
		return err
	}

	// Four scenarios: two shares, each at the present pace and with a deadline.
	var results []*projection.Result
	for _, share := range []float64{2 * scenario.Percent, 2.5 * scenario.Percent} {
		trend := scenario.Scenario{
			Name:     scenario.FormatShare(share) + " at this pace",
			Pledge:   scenario.Target{Share: share},
			Growth:   o.Growth,
			Response: scenario.UpTo{Response: scenario.Trend{Years: 8}},
		}
		deadline := trend
		deadline.Name = scenario.FormatShare(share) + " by 2030"
		deadline.Pledge = scenario.Target{Share: share, By: 2030}
		deadline.Response = scenario.Ramp{}
		for _, s := range []scenario.Scenario{trend, deadline} {
			r, err := projection.Run(o.Dataset, s, projection.Options{Base: o.Dataset.Last(), To: o.To, Members: o.Members})
			if err != nil {
				return err
			}
			results = append(results, r)
		}
	}

	// The table: year reached, what happened, and the pace that 2030 demands.
	years, err := projection.Compare(results[0], results[1:]...)
	if err != nil {
		return err
	}
	outcome, err := projection.Outcome(nato.Latest(), 2*scenario.Percent, results[0].Codes()...)
	if err != nil {
		return err
	}
	lower, err := projection.Pace(results[1])
	if err != nil {
		return err
	}
	higher, err := projection.Pace(results[3])
	if err != nil {
		return err
	}
	tables := []projection.Tabular{
		years, outcome,
		projection.Only(lower, "growth now", "growth needed", "points needed", "demanding"),
		projection.Only(higher, "growth needed", "demanding"),
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
	return projection.Write(w, o.Format, tables...)
}
