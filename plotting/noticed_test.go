package plotting

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
	"github.com/pledgesim/pledgesim/scenario/nato"
)

func TestNoticed(t *testing.T) {
	d := sample(t)
	of := func(warnings ...string) *projection.Result {
		r := &projection.Result{Dataset: d}
		for _, w := range warnings {
			r.Warnings = append(r.Warnings, errors.New(w))
		}
		return r
	}
	all := d.Codes()
	for _, tc := range []struct {
		name  string
		rs    []*projection.Result
		shown []string
		want  []string
	}{
		{"none", []*projection.Result{of()}, all, nil},
		{"one of the run", []*projection.Result{of("the table ends in 2028")}, all, []string{"The table ends in 2028"}},
		{"the same of two results", []*projection.Result{of("held to 2040"), of("held to 2040")}, all, []string{"Held to 2040"}},
		{"a member by name", []*projection.Result{of("TUR: trend over 7 years, 8 asked")}, all, []string{"Türkiye: trend over 7 years, 8 asked"}},
		{"members together", []*projection.Result{of("TUR: 7 years", "DEU: 7 years"), of("TUR: 7 years")}, all, []string{"Germany and Türkiye: 7 years"}},
		{"many members", []*projection.Result{of("TUR: 7 years", "DEU: 7 years", "ESP: 7 years", "EST: 7 years")}, all, []string{"4 members: 7 years"}},
		{"not shown", []*projection.Result{of("TUR: 7 years", "DEU: 6 years", "GRC left out: no figures")}, []string{"DEU"}, []string{"Germany: 6 years"}},
		{"no code", []*projection.Result{of("IMF WEO ends in 2028: held")}, []string{"DEU"}, []string{"IMF WEO ends in 2028: held"}},
		{"ends alike", []*projection.Result{of("WEO 2019 ends in 2024: held", "b"), of("WEO 2022 ends in 2027: held"), of("WEO 2019 ends in 2024: held")}, all,
			[]string{"WEO 2019 ends in 2024 and WEO 2022 ends in 2027: held", "B"}},
		{"three", []*projection.Result{of("a", "b", "c")}, all, []string{"A", "B", "C"}},
		{"four", []*projection.Result{of("a", "b"), of("c", "d")}, all, []string{"A", "B", "And 2 more warnings of the run"}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if diff := cmp.Diff(tc.want, noticed(tc.rs, tc.shown)); diff != "" {
				t.Errorf("noticed (-want +got):\n%s", diff)
			}
		})
	}
}

// TestWarningsInNotes runs scenarios that notice something, with a member that
// the note leaves out already.
func TestWarningsInNotes(t *testing.T) {
	isl := scenario.Member{Code: "ISL", Name: "Iceland", Exempt: "no armed forces"}
	d := dataset(t, "test-2023", country("DEU", "Germany", 1.3, 1.4, 1.5, 1.6, 1.7), isl)
	r := run(t, d, plan("trend", openTarget, scenario.Trend{Years: 9}), projection.Options{})
	if len(r.Warnings) != 2 {
		t.Fatalf("the run has warnings %q, want one for ISL and one for DEU", r.Warnings)
	}
	_, window, _ := strings.Cut(r.Warnings[1].Error(), "DEU: ")
	want := "Germany: " + window + "."
	for name, chart := range map[string]func() (*Figure, error){
		"YearReached": func() (*Figure, error) { return YearReached(r) },
		"Paths":       func() (*Figure, error) { return Paths("DEU", r) },
		"Ranking":     func() (*Figure, error) { return Ranking(r, 2030) },
		"Count":       func() (*Figure, error) { return Count(r) },
	} {
		f, err := chart()
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(f.Note, want) {
			t.Errorf("the note of %s, %q, does not say %q", name, f.Note, want)
		}
		if strings.Contains(f.Note, "ISL") || strings.Count(f.Note, "Iceland") > 1 {
			t.Errorf("the note of %s, %q, says twice that Iceland is left out", name, f.Note)
		}
	}
	f, err := Ranking(r, 2022)
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(f.Note, window) {
		t.Errorf("the note of published figures, %q, speaks of the run", f.Note)
	}
}

func TestOtherEditions(t *testing.T) {
	d, err := nato.Edition("2023-03")
	if err != nil {
		t.Fatal(err)
	}
	cut, err := nato.Latest().AsOf(2023)
	if err != nil {
		t.Fatal(err)
	}
	at := func(d *scenario.Dataset, base int) *projection.Result {
		return run(t, d, plan("held", openTarget, scenario.Hold{}), projection.Options{Base: base})
	}
	for _, tc := range []struct {
		name  string
		r     *projection.Result
		shown []string // nil: all
		year  int
		want  []string
	}{
		{"four of all", at(d, 2022), nil, 0, []string{"Albania, Montenegro, North Macedonia and Slovakia in 2022: figures of edition nato-2024-06"}},
		{"one that is", at(d, 2022), []string{"ALB"}, 0, []string{"Albania in 2022: figures of edition nato-2024-06"}},
		{"one that is not", at(d, 2022), []string{"DEU"}, 0, nil},
		{"an earlier year", at(d, 2022), []string{"DEU"}, 2021, []string{"Germany in 2021: figures of edition nato-2024-06"}},
		{"all", at(d, 2021), nil, 0, []string{"All 29 members in 2021: figures of edition nato-2024-06"}},
		{"none", at(nato.Latest(), 2024), nil, 0, nil},
		{"an edition that was cut", at(cut, 2022), nil, 0, nil},
		{"no editions", three(t, projection.Options{})[0], nil, 0, nil},
	} {
		shown := tc.shown
		if shown == nil {
			shown = tc.r.Codes()
		}
		if diff := cmp.Diff(tc.want, otherEditions([]*projection.Result{tc.r}, shown, tc.year)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tc.name, diff)
		}
	}
}
