package plotting

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

func TestSubjects(t *testing.T) {
	for _, tc := range []struct {
		tallies []tally
		want    string
	}{
		{[]tally{{17, 29}}, "17 of 29 members reach"},
		{[]tally{{1, 29}}, "1 of 29 members reaches"},
		{[]tally{{0, 29}}, "None of 29 members reaches"},
		{[]tally{{29, 29}}, "All 29 members reach"},
		{[]tally{{17, 29}, {17, 29}}, "17 of 29 members reach"},
		{[]tally{{17, 29}, {12, 29}, {14, 29}}, "Between 12 and 17 of 29 members reach"},
		{[]tally{{29, 29}, {12, 29}}, "At least 12 of 29 members reach"},
		{[]tally{{0, 29}, {12, 29}}, "Up to 12 of 29 members reach"},
		{[]tally{{0, 29}, {1, 29}}, "Up to 1 of 29 members reaches"},
		{[]tally{{0, 29}, {29, 29}}, "Between none and all 29 members reach"},
		{[]tally{{12, 29}, {20, 31}}, "Between 12 and 20 members reach"},
		{[]tally{{12, 29}, {12, 31}}, "12 members reach"},
	} {
		if got := subjects(tc.tallies, "reach", "reaches"); got != tc.want {
			t.Errorf("subjects(%v) = %q, want %q", tc.tallies, got, tc.want)
		}
	}
}

// The clauses of a title about several targets.
func TestMany(t *testing.T) {
	for _, tc := range []struct {
		least, most int
		first, next string
	}{
		{0, 0, "none of 31 members reaches", "none reaches"},
		{1, 1, "1 of 31 members reaches", "1 reaches"},
		{0, 1, "up to 1 of 31 members reach", "up to 1 reach"},
		{0, 31, "up to 31 of 31 members reach", "up to 31 reach"},
		{20, 20, "20 of 31 members reach", "20 reach"},
		{20, 31, "at least 20 of 31 members reach", "at least 20 reach"},
		{31, 31, "all 31 members reach", "all reach"},
	} {
		if got := many(tc.least, tc.most, 31, " of 31 members", "reach", "reaches"); got != tc.first {
			t.Errorf("%d to %d: %q, want %q", tc.least, tc.most, got, tc.first)
		}
		if got := many(tc.least, tc.most, 31, "", "reach", "reaches"); got != tc.next {
			t.Errorf("%d to %d: %q, want %q", tc.least, tc.most, got, tc.next)
		}
	}
}

func TestList(t *testing.T) {
	for _, tc := range []struct {
		names []string
		want  string
	}{
		{nil, ""}, {[]string{"Spain"}, "Spain"}, {[]string{"Spain", "Türkiye"}, "Spain and Türkiye"},
		{[]string{"Iceland", "Spain", "Türkiye"}, "Iceland, Spain and Türkiye"},
	} {
		if got := list(tc.names); got != tc.want {
			t.Errorf("list(%q) = %q, want %q", tc.names, got, tc.want)
		}
	}
}

func TestTitles(t *testing.T) {
	rs := three(t, projection.Options{})
	one := three(t, projection.Options{Members: []string{"TUR"}})
	steps := run(t, sample(t), plan("steps", scenario.Steps{{Share: 2 * scenario.Percent, By: 2026}, {Share: 3 * scenario.Percent, By: 2030}}, scenario.Ramp{}), projection.Options{})
	idle := run(t, sample(t), plan("idle", nil, scenario.Hold{}), projection.Options{})
	for _, tc := range []struct {
		want  string
		chart func() (*Figure, error)
	}{
		{"4 of 5 members reach 2% of GDP by 2032", func() (*Figure, error) { return YearReached(rs[0]) }},
		{"All 5 members reach 2% of GDP by 2027", func() (*Figure, error) { return YearReached(rs[1]) }},
		{"At least 2 of 5 members reach 2% of GDP by 2032", func() (*Figure, error) { return YearReached(rs...) }},
		{"2 of 5 members reach 2% of GDP by 2032, all reach 3%", func() (*Figure, error) { return YearReached(rs[2], steps) }},
		{"Türkiye reaches 2% of GDP by 2032 in 2 of 3 scenarios", func() (*Figure, error) { return YearReached(one...) }},
		{"Türkiye reaches 2% of GDP in 2027 in every scenario", func() (*Figure, error) { return Paths("Türkiye", rs[:2]...) }},
		{"Germany reaches 2% of GDP between 2027 and 2031", func() (*Figure, error) { return Paths("Germany", rs[:2]...) }},
		{"Germany does not reach 2% of GDP by 2032 in any scenario", func() (*Figure, error) { return Paths("DEU", rs[2], stay(t)) }},
		{"Germany reaches 2% of GDP in 2031", func() (*Figure, error) { return Paths("DEU", rs[0]) }},
		{"Spain does not reach 2% of GDP by 2032", func() (*Figure, error) { return Paths("ESP", rs[0]) }},
		{"Estonia was at 2% of GDP in 2022 and stays there", func() (*Figure, error) { return Paths("EST", rs[0]) }},
		{"Greece was at 2% of GDP in 2022 but falls below it in 2025", func() (*Figure, error) { return Paths("GRC", rs[0]) }},
		{"Greece is at 2% of GDP already but falls below it again in 1 of 3 scenarios", func() (*Figure, error) { return Paths("GRC", rs...) }},
		{"Germany does not reach 2% of GDP by 2032 and reaches 3% in 2030", func() (*Figure, error) { return Paths("DEU", rs[2], steps) }},
		{"Estonia is at 2% of GDP already and reaches 3% in 2030", func() (*Figure, error) { return Paths("EST", rs[2], steps) }},
		{"Germany reaches 2% of GDP in 2031 in “At the present pace”", func() (*Figure, error) { return Paths("DEU", rs[0], idle) }},
		{"4 of 5 members reach 2% of GDP by 2032", func() (*Figure, error) { return YearReached(rs[0], idle) }},
		{"3 of 5 members are at 2% of GDP in 2032, after 2 in 2022", func() (*Figure, error) { return Count(idle, rs[0]) }},
		{"Spain: defence spending up to 2032", func() (*Figure, error) { return Paths("ESP", idle) }},
		{"2 of 5 members spent at least 2% of GDP in 2022", func() (*Figure, error) { return Ranking(rs[0], 2022) }},
		{"2 of 5 members spend at least 2% of GDP in 2021", func() (*Figure, error) { return Ranking(rs[0], 2021) }},
		{"All 5 members would spend at least 2% of GDP in 2027", func() (*Figure, error) { return Ranking(rs[1], 2027) }},
		{"All 5 members would spend at least 2% of GDP in 2026", func() (*Figure, error) { return Ranking(steps, 2026) }},
		{"Türkiye spent 1.90% of GDP in 2022", func() (*Figure, error) { return Ranking(one[0], 2022) }},
		{"Defence spending in 2025 as a share of GDP", func() (*Figure, error) { return Ranking(idle, 2025) }},
		{"All 5 members are at 2% of GDP in 2027, after 2 in 2022", func() (*Figure, error) { return Count(rs[1]) }},
		{"At least 2 of 5 members are at 2% of GDP in 2032, after 2 in 2022", func() (*Figure, error) { return Count(rs...) }},
	} {
		f, err := tc.chart()
		if err != nil {
			t.Errorf("%q: %v", tc.want, err)
			continue
		}
		if diff := cmp.Diff(tc.want, f.Title); diff != "" {
			t.Errorf("title (-want +got):\n%s", diff)
		}
	}
}

// stay is a second scenario in which nothing moves.
func stay(t testing.TB) *projection.Result {
	return run(t, sample(t), plan("frozen", openTarget, scenario.Budget{}), projection.Options{})
}

func TestSourceAndNotes(t *testing.T) {
	rs := three(t, projection.Options{})
	if got, want := source(rs), "Source: NATO, Defence Expenditure (2018-2022), edition test-2023; projection: pledgesim"; got != want {
		t.Errorf("source = %q, want %q", got, want)
	}
	d := &scenario.Dataset{Edition: "own-1"}
	if got, want := published([]*projection.Result{{Dataset: d}}), "Source: edition own-1"; got != want {
		t.Errorf("published = %q, want %q", got, want)
	}
	d.Sources = []scenario.Source{{Publisher: "NATO", Title: "A"}, {Publisher: "IMF", Title: "C"}, {Publisher: "NATO", Title: "B"}}
	if got, want := published([]*projection.Result{{Dataset: d}}), "Source: NATO, A, and B, IMF, C, edition own-1"; got != want {
		t.Errorf("published = %q, want %q", got, want)
	}
	want := []string{
		"GDP grows 0% a year",
		"“At the present pace”: the share goes on changing by its mean yearly change of the last 4 years",
		"“2% by 2027”: the share reaches the target by the deadline through equal yearly steps",
		"“Share held”: spending keeps its share of GDP",
	}
	if diff := cmp.Diff(want, assumptions(rs)); diff != "" {
		t.Errorf("assumptions (-want +got):\n%s", diff)
	}
	if got, want := note("a", "", "b.", "a", "c?"), "Note: a. b. c?"; got != want {
		t.Errorf("note = %q, want %q", got, want)
	}
	if got, want := note("a member's own"), "Note: a member’s own."; got != want {
		t.Errorf("note = %q, want %q", got, want)
	}
	if got := note("", " "); got != "" {
		t.Errorf("note of nothing = %q", got)
	}
	for text, want := range map[string]string{"über": "Über", "": "", "\xe2": "\xe2", "\xe2a": "\xe2a"} {
		if got := capital(text); got != want {
			t.Errorf("capital of %q = %q", text, got)
		}
	}
}

func TestCaveatsOnMember(t *testing.T) {
	r := three(t, projection.Options{})[0]
	deu, err := r.Member("DEU")
	if err != nil {
		t.Fatal(err)
	}
	d := *r.Dataset
	for _, tc := range []struct{ note, want string }{
		{"Shares are rounded: DEU 2020", "Shares are rounded: DEU 2020."},
		{"Shares are rounded: ESP 2020, TUR 2021", ""},
		{"NATO has 30 members", "NATO has 30 members."}, // a code is not a word in capitals
	} {
		d.Notes = []string{tc.note}
		of := []*projection.Result{{Dataset: &d}}
		if got := caveatsOn(deu, of); got != tc.want {
			t.Errorf("on Germany %q, want %q", got, tc.want)
		}
		if got := caveats(of); got != tc.note+"." {
			t.Errorf("on all %q, want %q", got, tc.note)
		}
	}
}
