// Package nato holds what NATO published and what was promised: editions of the
// defence spending tables, the pledges its members agreed on together
// ([Wales2014], [Vilnius2023], [Hague2025]) and those that governments announced
// by themselves ([Announced]). What members did about them is worked out from the
// editions: how fast they moved towards 2% ([ObservedResponse]) and how they kept the
// clauses of Wales ([WalesRecord]).
//
// # Editions
//
// An edition is the state of one day. NATO revises past years with every table,
// so that a study of 2023 has to use the figures of 2023:
//
//	nato-2019-06  2012 to 2019, 29 members, prices of 2015
//	nato-2023-03  2014 to 2022, 30 members, prices of 2015; partly rebuilt, see [Edition]
//	nato-2024-06  2014 to 2024, 32 members, prices of 2015
//	nato-2025-08  2014 to 2025, 32 members, shares of GDP only
//	nato-2026-07  2014 to 2026, 32 members, prices of 2021
//
// Shares are as NATO printed them, with two decimals. Every figure carries the
// edition it was printed in and whether that edition marks it as an estimate.
// Iceland has no armed forces: it is a member without shares, never a zero.
// [Archive] gives what was known at the end of a year.
//
// # Terms
//
// NATO's figures have no open licence: credit NATO; they are not to be sold or
// used for advertising. They were read in public copies, which gen.go names,
// not on NATO's own site. Source.SHA256 is that of the table of shares; the
// file data/SHA256SUMS lists all of them.
package nato

//go:generate go run gen.go -from $NATO_SOURCES
