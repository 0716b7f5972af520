// Package command holds what the larger examples share: their flags, saving
// their charts, and ending with the right exit code.
package command

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/pledgesim/pledgesim/plotting"
	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
	"github.com/pledgesim/pledgesim/scenario/imf"
	"github.com/pledgesim/pledgesim/scenario/nato"
)

// Options are the values of the flags, read and checked.
type Options struct {
	Dataset *scenario.Dataset   // -edition
	Growth  scenario.GrowthPath // -growth
	Members []string            // -members; nil: all with forces
	To      int                 // -to
	Out     string              // -out
	Format  string              // -format
}

// Defaults are the flags' defaults.
type Defaults struct {
	Edition, Growth, Out string // as the flags are named

	Flags func(*flag.FlagSet) // adds flags that only one example has; nil: none
}

// edition is the full name of the default edition.
func (d Defaults) edition() string {
	e, err := nato.Edition(d.Edition)
	if err != nil {
		return ""
	}
	return e.Edition
}

// Parse reads flags. What is wrong with a value comes back as one error;
// flag.ErrHelp means that help was asked for and has been written to w.
func Parse(name string, args []string, d Defaults, w io.Writer) (o Options, err error) {
	set := flag.NewFlagSet(name, flag.ContinueOnError)
	set.SetOutput(io.Discard) // errors are printed by Exit, once
	edition := set.String("edition", d.Edition, "edition of NATO's figures: "+strings.Join(editions(), ", "))
	growth := set.String("growth", d.Growth, "GDP growth: an IMF vintage such as 2023-04, or per cent a year such as 1.5;\nwith another -edition the newest vintage that is not later")
	members := set.String("members", "", "members by code or name, separated by commas (default all with armed forces)")
	set.IntVar(&o.To, "to", 2040, "last projected year")
	set.StringVar(&o.Out, "out", d.Out, "folder for charts and files, made if it is missing")
	set.StringVar(&o.Format, "format", "text", "format of the table: "+strings.Join(projection.Formats(), ", "))
	if d.Flags != nil {
		d.Flags(set)
	}
	if err := set.Parse(args); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			set.SetOutput(w)
			fmt.Fprintf(w, "usage: %s [flags]\n", name)
			set.PrintDefaults()
		}
		return o, err
	}
	given := map[string]bool{}
	set.Visit(func(f *flag.Flag) { given[f.Name] = true })
	if set.NArg() > 0 {
		return o, fmt.Errorf("unexpected argument %q: values go with flags, see -help", set.Arg(0))
	}
	if o.Dataset, err = nato.Edition(*edition); err != nil {
		return o, fmt.Errorf("-edition: %w", err)
	}
	if o.Dataset.Edition != d.edition() && !given["growth"] {
		if *growth, err = imf.NotLaterThan(o.Dataset.Edition); err != nil {
			return o, fmt.Errorf("-edition: %w", err)
		}
	}
	if !slices.Contains(editions(), o.Dataset.Edition) {
		return o, fmt.Errorf("-edition: %s has shares of GDP only, nothing to project: choose one of %s", o.Dataset.Edition, strings.Join(editions(), ", "))
	}
	if o.Growth, err = growthPath(*growth); err != nil {
		return o, fmt.Errorf("-growth: %w", err)
	}
	for name := range strings.SplitSeq(*members, ",") {
		if *members == "" {
			break
		}
		m, err := o.Dataset.Member(name)
		if err != nil {
			return o, fmt.Errorf("-members: %w", err)
		}
		switch {
		case m.Exempt != "":
			return o, fmt.Errorf("-members: %s has no figures: %s", m.Name, m.Exempt)
		case slices.Contains(o.Members, m.Code):
			return o, fmt.Errorf("-members: %s is named twice", m.Name)
		}
		o.Members = append(o.Members, m.Code)
	}
	if last := o.Dataset.Last(); o.To <= last || o.To > lastYear {
		return o, fmt.Errorf("-to: %d is not between the last published year of the edition, %d, and %d", o.To, last, lastYear)
	}
	if o.Out == "" {
		return o, errors.New("-out: name a folder for the charts")
	}
	if !slices.Contains(projection.Formats(), o.Format) {
		return o, fmt.Errorf("-format: unknown format %q, choose one of %s", o.Format, strings.Join(projection.Formats(), ", "))
	}
	return o, nil
}

// lastYear is the furthest horizon that a chart shows legibly.
const lastYear = 2075

// editions lists the editions that have what a projection needs: GDP, and so a
// unit of money.
func editions() []string {
	return slices.DeleteFunc(nato.Editions(), func(name string) bool {
		d, err := nato.Edition(name)
		return err != nil || d.Money == ""
	})
}

// growthPath reads an IMF vintage or a constant number of per cent.
func growthPath(text string) (scenario.GrowthPath, error) {
	if percent, err := strconv.ParseFloat(strings.TrimSuffix(text, "%"), 64); err == nil {
		if !(percent > -50 && percent < 50) {
			return nil, fmt.Errorf("%v%% a year is not between -50%% and 50%%", percent)
		}
		return scenario.Constant(scenario.FromPercent(percent)), nil
	}
	path, err := imf.Real(text)
	if err != nil {
		return nil, fmt.Errorf("%q is neither a number of per cent nor an IMF vintage: %w", text, err)
	}
	return path, nil
}

// errWriting is wrapped when a file or folder cannot be written.
var errWriting = errors.New("stopped there")

// Unwritten is the error of a file or folder that cannot be written.
func Unwritten(err error) error { return fmt.Errorf("-out: %w: %w", err, errWriting) }

// Exit prints an error in one line and ends the program: with 2 if a value was
// wrong, with 1 if a file could not be written, with 0 after help.
func Exit(name string, err error) {
	if err == nil || errors.Is(err, flag.ErrHelp) {
		os.Exit(0)
	}
	fmt.Fprintf(os.Stderr, "%s: %s\n", name, strings.ReplaceAll(err.Error(), "\n", "; "))
	if errors.Is(err, errWriting) {
		os.Exit(1)
	}
	os.Exit(2)
}

// A Chart makes a figure; Save calls it when everything else has worked.
type Chart func() (*plotting.Figure, error)

// Save draws all charts and then writes them into a folder under their names,
// so that nothing is written if one of them cannot be drawn.
func Save(dir string, charts map[string]Chart) error {
	figures := map[string]*plotting.Figure{}
	for name, chart := range charts {
		f, err := chart()
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		figures[name] = f
	}
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return Unwritten(err)
	}
	for name, f := range figures {
		if err := f.Save(filepath.Join(dir, name)); err != nil {
			return Unwritten(err)
		}
	}
	return nil
}
