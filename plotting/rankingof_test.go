package plotting

import (
	"errors"
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// guidelines divide the sample: in 2022 Greece, Estonia and Türkiye are at the
// lower one and Greece alone at the higher. They are not in order.
var guidelines = []float64{2.18 * scenario.Percent, 1.5 * scenario.Percent}

func TestRankingOfWords(t *testing.T) {
	r := three(t, projection.Options{})[2] // shares are held
	for _, tc := range []struct {
		name       string
		o          RankingOptions
		title, key string
		note       []string
	}{
		// Greece 2.20 and Estonia 2.15 of 2022 are at 2%; so they were in 2018.
		{"base year", RankingOptions{}, "2 of 5 members spent at least 2% of GDP in 2022", "at least 2% of GDP|less than 2% of GDP", nil},
		{"year before", RankingOptions{Year: 2022, Before: 2018}, "2 of 5 members spent at least 2% of GDP in 2022, after 2 in 2018", "at least 2% of GDP|less than 2% of GDP|2018", nil},
		// Türkiye with 1.90 is at 1.5% too.
		{"one guideline", RankingOptions{Guidelines: guidelines[1:]}, "3 of 5 members spent at least 1.5% of GDP in 2022", "at least 1.5% of GDP|less than 1.5% of GDP", nil},
		{"two guidelines", RankingOptions{Guidelines: guidelines}, "3 of 5 members spent at least 1.5% of GDP in 2022, 1 at least 2.18%", "at least 2.18% of GDP|at least 1.5% of GDP|less than 1.5% of GDP", nil},
		{"none at the higher", RankingOptions{Guidelines: []float64{0.02, 0.04}}, "2 of 5 members spent at least 2% of GDP in 2022, none at least 4%", "at least 2% of GDP|less than 2% of GDP", nil},
		{"projected", RankingOptions{Year: 2030, Before: 2021}, "2 of 5 members would spend at least 2% of GDP in 2030, after 2 in 2021", "at least 2% of GDP|less than 2% of GDP|2021",
			[]string{"Hollow marks: estimates of the source", "GDP"}},
	} {
		f, err := RankingOf(r, tc.o)
		if err != nil {
			t.Fatalf("%s: %v", tc.name, err)
		}
		var key []string
		for _, e := range f.key {
			key = append(key, e.text)
		}
		if diff := cmp.Diff([]string{tc.title, tc.key}, []string{f.Title, strings.Join(key, "|")}); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tc.name, diff)
		}
		for _, want := range tc.note {
			if !strings.Contains(f.Note, want) {
				t.Errorf("%s: note %q does not say %q", tc.name, f.Note, want)
			}
		}
	}
}

// A member without a figure for the earlier year has no dot and is named.
func TestRankingOfMissing(t *testing.T) {
	d := dataset(t, "test", country("AAA", "Atlantis", 1, 2), country("BBB", "Borduria", math.NaN(), 2))
	f, err := RankingOf(run(t, d, plan("held", openTarget, scenario.Hold{}), projection.Options{}), RankingOptions{Year: 2019, Before: 2018})
	if err != nil {
		t.Fatal(err)
	}
	if want := "No figure for 2018: Borduria."; !strings.Contains(f.Note, want) {
		t.Errorf("note %q does not say %q", f.Note, want)
	}
	for _, row := range f.chart.(*bars).rows {
		if (row.before == nil) != (row.code == "BBB") {
			t.Errorf("%s: dot %v", row.name, row.before)
		}
	}
	if want := "Both members spent at least 2% of GDP in 2019, after 0 in 2018"; f.Title != want {
		t.Errorf("title %q, want %q", f.Title, want)
	}
}

func TestRankingOfErrors(t *testing.T) {
	r := three(t, projection.Options{})[0]
	for _, tc := range []struct {
		name string
		o    RankingOptions
		want string
		is   error
	}{
		{"three guidelines", RankingOptions{Guidelines: []float64{0.01, 0.02, 0.03}}, "3 RankingOptions.Guidelines are too many: give at most 2", scenario.ErrInvalid},
		{"per cent", RankingOptions{Guidelines: []float64{2}}, "is not a fraction", scenario.ErrUnit},
		{"no number", RankingOptions{Guidelines: []float64{math.NaN()}}, "is not a fraction", scenario.ErrUnit},
		{"twice", RankingOptions{Guidelines: []float64{0.02, 0.02}}, "Guidelines has 2% twice", scenario.ErrDuplicate},
		{"same year", RankingOptions{Before: 2022}, "Before = 2022 is not earlier than Year = 2022", scenario.ErrInvalid},
		{"too early", RankingOptions{Before: 2017}, "no figure for 2017", scenario.ErrMissing},
	} {
		f, err := RankingOf(r, tc.o)
		if f != nil || err == nil || !strings.HasPrefix(err.Error(), "RankingOf: ") || !strings.Contains(err.Error(), tc.want) || !errors.Is(err, tc.is) {
			t.Errorf("%s: %v, %v, want %q", tc.name, f, err, tc.want)
		}
	}
}

// What stands out is in its colour, and the others are grey.
func TestRowsHighlighted(t *testing.T) {
	rs := three(t, projection.Options{})
	ranked, err := RankingOf(rs[0], RankingOptions{Before: 2021, Guidelines: guidelines})
	if err != nil {
		t.Fatal(err)
	}
	reached, err := YearReached(rs...)
	if err != nil {
		t.Fatal(err)
	}
	for name, f := range map[string]*Figure{"ranking-highlight": ranked, "yearreached-highlight": reached} {
		f.Highlight = []string{"Germany", "GRC"}
		f.DPI = 100
		checkGolden(t, name, f)
		checkSturdy(t, name, f)
		f.Highlight = []string{"FRA"}
		if _, _, err := f.Size(); !errors.Is(err, scenario.ErrUnknownMember) {
			t.Errorf("%s: a member that is not in the chart: %v", name, err)
		}
	}
	b := ranked.chart.(*bars)
	some := b.lit([]string{"GRC"}).(*bars)
	for i, row := range b.rows {
		want := dimmed
		if row.code == "GRC" {
			want = atTarget
		}
		if got := some.shown(some.rows[i]); got != want {
			t.Errorf("%s is drawn as %v, want %v", row.name, got, want)
		}
	}
}

// One member has its target, several have their targets.
func TestTheirTarget(t *testing.T) {
	for _, tc := range []struct {
		tallies []tally
		want    string
	}{
		{[]tally{{1, 4}}, "1 of 4 members reaches its target"},
		{[]tally{{0, 2}}, "Neither member reaches its target"},
		{[]tally{{3, 4}}, "3 of 4 members reach their target"},
		{[]tally{{0, 4}, {1, 4}}, "Up to 1 of 4 members reaches its target"},
		{[]tally{{1, 4}, {3, 4}}, "Between 1 and 3 of 4 members reach their target"},
		{[]tally{{1, 4}, {1, 5}}, "At most 1 member reaches its target"},
		{[]tally{{0, 4}, {0, 5}}, "No member reaches its target"},
	} {
		got := subjects(tc.tallies, "reach", "reaches") + " " + theirTarget(tc.tallies...)
		if diff := cmp.Diff(tc.want, got); diff != "" {
			t.Errorf("%v (-want +got):\n%s", tc.tallies, diff)
		}
	}
}
