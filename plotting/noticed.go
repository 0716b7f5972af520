package plotting

import (
	"fmt"
	"slices"
	"strings"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// maxNoticed is the number of warnings that a note says in full, and maxNamed
// the number of members that one of them names.
const (
	maxNoticed = 2
	maxNamed   = 3
)

// noticed gives the warnings of the runs as sentences.
func noticed(rs []*projection.Result, shown []string) []string {
	var all []warning
	for _, r := range rs {
		all = append(all, warnings(r.Dataset, r.Warnings)...)
	}
	if fromMany(rs) {
		texts := make([]string, len(all))
		for i, w := range all {
			texts[i] = w.text
		}
		for i, text := range ranged(texts) {
			all[i].text = text
		}
	}
	return inSentences(all, shown)
}

// A warning is what a computation noticed, and the data set it was made on.
type warning struct {
	dataset *scenario.Dataset
	text    string
}

// warnings are those of one computation.
func warnings(d *scenario.Dataset, errs []error) []warning {
	all := make([]warning, len(errs))
	for i, err := range errs {
		text, _, _ := strings.Cut(err.Error(), "; name a later Options.Base") // which is for who runs it, not for who reads
		all[i] = warning{d, text}
	}
	return all
}

// inSentences says each thing once, with the members it holds for, and the number
// of those there is no room for. Warnings of a run that end alike are one
// sentence: "A ends in 2024 and B ends in 2027: the last rate is held". Those about
// members that are not shown are left out.
func inSentences(all []warning, shown []string) []string {
	var texts []string
	names, begins := map[string][]string{}, map[string][]string{}
	for _, w := range all {
		m, text := aboutMember(w.dataset, w.text)
		if m != nil && !slices.Contains(shown, m.Code) {
			continue
		}
		if begin, end, ok := strings.Cut(text, ": "); ok && m == nil {
			text = ": " + end
			if !slices.Contains(begins[text], begin) {
				begins[text] = append(begins[text], begin)
			}
		}
		if !slices.Contains(texts, text) {
			texts = append(texts, text)
		}
		if m != nil && !slices.Contains(names[text], m.Name) {
			names[text] = append(names[text], m.Name)
		}
	}
	var said []string
	room := maxNoticed
	if len(texts) == room+1 { // which takes no more room than to say that there is one more
		room++
	}
	for _, text := range texts[:min(room, len(texts))] {
		slices.Sort(names[text])
		switch n := len(names[text]); {
		case n == 0:
			said = append(said, capital(list(begins[text])+text))
		case n <= maxNamed:
			said = append(said, list(names[text])+": "+text)
		default:
			said = append(said, members(n)+": "+text)
		}
	}
	if n := len(texts) - len(said); n > 0 {
		said = append(said, fmt.Sprintf("And %d more warnings of the run", n))
	}
	return said
}

// aboutMember gives the member whose code a warning begins with, "LUX: ...", and
// what it says; nil if the warning is about the run.
func aboutMember(d *scenario.Dataset, warning string) (*scenario.Member, string) {
	end := strings.IndexAny(warning, ": ")
	if end < 0 || !slices.Contains(d.Codes(), warning[:end]) {
		return nil, warning
	}
	m, err := d.Member(warning[:end])
	if err != nil {
		return nil, warning
	}
	return m, strings.TrimLeft(warning[end:], ": ")
}

// allCodes gives the codes of all members of the results.
func allCodes(rs []*projection.Result) []string {
	var codes []string
	for _, r := range rs {
		codes = append(codes, r.Codes()...)
	}
	slices.Sort(codes)
	return slices.Compact(codes)
}
