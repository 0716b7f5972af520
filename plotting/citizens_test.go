package plotting_test

import (
	"image/color"
	"math"
	"testing"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/vgimg"

	"github.com/pledgesim/pledgesim/plotting"
)

// Our plotters and tickers work in plots that know nothing of ours, with axes and
// without, on axes that are shorter than the data, and upside down: nothing is drawn
// outside the canvas, and something inside it.
func TestInAnyonesPlot(t *testing.T) {
	line := plotter.XYs{{X: 2014, Y: 0.011}, {X: 2022, Y: -0.015}, {X: 2040, Y: 0.028}}
	band := &plotting.Band{Color: color.Black}
	for _, at := range line {
		band.Points = append(band.Points, plotting.BandPoint{X: at.X, Low: at.Y - 0.004, High: at.Y + 0.004})
	}
	labels := &plotting.EndLabels{}
	for i, end := range []plotter.XY{line[2], {X: 2040, Y: 0.027}, {X: 2035, Y: 0.9}, {X: 2090, Y: -3}, {X: 2040, Y: math.NaN()}} {
		labels.Labels = append(labels.Labels, plotting.EndLabel{XY: end, Text: "a line\nof two", Rank: i})
	}
	for name, change := range map[string]func(*plot.Plot){
		"as it is":   func(*plot.Plot) {},
		"no axes":    func(p *plot.Plot) { p.HideAxes() },
		"short axes": func(p *plot.Plot) { p.X.Min, p.X.Max, p.Y.Min, p.Y.Max = 2018, 2030, -0.002, 0.002 },
		"rescaled":   func(p *plot.Plot) { p.X.AutoRescale, p.Y.AutoRescale = true, true },
		"inverted":   func(p *plot.Plot) { p.Y.Scale = plot.InvertedScale{Normalizer: plot.LinearScale{}} },
		"a title":    func(p *plot.Plot) { p.Title.Text, p.Legend.Top = "Shares", true; p.Legend.Add("a band", band) },
	} {
		t.Run(name, func(t *testing.T) {
			p := plot.New()
			l, err := plotter.NewLine(line)
			if err != nil {
				t.Fatal(err)
			}
			p.Add(band, l, labels)
			p.X.Tick.Marker, p.Y.Tick.Marker = plotting.YearTicks{}, plotting.PercentTicks{}
			change(p)
			image := vgimg.NewWith(vgimg.UseWH(300, 200), vgimg.UseDPI(72), vgimg.UseBackgroundColor(color.White))
			p.Draw(draw.Crop(draw.New(image), 40, -40, 40, -40))
			ink := 0
			for x := range 300 {
				for y := range 200 {
					if r, _, _, _ := image.Image().At(x, y).RGBA(); r < 0xf000 {
						ink++
						if x < 39 || x > 260 || y < 39 || y > 160 {
							t.Fatalf("there is ink at (%d, %d), outside the canvas", x, y)
						}
					}
				}
			}
			if ink < 500 {
				t.Errorf("%d pixels of ink", ink)
			}
		})
	}
}

// Every zero value can be used.
func TestZeroValues(t *testing.T) {
	p := plot.New()
	p.Add(&plotting.Band{}, &plotting.EndLabels{}, &plotting.EndLabels{Labels: make([]plotting.EndLabel, 2)})
	p.X.Tick.Marker, p.Y.Tick.Marker = plotting.YearTicks{}, plotting.PercentTicks{}
	image := vgimg.NewWith(vgimg.UseWH(10*vg.Centimeter, 5*vg.Centimeter), vgimg.UseDPI(72))
	p.Draw(draw.New(image))
}
