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

func asOf(t *testing.T, year int) *scenario.Dataset {
	t.Helper()
	d, err := nato.Archive{}.AsOf(year)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestArchive(t *testing.T) {
	tests := []struct {
		year    int
		edition string
		last    int // year of its figures
		members int // that were members on the day of the edition
	}{
		{2012, "nato-2019-06 cut at 2012", 2012, 29},
		{2016, "nato-2019-06 cut at 2016", 2016, 29},
		{2018, "nato-2019-06 cut at 2018", 2018, 29},
		{2019, "nato-2019-06", 2019, 29},
		{2020, "nato-2023-03 cut at 2020", 2020, 30},
		{2021, "nato-2023-03 cut at 2021", 2021, 30},
		{2022, "nato-2023-03 cut at 2022", 2022, 30},
		{2023, "nato-2023-03", 2022, 30},
		{2024, "nato-2024-06", 2024, 32},
		{2025, "nato-2025-08", 2025, 32},
		{2026, "nato-2026-07", 2026, 32},
		{2027, "nato-2026-07", 2026, 32},
		{2050, "nato-2026-07", 2026, 32},
	}
	for _, tt := range tests {
		d := asOf(t, tt.year)
		if d.Edition != tt.edition || d.Last() != tt.last || len(d.Codes()) != tt.members {
			t.Errorf("%d: %s to %d with %d members, want %s to %d with %d", tt.year, d.Edition, d.Last(), len(d.Codes()), tt.edition, tt.last, tt.members)
		}
	}
}

// No figure of a year after the origin, whatever it is, for any member; and no
// break of the series that lies in the future.
func TestArchiveDoesNotLeak(t *testing.T) {
	for year := 2012; year <= 2027; year++ {
		d := asOf(t, year)
		for m := range members(t, d) {
			for name, s := range map[string]scenario.Series{"share": m.Share, "gdp": m.GDP, "spending": m.Spending} {
				for o := range s.Observations() {
					if o.Year > year {
						t.Errorf("as of %d: %s of %s has %+v", year, name, m.Code, o)
					}
				}
			}
			for _, b := range m.Breaks {
				if b.Year > year {
					t.Errorf("as of %d: %s has a break in %d", year, m.Code, b.Year)
				}
			}
		}
	}
}

// Figures are those of the edition to the last bit, with all that belongs to
// them; one that was not out yet is cut, and says so in a note.
func TestArchiveIsTheEdition(t *testing.T) {
	for year := 2012; year <= 2027; year++ {
		d := asOf(t, year)
		name, _, isCut := strings.Cut(d.Edition, " cut at ")
		whole := edition(t, name)
		notes := whole.Notes
		if isCut {
			notes = append(notes, d.Notes[len(d.Notes)-1])
			if note := notes[len(notes)-1]; !strings.Contains(note, "no edition was at hand") || !strings.Contains(note, "revisions made after") {
				t.Errorf("as of %d: the note is %q", year, note)
			}
		}
		if diff := cmp.Diff(notes, d.Notes); diff != "" {
			t.Errorf("as of %d: %s", year, diff)
		}
		if diff := cmp.Diff(whole.Sources, d.Sources); diff != "" {
			t.Errorf("as of %d: %s", year, diff)
		}
		for m := range members(t, whole) {
			got, err := d.Member(m.Code)
			if err != nil {
				t.Fatal(err)
			}
			for _, pair := range [][2]scenario.Series{{m.Share, got.Share}, {m.GDP, got.GDP}, {m.Spending, got.Spending}} {
				want := slices.Collect(pair[0].Until(year).Observations())
				if diff := cmp.Diff(want, slices.Collect(pair[1].Observations())); diff != "" {
					t.Errorf("as of %d: %s: %s", year, m.Code, diff)
				}
			}
		}
	}
}

// The edition of August 2025 was found without money and GDP.
func TestArchiveOf2025HasSharesOnly(t *testing.T) {
	for m := range members(t, asOf(t, 2025)) {
		if !m.GDP.Empty() || !m.Spending.Empty() {
			t.Errorf("%s has GDP or spending", m.Code)
		}
	}
}

func TestArchiveBeforeTheFirstFigures(t *testing.T) {
	for _, year := range []int{2011, 1949, 0, -1} {
		if _, err := (nato.Archive{}).AsOf(year); !errors.Is(err, scenario.ErrMissing) || !strings.Contains(err.Error(), "the first year is 2012, in edition nato-2019-06") {
			t.Errorf("%d: %v", year, err)
		}
	}
}

// A caller may change what it was given.
func TestArchiveIsACopy(t *testing.T) {
	d := asOf(t, 2018)
	d.Notes[0] = "changed"
	m, err := d.Member("DEU")
	if err != nil {
		t.Fatal(err)
	}
	m.Share = scenario.Series{}
	if again := asOf(t, 2018); again.Notes[0] == "changed" {
		t.Error("the notes of others were changed")
	} else if m, err := again.Member("DEU"); err != nil || m.Share.Empty() {
		t.Errorf("the figures of others were changed, or %v", err)
	}
}
