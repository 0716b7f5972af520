package scenario

import (
	"cmp"
	"fmt"
	"slices"
)

// WithOptions says how two data sets are merged. The zero value lets the figures that are
// laid over win.
type WithOptions struct {
	FillOnly  bool    // the figures that are laid over only fill gaps
	Tolerance float64 // shares that differ by no more count as equal, as a fraction; 0: half the last digit of the less precise data set
}

// With lays the figures of another data set over those of d, year by year: one's own
// series over a published edition, a newer table over an older one. Members are matched
// by code; those that d lacks are added. Of what is not figures, d's name, dates and words
// stay and over's fill in what is empty; aliases, breaks, sources and notes are those of
// both. Every figure keeps the edition in which it was printed, one that names none gets
// that of its data set; the edition of the whole is "nato-2026-07 with mine-2026", or
// "nato-2026-07 filled from mine-2026".
//
// Both must pledge the same Quantity, unless one has the "spending" of NewDataset, as a
// share of the same Denominator, and have money, if both have any, in the same words:
// anything else is ErrUnit.
//
// Published money must not contradict a share that comes from elsewhere: where one data
// set wins with a share or GDP and the other has spending that is not share times GDP, to
// the tolerance, that spending is left out, so that money is share times GDP. A share is
// never left out or worked out: where only spending wins, a share that contradicts it
// stays.
//
// The second result lists where the two differ, and what was left out.
func (d *Dataset) With(over *Dataset, o WithOptions) (*Dataset, *Discrepancies, error) {
	if err := mergeable(d, over, o); err != nil {
		return nil, nil, err
	}
	m := merger{wins: over, yields: d, tolerance: cmp.Or(o.Tolerance, max(d.Precision, over.Precision)/2), found: &Discrepancies{
		Base: d.Edition, Over: over.Edition, ShareUnit: d.ShareUnit(), Money: d.Money, FillOnly: o.FillOnly,
	}}
	if !d.hasMoney() && over.hasMoney() {
		m.found.Money = over.Money
	}
	edition := d.Edition + " with " + over.Edition
	if o.FillOnly {
		m.wins, m.yields = d, over
		edition = d.Edition + " filled from " + over.Edition
	}
	var members []Member
	for _, code := range slices.Compact(slices.Sorted(slices.Values(append(d.Codes(), over.Codes()...)))) {
		members = append(members, m.member(code, d, over))
	}
	merged, err := NewDataset(edition, m.found.Money, members...)
	if err != nil {
		return nil, nil, fmt.Errorf("%s: %w", edition, err)
	}
	merged.Precision = max(d.Precision, over.Precision)
	merged.Quantity, merged.Denominator = d.Quantity, d.Denominator
	if unsaid(d.Quantity) {
		merged.Quantity = over.Quantity
	}
	merged.Sources = union(d.Sources, over.Sources)
	merged.Notes = append(union(d.Notes, over.Notes), m.found.note())
	m.found.sort()
	return merged, m.found, nil
}

// mergeable says why two data sets cannot be merged.
func mergeable(d, over *Dataset, o WithOptions) error {
	var f faults
	if d == nil || over == nil {
		return &FieldError{Field: "Dataset", Problem: "is nil", Err: ErrInvalid}
	}
	differ := func(field, a, b, hint string) {
		f.add(field, nil, fmt.Sprintf("is %q in %s and %q in %s: %s", a, d.Edition, b, over.Edition, hint), ErrUnit)
	}
	if d.Edition == over.Edition {
		f.add("Edition", nil, fmt.Sprintf("is %s for both: give each its own name", d.Edition), ErrDuplicate)
	}
	if d.ShareUnit() != over.ShareUnit() {
		differ("Denominator", cmp.Or(d.Denominator, defaultDenominator), cmp.Or(over.Denominator, defaultDenominator), "shares of different things cannot be merged")
	}
	if d.Quantity != over.Quantity && !unsaid(d.Quantity) && !unsaid(over.Quantity) {
		differ("Quantity", d.Quantity, over.Quantity, "give both the same words if they are the same thing")
	}
	if d.Money != over.Money && d.hasMoney() && over.hasMoney() {
		differ("Money", d.Money, over.Money, "convert the figures, or give both the same words if they are in the same unit")
	}
	if !(o.Tolerance >= 0 && o.Tolerance <= MaxShare) {
		f.add("WithOptions.Tolerance", o.Tolerance, "is not a fraction between 0 and 0.25", ErrInvalid)
	}
	return f.err()
}

// unsaid reports whether nobody chose the words for what is pledged.
func unsaid(quantity string) bool { return quantity == "" || quantity == defaultQuantity }

func (d *Dataset) hasMoney() bool {
	return slices.ContainsFunc(d.members, func(m Member) bool { return !m.GDP.Empty() || !m.Spending.Empty() })
}

// union gives what is in either list, each thing once.
func union[T comparable](a, b []T) []T {
	both := slices.Clone(a)
	for _, v := range b {
		if !slices.Contains(both, v) {
			both = append(both, v)
		}
	}
	return both
}

// A merger merges members.
type merger struct {
	wins, yields *Dataset
	tolerance    float64
	found        *Discrepancies
}

// member merges what there is of a member, who may be in one data set only. Its words
// are first those of d.
func (m *merger) member(code string, d, over *Dataset) Member {
	about := describe(d.orEmpty(code), over.orEmpty(code))
	strong, weak := m.wins.orEmpty(code), m.yields.orEmpty(code)
	a, b := stamped(strong, m.wins.Edition), stamped(weak, m.yields.Edition)
	m.compare(about, a, b)
	b.Spending = m.consistent(about, a, b)
	about.Share, about.GDP, about.Spending = a.Share.over(b.Share), a.GDP.over(b.GDP), a.Spending.over(b.Spending)
	if !about.Share.Empty() {
		about.Exempt = ""
	}
	return about
}

// orEmpty gives a member by its code, or one without anything.
func (d *Dataset) orEmpty(code string) Member {
	if m, ok := d.byCode(code); ok {
		return *m
	}
	return Member{}
}

// describe merges what is known of a member besides figures.
func describe(a, b Member) Member {
	joined := a.Joined
	if joined.IsZero() {
		joined = b.Joined
	}
	m := Member{
		Code: cmp.Or(a.Code, b.Code), ISO2: cmp.Or(a.ISO2, b.ISO2), Name: cmp.Or(a.ownName(), b.ownName()), Aliases: union(a.Aliases, b.Aliases),
		Joined: joined, Currency: cmp.Or(a.Currency, b.Currency), Exempt: cmp.Or(a.Exempt, b.Exempt), Breaks: slices.Clone(a.Breaks),
	}
	for _, br := range b.Breaks {
		if _, known := a.Broken(br.Year); !known {
			m.Breaks = append(m.Breaks, br)
		}
	}
	slices.SortFunc(m.Breaks, func(a, b Break) int { return cmp.Compare(a.Year, b.Year) })
	return m
}

// stamped gives the figures of a member, each with the edition in which it was printed.
func stamped(m Member, edition string) Member {
	stamp := func(s Series) Series {
		var obs []Observation
		for o := range s.Observations() {
			o.Edition = cmp.Or(o.Edition, edition)
			obs = append(obs, o)
		}
		return spread(obs)
	}
	return Member{Share: stamp(m.Share), GDP: stamp(m.GDP), Spending: stamp(m.Spending)}
}

// over gives the figures of s, and those of another series in the years that s lacks.
func (s Series) over(below Series) Series {
	obs := slices.Collect(s.Observations())
	for o := range below.Observations() {
		if _, taken := s.Observe(o.Year); !taken {
			obs = append(obs, o)
		}
	}
	return spread(obs)
}
