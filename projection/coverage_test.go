package projection_test

import (
	"errors"
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
	"github.com/pledgesim/pledgesim/scenario/nato"
)

// drawn is frozen spending over GDP that is drawn, for years after 2022.
func drawn(t *testing.T, o projection.Options) *projection.Ensemble {
	t.Helper()
	return simulate(t, twoMembers(), scenario.Scenario{
		Name: "frozen", Growth: scenario.AR1{Around: scenario.Constant(0.01), SD: 0.03}, Response: scenario.Budget{},
	}, o)
}

// happened is an edition in which AAA has some shares from 2023 on.
func happened(t *testing.T, shares ...float64) *scenario.Dataset {
	t.Helper()
	d, err := scenario.NewDataset("later edition", "another unit", scenario.Member{Code: "AAA", Share: scenario.NewSeries(2023, shares...)})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func cover(t *testing.T, d *scenario.Dataset, es ...*projection.Ensemble) *projection.Coverage {
	t.Helper()
	c, err := projection.Cover(d, es...)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// counts writes a reliability: inside/below/above of each band, then how many are at
// or below each quantile.
func counts(r projection.Reliability) string {
	text := fmt.Sprintf("%d:", r.Outcomes)
	for _, b := range r.Bands {
		text += fmt.Sprintf(" %d/%d/%d", b.Inside, b.Below, b.Above)
	}
	text += ","
	for _, l := range r.Levels {
		text += fmt.Sprintf(" %d", l.AtOrBelow)
	}
	return text
}

// Outcomes that are put between and on the quantiles of the forecast are counted
// there: the ends of a band belong to it.
func TestCoverCountsWhereOutcomesLie(t *testing.T) {
	e := drawn(t, projection.Options{To: 2028, Draws: 1000, Keep: true})
	q := func(year int, p float64) float64 { return at(t, year)(e.Quantile("AAA", p)) }
	c := cover(t, happened(t,
		q(2023, 0.05)-1e-6,              // below all bands
		(q(2024, 0.05)+q(2024, 0.10))/2, // inside 90% only
		(q(2025, 0.10)+q(2025, 0.25))/2, // inside 80%, below 50%
		q(2026, 0.25), q(2027, 0.90),    // on the end of 50%, and of 80%
		math.NaN()), e)
	want := []string{
		"1: 0/1/0 0/1/0 0/1/0, 1 1 1 1 1 1 1",
		"1: 0/1/0 0/1/0 1/0/0, 0 1 1 1 1 1 1",
		"1: 0/1/0 1/0/0 1/0/0, 0 0 1 1 1 1 1",
		"1: 1/0/0 1/0/0 1/0/0, 0 0 1 1 1 1 1",
		"1: 0/0/1 1/0/0 1/0/0, 0 0 0 0 0 1 1",
	}
	var got []string
	for i, h := range c.Horizons {
		got = append(got, counts(h))
		if h.Ahead != i+1 {
			t.Errorf("%d years ahead, want %d", h.Ahead, i+1)
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	// Of the five: columns added up.
	if got, want := counts(c.All), "5: 1/3/1 3/2/0 4/1/0, 1 2 4 4 4 5 5"; got != want {
		t.Errorf("all: %s, want %s", got, want)
	}
	if inside := c.All.Bands[1].Share(); inside != 0.6 || !math.IsNaN((projection.Band{}).Share()) || c.All.Levels[2].Share() != 0.8 {
		t.Errorf("%v inside 80%%, of nothing %v, %v at or below the lower quarter", inside, projection.Band{}.Share(), c.All.Levels[2].Share())
	}
	if want := []string{"BBB: left out, not in edition later edition"}; cmp.Diff(want, words(c.Warnings)) != "" {
		t.Errorf("warnings %v", c.Warnings)
	}
}

func words(errs []error) []string {
	var all []string
	for _, err := range errs {
		all = append(all, err.Error())
	}
	return all
}

// If what happens is one of the draws themselves, each as likely, quantiles and
// bands hold what their names say: of 200 draws, the order statistics 50 to 150
// make the band of 50% with both ends.
func TestCoverOfTheForecastItself(t *testing.T) {
	e := drawn(t, projection.Options{To: 2024, Draws: 200, Keep: true, Members: []string{"AAA"}})
	var sum projection.Reliability
	for draw := range 200 {
		path, err := e.Draw("AAA", draw)
		if err != nil {
			t.Fatal(err)
		}
		last, _ := path.At(2024)
		r := cover(t, happened(t, math.NaN(), last), e).All
		if draw == 0 {
			sum = r
			continue
		}
		sum.Outcomes += r.Outcomes
		for i, b := range r.Bands {
			sum.Bands[i].Inside, sum.Bands[i].Below, sum.Bands[i].Above = sum.Bands[i].Inside+b.Inside, sum.Bands[i].Below+b.Below, sum.Bands[i].Above+b.Above
		}
		for i, l := range r.Levels {
			sum.Levels[i].AtOrBelow += l.AtOrBelow
		}
	}
	if got, want := counts(sum), "200: 101/49/50 161/19/20 181/9/10, 10 20 50 100 150 180 190"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

// A forecast without luck that comes true lies inside its bands, whose ends are the
// same, whatever the last bit says.
func TestCoverOfCertainty(t *testing.T) {
	e := simulate(t, twoMembers(), scenario.Scenario{Name: "held", Growth: scenario.AR1{Around: scenario.Constant(0.01)}, Response: scenario.Hold{}},
		projection.Options{To: 2024, Draws: 100, Keep: true, Members: []string{"AAA"}})
	if got, want := counts(cover(t, happened(t, 0.016, 0.0161), e).All), "2: 1/0/1 1/0/1 1/0/1, 1 1 1 1 1 1 1"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

// What is not there is counted as missing, estimates are counted as such, and years
// from a break on cannot be compared with a forecast made before it.
func TestCoverLeavesOut(t *testing.T) {
	share, err := scenario.SeriesOf(scenario.Observation{Year: 2023, Value: 0.016}, scenario.Observation{Year: 2025, Value: 0.016, Status: scenario.Estimated})
	if err != nil {
		t.Fatal(err)
	}
	d, err := scenario.NewDataset("outcome", "million",
		scenario.Member{Code: "AAA", Share: share},
		scenario.Member{Code: "BBB", Share: scenario.NewSeries(2023, 0.022, 0.03, 0.03), GDP: scenario.NewSeries(2023, 100, 100, 100), Breaks: []scenario.Break{{Year: 2024, Why: "new accounts"}}})
	if err != nil {
		t.Fatal(err)
	}
	whole := cover(t, d, drawn(t, projection.Options{Draws: 100}))
	var got []string
	for _, h := range append(whole.Horizons, whole.All) {
		got = append(got, fmt.Sprintf("%d: %d outcomes, %d estimated, %d missing", h.Ahead, h.Outcomes, h.Estimated, h.Missing))
	}
	if diff := cmp.Diff([]string{
		"1: 2 outcomes, 0 estimated, 0 missing", "2: 0 outcomes, 0 estimated, 2 missing", "3: 1 outcomes, 1 estimated, 1 missing", "0: 3 outcomes, 1 estimated, 3 missing",
	}, got); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"BBB: from 2024 on left out of what was forecast before: new accounts"}, words(whole.Warnings)); diff != "" {
		t.Error(diff)
	}

	// Members forecast apart, and in any order, make the same whole.
	a, b := drawn(t, projection.Options{Draws: 100, Members: []string{"AAA"}}), drawn(t, projection.Options{Draws: 100, Members: []string{"BBB"}})
	for _, parts := range []*projection.Coverage{cover(t, d, a, b), cover(t, d, b, a)} {
		if diff := cmp.Diff([]any{whole.Horizons, whole.All}, []any{parts.Horizons, parts.All}); diff != "" {
			t.Error(diff)
		}
	}
	// A later origin has its own years ahead: 2025 is one year after 2024.
	later := simulate(t, d, scenario.Scenario{Name: "later", Growth: uncertain, Response: scenario.Hold{}}, projection.Options{Base: 2024, Draws: 100, Members: []string{"BBB"}})
	if both := cover(t, d, a, later); both.Horizons[0].Outcomes != 2 || both.Horizons[2].Outcomes != 1 || len(both.Warnings) != 0 {
		t.Errorf("%+v, %v", both.Horizons, both.Warnings)
	}
}

func TestCoverRefuses(t *testing.T) {
	e := drawn(t, projection.Options{Draws: 100, To: 2024})
	exempt, err := scenario.NewDataset("exempt", "million", scenario.Member{Code: "AAA", Exempt: "no forces"}, scenario.Member{Code: "CCC", Share: scenario.NewSeries(2024, 0.02)})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name    string
		outcome *scenario.Dataset
		es      []*projection.Ensemble
		kind    error
		want    []string
	}{
		{"nothing at all", nil, nil, scenario.ErrInvalid, []string{"outcome is nil", "ensembles are none"}},
		{"empty ensembles", happened(t, 0.02), []*projection.Ensemble{e, nil, {}}, scenario.ErrInvalid, []string{"ensemble 2: ", "ensemble 3: "}},
		{"an edition of its own time", twoMembers(), []*projection.Ensemble{e}, scenario.ErrInvalid, []string{"outcome = illustration has no year after the base year 2022 of ensemble 1"}},
		{"the same twice", happened(t, 0.02), []*projection.Ensemble{e, e}, scenario.ErrDuplicate, []string{`ensemble 2 = frozen forecasts AAA from 2022`}},
		{"nobody to compare", exempt, []*projection.Ensemble{e}, scenario.ErrMissing, []string{"no figure for anything that was forecast"}},
	} {
		got, err := projection.Cover(c.outcome, c.es...)
		if got != nil || !errors.Is(err, c.kind) {
			t.Errorf("%s: %v, want %v", c.name, err, c.kind)
		}
		for _, want := range c.want {
			if err != nil && !strings.Contains(err.Error(), want) {
				t.Errorf("%s: %v, want %s", c.name, err, want)
			}
		}
	}
}

// Forecasts from the edition of June 2019 against that of July 2026: counted once
// more, plainly, from published methods.
func TestCoverOfRealEditions(t *testing.T) {
	d, err := nato.Edition("nato-2019-06")
	if err != nil {
		t.Fatal(err)
	}
	e := simulate(t, d, scenario.Scenario{Name: "trend", Growth: uncertain, Response: scenario.Trend{Years: 5}}, projection.Options{Base: 2018, Draws: 2000})
	truth := nato.Latest()
	c := cover(t, truth, e)
	inside, below, n, estimated, missing := 0, 0, 0, 0, 0
	for _, code := range e.Codes() {
		m, err := truth.Member(code)
		if err != nil {
			t.Fatal(err)
		}
		low, err := e.Quantile(code, 0.1)
		if err != nil {
			t.Fatal(err)
		}
		high, err := e.Quantile(code, 0.9)
		if err != nil {
			t.Fatal(err)
		}
		for year := 2019; year <= 2026; year++ {
			v, ok := m.Share.At(year)
			if !ok || code == "LUX" && year >= 2023 { // another denominator
				missing++
				continue
			}
			if n++; m.Share.Estimated(year) {
				estimated++
			}
			l, _ := low.At(year)
			h, _ := high.At(year)
			switch {
			case v < l:
				below++
			case v <= h:
				inside++
			}
		}
	}
	if want := (projection.Band{Nominal: 0.8, Inside: inside, Below: below, Above: n - inside - below, N: n}); c.All.Bands[1] != want {
		t.Errorf("%+v, want %+v", c.All.Bands[1], want)
	}
	if c.All.Outcomes != n || c.All.Estimated != estimated || c.All.Missing != missing || len(c.Horizons) != 8 || estimated == 0 {
		t.Errorf("%+v, %d horizons; want %d outcomes, %d estimated, %d missing", c.All, len(c.Horizons), n, estimated, missing)
	}
}
