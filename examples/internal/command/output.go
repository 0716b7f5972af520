package command

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/pledgesim/pledgesim/projection"
)

// ParseOutput reads the flags of an example that has figures of its own: where it
// writes to, and how. Errors are those of Parse.
func ParseOutput(name string, args []string, out string, w io.Writer) (o Options, err error) {
	set := flag.NewFlagSet(name, flag.ContinueOnError)
	set.SetOutput(io.Discard) // errors are printed by Exit, once
	set.StringVar(&o.Out, "out", out, "folder for charts, made if it is missing")
	set.StringVar(&o.Format, "format", "text", "format of the tables: "+strings.Join(projection.Formats(), ", "))
	if err := set.Parse(args); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			set.SetOutput(w)
			fmt.Fprintf(w, "usage: %s [flags]\n", name)
			set.PrintDefaults()
		}
		return o, err
	}
	switch {
	case set.NArg() > 0:
		return o, fmt.Errorf("unexpected argument %q: values go with flags, see -help", set.Arg(0))
	case o.Out == "":
		return o, errors.New("-out: name a folder for the charts")
	case !slices.Contains(projection.Formats(), o.Format):
		return o, fmt.Errorf("-format: unknown format %q, choose one of %s", o.Format, strings.Join(projection.Formats(), ", "))
	}
	return o, nil
}
