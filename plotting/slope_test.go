package plotting

import (
	"errors"
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"gonum.org/v1/plot/vg"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// crossers are members of whom two rise to 2% between 2018 and 2022, one of them
// as it is printed only, one falls below and two stay.
func crossers(t testing.TB) *scenario.Dataset {
	return dataset(t, "test-2023",
		country("AAA", "Atlantis", 1.5, 1.6, 1.7, 1.8, 2.1),
		country("BBB", "Borduria", 1.2, 1.3, 1.4, 1.5, 1.996),
		country("CCC", "Cimmeria", 2.3, 2.2, 2.1, 2.0, 1.8),
		country("DDD", "Dahomey", 2.3, 2.4, 2.5, 2.6, 2.7),
		country("EEE", "Elbonia", 1.0, 1.0, 1.1, 1.1, 1.2),
		country("FFF", "Freedonia", math.NaN(), 1.0, 1.1, 1.1, 1.2),
	)
}

func TestSlope(t *testing.T) {
	f, err := Slope(run(t, crossers(t), plan("held", openTarget, scenario.Hold{}), projection.Options{}), 2018, 2022)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, row := range f.chart.(*slopes).rows {
		got = append(got, fmt.Sprint(row.name, " ", row.ends[0].text, " ", row.ends[1].text, " ", row.kind))
	}
	want := []string{"Dahomey 2.30% 2.70% 0", "Atlantis 1.50% 2.10% 1", "Borduria 1.20% 2.00% 1", "Cimmeria 2.30% 1.80% 2", "Elbonia 1.00% 1.20% 0"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("rows (-want +got):\n%s", diff)
	}
	if want := "2 of 5 members rose to 2% of GDP between 2018 and 2022, 1 fell below it"; f.Title != want {
		t.Errorf("title %q, want %q", f.Title, want)
	}
	if want := "No figure for 2018: Freedonia."; !strings.Contains(f.Note, want) {
		t.Errorf("note %q does not say %q", f.Note, want)
	}
	f.Page, f.DPI = Report, 80
	checkGolden(t, "slope", f)
}

func TestSlopeTitles(t *testing.T) {
	d := sample(t)
	pledge := scenario.Except{Pledge: openTarget, Terms: map[string]scenario.Pledge{"TUR": scenario.Target{Share: 2.5 * scenario.Percent}}}
	for _, tc := range []struct {
		s        scenario.Scenario
		from, to int
		want     string
	}{
		{plan("a", openTarget, scenario.Hold{}), 2018, 2022, "None of 5 members rose to 2% of GDP between 2018 and 2022"},
		{plan("b", dueTarget, scenario.Ramp{}), 2022, 2027, "3 of 5 members would rise to 2% of GDP between 2022 and 2027"},
		// Greece falls by 0.1 a year, from 2.2 to 1.9.
		{plan("c", openTarget, scenario.Drift{Years: 4}), 2022, 2025, "1 of 5 members would fall below 2% of GDP between 2022 and 2025"},
		{plan("d", pledge, scenario.Ramp{Pace: 0.005}), 2022, 2026, "3 of 5 members would rise to their target between 2022 and 2026"},
		// All but Greece spent more in 2022 than in 2018.
		{plan("e", nil, scenario.Hold{}), 2018, 2022, "4 of 5 members spent a larger share of GDP in 2022 than in 2018"},
	} {
		f, err := Slope(run(t, d, tc.s, projection.Options{}), tc.from, tc.to)
		if err != nil {
			t.Fatal(err)
		}
		if f.Title != tc.want {
			t.Errorf("title %q, want %q", f.Title, tc.want)
		}
		if err := legible(f); err != nil {
			t.Error(err)
		}
	}
	f, err := Slope(run(t, d, plan("one", openTarget, scenario.Hold{}), projection.Options{Members: []string{"DEU"}}), 2018, 2021)
	if err != nil {
		t.Fatal(err)
	}
	if want := "Germany spent 1.45% of GDP in 2021, after 1.25% in 2018"; f.Title != want {
		t.Errorf("title %q, want %q", f.Title, want)
	}
}

// Atlantis rises beyond 2% too, but nothing is asked of it: it is not among those of
// whom the title says that only one rose.
func TestSlopeOfTheUnasked(t *testing.T) {
	d := dataset(t, "test-2023", country("AAA", "Atlantis", 1.5, 1.5, 2.5), country("BBB", "Borduria", 1.5, 1.5, 1.5), country("CCC", "Carpathia", 1.5, 1.5, 2.1))
	pledge := scenario.Except{Pledge: openTarget, Terms: map[string]scenario.Pledge{"AAA": nil}}
	f, err := Slope(run(t, d, plan("some", pledge, scenario.Hold{}), projection.Options{}), 2018, 2020)
	if err != nil {
		t.Fatal(err)
	}
	if want := "1 of 2 members rose to 2% of GDP between 2018 and 2020"; f.Title != want {
		t.Errorf("title %q, want %q", f.Title, want)
	}
	if want := "Nothing is asked of Atlantis."; !strings.Contains(f.Note, want) {
		t.Errorf("note %q does not say %q", f.Note, want)
	}
}

// Estimates are marked one by one where others are none, and over the year where
// all are.
func TestSlopeEstimates(t *testing.T) {
	r := run(t, sample(t), plan("held", openTarget, scenario.Hold{}), projection.Options{})
	f, err := Slope(r, 2018, 2021)
	if err != nil {
		t.Fatal(err)
	}
	s := f.chart.(*slopes)
	for _, row := range s.rows {
		if marked := strings.HasSuffix(row.ends[1].text, " e"); marked != (row.code == "DEU") {
			t.Errorf("%s: %q", row.name, row.ends[1].text)
		}
	}
	if !strings.Contains(f.Note, "e: estimate of the source. Hollow marks: estimates of the source.") {
		t.Errorf("note %q", f.Note)
	}
	if f, err = Slope(r, 2021, 2030); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([2]string{"2021", "2030, projected"}, f.chart.(*slopes).headings); diff != "" {
		t.Errorf("headings (-want +got):\n%s", diff)
	}
}

func TestSlopeErrors(t *testing.T) {
	r := run(t, sample(t), plan("held", openTarget, scenario.Hold{}), projection.Options{})
	for _, tc := range []struct {
		r        *projection.Result
		from, to int
		want     string
		is       error
	}{
		{r, 2020, 2020, "from = 2020 is not earlier than to = 2020", scenario.ErrInvalid},
		{r, 2010, 2020, "no member has figures for both 2010 and 2020: choose years from 2018 to 2032", scenario.ErrMissing},
		{nil, 2018, 2020, "result 1 is nil", nil},
	} {
		f, err := Slope(tc.r, tc.from, tc.to)
		if f != nil || err == nil || !strings.HasPrefix(err.Error(), "Slope: ") || !strings.Contains(err.Error(), tc.want) || tc.is != nil && !errors.Is(err, tc.is) {
			t.Errorf("%v, %v, want %q", f, err, tc.want)
		}
	}
}

// Everyone is labelled on every page; where members stand out and the page is low,
// those at least, and the chart says how many.
func TestSlopeLabels(t *testing.T) {
	for _, n := range []int{1, 2, 12, 31} {
		rs := longNamed(t, n)
		f, err := Slope(rs[0], 2018, 2022)
		if err != nil {
			t.Fatal(err)
		}
		for _, page := range []Page{AnyPage, Report, Slide, Square} {
			one := *f
			one.Page = page
			all, _, err := words(&one)
			if err != nil {
				t.Fatal(err)
			}
			if got := labelled(all); got != 2*n {
				t.Errorf("%d members, page %d: %d labels", n, page, got)
			}
		}
		checkSturdy(t, fmt.Sprint(n, " members"), f)
	}
	f, err := Slope(longNamed(t, 31)[0], 2018, 2022)
	if err != nil {
		t.Fatal(err)
	}
	f.Highlight, f.Height = []string{"M00", "M17"}, 9*vg.Centimeter
	all, _, err := words(f)
	if err != nil {
		t.Fatal(err)
	}
	said := 0
	for _, w := range all {
		if strings.HasSuffix(w.text, " of 31 labelled") {
			said++
		}
	}
	if got := labelled(all); got >= 62 || got < 4 || said != 2 {
		t.Errorf("%d labels, of which %d texts tell", got, said)
	}
	if err := legible(f); err != nil {
		t.Error(err)
	}
}

// labelled counts the words that name a member with a long name and its share,
// but for the title of one member.
func labelled(all []word) int {
	n := 0
	for _, w := range all {
		if strings.Contains(w.text, " The ") && strings.Contains(w.text, "%") && !strings.Contains(w.text, "spent") {
			n++
		}
	}
	return n
}
