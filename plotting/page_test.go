package plotting

import (
	"bytes"
	"strings"
	"testing"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
)

// A page keeps its ratio, or its width, whatever the chart needs.
func TestPages(t *testing.T) {
	for _, tc := range []struct {
		page         Page
		least, ratio float64 // width in cm; of width to height, 0: free
		members      int
	}{
		{AnyPage, 20, 0, 31}, {Report, 16, 0, 1}, {Report, 16, 0, 31},
		{Slide, 20, 16.0 / 9, 1}, {Slide, 20, 16.0 / 9, 31}, {Square, 16, 1, 1}, {Square, 16, 1, 31},
	} {
		f, err := YearReached(alliance(t, tc.members)...)
		if err != nil {
			t.Fatal(err)
		}
		f.Page, f.DPI = tc.page, leastDPI
		width, height, err := f.size()
		if err != nil {
			t.Fatal(err)
		}
		if cm(width) < tc.least-1e-9 || tc.ratio == 0 && cm(width) > tc.least+1e-9 {
			t.Errorf("page %d with %d members is %.1f cm wide, want %v", tc.page, tc.members, cm(width), tc.least)
		}
		if got := float64(width / height); tc.ratio > 0 && (got < tc.ratio-1e-9 || got > tc.ratio+1e-9) {
			t.Errorf("page %d with %d members has a ratio of %.3f, want %.3f", tc.page, tc.members, got, tc.ratio)
		}
		if err := f.Encode(&bytes.Buffer{}, "png"); err != nil {
			t.Errorf("page %d with %d members: %v", tc.page, tc.members, err)
		}
	}
}

func TestPageErrors(t *testing.T) {
	f := small(t)
	f.Page = 99
	if err := f.Encode(&bytes.Buffer{}, "png"); err == nil || !strings.Contains(err.Error(), "Page = 99 is no page: use AnyPage, Report, Slide or Square") {
		t.Errorf("error %v", err)
	}
	f.Page, f.Width = Slide, 10*vg.Centimeter // what is given counts
	if width, height, err := f.size(); err != nil || width != f.Width || height < usualHeight/2 {
		t.Errorf("size %v, %v, %v", width, height, err)
	}
}

// A chart about scenarios has no members that could stand out.
func TestHighlightErrors(t *testing.T) {
	f := small(t)
	f.Highlight = []string{"DEU"}
	if err := f.Encode(&bytes.Buffer{}, "png"); err == nil || !strings.Contains(err.Error(), "Highlight: this chart does not tell members apart") {
		t.Errorf("error %v", err)
	}
}

// What Adjust adds is drawn, and Plots gives the same plot to draw elsewhere.
func TestAdjust(t *testing.T) {
	f := small(t)
	var before, after bytes.Buffer
	if err := f.Encode(&before, "png"); err != nil {
		t.Fatal(err)
	}
	panels := 0
	f.Adjust = func(p *plot.Plot, panel int) {
		panels++
		p.Add(&plotter.Line{XYs: plotter.XYs{{X: 2020, Y: 0.01}, {X: 2030, Y: 0.01}}, LineStyle: plotter.DefaultLineStyle})
	}
	if err := f.Encode(&after, "png"); err != nil {
		t.Fatal(err)
	}
	if panels != 1 || bytes.Equal(before.Bytes(), after.Bytes()) {
		t.Errorf("%d panels were adjusted, and the figure is the same: %v", panels, bytes.Equal(before.Bytes(), after.Bytes()))
	}
	plots, err := f.Plots()
	if err != nil || len(plots) != 1 || plots[0].X.Max != 2032 {
		t.Errorf("Plots gives %v, %v", plots, err)
	}
}
