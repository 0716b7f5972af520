package plotting

import (
	"errors"
	"math"
	"strings"
	"testing"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// The GDP of each member is 1,000 million. In 2022 Germany lacks 0.51% of it,
// Türkiye 0.1% and Spain 0.9%; Estonia and Greece lack nothing.
func TestGapWords(t *testing.T) {
	path, hold := ramp(t, 2, 2027), held(t)
	falling := run(t, sample(t), plan("Money cut", openTarget, scenario.Budget{RealGrowth: -2 * scenario.Percent}), projection.Options{})
	part := run(t, sample(t), plan("part", scenario.Except{Pledge: dueTarget, Terms: map[string]scenario.Pledge{"TUR": nil}}, scenario.Ramp{}), projection.Options{})
	for _, tc := range []struct {
		name    string
		r       *projection.Result
		members []string
		title   string
		note    string
	}{
		{"closes", path, []string{"Germany"}, "Germany was USD 5.1 million short of 2% of GDP in 2022; the gap closes in 2027", "All years are measured against 2% of GDP. "},
		{"stays", hold, []string{"DEU", "ESP"}, "Germany and Spain were USD 14 million short of 2% of GDP in 2022 and are USD 14 million short in 2032", "the shortfall is the sum of what each member lacks"},
		{"one is there", path, []string{"DEU", "EST"}, "Of Estonia and Germany, those below 2% of GDP were USD 5.1 million short in 2022; the gap closes in 2027", ""},
		{"all", path, nil, "Of 5 members, those below 2% of GDP were USD 15 million short in 2022; the gap closes in 2027", "so that nothing above 2% makes up for it"},
		// 21.5 million less 2% in each of ten years: 21.5 * 0.98^10 = 17.57
		{"opens", falling, []string{"EST"}, "Estonia was at 2% of GDP in 2022 and is USD 2.4 million short in 2032", ""},
		{"never", hold, []string{"EST", "GRC"}, "Estonia and Greece were at 2% of GDP in 2022 and are there in 2032", ""},
		{"not all are asked", part, nil, "Of 4 members, those below 2% of GDP were USD 14 million short in 2022; the gap closes in 2027", "Nothing is asked of Türkiye. Shown: Estonia, Germany, Greece and Spain."},
	} {
		f, err := Gap(tc.r, tc.members...)
		if err != nil {
			t.Errorf("%s: %v", tc.name, err)
			continue
		}
		if f.Title != tc.title || !strings.Contains(f.Note, tc.note) {
			t.Errorf("%s: title %q, want %q; note %q, want %q", tc.name, f.Title, tc.title, f.Note, tc.note)
		}
		if want := "Defence spending below 2% of GDP, 2015 prices, projected: " + quoted(tc.r.Scenario.Name); f.Subtitle != want {
			t.Errorf("%s: subtitle %q, want %q", tc.name, f.Subtitle, want)
		}
	}
}

// A gap is closed in the first of the years in which nothing is missing any more.
func TestClosing(t *testing.T) {
	for _, tc := range []struct {
		name   string
		values []float64 // from 2022, the base year, on
		want   int
	}{
		{"in between", []float64{3, 2, 0, 0}, 2024},
		{"at once", []float64{3, 0, 0, 0}, 2023},
		{"opened again", []float64{3, 0, 1, 0}, 2025},
		{"not at all", []float64{3, 2, 1, 1}, 2026},
	} {
		if got := closing(scenario.NewSeries(2022, tc.values...), 2022); got != tc.want {
			t.Errorf("%s: closed in %d, want %d", tc.name, got, tc.want)
		}
	}
}

// A year in which a figure is missing has no column, no area, and is named.
func TestGapWithMissingYears(t *testing.T) {
	holes := country("GAP", "Gap", 1.0, math.NaN(), 1.2, math.NaN(), 1.3)
	whole := country("ALL", "Whole", 1.0, 1.1, 1.2, 1.2, 1.3)
	r := run(t, dataset(t, "odd", holes, whole), plan("held", openTarget, scenario.Hold{}), projection.Options{To: 2023})
	f, err := Gap(r)
	if err != nil {
		t.Fatal(err)
	}
	if want := "Left out where a figure is missing: 2019 and 2021."; !strings.Contains(f.Note, want) {
		t.Errorf("note %q, want %q", f.Note, want)
	}
	s := f.chart.(sideBySide)
	years := 0
	for range s[1].chart.(*columns).series[0].All() {
		years++
	}
	if areas := s[0].chart.(*timeChart).areas[0].lines; years != 4 || len(areas) != 3 {
		t.Errorf("%d columns, %d areas, want 4 and 3", years, len(areas))
	}
}

func TestGapErrors(t *testing.T) {
	path := ramp(t, 2, 2027)
	idle := run(t, sample(t), plan("idle", nil, scenario.Hold{}), projection.Options{})
	mixed := run(t, sample(t), plan("mixed", scenario.Except{Pledge: dueTarget, Terms: map[string]scenario.Pledge{"TUR": scenario.Target{Share: 3 * scenario.Percent, By: 2030}}}, scenario.Ramp{}), projection.Options{})
	isl := scenario.Member{Code: "ISL", Name: "Iceland", Exempt: "no armed forces"}
	exempt := run(t, dataset(t, "test", isl, country("DEU", "Germany", 1.5)), plan("held", openTarget, scenario.Hold{}), projection.Options{})
	for _, tc := range []struct {
		name    string
		r       *projection.Result
		members []string
		want    string
		is      error
	}{
		{"nil", nil, nil, "Gap: result 1 is nil", nil},
		{"nothing asked", idle, nil, "nothing is asked of any member", scenario.ErrInvalid},
		{"different targets", mixed, nil, "members are asked for 2% and for 3% of GDP: name those", scenario.ErrInvalid},
		{"unknown", path, []string{"Germny"}, "Germny", scenario.ErrUnknownMember},
		{"without forces", exempt, []string{"ISL"}, "none of the members named has forces", scenario.ErrMissing},
	} {
		f, err := Gap(tc.r, tc.members...)
		if err == nil || f != nil || !strings.Contains(err.Error(), tc.want) || tc.is != nil && !errors.Is(err, tc.is) {
			t.Errorf("%s: got %v, error %v, want %q (%v)", tc.name, f, err, tc.want, tc.is)
		}
	}
	if _, err := Gap(mixed, "DEU", "ESP"); err != nil {
		t.Errorf("members asked for the same: %v", err)
	}
	if f, err := Gap(exempt, "ISL", "DEU"); err != nil || !strings.HasPrefix(f.Title, "Germany was") {
		t.Errorf("a member without forces has nothing to add: %v", err)
	}
}
