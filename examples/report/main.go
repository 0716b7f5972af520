// Command report writes a report into a folder: the scenarios of a file, or, for
// defence spending, three about the pledge of The Hague, on a data set of your own or
// an edition of NATO's figures. The page report.html stands alone: it has every chart
// in it, and can be read on a phone or printed; report.md shows the files of the folder,
// charts as PNG, SVG and PDF and tables in every format of the library.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"

	"github.com/pledgesim/pledgesim/examples/internal/command"
)

func main() { command.Exit("report", run(os.Args[1:], os.Stdout)) }

func run(args []string, w io.Writer) error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second signal ends the program at once
	err := write(ctx, args, w, os.Stderr)
	if errors.Is(err, context.Canceled) {
		return stopped{}
	}
	return err
}

// stopped is the error after a signal.
type stopped struct{}

func (stopped) Error() string { return "stopped, nothing was written" }
func (stopped) Unwrap() error { return context.Canceled }

// write makes the whole report in memory and then puts it into its folder. What is
// missing in it is told to warn.
func write(ctx context.Context, args []string, w, warn io.Writer) error {
	o, err := parse(args, w)
	if err != nil {
		return err
	}
	if err := mayReplace(o.out); err != nil { // before work that may be long
		return fmt.Errorf("-out: %w", err)
	}
	s, err := newStudy(ctx, o)
	if err != nil {
		return err
	}
	p, files, err := s.page(ctx)
	if err != nil {
		return err
	}
	if err := replace(ctx, o.out, files); err != nil {
		return err
	}
	fmt.Fprintf(w, "%s\n\n", plain(p.Title))
	for _, f := range p.Findings {
		fmt.Fprintf(w, "- %s\n", plain(f.Text))
	}
	fmt.Fprintf(w, "\n%d files, begin with %s\n", len(files), filepath.Join(o.out, htmlName))
	if text := leftOut(figuresIn(p.Sections)); text != "" {
		fmt.Fprintf(warn, "report: %s\n", plain(text))
	}
	return nil
}

// plain is a text for a terminal.
func plain(text string) string { return string(harmless([]byte(text))) }
