package command

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/pledgesim/pledgesim/scenario"
	"github.com/pledgesim/pledgesim/scenario/imf"
	"github.com/pledgesim/pledgesim/scenario/nato"
)

// What -help says of flags that several examples have.
const (
	GrowthUsage  = "GDP growth: an IMF vintage such as 2023-04, or per cent a year such as 1.5"
	MembersUsage = "members by code or name, separated by commas (default all with armed forces)"
)

// EditionUsage is what -help says of -edition.
func EditionUsage() string { return "edition of NATO's figures: " + strings.Join(editions(), ", ") }

// Flags reads arguments into a set of flags and tells which of them were given. After
// -help has been written to w, the error is flag.ErrHelp.
func Flags(set *flag.FlagSet, args []string, usage string, w io.Writer) (given map[string]bool, err error) {
	set.SetOutput(io.Discard) // errors are printed by Exit, once
	if err := set.Parse(args); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			set.SetOutput(w)
			fmt.Fprintf(w, "usage: %s\n", usage)
			set.PrintDefaults()
		}
		return nil, err
	}
	given = map[string]bool{}
	set.Visit(func(f *flag.Flag) { given[f.Name] = true })
	return given, nil
}

// Edition reads the value of -edition.
func Edition(name string) (*scenario.Dataset, error) {
	d, err := nato.Edition(name)
	if err != nil {
		return nil, fmt.Errorf("-edition: %w", err)
	}
	if !slices.Contains(editions(), d.Edition) {
		return nil, fmt.Errorf("-edition: %s has shares of GDP only, nothing to project: choose one of %s", d.Edition, strings.Join(editions(), ", "))
	}
	return d, nil
}

// editions lists the editions that have what a projection needs: GDP, and so a
// unit of money.
func editions() []string {
	return slices.DeleteFunc(nato.Editions(), func(name string) bool {
		d, err := nato.Edition(name)
		return err != nil || d.Money == ""
	})
}

// Growth reads the value of -growth: an IMF vintage or a constant number of per cent.
func Growth(text string) (scenario.GrowthPath, error) {
	if percent, err := strconv.ParseFloat(strings.TrimSuffix(text, "%"), 64); err == nil {
		if !(percent > -50 && percent < 50) {
			return nil, fmt.Errorf("-growth: %v%% a year is not between -50%% and 50%%", percent)
		}
		return scenario.Constant(scenario.FromPercent(percent)), nil
	}
	path, err := imf.Real(text)
	if err != nil {
		return nil, fmt.Errorf("-growth: %q is neither a number of per cent nor an IMF vintage: %w", text, err)
	}
	return path, nil
}

// Members reads the value of -members as codes; nil stands for all with figures.
func Members(d *scenario.Dataset, list string) (codes []string, err error) {
	if list == "" {
		return nil, nil
	}
	for name := range strings.SplitSeq(list, ",") {
		m, err := d.Member(name)
		if err != nil {
			return nil, fmt.Errorf("-members: %w", err)
		}
		switch {
		case m.Exempt != "":
			return nil, fmt.Errorf("-members: %s has no figures: %s", m.Name, m.Exempt)
		case slices.Contains(codes, m.Code):
			return nil, fmt.Errorf("-members: %s is named twice", m.Name)
		}
		codes = append(codes, m.Code)
	}
	return codes, nil
}

// lastYear is the furthest horizon that a chart shows legibly.
const lastYear = 2075

// Horizon checks the value of -to against the year that it must come after.
func Horizon(after int, what string, to int) error {
	if to <= after || to > lastYear {
		return fmt.Errorf("-to: %d is not between %s, %d, and %d", to, what, after, lastYear)
	}
	return nil
}
