// Package worldbank holds military spending since 1960 as the World Bank published
// it in October 2021: a longer past than NATO's tables have, to fit models to and
// to try them on.
//
// The share is the World Bank's, made after the definition of SIPRI. It is military
// expenditure, not NATO's defence expenditure: for years that both have, one in four
// shares differs by more than 0.1 percentage points. Never hold one against a pledge
// on the other.
//
// The past is as revised by 2021. Cut with [scenario.Dataset.AsOf] it shows no later
// year, but what is left is not what was known at the time.
//
// # Terms
//
// The World Bank's figures are under CC BY 4.0: name the World Bank. GDP is derived
// from IMF's growth, copyright IMF and subject to its terms of use
// (imf.org/external/terms.htm). Both were read in public copies, which gen.go names;
// Source.SHA256 is that of the tables made from them.
package worldbank

//go:generate go run gen.go -from $WORLDBANK_SOURCES
