package nato_test

import (
	"errors"
	"math"
	"strings"
	"testing"

	"github.com/pledgesim/pledgesim/scenario"
	"github.com/pledgesim/pledgesim/scenario/nato"
)

func TestNational(t *testing.T) {
	tests := []struct {
		edition, member, money string
		year                   int
		want                   float64 // million
	}{
		{"2026-07", "Germany", "EUR million, current prices", 2026, 124_660},   // NATO, July 2026, table 1
		{"2026-07", "USA", "USD million, current prices", 2026, 1_032_849},     // the same
		{"2026-07", "SWE", "SEK million, current prices", 2024, 140_549},       // the same
		{"nato-2024-06", "BGR", "BGN million, current prices", 2014, 1101.564}, // NATO, June 2024, table 1; in leva
	}
	for _, tt := range tests {
		d, err := nato.National(tt.edition, tt.member)
		if err != nil {
			t.Errorf("%s %s: %v", tt.edition, tt.member, err)
			continue
		}
		if d.Money != tt.money || len(d.Codes()) != 1 || d.Edition != edition(t, tt.edition).Edition || len(d.Sources) == 0 {
			t.Errorf("%s %s: edition %s in %q, members %v", tt.edition, tt.member, d.Edition, d.Money, d.Codes())
		}
		m, err := d.Member(tt.member)
		if err != nil {
			t.Fatal(err)
		}
		if got, ok := m.Spending.At(tt.year); !ok || got != tt.want {
			t.Errorf("%s %s %d: %v, want %v", tt.edition, tt.member, tt.year, got, tt.want)
		}
	}
}

// GDP at current prices is derived: spending over it is the real share before
// rounding, so that it rounds to the printed one.
func TestGDPAtCurrentPricesFitsTheShare(t *testing.T) {
	for _, name := range []string{"2019-06", "2024-06", "2026-07"} {
		d, err := nato.CurrentUSD(name)
		if err != nil {
			t.Fatal(err)
		}
		for m := range members(t, d) {
			real, err := edition(t, name).Member(m.Code)
			if err != nil {
				t.Fatal(err)
			}
			for year := range m.Share.All() {
				spending, ok := m.Spending.At(year)
				gdp, okGDP := m.GDP.At(year)
				realSpending, _ := real.Spending.At(year)
				realGDP, _ := real.GDP.At(year)
				if !ok || !okGDP || math.Abs(spending/gdp-realSpending/realGDP) > 1e-12 {
					t.Errorf("%s %s %d: %v of %v", name, m.Code, year, spending, gdp)
				}
			}
			if m.Exempt != "" && (!m.GDP.Empty() || !m.Spending.Empty()) {
				t.Errorf("%s %s: has figures at current prices", name, m.Code)
			}
		}
	}
}

func TestCurrentUSD(t *testing.T) {
	d, err := nato.CurrentUSD("2026-07")
	if err != nil {
		t.Fatal(err)
	}
	if d.Money != "USD million, current prices and exchange rates" || len(d.Codes()) != 32 {
		t.Errorf("%d members in %q", len(d.Codes()), d.Money)
	}
	m, err := d.Member("DEU")
	if err != nil {
		t.Fatal(err)
	}
	if got, _ := m.Spending.At(2026); got != 147_002 { // NATO, July 2026, table 1
		t.Errorf("Germany 2026: %v", got)
	}
	if !m.Spending.Estimated(2026) {
		t.Error("2026 is not marked as an estimate")
	}
}

func TestCurrentErrors(t *testing.T) {
	_, err1 := nato.National("2019-06", "DEU") // no national currency in that copy
	_, err2 := nato.National("2026-07", "ISL") // no armed forces
	_, err3 := nato.National("2026-07", "Narnia")
	_, err4 := nato.National("2020-10", "DEU")
	_, err5 := nato.CurrentUSD("2025-08") // shares only
	_, err6 := nato.CurrentUSD("2020-10")
	tests := []struct {
		err  error
		kind error
		want string
	}{
		{err1, scenario.ErrMissing, "DEU: Spending has no figures in national currency in edition nato-2019-06: take nato-2024-06"},
		{err2, scenario.ErrMissing, "ISL: Spending has no figures: no armed forces"},
		{err3, scenario.ErrUnknownMember, "Narnia"},
		{err4, nato.ErrUnknownEdition, "2020-10"},
		{err5, scenario.ErrMissing, "nato-2025-08"},
		{err6, nato.ErrUnknownEdition, "2020-10"},
	}
	for _, tt := range tests {
		if !errors.Is(tt.err, tt.kind) || !strings.Contains(tt.err.Error(), tt.want) {
			t.Errorf("got %v, want %v with %q", tt.err, tt.kind, tt.want)
		}
	}
}
