package projection_test

import (
	"fmt"
	"iter"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/pledgesim/pledgesim/projection"
)

// columnsOf counts the columns that a line takes in a terminal: two for an ideograph
// and a Hangul syllable, none for a mark on another letter.
func columnsOf(line string) int {
	n := 0
	for _, r := range line {
		switch {
		case unicode.Is(unicode.Mn, r):
		case unicode.In(r, unicode.Han, unicode.Hangul, unicode.Katakana) || r > 0x1f000:
			n += 2
		default:
			n++
		}
	}
	return n
}

// checkTerminal fails if a line is wider than 80 columns or ends in a space.
func checkTerminal(t *testing.T, name, text string) {
	t.Helper()
	for i, line := range strings.Split(text, "\n") {
		if n := columnsOf(line); n > 80 {
			t.Errorf("%s: line %d takes %d columns: %s", name, i+1, n, line)
		}
		if line != strings.TrimRight(line, " ") {
			t.Errorf("%s: line %d ends in a space", name, i+1)
		}
	}
}

// renamed is a table under other names.
type renamed struct {
	projection.Tabular
	name func(string) string
}

func (r renamed) About() projection.About {
	a := r.Tabular.About()
	a.Title = r.name(a.Title)
	if a.Lines != "" {
		a.Lines = r.name(a.Lines)
	}
	for _, list := range []*[]string{&a.Editions, &a.Assumptions, &a.Notes} {
		*list = slices.Clone(*list)
		for i := range *list {
			(*list)[i] = r.name((*list)[i])
		}
	}
	return a
}

func (r renamed) Rows() iter.Seq[projection.Row] {
	return func(yield func(projection.Row) bool) {
		for row := range r.Tabular.Rows() {
			row.Scenario, row.Name, row.Variable = r.name(row.Scenario), r.name(row.Name), r.name(row.Variable)
			for _, word := range []*string{&row.Case, &row.Text} {
				if *word != "" {
					*word = r.name(*word)
				}
			}
			if !yield(row) {
				return
			}
		}
	}
}

// Text tables fit a terminal whatever things are called.
func TestTextFitsATerminal(t *testing.T) {
	longWord := regexp.MustCompile(`\w+`)
	for name, ts := range everyTable(t) {
		checkTerminal(t, name, written(t, "text", ts...))
		for kind, rename := range map[string]func(string) string{
			"long words":    func(s string) string { return longWord.ReplaceAllString(s, strings.Repeat("$0", 30)) },
			"many words":    func(s string) string { return strings.Repeat(s+" and ", 20) + s },
			"wide letters":  func(s string) string { return s + strings.Repeat("日本語한국어", 20) },
			"wide words":    func(s string) string { return s + strings.Repeat(" 日本語の名前", 20) },
			"marks":         func(s string) string { return s + strings.Repeat("e\u0301", 60) },
			"pictures":      func(s string) string { return s + strings.Repeat("🚀", 60) },
			"an address":    func(s string) string { return s + " https://example.org/" + strings.Repeat("path/", 40) },
			"80 and a word": func(s string) string { return s + strings.Repeat("x", 80) + " y" },
		} {
			var others []projection.Tabular
			for _, table := range ts {
				others = append(others, renamed{table, rename})
			}
			checkTerminal(t, name+" with "+kind, written(t, "text", others...))
		}
	}
}

// Nothing of a long name is lost: it goes on in the next line.
func TestLongNamesGoOnInTheNextLine(t *testing.T) {
	table := numbers{
		projection.About{Title: "A table"},
		[]projection.Row{
			{Scenario: "s", Member: "AAA", Name: "The United Provinces of the Northern and the Southern Shore", Variable: "share", Unit: "% of GDP", Value: 2, Stat: "projected"},
			{Scenario: "s", Member: "BBB", Name: strings.Repeat("日本", 25), Variable: "share", Unit: "% of GDP", Value: 3, Stat: "projected"},
		},
	}
	want := `A table

                                             share
Member                                    % of GDP
--------------------------------------------------
The United Provinces of the Northern and      2.00
the Southern Shore
日本日本日本日本日本日本日本日本日本日本      3.00
日本日本日本日本日本日本日本日本日本日本
日本日本日本日本日本

Source
  computed by pledgesim 0.1.0-dev
`
	if got := written(t, "text", table); got != want {
		t.Errorf("got:\n%swant:\n%s", got, want)
	}
}

// Hundreds of columns follow in blocks, each with the names of the members; no number
// is lost.
func TestManyColumns(t *testing.T) {
	table := numbers{about: projection.About{Title: "Many"}}
	for i := range 300 {
		for _, member := range []string{"Aland", "Borduria"} {
			table.rows = append(table.rows, projection.Row{
				Scenario: fmt.Sprintf("scenario number %d", i), Member: member, Variable: "share", Unit: "% of GDP", Value: float64(1000 + i),
			})
		}
	}
	text := written(t, "text", table)
	checkTerminal(t, "many columns", text)
	for i := range 300 {
		if n := strings.Count(text, fmt.Sprintf(" 1,%03d.00", i)); n != 2 {
			t.Errorf("the number of scenario %d is there %d times", i, n)
		}
	}
	// Seven columns of 8 characters and a gap of two fit beside "Borduria".
	if blocks := strings.Count(text, "\nBorduria "); blocks != 43 {
		t.Errorf("%d blocks, want 300/7 = 43", blocks)
	}
}
