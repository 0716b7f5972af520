package projection

import (
	"fmt"
	"slices"
	"strings"

	"github.com/pledgesim/pledgesim/scenario"
)

// A Status says whether and when a member is at its target.
type Status uint8

// The four answers to "when does the member reach its target?".
const (
	NotAsked     Status = iota // nothing is asked of it
	MetAlready                 // at the target in the base year
	MetLater                   // at the target in a projected year
	NotByHorizon               // below the target in every year up to the horizon
)

// String gives the status in words.
func (s Status) String() string {
	return [...]string{"not asked", "already", "later", "not by the horizon"}[min(s, NotByHorizon)]
}

// A Span is a stretch of years, both ends included.
type Span struct{ From, To int }

// A Reach says when a member is at or above its target.
type Reach struct {
	Member, Name string  // ISO 3166 alpha-3 code and English name
	Status       Status  // which of the four answers it is
	Target       float64 // fraction of GDP
	Deadline     int     // 0: none
	Base, To     int     // of the run
	Spans        []Span  // every stretch of years at the target from Base on: it can be met and lost again

	// Never is set with NotByHorizon if the target is not met either when the
	// projection is carried on for 250 years more, and the share does not rise
	// any longer at their end: at this pace it is never met. With constant
	// rates, that is spending growing no faster than GDP.
	Never bool
}

// clone gives a copy whose spans are the caller's own.
func (r Reach) clone() Reach {
	r.Spans = slices.Clone(r.Spans)
	return r
}

// Year is the first year at the target: Base if it was met already. ok is
// false if it is not met by the horizon, or nothing is asked.
func (r Reach) Year() (year int, ok bool) {
	if len(r.Spans) == 0 {
		return 0, false
	}
	return r.Spans[0].From, true
}

// At reports whether the member is at the target in a year.
func (r Reach) At(year int) bool { return within(r.Spans, year) }

// within reports whether a year lies in any of several stretches.
func within(spans []Span, year int) bool {
	return slices.ContainsFunc(spans, func(s Span) bool { return s.From <= year && year <= s.To })
}

// OnTime reports whether the member is at the target in the year of its
// deadline. known is false if there is no deadline, or it lies beyond the
// horizon.
func (r Reach) OnTime() (onTime, known bool) {
	if r.Deadline == 0 || r.Deadline > r.To {
		return false, false
	}
	return r.At(r.Deadline), true
}

// Late gives the number of years by which a missed deadline is overrun: from
// the deadline to the first year at the target after it. late is false if the
// deadline is met, is not known to be missed, or the target is not met after it
// by the horizon; Status and OnTime tell these apart.
func (r Reach) Late() (years int, late bool) {
	if onTime, known := r.OnTime(); onTime || !known {
		return 0, false
	}
	for _, s := range r.Spans {
		if s.From > r.Deadline {
			return s.From - r.Deadline, true
		}
	}
	return 0, false
}

// Lost gives the first year in which a target that had been met is no longer
// met; lost is false if it is held to the horizon or never met.
func (r Reach) Lost() (year int, lost bool) {
	if len(r.Spans) == 0 || r.Spans[0].To >= r.To {
		return 0, false
	}
	return r.Spans[0].To + 1, true
}

// String gives the answer as tables print it: "2031", "already", "not by 2040",
// "never" (at this pace), "not asked"; "2024-2030" where it is lost again and "until 2024" where one
// that was met already is lost.
func (r Reach) String() string {
	switch {
	case r.Status == NotAsked:
		return "not asked"
	case r.Never:
		return "never"
	case len(r.Spans) == 0:
		return fmt.Sprintf("not by %d", r.To)
	case r.Status == MetAlready && r.Spans[0].To == r.To:
		return "already"
	}
	return spansInWords(r.Spans, r.Base, r.To)
}

// spansInWords writes stretches of years: one that lasts to the end by its
// first year, one that begins at the start as "until ...".
func spansInWords(spans []Span, start, end int) string {
	words := make([]string, len(spans))
	for i, s := range spans {
		switch {
		case s.To == end:
			words[i] = fmt.Sprint(s.From)
		case s.From == start:
			words[i] = fmt.Sprintf("until %d", s.To)
		case s.From == s.To:
			words[i] = fmt.Sprintf("%d only", s.From)
		default:
			words[i] = fmt.Sprintf("%d-%d", s.From, s.To)
		}
	}
	return strings.Join(words, ", ")
}

// Reach says when a member reaches what is asked of it in the last projected
// year. For a pledge in steps that is the last step; Milestones has them all.
func (r *Result) Reach(member string) (Reach, error) {
	p, err := r.path(member)
	if err != nil {
		return Reach{}, err
	}
	return p.reach().clone(), nil
}

// Reaches gives the Reach of every member in order of code.
func (r *Result) Reaches() []Reach {
	all := make([]Reach, len(r.paths))
	for i, p := range r.paths {
		all[i] = p.reach().clone()
	}
	return all
}

// ReachShare says when a member reaches a share of GDP, whatever was asked.
func (r *Result) ReachShare(member string, share float64) (Reach, error) {
	p, err := r.path(member)
	if err != nil {
		return Reach{}, err
	}
	if err := checkShare(share); err != nil {
		return Reach{}, err
	}
	return r.reach(p, scenario.Ask{Share: share}), nil
}

// checkShare refuses what cannot be a share that anybody wants to reach.
func checkShare(share float64) error {
	if !(share > 0 && share <= scenario.MaxShare) {
		return &scenario.FieldError{Field: "share", Value: share, Problem: "is not a fraction in (0, 0.25]", Err: scenario.ErrUnit}
	}
	return nil
}

// Milestones says when a member reaches each thing that is asked of it, in the
// order in which it is asked: one Reach for a plain target, one a step for a
// pledge in steps, none if nothing is asked.
func (r *Result) Milestones(member string) ([]Reach, error) {
	p, err := r.path(member)
	if err != nil {
		return nil, err
	}
	var all []Reach
	for _, a := range p.milestones() {
		all = append(all, r.reach(p, a))
	}
	return all, nil
}

// milestones are the different things asked of a member, in order.
func (p *path) milestones() []scenario.Ask {
	var all []scenario.Ask
	for i, a := range p.asks {
		same := i > 0 && a.Share == p.asks[i-1].Share && a.By == p.asks[i-1].By
		if a.Share > 0 && !same {
			all = append(all, a)
		}
	}
	return all
}

// reach measures a path against one ask, in all years from the base year on.
func (r *Result) reach(p *path, a scenario.Ask) Reach {
	reach := Reach{
		Member: p.member.Code, Name: p.member.Name, Target: a.Share, Deadline: a.By,
		Base: r.Options.Base, To: r.Options.To,
	}
	if a.Share == 0 {
		return reach
	}
	reach.Spans = spans(p.track.Share, a.Share, r.Options, r.Options.Base, r.Options.To)
	switch year, ok := reach.Year(); {
	case !ok:
		reach.Status = NotByHorizon
		reach.Never = r.never(p, a)
	case year == r.Options.Base:
		reach.Status = MetAlready
	default:
		reach.Status = MetLater
	}
	return reach
}

// beyond is the number of years for which a projection is carried on before
// "never" is said: longer than any delay or window that is accepted.
const beyond = 250

// never reports whether a member that is below a target up to the horizon stays
// below it when the projection is carried on, and no longer rises at the end.
func (r *Result) never(p *path, a scenario.Ask) bool {
	to := r.Options.To + beyond
	longer, err := project(p.member, r.Scenario, r.Options, to)
	if err != nil {
		return false // the growth path or the response does not go that far: nothing is known
	}
	if len(spans(longer.track.Share, a.Share, r.Options, r.Options.To, to)) > 0 {
		return false
	}
	before, _ := longer.track.Share(to - 1)
	share, _ := longer.track.Share(to)
	return share <= before*(1+rounding)
}

// spans finds every stretch of years at a target. A year without a figure neither
// ends a stretch nor begins one.
func spans(share func(int) (float64, bool), target float64, o Options, from, to int) []Span {
	var all []Span
	open := false
	for year := from; year <= to; year++ {
		v, ok := share(year)
		switch at := o.Reached(v, target); {
		case !ok:
			continue
		case at && open:
			all[len(all)-1].To = year
		case at:
			all = append(all, Span{year, year})
			open = true
		default:
			open = false
		}
	}
	return all
}

// shortfall is how far a share lies below a target, 0 if it counts as reached.
func shortfall(share, target float64, o Options) float64 {
	if o.Reached(share, target) {
		return 0
	}
	return target - share
}
