package plotting

import (
	"bytes"
	"image/color"
	"math"
	"slices"
	"testing"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/vgimg"

	"github.com/pledgesim/pledgesim/projection"
)

// TestPlottersInAnyPlot puts each plotter into a plot of gonum/plot that knows
// nothing of our themes, and looks at the room it makes for itself: nothing
// must be drawn outside the canvas.
func TestPlottersInAnyPlot(t *testing.T) {
	theme, err := Theme{}.filled()
	if err != nil {
		t.Fatal(err)
	}
	text := theme.label(theme.Ink)
	style := solid(theme.Ink, 1)
	column := &sideColumn{heading: [2]string{"already", "in 2022"}, text: text, tint: theme.Tint, gap: 6, width: 50}
	never := *column
	never.right = true
	line := lineOf(2, 3, 5, 5)
	for name, ours := range map[string][]plot.Plotter{
		"marks":       {&marks{marks: []mark{{0, "from", "2020", style}, {3, "deadline of all", "2030", style}, {9, "outside", "2099", style}}, text: text, lift: 5}},
		"levels":      {&levels{values: []float64{9}, style: style}, &levelLabels{levels: []levelLine{{9, "target 2%", true}}, text: text, seam: color.White, avoid: []plotter.XYs{line}}},
		"end labels":  {&EndLabels{Labels: []EndLabel{{XY: line[3], Text: "a name\nof two lines", Style: text, Leader: style}, {XY: line[2], Text: "another"}}}},
		"too many":    {&EndLabels{Labels: slices.Repeat([]EndLabel{{XY: line[3], Text: "a"}, {XY: line[0], Text: "b"}}, 9)}},
		"nothing":     {&EndLabels{}, &Band{}, &Band{Points: []BandPoint{{X: 1, Low: 1, High: 2}, {X: 2, Low: 1, High: 2}}}},
		"end of none": {&EndLabels{Labels: []EndLabel{{XY: plotter.XY{X: math.NaN(), Y: 1}, Text: "no end"}, {XY: plotter.XY{X: 3, Y: math.Inf(1)}, Text: "nowhere"}}}},
		"bands":       {&Band{Points: []BandPoint{{-5, -9, 90}, {1, 2, 3}, {2, math.NaN(), 4}, {3, 1, 2}, {9, -1, 20}, {10, 1, math.Inf(1)}, {11, 1, 2}}, Color: color.Black}},
		"bundle":      {&bundle{lines: []plotter.XYs{line, line, line}, styles: []draw.LineStyle{style, style, style}, seam: color.White}},
		"row names":   {&rowNames{names: []string{"Türkiye", "North Macedonia"}, text: text, width: 60, gap: 10}},
		"side column": {column, &never, &sideDots{column: column, rows: []float64{2, 3}, lane: 5, glyph: theme.dot(theme.Ink, 3)}, &rowRules{rows: 4, left: 56, right: 56, style: style}},
		"bar labels":  {&barLabels{values: plotter.Values{1, 2, 3}, labels: []string{"1.00%", "2.00%", "3.00% e"}, lines: [][]float64{{2.9}, {2.9}, nil}, text: text}},
		"panel frame": {&panelFrame{member: smallPanel{player: player{name: "A member with a long name"}, answer: "not by 2040"}, name: text, text: text, rule: style, foot: style,
			shares: PercentTicks{}.Ticks(0, 6), years: YearTicks{}.Ticks(0, 3), written: written{true, true}, apart: true, left: 60, right: 20, below: 30, above: 50}},
		"side texts":  {&never, &sideTexts{column: &never, texts: []string{"2.4×", "enough"}, text: text}},
		"far values":  {&farValues{low: 0, high: 3, rows: [][2]farValue{{{9, theme.Ink}, {-4, theme.Ink}}, {{8, theme.Ink}, {7, theme.Ink}}}, text: text, seam: color.White}},
		"slope names": {&slopeLabels{labels: []slopeLabel{{value: 1, text: "Spain 1.00%", colour: theme.Ink}, {value: 1, text: "Italy 1.00%", colour: theme.Ink}}, text: text, small: text}},
		"row ticks":   {&rowTicks{at: plotter.XYs{{X: 1, Y: 1}, {X: 2, Y: 2}}, style: style}},
		"discs":       {&plotter.Scatter{XYs: line, GlyphStyle: theme.ring(theme.Ink, 4)}},
	} {
		t.Run(name, func(t *testing.T) {
			p := plot.New()
			p.Add(&plotter.Scatter{XYs: plotter.XYs{{X: 0, Y: 0}, {X: 3, Y: 6}}}) // gives the axes a range
			p.Add(ours...)
			image := vgimg.NewWith(vgimg.UseWH(300, 200), vgimg.UseDPI(72), vgimg.UseBackgroundColor(color.White))
			p.Draw(draw.Crop(draw.New(image), 50, -50, 50, -50))
			for x := range 300 {
				for y := range 200 {
					inside := x >= 49 && x <= 250 && y >= 49 && y <= 150
					if r, _, _, _ := image.Image().At(x, y).RGBA(); r < 0xf000 && !inside {
						t.Fatalf("there is ink at (%d, %d), outside the canvas", x, y)
					}
				}
			}
		})
	}
}

func TestEndLabelsMakeRoom(t *testing.T) {
	theme, err := Theme{}.filled()
	if err != nil {
		t.Fatal(err)
	}
	p := newPlot(theme)
	p.X.Min, p.X.Max, p.Y.Min, p.Y.Max = 0, 1, 0, 1
	size := vg.Point{X: 300, Y: 100}
	if got := panelOf(p, size); got != size {
		t.Errorf("an empty plot without ticks leaves %v of %v", got, size)
	}
	text := theme.label(theme.Ink)
	p.Add(&EndLabels{Labels: []EndLabel{{Text: "short", Style: text}, {Text: "a longer name\nx", Style: text}}, Note: text})
	if got, want := panelOf(p, size).X, 300-endGap-text.Width("a longer name"); math.Abs(float64(got-want)) > 1e-6 {
		t.Errorf("beside the labels the panel is %v wide, want %v", got, want)
	}
}

// TestDataRanges checks that the axes of a plot reach to what is added to it.
func TestDataRanges(t *testing.T) {
	for name, tc := range map[string]struct {
		ours plot.Plotter
		want [4]float64
	}{
		"levels": {&levels{values: []float64{9}}, [4]float64{0, 1, 0, 9}},
		"band":   {&Band{Points: []BandPoint{{2, 1, 3}, {9, 1, math.NaN()}, {0.5, 0, -4}}}, [4]float64{0, 2, -4, 3}},
		"bundle": {&bundle{lines: []plotter.XYs{lineOf(2, 3), lineOf(-1, 4, 2)}}, [4]float64{0, 2, -1, 4}},
	} {
		p := plot.New()
		p.Add(&plotter.Scatter{XYs: plotter.XYs{{X: 0, Y: 0}, {X: 1, Y: 1}}}, tc.ours)
		if got := [4]float64{p.X.Min, p.X.Max, p.Y.Min, p.Y.Max}; got != tc.want {
			t.Errorf("%s: axes from and to %v, want %v", name, got, tc.want)
		}
	}
}

// TestNothingGlobal checks that no figure depends on the package variables of
// gonum/plot, which other code may change at any time.
func TestNothingGlobal(t *testing.T) {
	rs, luck := three(t, projection.Options{}), simulate(t, sample(t), lucky(openTarget), projection.Options{})
	render := func() []byte {
		var all bytes.Buffer
		for _, chart := range []func() (*Figure, error){
			func() (*Figure, error) { return YearReached(rs...) },
			func() (*Figure, error) { return Paths("DEU", rs...) },
			func() (*Figure, error) { return Ranking(rs[0], 2021) },
			func() (*Figure, error) { return Count(rs...) },
			func() (*Figure, error) { return PathsOf(rs[0], "DEU", "ESP") },
			func() (*Figure, error) { return Fan("DEU", luck) },
			func() (*Figure, error) { return Grid(rs...) },
			func() (*Figure, error) { return FanGrid(luck) },
		} {
			f, err := chart()
			if err != nil {
				t.Fatal(err)
			}
			f.DPI = 50
			if err := f.Encode(&all, "png"); err != nil {
				t.Fatal(err)
			}
		}
		return all.Bytes()
	}
	want := render()
	handler, fnt, line, glyph, grid := plot.DefaultTextHandler, plot.DefaultFont, plotter.DefaultLineStyle, plotter.DefaultGlyphStyle, plotter.DefaultGridLineStyle
	defer func() {
		plot.DefaultTextHandler, plot.DefaultFont = handler, fnt
		plotter.DefaultLineStyle, plotter.DefaultGlyphStyle, plotter.DefaultGridLineStyle = line, glyph, grid
	}()
	red := color.NRGBA{R: 255, A: 255}
	plot.DefaultTextHandler, plot.DefaultFont = nil, font.Font{Typeface: "none"}
	plotter.DefaultLineStyle = solid(red, 9)
	plotter.DefaultGlyphStyle = draw.GlyphStyle{Color: red, Radius: 9}
	plotter.DefaultGridLineStyle = solid(red, 9)
	if !bytes.Equal(render(), want) {
		t.Error("figures depend on package variables of gonum/plot")
	}
}
