package main

import (
	"fmt"

	"github.com/pledgesim/pledgesim/scenario/nato"
)

// wales shows who kept which clause of the pledge of Wales, by three editions.
func wales(*evidence) (table, error) {
	t := table{title: "The pledge of Wales in 2024: members that it bound and that were below 2% in 2014", header: []string{"edition"}}
	lines := [][]string{
		{"members"}, {"share not lower than in 2014"}, {"years in which a share fell, of all"}, {"spending higher in real terms than in 2014"}, {"years in which spending fell in real terms, of all"}, {"at 2% in 2024"},
		{"all members at 2% in 2024, others included"}, {"of them by an estimate"},
	}
	for _, name := range []string{"nato-2024-06", "nato-2025-08", "nato-2026-07"} {
		d, err := nato.Edition(name)
		if err != nil {
			return t, err
		}
		r, err := nato.WalesRecord(d)
		if err != nil {
			return t, err
		}
		t.header = append(t.header, name)
		for i, cell := range kept(r) {
			lines[i] = append(lines[i], cell)
		}
	}
	t.lines = lines
	t.notes = []string{"Luxembourg's share cannot be compared: its denominator changed in 2023. Edition 2025-08 is without money, so that growth in real terms is not known from it."}
	return t, nil
}

// kept counts who kept what.
func kept(r *nato.PledgeRecord) []string {
	bound := func(is func(nato.MemberRecord) bool) int {
		return r.Count(func(m nato.MemberRecord) bool { return m.Bound && m.Below && is(m) })
	}
	falls, years, cuts, money := 0, 0, 0, 0
	n := bound(func(m nato.MemberRecord) bool {
		falls, years, cuts, money = falls+m.Falls, years+m.Years, cuts+m.Cut, money+m.MoneyYears
		return true
	})
	cut := "unknown"
	if money > 0 {
		cut = fmt.Sprintf("%d of %d", cuts, money)
	}
	answers := func(of func(nato.MemberRecord) nato.Answer) string {
		unknown := bound(func(m nato.MemberRecord) bool { return of(m) == nato.Unknown })
		if unknown == n {
			return "unknown"
		}
		text := fmt.Sprint(bound(func(m nato.MemberRecord) bool { return of(m) == nato.Yes }))
		if unknown > 0 {
			text += fmt.Sprintf(" (unknown: %d)", unknown)
		}
		return text
	}
	return []string{
		fmt.Sprint(n), answers(func(m nato.MemberRecord) nato.Answer { return m.Halted }), fmt.Sprintf("%d of %d", falls, years), answers(nato.MemberRecord.GrewInRealTerms), cut,
		fmt.Sprint(bound(func(m nato.MemberRecord) bool { return m.AtTarget })),
		fmt.Sprint(r.AtTarget()), fmt.Sprint(r.Count(func(m nato.MemberRecord) bool { return m.AtTarget && m.Estimated })),
	}
}
