package scenario

import (
	"encoding/csv"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode"
)

// A csvHead is what the leading lines of a file say.
type csvHead struct {
	faults
	edition, money string
	quantity       string
	denominator    string
	precision      float64
	sources        []Source
	notes          []string
	members        map[string]Member
	breaks         map[string][]Break

	lines     int             // how many there are
	once      map[string]bool // keys that must not come again
	separator rune            // between cells
	rest      string          // the text below
}

const (
	precisionUnit = " percentage points"
	cellEnds      = ",; \t\n" // what stands after the last filled cell of a line
)

// readHead reads the leading lines that are blank or start with "#". What separates
// cells there is what separates the column names in the line below.
func readHead(text string) (*csvHead, error) {
	h := &csvHead{quantity: defaultQuantity, denominator: defaultDenominator, members: map[string]Member{}, breaks: map[string][]Break{}, once: map[string]bool{}}
	for h.rest = text; h.rest != ""; {
		line, rest, _ := strings.Cut(h.rest, "\n")
		blank := strings.TrimRight(line, cellEnds) == ""
		if !blank && line[0] != '#' {
			break
		}
		h.rest = rest
	}
	names, _, _ := strings.Cut(h.rest, "\n")
	if h.separator = ','; !strings.Contains(names, ",") && strings.Contains(names, ";") {
		h.separator = ';'
	}
	for line := range strings.Lines(text[:len(text)-len(h.rest)]) {
		h.lines++
		line = strings.TrimSpace(strings.TrimPrefix(strings.TrimRight(line, cellEnds), "#"))
		if line != "" && len(h.list) < maxFaults {
			h.line(line)
		}
	}
	if h.edition == "" && len(h.list) == 0 {
		h.add("file", nil, `has no leading line "# edition: ...": name the edition, it is printed on every table; other layouts than this one are read by package scenario/read`, ErrMissing)
	}
	for code, breaks := range h.breaks {
		m := h.members[code]
		m.Code, m.Breaks = code, breaks
		h.members[code] = m
	}
	if len(h.members) > MaxMembers {
		h.add("file", nil, fmt.Sprintf("has leading lines for %d members: a data set has at most %d", len(h.members), MaxMembers), ErrInvalid)
	}
	return h, h.err()
}

// line takes one "key: value".
func (h *csvHead) line(text string) {
	key, value, found := strings.Cut(text, ":")
	key, value = strings.TrimSpace(key), strings.TrimSpace(value)
	bad := func(problem string, kind error) {
		h.add(fmt.Sprintf("line %d, column 1: %s", h.lines, key), nil, problem, kind)
	}
	switch {
	case !found:
		bad(`is not "# key: value"`, ErrInvalid)
		return
	case value == "":
		bad("is empty", ErrMissing)
		return
	case strings.ContainsFunc(value, unicode.IsControl):
		bad("contains a control character", ErrInvalid)
		return
	case h.once[key]:
		bad("occurs twice", ErrDuplicate)
		return
	}
	switch key {
	case "edition":
		h.edition, h.once[key] = value, true
	case "money":
		h.money, h.once[key] = value, true
	case "quantity":
		h.quantity, h.once[key] = value, true
	case "denominator":
		h.denominator, h.once[key] = value, true
	case "precision":
		points, unit := strings.CutSuffix(value, precisionUnit)
		p, ok := parseDecimal(h.point(points), "e-2")
		if !unit || !ok || p < 0 || p > Percent {
			bad("is not of the form 0.01"+precisionUnit, ErrUnit)
		}
		h.precision, h.once[key] = p, true
	case "note":
		h.notes = append(h.notes, value)
	case "source", "member", "break":
		if problem, kind := h.record(key, value); problem != "" {
			bad(problem, kind)
		}
	default:
		bad("is no key of this layout, which are edition, money, precision, quantity, denominator, source, note, member, break", ErrInvalid)
	}
}

// record takes a value of several comma-separated parts, or says what is wrong
// with it.
func (h *csvHead) record(key, value string) (problem string, kind error) {
	r := csv.NewReader(strings.NewReader(value))
	r.Comma = h.separator
	parts, err := r.Read()
	if err != nil {
		return "cannot be read as comma-separated parts: " + err.Error(), ErrInvalid
	}
	part := func(i int) string {
		if i < len(parts) {
			return strings.TrimSpace(parts[i])
		}
		return ""
	}
	switch key {
	case "source":
		day, ok := parseDay(part(2))
		if !ok || len(parts) > 5 {
			return "is not publisher,title,2026-07-10,terms,SHA-256", ErrInvalid
		}
		h.sources = append(h.sources, Source{part(0), part(1), day, part(3), part(4)})
	case "member":
		day, ok := parseDay(part(3))
		if !ok || part(0) == "" {
			return "is not code,alpha-2,name,1949-08-24,currency,why exempt,aliases", ErrInvalid
		}
		if _, twice := h.members[part(0)]; twice {
			return "has a second line for " + part(0), ErrDuplicate
		}
		m := Member{Code: part(0), ISO2: part(1), Name: part(2), Joined: day, Currency: part(4), Exempt: part(5)}
		for i := 6; i < len(parts); i++ {
			m.Aliases = append(m.Aliases, part(i))
		}
		h.members[m.Code] = m
	case "break":
		year, ok := parseYear(part(1))
		if !ok || part(0) == "" || part(2) == "" || len(parts) > 3 {
			return "is not code,2023,why", ErrInvalid
		}
		h.breaks[part(0)] = append(h.breaks[part(0)], Break{year, part(2)})
	}
	return "", nil
}

// point writes a figure of the file with a decimal point, or not at all if it has one
// where a comma must be.
func (h *csvHead) point(figure string) string {
	if h.separator == ',' {
		return figure
	}
	return strings.NewReplacer(",", ".", ".", " ").Replace(figure)
}

// example is a figure as the file must have it.
func (h *csvHead) example() string {
	if h.separator == ',' {
		return "1234.5"
	}
	return "1234,5, with a decimal comma where cells are separated by semicolons"
}

var decimal = regexp.MustCompile(`^-?[0-9]+(\.[0-9]+)?$`)

// parseDecimal reads a plain decimal number times the power of ten that an
// exponent such as "e-2" stands for, with a single rounding.
func parseDecimal(text, exponent string) (v float64, ok bool) {
	if !decimal.MatchString(text) {
		return 0, false
	}
	v, err := strconv.ParseFloat(text+exponent, 64)
	return v, err == nil
}

func parseYear(text string) (year int, ok bool) {
	year, err := strconv.Atoi(text)
	return year, err == nil && len(text) == 4 && year >= 1000
}

// parseDay reads a date; an empty one is none.
func parseDay(text string) (day time.Time, ok bool) {
	if text == "" {
		return time.Time{}, true
	}
	day, err := time.Parse(time.DateOnly, text)
	return day, err == nil
}

func parseStatus(text string) (s Status, ok bool) {
	for _, s := range []Status{Observed, Estimated, Projected} {
		if s.String() == text {
			return s, true
		}
	}
	return 0, false
}
