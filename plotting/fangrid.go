package plotting

import (
	"fmt"
	"slices"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// FanGrid shows a small [Fan] for each of several members of a simulation, named by
// code or name, in this order; or of all of them if none is named, the likeliest to
// reach the target first. All have the same axes. Beside the name stands the chance
// of having reached the target by the deadline, or by the horizon if there is no
// common deadline before.
func FanGrid(e *projection.Ensemble, members ...string) (*Figure, error) {
	f, err := fanGrid(e, members)
	if err != nil {
		return nil, fmt.Errorf("FanGrid: %w", err)
	}
	return f, nil
}

func fanGrid(e *projection.Ensemble, named []string) (*Figure, error) {
	r, err := checkEnsemble(e)
	if err != nil {
		return nil, err
	}
	players, err := chosen(r, named)
	if err != nil {
		return nil, err
	}
	codes := codesOf(players)
	var reaches []projection.Reach
	for _, code := range codes {
		reach, err := r.Reach(code)
		if err != nil {
			return nil, err
		}
		reaches = append(reaches, reach)
	}
	year := by(reaches)
	var all []odds
	var worst float64
	for _, reach := range reaches {
		one, err := oddsOf(reach, year, e)
		if err != nil {
			return nil, err
		}
		all, worst = append(all, one), max(worst, one.off)
	}
	if len(named) == 0 {
		slices.SortFunc(all, compareOdds)
	}
	g := &panelGrid{first: r.Options.Base, last: r.Options.To}
	for _, one := range all {
		shown, err := fanPanel(one.reach.Member, e)
		if err != nil {
			return nil, err
		}
		shown.answer = one.answer()
		g.add(shown)
	}
	rs := []*projection.Result{r}
	words := append(assumptions(rs, codes...), drawn(e), monteCarlo(worst), yearByYear, lostCounts, idle(reaches), g.moving(), g.estimates(), leftOutBut(r.Dataset, codes))
	words = append(words, remarks(rs, codes)...)
	f := &Figure{
		Title:    oddsTitle(all, goal(r.Dataset, reaches, "their target"), g),
		Subtitle: capital(asShare(rs)) + ", " + quoted(r.Scenario.Name),
		Note:     note(append(words, caveats(rs))...),
		Source:   source(rs),
		editions: editionsOf(rs),
		key:      append(fanKey(), g.targetKey()...),
		least:    usualHeight,
		colours:  1,
		seed:     seedOf(e),
		chart:    g,
	}
	if len(distinctTargets(reaches)) > 0 {
		f.Subtitle += fmt.Sprintf(", and the chance of having reached %s by %d", goal(r.Dataset, reaches, "the target"), year)
	}
	return f, nil
}

// fanPanel gives the panel of a member.
func fanPanel(code string, e *projection.Ensemble) (smallPanel, error) {
	shown, _, err := panelFor(code, []*projection.Result{e.Central()})
	if err != nil {
		return smallPanel{}, err
	}
	median, err := e.Quantile(code, 0.5)
	if err != nil {
		return smallPanel{}, err
	}
	shown.lines = []scenario.Series{from(median, e.Options().Base)}
	shown.bands, err = bandsOf(e.Options().Base, func(p float64) (scenario.Series, error) { return e.Quantile(code, p) })
	return shown, err
}

// oddsTitle counts the members who are more likely than not to reach the target, or
// says how likely the only one is.
func oddsTitle(all []odds, goal string, g *panelGrid) string {
	if len(all) == 1 {
		bands := g.members[0].bands
		return all[0].title(bands[len(bands)-1])
	}
	t := tally{}
	for _, o := range all {
		if o.reach.Status == projection.NotAsked {
			continue
		}
		if t.of++; likely(scenario.ToPercent(o.there)) {
			t.n++
		}
	}
	if t.of == 0 {
		return fmt.Sprintf("%s of %s up to %d", capital(all[0].of.Quantity), members(len(all)), g.last)
	}
	return fmt.Sprintf("%s more likely than not to reach %s by %d", t.subject("are", "is"), goal, all[0].year)
}
