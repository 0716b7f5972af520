package plotting

import (
	"bytes"
	"context"
	"errors"
	"math"
	"slices"
	"strings"
	"testing"

	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
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
		width, height, err := f.Size()
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
	if width, height, err := f.Size(); err != nil || width != f.Width || height < usualHeight/2 {
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
	f, err := PathsOf(three(t, projection.Options{})[0])
	if err != nil {
		t.Fatal(err)
	}
	f.Highlight = []string{"germany", "Germny", "Narnia"} // each fault is named, with those there are
	err = f.Encode(&bytes.Buffer{}, "png")
	for _, want := range []string{`"Germny" is not in the chart`, `"Narnia" is not in the chart`, "DEU (Germany), ESP (Spain)"} {
		if err == nil || !strings.Contains(err.Error(), want) || !errors.Is(err, scenario.ErrUnknownMember) {
			t.Errorf("error %v, want %q", err, want)
		}
	}
}

// Members take colours in the order in which they are named.
func TestHighlightOrder(t *testing.T) {
	f, err := PathsOf(three(t, projection.Options{})[0])
	if err != nil {
		t.Fatal(err)
	}
	f.Highlight = []string{"ESP", "Germany", "Spain"}
	_, chart, err := f.ready()
	if err != nil {
		t.Fatal(err)
	}
	var labels []string
	for _, line := range chart.(*memberPaths).lines {
		labels = append(labels, strings.Fields(line.label)[0])
	}
	if !slices.Equal(labels, []string{"Spain", "Germany"}) {
		t.Errorf("lines of %q, want Spain, then Germany", labels)
	}
}

// What Adjust adds is drawn, and Panels gives the same plot to draw elsewhere.
func TestAdjust(t *testing.T) {
	f := small(t)
	var before, after bytes.Buffer
	if err := f.Encode(&before, "png"); err != nil {
		t.Fatal(err)
	}
	panels := 0
	f.Adjust = func(p Panel) {
		panels++
		p.Plot.Add(&plotter.Line{XYs: plotter.XYs{{X: 2020, Y: 0.01}, {X: 2030, Y: 0.01}}, LineStyle: plotter.DefaultLineStyle})
	}
	if err := f.Encode(&after, "png"); err != nil {
		t.Fatal(err)
	}
	if panels != 1 || bytes.Equal(before.Bytes(), after.Bytes()) {
		t.Errorf("%d panels were adjusted, and the figure is the same: %v", panels, bytes.Equal(before.Bytes(), after.Bytes()))
	}
	all, err := f.Panels()
	if err != nil || len(all) != 1 || all[0].Name != "" || all[0].Plot.X.Max != 2032 {
		t.Errorf("Panels gives %v, %v", all, err)
	}
}

// Panels of a grid have the names of members, so that one of them can be changed.
func TestPanelNames(t *testing.T) {
	f, err := Grid(three(t, projection.Options{})...)
	if err != nil {
		t.Fatal(err)
	}
	all, err := f.Panels()
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, p := range all {
		names = append(names, p.Name)
	}
	if want := []string{"Estonia", "Greece", "Türkiye", "Germany", "Spain"}; !slices.Equal(slices.Sorted(slices.Values(names)), slices.Sorted(slices.Values(want))) {
		t.Errorf("panels are named %q, want %q", names, want)
	}
}

// A fault in Adjust is an error, also in a goroutine of SaveAll, and nothing is
// written.
func TestAdjustFaults(t *testing.T) {
	for want, adjust := range map[string]func(Panel){
		"Adjust panicked: runtime error: index out of range": func(Panel) { _ = []int{}[len(t.Name())-16] },
		"the vertical axis runs from 0 to NaN":               func(p Panel) { p.Plot.Y.Max = math.NaN() },
		"the horizontal axis runs from 2018 to 2018":         func(p Panel) { p.Plot.X.Max = p.Plot.X.Min },
	} {
		f := small(t)
		f.Adjust = adjust
		folder := t.TempDir()
		if err := SaveAll(context.Background(), folder, Named{"a.png", f}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("error %v, want %q", err, want)
		}
		checkFiles(t, folder)
	}
}
