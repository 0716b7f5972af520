package plotting

import (
	"context"
	"errors"
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// afterwards is the sample as a later edition has it, up to 2026: figures of 2022
// are revised, those of 2025 and 2026 are estimates, Türkiye has none of 2024.
func afterwards(t testing.TB) *scenario.Dataset {
	t.Helper()
	d := dataset(t, "test-2026",
		estimatedFrom(t, 2025, country("EST", "Estonia", 2.00, 2.05, 2.30, 2.20, 2.15, 2.70, 3.00, 3.40, 3.60)),
		estimatedFrom(t, 2025, country("DEU", "Germany", 1.25, 1.35, 1.51, 1.45, 1.39, 1.57, 2.12, 2.30, 2.50)),
		estimatedFrom(t, 2025, country("TUR", "Türkiye", 1.82, 1.85, 1.86, 1.75, 1.90, 1.80, math.NaN(), 2.10, 2.20)),
		estimatedFrom(t, 2025, country("ESP", "Spain", 1.00, 0.95, 1.02, 1.03, 1.10, 1.15, 1.25, 1.40, 1.90)),
		estimatedFrom(t, 2025, country("GRC", "Greece", 2.60, 2.50, 2.40, 2.30, 1.95, 2.40, 2.60, 2.70, 2.80)),
	)
	d.Sources[0].Title = "Defence Expenditure (2018-2026)"
	return d
}

// estimatedFrom marks the shares of a year and after as estimates.
func estimatedFrom(t testing.TB, year int, m scenario.Member) scenario.Member {
	t.Helper()
	var obs []scenario.Observation
	for o := range m.Share.Observations() {
		if o.Year >= year {
			o.Status = scenario.Estimated
		}
		obs = append(obs, o)
	}
	share, err := scenario.SeriesOf(obs...)
	if err != nil {
		t.Fatal(err)
	}
	m.Share = share
	return m
}

// origins are one scenario from the sample as it was known in 2020 and in 2022.
func origins(t testing.TB) []*projection.Result {
	t.Helper()
	early, err := sample(t).AsOf(2021)
	if err != nil {
		t.Fatal(err)
	}
	pace := plan("At the present pace", openTarget, scenario.Drift{Years: 2})
	return []*projection.Result{
		run(t, early, pace, projection.Options{Base: 2020, To: 2028}),
		run(t, sample(t), pace, projection.Options{Base: 2022, To: 2028}),
	}
}

// coverage is a simulation of the sample, set beside what happened.
func coverage(t testing.TB, outcome *scenario.Dataset) *projection.Coverage {
	t.Helper()
	s := plan("At the present pace", openTarget, scenario.Shocked{Response: scenario.Drift{Years: 4}, SD: 5 * scenario.Percent})
	s.Growth = scenario.AR1{Around: scenario.Constant(0), SD: 2 * scenario.Percent}
	e, err := projection.Simulate(context.Background(), sample(t), s, projection.Options{To: 2032, Draws: 200, Seed: 1})
	if err != nil {
		t.Fatal(err)
	}
	c, err := projection.Cover(outcome, e)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestBacktestGolden(t *testing.T) {
	d := afterwards(t)
	for name, chart := range map[string]func() (*Figure, error){
		"backtest-count": func() (*Figure, error) {
			return BacktestCount(d, three(t, projection.Options{})...)
		},
		"count-fan": func() (*Figure, error) {
			e := simulate(t, sample(t), lucky(dueTarget), projection.Options{})
			return CountFan(e, CountFanOptions{Beside: three(t, projection.Options{})[:2], Outcome: d,
				Announced: []AnnouncedCount{{Members: 4, Year: 2027, By: "the alliance in February 2022"}}})
		},
		"backtest-paths": func() (*Figure, error) { return BacktestPaths("Germany", d, origins(t)...) },
		"backtest-fan":   func() (*Figure, error) { return BacktestFan("Germany", d, coverage(t, d).Ensembles[0]) },
		"calibration":    func() (*Figure, error) { return Calibration(coverage(t, d)) },
	} {
		t.Run(name, func(t *testing.T) {
			f, err := chart()
			if err != nil {
				t.Fatal(err)
			}
			f.DPI, f.Note = 72, "" // words of notes are tested as words
			checkGolden(t, name, f)
		})
	}
}

// A member without a figure may have been at the target too: there is no saying that
// fewer were than projected. Held shares keep Estonia and Greece there; Greece has
// no figure in 2024.
func TestBacktestCountTitleWithoutFigures(t *testing.T) {
	f, err := BacktestCount(withoutGreece(t), three(t, projection.Options{})[2])
	if err != nil {
		t.Fatal(err)
	}
	if want := "1 of 4 members with a figure was at 2% of GDP in 2024; 2 of 5 were projected from 2022"; f.Title != want {
		t.Errorf("title %q, want %q", f.Title, want)
	}
}

// withoutGreece is a later edition that has no figure of Greece in 2024.
func withoutGreece(t testing.TB) *scenario.Dataset {
	t.Helper()
	nan := math.NaN()
	return dataset(t, "test-2026",
		country("EST", "Estonia", 2.00, 2.05, 2.30, 2.20, 2.15, 2.5, 2.6), country("DEU", "Germany", 1.25, 1.35, 1.51, 1.45, 1.49, 1.5, 1.6),
		country("TUR", "Türkiye", 1.82, 1.85, 1.86, 1.75, 1.90, 1.9, 1.9), country("ESP", "Spain", 1.00, 0.95, 1.02, 1.03, 1.10, 1.1, 1.2),
		country("GRC", "Greece", 2.60, 2.50, 2.40, 2.30, 2.20, 2.4, nan))
}

// Of five members Estonia, Germany and Greece were at 2% in 2024, the last year
// observed; what the present pace and a held share give is read off their counts.
func TestBacktestCountTitle(t *testing.T) {
	d := afterwards(t)
	rs := three(t, projection.Options{})
	for _, tc := range []struct {
		name    string
		outcome *scenario.Dataset
		rs      []*projection.Result
		want    string
	}{
		{"more", d, rs[2:], "3 of 4 members with a figure were at 2% of GDP in 2024, more than the 2 projected from 2022"},
		{"at the deadline, an estimate", oneYearMore(t, d), rs[1:2], "4 of 5 members were at 2% of GDP in 2027 (estimate), fewer than the 5 projected from 2022"},
	} {
		f, err := BacktestCount(tc.outcome, tc.rs...)
		if err != nil {
			t.Fatal(err)
		}
		if f.Title != tc.want {
			t.Errorf("%s: title %q, want %q", tc.name, f.Title, tc.want)
		}
	}
	one := func(code string, s scenario.Scenario) string {
		r := run(t, sample(t), s, projection.Options{Members: []string{code}})
		f, err := BacktestCount(d, r)
		if err != nil {
			t.Fatal(err)
		}
		return f.Title
	}
	hold := plan("hold", openTarget, scenario.Hold{})
	got := []string{one("DEU", hold), one("ESP", hold)}
	want := []string{
		"Germany was at 2% of GDP in 2024, unlike projected from 2022",
		"Spain was not at 2% of GDP in 2024, as projected from 2022",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("of one member (-want +got):\n%s", diff)
	}
}

// oneYearMore goes on for a year in which all figures are as in the last one.
func oneYearMore(t testing.TB, d *scenario.Dataset) *scenario.Dataset {
	var ms []scenario.Member
	for _, code := range d.Codes() {
		m, err := d.Member(code)
		if err != nil {
			t.Fatal(err)
		}
		copied := *m
		last, _ := m.Share.Observe(m.Share.Last())
		last.Year++
		var obs []scenario.Observation
		for o := range m.Share.Observations() {
			obs = append(obs, o)
		}
		if copied.Share, err = scenario.SeriesOf(append(obs, last)...); err != nil {
			t.Fatal(err)
		}
		ms = append(ms, copied)
	}
	return dataset(t, "test-2027", ms...)
}

func TestBacktestNotes(t *testing.T) {
	d := afterwards(t)
	count, err := BacktestCount(d, three(t, projection.Options{})...)
	if err != nil {
		t.Fatal(err)
	}
	paths, err := BacktestPaths("DEU", d, origins(t)...)
	if err != nil {
		t.Fatal(err)
	}
	for f, wants := range map[*Figure][]string{
		count: {
			"What happened: by edition test-2026.", "Hollow marks, e: estimates of the source.",
			"Edition test-2026 has 1 member there in 2022, not 2: figures were revised.",
			"Without a figure in some year, and not counted there: Türkiye.",
		},
		paths: {
			"Projected from 2020: edition test-2023 cut at 2021 and from 2022: edition test-2023.",
			"What happened: by edition test-2026; thin grey lines: as printed in the edition of the projection.",
		},
	} {
		for _, want := range wants {
			if !strings.Contains(f.Note, want) {
				t.Errorf("note %q does not say %q", f.Note, want)
			}
		}
		if !strings.Contains(f.Source, "edition test-2023") || !strings.Contains(f.Source, "edition test-2026") {
			t.Errorf("source %q does not name both editions", f.Source)
		}
		if n := len(f.editions); f.editions[n-1] != "test-2026" {
			t.Errorf("editions %q", f.editions)
		}
	}
}

func TestBacktestErrors(t *testing.T) {
	d := afterwards(t)
	rs := three(t, projection.Options{})
	count := func(outcome *scenario.Dataset, rs ...*projection.Result) func() (*Figure, error) {
		return func() (*Figure, error) { return BacktestCount(outcome, rs...) }
	}
	paths := func(member string, outcome *scenario.Dataset, rs ...*projection.Result) func() (*Figure, error) {
		return func() (*Figure, error) { return BacktestPaths(member, outcome, rs...) }
	}
	higher := run(t, sample(t), plan("2.5%", scenario.Target{Share: 2.5 * scenario.Percent}, scenario.Hold{}), projection.Options{})
	for _, tc := range []struct {
		name  string
		chart func() (*Figure, error)
		want  string
		is    error
	}{
		{"no outcome", count(nil, rs...), "BacktestCount: the outcome is empty: give a later edition", scenario.ErrInvalid},
		{"no results", count(d), "BacktestCount: there are no results", nil},
		{"another share", count(d, rs[0], higher), `"At the present pace" and "2.5%" ask for 2% and 2.5%`, scenario.ErrInvalid},
		{"other members", count(d, rs[0], run(t, sample(t), plan("some", scenario.Except{Pledge: openTarget, Terms: map[string]scenario.Pledge{"GRC": nil}}, scenario.Hold{}), projection.Options{})), "not both ask GRC", scenario.ErrInvalid},
		{"an outcome that ends before", count(sample(t), rs...), "the outcome, edition test-2023, ends in 2022, and the projection starts from 2022: give a later edition", scenario.ErrMissing},
		{"nil edition", paths("DEU", nil, rs...), "BacktestPaths: the outcome is empty: give a later edition", nil},
		{"no paths", paths("DEU", d), "BacktestPaths: there are no results", nil},
		{"unknown", paths("Germny", d, rs...), "Germny", scenario.ErrUnknownMember},
		{"not in a run", paths("EST", d, run(t, sample(t), plan("some", openTarget, scenario.Hold{}), projection.Options{Members: []string{"DEU"}})), "not part of the run", scenario.ErrUnknownMember},
		{"twice", paths("DEU", d, rs[0], rs[0]), `two results are "At the present pace" from 2022 in edition test-2023`, scenario.ErrDuplicate},
		{"an edition that ends before", paths("DEU", sample(t), rs...), "Germany: the outcome, edition test-2023, has no figure from 2023 to 2032", scenario.ErrMissing},
		{"no simulation", func() (*Figure, error) { return BacktestFan("DEU", d, nil) }, "BacktestFan: the ensemble is nil", nil},
		{"a fan without outcome", func() (*Figure, error) { return BacktestFan("DEU", nil, coverage(t, d).Ensembles[0]) }, "BacktestFan: the outcome is empty", nil},
		{"a fan that ends before", func() (*Figure, error) { return BacktestFan("DEU", sample(t), coverage(t, d).Ensembles[0]) }, "Germany: the outcome, edition test-2023, has no figure", scenario.ErrMissing},
		{"no coverage", func() (*Figure, error) { return Calibration(nil) }, "Calibration: the coverage is empty: make it with projection.Cover", scenario.ErrInvalid},
		{"an empty coverage", func() (*Figure, error) { return Calibration(&projection.Coverage{}) }, "Calibration: the coverage is empty", scenario.ErrInvalid},
	} {
		t.Run(tc.name, func(t *testing.T) {
			f, err := tc.chart()
			if err == nil || f != nil {
				t.Fatalf("got %v, %v, want an error", f, err)
			}
			if !strings.Contains(err.Error(), tc.want) || tc.is != nil && !errors.Is(err, tc.is) {
				t.Errorf("error %q, want %q (%v)", err, tc.want, tc.is)
			}
		})
	}
}
