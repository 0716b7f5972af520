package plotting

import (
	"bytes"
	"fmt"
	"testing"

	"gonum.org/v1/plot/vg"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// moneyCharts are the charts of money of n members with names of 40 letters: costs
// one by one and many at once, and gaps of one and of all.
func moneyCharts(t testing.TB, n int) map[string]*Figure {
	t.Helper()
	rs := longNamed(t, n)
	one := cost(t, rs[1], projection.FrozenShare())
	saving := cost(t, rs[0], projection.Baseline{Name: "much more money", Response: scenario.Budget{RealGrowth: 9 * scenario.Percent}})
	var many []*projection.Costs
	for i := range maxScenarios {
		growth := float64(i-2) * scenario.Percent
		many = append(many, cost(t, rs[1], projection.Baseline{Name: fmt.Sprintf("a counterfactual with a long name, %d", i), Response: scenario.Budget{RealGrowth: growth}}))
	}
	all := map[string]*Figure{}
	add := func(name string, f *Figure, err error) {
		if err != nil {
			t.Fatalf("%s of %d members: %v", name, n, err)
		}
		all[name] = f
	}
	f, err := Costs(nil, one)
	add("Costs", f, err)
	f, err = Costs(rs[0].Codes()[:1], saving)
	add("Costs, a saving", f, err)
	f, err = Costs(nil, many...)
	add("Costs, many", f, err)
	f, err = Gap(rs[0], rs[0].Codes()[0])
	add("Gap of one", f, err)
	f, err = Gap(rs[1])
	add("Gap of all", f, err)
	return all
}

// On every page, in every theme and for any number of members the charts of money
// can be drawn, and nothing covers anything or leaves the page.
func TestMoneyChartsAreSturdy(t *testing.T) {
	for _, n := range []int{1, 2, 12, 31} {
		for name, f := range moneyCharts(t, n) {
			for _, page := range []Page{AnyPage, Report, Slide, Square} {
				f.Page = page
				if err := legible(f); err != nil {
					t.Errorf("%s of %d members, page %d: %v", name, n, page, err)
				}
			}
			f.DPI = leastDPI
			for theme, look := range themes {
				f.Theme = look()
				if err := f.Encode(&bytes.Buffer{}, "png"); err != nil {
					t.Errorf("%s of %d members, %s: %v", name, n, theme, err)
				}
			}
			theme, _, err := f.ready()
			if err != nil {
				t.Fatal(err)
			}
			least := leastPage(theme, f.chart)
			if f.Page, f.Width = AnyPage, least; legible(f) != nil {
				t.Errorf("%s of %d members does not fit into %.1f cm: %v", name, n, cm(least), legible(f))
			}
			if f.Width = least - 1; f.Encode(&bytes.Buffer{}, "png") == nil {
				t.Errorf("%s of %d members fits into less than %.1f cm", name, n, cm(least))
			}
		}
	}
}

func TestMoneyGolden(t *testing.T) {
	path := ramp(t, 2, 2027)
	for _, tc := range []struct {
		name  string
		width vg.Length
		chart func() (*Figure, error)
	}{
		{"costs", 0, func() (*Figure, error) { return Costs([]string{"DEU"}, cost(t, path, projection.FrozenShare())) }},
		{"costs-two", 12 * vg.Centimeter, func() (*Figure, error) {
			return Costs([]string{"DEU", "TUR"}, cost(t, path, growing), cost(t, held(t), growing))
		}},
		{"gap", 0, func() (*Figure, error) { return Gap(path, "DEU") }},
		{"gap-sum", 0, func() (*Figure, error) { return Gap(held(t)) }},
	} {
		t.Run(tc.name, func(t *testing.T) {
			f, err := tc.chart()
			if err != nil {
				t.Fatal(err)
			}
			f.Page, f.Width, f.DPI = Report, tc.width, 75
			checkGolden(t, tc.name, f)
		})
	}
}
