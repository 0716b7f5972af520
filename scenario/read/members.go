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
	// is exempt, belong to its own figures and are not. Where a line has code and name, they
	// must not mean two members, and a name that is known must not stand beside a code that
	// is not.
	Known *scenario.Dataset
	Names map[string]string // codes of names, or of codes, that the file has and Known does not, or that it means otherwise
	Only  []string          // codes of the members to keep, each of which must be there; nil: all lines
}

// code gives the code of a line; ok is false if it is not known. If the name means another
// member than the code, other is that.
func (m Members) code(s *Series) (code string, other *scenario.Member, ok bool) {
	for _, text := range []string{s.Code, s.Name} {
		if code, ok := m.Names[text]; ok && text != "" {
			return code, nil, true
		}
	}
	byCode, byName := m.known(s.Code), m.known(s.Name)
	switch {
	case s.Code == "" && byName != nil:
		return byName.Code, nil, true
	case byCode == nil:
		return s.Code, byName, s.Code != ""
	case byName != nil && byName.Code != byCode.Code:
		return byCode.Code, byName, true
	}
	return byCode.Code, nil, true
}

// known is the member that a code or name means, nil if it is not known.
func (m Members) known(text string) *scenario.Member {
	if m.Known == nil || text == "" {
		return nil
	}
	known, err := m.Known.Member(text)
	if err != nil {
		return nil
	}
	return known
}

// keeps reports whether a member is one of those to keep.
func (m Members) keeps(code string) bool { return len(m.Only) == 0 || slices.Contains(m.Only, code) }

// contradicts notes that code and name of a line mean two members.
func (m Members) contradicts(s *Series, byName *scenario.Member, f *faults) {
	problem := "is not known, but"
	if byCode := m.known(s.Code); byCode != nil {
		problem = fmt.Sprintf("is that of %s, but", byCode)
	}
	f.add(place(s.Line, s.column, "code"), s.Code, fmt.Sprintf("%s the name of the line, %q, is that of %s: mend one of them, or say in Members.Names what the code means", problem, s.Name, byName), scenario.ErrInvalid)
}

// lines gives the lines of a variable by the code of their member, and the codes in the
// order of the sheet.
func (m Members) lines(s *Sheet, variable string, f *faults) (codes []string, lines map[string]*Series) {
	lines = map[string]*Series{}
	doubted := map[string]bool{} // members, by either code
	var unknown []string
	found := false
	for i := range s.Series {
		line := &s.Series[i]
		if line.Variable != variable {
			continue
		}
		found = true
		code, other, ok := m.code(line)
		switch first := lines[code]; {
		case !ok:
			unknown = append(unknown, fmt.Sprintf("%q", line.Name))
		case other != nil && (m.keeps(code) || m.keeps(other.Code)):
			m.contradicts(line, other, f)
			doubted[code], doubted[other.Code] = true, true
		case !m.keeps(code):
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
	m.missing(func(code string) bool { return lines[code] != nil || doubted[code] }, unknown, variable, f)
	return codes, lines
}

// missing notes names that are not known and members that are not there.
func (m Members) missing(there func(code string) bool, unknown []string, variable string, f *faults) {
	if len(m.Only) == 0 {
		if len(unknown) > 0 {
			f.add("members", nil, fmt.Sprintf("%s are not known: give their codes in Members.Names, or the codes of those to keep in Members.Only", some(unknown)), scenario.ErrUnknownMember)
		}
		return
	}
	var without []string
	for _, code := range m.Only {
		if !there(code) {
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
	if known := m.known(code); known != nil {
		return scenario.Member{Code: known.Code, ISO2: known.ISO2, Name: nameOf(known, s), Aliases: slices.Clone(known.Aliases), Joined: known.Joined, Currency: known.Currency}
	}
	return scenario.Member{Code: code, Name: cmp.Or(s.Name, code)}
}

// nameOf is the name of a known member, or that of the line if it has only a code.
func nameOf(known *scenario.Member, s *Series) string {
	if known.Name == known.Code {
		return cmp.Or(s.Name, known.Name)
	}
	return known.Name
}
