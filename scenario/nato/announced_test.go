package nato_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/pledgesim/pledgesim/scenario"
	"github.com/pledgesim/pledgesim/scenario/nato"
)

// Announcements that were read in a source, by member. For the others no date
// of their own was found: they are bound by the common pledges only.
func TestCountOfAnnouncements(t *testing.T) {
	want := map[string]int{
		"BEL": 4, "CAN": 5, "CZE": 1, "DEU": 4, "DNK": 5, "ESP": 3, "EST": 3, "FIN": 1, "FRA": 4, "GBR": 6, "HRV": 1, "HUN": 1,
		"ITA": 3, "LTU": 3, "LUX": 2, "LVA": 5, "NLD": 1, "NOR": 2, "POL": 6, "PRT": 3, "ROU": 1, "SVN": 2, "SWE": 2, "USA": 1,
	}
	total := 0
	for _, code := range nato.All() {
		got := announced(t, code)
		total += len(got)
		if len(got) != want[code] {
			t.Errorf("%s: %d announcements, want %d", code, len(got), want[code])
		}
	}
	if all := nato.AllAnnounced(); len(all) != total || total != 69 {
		t.Errorf("%d announcements in all, %d by member, want 69", len(all), total)
	}
}

func TestAnnouncementsAreComplete(t *testing.T) {
	ids := map[string]bool{}
	for _, a := range nato.AllAnnounced() {
		if ids[a.ID] || !strings.HasPrefix(a.ID, strings.ToLower(a.Member)+"-") {
			t.Errorf("ID %s occurs twice or is not that of %s", a.ID, a.Member)
		}
		ids[a.ID] = true
		if a.Text == "" || a.Source == "" || a.Deadline == "" {
			t.Errorf("%s lacks text, source or deadline", a.ID)
		}
		if !slices.Contains([]nato.Kind{nato.SharePlan, nato.MoneyPlan, nato.OptOut, nato.Call}, a.Kind) {
			t.Errorf("%s: kind %q", a.ID, a.Kind)
		}
		if !slices.Contains([]nato.Basis{nato.OfGDP, nato.OfGNI, nato.OfAverage}, a.Basis) {
			t.Errorf("%s: basis %q", a.ID, a.Basis)
		}
		if a.Kind == nato.SharePlan && len(a.Steps) == 0 {
			t.Errorf("%s: a share without steps", a.ID)
		}
	}
}

// Dates rise, as far as they are precise enough to tell.
func TestAnnouncementsAreInOrderOfDate(t *testing.T) {
	for _, code := range nato.All() {
		before := ""
		for _, a := range announced(t, code) {
			day := a.Date[strings.LastIndex(a.Date, " ")+1:]
			if n := min(len(before), len(day)); day[:n] < before[:n] {
				t.Errorf("%s: %s comes after %s", a.ID, day, before)
			}
			before = day
		}
	}
}

// Each chain of superseded announcements ends at one that stands, later and of
// the same member.
func TestSupersededChainsEnd(t *testing.T) {
	all := nato.AllAnnounced()
	index := func(id string) int {
		return slices.IndexFunc(all, func(a nato.Announcement) bool { return a.ID == id })
	}
	for i, a := range all {
		if a.SupersededBy == "" {
			continue
		}
		if next := index(a.SupersededBy); next <= i || all[next].Member != a.Member {
			t.Errorf("%s is superseded by %q, which is no later announcement of %s", a.ID, a.SupersededBy, a.Member)
		}
	}
}

// What was recalled, not read, carries a mark: the month of Britain's 2023
// announcement and the day of Finland's.
func TestUnverified(t *testing.T) {
	got := map[string]string{}
	for _, a := range nato.AllAnnounced() {
		if !a.Verified() {
			got[a.ID] = a.Unverified
		}
	}
	if diff := cmp.Diff(map[string]string{"gbr-2023-03": "date", "fin-2025-04": "day"}, got); diff != "" {
		t.Error(diff)
	}
}

func TestAnnouncedPledge(t *testing.T) {
	tests := []struct {
		id   string
		want scenario.Pledge // nil: no share of each year's GDP
		why  string
	}{
		{"gbr-2024-04", scenario.Target{Share: 0.025, From: 2025, By: 2030}, "known from the year after it was announced"},
		{"prt-2025-04", scenario.Target{Share: 0.02, From: 2025, By: 2025}, "a deadline in the same year"},
		{"gbr-2023-03", scenario.Target{Share: 0.025, From: 2024}, "no deadline"},
		{"deu-2019-11", scenario.Steps{{Share: 0.015, From: 2020, By: 2024}, {Share: 0.02, From: 2020, By: 2031}}, "two steps"},
		{"gbr-2025-02", scenario.Steps{{Share: 0.025, From: 2026, By: 2027}, {Share: 0.03, From: 2026}}, "the second step is open"},
		{"nor-earlier", scenario.Target{Share: 0.02, From: 2024, By: 2026}, "said before a day in 2024"},
		{"esp-2025-06", scenario.Target{Share: 0.021, From: 2026}, "an opt-out that names its own share"},
		{"usa-2025-06", nil, "an opt-out that names none"},
		{"fra-2025-07", nil, "money"},
		{"lux-2024-06", nil, "a share of national income"},
		{"deu-2022-law", nil, "an average of several years"},
	}
	byID := map[string]nato.Announcement{}
	for _, a := range nato.AllAnnounced() {
		byID[a.ID] = a
	}
	for _, tt := range tests {
		got, ok := byID[tt.id].Pledge()
		if ok != (tt.want != nil) {
			t.Errorf("%s, %s: ok = %v", tt.id, tt.why, ok)
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s, %s: %s", tt.id, tt.why, diff)
		}
	}
}

// Every announced pledge can be put into a scenario.
func TestAnnouncedPledgesAreValid(t *testing.T) {
	for _, a := range nato.AllAnnounced() {
		p, ok := a.Pledge()
		if !ok {
			continue
		}
		s := scenario.Scenario{Name: a.ID, Pledge: p, Growth: scenario.Constant(0.01), Response: scenario.Hold{}}
		if err := s.Validate(); err != nil {
			t.Error(err)
		}
	}
}

func TestAnnouncedLookup(t *testing.T) {
	if got := announced(t, "united kingdom"); len(got) != 6 || got[0].Member != "GBR" {
		t.Errorf("by name: %v", got)
	}
	if got := announced(t, "ISL"); len(got) != 0 {
		t.Errorf("Iceland announced %v", got)
	}
	if _, err := nato.Announced("Narnia"); !errors.Is(err, scenario.ErrUnknownMember) {
		t.Errorf("unknown member: %v", err)
	}
}

// A caller who changes what it was given does not change the catalogue.
func TestAnnouncedIsACopy(t *testing.T) {
	nato.AllAnnounced()[0].Steps[0].Share = 99
	if got := nato.AllAnnounced()[0].Steps[0].Share; got == 99 {
		t.Error("the catalogue was changed")
	}
}

func announced(t *testing.T, member string) []nato.Announcement {
	t.Helper()
	as, err := nato.Announced(member)
	if err != nil {
		t.Fatal(err)
	}
	return as
}
