package read

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
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

// shareUnit tells whether a unit is per cent or a fraction of the denominator, or of
// something else, which it gives.
func shareUnit(unit, denominator string) (m measure, other string) {
	unit = strings.Join(strings.Fields(unit), " ")
	found, m := percentOf.FindStringSubmatch(unit), percent
	if found == nil {
		found, m = fractionOf.FindStringSubmatch(unit), fraction
	}
	if found == nil {
		return noShare, ""
	}
	if of := strings.Join(found[1:], ""); of != "" && !means(of, denominator) {
		return noShare, of
	}
	return m, ""
}

// pricesOnly are words that say in which prices a denominator is, and of what year or
// whom; any other makes it another one, such as "potential GDP".
var pricesOnly = regexp.MustCompile(`(?i)^(?:the|real|nominal|at|in|and|current|constant|market|prices?|exchange|rates?|ppp|us|dollars?|annual|national|by|country|[12][0-9]{3})$`)

// means reports whether a text is a denominator, perhaps with the prices it is in.
func means(text, denominator string) bool {
	word, err := regexp.Compile(`(?i)(?:^|\PL)(` + regexp.QuoteMeta(denominator) + `)(?:\PL|$)`)
	if err != nil {
		return false
	}
	text = shortly(text)
	at := word.FindStringSubmatchIndex(text)
	if at == nil {
		return false
	}
	rest := strings.FieldsFunc(text[:at[2]]+" "+text[at[3]:], func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	return !slices.ContainsFunc(rest, func(w string) bool { return !pricesOnly.MatchString(w) && !strings.EqualFold(w, denominator) })
}

// Denominators in full.
var (
	longGDP = regexp.MustCompile(`(?i)gross domestic product`)
	longGNI = regexp.MustCompile(`(?i)gross national income`)
)

// shortly writes denominators as data sets call them.
func shortly(text string) string {
	return longGNI.ReplaceAllLiteralString(longGDP.ReplaceAllLiteralString(text, "GDP"), "GNI")
}
