package main

import (
	"bytes"
	"context"
	"fmt"
	"runtime"
	"sync"

	"gonum.org/v1/plot/vg"

	"github.com/pledgesim/pledgesim/examples/internal/command"
	"github.com/pledgesim/pledgesim/plotting"
)

// draw makes all charts, as many at a time as there are processors, and gives their
// files.
func draw(ctx context.Context, figures []*figure) ([]file, error) {
	files := make([][]file, len(figures))
	next := make(chan int)
	progress := command.Progress("drawing")
	var wait sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wait.Add(1)
		go func() {
			defer wait.Done()
			for i := range next {
				files[i] = figures[i].draw()
			}
		}()
	}
	for i := range figures {
		if ctx.Err() != nil {
			break
		}
		if progress != nil {
			progress(i, len(figures))
		}
		next <- i
	}
	close(next)
	wait.Wait()
	if progress != nil {
		progress(1, 1)
	}
	var all []file
	for _, f := range files {
		all = append(all, f...)
	}
	return all, ctx.Err()
}

// draw makes a chart: its files with all words around it, and drawings for the page,
// where the words are text. A chart that cannot be drawn is Missing.
func (f *figure) draw() (files []file) {
	chart, err := f.Make()
	if err == nil {
		f.Title, f.Subtitle, f.Note, f.Source = chart.Title, chart.Subtitle, chart.Note, chart.Source
		files, err = f.encode(chart)
	}
	if err != nil {
		f.Missing = reason(err)
		return nil
	}
	return files
}

// narrow are the widths that are tried for a phone.
var narrow = [...]vg.Length{10 * vg.Centimeter, 12 * vg.Centimeter, 14 * vg.Centimeter}

func (f *figure) encode(chart *plotting.Figure) (files []file, err error) {
	for _, format := range plotting.Formats() {
		var b bytes.Buffer
		if err := chart.Encode(&b, format); err != nil {
			return nil, err
		}
		name := fmt.Sprintf("charts/%s.%s", f.Name, format)
		files, f.Links = append(files, file{name, b.Bytes()}), append(f.Links, link{format, name})
	}
	bare := *chart
	bare.Title, bare.Subtitle, bare.Note, bare.Source = "", "", "", ""
	if f.Wide, err = drawingOf(bare); err != nil {
		return nil, err
	}
	for _, width := range narrow {
		bare.Width = width
		if f.Narrow, err = drawingOf(bare); err == nil {
			break // the first that the chart has room on
		}
	}
	return files, nil
}

// drawingOf is a chart as an image for the page.
func drawingOf(chart plotting.Figure) (drawing, error) {
	width, height, err := chart.Size()
	if err != nil {
		return drawing{}, err
	}
	var b bytes.Buffer
	if err := chart.Encode(&b, "svg"); err != nil {
		return drawing{}, err
	}
	pixels := func(l vg.Length) int { return int(l/vg.Inch*96 + 0.5) }
	return drawing{b.Bytes(), pixels(width), pixels(height)}, nil
}
