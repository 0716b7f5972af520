package nato

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/pledgesim/pledgesim/scenario"
)

// A Kind tells what a government announced.
type Kind string

// The kinds of announcement.
const (
	SharePlan Kind = "share"   // a target as a share
	MoneyPlan Kind = "money"   // an amount, which is in Text
	OptOut    Kind = "opt-out" // that a common target is not taken on; Steps may say what is
	Call      Kind = "call"    // a leader's call or hope, no commitment
)

// A Basis tells what a target is a share of.
type Basis string

// The bases of a target.
const (
	OfGDP     Basis = "GDP"
	OfGNI     Basis = "GNI"     // gross national income, Luxembourg's measure
	OfAverage Basis = "average" // of GDP, on an average of several years
)

// An Announcement is what one government said it would spend. Superseded ones
// are kept: the slips and the advances are the story.
type Announcement struct {
	ID     string // "gbr-2024-04"
	Member string // ISO 3166 alpha-3 code
	Date   string // as precise as it was read: "2024-04-23", "2024-04", "2024"; "by" or "before" one of these
	Kind   Kind   // what was promised: a share, money, an opt-out, a call
	Basis  Basis  // what the share is a share of
	Steps  []Step // in order of deadline; empty where no share was named

	Related    float64 // defence- and security-related spending promised on top, as a fraction of GDP; 0: none named
	Deadline   string  // in the words of the announcement
	Conditions string  // "when fiscal and economic circumstances allow"; empty: none read
	Text       string  // the announcement in one sentence
	Source     string  // where it was read
	Unverified string  // what of it was not read but recalled: "date", "day"; empty: nothing

	// SupersededBy is the ID of the announcement that set new terms. It is a
	// judgement of this catalogue; empty where none was found.
	SupersededBy string
}

// A Step is one target of an announcement.
type Step struct {
	Share float64 // fraction of Basis; the lower end of a range
	By    int     // calendar year, for a fiscal year the one it begins in; 0: no deadline
}

// Announced lists what a member announced in order of date. The member is
// looked up like [scenario.Dataset.Member] does; for one without an
// announcement of its own the list is empty.
func Announced(member string) ([]Announcement, error) {
	m, err := Latest().Member(member)
	if err != nil {
		return nil, err
	}
	return slices.DeleteFunc(AllAnnounced(), func(a Announcement) bool { return a.Member != m.Code }), nil
}

// AllAnnounced lists the announcements of all members, in order of member and
// date.
func AllAnnounced() []Announcement {
	all := slices.Clone(announced())
	for i := range all {
		all[i].Steps = slices.Clone(all[i].Steps)
	}
	slices.SortStableFunc(all, func(a, b Announcement) int { return cmp.Compare(a.Member, b.Member) })
	return all
}

// Pledge gives the announcement as a [scenario.Target] or [scenario.Steps]. It
// is known from the year after it was announced, or from its first deadline if
// that comes sooner. Related spending and conditions are not part of it. ok is
// false where the announcement is no share of each year's GDP: an amount of
// money, a share of national income, an average, an opt-out that names no share.
func (a Announcement) Pledge() (p scenario.Pledge, ok bool) {
	if a.Basis != OfGDP || len(a.Steps) == 0 {
		return nil, false
	}
	from := a.Year() + 1
	if by := a.Steps[0].By; by != 0 {
		from = min(from, by)
	}
	steps := make(scenario.Steps, len(a.Steps))
	for i, s := range a.Steps {
		steps[i] = scenario.Target{Share: s.Share, From: from, By: s.By}
	}
	if len(steps) == 1 {
		return steps[0], true
	}
	return steps, true
}

// Year is the calendar year of the announcement, for one "by" a date the year of
// that date, and for one "before" a date the year before, the last that is sure
// to follow no later announcement.
func (a Announcement) Year() int {
	day := a.Date[strings.LastIndex(a.Date, " ")+1:]
	year, _ := strconv.Atoi(day[:min(4, len(day))]) // checked when the catalogue is read
	if strings.HasPrefix(a.Date, "before ") {
		year--
	}
	return year
}

// Verified reports whether all of the announcement was read in a source.
func (a Announcement) Verified() bool { return a.Unverified == "" }
