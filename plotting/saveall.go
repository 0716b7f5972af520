package plotting

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
)

// A Named is a figure and the name of the file for it. The same figure may have
// several names, one for each format.
type Named struct {
	Name   string  // of the file, without a folder; its extension names the format: "paths-germany.png"
	Figure *Figure // what is drawn
}

// SaveAll writes figures to files in a folder, as many at a time as Go may use
// processors, and returns when all is done. The folder is made if there is none.
//
// Nothing is written if a name is empty, has a folder in it, does not tell the
// format, or names the same file as another, capital letters or not, or if a
// figure is nil. After that each file is written whole or not at all, as by
// [Figure.Save], and does not depend on the others: the error joins those of
// all figures that could not be saved, in the order of the arguments. When ctx
// ends, no further files are written, and the error names those that are missing.
func SaveAll(ctx context.Context, dir string, figures ...Named) error {
	if ctx == nil {
		return errors.New("save all: the context is nil: give context.Background()")
	}
	if err := checkNames(figures); err != nil {
		return fmt.Errorf("save all: %w", err)
	}
	dir = filepath.Clean(dir)
	if ctx.Err() == nil {
		if err := os.MkdirAll(dir, 0o777); err != nil {
			return fmt.Errorf("save all: the folder %s cannot be made: %w", dir, err)
		}
	}
	errs := make([]error, len(figures))
	var next atomic.Int64
	var wait sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(figures)) {
		wait.Add(1)
		go func() {
			defer wait.Done()
			for i := next.Add(1) - 1; i < int64(len(figures)); i = next.Add(1) - 1 {
				errs[i] = figures[i].Figure.save(ctx, filepath.Join(dir, figures[i].Name))
			}
		}()
	}
	wait.Wait()
	return allOf(ctx, figures, errs)
}

// allOf gives the errors of figures as one. Those that ctx stopped share a line.
func allOf(ctx context.Context, figures []Named, errs []error) error {
	var failed []error
	var missing []string
	for i, err := range errs {
		if err != nil && err == ctx.Err() {
			missing = append(missing, figures[i].Name)
		} else if err != nil {
			failed = append(failed, err)
		}
	}
	if len(missing) > 0 {
		err := ctx.Err()
		if cause := context.Cause(ctx); cause != err {
			err = errors.Join(err, cause)
		}
		failed = append(failed, fmt.Errorf("save all: stopped, %d of %d figures were not written: %s: %w", len(missing), len(figures), strings.Join(missing, ", "), err))
	}
	return errors.Join(failed...)
}

// checkNames refuses figures that cannot all be written, before one is.
func checkNames(figures []Named) error {
	taken := map[string]string{}
	for i, f := range figures {
		if strings.TrimSuffix(f.Name, filepath.Ext(f.Name)) == "" {
			return fmt.Errorf("figure %d of %d is named %q: give the name of a file such as paths-germany.png", i+1, len(figures), f.Name)
		}
		if strings.ContainsAny(f.Name, `/\`) {
			return fmt.Errorf("the name %q has a folder in it: give the folder as dir", f.Name)
		}
		if _, err := formatOf(f.Name); err != nil {
			return fmt.Errorf("%q: %w", f.Name, err)
		}
		if f.Figure == nil {
			return fmt.Errorf("the figure for %s is nil: was an error of the function that makes it passed over?", f.Name)
		}
		key := strings.ToLower(f.Name)
		if other, ok := taken[key]; ok {
			return fmt.Errorf("two figures are named %s and %s, which is one file on many systems", other, f.Name)
		}
		taken[key] = f.Name
	}
	return nil
}
