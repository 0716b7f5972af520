package nato

import (
	"slices"
	"time"

	"github.com/pledgesim/pledgesim/scenario"
)

// All lists the 32 members of 2026 by ISO alpha-3 code, in order of code,
// Iceland included.
func All() []string { return Latest().Codes() }

// EuropeAndCanada lists the members of 2026 without the United States, which is
// how NATO groups them.
func EuropeAndCanada() []string {
	return slices.DeleteFunc(All(), func(code string) bool { return code == "USA" })
}

// EU lists the 23 members of NATO that are in the European Union as of 2026.
// Membership of the Union is common knowledge and was not taken from a source.
func EU() []string {
	return []string{
		"BEL", "BGR", "CZE", "DEU", "DNK", "ESP", "EST", "FIN", "FRA", "GRC", "HRV", "HUN",
		"ITA", "LTU", "LUX", "LVA", "NLD", "POL", "PRT", "ROU", "SVK", "SVN", "SWE",
	}
}

// BorderingRussia lists the members with a land border with Russia, that of Kaliningrad
// included. That is common knowledge and was not taken from a source.
func BorderingRussia() []string { return []string{"EST", "FIN", "LTU", "LVA", "NOR", "POL"} }

// Within lists those of a group that are in a data set and have figures there,
// in order of code: EuropeAndCanada in the edition 2019-06 is without Finland,
// Sweden, North Macedonia and Iceland.
func Within(d *scenario.Dataset, group []string) []string {
	return slices.DeleteFunc(d.Codes(), func(code string) bool {
		m, err := d.Member(code)
		return err != nil || m.Exempt != "" || !slices.Contains(group, code)
	})
}

// MembersOn lists those who were members on a day, in order of code: 30 in
// March 2023, 31 from 4 April 2023 with Finland, 32 from 7 March 2024 with
// Sweden. Accession dates are in Member.Joined; no member has left.
func MembersOn(day time.Time) []string {
	return slices.DeleteFunc(All(), func(code string) bool {
		m, err := Latest().Member(code)
		return err != nil || m.Joined.After(day)
	})
}
