package plotting

import (
	"fmt"
	"image/color"
	"math"
	"slices"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// PathsOf shows the shares of GDP of several members of one run, named by code or
// name, or of all of them if none is named: the published history of each as a
// solid line, hollow where the source calls it an estimate, then its projection
// as a dashed one with name and last value (a lighter one if it is grey). There are
// no more colours than those of the theme; of more members some must be named in
// Highlight, and the others stand behind them in grey. Their labels are left out
// where there is no room, as the figure then says. What is asked is drawn as
// horizontal lines, deadlines as vertical ones.
func PathsOf(r *projection.Result, members ...string) (*Figure, error) {
	f, err := pathsOf(r, members)
	if err != nil {
		return nil, fmt.Errorf("PathsOf: %w", err)
	}
	return f, nil
}

func pathsOf(r *projection.Result, members []string) (*Figure, error) {
	rs := []*projection.Result{r}
	if err := checkResults(rs); err != nil {
		return nil, err
	}
	players, err := chosen(r, members)
	if err != nil {
		return nil, err
	}
	base := r.Options.Base
	c := &timeChart{base: base, since: since(r), headroom: 0.04, first: base, last: r.Options.To,
		ticks: func(room int) plot.Ticker { return PercentTicks{Most: room, Beyond: true} },
	}
	var steps, reaches []projection.Reach
	guessed := ""
	for _, one := range players {
		share, err := r.Share(one.code)
		if err != nil {
			return nil, err
		}
		asked, err := r.Milestones(one.code)
		if err != nil {
			return nil, err
		}
		reach, err := r.Reach(one.code)
		if err != nil {
			return nil, err
		}
		steps, reaches = append(steps, asked...), append(reaches, reach)
		end, _ := share.At(share.Last())
		line := timeLine{label: one.name + " " + percent(end), history: share.Until(base), values: from(share, base)}
		c.lines = append(c.lines, line)
		c.first = min(c.first, share.First())
		if guessed == "" {
			guessed = estimates(line.history)
		}
	}
	c.deadlines = deadlines(steps)
	levels, moving := targetsOf(steps, reaches)
	c.levels = levels
	words := append(runAssumptions(rs), idle(reaches), capital(losers(reaches)), moving, guessed, leftOutBut(r.Dataset, codesOf(players)))
	words = append(words, remarks(rs, codesOf(players))...)
	return &Figure{
		Title:    pathsTitle(r, reaches),
		Subtitle: capital(asShare(rs)) + ", " + quoted(r.Scenario.Name),
		Note:     note(append(words, caveats(rs))...),
		Source:   source(rs),
		editions: editionsOf(rs),
		least:    usualHeight,
		chart:    &memberPaths{c, players},
	}, nil
}

// chosen are the members named, or all of a run if none is.
func chosen(r *projection.Result, members []string) ([]player, error) {
	if len(members) == 0 {
		members = r.Codes()
	}
	var players []player
	for _, member := range members {
		m, err := r.Member(member)
		if err != nil {
			return nil, err
		}
		one := player{m.Code, m.Name}
		if slices.Contains(players, one) {
			return nil, fmt.Errorf("%s is named twice: %w", m.Name, scenario.ErrDuplicate)
		}
		players = append(players, one)
	}
	return players, nil
}

// codesOf are the codes of members.
func codesOf(players []player) []string {
	var codes []string
	for _, one := range players {
		codes = append(codes, one.code)
	}
	return codes
}

// idle says of whom nothing is asked.
func idle(reaches []projection.Reach) string {
	var names []string
	for _, r := range reaches {
		if r.Status == projection.NotAsked {
			names = append(names, r.Name)
		}
	}
	if len(names) == len(reaches) {
		return "Nothing is asked of any of them"
	}
	return askedNothing(names)
}

// losers names those who reach the target and lose it again.
func losers(reaches []projection.Reach) string {
	var names []string
	for _, r := range reaches {
		if _, gone := r.Lost(); gone {
			names = append(names, r.Name)
		}
	}
	if len(names) == 0 {
		return ""
	}
	return "the target is lost again later by " + list(slices.Sorted(slices.Values(names)))
}

// targetsChange is what a figure says that shows less than is asked.
const targetsChange = "The targets change often: only the last ones are shown"

// targetsOf gives a level for each share that is asked of any member, or for the
// last one if there are too many, or none at all; a sentence says so.
func targetsOf(steps, last []projection.Reach) (levels []levelLine, moving string) {
	if levels = levelsOf(steps); len(levels) <= maxLevels {
		return levels, ""
	}
	if levels = levelsOf(last); len(levels) <= maxLevels {
		return levels, targetsChange
	}
	return nil, fmt.Sprintf("The members have %d different targets, which are not drawn", len(levels))
}

// pathsTitle states how many of the members reach what is asked, or what becomes
// of the only one.
func pathsTitle(r *projection.Result, reaches []projection.Reach) string {
	if len(reaches) == 1 {
		return memberTitle(reaches[0].Member, []*projection.Result{r})
	}
	year := by(reaches)
	t := reachedBy(reaches, year)
	if t.of == 0 {
		return fmt.Sprintf("%s of %s up to %d", capital(r.Dataset.Quantity), members(len(reaches)), r.Options.To)
	}
	return fmt.Sprintf("%s %s by %d", t.subject("reach", "reaches"), goal(r.Dataset, reaches, "their target"), year)
}

// A memberPaths is a chart with a line for each of several members.
type memberPaths struct {
	*timeChart
	members []player // whose lines they are
}

func (m *memberPaths) cast() []player { return m.members }

func (m *memberPaths) lit(codes []string) chart {
	shown := *m.timeChart
	shown.lines = make([]timeLine, len(codes)) // in their order, which is that of colours
	for i, line := range m.lines {
		if at := slices.Index(codes, m.members[i].code); at >= 0 {
			shown.lines[at] = line
		} else {
			shown.quiet = append(shown.quiet, line)
		}
	}
	return &memberPaths{&shown, m.members}
}

func (m *memberPaths) colours() int { return len(m.lines) }

// quietRanks tells which labels of lines in grey are left out first: those that
// end near others.
func (c *timeChart) quietRanks() []int {
	var ends []float64
	for _, line := range slices.Concat(c.lines, c.quiet) {
		end, _ := line.values.At(line.values.Last())
		ends = append(ends, end)
	}
	return spaced(ends, len(c.lines))[len(c.lines):]
}

// spaced ranks values so that those that come first lie far apart: after a number
// of them that are kept, each is the one furthest from all before it.
func spaced(values []float64, kept int) []int {
	ranks := make([]int, len(values))
	free := make([]float64, len(values)) // distance from the nearest one ranked; -1: ranked itself
	for i := range free {
		free[i] = math.Inf(1)
	}
	for n := range values {
		next := n
		if n >= kept {
			next = slices.Index(free, slices.Max(free))
		}
		ranks[next], free[next] = n, -1
		for i, v := range values {
			if free[i] >= 0 {
				free[i] = min(free[i], math.Abs(v-values[next]))
			}
		}
	}
	return ranks
}

// addQuiet adds the lines of members in grey, thin, lighter where they are
// projected and without dots but for estimates. It gives those that labels keep
// away from.
func (c *timeChart) addQuiet(p *plot.Plot, t Theme) []plotter.XYs {
	var drawn []plotter.XYs
	add := func(s scenario.Series, shade color.Color) []plotter.XYs {
		all := segments(s)
		for _, segment := range all {
			p.Add(&plotter.Line{XYs: segment, LineStyle: solid(shade, quietWidth)})
		}
		return all
	}
	for _, line := range c.quiet {
		add(line.values, mix(t.quiet(), t.Background, 0.4))
		drawn = append(drawn, add(line.history, t.quiet())...)
		addDots(p, line.history, speck(t.quiet(), quietWidth), t.ring(t.quiet(), 1.6))
	}
	return drawn
}

// quietWidth is that of lines in grey.
const quietWidth vg.Length = 0.8

// addHistories adds the published figures of lines that have their own, in their
// colours, and gives what is drawn.
func (c *timeChart) addHistories(p *plot.Plot, t Theme) []plotter.XYs {
	var drawn []plotter.XYs
	for i, line := range c.lines {
		for _, segment := range segments(line.history) {
			p.Add(&plotter.Line{XYs: segment, LineStyle: solid(t.Colours[i], lineWidth)})
			drawn = append(drawn, segment)
		}
		addDots(p, line.history, t.dot(t.Colours[i], 1.5), t.ring(t.Colours[i], 2.4))
	}
	return drawn
}
