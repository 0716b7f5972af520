// Command gallery draws every chart of package plotting on real figures: the
// pledges of 2% and 2.5% as seen in March 2023, 3.5% by 2035 as seen in July 2026,
// and forecasts of 2019, 2023 and 2024 beside what really happened. The page
// GALLERY.md shows them, each with the call that made it.
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
)

func main() { command.Exit("gallery", run(os.Args[1:], os.Stdout)) }

func run(args []string, w io.Writer) error {
	o, err := parse(args, w)
	if err != nil {
		return err
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	figures, err := o.figures(ctx)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(o.out, 0o777); err != nil {
		return command.Unwritten(err)
	}
	if err := plotting.SaveAll(ctx, o.out, figures...); err != nil {
		return command.Unwritten(err)
	}
	for _, f := range figures {
		fmt.Fprintf(w, "%-*s %s\n", longest(figures), f.Name, f.Figure.Title)
	}
	return nil
}

// longest is the length of the longest file name.
func longest(figures []plotting.Named) int {
	n := 0
	for _, f := range figures {
		n = max(n, len(f.Name))
	}
	return n
}

// options are the values of the flags, read and checked.
type options struct {
	out    string
	format string
	page   plotting.Page
	theme  plotting.Theme
	dpi    int
}

var (
	pages  = []string{"any", "report", "slide", "square"}
	themes = []string{"light", "print", "dark"}
)

func parse(args []string, w io.Writer) (o options, err error) {
	set := flag.NewFlagSet("gallery", flag.ContinueOnError)
	set.StringVar(&o.out, "out", filepath.Join("out", "gallery"), "folder for the charts, made if it is missing")
	set.StringVar(&o.format, "format", "png", "format of the files: "+strings.Join(plotting.Formats(), ", "))
	page := set.String("page", "any", "what the charts are for: "+strings.Join(pages, ", "))
	theme := set.String("theme", "light", "look of the charts: "+strings.Join(themes, ", "))
	set.IntVar(&o.dpi, "dpi", 0, "pixels per inch of PNG files; 0: 200")
	if _, err := command.Flags(set, args, "gallery [flags]", w); err != nil {
		return o, err
	}
	if set.NArg() > 0 {
		return o, fmt.Errorf("unexpected argument %q: values go with flags, see -help", set.Arg(0))
	}
	if o.out == "" {
		return o, errors.New("-out: name a folder for the charts")
	}
	if !slices.Contains(plotting.Formats(), o.format) {
		return o, fmt.Errorf("-format: unknown format %q, choose one of %s", o.format, strings.Join(plotting.Formats(), ", "))
	}
	at := slices.Index(pages, *page)
	if at < 0 {
		return o, fmt.Errorf("-page: unknown page %q, choose one of %s", *page, strings.Join(pages, ", "))
	}
	o.page = []plotting.Page{plotting.AnyPage, plotting.Report, plotting.Slide, plotting.Square}[at]
	if at = slices.Index(themes, *theme); at < 0 {
		return o, fmt.Errorf("-theme: unknown theme %q, choose one of %s", *theme, strings.Join(themes, ", "))
	}
	o.theme = []func() plotting.Theme{plotting.Light, plotting.Print, plotting.Dark}[at]()
	return o, nil
}

// figures draws nothing yet: it makes every figure of the gallery, in order.
func (o options) figures(ctx context.Context) ([]plotting.Named, error) {
	scenes, err := scenes(ctx)
	if err != nil {
		return nil, err
	}
	var figures []plotting.Named
	for _, s := range scenes {
		f, err := s.chart()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", s.name, err)
		}
		f.Page, f.Theme, f.DPI = o.page, o.theme, o.dpi
		figures = append(figures, plotting.Named{Name: s.name + "." + o.format, Figure: f})
	}
	return figures, nil
}
