package plotting

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// Ranking shows the share of GDP of every member in one year (0: the base year),
// published or projected, as bars in descending order, with the target as a line, in each row
// if it is not the same for all: in a projected year the one in force, in a
// published one the last that is asked.
// Bars at or above the target have another colour than those below it; members
// of whom nothing is asked are grey. A published estimate is marked "e", unless all are.
// Members without a figure for the year are left out and named in the note; a
// year without any figure is [scenario.ErrMissing]. [RankingOf] can do more.
func Ranking(r *projection.Result, year int) (*Figure, error) {
	f, err := ranking(r, RankingOptions{Year: year})
	if err != nil {
		return nil, fmt.Errorf("Ranking: %w", err)
	}
	return f, nil
}

// RankingOf is [Ranking] with a choice of guidelines, and of an earlier year to
// compare with. Each guideline is a line with a label, and the colour of a bar
// tells how many it reaches. The earlier year is a dot in each row, hollow where
// the source calls it an estimate; members without a figure for it have none and
// are named in the note.
func RankingOf(r *projection.Result, o RankingOptions) (*Figure, error) {
	f, err := ranking(r, o)
	if err != nil {
		return nil, fmt.Errorf("RankingOf: %w", err)
	}
	return f, nil
}

func ranking(r *projection.Result, o RankingOptions) (*Figure, error) {
	rs := []*projection.Result{r}
	if err := checkResults(rs); err != nil {
		return nil, err
	}
	o, err := o.filled(r)
	if err != nil {
		return nil, err
	}
	b := &bars{of: r.Dataset, guidelines: len(o.Guidelines) > 0, targets: o.Guidelines}
	var shown []projection.Reach
	var without, withoutBefore []string
	for _, reach := range r.Reaches() {
		row, reach, ok, err := barOf(r, reach, o)
		switch {
		case err != nil:
			return nil, err
		case !ok:
			without = append(without, reach.Name)
			continue
		case row.before == nil:
			withoutBefore = append(withoutBefore, reach.Name)
		}
		b.rows, shown = append(b.rows, row), append(shown, reach)
	}
	if len(b.rows) == 0 {
		return nil, noFigure(r, o.Year)
	}
	if o.Before != 0 && len(withoutBefore) == len(b.rows) {
		return nil, noFigure(r, o.Before)
	}
	slices.SortStableFunc(b.rows, func(x, y bar) int {
		return cmp.Or(cmp.Compare(printed(y.value), printed(x.value)), cmp.Compare(x.name, y.name))
	})
	if !b.guidelines {
		b.targets = distinctTargets(shown)
	}
	b.markEstimates = b.some(scenario.Estimated) && !b.all(scenario.Estimated)
	words, origin := b.remarks(r, o.Year)
	words = append(words, withoutFigure(o.Year, without))
	if o.Before != 0 {
		words = append(words, withoutFigure(o.Before, withoutBefore))
	}
	words = append(words, leftOut(rs), caveats(rs))
	return &Figure{
		Title:    b.title(shown, o),
		Subtitle: b.subtitle(r, o),
		Note:     note(words...),
		Source:   origin,
		editions: editionsOf(rs),
		key:      b.key(shown, o),
		colours:  2,
		chart:    b,
	}, nil
}

// barOf is the row of a member, and what is asked of it in the year. ok is false
// if there is no figure for the year.
func barOf(r *projection.Result, reach projection.Reach, o RankingOptions) (row bar, asked projection.Reach, ok bool, err error) {
	share, err := r.Share(reach.Member)
	if err != nil {
		return row, reach, false, err
	}
	now, ok := share.Observe(o.Year)
	if !ok {
		return row, reach, false, nil
	}
	if reach, err = inForce(r, reach, o.Year); err != nil {
		return row, reach, false, err
	}
	kind := func(share float64) barKind { return kindOf(share, reach, r.Options) }
	if len(o.Guidelines) > 0 {
		kind = func(share float64) barKind { return kindAmong(share, o.Guidelines, r.Options) }
	}
	row = bar{code: reach.Member, name: reach.Name, value: now.Value, status: now.Status, kind: kind(now.Value)}
	if row.kind != unasked {
		row.target = reach.Target
	}
	if before, ok := share.Observe(o.Before); ok && o.Before != 0 {
		row.before, row.kindBefore = &before, kind(before.Value)
	}
	return row, reach, true, nil
}

// noFigure is the error of a year for which nobody has a figure.
func noFigure(r *projection.Result, year int) error {
	return fmt.Errorf("there is no figure for %d: choose a year from %d to %d: %w", year, r.Count().First(), r.Options.To, scenario.ErrMissing)
}

// withoutFigure names members that have no figure for a year.
func withoutFigure(year int, names []string) string {
	if len(names) == 0 {
		return ""
	}
	slices.Sort(names)
	return fmt.Sprintf("No figure for %d: %s", year, list(names))
}
