package worldbank_test

import (
	"errors"
	"math"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/pledgesim/pledgesim/scenario"
	"github.com/pledgesim/pledgesim/scenario/imf"
	"github.com/pledgesim/pledgesim/scenario/nato"
	"github.com/pledgesim/pledgesim/scenario/worldbank"
)

func TestMilitarySpending(t *testing.T) {
	d := worldbank.MilitarySpending()
	if d.Edition != "worldbank-2021-10" || d.Money != "index of real GDP, 2000 = 100" || d.Precision != 0.0001*scenario.Percent {
		t.Errorf("edition %q, money %q, precision %v", d.Edition, d.Money, d.Precision)
	}
	want := slices.DeleteFunc(nato.All(), func(code string) bool { return code == "ISL" })
	if diff := cmp.Diff(want, d.Codes()); diff != "" {
		t.Error(diff)
	}
	cells := 0
	for _, code := range d.Codes() {
		m := member(t, d, code)
		cells += len(slices.Collect(m.Share.Observations()))
		named, err := nato.Latest().Member(code)
		if err != nil || m.Name != named.Name || !m.Joined.Equal(named.Joined) || !m.Spending.Empty() {
			t.Errorf("%s: %v, %v, spending %v", m, err, m.Joined, m.Spending)
		}
		for o := range m.Share.Observations() {
			if o.Status != scenario.Observed || o.Edition != d.Edition {
				t.Errorf("%s: %+v", code, o)
			}
		}
		if m.Share.Last() != 2020 || m.GDP.Last() != 2020 {
			t.Errorf("%s ends in %d and %d", code, m.Share.Last(), m.GDP.Last())
		}
	}
	if cells != 1482 { // lines of the World Bank's series that gen.go was given
		t.Errorf("%d shares, want 1,482", cells)
	}
	if d.Last() != 2020 || d.LastActual() != 2020 {
		t.Errorf("ends in %d, actual %d", d.Last(), d.LastActual())
	}
}

// Cells of the World Bank's series MS.MIL.XPND.GD.ZS as updated on 28 October
// 2021: the first and last of members that begin in different years.
func TestShares(t *testing.T) {
	tests := []struct {
		code        string
		first       int
		begin, last float64 // per cent
	}{
		{"BEL", 1960, 3.3973, 1.0808},
		{"HUN", 1970, 4.0301, 1.6143},
		{"ALB", 1980, 6.0520, 1.5355},
		{"SVN", 1992, 2.2472, 1.1040},
		{"CZE", 1993, 2.3304, 1.3548},
		{"MNE", 2005, 2.6944, 2.0535},
		{"USA", 1960, 8.9931, 3.7412},
	}
	for _, tt := range tests {
		m := member(t, worldbank.MilitarySpending(), tt.code)
		begin, _ := m.Share.At(tt.first)
		last, _ := m.Share.At(2020)
		if m.Share.First() != tt.first || begin != scenario.FromPercent(tt.begin) || last != scenario.FromPercent(tt.last) {
			t.Errorf("%s from %d: %v ... %v", tt.code, m.Share.First(), begin, last)
		}
	}
}

// The package comment says how far the two definitions are apart: of the years
// that NATO's edition of June 2024 has too, one share in four.
func TestDefinitionsDiffer(t *testing.T) {
	edition, err := nato.Edition("2024-06")
	if err != nil {
		t.Fatal(err)
	}
	d := worldbank.MilitarySpending()
	both, apart := 0, 0
	for _, code := range d.Codes() {
		ours := member(t, d, code).Share
		for year, share := range member(t, edition, code).Share.All() {
			if v, ok := ours.At(year); ok {
				both++
				if math.Abs(v-share) > 0.1*scenario.Percent {
					apart++
				}
			}
		}
	}
	if both != 217 || apart != 56 { // 31 members in 2014 to 2020
		t.Errorf("%d of %d shares differ by more than 0.1 points", apart, both)
	}
}

// Growth of the index is the IMF's, to the three decimals that it prints.
func TestGrowth(t *testing.T) {
	path, err := imf.Real("2021-10")
	if err != nil {
		t.Fatal(err)
	}
	d := worldbank.MilitarySpending()
	for _, code := range d.Codes() {
		m := member(t, d, code)
		if level, ok := m.GDP.At(2000); !ok || level != 100 {
			t.Errorf("%s: %v in 2000", code, level)
		}
		printed := path.(scenario.Table).Rates[code].Until(2020)
		growths := m.Growths()
		for o := range printed.Observations() {
			got, ok := growths.Observe(o.Year)
			if !ok || round(got.Value) != round(o.Value) || o.Status == scenario.Estimated && got.Status != scenario.Estimated {
				t.Errorf("%s: %+v, want %+v", code, got, o)
			}
		}
	}
}

// Rates before 2000, which package imf leaves out: IMF, World Economic Outlook
// of October 2021, NGDP_RPCH, in per cent. first is the year before the first
// published rate.
func TestGrowthOfThe1990s(t *testing.T) {
	tests := []struct {
		code  string
		first int
		year  int
		want  float64
	}{
		{"ALB", 1989, 1990, -10.000},
		{"DEU", 1989, 1993, -0.977},
		{"GRC", 1990, 1991, 3.102},
		{"HRV", 1992, 1993, -8.000},
		{"EST", 1993, 1994, -1.642},
		{"CZE", 1995, 1996, 4.525},
		{"MNE", 2000, 2001, 1.100},
	}
	for _, tt := range tests {
		m := member(t, worldbank.MilitarySpending(), tt.code)
		growth, ok := m.Growths().At(tt.year)
		if p := scenario.ToPercent(growth); m.GDP.First() != tt.first || !ok || math.Abs(p-tt.want) > 0.0005 {
			t.Errorf("%s from %d: %v%% in %d", tt.code, m.GDP.First(), p, tt.year)
		}
	}
}

// The IMF had marked 2020 as an estimate for two members: its latest actual year
// in October 2021 was 2019.
func TestEstimates(t *testing.T) {
	var estimated []string
	d := worldbank.MilitarySpending()
	for _, code := range d.Codes() {
		for o := range member(t, d, code).GDP.Observations() {
			if o.Status == scenario.Estimated {
				estimated = append(estimated, code)
			}
			if o.Edition != "imf-2021-10" {
				t.Errorf("%s: %+v", code, o)
			}
		}
	}
	if diff := cmp.Diff([]string{"CZE", "SVK"}, estimated); diff != "" {
		t.Error(diff)
	}
}

func TestSources(t *testing.T) {
	sources := worldbank.MilitarySpending().Sources
	if len(sources) != 2 {
		t.Fatalf("sources %v", sources)
	}
	bank, weo := sources[0], sources[1]
	if bank.Publisher != "World Bank" || bank.Date.Format("2006-01-02") != "2021-10-28" || bank.Licence != "CC BY 4.0" || len(bank.SHA256) != 64 {
		t.Errorf("%+v", bank)
	}
	want, err := imf.Source("2021-10")
	if diff := cmp.Diff(want, weo); diff != "" || err != nil { // made from the same table
		t.Error(diff, err)
	}
}

// Each cut shows nothing later, and the copy of one caller is its own.
func TestAsOf(t *testing.T) {
	d := worldbank.MilitarySpending()
	for year := 1960; year <= 2020; year++ {
		cut, err := d.AsOf(year)
		if err != nil {
			t.Fatal(err)
		}
		if cut.Last() != year {
			t.Errorf("%s ends in %d", cut.Edition, cut.Last())
		}
		for _, code := range cut.Codes() {
			if m := member(t, cut, code); m.Share.Last() > year || m.GDP.Last() > year {
				t.Errorf("%s of %s ends in %d and %d", cut.Edition, code, m.Share.Last(), m.GDP.Last())
			}
		}
	}
	if _, err := d.AsOf(1959); !errors.Is(err, scenario.ErrMissing) {
		t.Error(err)
	}
	member(t, d, "DEU").Share = scenario.Series{}
	if member(t, worldbank.MilitarySpending(), "DEU").Share.Empty() {
		t.Error("the figures of others were changed")
	}
}

func member(t *testing.T, d *scenario.Dataset, code string) *scenario.Member {
	t.Helper()
	m, err := d.Member(code)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// round gives a rate in thousandths of a per cent.
func round(rate float64) float64 { return math.Round(rate * 1e5) }
