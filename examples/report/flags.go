package main

import (
	"cmp"
	"errors"
	"flag"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/pledgesim/pledgesim/examples/internal/command"
	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// Options are the values of the flags, read and checked.
type options struct {
	data *scenario.Dataset
	set  scenario.File
	run  projection.Options
	out  string

	edition string                  // of NATO that the figures come from, or are laid over; empty: none
	differs *scenario.Discrepancies // between that and the figures of a file; nil: there are not both

	inputs []file   // copies of the files that were given
	again  []string // arguments that give the same report from its folder
}

const usage = `report [flags] [scenarios.json]

Without files: the pledge of The Hague on NATO's figures. With both:
  report -data examples/report/testdata/data.csv examples/report/testdata/scenarios.json`

func parse(args []string, w io.Writer) (o options, err error) {
	set := flag.NewFlagSet("report", flag.ContinueOnError)
	scenarioFile := set.String("scenarios", "", "file of scenarios, as scenario.Decode reads it (default three about the pledge\nof The Hague, for figures of defence spending)")
	dataFile := set.String("data", "", "file of figures, as scenario.ReadCSV reads it (default NATO's); with -edition they are laid over NATO's")
	edition := set.String("edition", "", command.EditionUsage()+" (default "+defaultEdition+" without -data)")
	growth := set.String("growth", "", command.GrowthUsage+";\nfor scenarios that come without a file (default the newest vintage that is not later than the\nedition; with -data the growth of its last 10 years)")
	members := set.String("members", "", command.MembersUsage+fmt.Sprintf(";\nup to %d that are named have charts of their own", mostOwn))
	set.IntVar(&o.run.Base, "base", 0, "last year taken from the figures (default the last in which all members have figures)")
	set.IntVar(&o.run.To, "to", 2040, "last projected year")
	set.IntVar(&o.run.Draws, "draws", 10_000, "number of draws of scenarios with luck in them")
	set.Uint64Var(&o.run.Seed, "seed", 2026, "seed of the random numbers")
	set.StringVar(&o.out, "out", filepath.Join("out", "report"), "folder of the report: a new one, an empty one, or that of an earlier report, which is replaced")
	given, err := command.Flags(set, args, usage, w)
	if err != nil {
		return o, err
	}
	if file := cmp.Or(*scenarioFile, set.Arg(0)); strings.EqualFold(filepath.Ext(file), ".csv") {
		return o, fmt.Errorf("%s is a file of figures, not of scenarios: name it with -data", file)
	}
	switch {
	case set.NArg() > 1:
		return o, fmt.Errorf("unexpected argument %q: name one file of scenarios, after all flags", set.Arg(1))
	case set.NArg() == 1 && given["scenarios"]:
		return o, fmt.Errorf("-scenarios: a second file of scenarios is named, %q", set.Arg(0))
	case set.NArg() == 1:
		*scenarioFile = set.Arg(0)
	}
	switch {
	case *scenarioFile != "" && given["growth"]:
		return o, errors.New("-growth: the scenarios of a file say how GDP grows: leave one of the two out")
	case o.run.Draws < 1 || o.run.Draws > projection.MaxDraws:
		return o, fmt.Errorf("-draws: %d is not a number of draws from 1 to %d", o.run.Draws, projection.MaxDraws)
	case o.out == "":
		return o, errors.New("-out: name a folder for the report")
	}
	if *dataFile == "" && *edition == "" {
		*edition = defaultEdition
	}
	if err := o.readData(*dataFile, *edition); err != nil {
		return o, err
	}
	if err := o.choose(*members, given["base"]); err != nil {
		return o, err
	}
	if err := o.readScenarios(*scenarioFile, *growth); err != nil {
		return o, err
	}
	o.again = append(o.again, "-base", fmt.Sprint(o.run.Base), "-to", fmt.Sprint(o.run.To), "-draws", fmt.Sprint(o.run.Draws), "-seed", fmt.Sprint(o.run.Seed))
	if o.run.Members != nil {
		o.again = append(o.again, "-members", strings.Join(o.run.Members, ","))
	}
	return o, nil
}

// choose reads members and checks the years of the projection.
func (o *options) choose(members string, given bool) (err error) {
	if o.run.Members, err = command.Members(o.data, members); err != nil {
		return err
	}
	complete := lastComplete(o.data, o.run.Members)
	switch {
	case !given && complete == 0:
		return fmt.Errorf("-data: there is no year in which all members have a share and GDP to start from: %s", incomplete(o.data, o.run.Members))
	case !given:
		o.run.Base = complete
	case o.run.Base < o.data.First() || o.run.Base > o.data.Last():
		return fmt.Errorf("-base: %d is not a year of the figures, %d to %d", o.run.Base, o.data.First(), o.data.Last())
	}
	return command.Horizon(o.run.Base, "the base year", o.run.To)
}
