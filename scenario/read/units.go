package read

import (
	"regexp"
	"strings"
)

// Units that are understood. All others are passed on as they are.
var (
	percentOf    = regexp.MustCompile(`(?i)^(?:(?:%|per ?cent|percentage)(?: of (.+))?|share of (.+) \(%\))$`)
	fractionOf   = regexp.MustCompile(`(?i)^fraction(?: of (.+))?$`)
	percentMore  = regexp.MustCompile(`(?i)^(?:(?:%|per ?cent|percentage) (?:change|growth|a year|per year)|annual (?:%|per ?cent)|annual (?:real )?change \(%\))$`)
	anyPercent   = regexp.MustCompile(`(?i)%|per ?cent`)
	insideBraces = regexp.MustCompile(`\(([^()]+)\)$`)
	// ownCurrency is money that is another for each member. It is no fault: shares of it can
	// be told and projected, only sums over members cannot.
	ownCurrency = regexp.MustCompile(`(?i)\b(?:(?:national|local|domestic|own)[\s-]+currenc(?:y|ies)|LCUs?|NCUs?)\b`)
)

// A measure is what a unit makes of a share.
type measure int

const (
	noShare  measure = iota
	percent          // of the denominator
	fraction         // of the denominator
)

// shareUnit tells whether a unit is per cent or a fraction, and of something that names
// the denominator if it says of what.
func shareUnit(unit, denominator string) measure {
	is := func(pattern *regexp.Regexp) bool {
		found := pattern.FindStringSubmatch(strings.Join(strings.Fields(unit), " "))
		if found == nil {
			return false
		}
		of := strings.Join(found[1:], "")
		return of == "" || names(of, denominator)
	}
	switch {
	case is(percentOf):
		return percent
	case is(fractionOf):
		return fraction
	}
	return noShare
}

// names reports whether a text contains some words as words.
func names(text, words string) bool {
	found, err := regexp.MatchString(`(?i)(?:^|\PL)`+regexp.QuoteMeta(words)+`(?:\PL|$)`, text)
	return found && err == nil
}
