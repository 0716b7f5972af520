package plotting

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"gonum.org/v1/plot/vg"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

func TestPathsOfGolden(t *testing.T) {
	some, err := PathsOf(three(t, projection.Options{})[0], "DEU", "Greece", "ESP")
	if err != nil {
		t.Fatal(err)
	}
	all, err := PathsOf(alliance(t, 32)[0])
	if err != nil {
		t.Fatal(err)
	}
	all.Highlight, all.Page = []string{"M03", "M20"}, Slide
	for name, f := range map[string]*Figure{"pathsof": some, "pathsof-highlight": all} {
		f.DPI = 72
		checkGolden(t, name, f)
	}
}

// Members beyond the colours of the theme are refused when the figure is drawn,
// since Highlight may be set until then.
func TestPathsOfColours(t *testing.T) {
	r := alliance(t, 7)[0]
	for _, tc := range []struct {
		members   []string
		highlight []string
		want      string
	}{
		{r.Codes()[:6], nil, ""},
		{nil, []string{"M01", "M02"}, ""},
		{nil, nil, "7 members in colour are too many: only 6 can be told apart, so name no more than that in Highlight, or draw a Grid"},
		{nil, r.Codes(), "7 members in colour are too many"},
		{r.Codes()[:2], []string{"M05"}, `"M05" is not in the chart`},
	} {
		f, err := PathsOf(r, tc.members...)
		if err != nil {
			t.Fatal(err)
		}
		f.Highlight, f.DPI = tc.highlight, leastDPI
		err = f.Encode(&bytes.Buffer{}, "png")
		if (err == nil) != (tc.want == "") || err != nil && !strings.Contains(err.Error(), tc.want) {
			t.Errorf("%v, highlighting %v: error %v, want %q", tc.members, tc.highlight, err, tc.want)
		}
	}
}

func TestPathsOfWords(t *testing.T) {
	rs := three(t, projection.Options{})
	exempt := scenario.Except{Pledge: openTarget, Terms: map[string]scenario.Pledge{"TUR": nil}}
	some := run(t, sample(t), plan("some", exempt, scenario.Hold{}), projection.Options{})
	// At the present pace Germany, 0.06 points a year from 1.49%, is at 2% in 2031,
	// Estonia stays there, Spain, 0.025 points a year from 1.10%, is far.
	for _, tc := range []struct {
		r       *projection.Result
		members []string
		title   string
		note    string
	}{
		{rs[0], []string{"DEU", "EST", "ESP"}, "2 of 3 members reach 2% of GDP by 2032", "Shown: 3 of the 5 members with figures."},
		{rs[0], []string{"DEU"}, "Germany reaches 2% of GDP in 2031", "Shown: 1 of the 5 members with figures."},
		{rs[1], []string{"DEU", "ESP"}, "Both members reach 2% of GDP by 2027", "Hollow marks: estimates of the source."},
		// Greece falls by 0.1 points a year from 2.20% and is below 2% from 2025 on.
		{rs[0], []string{"GRC", "EST"}, "Both members reach 2% of GDP by 2032", "The target is lost again later by Greece."},
		{some, []string{"TUR", "DEU"}, "None of 1 member reaches 2% of GDP by 2032", "Nothing is asked of Türkiye."},
		{some, []string{"TUR"}, "Türkiye: defence spending up to 2032", "Nothing is asked of any of them."},
	} {
		f, err := PathsOf(tc.r, tc.members...)
		if err != nil {
			t.Fatal(err)
		}
		if f.Title != tc.title || !strings.Contains(f.Note, tc.note) {
			t.Errorf("%v: title %q, want %q; note %q, want %q", tc.members, f.Title, tc.title, f.Note, tc.note)
		}
	}
}

// In a colour or in grey, every member has a line, and those in colour are labelled.
func TestPathsOfHighlight(t *testing.T) {
	theme, err := Theme{}.filled()
	if err != nil {
		t.Fatal(err)
	}
	f, err := PathsOf(alliance(t, 12)[0])
	if err != nil {
		t.Fatal(err)
	}
	f.Highlight = []string{"M07", "M02"}
	_, c, err := f.ready()
	if err != nil {
		t.Fatal(err)
	}
	m := c.(*memberPaths)
	if len(m.lines) != 2 || len(m.quiet) != 10 || m.colours() != 2 {
		t.Fatalf("%d lines in colour, %d in grey", len(m.lines), len(m.quiet))
	}
	ranks := map[int]bool{}
	for _, e := range m.endLabels(theme, 100).Labels {
		ranks[e.Rank] = true
		if coloured := strings.HasPrefix(e.Text, "Member 3") || strings.HasPrefix(e.Text, "Member 8"); coloured != (e.Rank < 2) {
			t.Errorf("%q has rank %d", e.Text, e.Rank)
		}
	}
	if len(ranks) != 12 {
		t.Errorf("%d different ranks, want 12", len(ranks))
	}
}

func TestSpaced(t *testing.T) {
	for _, tc := range []struct {
		name   string
		values []float64
		kept   int
		want   []int
	}{
		{"none", nil, 0, []int{}},
		{"far ones first", []float64{5, 5.1, 0, 10, 7}, 1, []int{0, 4, 1, 2, 3}},
		{"kept ones stay", []float64{5, 5.1, 0, 10}, 2, []int{0, 1, 2, 3}},
		{"equal ones in order", []float64{1, 1, 1}, 1, []int{0, 1, 2}},
	} {
		if diff := cmp.Diff(tc.want, spaced(tc.values, tc.kept)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tc.name, diff)
		}
	}
}

// Labels that are left out are counted below the others, and nothing else is.
func TestEndLabelsSayWhatIsLeftOut(t *testing.T) {
	f, err := PathsOf(alliance(t, 32)[0])
	if err != nil {
		t.Fatal(err)
	}
	f.Highlight = []string{"M03"}
	for _, height := range []vg.Length{usualHeight, 22 * vg.Centimeter} {
		f.Height = height
		all, _, err := words(f)
		if err != nil {
			t.Fatal(err)
		}
		labelled, said := 0, ""
		for _, w := range all {
			if strings.HasPrefix(w.text, "Member ") {
				labelled++
			}
			if strings.HasSuffix(w.text, " labelled") {
				said = w.text
			}
		}
		want := ""
		if labelled < 32 {
			want = fmt.Sprintf("%d of 32 labelled", labelled)
		}
		if said != want || labelled < 5 {
			t.Errorf("%.0f cm: %d labels, and %q is said", cm(height), labelled, said)
		}
	}
}
