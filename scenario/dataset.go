package scenario

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
)

// A Dataset is one edition of published figures. Its exported fields are filled
// in right after NewDataset; after that it must not be modified and may be
// shared by any number of goroutines.
type Dataset struct {
	Edition   string   // for example "nato-2025-08"; printed on every table and chart
	Money     string   // unit of GDP and spending, for example "USD million, 2021 prices and exchange rates"
	Precision float64  // last published digit of a share: 0.01*Percent for NATO; 0: unrounded
	Sources   []Source // where the figures come from
	Notes     []string // caveats that hold for every use, printed with tables

	// Quantity is what is pledged, in the words of tables and charts, as it stands in
	// the middle of a sentence: "defence spending" for NATO, "official development
	// assistance". NewDataset sets it to "spending". It may be a plural.
	Quantity string
	// Denominator is what shares are shares of: "GDP", which NewDataset sets, or for
	// example "GNI". Member.GDP then holds that quantity. Tables and charts take the
	// word from here; names and comments of this package say GDP.
	Denominator string

	members []Member // in order of code
}

// What NewDataset and ReadCSV take for the words of a data set.
const (
	defaultQuantity    = "spending"
	defaultDenominator = "GDP"
)

// A Source says where figures were published.
type Source struct {
	Publisher string    // "NATO"
	Title     string    // of the document
	Date      time.Time // of publication; zero: of one that stands for several
	Licence   string    // terms of use
	SHA256    string    // of the file the figures were read from, in hexadecimal
}

// String gives publisher and title: "NATO, Defence Expenditure of NATO Countries".
func (s Source) String() string {
	if s.Publisher == "" || s.Title == "" {
		return s.Publisher + s.Title
	}
	return s.Publisher + ", " + s.Title
}

// NewDataset makes a data set of members, which are put in order of code. It
// reports all faults at once: a missing or repeated code, a name that two
// members could be looked up by, a share outside [0, 0.25], GDP that is not
// positive, spending that is negative or more than ten times off share times GDP,
// as it is in another unit of money, what is beyond MaxMembers or MaxName.
func NewDataset(edition, money string, ms ...Member) (*Dataset, error) {
	d := &Dataset{Edition: edition, Money: money, Quantity: defaultQuantity, Denominator: defaultDenominator, members: slices.Clone(ms)}
	slices.SortFunc(d.members, func(a, b Member) int { return strings.Compare(a.Code, b.Code) })
	var f faults
	if edition == "" {
		f.add("Edition", nil, "is empty: name the edition, it is printed on every table", ErrInvalid)
	}
	if len(ms) == 0 {
		f.add("Members", nil, "is empty: a data set needs at least one member", ErrInvalid)
	}
	if len(ms) > MaxMembers {
		f.add("Members", len(ms), fmt.Sprintf("are more than %d", MaxMembers), ErrInvalid)
		return nil, f.err()
	}
	checkName(&f, "Edition", edition)
	checkName(&f, "Money", money)
	owner := map[string]int{} // of each code and name, so that none is ambiguous
	for i, m := range d.members {
		if m.Code == "" {
			f.add("Members", nil, "has a member without a code", ErrInvalid)
		}
		for _, name := range append(m.names(), m.Code) {
			checkName(&f, fmt.Sprintf("Members[%s]", strings.Trim(strconv.Quote(short(m.Code)), `"`)), name)
			key := fold(name)
			switch first, taken := owner[key]; {
			case key == "" || !taken:
				owner[key] = i
			case first != i:
				f.add("Members", name, fmt.Sprintf("names two of them, %s and %s: it must name one only", d.members[first].Code, m.Code), ErrDuplicate)
			}
		}
		if strings.TrimSpace(m.Name) == "" {
			d.members[i].Name = m.Code // so that no line or chart is without a name
		}
		f.list = append(f.list, checkMember(m)...)
	}
	if err := f.err(); err != nil {
		return nil, err
	}
	return d, nil
}

// farOff reports whether of two amounts of money that should be alike one is more than
// ten times the other, as thousands are of millions. Nothing is far off from zero.
func farOff(a, b float64) bool { return a > 0 && b > 0 && max(a/b, b/a) > 10 }

// checkMember finds figures that cannot be in the unit they should be in.
func checkMember(m Member) []error {
	var errs []error
	bad := func(field string, year int, v float64, problem string, kind error) {
		errs = append(errs, &FieldError{Member: m.Code, Year: year, Field: field, Value: v, Problem: problem, Err: kind})
	}
	for year, v := range m.Share.All() {
		if v < 0 || v > MaxShare {
			bad("Share", year, v, "is not a fraction between 0 and 0.25 (divide per cent by 100)", ErrUnit)
		}
	}
	for year, v := range m.GDP.All() {
		if v <= 0 {
			bad("GDP", year, v, "is not positive", ErrInvalid)
		}
	}
	for year, v := range m.Spending.All() {
		if v < 0 {
			bad("Spending", year, v, "is negative", ErrInvalid)
		}
		share, _ := m.Share.At(year)
		gdp, _ := m.GDP.At(year)
		if worked := share * gdp; farOff(v, worked) {
			bad("Spending", year, v, fmt.Sprintf("is more than ten times off %.7g, which share times GDP gives: it must be in the unit of GDP", worked), ErrUnit)
		}
	}
	return errs
}

// Codes lists the codes of all members in alphabetical order, those without
// figures (Member.Exempt) included.
func (d *Dataset) Codes() []string {
	codes := make([]string, len(d.members))
	for i, m := range d.members {
		codes[i] = m.Code
	}
	return codes
}

// Member looks a member up by ISO alpha-3 code, ISO alpha-2 code, English name
// or alias, in any case and with or without accents. An unknown one is
// ErrUnknownMember with the member whose name is nearest, or all codes if none is
// near.
func (d *Dataset) Member(name string) (*Member, error) {
	if m, ok := d.byCode(name); ok {
		return m, nil // the usual way to ask, and the fastest
	}
	key := fold(name)
	for i := range d.members {
		m := &d.members[i]
		if key != "" && slices.ContainsFunc(append(m.names(), m.Code), func(n string) bool { return fold(n) == key }) {
			return m, nil
		}
	}
	return nil, fmt.Errorf("%w %q in edition %s: %s", ErrUnknownMember, short(name), d.Edition, d.nearest(fold(short(name))))
}

// byCode looks a member up by its code.
func (d *Dataset) byCode(code string) (m *Member, ok bool) {
	i, ok := slices.BinarySearchFunc(d.members, code, func(m Member, code string) int { return strings.Compare(m.Code, code) })
	if !ok {
		return nil, false
	}
	return &d.members[i], true
}

// Growths is the yearly growth of GDP of each member that has any, by code: a
// record for [FitAR1].
func (d *Dataset) Growths() map[string]Series {
	all := map[string]Series{}
	for i := range d.members {
		if g := d.members[i].Growths(); !g.Empty() {
			all[d.members[i].Code] = g
		}
	}
	return all
}

// Clone gives a copy whose fields and members can be changed without changing d.
func (d *Dataset) Clone() *Dataset {
	c := *d
	c.Sources, c.Notes, c.members = slices.Clone(d.Sources), slices.Clone(d.Notes), slices.Clone(d.members)
	return &c
}

// AsOf cuts the data set at the end of a year: later figures are dropped, and
// the edition says so. What is left is as this edition has it, later revisions
// of those years included, with the members of this edition. An error is
// returned if nothing is left.
func (d *Dataset) AsOf(year int) (*Dataset, error) {
	cut := d.Clone()
	cut.Edition = fmt.Sprintf("%s cut at %d", d.Edition, year)
	empty := true
	for i := range cut.members {
		cut.members[i] = cut.members[i].until(year)
		empty = empty && cut.members[i].Share.Empty()
	}
	if empty {
		return nil, fmt.Errorf("edition %s has no figures up to %d: %w", d.Edition, year, ErrMissing)
	}
	return cut, nil
}

// First is the first year with a share for any member, estimates included; 0 if there
// is none.
func (d *Dataset) First() int {
	first := 0
	for _, m := range d.members {
		if !m.Share.Empty() {
			first = minYear(first, m.Share.First())
		}
	}
	return first
}

// Last is the last year with a share for any member, estimates included; 0 if
// there is none.
func (d *Dataset) Last() int {
	last := 0
	for _, m := range d.members {
		last = max(last, m.Share.Last())
	}
	return last
}

// LastActual is the last year in which no share is marked by its source as an
// estimate or a projection; 0 if there is none.
func (d *Dataset) LastActual() int {
	estimated, published := map[int]bool{}, map[int]bool{}
	for _, m := range d.members {
		for o := range m.Share.Observations() {
			published[o.Year] = true
			estimated[o.Year] = estimated[o.Year] || o.Status != Observed
		}
	}
	last := 0
	for year := range published {
		if !estimated[year] {
			last = max(last, year)
		}
	}
	return last
}
