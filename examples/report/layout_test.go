package main

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/pledgesim/pledgesim/projection"
)

// A scenario has one cell above its columns, unless no columns have one in common.
func TestHeadings(t *testing.T) {
	member := []string{"Member"}
	one := func(text string) heading { return heading{Text: text, Columns: 1, Rows: 1} }
	for name, c := range map[string]struct {
		header [][]string
		want   [][]heading
	}{
		"variables only": {[][]string{member, {"share", "% of GDP"}, {"year"}}, [][]heading{{one("Member"), one("share, % of GDP"), one("year")}}},
		"scenarios only": {[][]string{member, {"A", "year"}, {"B", "year"}}, [][]heading{{one("Member"), one("A, year"), one("B, year")}}},
		"both": {[][]string{member, {"A", "year"}, {"A", "gap"}, {"B", "year"}}, [][]heading{
			{{"Member", 1, 2, false}, {"A", 2, 1, true}, {"B", 1, 1, true}},
			{one("year"), one("gap"), one("year")},
		}},
	} {
		if diff := cmp.Diff(c.want, headings(&projection.Sheet{Labels: 1, Header: c.header})); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

// Long sentences stand under the first figure that has them, short ones under each.
func TestSayOnce(t *testing.T) {
	long := strings.Repeat("word ", 20) + "end."
	figures := []*figure{
		{Number: 1, Note: "Note: " + long + " Hollow: estimates.", Source: "Source: X"},
		{Number: 2, Note: "Note: " + long + " Hollow: estimates.", Source: "Source: X"},
		{Number: 3, Note: "Note: " + long, Source: "Source: Y"},
		{Number: 4, Note: "Note: " + long, Missing: "no data"},
	}
	tables := []*table{{Notes: []string{"a note", long}}, {Notes: []string{"a note"}}}
	sec := &section{}
	for _, f := range figures {
		sec.Parts = append(sec.Parts, part{Figure: f})
	}
	for _, tab := range tables {
		sec.Parts = append(sec.Parts, part{Table: tab})
	}
	sayOnce([]*section{sec})
	var got [][]string
	for _, f := range figures[:3] {
		got = append(got, []string{f.Note, f.Source})
	}
	want := [][]string{{long + " Hollow: estimates.", "Source: X"}, {"Hollow: estimates.", "Source: as for figure 1."}, {"", "Source: Y"}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if figures[0].Repeats || !figures[1].Repeats || !figures[2].Repeats {
		t.Error("a figure does not say that more is above")
	}
	if diff := cmp.Diff([][]string{{"a note", long}, nil}, [][]string{tables[0].Notes, tables[1].Notes}); diff != "" {
		t.Error(diff)
	}
}
