package nato_test

import (
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/pledgesim/pledgesim/scenario/nato"
)

// Dates of accession: common knowledge; those since 2017 also in the notes of
// NATO's workbook of June 2024.
func TestMembersOn(t *testing.T) {
	day := func(y int, m time.Month, d int) time.Time { return time.Date(y, m, d, 0, 0, 0, 0, time.UTC) }
	tests := []struct {
		day  time.Time
		want int
		why  string
	}{
		{day(1949, 4, 4), 0, "signed, not yet in force"},
		{day(1949, 8, 24), 12, "founders"},
		{day(1999, 3, 12), 19, "with Czechia, Hungary and Poland"},
		{day(2019, 6, 25), 29, "edition 2019-06"},
		{day(2020, 3, 27), 30, "with North Macedonia"},
		{day(2023, 3, 21), 30, "edition 2023-03"},
		{day(2023, 4, 4), 31, "with Finland"},
		{day(2024, 3, 6), 31, "the day before Sweden"},
		{day(2024, 3, 7), 32, "with Sweden"},
	}
	for _, tt := range tests {
		if got := nato.MembersOn(tt.day); len(got) != tt.want {
			t.Errorf("%s, %s: %d members, want %d", tt.day.Format(time.DateOnly), tt.why, len(got), tt.want)
		}
	}
	if diff := cmp.Diff(edition(t, "2023-03").Codes(), nato.MembersOn(day(2023, 3, 21))); diff != "" {
		t.Error("edition 2023-03 has other members than its day:", diff)
	}
}

func TestGroups(t *testing.T) {
	tests := []struct {
		name  string
		codes []string
		want  int
		out   string
	}{
		{"All", nato.All(), 32, ""},
		{"EuropeAndCanada", nato.EuropeAndCanada(), 31, "USA"},
		{"EU", nato.EU(), 23, "GBR"},
		{"BorderingRussia", nato.BorderingRussia(), 6, "SWE"},
	}
	for _, tt := range tests {
		if len(tt.codes) != tt.want || slices.Contains(tt.codes, tt.out) || !slices.IsSorted(tt.codes) {
			t.Errorf("%s: %d members in order %v: %v", tt.name, len(tt.codes), slices.IsSorted(tt.codes), tt.codes)
		}
		for _, code := range tt.codes {
			if !slices.Contains(nato.All(), code) {
				t.Errorf("%s: %s is no member", tt.name, code)
			}
		}
	}
}
