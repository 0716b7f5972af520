package plotting

import (
	"fmt"
	"io"
	"math"
	"testing"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// The benchmarks draw the pages W3 of the performance notes, which peers in other
// languages draw too: the shares of 32 members from 2025 to 2050, made up, and a
// target of 3.5%. One operation is one chart from its results to the bytes of the
// file, so that -benchtime 1x makes a whole process of one chart. .ci/bench runs
// them beside their peers.

// w3 is the run of the 32 members.
func w3(b *testing.B) *projection.Result {
	b.Helper()
	const gdp = 1000
	var all []scenario.Member
	plans := scenario.Plan{Spending: map[string]scenario.Series{}}
	for i := range 32 {
		spread := func(by int) float64 { return float64(by*i%32) / 31 }
		pace := 1 + 0.4*(0.01+0.07*spread(13)-(0.01+0.02*spread(7)))
		share := 0.7 + 2.8*spread(11)
		m := country(fmt.Sprintf("M%c%c", 'A'+i/26, 'A'+i%26), fmt.Sprintf("Member %02d", i), share)
		m.Share, m.GDP = scenario.NewSeries(2024, share/100), scenario.NewSeries(2024, gdp)
		var money []float64
		for n := range 26 {
			money = append(money, gdp*share/100*math.Pow(pace, float64(n+1)))
		}
		plans.Spending[m.Code] = scenario.NewSeries(2025, money...)
		all = append(all, m)
	}
	target := scenario.Target{Share: 3.5 * scenario.Percent}
	return run(b, dataset(b, "synthetic", all...), plan("made up", target, plans), projection.Options{Base: 2024, To: 2050})
}

// w3Page is a figure with the texts and in the size of the peers' pages, in
// hundreds of pixels.
func w3Page(f *Figure, title string, width, height vg.Length) *Figure {
	f.Title, f.Subtitle, f.Note, f.Source = title, "% of GDP", "", "Synthetic data. Target 3.5 % of GDP. Not a forecast."
	f.Width, f.Height, f.DPI = width*vg.Inch, height*vg.Inch, 100
	return f
}

func benchmark(b *testing.B, chart func() (*Figure, error), page func(*Figure)) {
	b.Helper()
	b.ReportAllocs()
	for b.Loop() {
		f, err := chart()
		if err != nil {
			b.Fatal(err)
		}
		page(f)
		if err := f.Encode(io.Discard, "png"); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkW3a draws a labelled line for each of the 32 members on 1600 by 900
// pixels; three of them are in colour.
func BenchmarkW3a(b *testing.B) {
	r := w3(b)
	benchmark(b, func() (*Figure, error) { return PathsOf(r) }, func(f *Figure) {
		w3Page(f, "Defence spending as a share of GDP, 32 members", 16, 9)
		f.Highlight = []string{"Member 03", "Member 11", "Member 29"}
	})
}

// BenchmarkW3b draws a panel for each of the 32 members on 2400 by 3000 pixels.
func BenchmarkW3b(b *testing.B) {
	r := w3(b)
	benchmark(b, func() (*Figure, error) { return Grid(r) }, func(f *Figure) {
		w3Page(f, "Defence spending as a share of GDP, 32 members", 24, 30)
	})
}

// BenchmarkW3c draws a fan with five bands on 1600 by 900 pixels; two of them
// are added, since a Fan has three.
func BenchmarkW3c(b *testing.B) {
	series := func(z float64) scenario.Series {
		var values []float64
		for n := range 26 {
			values = append(values, 0.02*math.Pow(1.025, float64(n+1))*math.Exp(z*0.05*math.Sqrt(float64(n+1))))
		}
		return scenario.NewSeries(2025, values...)
	}
	chart := func() (*Figure, error) {
		c := &timeChart{first: 2025, base: 2025, last: 2050, since: "base year",
			lines:  []timeLine{{label: "median", values: series(0)}},
			levels: []levelLine{{value: 0.035, label: "target 3.5%"}},
			ticks:  func(room int) plot.Ticker { return PercentTicks{Most: room, Beyond: true} }}
		for i, z := range []float64{1.645, 1.2816, 0.6745} {
			c.bands = append(c.bands, yearBand{part: bandParts[i], low: series(-z), high: series(z)})
		}
		return &Figure{chart: c, colours: 1}, nil
	}
	benchmark(b, chart, func(f *Figure) {
		w3Page(f, "Fan chart: bands of 90, 80, 60, 50 and 20 %", 16, 9)
		f.Adjust = func(p Panel) {
			for _, z := range []float64{0.8416, 0.2533} {
				p.Plot.Add(yearBand{low: series(-z), high: series(z)}.band(okabeIto()[0]))
			}
		}
	})
}
