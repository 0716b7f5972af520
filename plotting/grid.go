package plotting

import (
	"cmp"
	"fmt"
	"slices"

	"gonum.org/v1/plot/vg/draw"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// Grid shows the shares of GDP of all members, each in a small panel of its own
// with the same axes: the published history as a solid line, hollow where the
// source calls it an estimate, the projection of each scenario as a dashed one and
// what is asked as dotted ones. Beside the name stands the year in which the target
// is reached. Panels are in the order of that year in the first scenario, then of
// the name. The results must start from the same edition and base year and have
// one horizon.
func Grid(rs ...*projection.Result) (*Figure, error) {
	f, err := grid(rs)
	if err != nil {
		return nil, fmt.Errorf("Grid: %w", err)
	}
	return f, nil
}

func grid(rs []*projection.Result) (*Figure, error) {
	if err := checkResults(rs); err != nil {
		return nil, err
	}
	if err := checkHistory(rs); err != nil {
		return nil, err
	}
	g := &panelGrid{first: rs[0].Options.Base, last: rs[0].Options.To}
	spots := map[string]spot{}
	for _, code := range allCodes(rs) {
		shown, reaches, err := panelFor(code, rs)
		if err != nil {
			return nil, err
		}
		shown.answer, spots[code] = answer(reaches), spotOf(reaches[0])
		g.add(shown)
	}
	slices.SortStableFunc(g.members, func(a, b smallPanel) int {
		return cmp.Or(compareSpots(spots[a.code], spots[b.code]), cmp.Compare(a.name, b.name))
	})
	key := []keyEntry{publishedKey()}
	for i, r := range rs {
		key = append(key, lineKey(r.Scenario.Name, func(t Theme) draw.LineStyle { return t.projected(i, lineWidth) }))
	}
	_, idle, lost := reachRows(rs)
	if len(pledged(rs)) == 0 {
		idle = "" // which is said already
	}
	words := append(append(runAssumptions(rs), unpledged(rs), idle), append(lost, g.moving(), g.estimates(), leftOut(rs))...)
	words = append(words, remarks(rs, allCodes(rs))...)
	f := &Figure{
		Title:    fmt.Sprintf("%s of %s up to %d", capital(quantity(rs)), members(len(g.members)), g.last),
		Subtitle: capital(asShare(rs)),
		Note:     note(append(words, caveats(rs))...),
		Source:   source(rs),
		editions: editionsOf(rs),
		key:      append(key, g.targetKey()...),
		least:    usualHeight,
		colours:  len(rs),
		chart:    g,
	}
	if len(pledged(rs)) > 0 {
		f.Title = reachTitle(rs)
		f.Subtitle += ", and the year in which it first reaches " + goal(rs[0].Dataset, allReaches(rs), "the target")
	}
	return f, nil
}

// panelFor gives the panel of a member and, for each result, what becomes of it:
// nothing is asked of it in one that it is not part of.
func panelFor(code string, rs []*projection.Result) (smallPanel, []projection.Reach, error) {
	reaches, lines := make([]projection.Reach, len(rs)), make([]scenario.Series, len(rs))
	shown := smallPanel{lines: lines}
	var steps []projection.Reach
	for i, r := range rs {
		if !slices.Contains(r.Codes(), code) {
			continue
		}
		m, err := r.Member(code)
		if err != nil {
			return shown, nil, err
		}
		share, err := r.Share(code)
		if err != nil {
			return shown, nil, err
		}
		if reaches[i], err = r.Reach(code); err != nil {
			return shown, nil, err
		}
		asked, err := r.Milestones(code)
		if err != nil {
			return shown, nil, err
		}
		shown.player, shown.history = player{code, m.Name}, share.Until(r.Options.Base)
		lines[i], steps = from(share, r.Options.Base), append(steps, asked...)
	}
	if shown.targets = distinctTargets(steps); len(shown.targets) > maxLevels {
		shown.targets, shown.moving = distinctTargets(reaches), true
	}
	return shown, reaches, nil
}

// answer says in a few words when a member reaches what is asked of it in several
// scenarios.
func answer(reaches []projection.Reach) string {
	var asked, reached []projection.Reach
	same := true
	for _, r := range reaches {
		if r.Status == projection.NotAsked {
			continue
		}
		if asked = append(asked, r); r.String() != asked[0].String() {
			same = false
		}
		if _, ok := r.Year(); ok {
			reached = append(reached, r)
		}
	}
	switch {
	case len(asked) == 0:
		return "not asked"
	case same:
		return asked[0].String()
	case len(reached) == 0:
		return fmt.Sprintf("not by %d", asked[0].To)
	case len(reached) < len(asked):
		return fmt.Sprintf("%d of %d by %d", len(reached), len(asked), asked[0].To)
	}
	first, last := span(reached)
	earliest := fmt.Sprint(first)
	if first == asked[0].Base {
		earliest = "already"
	}
	if first == last {
		return earliest
	}
	return fmt.Sprintf("%s\u2013%d", earliest, last)
}
