// Package command holds what the larger examples share: their flags, saving
// their charts, and ending with the right exit code.
package command

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/pledgesim/pledgesim/plotting"
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
	edition, growth := set.String("edition", d.Edition, EditionUsage()), set.String("growth", d.Growth, GrowthUsage+";\nwith another -edition the newest vintage that is not later")
	members := set.String("members", "", MembersUsage)
	set.IntVar(&o.To, "to", 2040, "last projected year")
	o.output(set, d.Out)
	if d.Flags != nil {
		d.Flags(set)
	}
	given, err := Flags(set, args, name+" [flags]", w)
	if err != nil {
		return o, err
	}
	if err := noArguments(set); err != nil {
		return o, err
	}
	if o.Dataset, err = Edition(*edition); err != nil {
		return o, err
	}
	if o.Dataset.Edition != d.edition() && !given["growth"] {
		if *growth, err = imf.NotLaterThan(o.Dataset.Edition); err != nil {
			return o, fmt.Errorf("-edition: %w", err)
		}
	}
	if o.Growth, err = Growth(*growth); err != nil {
		return o, err
	}
	if o.Members, err = Members(o.Dataset, *members); err != nil {
		return o, err
	}
	if err := Horizon(o.Dataset.Last(), "the last published year of the edition", o.To); err != nil {
		return o, err
	}
	return o, o.checkOutput()
}

// errWriting is wrapped when a file or folder cannot be written.
var errWriting = errors.New("stopped there")

// Unwritten is the error of a file or folder that cannot be written.
func Unwritten(err error) error { return fmt.Errorf("-out: %w: %w", err, errWriting) }

// Exit prints an error in one line and ends the program: with 2 if a value was
// wrong, with 1 if a file could not be written, with 130 if it was stopped by a
// signal, with 0 after help.
func Exit(name string, err error) {
	if err == nil || errors.Is(err, flag.ErrHelp) {
		os.Exit(0)
	}
	fmt.Fprintf(os.Stderr, "%s: %s\n", name, strings.ReplaceAll(err.Error(), "\n", "; "))
	switch {
	case errors.Is(err, errWriting):
		os.Exit(1)
	case errors.Is(err, context.Canceled):
		os.Exit(130) // as shells have it: 128 and the number of the signal
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
