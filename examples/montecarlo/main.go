// Command montecarlo asks how sure we can be: with growth that is uncertain, and
// budgets that miss their plans, what is the chance that each ally is at 2% and at
// 2.5% of GDP by a year, at the present pace and with the deadline of 2030? And
// how many allies are there together, and at what cost?
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"slices"

	"github.com/pledgesim/pledgesim/examples/internal/command"
	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

func main() { command.Exit("montecarlo", run(os.Args[1:], os.Stdout)) }

func run(args []string, w io.Writer) error {
	opts := projection.Options{Progress: command.Progress("simulating")}
	o, err := command.Parse("montecarlo", args, command.Defaults{
		Edition: "2023-03", Growth: "2023-04", Out: filepath.Join("out", "montecarlo"),
		Flags: func(set *flag.FlagSet) {
			set.IntVar(&opts.Draws, "draws", 10_000, "number of draws")
			set.Uint64Var(&opts.Seed, "seed", 2023, "seed of the random numbers")
		},
	}, w)
	if err != nil {
		return err
	}
	opts.Base, opts.To, opts.Members = o.Dataset.Last(), o.To, o.Members
	if opts.Draws < 1 {
		return fmt.Errorf("-draws: %d is not a number of draws", opts.Draws)
	}
	years := slices.DeleteFunc([]int{2026, 2030}, func(year int) bool { return year <= opts.Base || year > opts.To })

	// Growth deviates from the forecast as it has before, and spending from what was
	// decided. With a deadline three governments in four do what it takes, or a year
	// or two late; the others go on at the present pace.
	growth, err := command.Fitted(o.Dataset, o.Growth)
	if err != nil {
		return err
	}
	pace := scenario.Shocked{Response: scenario.UpTo{Response: scenario.Trend{}}, SD: 4 * scenario.Percent}
	promise := scenario.Wavering{
		Keep: scenario.Shocked{Response: scenario.Slipped{Response: scenario.Ramp{}, Chances: []float64{0.2, 0.1}}, SD: pace.SD},
		Else: pace, Chance: 0.75,
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	var chances, counts, paths []projection.Tabular
	for _, share := range []float64{2 * scenario.Percent, 2.5 * scenario.Percent} {
		trend := scenario.Scenario{
			Name: scenario.FormatShare(share) + " at this pace", Pledge: scenario.Target{Share: share}, Growth: growth, Response: pace,
		}
		deadline := trend
		deadline.Name, deadline.Pledge, deadline.Response = scenario.FormatShare(share)+" by 2030", scenario.Target{Share: share, By: 2030}, promise
		for _, s := range []scenario.Scenario{trend, deadline} {
			e, err := projection.Simulate(ctx, o.Dataset, s, opts)
			if err != nil {
				return err
			}
			table, err := e.Chances(years...)
			if err != nil {
				return err
			}
			chances, counts, paths = append(chances, table), append(counts, e.Counts()), append(paths, e)
			if s.Name == deadline.Name {
				chances = append(chances, projection.Only(e.Years(), "kept"))
			}
		}
	}
	if err := command.SaveTable(o.Out, "paths.csv", paths...); err != nil {
		return err
	}
	return command.Write(w, o.Format, chances, counts)
}
