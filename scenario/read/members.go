package read

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/pledgesim/pledgesim/scenario"
)

// Members says who the lines of a sheet are. The zero value takes each line by the code
// that the file has for it.
type Members struct {
	// Known is looked up by code, name and alias: nato.Latest(), for example. Its members'
	// names, dates of accession and currencies are taken over; their breaks, and why one
	// is exempt, belong to its own figures and are not.
	Known *scenario.Dataset
	Names map[string]string // codes of names, or of codes, that the file has and Known does not
	Only  []string          // codes of the members to keep, each of which must be there; nil: all lines
}

// code gives the code of a line; ok is false if it is not known.
func (m Members) code(s *Series) (code string, ok bool) {
	for _, text := range []string{s.Code, s.Name} {
		if code, ok := m.Names[text]; ok && text != "" {
			return code, true
		}
	}
	if m.Known != nil {
		for _, text := range []string{s.Code, s.Name} {
			if known, err := m.Known.Member(text); err == nil && text != "" {
				return known.Code, true
			}
			if text != "" && text == s.Code {
				break // a code is not doubted
			}
		}
	}
	return s.Code, s.Code != ""
}

// lines gives the lines of a variable by the code of their member, and the codes in the
// order of the sheet.
func (m Members) lines(s *Sheet, variable string, f *faults) (codes []string, lines map[string]*Series) {
	lines = map[string]*Series{}
	var unknown []string
	found := false
	for i := range s.Series {
		line := &s.Series[i]
		if line.Variable != variable {
			continue
		}
		found = true
		code, ok := m.code(line)
		switch first := lines[code]; {
		case !ok:
			unknown = append(unknown, fmt.Sprintf("%q", line.Name))
		case len(m.Only) > 0 && !slices.Contains(m.Only, code):
		case first != nil:
			f.add(fmt.Sprintf("line %d: member", line.Line), line.member(), fmt.Sprintf("is %s, as is %q of line %d: leave one of them out", code, first.member(), first.Line), scenario.ErrDuplicate)
		default:
			codes, lines[code] = append(codes, code), line
		}
	}
	if !found {
		f.add("variable", variable, "is not in the sheet, which has "+some(s.Variables()), scenario.ErrMissing)
		return nil, nil
	}
	m.missing(lines, unknown, variable, f)
	return codes, lines
}

// missing notes names that are not known and members that are not there.
func (m Members) missing(lines map[string]*Series, unknown []string, variable string, f *faults) {
	if len(m.Only) == 0 {
		if len(unknown) > 0 {
			f.add("members", nil, fmt.Sprintf("%s are not known: give their codes in Members.Names, or the codes of those to keep in Members.Only", some(unknown)), scenario.ErrUnknownMember)
		}
		return
	}
	var without []string
	for _, code := range m.Only {
		if lines[code] == nil {
			without = append(without, code)
		}
	}
	if len(without) == 0 {
		return
	}
	text := fmt.Sprintf("names %s, of whom the sheet has no %q", strings.Join(without, ", "), variable)
	if len(unknown) > 0 {
		text += fmt.Sprintf(" under a name that is known; it has %s: give their codes in Members.Names", some(unknown))
	}
	f.add("Members.Only", nil, text, scenario.ErrMissing)
}

// describe gives what is known of a member, without figures.
func (m Members) describe(code string, s *Series) scenario.Member {
	if m.Known != nil {
		if known, err := m.Known.Member(code); err == nil {
			return scenario.Member{Code: known.Code, ISO2: known.ISO2, Name: known.Name, Aliases: slices.Clone(known.Aliases), Joined: known.Joined, Currency: known.Currency}
		}
	}
	return scenario.Member{Code: code, Name: cmp.Or(s.Name, code)}
}
