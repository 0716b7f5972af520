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
	o.output(set, out)
	if _, err := Flags(set, args, name+" [flags]", w); err != nil {
		return o, err
	}
	return o, errors.Join(noArguments(set), o.checkOutput())
}

// output adds the flags that say where to write to, and how.
func (o *Options) output(set *flag.FlagSet, out string) {
	set.StringVar(&o.Out, "out", out, "folder for charts and files, made if it is missing")
	set.StringVar(&o.Format, "format", "text", "format of the table: "+strings.Join(projection.Formats(), ", "))
}

// noArguments refuses what stands behind the flags.
func noArguments(set *flag.FlagSet) error {
	if set.NArg() > 0 {
		return fmt.Errorf("unexpected argument %q: values go with flags, see -help", set.Arg(0))
	}
	return nil
}

// checkOutput finds what is wrong with where to write to, and how.
func (o *Options) checkOutput() error {
	if o.Out == "" {
		return errors.New("-out: name a folder for the charts")
	}
	if !slices.Contains(projection.Formats(), o.Format) {
		return fmt.Errorf("-format: unknown format %q, choose one of %s", o.Format, strings.Join(projection.Formats(), ", "))
	}
	return nil
}
