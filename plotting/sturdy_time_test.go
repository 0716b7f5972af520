package plotting

import (
	"bytes"
	"math"
	"testing"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// timeCharts makes each chart over time of n members with names of 40 letters.
func timeCharts(t *testing.T, n int) map[string]func() (*Figure, error) {
	rs := longNamed(t, n)
	first := rs[0].Codes()[0]
	s := lucky(dueTarget)
	s.Name = "A scenario with a name of more than forty letters"
	e := simulate(t, rs[0].Dataset, s, projection.Options{To: 2032, Draws: 64})
	return map[string]func() (*Figure, error){
		"PathsOf": func() (*Figure, error) {
			f, err := PathsOf(rs[0])
			if err == nil && n > 1 {
				f.Highlight = rs[0].Codes()[:min(n-1, maxScenarios)]
			}
			return f, err
		},
		"PathsOf one": func() (*Figure, error) { return PathsOf(rs[1], first) },
		"Fan":         func() (*Figure, error) { return Fan(first, e) },
		"Grid":        func() (*Figure, error) { return Grid(rs...) },
		"Grid of one": func() (*Figure, error) { return Grid(rs[0]) },
		"FanGrid": func() (*Figure, error) {
			f, err := FanGrid(e)
			if err == nil {
				f.Highlight = []string{first}
			}
			return f, err
		},
	}
}

// On every page and for any number of members all that is written can be read.
func TestTimeChartsAreLegible(t *testing.T) {
	for _, n := range []int{1, 2, 7, 12, 31, 32} {
		for name, chart := range timeCharts(t, n) {
			for _, page := range []Page{AnyPage, Report, Slide, Square} {
				f, err := chart()
				if err != nil {
					t.Fatalf("%s of %d members: %v", name, n, err)
				}
				f.Page = page
				if err := legible(f); err != nil {
					t.Errorf("%s of %d members, page %d: %v", name, n, page, err)
				}
			}
		}
	}
}

// Every theme can be drawn with.
func TestTimeChartsInEveryTheme(t *testing.T) {
	for _, n := range []int{1, 31} {
		for name, chart := range timeCharts(t, n) {
			for look, theme := range themes {
				f, err := chart()
				if err != nil {
					t.Fatalf("%s of %d members: %v", name, n, err)
				}
				f.Theme, f.DPI = theme(), leastDPI
				if err := f.Encode(&bytes.Buffer{}, "png"); err != nil {
					t.Errorf("%s of %d members, %s: %v", name, n, look, err)
				}
			}
		}
	}
}

// Gaps, zeros, one year of history and no pledge are drawn.
func TestTimeChartsOfOddData(t *testing.T) {
	nan := math.NaN()
	d := dataset(t, "odd", country("GAP", "Gap", 1.0, nan, 1.2, nan, 1.3), country("NUL", "Zero", 0, 0, 0, 0, 0), country("NEW", "New", nan, nan, nan, nan, 1.5))
	for _, pledge := range []scenario.Pledge{nil, openTarget} {
		o := projection.Options{To: 2023}
		r := run(t, d, plan("held", pledge, scenario.Hold{}), o)
		e := simulate(t, d, plan("held", pledge, scenario.Hold{}), projection.Options{To: 2023, Draws: 4})
		charts := map[string]func() (*Figure, error){
			"PathsOf": func() (*Figure, error) { return PathsOf(r) },
			"Grid":    func() (*Figure, error) { return Grid(r) },
			"FanGrid": func() (*Figure, error) { return FanGrid(e) },
		}
		for _, code := range d.Codes() {
			charts["Fan of "+code] = func() (*Figure, error) { return Fan(code, e) }
		}
		for name, chart := range charts {
			f, err := chart()
			if err != nil {
				t.Fatalf("%s, %v: %v", name, pledge, err)
			}
			f.DPI = leastDPI
			if err := f.Encode(&bytes.Buffer{}, "png"); err != nil {
				t.Errorf("%s, %v: %v", name, pledge, err)
			}
			for what, text := range map[string]string{"title": f.Title, "subtitle": f.Subtitle, "note": f.Note, "source": f.Source} {
				if text == "" {
					t.Errorf("%s, %v: no %s", name, pledge, what)
				}
			}
		}
	}
}
