// Package imf holds forecasts of GDP growth from the International Monetary
// Fund's World Economic Outlook (WEO) as ready growth paths: [Real] growth, and
// growth of the GDP [Deflator] for money in current prices.
//
// The IMF publishes a forecast, a vintage, every April and October; here they
// are from "2019-04" to "2026-04". To project from the state of a day, take the
// vintage of that day: [NotLaterThan] names the newest one that an edition of
// NATO's figures could have known. [RealTime] takes it by itself, so that no
// forecast of the past sees its future.
//
// Growth from 2000 to the vintage's last year is there for all 32 members of
// NATO (from 2001 for Montenegro). Growth of real GDP (NGDP_RPCH) is as published; that of the deflator is
// DERIVED from the published index (NGDP_D), since the IMF prints no rate.
//
// # Terms
//
// The figures are copyright IMF and subject to its terms of use
// (imf.org/external/terms.htm), which are not an open licence. They were read in
// public copies, which gen.go names.
package imf

//go:generate go run gen.go -from $IMF_SOURCES
