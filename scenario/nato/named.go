package nato

import (
	"strings"

	"github.com/pledgesim/pledgesim/scenario"
	"github.com/pledgesim/pledgesim/scenario/imf"
)

// Named is what scenario files can use by name, {"kind": "named", "name":
// "hague-2025"}, where it is given to [scenario.Decode]:
//
//	riga-2006, wales-2014, vilnius-2023, hague-2025: the pledges of AllAgreed
//	gbr-2024-04 and so on: those of AllAnnounced that are shares of GDP, by ID
//	imf-2019-04 to imf-2026-04: growth of real GDP, imf.Real, of each of imf.Vintages
//	imf-2019-04-deflator and so on: growth of the GDP deflator, imf.Deflator
//
// What one government announced is a pledge like others: in the terms of an "except" it
// is asked of that member alone.
func Named() scenario.DecodeOptions {
	o := scenario.DecodeOptions{Pledges: map[string]scenario.Pledge{}, Growth: map[string]scenario.GrowthPath{}}
	for _, a := range AllAgreed() {
		place := strings.TrimPrefix(strings.ToLower(a.Name), "the ")
		o.Pledges[strings.ReplaceAll(place, " ", "-")] = a.Pledge
	}
	for _, a := range AllAnnounced() {
		if p, ok := a.Pledge(); ok {
			o.Pledges[a.ID] = p
		}
	}
	for _, v := range imf.Vintages() {
		if real, err := imf.Real(v); err == nil {
			o.Growth["imf-"+v] = real
		}
		if deflator, err := imf.Deflator(v); err == nil { // not of 2020-04, a short edition
			o.Growth["imf-"+v+"-deflator"] = deflator
		}
	}
	return o
}
