package nato

import (
	"fmt"
	"strings"
	"time"

	"github.com/pledgesim/pledgesim/scenario"
)

// Archive gives NATO's figures as they were known at the end of a year, as far as
// the editions here can tell, so that a forecast can be tried on the past:
//
//	2012 to 2018    nato-2019-06, cut at the year
//	2019            nato-2019-06
//	2020 to 2022    nato-2023-03, cut at the year
//	2023            nato-2023-03
//	2024, 2025      nato-2024-06, nato-2025-08
//	2026 and later  nato-2026-07
//
// No figure is dated after the year. Not everything is strictly of the time:
//
//   - an edition that was cut back has the figures of its own day, revisions made
//     after the year included, and its members, those who joined later included;
//     its name says so ("nato-2019-06 cut at 2016"), and so does a note;
//   - nato-2023-03 is the state of March 2023 for most shares of 2022 only: all
//     years before, and four shares of 2022, are those of June 2024, see [Edition];
//   - nato-2025-08 has shares only, so that there is neither GDP nor money in 2025:
//     a run that starts from it fails with [scenario.ErrMissing];
//   - from 2027 on the newest edition here stands in for those that came after it.
type Archive struct{}

// AsOf gives what was known at the end of a year: the edition published in that
// year, or else the earliest later one cut at the end of the year, or the newest
// one if there is none later. A year before the first figures is
// [scenario.ErrMissing].
func (Archive) AsOf(year int) (*scenario.Dataset, error) {
	name, out := heldAt(year)
	d, err := Edition(name)
	if err != nil {
		return nil, err
	}
	first := d.First()
	if year < first {
		return nil, fmt.Errorf("nothing of NATO's is known as of %d: the first year is %d, in edition %s: %w", year, first, name, scenario.ErrMissing)
	}
	cut, err := d.AsOf(year)
	if err != nil {
		return nil, err
	}
	if out {
		cut.Edition = d.Edition // nothing that came later is in it
		return cut, nil
	}
	cut.Notes = append(cut.Notes, fmt.Sprintf("As of %d no edition was at hand: these are the figures of %s up to %d, revisions made after %d included.", year, published(name).Format("January 2006"), year, year))
	return cut, nil
}

// heldAt names the edition for the end of a year, and tells whether it was out by
// then: the newest one if it is of that year or the last of all, else the next.
func heldAt(year int) (name string, out bool) {
	names := Editions()
	later := 0
	for later < len(names) && published(names[later]).Year() <= year {
		later++
	}
	if later == len(names) || later > 0 && published(names[later-1]).Year() == year {
		return names[later-1], true
	}
	return names[later], false
}

// published is the month in the name of an edition.
func published(name string) time.Time {
	month, err := time.Parse("2006-01", strings.TrimPrefix(name, prefix))
	if err != nil {
		panic(err) // Editions has a name without a month, which the tests rule out
	}
	return month
}
