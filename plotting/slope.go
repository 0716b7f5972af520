package plotting

import (
	"cmp"
	"fmt"
	"image/color"
	"slices"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// Slope shows the share of GDP of every member in two years, published or
// projected, as a line from one to the other with the name and the figure at both
// ends. Members that are newly at the target have one colour, those that fell
// below another, and the rest are grey, or in ink if they stand out. The target is
// the one in force in the second year, a dotted line if it is the same for all.
// Lines to projected figures are dashed; published estimates are hollow and marked "e", unless all of a year
// are. Members without a figure for one of the years are left out and named in the
// note. All others are labelled; with Figure.Highlight and a small Height at least
// those that stand out, and the chart says how many.
func Slope(r *projection.Result, from, to int) (*Figure, error) {
	f, err := slopeOf(r, from, to)
	if err != nil {
		return nil, fmt.Errorf("Slope: %w", err)
	}
	return f, nil
}

func slopeOf(r *projection.Result, from, to int) (*Figure, error) {
	rs := []*projection.Result{r}
	if err := checkResults(rs); err != nil {
		return nil, err
	}
	if from >= to {
		return nil, fmt.Errorf("from = %d is not earlier than to = %d: %w", from, to, scenario.ErrInvalid)
	}
	s := &slopes{of: r.Dataset}
	var shown []projection.Reach
	var codes []string
	without := map[int][]string{}
	for _, reach := range r.Reaches() {
		share, err := r.Share(reach.Member)
		if err != nil {
			return nil, err
		}
		before, ok := share.Observe(from)
		after, okAfter := share.Observe(to)
		switch {
		case !ok:
			without[from] = append(without[from], reach.Name)
			continue
		case !okAfter:
			without[to] = append(without[to], reach.Name)
			continue
		}
		if reach, err = inForce(r, reach, to); err != nil {
			return nil, err
		}
		shown, codes = append(shown, reach), append(codes, reach.Member)
		s.rows = append(s.rows, slope{code: reach.Member, name: reach.Name, kind: crossing(before.Value, after.Value, reach, r.Options),
			ends: [2]slopeEnd{{value: before.Value, status: before.Status}, {value: after.Value, status: after.Status}}})
	}
	if len(s.rows) == 0 {
		return nil, fmt.Errorf("no member has figures for both %d and %d: choose years from %d to %d: %w", from, to, r.Count().First(), r.Options.To, scenario.ErrMissing)
	}
	slices.SortStableFunc(s.rows, func(a, b slope) int {
		return cmp.Or(cmp.Compare(b.ends[1].value, a.ends[1].value), cmp.Compare(a.name, b.name))
	})
	if targets := distinctTargets(shown); len(targets) == 1 && asksAll(shown) {
		s.target = targets[0]
	}
	marked := s.head(0, from)
	marked = s.head(1, to) || marked
	words := s.remarks(r, codes, marked)
	if len(distinctTargets(shown)) > 0 {
		words = append(words, idle(shown))
	}
	for _, year := range []int{from, to} {
		if year <= r.Options.Base {
			words = append(words, otherEditions(rs, codes, year)...)
		}
	}
	words = append(words, withoutFigure(from, without[from]), withoutFigure(to, without[to]), leftOut(rs), caveats(rs))
	origin := published(rs)
	subtitle := fmt.Sprintf("%s, %d and %d", capital(asShare(rs)), from, to)
	if s.some(scenario.Projected) {
		origin = source(rs)
		subtitle += ", projected: " + quoted(r.Scenario.Name)
	}
	return &Figure{
		Title:    s.title(shown, from, to),
		Subtitle: subtitle,
		Note:     note(words...),
		Source:   origin,
		editions: editionsOf(rs),
		key:      s.key(shown),
		colours:  2,
		chart:    s,
	}, nil
}

// crossing tells whether a member crosses what is asked of it.
func crossing(before, after float64, reach projection.Reach, o projection.Options) slopeKind {
	was, is := kindOf(before, reach, o), kindOf(after, reach, o)
	switch {
	case was == belowTarget && is == atTarget:
		return risen
	case was == atTarget && is == belowTarget:
		return fallen
	}
	return steady
}

// asksAll reports whether something is asked of everyone.
func asksAll(reaches []projection.Reach) bool {
	return !slices.ContainsFunc(reaches, func(r projection.Reach) bool { return r.Status == projection.NotAsked })
}

// head writes the figures at one end and what stands over them. marked is true if
// single ones are marked as estimates.
func (s *slopes) head(side, year int) (marked bool) {
	n := map[scenario.Status]int{}
	for _, row := range s.rows {
		n[row.ends[side].status]++
	}
	s.headings[side] = fmt.Sprint(year)
	switch len(s.rows) {
	case n[scenario.Projected]:
		s.headings[side] += ", projected"
	case n[scenario.Estimated]:
		s.headings[side] += ", estimates"
	default:
		marked = n[scenario.Estimated] > 0
	}
	for i := range s.rows {
		end := &s.rows[i].ends[side]
		end.text = percent(end.value)
		if marked && end.status == scenario.Estimated {
			end.text += " e"
		}
	}
	return marked
}

// some reports whether any figure has a status.
func (s *slopes) some(status scenario.Status) bool {
	return slices.ContainsFunc(s.rows, func(row slope) bool { return row.ends[0].status == status || row.ends[1].status == status })
}

// remarks are what the note says of the figures shown.
func (s *slopes) remarks(r *projection.Result, codes []string, marked bool) []string {
	rs := []*projection.Result{r}
	words := lenient(rs)
	if s.some(scenario.Projected) {
		words = append(runAssumptions(rs), remarks(rs, codes)...)
		words = append(words, "Dashed lines lead to projected figures")
	}
	if marked {
		words = append(words, "e: estimate of the source")
	}
	if s.some(scenario.Estimated) {
		words = append(words, "Hollow marks: estimates of the source")
	}
	return words
}

// count is the number of lines of a kind.
func (s *slopes) count(kind slopeKind) int {
	n := 0
	for _, row := range s.rows {
		if row.kind == kind {
			n++
		}
	}
	return n
}

// key explains the colours that occur.
func (s *slopes) key(shown []projection.Reach) []keyEntry {
	goal := goal(s.of, shown, "the target")
	var key []keyEntry
	for _, e := range []struct {
		kind slopeKind
		text string
	}{{risen, "newly at " + goal}, {fallen, "fell below " + goal}, {steady, "others"}} {
		if s.count(e.kind) > 0 && s.count(steady) < len(s.rows) {
			key = append(key, keyEntry{text: e.text, colour: func(t Theme) color.Color { return e.kind.colour(t) }})
		}
	}
	return key
}

// title states how many members crossed the target, or spent more.
func (s *slopes) title(shown []projection.Reach, from, to int) string {
	rose, fell, spent := "rose to", "fell below", "spent"
	if slices.ContainsFunc(s.rows, func(row slope) bool { return row.ends[1].status == scenario.Projected }) {
		rose, fell, spent = "would rise to", "would fall below", "would spend"
	}
	only := s.rows[0]
	of := len(slices.DeleteFunc(slices.Clone(shown), func(r projection.Reach) bool { return r.Status == projection.NotAsked }))
	up, down := tally{s.count(risen), of}, tally{s.count(fallen), of}
	between := fmt.Sprintf("between %d and %d", from, to)
	switch {
	case len(s.rows) == 1:
		return fmt.Sprintf("%s %s %s of %s in %d, after %s in %d", only.name, spent, only.ends[1].text, s.of.Denominator, to, only.ends[0].text, from)
	case len(distinctTargets(shown)) == 0:
		more := tally{of: len(s.rows)}
		for _, row := range s.rows {
			if printed(row.ends[1].value) > printed(row.ends[0].value) {
				more.n++
			}
		}
		return fmt.Sprintf("%s a larger share of %s in %d than in %d", more.subject(spent, spent), s.of.Denominator, to, from)
	case up.n > 0 && down.n > 0:
		return fmt.Sprintf("%s %s %s, %d %s it", up.subject(rose, rose), goal(s.of, shown, theirTarget(up)), between, down.n, fell)
	case down.n > 0:
		return fmt.Sprintf("%s %s %s", down.subject(fell, fell), goal(s.of, shown, theirTarget(down)), between)
	}
	return fmt.Sprintf("%s %s %s", up.subject(rose, rose), goal(s.of, shown, theirTarget(up)), between)
}
