package main

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/pledgesim/pledgesim/scenario"
)

// lastComplete is the last year in which all of some members, or all that there are,
// have a share and GDP; 0 if there is none.
func lastComplete(d *scenario.Dataset, codes []string) int {
	members := withFigures(d, codes)
	year, most := fullest(d, members)
	if most < len(members) {
		return 0
	}
	return year
}

// incomplete says which members keep a year from being complete: those that have no
// figures in the year in which the most have them.
func incomplete(d *scenario.Dataset, codes []string) string {
	members := withFigures(d, codes)
	year, most := fullest(d, members)
	if most == 0 {
		return "none has both in the same year: complete the figures"
	}
	const named = 4
	var without []string
	for _, m := range members {
		if has(m, year) {
			continue
		}
		first, last := yearsOf(d, m)
		when := "a gap"
		switch {
		case first == 0:
			when = "in no year"
		case last < year:
			when = fmt.Sprintf("up to %d", last)
		case first > year:
			when = fmt.Sprintf("from %d on", first)
		}
		without = append(without, fmt.Sprintf("%s (%s)", cmp.Or(m.Name, m.Code), when))
	}
	if more := len(without) - named; more > 0 {
		without = append(without[:named], fmt.Sprintf("%d more", more))
	}
	return fmt.Sprintf("%d of %d %s both in %d, but not %s: name the others with -members, or complete the figures", most, len(members), verb(most, "has", "have"), year, strings.Join(without, ", "))
}

// withFigures are some members, or all that there are, without those that are to have
// no figures.
func withFigures(d *scenario.Dataset, codes []string) (members []*scenario.Member) {
	if codes == nil {
		codes = d.Codes()
	}
	for _, code := range codes {
		if m, err := d.Member(code); err == nil && m.Exempt == "" {
			members = append(members, m)
		}
	}
	return members
}

// fullest is the year in which the most members have a share and GDP, the last of
// several, and how many have.
func fullest(d *scenario.Dataset, members []*scenario.Member) (year, most int) {
	for y := d.First(); y <= d.Last(); y++ {
		n := 0
		for _, m := range members {
			if has(m, y) {
				n++
			}
		}
		if n >= most {
			year, most = y, n
		}
	}
	return year, most
}

// yearsOf are the first and the last year in which a member has a share and GDP; 0
// if there is none.
func yearsOf(d *scenario.Dataset, m *scenario.Member) (first, last int) {
	for year := d.First(); year <= d.Last(); year++ {
		if has(m, year) {
			first, last = cmp.Or(first, year), year
		}
	}
	return first, last
}

// has reports whether a member has a share and GDP in a year.
func has(m *scenario.Member, year int) bool {
	_, share := m.Share.At(year)
	_, gdp := m.GDP.At(year)
	return share && gdp
}
