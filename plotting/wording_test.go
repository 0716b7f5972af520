package plotting

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// inZebras makes a data set one on a pledge that nobody has thought of.
func inZebras(d *scenario.Dataset) {
	d.Quantity, d.Denominator = "zebra spending", "GNX"
	d.Sources = []scenario.Source{{Publisher: "The zoo", Title: "Stripes"}}
}

// unpledgedOf is a made-up alliance of which nothing is asked.
func unpledgedOf(t *testing.T, m made) made {
	t.Helper()
	r := m.rs[0]
	s := plan("goes on", nil, scenario.Shocked{Response: scenario.Hold{}, SD: 0.02})
	s.Growth = scenario.AR1{Around: scenario.Constant(0.01), SD: 0.02}
	o := r.Options
	o.Draws = 50
	e, err := projection.Simulate(context.Background(), r.Dataset, s, o)
	if err != nil {
		t.Fatal(err)
	}
	m.rs, m.ensemble = []*projection.Result{run(t, r.Dataset, s, r.Options)}, e
	return m
}

// No chart knows what is pledged, or of what it is a share: on another data set each
// says the same but for its words, and nothing that is drawn speaks of GDP or defence.
func TestChartsHaveTheWordsOfTheData(t *testing.T) {
	drawn := map[string]bool{}
	for seed := range uint64(6) {
		n := []int{1, 2, 5, 9}[seed%4]
		plain := func() made { return makeUp(t, seed, n) }
		zebra := func() made { return makeUp(t, seed, n, inZebras) }
		for _, k := range kinds {
			if checkWords(t, k.name, k.chart, plain(), zebra()) {
				drawn[k.name] = true
			}
			if seed < 3 {
				checkWords(t, k.name+" without a pledge", k.chart, unpledgedOf(t, plain()), unpledgedOf(t, zebra()))
			}
		}
	}
	for _, k := range kinds {
		if !drawn[k.name] {
			t.Errorf("%s was never drawn", k.name)
		}
	}
	two := func(d *scenario.Dataset) []*projection.Result {
		high := plan("3%", scenario.Target{Share: 3 * scenario.Percent, By: 2030}, scenario.Ramp{})
		return []*projection.Result{run(t, d, plan("2%", openTarget, scenario.Drift{Years: 4}), projection.Options{}), run(t, d, high, projection.Options{})}
	}
	zebras := sample(t)
	inZebras(zebras)
	for name, chart := range map[string]func(made) (*Figure, error){
		"YearReached of two targets": func(m made) (*Figure, error) { return YearReached(m.rs...) },
		"Paths of two targets":       func(m made) (*Figure, error) { return Paths("DEU", m.rs...) },
		"Costs of a pledge": func(m made) (*Figure, error) {
			return Costs(nil, m.costs(projection.Baseline{Name: "Wales", Pledge: dueTarget, Response: scenario.Ramp{}})...)
		},
	} {
		if !checkWords(t, name, chart, made{rs: two(sample(t))}, made{rs: two(zebras)}) {
			t.Errorf("%s was not drawn", name)
		}
	}
}

// checkWords compares a chart on defence spending with the same on zebras. It is not
// drawn if both are the same error.
func checkWords(t *testing.T, name string, chart func(made) (*Figure, error), plain, zebra made) (drawn bool) {
	t.Helper()
	put := strings.NewReplacer("defence spending", "zebra spending", "Defence spending", "Zebra spending", "GDP", "GNX")
	of, errOf := chart(plain)
	in, err := chart(zebra)
	if errOf != nil || err != nil {
		if fmt.Sprint(err) != put.Replace(fmt.Sprint(errOf)) {
			t.Errorf("%s: error %v, of defence spending %v", name, err, errOf)
		}
		return false
	}
	said := func(f *Figure) []string {
		all := []string{f.Title, f.Subtitle, f.Note}
		for _, e := range f.key {
			all = append(all, e.text)
		}
		return all
	}
	want := strings.Split(put.Replace(strings.Join(said(of), "\n")), "\n")
	if diff := cmp.Diff(want, said(in)); diff != "" {
		t.Errorf("%s (-want +got):\n%s", name, diff)
	}
	all, _, err := words(in)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	file := readSVG(t, encoded(t, in, "svg"))
	text := fmt.Sprint(all, file.Title, file.Desc, file.About, file.Group.Texts)
	if strings.Contains(text, "GDP") || strings.Contains(strings.ToLower(text), "defence") {
		t.Errorf("%s speaks of what is not in the data: %s", name, text)
	}
	return true
}

// Words may be long, in the plural and begin with a capital, and all can be read.
func TestLongWords(t *testing.T) {
	for seed := range uint64(3) {
		m := func() made {
			return makeUp(t, seed, 1+7*int(seed), func(d *scenario.Dataset) {
				d.Quantity, d.Denominator = "Government budget allocations for research and development", "gross national income at market prices"
			})
		}
		for _, k := range kinds {
			f, err := k.chart(m())
			if err != nil {
				continue // it is the same for other words
			}
			for _, page := range []Page{AnyPage, Square} {
				f.Page = page
				if err := legible(f); err != nil {
					t.Errorf("%s of %d members, page %d: %v", k.name, 1+7*seed, page, err)
				}
			}
		}
	}
}

// Data sets that call what is pledged differently are both named; shares of different
// things do not stand in one chart.
func TestWordsOfTwoDataSets(t *testing.T) {
	d, other := sample(t), sample(t)
	other.Edition, other.Quantity = "test-2024", "military spending"
	a := run(t, d, plan("one", openTarget, scenario.Drift{Years: 4}), projection.Options{})
	b := run(t, other, plan("other", openTarget, scenario.Hold{}), projection.Options{})
	f, err := YearReached(a, b)
	if err != nil {
		t.Fatal(err)
	}
	if want := "First year with defence spending and military spending at 2% of GDP, by member"; f.Subtitle != want {
		t.Errorf("subtitle %q, want %q", f.Subtitle, want)
	}
	other = sample(t)
	other.Edition, other.Denominator = "test-2024", "GNI"
	b = run(t, other, plan("other", openTarget, scenario.Hold{}), projection.Options{})
	const want = "edition test-2023 has shares in % of GDP, edition test-2024 in % of GNI: draw a chart for each"
	for name, chart := range map[string]func() (*Figure, error){
		"YearReached":   func() (*Figure, error) { return YearReached(a, b) },
		"Count":         func() (*Figure, error) { return Count(a, b) },
		"BacktestPaths": func() (*Figure, error) { return BacktestPaths("DEU", other, a) },
		"BacktestCount": func() (*Figure, error) { return BacktestCount(other, a) },
	} {
		if _, err := chart(); err == nil || !strings.Contains(err.Error(), want) || !errors.Is(err, scenario.ErrUnit) {
			t.Errorf("%s: %v, want %q", name, err, want)
		}
	}
}
