package main

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/pledgesim/pledgesim/plotting"
	"github.com/pledgesim/pledgesim/projection"
)

const (
	mostOwn    = 6 // members that may have charts of their own
	mostInOne  = 6 // scenarios whose colours can be told apart
	mostLines  = 2 // guidelines in a ranking
	yearsOfNow = 8 // that the pace of today is measured over
)

// sections are the parts of the report in the order in which a reader wants them.
func (s *study) sections() []*section {
	all := []*section{s.when(), s.stand(), s.paths(), s.count(), s.pace(), s.cost(), s.gap(), s.chances(), s.assumptions(), s.sources(), s.reproduce(), s.limits()}
	return slices.DeleteFunc(all, func(sec *section) bool { return sec == nil })
}

// when says in which year each member is at its target.
func (s *study) when() *section {
	who := cmp.Or(s.alone(), "each member")
	sec := &section{ID: "when", Title: "When " + who + " reaches its target"}
	if len(s.asked()) == 0 {
		sec.Text = []string{"Nothing is asked of any member: give a scenario a pledge."}
		return sec
	}
	s.perBatch(sec, "year-reached", s.asked(), plotting.YearReached)
	years := tablePart("years", s.compared)
	years.Table.Caption = "Year in which " + who + " reaches its target"
	sec.Parts = append(sec.Parts, years)
	var steps []projection.Tabular
	for _, r := range s.asked() {
		several := slices.ContainsFunc(r.Codes(), func(code string) bool {
			all, err := r.Milestones(code)
			return err == nil && len(all) > 1
		})
		if several {
			steps = append(steps, r.MilestoneYears())
		}
	}
	if len(steps) > 0 {
		p := tablePart("steps", steps...)
		p.Table.Caption = "Year in which " + who + " reaches each step"
		sec.Parts = append(sec.Parts, p)
	}
	return sec
}

// stand says where everybody is in the base year, and came from.
func (s *study) stand() *section {
	r := s.results[0]
	base, from := r.Options.Base, max(s.data.First(), r.Options.Base-yearsOfNow)
	var lines []float64
	for _, r := range s.results {
		lines = append(lines, tallyOf(r).targets...)
	}
	slices.Sort(lines)
	if lines = slices.Compact(lines); len(lines) > mostLines {
		lines = nil // those of the first scenario
	}
	sec := &section{ID: "stand", Title: fmt.Sprintf("Where they stand in %d", base)}
	if name := s.alone(); name != "" {
		sec.Title = fmt.Sprintf("Where %s stands in %d", name, base)
	}
	sec.Parts = append(sec.Parts, figurePart("ranking", func() (*plotting.Figure, error) {
		return plotting.RankingOf(r, plotting.RankingOptions{Year: base, Guidelines: lines})
	}))
	if from < base {
		sec.Parts = append(sec.Parts, figurePart("slope", func() (*plotting.Figure, error) { return plotting.Slope(r, from, base) }))
	}
	return sec
}

// paths shows the shares of all members under all scenarios.
func (s *study) paths() *section {
	sec := &section{ID: "paths", Title: "The paths"}
	s.perBatch(sec, "grid", s.results, plotting.Grid)
	if shares := s.groupShares(); s.alone() == "" && len(shares) > 0 {
		p := tablePart("shares", shares...)
		p.Table.Caption = "Share of all members taken together"
		sec.Parts = append(sec.Parts, p)
	}
	for _, code := range s.own() {
		s.perBatch(sec, "paths-"+code, s.results, func(rs ...*projection.Result) (*plotting.Figure, error) { return plotting.Paths(code, rs...) })
	}
	for _, r := range s.results {
		n := s.number(r.Scenario)
		sub := &section{ID: fmt.Sprintf("paths-%d", n), Title: r.Scenario.Name, About: quoted(r.Scenario.Name)}
		sub.Parts = append(sub.Parts, figurePart(fmt.Sprintf("paths-of-%d", n), func() (*plotting.Figure, error) {
			f, err := plotting.PathsOf(r)
			if err == nil && len(r.Codes()) > mostOwn {
				f.Highlight = largest(r)
			}
			return f, err
		}), asidePart(fmt.Sprintf("paths-%d", n), r))
		sec.Sections = append(sec.Sections, sub)
	}
	return sec
}

// count says how many members are at their targets in each year; nil where there is
// nothing to count.
func (s *study) count() *section {
	if len(s.asked()) == 0 || s.alone() != "" {
		return nil
	}
	sec := &section{ID: "count", Title: "How many are there, year by year"}
	s.perBatch(sec, "count", s.asked(), plotting.Count)
	sec.Parts = append(sec.Parts, tablePart("counts", s.compared.Counts()))
	return sec
}

// alone is the name of the one member that the report is about; empty if there are more.
func (s *study) alone() string {
	codes := s.results[0].Codes()
	if len(codes) != 1 {
		return ""
	}
	m, _ := s.data.Member(codes[0]) // a member of the run
	return cmp.Or(m.Name, m.Code)
}

// own are the members that have charts of their own: those that were named, if they
// are few.
func (s *study) own() []string {
	if len(s.run.Members) > mostOwn {
		return nil
	}
	return s.run.Members
}

// largest are the members of a result with the most spending in its base year.
func largest(r *projection.Result) []string {
	spending := func(code string) float64 {
		series, _ := r.Spending(code) // a member of the run
		v, _ := series.At(r.Options.Base)
		return v
	}
	codes := r.Codes()
	slices.SortStableFunc(codes, func(a, b string) int { return cmp.Compare(spending(b), spending(a)) })
	return codes[:min(mostOwn, len(codes))]
}

// perBatch adds a chart of as many results at a time as can be told apart.
func (s *study) perBatch(sec *section, name string, rs []*projection.Result, chart func(...*projection.Result) (*plotting.Figure, error)) {
	for batch := range slices.Chunk(rs, mostInOne) {
		if len(rs) > mostInOne {
			sec.Parts = append(sec.Parts, figurePart(fmt.Sprintf("%s-%d", name, s.number(batch[0].Scenario)), func() (*plotting.Figure, error) { return chart(batch...) }))
		} else {
			sec.Parts = append(sec.Parts, figurePart(name, func() (*plotting.Figure, error) { return chart(batch...) }))
		}
	}
}
