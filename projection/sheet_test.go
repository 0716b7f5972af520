package projection_test

import (
	"errors"
	"fmt"
	"io"
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// The letters behind numbers are explained above the table that has them.
func TestLettersBehindNumbersAreExplained(t *testing.T) {
	row := func(year int, stat string, value float64) projection.Row {
		return projection.Row{Scenario: "A", Member: "AAA", Variable: "share", Unit: projection.UnitShare, Year: year, Stat: stat, Value: value}
	}
	words := row(2026, projection.StatEstimated, math.NaN())
	words.Text = "unknown"
	for want, rows := range map[string][]projection.Row{
		"":                           {row(2025, projection.StatObserved, 1), words},
		"e: estimate of the source.": {row(2024, projection.StatEstimated, 1), row(2025, projection.StatObserved, 1)},
		"e: estimate of the source; p: projected.": {row(2024, projection.StatObserved, 1), row(2025, projection.StatEstimated, 1), row(2026, projection.StatProjected, 1)},
	} {
		table := numbers{projection.About{Title: "x"}, rows}
		s, err := projection.Layout(table)
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(s.Units, " "); got != want {
			t.Errorf("%q, want %q", got, want)
		}
		if text := written(t, "text", table); want != "" && !strings.Contains(text, "\n"+want+"\n") {
			t.Errorf("the text lacks %q:\n%s", want, text)
		}
	}
}

func TestNoTablesAreNotWritten(t *testing.T) {
	for _, format := range projection.Formats() {
		if err := projection.Write(io.Discard, format); !errors.Is(err, scenario.ErrMissing) || !strings.Contains(err.Error(), "tables are none") {
			t.Errorf("%s: %v", format, err)
		}
	}
}

// A sheet has the words of the Markdown table, cell by cell.
func TestLayoutIsTheTableOfMarkdown(t *testing.T) {
	c := comparison(t)
	for name, table := range map[string]projection.Tabular{"years reached": c, "counts by year": c.Counts()} {
		s, err := projection.Layout(table)
		if err != nil {
			t.Fatal(err)
		}
		var b strings.Builder
		if err := projection.WriteMarkdown(&b, table); err != nil {
			t.Fatal(err)
		}
		var want []string
		for line := range strings.Lines(b.String()) {
			if cells, ok := strings.CutPrefix(line, "| "); ok {
				want = append(want, strings.TrimSuffix(cells, " |\n"))
			}
		}
		got := []string{}
		for _, h := range s.Header {
			got = append(got, strings.Join(h, ", "))
		}
		lines := []string{strings.Join(got, " | ")}
		for _, l := range s.Lines {
			lines = append(lines, strings.Join(l, " | "))
		}
		if diff := cmp.Diff(want, lines); diff != "" {
			t.Errorf("%s (-Markdown +sheet):\n%s", name, diff)
		}
	}
}

func TestLayoutSaysWhatLinesAre(t *testing.T) {
	c := comparison(t)
	for table, want := range map[projection.Tabular]int{c: 1, c.Counts(): 2} { // member; member and year
		if s, err := projection.Layout(table); err != nil || s.Labels != want {
			t.Errorf("%d columns of labels, want %d (%v)", s.Labels, want, err)
		}
	}
}

func TestLayoutRefusesTwoNumbersInOnePlace(t *testing.T) {
	c := comparison(t)
	if _, err := projection.Layout(c, c); !errors.Is(err, scenario.ErrDuplicate) {
		t.Errorf("error %v", err)
	}
}

// comparison is two targets for two members.
func comparison(t *testing.T) *projection.Comparison {
	t.Helper()
	d, err := scenario.NewDataset("test", "EUR million",
		scenario.Member{Code: "AAA", Name: "Aland", Share: scenario.NewSeries(2020, 0.01, 0.012), GDP: scenario.NewSeries(2020, 100, 101)},
		scenario.Member{Code: "BBB", Name: "Bland and Sons", Share: scenario.NewSeries(2020, 0.02, 0.02), GDP: scenario.NewSeries(2020, 100, 101)})
	if err != nil {
		t.Fatal(err)
	}
	var rs []*projection.Result
	for _, share := range []float64{2 * scenario.Percent, 3 * scenario.Percent} {
		r, err := projection.Run(d, scenario.Scenario{
			Name: fmt.Sprint("target ", scenario.FormatShare(share)), Pledge: scenario.Target{Share: share, By: 2025},
			Growth: scenario.Constant(0.01), Response: scenario.Ramp{},
		}, projection.Options{To: 2026})
		if err != nil {
			t.Fatal(err)
		}
		rs = append(rs, r)
	}
	c, err := projection.Compare(rs[0], rs[1:]...)
	if err != nil {
		t.Fatal(err)
	}
	return c
}
