package projection

import (
	"fmt"
	"iter"
	"math"

	"github.com/pledgesim/pledgesim/scenario"
)

// A Record is what really happened: the years in which members were at a share
// of GDP, by the figures of one edition.
type Record struct {
	Dataset *scenario.Dataset
	Share   float64 // fraction of GDP
	Members []MemberRecord
}

// A MemberRecord is one member's years at the share.
type MemberRecord struct {
	Member, Name string
	Spans        []Span // every stretch of published years at the share
	First, Last  int    // of the published years; 0 if there are none
	Estimated    bool   // the first year at the share is an estimate of the source
}

// Outcome reads from an edition when members were at a share of GDP, so that
// a projection can be set beside what happened. A share counts as reached within
// half of the edition's last published digit. No member named means all with
// figures.
func Outcome(d *scenario.Dataset, share float64, members ...string) (*Record, error) {
	if !(share > 0 && share <= scenario.MaxShare) {
		return nil, &scenario.FieldError{Field: "share", Value: share, Problem: "is not a fraction of GDP in (0, 0.25]", Err: scenario.ErrUnit}
	}
	chosen, _, err := choose(d, members)
	if err != nil {
		return nil, err
	}
	o := Options{Tolerance: d.Precision / 2}
	record := &Record{Dataset: d, Share: share}
	for _, m := range chosen {
		first, last := m.Share.First(), m.Share.Last()
		row := MemberRecord{Member: m.Code, Name: m.Name, First: first, Last: last}
		row.Spans = spans(m.Share.At, share, o, first, last)
		if len(row.Spans) > 0 {
			row.Estimated = m.Share.Estimated(row.Spans[0].From)
		}
		record.Members = append(record.Members, row)
	}
	return record, nil
}

// String gives the years as tables print them: "2020 only, 2024" was at the
// share in 2020, and from 2024 to the end of the record; "e" marks an estimate.
func (m MemberRecord) String() string {
	if len(m.Spans) == 0 {
		return fmt.Sprintf("not by %d", m.Last)
	}
	text := spansInWords(m.Spans, 0, m.Last)
	if m.Estimated {
		text += "e"
	}
	return text
}

// About names the edition.
func (r *Record) About() About {
	return About{
		Title:    "Years really at " + scenario.FormatShare(r.Share) + " of GDP",
		Editions: []string{edition(r.Dataset)},
		Notes:    []string{fmt.Sprintf("Outcome: published shares of edition %s; e: an estimate of the source; a first year that is also the first of the edition may hide earlier ones.", r.Dataset.Edition)},
	}
}

// Rows yields the first year at the share for each member; NaN if there is none.
func (r *Record) Rows() iter.Seq[Row] {
	return func(yield func(Row) bool) {
		for _, m := range r.Members {
			row := Row{
				Scenario: "outcome", Member: m.Member, Name: m.Name, Variable: "really at " + scenario.FormatShare(r.Share),
				Unit: UnitYear, Value: math.NaN(), Stat: StatObserved, Text: m.String(),
			}
			if m.Estimated {
				row.Stat = StatEstimated
			}
			if len(m.Spans) > 0 {
				row.Value = float64(m.Spans[0].From)
			}
			if !yield(row) {
				return
			}
		}
	}
}
