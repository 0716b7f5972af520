package plotting

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// heldDraws is a simulation of the sample in which every share stays as it is, so that
// Estonia and Greece are at 2% in every year of every draw.
func heldDraws(t testing.TB, members ...string) *projection.Ensemble {
	return simulate(t, sample(t), plan("Held", openTarget, scenario.Hold{}), projection.Options{To: 2032, Draws: 10, Members: members})
}

func countFanOf(t testing.TB, e *projection.Ensemble, o CountFanOptions) *Figure {
	t.Helper()
	f, err := CountFan(e, o)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// Without what happened the title is about the first announcement, or else about the
// horizon; with it about the same year, or else the last one observed, 2024.
func TestCountFanTitle(t *testing.T) {
	said := func(n, year int) []AnnouncedCount {
		return []AnnouncedCount{{Members: n, Year: year}, {Members: 5, Year: 2031}}
	}
	later := afterwards(t)
	for want, f := range map[string]*Figure{
		"2 of 5 members are at 2% of GDP in 2032 in at least 90% of draws":                                   countFanOf(t, heldDraws(t), CountFanOptions{}),
		"At least 4 of 5 members are at 2% of GDP in 2027 in no draw":                                        countFanOf(t, heldDraws(t), CountFanOptions{Announced: said(4, 2027)}),
		"At least 1 of 5 members is at 2% of GDP in 2027 in every draw":                                      countFanOf(t, heldDraws(t), CountFanOptions{Announced: said(1, 2027)}),
		"All 5 members are at 2% of GDP in 2027 in no draw":                                                  countFanOf(t, heldDraws(t), CountFanOptions{Announced: said(5, 2027)}),
		"Germany is at 2% of GDP in 2032 in no draw":                                                         countFanOf(t, heldDraws(t, "DEU"), CountFanOptions{}),
		"Both members are at 2% of GDP in 2032 in at least 90% of draws":                                     countFanOf(t, heldDraws(t, "EST", "GRC"), CountFanOptions{}),
		"Germany was at 2% of GDP in 2024, as in no draw simulated from 2022":                                countFanOf(t, heldDraws(t, "DEU"), CountFanOptions{Outcome: later}),
		"Spain was not at 2% of GDP in 2024, as in every draw simulated from 2022":                           countFanOf(t, heldDraws(t, "ESP"), CountFanOptions{Outcome: later}),
		"3 of 4 members with a figure were at 2% of GDP in 2024, above the 90% band simulated from 2022 (2)": countFanOf(t, heldDraws(t), CountFanOptions{Outcome: later}),
		"4 of 5 members were at 2% of GDP in 2025 (estimate), above the 90% band simulated from 2022 (2)":    countFanOf(t, heldDraws(t), CountFanOptions{Outcome: later, Announced: said(3, 2025)}),
	} {
		if f.Title != want {
			t.Errorf("title %q, want %q", f.Title, want)
		}
	}
}

// A member without a figure may have been at the target too: whether the outcome lies
// below the band or in it cannot be said. Greece has no figure in 2024.
func TestCountFanTitleWithoutFigures(t *testing.T) {
	d := withoutGreece(t)
	want := "1 of 4 members with a figure was at 2% of GDP in 2024; the 90% band simulated from 2022 is 2"
	if f := countFanOf(t, heldDraws(t), CountFanOptions{Outcome: d}); f.Title != want {
		t.Errorf("title %q, want %q", f.Title, want)
	}
}

// A number lies in the narrowest band that has it, ends included.
func TestPlaceOf(t *testing.T) {
	band := func(part, low, high float64) yearBand {
		return yearBand{part: part, low: scenario.NewSeries(2024, low), high: scenario.NewSeries(2024, high), count: true}
	}
	bands := []yearBand{band(0.9, 4, 11), band(0.8, 4, 10), band(0.5, 6, 9)}
	for _, tc := range []struct {
		n     int
		where string
		part  float64
	}{{3, "below", 0.9}, {4, "inside", 0.8}, {6, "inside", 0.5}, {9, "inside", 0.5}, {10, "inside", 0.8}, {11, "inside", 0.9}, {12, "above", 0.9}} {
		if where, in := placeOf(tc.n, 2024, bands); where != tc.where || in.part != tc.part {
			t.Errorf("%d: %s the band of %v, want %s that of %v", tc.n, where, in.part, tc.where, tc.part)
		}
	}
	if got, want := bands[2].label(" of draws"), "50% of draws: 6–9"; got != want {
		t.Errorf("label %q, want %q", got, want)
	}
}

// Bands and median are the quantiles of the draws, and the run without luck is not
// drawn; what was announced is marked where it stands and explained by the key.
func TestCountFanShows(t *testing.T) {
	e := simulate(t, sample(t), lucky(dueTarget), projection.Options{})
	said := []AnnouncedCount{{Members: 4, Year: 2027, By: "NATO in February 2022"}, {Members: 5, Year: 2032}}
	f := countFanOf(t, e, CountFanOptions{Beside: three(t, projection.Options{})[:2], Announced: said, Outcome: afterwards(t)})
	c := f.chart.(*timeChart)
	for year := 2022; year <= 2032; year++ {
		for _, q := range []struct {
			p    float64
			line scenario.Series
		}{{0.5, c.lines[0].values}, {0.05, c.bands[0].low}, {0.95, c.bands[0].high}, {0.25, c.bands[2].low}} {
			want, err := e.MembersQuantile(year, q.p)
			if got, ok := q.line.At(year); err != nil || !ok || got != float64(want) {
				t.Errorf("%v of draws in %d: %v, want %d (%v)", q.p, year, got, want, err)
			}
		}
	}
	if c.lines[1].label != "At the present pace: 3" || len(c.lines) != 3 {
		t.Errorf("%d lines, the second %q", len(c.lines), c.lines[1].label)
	}
	want := []timePoint{{2027, 4, "Announced: at least 4"}, {2032, 5, "Announced: at least 5"}}
	if diff := cmp.Diff(want, c.points, cmp.AllowUnexported(timePoint{})); diff != "" {
		t.Errorf("marks (-want +got):\n%s", diff)
	}
	if f.key[0].text != "announced by NATO in February 2022: at least 4 in 2027" || f.key[1].text != "announced: at least 5 in 2032" {
		t.Errorf("key %q, %q", f.key[0].text, f.key[1].text)
	}
	theme := themeOf(t, f)
	if tags := c.tags(theme, nil, segments(c.outcome.values)); len(tags) != 2 || len(c.endLabels(theme, 100).Labels) != 7 {
		t.Errorf("%d labels in the panel, want those of what happened and of 2027; %d beside it, want three lines, three bands and 2032", len(tags), len(c.endLabels(theme, 100).Labels))
	}
}

// Sweden is in the later edition only.
func TestCountFanNote(t *testing.T) {
	e := simulate(t, sample(t), lucky(dueTarget), projection.Options{})
	rs := three(t, projection.Options{})[:2]
	rs = append(rs, run(t, sample(t), plan("Less luck", dueTarget, scenario.Shocked{Response: scenario.Ramp{}, SD: 0.01}), projection.Options{}))
	d := afterwards(t)
	ms := []scenario.Member{country("SWE", "Sweden", 1.0, 1.1, 1.2, 1.3, 1.4, 1.5)}
	for _, code := range d.Codes() {
		m, err := d.Member(code)
		if err != nil {
			t.Fatal(err)
		}
		ms = append(ms, *m)
	}
	f := countFanOf(t, e, CountFanOptions{Beside: rs, Announced: []AnnouncedCount{{Members: 5, Year: 2027, By: "NATO"}}, Outcome: dataset(t, "test-2026", ms...)})
	for _, want := range []string{
		"400 draws, seed 7.", "Members are counted together in each draw", "in simulations spending misses that by 4%",
		"At least 5 in 2027, as announced by NATO: in ", "“Less luck”: the path without luck, ",
		"What happened: by edition test-2026; thin grey lines: as printed", "Hollow marks, e: estimates of the source.",
		"Edition test-2026 has 1 member there in 2022, not 2: figures were revised.", "Not in edition test-2023, and not counted: Sweden.",
		"Without a figure in some year, and not counted there: Türkiye.",
	} {
		if !strings.Contains(f.Note, want) {
			t.Errorf("note %q does not say %q", f.Note, want)
		}
	}
	if f.seed != "7" || f.Subtitle != "Number of members at 2% of GDP, by year; simulated: “With luck”" || !strings.Contains(f.Source, "edition test-2026") {
		t.Errorf("seed %q, subtitle %q, source %q", f.seed, f.Subtitle, f.Source)
	}
}

func TestCountFanErrors(t *testing.T) {
	e := simulate(t, sample(t), lucky(openTarget), projection.Options{})
	beside := func(s scenario.Scenario, o projection.Options) CountFanOptions {
		return CountFanOptions{Beside: []*projection.Result{run(t, sample(t), s, o)}}
	}
	said := func(all ...AnnouncedCount) CountFanOptions { return CountFanOptions{Announced: all} }
	one := AnnouncedCount{Members: 1, Year: 2030}
	held := plan("held", openTarget, scenario.Hold{})
	for _, tc := range []struct {
		name string
		e    *projection.Ensemble
		o    CountFanOptions
		want string
		is   error
	}{
		{"no simulation", nil, CountFanOptions{}, "CountFan: the ensemble is nil", nil},
		{"an empty one", &projection.Ensemble{}, CountFanOptions{}, "CountFan: the ensemble is empty", scenario.ErrInvalid},
		{"nothing asked", simulate(t, sample(t), lucky(nil), projection.Options{}), CountFanOptions{}, "nothing is asked of any member", scenario.ErrInvalid},
		{"no result", e, CountFanOptions{Beside: []*projection.Result{nil}}, "result 2 is nil", nil},
		{"another base year", e, beside(held, projection.Options{Base: 2020}), "from 2020 in edition test-2023", scenario.ErrInvalid},
		{"another horizon", e, beside(held, projection.Options{To: 2035}), `"With luck" runs to 2032, "held" to 2035`, scenario.ErrInvalid},
		{"another target", e, beside(plan("3%", scenario.Target{Share: 0.03}, scenario.Hold{}), projection.Options{}), `"With luck" and "3%" ask for 2% and 3%`, scenario.ErrInvalid},
		{"other members", e, beside(held, projection.Options{Members: []string{"DEU", "EST", "ESP", "GRC"}}), "not both ask TUR", scenario.ErrInvalid},
		{"the same name", e, beside(plan("With luck", openTarget, scenario.Hold{}), projection.Options{}), `two results are named "With luck"`, scenario.ErrDuplicate},
		{"none announced", e, said(one, AnnouncedCount{Year: 2030}), "CountFanOptions.Announced[1].Members = 0 is not a number from 1 to the 5 who are asked", scenario.ErrInvalid},
		{"too many members", e, said(AnnouncedCount{Members: 6, Year: 2030}), "Members = 6", scenario.ErrInvalid},
		{"for the base year", e, said(AnnouncedCount{Members: 1, Year: 2022}), "CountFanOptions.Announced[0].Year = 2022 is not a simulated year, 2023 to 2032", scenario.ErrInvalid},
		{"for a year too late", e, said(AnnouncedCount{Members: 1, Year: 2033}), "Year = 2033", scenario.ErrInvalid},
		{"twice", e, said(one, one), "has at least 1 in 2030 twice", scenario.ErrDuplicate},
		{"too many", e, said(one, one, one, one), "4 CountFanOptions.Announced are too many: give at most 3", scenario.ErrInvalid},
		{"an empty outcome", e, CountFanOptions{Outcome: &scenario.Dataset{}}, "the outcome is empty", scenario.ErrInvalid},
		{"an outcome that ends before", e, CountFanOptions{Outcome: sample(t)}, "the outcome, edition test-2023, ends in 2022", scenario.ErrMissing},
	} {
		t.Run(tc.name, func(t *testing.T) {
			f, err := CountFan(tc.e, tc.o)
			if err == nil || f != nil {
				t.Fatalf("got %v, %v, want an error", f, err)
			}
			if !strings.Contains(err.Error(), tc.want) || tc.is != nil && !errors.Is(err, tc.is) {
				t.Errorf("error %q, want %q (%v)", err, tc.want, tc.is)
			}
		})
	}
}
