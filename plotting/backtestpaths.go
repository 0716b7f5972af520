package plotting

import (
	"fmt"

	"gonum.org/v1/plot"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// BacktestPaths shows what was expected of one member and what really happened:
// the share of GDP by a later edition as a solid line with dots, hollow where the
// source calls them estimates, and each projection as a dashed line from its base
// year on. Thin grey lines are the history as the edition of each projection
// printed it, seen where it was revised since. The results may start from
// different editions and base years, unlike those of [Paths], and are named by
// what tells them apart; they must have one horizon. The member is named by code
// or name.
func BacktestPaths(member string, outcome *scenario.Dataset, rs ...*projection.Result) (*Figure, error) {
	f, err := backtestPaths(member, outcome, rs)
	if err != nil {
		return nil, fmt.Errorf("BacktestPaths: %w", err)
	}
	return f, nil
}

func backtestPaths(member string, outcome *scenario.Dataset, rs []*projection.Result) (*Figure, error) {
	if err := checkRuns(rs); err != nil {
		return nil, err
	}
	if err := checkOutcome(outcome, rs); err != nil {
		return nil, err
	}
	rs, err := apart(rs)
	if err != nil {
		return nil, err
	}
	m, err := outcome.Member(member)
	if err != nil {
		return nil, err
	}
	year, err := comparedIn(rs, m.Share, outcome)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", m.Name, err)
	}
	steps, err := milestones(m.Code, rs)
	if err != nil {
		return nil, err
	}
	end, _ := m.Share.Observe(m.Share.Last())
	bases := startYears(rs)
	c := &timeChart{base: bases[0], later: bases[1:], since: "projected from", headroom: 0.04, deadlines: deadlines(steps),
		first: m.Share.First(), last: max(rs[0].Options.To, end.Year),
		outcome: timeLine{label: whatHappened(percent(end.Value), end), values: m.Share},
		ticks:   func(room int) plot.Ticker { return PercentTicks{Most: room, Beyond: true} },
	}
	for _, r := range rs {
		share, err := r.Share(m.Code)
		if err != nil {
			return nil, err
		}
		c.first = min(c.first, share.First())
		c.printed = append(c.printed, share.Until(r.Options.Base))
		last, _ := share.At(share.Last())
		c.lines = append(c.lines, timeLine{label: r.Scenario.Name + ": " + percent(last), values: from(share, r.Options.Base)})
	}
	levels, moving, err := targets(rs, m, steps)
	if err != nil {
		return nil, err
	}
	c.levels = levels
	words := append([]string{startsFrom(rs)}, runAssumptions(rs)...)
	words = append(words, moving, c.happenedBy(outcome),
		estimatesMarked(m.Share))
	words = append(words, breaks(outcome, []string{m.Code}, c.base)...)
	words = append(words, remarks(rs, []string{m.Code})...)
	return &Figure{
		Title:    backtestPathsTitle(m, rs, year),
		Subtitle: m.Name + ": " + asShare(rs, outcome) + ", as projected and as it happened",
		Note:     note(append(words, caveatsOn(m, rs, outcome))...),
		Source:   source(rs, outcome),
		editions: editionsOf(rs, outcome),
		least:    usualHeight,
		colours:  len(rs),
		chart:    c,
	}, nil
}
