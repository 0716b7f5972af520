package plotting

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// Ranking shows the share of GDP of every member in one year, published or
// projected, as bars in descending order, with the target as a line, in each row
// if it is not the same for all: in a projected year the one in force, in a
// published one the last that is asked.
// Bars at or above the target have another colour than those below it; members
// of whom nothing is asked are grey. A published estimate is marked "e", unless all are.
// Members without a figure for the year are left out and named in the note; a
// year without any figure is [scenario.ErrMissing].
func Ranking(r *projection.Result, year int) (*Figure, error) {
	f, err := ranking(r, year)
	if err != nil {
		return nil, fmt.Errorf("Ranking: %w", err)
	}
	return f, nil
}

func ranking(r *projection.Result, year int) (*Figure, error) {
	rs := []*projection.Result{r}
	if err := checkResults(rs); err != nil {
		return nil, err
	}
	var b bars
	var shown []projection.Reach
	var left []string
	for _, reach := range r.Reaches() {
		share, err := r.Share(reach.Member)
		if err != nil {
			return nil, err
		}
		o, ok := share.Observe(year)
		if !ok {
			left = append(left, reach.Name)
			continue
		}
		if reach, err = inForce(r, reach, year); err != nil {
			return nil, err
		}
		shown = append(shown, reach)
		row := bar{name: reach.Name, value: o.Value, status: o.Status, kind: kindOf(o.Value, reach, r.Options)}
		if row.kind != unasked {
			row.target = reach.Target
		}
		b.rows = append(b.rows, row)
	}
	if len(b.rows) == 0 {
		return nil, fmt.Errorf("there is no figure for %d: choose a year from %d to %d: %w", year, r.Count().First(), r.Options.To, scenario.ErrMissing)
	}
	slices.SortStableFunc(b.rows, func(x, y bar) int {
		return cmp.Or(cmp.Compare(printed(y.value), printed(x.value)), cmp.Compare(x.name, y.name))
	})
	b.targets = distinctTargets(shown)
	missing := ""
	if len(left) > 0 {
		slices.Sort(left)
		missing = fmt.Sprintf("No figure for %d: %s", year, list(left))
	}
	marks := ""
	if b.some(scenario.Estimated) && !b.all(scenario.Estimated) {
		b.markEstimates, marks = true, "e: estimate of the source"
	}
	ticks := ""
	if len(b.targets) > 1 {
		ticks = "A short line across a row is the target of the member"
	}
	words := []string{ticks, marks, missing, leftOut(rs)}
	origin := published(rs)
	if b.some(scenario.Projected) {
		words = append(assumptions(rs), words...)
		words = append(words, remarks(rs, r.Codes())...)
		origin = source(rs)
	} else {
		words = append(words, otherEditions(rs, r.Codes(), year)...)
	}
	goal := goal(shown, "their target")
	return &Figure{
		Title:    b.title(goal, year),
		Subtitle: b.subtitle(r, year),
		Note:     note(append(words, caveats(rs))...),
		Source:   origin,
		editions: editionsOf(rs),
		key:      b.key(goal),
		colours:  2,
		chart:    &b,
	}, nil
}

// printed is a share as it is printed, in hundredths of a per cent. Halves that
// rounding has made a little smaller count as halves.
func printed(share float64) float64 { return math.Round(share*10_000 + 1e-6) }

// inForce puts what is asked in a projected year, which may be nothing, in the
// place of what is asked in the end.
func inForce(r *projection.Result, reach projection.Reach, year int) (projection.Reach, error) {
	if year <= r.Options.Base {
		return reach, nil
	}
	ask, err := r.Ask(reach.Member, year)
	if err != nil {
		return reach, err
	}
	reach.Target = ask.Share
	if ask.Share == 0 {
		reach.Status = projection.NotAsked
	}
	return reach, nil
}

// kindOf tells the colour of a bar. A share that is printed like the target is
// not below it.
func kindOf(share float64, reach projection.Reach, o projection.Options) barKind {
	switch {
	case reach.Status == projection.NotAsked:
		return unasked
	case o.Reached(share, reach.Target), printed(share) >= printed(reach.Target):
		return atTarget
	default:
		return belowTarget
	}
}

// distinctTargets gives what is asked of those who are shown, ascending.
func distinctTargets(reaches []projection.Reach) []float64 {
	var targets []float64
	for _, r := range reaches {
		if r.Status != projection.NotAsked && !slices.Contains(targets, r.Target) {
			targets = append(targets, r.Target)
		}
	}
	slices.Sort(targets)
	return targets
}

// title states how many members are at the target.
func (b *bars) title(goal string, year int) string {
	var t tally
	for _, row := range b.rows {
		if row.kind != unasked {
			t.of++
		}
		if row.kind == atTarget {
			t.n++
		}
	}
	if t.of == 0 {
		return fmt.Sprintf("Defence spending in %d as a share of GDP", year)
	}
	verb, singular := "spent", "spent"
	switch {
	case b.some(scenario.Projected):
		verb, singular = "would spend", "would spend"
	case b.some(scenario.Estimated):
		verb, singular = "spend", "spends"
	}
	if len(b.rows) == 1 {
		return fmt.Sprintf("%s %s %s of GDP in %d", b.rows[0].name, singular, percent(b.rows[0].value), year)
	}
	return fmt.Sprintf("%s at least %s in %d", t.subject(verb, singular), goal, year)
}

// subtitle names the quantity, its unit and what kind of figures these are.
func (b *bars) subtitle(r *projection.Result, year int) string {
	words := []string{"Defence spending as a share of GDP", fmt.Sprint(year)}
	switch {
	case b.some(scenario.Projected):
		words = append(words, "projected: "+r.Scenario.Name)
	case b.all(scenario.Estimated):
		words = append(words, "estimates of the source")
	}
	return strings.Join(words, ", ")
}

// key explains the colours that occur.
func (b *bars) key(goal string) []keyEntry {
	var key []keyEntry
	for _, e := range []struct {
		kind  barKind
		entry keyEntry
	}{
		{atTarget, keyEntry{text: "at least " + goal, colour: atTarget.colour, box: true}},
		{belowTarget, keyEntry{text: "less than " + goal, colour: belowTarget.colour, box: true}},
		{unasked, keyEntry{text: "nothing asked", colour: unasked.colour, box: true}},
	} {
		if slices.ContainsFunc(b.rows, func(row bar) bool { return row.kind == e.kind }) {
			key = append(key, e.entry)
		}
	}
	return key
}
