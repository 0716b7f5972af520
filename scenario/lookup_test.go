package scenario_test

import (
	"errors"
	"testing"

	"github.com/pledgesim/pledgesim/scenario"
)

func allies(t *testing.T) *scenario.Dataset {
	return dataset(t,
		scenario.Member{Code: "CZE", ISO2: "CZ", Name: "Czechia", Aliases: []string{"Czech Republic"}},
		scenario.Member{Code: "DEU", ISO2: "DE", Name: "Germany"},
		scenario.Member{Code: "MKD", ISO2: "MK", Name: "North Macedonia"},
		scenario.Member{Code: "TUR", ISO2: "TR", Name: "Türkiye", Aliases: []string{"Turkey"}},
		scenario.Member{Code: "USA", ISO2: "US", Name: "United States"},
		scenario.Member{Code: "XXX"}, // a member may have a code and nothing else
	)
}

func TestMemberIsFoundByAnyOfItsNames(t *testing.T) {
	d := allies(t)
	for name, want := range map[string]string{
		"DEU": "DEU", "deu": "DEU", " Deu ": "DEU",
		"DE": "DEU", "de": "DEU",
		"Germany": "DEU", "GERMANY": "DEU",
		"Czech Republic": "CZE", "czech  republic": "CZE",
		"north-macedonia": "MKD", "North_Macedonia": "MKD",
		"Türkiye": "TUR", "turkiye": "TUR", "TÜRKİYE": "TUR", "Tu\u0308rkiye": "TUR", "türkıye": "TUR", "Turkey": "TUR",
		"U.S.A.": "USA", "u.s.": "USA",
		"xxx": "XXX",
	} {
		m, err := d.Member(name)
		if err != nil {
			t.Errorf("Member(%q): %v", name, err)
		} else if m.Code != want {
			t.Errorf("Member(%q) = %s, want %s", name, m.Code, want)
		}
	}
}

func TestUnknownMemberNamesTheNearest(t *testing.T) {
	d := allies(t)
	for name, want := range map[string]string{
		"Germnay":  "did you mean DEU (Germany)?",
		"Turkye":   "did you mean TUR (Türkiye)?",
		"DUE":      "did you mean DEU (Germany)?", // one edit from DE
		"XXY":      "did you mean XXX?",
		"Atlantis": "it has CZE, DEU, MKD, TUR, USA, XXX", // nothing is near: no wild guess
		"":         "it has CZE, DEU, MKD, TUR, USA, XXX",
		" . ":      "it has CZE, DEU, MKD, TUR, USA, XXX",
	} {
		_, err := d.Member(name)
		if !errors.Is(err, scenario.ErrUnknownMember) {
			t.Errorf("Member(%q): %v", name, err)
			continue
		}
		equal(t, err.Error(), `unknown member "`+name+`" in edition nato-2025-08: `+want)
	}
}
