package plotting

import (
	"fmt"

	"gonum.org/v1/plot"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// Paths shows the share of GDP of one member: the published history as a solid
// line, hollow where the source calls it an estimate, and the projection of
// each scenario as a dashed line with its name and last value. Lines that
// cover each other are drawn in turns, a dash of each. What is asked of the
// member is drawn as horizontal lines, its deadlines as vertical ones. The
// member is named by code or name. The results must start from the same edition
// and base year and have one horizon.
func Paths(member string, rs ...*projection.Result) (*Figure, error) {
	f, err := paths(member, rs)
	if err != nil {
		return nil, fmt.Errorf("Paths: %w", err)
	}
	return f, nil
}

func paths(member string, rs []*projection.Result) (*Figure, error) {
	if err := checkResults(rs); err != nil {
		return nil, err
	}
	if err := checkHistory(rs); err != nil {
		return nil, err
	}
	m, err := rs[0].Member(member)
	if err != nil {
		return nil, err
	}
	steps, err := milestones(m.Code, rs)
	if err != nil {
		return nil, err
	}
	base := rs[0].Options.Base
	c := &timeChart{base: base, since: since(rs[0]), headroom: 0.04, last: rs[0].Options.To, deadlines: deadlines(steps)}
	for i, r := range rs {
		share, err := r.Share(m.Code)
		if err != nil {
			return nil, err
		}
		if i == 0 {
			c.history = share.Until(base)
			c.first = share.First()
		}
		projected := from(share, base)
		end, _ := share.At(share.Last())
		c.lines = append(c.lines, timeLine{label: r.Scenario.Name + ": " + percent(end), values: projected})
	}
	levels, moving, err := targets(rs, m, steps)
	if err != nil {
		return nil, err
	}
	c.levels = levels
	c.ticks = func(room int) plot.Ticker { return PercentTicks{Most: room, Beyond: true} }
	words := append(runAssumptions(rs), moving, estimates(c.history))
	words = append(words, remarks(rs, []string{m.Code})...)
	return &Figure{
		Title:    memberTitle(m.Code, rs),
		Subtitle: m.Name + ": " + asShare(rs),
		Note:     note(append(words, caveatsOn(m, rs))...),
		Source:   source(rs),
		editions: editionsOf(rs),
		least:    usualHeight,
		colours:  len(rs),
		chart:    c,
	}, nil
}

// from gives the figures of a year and after.
func from(s scenario.Series, year int) scenario.Series {
	var kept []scenario.Observation
	for o := range s.Observations() {
		if o.Year >= year {
			kept = append(kept, o)
		}
	}
	part, _ := scenario.SeriesOf(kept...) // a part of a valid series is valid
	return part
}

// maxLevels is the number of targets that are drawn at most. A pledge that asks
// for something else every year has more.
const maxLevels = 4

// milestones gives everything that is asked of a member in any result.
func milestones(code string, rs []*projection.Result) ([]projection.Reach, error) {
	var all []projection.Reach
	for _, r := range rs {
		steps, err := r.Milestones(code)
		if err != nil {
			return nil, err
		}
		all = append(all, steps...)
	}
	return all, nil
}

// levelsOf gives a level for each distinct target.
func levelsOf(asked []projection.Reach) []levelLine {
	var levels []levelLine
	for _, share := range distinctTargets(asked) {
		levels = append(levels, levelLine{value: share, label: "target " + scenario.FormatShare(share)})
	}
	return levels
}

// targets gives a level for each share that is asked of a member. If there are
// too many, only what each result asks last is shown, and a sentence says so.
func targets(rs []*projection.Result, m *scenario.Member, steps []projection.Reach) (levels []levelLine, moving string, err error) {
	if levels = levelsOf(steps); len(levels) <= maxLevels {
		return levels, "", nil
	}
	var last []projection.Reach
	for _, r := range rs {
		reach, err := r.Reach(m.Code)
		if err != nil {
			return nil, "", err
		}
		last = append(last, reach)
	}
	return levelsOf(last), "The target changes often: only the last one is shown", nil
}

// estimates explains hollow marks, if there are any.
func estimates(s scenario.Series) string {
	for o := range s.Observations() {
		if o.Status != scenario.Observed {
			return "Hollow marks: estimates of the source"
		}
	}
	return ""
}
