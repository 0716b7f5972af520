package read_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/pledgesim/pledgesim/scenario"
	"github.com/pledgesim/pledgesim/scenario/read"
)

// A figure with a mark that says it is not final never becomes an observed one.
func TestMarksOfEstimates(t *testing.T) {
	layouts := map[string]struct {
		read reader
		head string
	}{
		"Wide":  {read.Wide, "member\t2024\nDEU\t"},
		"NATO":  {read.NATO, "\t2024\nGermany\t"},
		"SIPRI": {read.SIPRI, "Country\t2024\nGermany\t"},
	}
	const soft = "figures marked f (forecast) or p (provisional, or projected), taken as estimates: 1"
	for name, l := range layouts {
		for _, test := range []struct{ figure, warning string }{
			{"1.19e", ""}, {"1.19 e", ""}, {"1.19 (e)", ""}, {"1.19(e)", ""}, {"1.19 [e]", ""}, {"1.19E", ""}, {"1.19 (E)", ""},
			{"1.19 (e)*", "footnote marks * behind figures, left out: 1"}, {"1.19% (e)", ""}, {"1.19 (e) %", ""},
			{"1.19p", soft}, {"1.19 p", soft}, {"1.19 (p)", soft}, {"1.19 [P]", soft}, {"1.19 f", soft}, {"1.19(f)", soft},
		} {
			s := text(t, l.read, read.Options{Unit: "% of GDP", Variable: "share"}, l.head+test.figure)
			equal(t, name+": "+s.Series[0].Values.String(), name+": 2024: 1.19 (estimated)")
			equal(t, strings.Join(messages(s.Warnings), "\n"), test.warning)
		}
	}
}

// A year may have the same marks as a figure.
func TestMarksOfYears(t *testing.T) {
	for _, year := range []string{"2025e", "2025 e", "2025E", "2025(e)", "2025 (e)", "2025 [e]", "2025p", "2025 F"} {
		for _, s := range []*read.Sheet{
			text(t, read.NATO, read.Options{Unit: "% of GDP", Variable: "share"}, "\t2024\t"+year, "Germany\t2\t2.2"),
			text(t, read.Wide, read.Options{Unit: "% of GDP", Variable: "share"}, "name\t2024\t"+year, "Germany\t2\t2.2"),
		} {
			equal(t, s.Series[0].Values.String(), "2024: 2, 2025: 2.2 (estimated)")
			if soft := len(s.Warnings) > 0; soft != strings.ContainsAny(year, "pF") {
				t.Errorf("%s: %v", year, s.Warnings)
			}
		}
	}
}

// Footnote marks say nothing of a figure; they are left out behind figures, names and codes.
func TestFootnoteMarks(t *testing.T) {
	for _, mark := range []string{"*", "†‡", "¹", "¹²", "⁴", "¹,²", " (a)", " (d)", "[b]", "[1]", "[12]", "* (a)"} {
		s := text(t, read.Wide, read.Options{Unit: "% of GDP", Variable: "share"}, "code\tname\t2024", "EST"+mark+"\tEstonia"+mark+"\t1.1"+mark)
		equal(t, lines(s), []string{"2 EST|Estonia|share|% of GDP: 2024: 1.1"})
		if len(s.Warnings) != 1 {
			t.Errorf("%s: %v", mark, s.Warnings)
		}
		for _, r := range []reader{read.NATO, read.SIPRI} {
			s := text(t, r, read.Options{Unit: "% of GDP", Variable: "share"}, "Country\t2024", "Estonia"+mark+"\t1.1"+mark)
			equal(t, lines(s), []string{"2 |Estonia|share|% of GDP: 2024: 1.1"})
		}
	}
	// Behind a name any letter and number is a footnote: it is no figure that could be an estimate.
	s := text(t, read.NATO, read.Options{Unit: "% of GDP", Variable: "share"}, "Country\t2024", "Estonia (1)\t1", "Latvia (e)\t1")
	equal(t, lines(s), []string{"2 |Estonia|share|% of GDP: 2024: 1", "3 |Latvia|share|% of GDP: 2024: 1"})
	s = text(t, read.NATO, read.Options{}, "Table 1: Spending", "Million", "Current prices", "\t2024", "Canada¹ (Dollars)²\t1")
	equal(t, lines(s), []string{"5 |Canada|Spending, Current prices|Dollars, Million, Current prices: 2024: 1"})
	s = text(t, read.Wide, read.Options{Unit: "% of GDP", Variable: "share"}, "code\t2023\t2024", "EST\t1*\t1 (a)", "LVA\t1(a)\t2")
	equal(t, messages(s.Warnings), []string{"footnote marks (a), * behind figures, left out: 3"})
}

// In tables of one's own a number in brackets belongs to the name.
func TestNumbersInNames(t *testing.T) {
	s := text(t, read.Wide, read.Options{Unit: "% of GDP", Variable: "share"}, "code\tname\t2024", "EA19\tEuro area (19)\t1", "EA20\tEuro area (20)\t1", "EST*\tEstonia (a)\t1")
	equal(t, lines(s), []string{"2 EA19|Euro area (19)|share|% of GDP: 2024: 1", "3 EA20|Euro area (20)|share|% of GDP: 2024: 1", "4 EST|Estonia|share|% of GDP: 2024: 1"})
}

func TestFootnotesBehindYears(t *testing.T) {
	s := text(t, read.NATO, read.Options{Unit: "% of GDP", Variable: "share"}, "\t2023*\t2024e¹", "Estonia\t1\t2")
	equal(t, lines(s), []string{"2 |Estonia|share|% of GDP: 2023: 1, 2024: 2 (estimated)"})
}

// Words above the column names are statuses only where they stand above a year.
func TestTitlesThatReadLikeStatuses(t *testing.T) {
	s := text(t, read.Wide, read.Options{Unit: "% of GDP", Variable: "share"}, "Legend\te\testimate", "Type\tActual", "code\tname\tlabel\t2024", "EST\tEstonia\t\t1")
	equal(t, lines(s), []string{"4 EST|Estonia|share|% of GDP: 2024: 1"})
	s = text(t, read.Wide, read.Options{Unit: "% of GDP", Variable: "share"}, "code\t2022\t2023\t2024\t2025", "status\tActual\te\tforecast\tprojected", "EST\t1\t2\t3\t4")
	equal(t, lines(s), []string{"3 EST||share|% of GDP: 2022: 1, 2023: 2 (estimated), 2024: 3 (estimated), 2025: 4 (projected)"})
}

// A cell of nothing but marks takes no time worth speaking of.
func TestManyMarks(t *testing.T) {
	many := strings.Repeat("(a)", 100_000)
	start := time.Now()
	_, err := read.Wide(strings.NewReader("name\t2024\nEstonia"+many+"\t1"+many), read.Options{Unit: "% of GDP", Variable: "share"})
	if d := time.Since(start); err == nil || d > 5*time.Second {
		t.Errorf("%v, error %.100v", d, err)
	}
}

// What may be a mark or not is an error that says so.
func TestMarksThatAreNotKnown(t *testing.T) {
	const letter = `behind the number, which is no mark that is known: write e for an estimate, (a) for a footnote, or nothing`
	for figure, want := range map[string]string{
		"1.5 b":     `has "b" ` + letter,
		"1.5 (s)":   `has "(s)" ` + letter,
		"1.5 [u]":   `has "[u]" ` + letter,
		"1.5 bp":    `has "bp" ` + letter,
		"1.5 est.":  `has "est." ` + letter,
		"1.5% pct":  `has "pct" ` + letter,
		"1.5 (1)":   `has a number in brackets behind it, which may be a footnote mark or a second figure: take it out`,
		"1.5 (0.2)": `has a number in brackets behind it, which may be a footnote mark or a second figure: take it out`,
		"p":         `is not a number: leave the cell empty where nothing was published`,
	} {
		_, err := read.Wide(strings.NewReader("member\t2024\nDEU\t"+figure), read.Options{Unit: "% of GDP", Variable: "share"})
		var fe *scenario.FieldError
		if !errors.As(err, &fe) || fe.Problem != want || fe.Field != "line 2, column 5: figure" {
			t.Errorf("%s: %v", figure, err)
		}
	}
	_, err := read.WorldBank(strings.NewReader("Country Name,Country Code,Indicator Name,Indicator Code,2024\nA,AAA,X (%),X,1.5 e"), read.Options{})
	if err == nil || !strings.HasSuffix(err.Error(), `has "e" behind the number, and this layout has no marks: take it out, or keep the figures in the layout of Wide, where e marks an estimate`) {
		t.Error(err)
	}
}
