// Command sweep asks how much an answer hangs on its assumptions: in which year a
// member reaches which share of GDP under which growth; in how many of 50,451
// combinations of growth of GDP and growth of spending each ally is at 2.5%, 3.5%
// and 4.5% by 2035; and at what growth of GDP 3.5% is just met in that year.
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"github.com/pledgesim/pledgesim/examples/internal/command"
	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

func main() { command.Exit("sweep", run(os.Args[1:], os.Stdout)) }

func run(args []string, w io.Writer) error {
	member := ""
	o, err := command.Parse("sweep", args, command.Defaults{
		Edition: "2026-07", Growth: "2026-04", Out: filepath.Join("out", "sweep"),
		Flags: func(set *flag.FlagSet) {
			set.StringVar(&member, "member", "", "member of the first table (default the first of -members, or Germany)")
		},
	}, w)
	if err != nil {
		return err
	}
	if member == "" {
		member = slices.Concat(o.Members, []string{"DEU"})[0]
	}
	opts := projection.Options{Base: o.Dataset.Last(), To: o.To, Members: o.Members, Progress: command.Progress("sweep")}
	base := scenario.Scenario{
		Name:   "3.5% at this pace",
		Pledge: scenario.Target{Share: 3.5 * scenario.Percent, By: 2035},
		Growth: o.Growth,
	}

	// A grid: the year by growth and target, for one member as a table and for
	// all as a file.
	one := opts
	one.Members = []string{member}
	growth := projection.GrowthShifts(points(-2, 2, 9)...)
	targets := projection.Targets(points(2, 5, 7)...)
	alone, err := projection.Sweep(context.Background(), o.Dataset, base, []projection.Axis{growth, targets}, one)
	if err != nil {
		return fmt.Errorf("-member: %w", err)
	}
	years, err := alone.Table(member)
	if err != nil {
		return err
	}
	all, err := projection.Sweep(context.Background(), o.Dataset, base, []projection.Axis{growth, targets}, opts)
	if err != nil {
		return err
	}

	// A stream of 5 million points, of which only counts are kept; and, found
	// without any sweep, the growth at which 3.5% is just met.
	parts, err := combinations(o.Dataset, base, opts)
	if err != nil {
		return err
	}
	tables := []projection.Tabular{parts}
	for _, code := range all.Codes() {
		b, err := projection.BreakEvenGrowth(o.Dataset, base, code, opts)
		if err != nil {
			return err
		}
		tables = append(tables, b)
	}
	if err := command.SaveTable(o.Out, "years.csv", all); err != nil {
		return err
	}
	return command.Write(w, o.Format, []projection.Tabular{years}, tables)
}

// points are evenly spaced numbers of per cent or points, as fractions.
func points(from, to float64, n int) []float64 {
	values := make([]float64, n)
	for i := range values {
		values[i] = scenario.FromPercent(from + (to-from)*float64(i)/float64(n-1))
	}
	return values
}
