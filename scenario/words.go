package scenario

import (
	"cmp"
	"regexp"
	"strings"
)

// ShareUnit is the unit of shares in tables and files: "% of GDP", or per cent of
// another Denominator.
func (d *Dataset) ShareUnit() string { return "% of " + cmp.Or(d.Denominator, defaultDenominator) }

// FormatShare writes a share with what it is a share of: "2.5% of GDP".
func (d *Dataset) FormatShare(share float64) string {
	return strings.TrimSuffix(FormatShare(share), "%") + d.ShareUnit()
}

// inGDP finds what the models of this package say of GDP: "2% of GDP", "its share of
// GDP", "GDP grows" or "shrinks", "GDP goes on growing". It leaves the names of tables and sources
// alone, such as "GDP deflator" or "real GDP, OECD".
var inGDP = regexp.MustCompile(`(% of |\bshare of )GDP\b|\bGDP( grows| shrinks| goes on)\b`)

// Words gives what a pledge, a growth path or a response of this package says of
// itself in the words of the data set. Their String methods know no data set and
// speak of GDP; with another Denominator "2% of GDP by 2030" becomes "2% of GNI by
// 2030", and "GDP grows 1.5% a year" "GNI grows 1.5% a year". Names of tables and
// sources stay as they are.
func (d *Dataset) Words(text string) string {
	of := cmp.Or(d.Denominator, defaultDenominator)
	return inGDP.ReplaceAllStringFunc(text, func(said string) string { return strings.Replace(said, "GDP", of, 1) })
}

// In gives the assumptions in the words of a data set, one a line: as String does, with
// what the shares are shares of ([Dataset.Words]). Name and note stay as they are.
func (s Scenario) In(d *Dataset) string { return s.inWords(d.Words) }

// String gives the assumptions in words, one a line. It speaks of shares of GDP; see
// In for those of a data set.
func (s Scenario) String() string { return s.inWords(func(text string) string { return text }) }

// inWords gives the assumptions, the words of the parts put into those of a data set.
func (s Scenario) inWords(put func(string) string) string {
	if err := s.CheckNesting(); err != nil {
		return err.Error()
	}
	lines := []string{
		s.Name,
		"  pledge:   " + put(words(s.Pledge, "nothing is asked")),
		"  growth:   " + put(words(s.Growth, noPath)),
		"  response: " + put(words(s.Reaction(), noResponse)),
	}
	if s.Note != "" {
		lines = append(lines, "  note:     "+s.Note)
	}
	return strings.Join(lines, "\n")
}
