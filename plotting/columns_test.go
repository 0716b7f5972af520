package plotting

import (
	"math"
	"testing"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"

	"github.com/pledgesim/pledgesim/scenario"
)

// The columns of a year stand side by side around it and do not touch those of
// the next.
func TestColumnsStandAbreast(t *testing.T) {
	bars := [][]*plotter.BarChart{{{}, {}}, {{LineStyle: solid(grey(0), columnRim)}}, {{}}}
	abreast(bars, 30)
	for i, want := range []struct{ offset, width vg.Length }{{-10, 10}, {0, 10 - columnRim}, {10, 10}} {
		for _, bar := range bars[i] {
			if bar.Offset != want.offset || bar.Width != want.width {
				t.Errorf("series %d: %v wide at %v, want %v at %v", i, bar.Width, bar.Offset, want.width, want.offset)
			}
		}
	}
}

// What the source calls an estimate is hollow; a projection is lighter than what was
// published, if anything was.
func TestColumnColours(t *testing.T) {
	theme, err := Theme{}.filled()
	if err != nil {
		t.Fatal(err)
	}
	full := theme.Colours[1]
	for _, tc := range []struct {
		status    scenario.Status
		published bool
		full, rim bool
	}{
		{scenario.Observed, true, true, false},
		{scenario.Estimated, true, false, true},
		{scenario.Projected, true, false, false},
		{scenario.Projected, false, true, false},
	} {
		fill, rim := columnColours(theme, 1, tc.status, tc.published)
		if (fill == full) != tc.full || (rim.Width > 0) != tc.rim || tc.rim && fill != theme.Background {
			t.Errorf("%v, %v: fill %v, rim %v", tc.status, tc.published, fill, rim)
		}
	}
}

// A year without a figure, or in which nothing is missing, has no column; the axis
// passes through 0 and has a length even if there is nothing to show.
func TestColumnsAxis(t *testing.T) {
	theme, err := Theme{}.filled()
	if err != nil {
		t.Fatal(err)
	}
	for _, tc := range []struct {
		name     string
		values   []float64
		bars     int
		min, max float64
	}{
		{"gaps", []float64{3, math.NaN(), 0, 4.5}, 2, 0, 5},
		{"savings", []float64{-3, -1}, 2, -3, 0},
		{"both", []float64{-1, 2}, 2, -1, 2},
		{"zeros", []float64{0, 0}, 0, 0, 0.01},
		{"nothing", nil, 0, 0, 0.01},
	} {
		s := scenario.NewSeries(2020, tc.values...)
		c := &columns{first: 2020, last: 2024, series: []scenario.Series{s}, colours: []int{0}, ticks: moneyOf("million", 1).ticks}
		p := c.panels(theme, vg.Point{X: 300, Y: 150})[0].plot
		if n := len(c.bars(theme)[0]); n != tc.bars || p.Y.Min != tc.min || p.Y.Max != tc.max {
			t.Errorf("%s: %d columns from %v to %v, want %d from %v to %v", tc.name, n, p.Y.Min, p.Y.Max, tc.bars, tc.min, tc.max)
		}
	}
}

// A label over the last column stays in the panel, also under one that hangs down.
func TestColumnLabelHasRoom(t *testing.T) {
	theme, err := Theme{}.filled()
	if err != nil {
		t.Fatal(err)
	}
	for _, v := range []float64{5, -5} {
		l := &columnLabel{end: plotter.XY{X: 2024, Y: v}, label: "5.0", text: theme.label(theme.Ink)}
		p := &plot.Plot{}
		p.Y.Min, p.Y.Max = min(v, 0), max(v, 0)
		l.makeRoom(p, 100)
		beyond := max(p.Y.Max-max(v, 0), min(v, 0)-p.Y.Min)
		if got := vg.Length(beyond/5) * 100; got < l.height()-0.01 {
			t.Errorf("%v points beyond %v, want %v", got, v, l.height())
		}
	}
}
