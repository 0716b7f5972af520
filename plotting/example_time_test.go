package plotting_test

import (
	"context"
	"fmt"
	"image/color"
	"log"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/vgimg"

	"github.com/pledgesim/pledgesim/plotting"
	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// uncertain is a scenario whose growth and budgets miss what was expected, drawn a
// few hundred times on the figures of March 2023.
func uncertain() *projection.Ensemble {
	r := results()[0]
	s := r.Scenario
	s.Name = "At the present pace, with luck"
	s.Growth = scenario.AR1{Around: s.Growth, SD: 2 * scenario.Percent, Rho: 0.3, Common: 0.5}
	s.Response = scenario.Shocked{Response: scenario.Trend{}, SD: 4 * scenario.Percent}
	e, err := projection.Simulate(context.Background(), r.Dataset, s, projection.Options{Draws: 200, Seed: 1})
	if err != nil {
		log.Fatal(err)
	}
	return e
}

func ExamplePathsOf() {
	f, err := plotting.PathsOf(results()[0])
	if err != nil {
		log.Fatal(err)
	}
	f.Highlight = []string{"Germany", "FRA"} // the other 27 are grey
	fmt.Println(f.Title)
	// Output: 23 of 29 members reach 2% of GDP by 2040
}

func ExampleFan() {
	f, err := plotting.Fan("Germany", uncertain())
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(f.Title)
	// Output: Germany reaches 2% of GDP by 2040 in 81 of 100 draws
}

func ExampleGrid() {
	f, err := plotting.Grid(results()...)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(f.Title)
	fmt.Println(f.Subtitle)
	// Output:
	// At least 23 of 29 members reach 2% of GDP by 2040
	// Defence spending as a share of GDP, and the year in which it first reaches 2% of GDP
}

func ExampleFanGrid() {
	f, err := plotting.FanGrid(uncertain(), "DEU", "FRA", "ITA", "ESP")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(f.Title)
	// Output: 3 of 4 members are more likely than not to reach 2% of GDP by 2040
}

// A band, round years, per cent and a label at the end of a line, in a plot of
// gonum/plot.
func ExampleBand() {
	line := plotter.XYs{{X: 2024, Y: 0.021}, {X: 2030, Y: 0.025}, {X: 2035, Y: 0.027}}
	half := &plotting.Band{
		Points: []plotting.BandPoint{{X: 2024, Low: 0.021, High: 0.021}, {X: 2030, Low: 0.023, High: 0.026}, {X: 2035, Low: 0.024, High: 0.03}},
		Color:  color.NRGBA{R: 178, G: 212, B: 232, A: 255},
	}
	p := plot.New()
	p.Add(half, &plotter.Line{XYs: line, LineStyle: plotter.DefaultLineStyle})
	p.Add(&plotting.EndLabels{Labels: []plotting.EndLabel{{XY: line[2], Text: "median"}}})
	p.X.Tick.Marker = plotting.YearTicks{}
	p.Y.Tick.Marker = plotting.PercentTicks{}

	canvas := vgimg.New(12*vg.Centimeter, 7*vg.Centimeter)
	p.Draw(draw.New(canvas)) // or p.Save
	// Output:
}

func ExampleEndLabels() {
	p := plot.New()
	ends := plotter.XYs{{X: 2030, Y: 0.020}, {X: 2030, Y: 0.0201}, {X: 2030, Y: 0.03}}
	labels := &plotting.EndLabels{}
	for i, name := range []string{"Germany", "France", "Poland"} {
		labels.Labels = append(labels.Labels, plotting.EndLabel{XY: ends[i], Text: name, Rank: i})
	}
	p.Add(&plotter.Scatter{XYs: ends, GlyphStyle: plotter.DefaultGlyphStyle}, labels)
	p.Draw(draw.New(vgimg.New(12*vg.Centimeter, 7*vg.Centimeter)))
	// Output:
}

func ExampleYearTicks() {
	for _, tick := range (plotting.YearTicks{}).Ticks(2014, 2040) {
		fmt.Print(tick.Label, " ")
	}
	// Output: 2015 2020 2025 2030 2035 2040
}

func ExamplePercentTicks() {
	for _, tick := range (plotting.PercentTicks{}).Ticks(0, 0.027) {
		fmt.Print(tick.Label, " ")
	}
	// Output: 0% 1% 2%
}
