package imf_test

import (
	"errors"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/pledgesim/pledgesim/scenario"
	"github.com/pledgesim/pledgesim/scenario/imf"
	"github.com/pledgesim/pledgesim/scenario/nato"
)

func TestVintages(t *testing.T) {
	// Last year of each vintage's forecasts: IMF, World Economic Outlook databases.
	last := map[string]int{
		"2019-04": 2024, "2019-10": 2024, "2020-04": 2021, "2020-10": 2025, "2021-04": 2026, "2021-10": 2026, "2022-04": 2027, "2022-10": 2027,
		"2023-04": 2028, "2023-10": 2028, "2024-04": 2029, "2024-10": 2029, "2025-04": 2030, "2025-10": 2030, "2026-04": 2031,
	}
	if n := len(imf.Vintages()); n != len(last) || !slices.IsSorted(imf.Vintages()) {
		t.Errorf("%d vintages, want %d in order", n, len(last))
	}
	for _, v := range imf.Vintages() {
		tables := []scenario.Table{table(t, imf.Real, v)}
		if v != "2020-04" {
			tables = append(tables, table(t, imf.Deflator, v))
		}
		for _, tab := range tables {
			for _, code := range nato.All() {
				rates := tab.Rates[code]
				first := 2000
				if code == "MNE" {
					first = 2001
				}
				if rates.First() != first || rates.Last() != last[v] {
					t.Errorf("%s %s: %d to %d, want %d to %d", tab.Name, code, rates.First(), rates.Last(), first, last[v])
				}
				if n := len(slices.Collect(rates.Observations())); n != last[v]-first+1 {
					t.Errorf("%s %s: has gaps", tab.Name, code)
				}
			}
			s := scenario.Scenario{Name: v, Growth: tab, Response: scenario.Hold{}}
			if err := s.Validate(); err != nil {
				t.Error(err)
			}
		}
	}
}

// The IMF's own headlines, in per cent.
func TestReal(t *testing.T) {
	tests := []struct {
		vintage, member string
		year            int
		want            float64
	}{
		{"2023-04", "GBR", 2023, -0.3}, // headlines of the World Economic Outlook, April 2023
		{"2023-04", "DEU", 2023, -0.1},
		{"2025-10", "GBR", 2026, 1.3}, // headlines of October 2025
		{"2025-10", "DEU", 2026, 0.9},
		{"2025-10", "POL", 2026, 3.1},
	}
	for _, tt := range tests {
		got, ok := table(t, imf.Real, tt.vintage).Rates[tt.member].At(tt.year)
		if p := scenario.ToPercent(got); !ok || math.Abs(p-tt.want) > 0.05 {
			t.Errorf("%s %s %d: %v%%, want %v%%", tt.vintage, tt.member, tt.year, p, tt.want)
		}
	}
}

// Growth of the deflator is that of IMF's index, which is printed with three
// decimals: NGDP_D, October 2022, Germany, and April 2023, Türkiye.
func TestDeflator(t *testing.T) {
	tests := []struct {
		vintage, member string
		year            int
		before, index   float64
	}{
		{"2022-10", "DEU", 2024, 123.917, 128.174},
		{"2022-10", "DEU", 2025, 128.174, 130.741},
		{"2023-04", "TUR", 2023, 707.413, 1013.960},
	}
	for _, tt := range tests {
		got, ok := table(t, imf.Deflator, tt.vintage).Rates[tt.member].At(tt.year)
		if want := tt.index/tt.before - 1; !ok || math.Abs(got-want) > 0.00001 {
			t.Errorf("%s %s %d: %v, want %v", tt.vintage, tt.member, tt.year, got, want)
		}
	}
}

// A rate is estimated after the IMF's latest actual year, and says which
// vintage it was printed in.
func TestStatus(t *testing.T) {
	tests := []struct {
		vintage, member string
		actual          int // as the IMF gives it; 0: not known
		firstEstimate   int
	}{
		{"2019-04", "DEU", 2018, 2019},
		{"2023-04", "ALB", 2021, 2022},
		{"2025-10", "POL", 2024, 2025},
		{"2026-04", "POL", 0, 2025}, // taken as such, the copy does not say
	}
	for _, tt := range tests {
		year, ok, err := imf.LatestActual(tt.vintage, tt.member)
		if err != nil || year != tt.actual || ok != (tt.actual != 0) {
			t.Errorf("%s %s: latest actual %d, %v, %v, want %d", tt.vintage, tt.member, year, ok, err, tt.actual)
		}
		for o := range table(t, imf.Real, tt.vintage).Rates[tt.member].Observations() {
			if (o.Status == scenario.Estimated) != (o.Year >= tt.firstEstimate) || o.Edition != "imf-"+tt.vintage {
				t.Errorf("%s %s: %+v", tt.vintage, tt.member, o)
			}
		}
	}
	if _, ok, err := imf.LatestActual("2023-04", "XXX"); ok || err != nil {
		t.Errorf("a member that is not there: %v, %v", ok, err)
	}
}

// The emergency edition of April 2020 went to 2021 and had no deflator.
func TestApril2020(t *testing.T) {
	if _, err := imf.Deflator("2020-04"); !errors.Is(err, scenario.ErrMissing) || !strings.Contains(err.Error(), "no deflator") {
		t.Errorf("got %v", err)
	}
}

func TestNotLaterThan(t *testing.T) {
	tests := []struct{ edition, want string }{
		{"nato-2026-07", "2026-04"},
		{"2026-07", "2026-04"},
		{"nato-2023-03", "2022-10"},
		{"nato-2019-06", "2019-04"},
		{"2024-10", "2024-10"}, // out in that month
		{"nato-2026-07 cut at 2021", "2021-10"},
		{"nato-2024-06 cut at 2024", "2024-04"}, // the edition is older than the end of its year
	}
	for _, tt := range tests {
		if got, err := imf.NotLaterThan(tt.edition); got != tt.want || err != nil {
			t.Errorf("%s: %q, %v, want %s", tt.edition, got, err, tt.want)
		}
	}
	for _, edition := range nato.Editions() {
		if _, err := imf.NotLaterThan(edition); err != nil {
			t.Error(err)
		}
	}
	for edition, kind := range map[string]error{
		"nato-2018-07":             scenario.ErrMissing,
		"nato-2019-06 cut at 2018": scenario.ErrMissing,
		"mine":                     scenario.ErrInvalid,
		"2024-13":                  scenario.ErrInvalid,
	} {
		if got, err := imf.NotLaterThan(edition); !errors.Is(err, kind) {
			t.Errorf("%s: %q, %v", edition, got, err)
		}
	}
}

func TestSource(t *testing.T) {
	for _, v := range imf.Vintages() {
		s, err := imf.Source(v)
		if err != nil || s.Publisher != "IMF" || s.Date.Format("2006-01") != v || len(s.SHA256) != 64 || !strings.Contains(s.Licence, "copyright IMF") {
			t.Errorf("%s: %+v, %v", v, s, err)
		}
	}
}

func TestUnknownVintage(t *testing.T) {
	_, err1 := imf.Real("2023-03")
	_, err2 := imf.Deflator("2023-03")
	_, _, err3 := imf.LatestActual("2023-03", "DEU")
	_, err4 := imf.Source("2023-03")
	for _, err := range []error{err1, err2, err3, err4} {
		if !errors.Is(err, imf.ErrUnknownVintage) || !strings.Contains(err.Error(), `"2023-03": there are 2019-04, 2019-10`) {
			t.Errorf("got %v", err)
		}
	}
}

// A caller who changes what it was given does not change it for others.
func TestTableIsACopy(t *testing.T) {
	delete(table(t, imf.Real, "2026-04").Rates, "DEU")
	if table(t, imf.Real, "2026-04").Rates["DEU"].Empty() {
		t.Error("the vintage was changed")
	}
}

// Years past the end keep the last rate, and a run is warned.
func TestAfterTheEnd(t *testing.T) {
	path := table(t, imf.Real, "2026-04") // ends in 2031
	m, err := nato.Latest().Member("DEU")
	if err != nil {
		t.Fatal(err)
	}
	rates := make([]float64, 10)
	if err := path.Central(rates, m, 2030); err != nil {
		t.Fatal(err)
	}
	last, _ := path.Rates["DEU"].At(2031)
	if rates[9] != last {
		t.Errorf("2039 grows %v, want %v", rates[9], last)
	}
	warnings := path.Warn(m, 2026, 2040)
	if len(warnings) != 1 || !strings.HasPrefix(warnings[0].Error(), "IMF WEO, April 2026 ends in 2031") {
		t.Errorf("warnings %v", warnings)
	}
}

func table(t *testing.T, get func(string) (scenario.GrowthPath, error), vintage string) scenario.Table {
	t.Helper()
	path, err := get(vintage)
	if err != nil {
		t.Fatal(err)
	}
	table, ok := path.(scenario.Table)
	if !ok {
		t.Fatalf("%s is a %T", vintage, path)
	}
	return table
}

func TestObserved(t *testing.T) {
	for _, v := range []string{"2019-04", "2026-04"} {
		observed, err := imf.Observed(v)
		check(t, err)
		real := table(t, imf.Real, v)
		for code, rates := range observed.Rates {
			last, known, err := imf.LatestActual(v, code)
			check(t, err)
			if !known {
				last = 2024 // of the vintage 2026-04
			}
			if rates.Last() != last || rates.First() != real.Rates[code].First() {
				t.Errorf("%s %s: %d to %d", v, code, rates.First(), rates.Last())
			}
		}
		if len(observed.Rates) != len(real.Rates) {
			t.Errorf("%s: %d members, want %d", v, len(observed.Rates), len(real.Rates))
		}
	}
	observed, err := imf.Observed("2026-04")
	check(t, err)
	if got := observed.String(); got != "GDP grows as in IMF WEO, April 2026, observed years" {
		t.Error(got)
	}
	if _, err := imf.Observed("2026"); !errors.Is(err, imf.ErrUnknownVintage) {
		t.Error(err)
	}
}

func check(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
