package projection

import (
	"fmt"
	"iter"
	"math"
	"strings"

	"github.com/pledgesim/pledgesim/scenario"
)

// A Record is what really happened: the years in which members were at a share
// of GDP, by the figures of one edition.
type Record struct {
	Dataset *scenario.Dataset // the edition it is read from
	Share   float64           // fraction of GDP
	Members []MemberRecord    // in order of code
}

// A MemberRecord is one member's years at the share.
type MemberRecord struct {
	Member, Name string // ISO 3166 alpha-3 code and English name
	Spans        []Span // every stretch of published years at the share
	First, Last  int    // of the published years; 0 if there are none
	share        scenario.Series
}

// Outcome reads from an edition when members were at a share of GDP, so that
// a projection can be set beside what happened. A share counts as reached within
// half of the edition's last published digit. No member named means all with
// figures.
func Outcome(d *scenario.Dataset, share float64, members ...string) (*Record, error) {
	if d == nil {
		return nil, &scenario.FieldError{Field: "Dataset", Problem: "is nil: take one from package nato or scenario.NewDataset", Err: scenario.ErrInvalid}
	}
	if err := checkShare(share); err != nil {
		return nil, err
	}
	chosen, _, err := choose(d, "members", members)
	if err != nil {
		return nil, err
	}
	o := Options{Tolerance: d.Precision / 2}
	record := &Record{Dataset: d, Share: share}
	for _, m := range chosen {
		first, last := m.Share.First(), m.Share.Last()
		row := MemberRecord{Member: m.Code, Name: m.Name, First: first, Last: last, share: allPublished(m.Share)}
		row.Spans = spans(m.Share.At, share, o, first, last)
		record.Members = append(record.Members, row)
	}
	return record, nil
}

// published is a published figure: what its source projected counts as its estimate.
func published(o scenario.Observation) scenario.Observation {
	o.Status = min(o.Status, scenario.Estimated)
	return o
}

// allPublished does that for a series.
func allPublished(s scenario.Series) scenario.Series {
	var obs []scenario.Observation
	for o := range s.Observations() {
		obs = append(obs, published(o))
	}
	s, _ = scenario.SeriesOf(obs...) // of the same years
	return s
}

// String gives the years as tables print them: "2024" is at the share from then
// to the end of the record, "2020, 2024" was below it in between, "2020 only" and
// "2019-2021" lost it for good; "e" marks an estimate of the source.
func (m MemberRecord) String() string {
	switch {
	case m.Last == 0:
		return "no figures"
	case len(m.Spans) == 0:
		return "not by " + m.year(m.Last)
	}
	words := make([]string, len(m.Spans))
	for i, s := range m.Spans {
		words[i] = m.year(s.From)
		if i == len(m.Spans)-1 && s.To < m.Last {
			words[i] = spansInWords([]Span{s}, 0, m.Last)
		}
	}
	return strings.Join(words, ", ")
}

// year writes a year, marked if its share is an estimate.
func (m MemberRecord) year(year int) string {
	if m.share.Estimated(year) {
		return fmt.Sprintf("%de", year)
	}
	return fmt.Sprint(year)
}

// About names the edition.
func (r *Record) About() About {
	if r.Dataset == nil {
		return About{Title: "Years really at a share"}
	}
	a := About{Title: "Years really at " + r.Dataset.FormatShare(r.Share)}
	a.Editions = []string{edition(r.Dataset)}
	a.Notes = append([]string{fmt.Sprintf("Outcome: first year at the share in edition %s, and each year in which it was met again after a loss; e: an estimate of the source. A first year that is also the first of the edition may hide earlier ones.", r.Dataset.Edition)}, r.Dataset.Notes...)
	return a
}

// Rows yields the first year at the share for each member; NaN if there is none.
func (r *Record) Rows() iter.Seq[Row] {
	return func(yield func(Row) bool) {
		for _, m := range r.Members {
			row := Row{
				Scenario: "outcome " + r.Dataset.Edition, Member: m.Member, Name: m.Name, Variable: "really at " + scenario.FormatShare(r.Share),
				Unit: UnitYear, Value: math.NaN(), Stat: StatObserved, Text: m.String(),
			}
			if len(m.Spans) > 0 {
				first, _ := m.share.Observe(m.Spans[0].From)
				row.Value, row.Stat, row.Edition = float64(first.Year), first.Status.String(), first.Edition
			}
			if !yield(row) {
				return
			}
		}
	}
}
