// Command backtest asks what the library would have said, and whether it was right. It
// forecasts shares of GDP from what was known at the end of each year, compares with
// what happened since, and prints how good the forecasts of several models were, what
// was projected in March 2023 beside what happened, and draws two charts. With -table
// it prints one of the tables of METHODS.md.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"slices"
	"strings"

	"github.com/pledgesim/pledgesim/examples/internal/command"
	"github.com/pledgesim/pledgesim/plotting"
	"github.com/pledgesim/pledgesim/projection"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	command.Exit("backtest", run(ctx, os.Args[1:], os.Stdout))
}

func run(ctx context.Context, args []string, w io.Writer) error {
	set := flag.NewFlagSet("backtest", flag.ContinueOnError)
	set.SetOutput(io.Discard) // errors are printed by Exit, once
	out := set.String("out", filepath.Join("out", "backtest"), "folder for the charts, made if it is missing")
	format := set.String("format", "text", "format of the tables: "+strings.Join(formats, ", "))
	only := set.String("table", "", "prints one table of METHODS.md and draws nothing: "+strings.Join(names(), ", "))
	if err := set.Parse(args); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			set.SetOutput(w)
			fmt.Fprintln(w, "usage: backtest [flags]")
			set.PrintDefaults()
		}
		return err
	}
	switch {
	case set.NArg() > 0:
		return fmt.Errorf("unexpected argument %q: values go with flags, see -help", set.Arg(0))
	case *out == "":
		return errors.New("-out: name a folder for the charts")
	case !slices.Contains(formats, *format):
		return fmt.Errorf("-format: unknown format %q, choose one of %s", *format, strings.Join(formats, ", "))
	case *only != "" && !slices.Contains(names(), *only):
		return fmt.Errorf("-table: unknown table %q, choose one of %s", *only, strings.Join(names(), ", "))
	}
	e := newEvidence(ctx)
	if *only != "" {
		t, err := e.table(*only)
		if err != nil {
			return err
		}
		return t.write(w, *format)
	}
	if err := os.MkdirAll(*out, 0o777); err != nil { // before the work, not after it
		return command.Unwritten(err)
	}
	var tables []table
	for _, name := range []string{"quote", "scores", "medians", "bands", "missed", "march2023"} {
		t, err := e.table(name)
		if err != nil {
			return err
		}
		tables = append(tables, t)
	}
	err := command.Save(*out, map[string]command.Chart{
		"calibration-1995-2018.png":  func() (*plotting.Figure, error) { return calibrationChart(e.history()) },
		"calibration-since-2019.png": func() (*plotting.Figure, error) { return calibrationChart(e.recent()) },
		"count-2024.png":             e.countChart,
	})
	if err != nil {
		return err
	}
	for i, t := range tables {
		if i > 0 {
			fmt.Fprintln(w)
		}
		if err := t.write(w, *format); err != nil {
			return err
		}
	}
	return nil
}

// calibrationChart shows how often outcomes lay inside the bands of the default.
func calibrationChart(b *projection.Backtest, err error) (*plotting.Figure, error) {
	if err != nil {
		return nil, err
	}
	c, err := b.Coverage(calibrated)
	if err != nil {
		return nil, err
	}
	return plotting.Calibration(c)
}

// countChart sets the number of members at 2% as it was simulated at the end of 2018
// beside the trend, the pledge, what was announced, and what happened.
func (e *evidence) countChart() (*plotting.Figure, error) {
	c, err := e.count2018()
	if err != nil {
		return nil, err
	}
	return plotting.CountFan(c.simulated, plotting.CountFanOptions{
		Beside:    []*projection.Result{c.trend, c.met},
		Announced: []plotting.AnnouncedCount{{Members: planned2024, Year: 2024, By: "NATO in February 2018"}},
		Outcome:   c.outcome,
	})
}
