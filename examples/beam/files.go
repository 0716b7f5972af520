package main

import (
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"

	"github.com/pledgesim/pledgesim/projection"
)

// The files in the folder of results.
const (
	ensembleFile = "ensemble.bin"
	sweepFile    = "sweep.csv"
)

func init() { register.DoFn2x1[context.Context, []byte, error](&writeFn{}) }

// join adds a name to a folder, which may be an address such as gs://bucket.
func join(folder, name string) string { return strings.TrimSuffix(folder, "/") + "/" + name }

// write adds a step that writes its only element to a file as a whole: a runner
// that repeats the step writes the same bytes again.
func write(s beam.Scope, file string, data beam.PCollection) {
	beam.ParDo0(s, &writeFn{File: file}, data)
}

type writeFn struct{ File string }

// ProcessElement writes the file.
func (f *writeFn) ProcessElement(ctx context.Context, data []byte) error {
	fs, err := filesystem.New(ctx, f.File)
	if err != nil {
		return err
	}
	defer fs.Close()
	return filesystem.Write(ctx, fs, f.File, data)
}

// read gives the content of a file.
func read(ctx context.Context, file string) ([]byte, error) {
	fs, err := filesystem.New(ctx, file)
	if err != nil {
		return nil, err
	}
	defer fs.Close()
	return filesystem.Read(ctx, fs, file)
}

// report prints the tables of the ensemble that the workers wrote.
func report(ctx context.Context, st study, folder string, w io.Writer) error {
	data, err := read(ctx, join(folder, ensembleFile))
	if err != nil {
		return fmt.Errorf("-out must be a folder that this program and all workers can reach: %w", err)
	}
	e, err := projection.Restore(st.dataset(), st.uncertain(), data)
	if err != nil {
		return err
	}
	if e.Draws() != st.Draws {
		return fmt.Errorf("%d draws came back, not %d", e.Draws(), st.Draws)
	}
	if err := projection.WriteText(w, e.Years()); err != nil {
		return err
	}
	_, err = fmt.Fprintf(w, "\nEnsemble: %s\nSweep: %s\n", join(folder, ensembleFile), join(folder, sweepFile))
	return err
}
