package plotting

import (
	"bytes"
	"context"
	"math"
	"testing"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// longAfter is what happened to the members of some results by an edition up to
// 2027, with gaps and a year from which on some cannot be compared.
func longAfter(t testing.TB, rs []*projection.Result) *scenario.Dataset {
	t.Helper()
	var ms []scenario.Member
	for i, code := range rs[0].Codes() {
		m, err := rs[0].Member(code)
		if err != nil {
			t.Fatal(err)
		}
		var shares []float64
		for _, v := range m.Share.All() {
			shares = append(shares, 100*v)
		}
		last := shares[len(shares)-1]
		after := estimatedFrom(t, 2026, country(code, m.Name, append(shares, last+0.1, math.NaN(), last+0.3, last+0.1*float64(i), last)...))
		if i%5 == 4 {
			after.Breaks = []scenario.Break{{Year: 2024, Why: "new accounts"}}
		}
		ms = append(ms, after)
	}
	return dataset(t, "test-2027", ms...)
}

// everyBacktest makes each chart of some results that are set beside what happened.
func everyBacktest(t testing.TB, rs []*projection.Result) map[string]func() (*Figure, error) {
	after := longAfter(t, rs)
	s := plan("drawn", openTarget, scenario.Shocked{Response: scenario.Drift{Years: 4}, SD: 5 * scenario.Percent})
	s.Growth = scenario.AR1{Around: scenario.Constant(0), SD: 2 * scenario.Percent}
	e, err := projection.Simulate(context.Background(), rs[0].Dataset, s, projection.Options{To: 2032, Draws: 64})
	if err != nil {
		t.Fatal(err)
	}
	earlier := run(t, rs[0].Dataset, rs[0].Scenario, projection.Options{Base: 2020})
	return map[string]func() (*Figure, error){
		"BacktestCount": func() (*Figure, error) { return BacktestCount(after, rs...) },
		"BacktestPaths": func() (*Figure, error) {
			return BacktestPaths(rs[0].Codes()[0], after, append([]*projection.Result{earlier}, rs...)...)
		},
		"BacktestFan": func() (*Figure, error) { return BacktestFan(rs[0].Codes()[0], after, e) },
		"CountFan": func() (*Figure, error) {
			return CountFan(e, CountFanOptions{Beside: rs, Outcome: after, Announced: []AnnouncedCount{
				{Members: len(rs[0].Codes()), Year: 2027, By: "somebody whose name has more than forty letters in July 2022"}, {Members: 1, Year: 2032}, {Members: 1, Year: 2024},
			}})
		},
		"CountFan alone": func() (*Figure, error) { return CountFan(e, CountFanOptions{}) },
		"Calibration": func() (*Figure, error) {
			c, err := projection.Cover(after, e)
			if err != nil {
				t.Fatal(err)
			}
			return Calibration(c)
		},
	}
}

// On every page, in every theme and for any number of members all can be read.
func TestBacktestsAreSturdy(t *testing.T) {
	for _, n := range []int{1, 2, 12, 31} {
		for name, chart := range everyBacktest(t, longNamed(t, n)) {
			f, err := chart()
			if err != nil {
				t.Fatalf("%s of %d members: %v", name, n, err)
			}
			for _, page := range []Page{AnyPage, Report, Slide, Square} {
				f.Page = page
				if err := legible(f); err != nil {
					t.Errorf("%s of %d members, page %d: %v", name, n, page, err)
				}
			}
			for i, theme := range []Theme{Light(), Dark(), Print()} {
				f.Page, f.Theme, f.DPI = AnyPage, theme, leastDPI
				if err := f.Encode(&bytes.Buffer{}, "png"); err != nil {
					t.Errorf("%s of %d members, theme %d: %v", name, n, i, err)
				}
			}
		}
	}
}

// Gaps, zeros, one year and years before the base are drawn too.
func TestBacktestsOfOddData(t *testing.T) {
	then := dataset(t, "then", country("GAP", "Gap", 1.0, math.NaN(), 1.2), country("NUL", "Zero", 0, 0, 0), country("NEW", "New", math.NaN(), math.NaN(), 1.5))
	now := dataset(t, "now", country("GAP", "Gap", 1.0, 1.1, 1.2, math.NaN(), 1.4, math.NaN(), 1.6), country("NUL", "Zero", 0, 0, 0, 0),
		country("NEW", "New", math.NaN(), math.NaN(), math.NaN(), math.NaN(), math.NaN(), 1.5))
	for _, to := range []int{2021, 2023, 2040} {
		r := run(t, then, plan("held", openTarget, scenario.Hold{}), projection.Options{Base: 2020, To: to})
		for _, code := range then.Codes() {
			f, err := BacktestPaths(code, now, r)
			if code == "NEW" && to == 2021 || code == "GAP" && to == 2021 { // no figure up to the horizon
				if err == nil {
					t.Errorf("%s to %d: no error", code, to)
				}
				continue
			}
			if err != nil {
				t.Fatalf("%s to %d: %v", code, to, err)
			}
			if err := legible(f); err != nil {
				t.Errorf("%s to %d: %v", code, to, err)
			}
		}
		e := simulate(t, then, plan("drawn", openTarget, scenario.Hold{}), projection.Options{Base: 2020, To: to, Draws: 4})
		for _, o := range []CountFanOptions{{}, {Beside: []*projection.Result{r}, Outcome: now, Announced: []AnnouncedCount{{Members: 3, Year: to}}}} {
			f, err := CountFan(e, o)
			if err != nil {
				t.Fatal(err)
			}
			if err := legible(f); err != nil {
				t.Errorf("fan of counts to %d: %v", to, err)
			}
		}
		f, err := BacktestCount(now, r)
		if err != nil {
			t.Fatal(err)
		}
		if err := legible(f); err != nil {
			t.Errorf("count to %d: %v", to, err)
		}
	}
}
