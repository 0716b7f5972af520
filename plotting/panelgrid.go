package plotting

import (
	"slices"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"github.com/pledgesim/pledgesim/scenario"
)

// A panelGrid is a chart with a small panel for each member, all with the same
// axes and of the same size. Shares are written at the left ones, years at the
// lowest one of each column.
type panelGrid struct {
	members     []smallPanel
	first, last int // years of the axis
}

// A smallPanel is what the panel of one member shows.
type smallPanel struct {
	player
	answer  string            // what is found, beside the name
	history scenario.Series   // up to the base year
	lines   []scenario.Series // from the base year on, by scenario; an empty one is not drawn
	bands   []yearBand        // of draws, the widest first
	targets []float64
	moving  bool // there are more targets, and only the last ones are shown
	faint   bool // the name stands back
}

const (
	edgeRoom  vg.Length = 3   // below a panel without years, for dots on its edge
	smallLine vg.Length = 1.3 // width
)

// add adds a panel, and lets the axis reach back to its history.
func (g *panelGrid) add(one smallPanel) {
	g.members = append(g.members, one)
	if !one.history.Empty() {
		g.first = min(g.first, one.history.First())
	}
}

// estimates explains hollow marks, if any panel has them.
func (g *panelGrid) estimates() string {
	for _, c := range g.members {
		if said := estimates(c.history); said != "" {
			return said
		}
	}
	return ""
}

// moving says that targets are left out, if they are in any panel.
func (g *panelGrid) moving() string {
	if slices.ContainsFunc(g.members, func(c smallPanel) bool { return c.moving }) {
		return targetsChange
	}
	return ""
}

// publishedKey explains the line of the history.
func publishedKey() keyEntry {
	return lineKey("published", func(t Theme) draw.LineStyle { return solid(t.Ink, lineWidth) })
}

// targetKey explains the lines of targets, if there are any.
func (g *panelGrid) targetKey() []keyEntry {
	found := map[float64]bool{}
	text := ""
	for _, c := range g.members {
		for _, target := range c.targets {
			found[target] = true
			text = "target " + scenario.FormatShare(target)
		}
	}
	if len(found) == 0 {
		return nil
	}
	if len(found) > 1 {
		text = "target"
	}
	return []keyEntry{lineKey(text, func(t Theme) draw.LineStyle { return dotted(t.Muted, 0.9) })}
}

func (g *panelGrid) cast() []player {
	var all []player
	for _, c := range g.members {
		all = append(all, c.player)
	}
	return all
}

func (g *panelGrid) lit(codes []string) chart {
	shown := *g
	shown.members = slices.Clone(g.members)
	for i, c := range g.members {
		shown.members[i].faint = !slices.Contains(codes, c.code)
	}
	return &shown
}

// colours is 0: those of lines are the scenarios'.
func (g *panelGrid) colours() int { return 0 }

// top is the highest value of all panels.
func (g *panelGrid) top() float64 {
	var most float64
	reach := func(s scenario.Series) {
		for _, v := range s.All() {
			most = max(most, v)
		}
	}
	for _, c := range g.members {
		reach(c.history)
		for _, line := range c.lines {
			reach(line)
		}
		for _, b := range c.bands {
			reach(b.high)
		}
		most = max(most, slices.Max(append(c.targets, 0)))
	}
	return most
}

// width has room for one panel.
func (g *panelGrid) width(t Theme) vg.Length {
	l := g.layout(t, 1)
	return l.left + leastSmallWidth(t) + l.right
}

func (g *panelGrid) panels(t Theme, size vg.Point) []panel {
	l := g.layout(t, size.X)
	years := YearTicks{Most: yearRoom(t, l.width)}.Ticks(float64(g.first), float64(g.last))
	all := make([]panel, len(g.members))
	for i, place := range l.places(len(g.members), size) {
		frame := &panelFrame{name: t.heading(), text: t.small(t.Muted), rule: solid(t.Rule, 0.6), foot: solid(t.quiet(), 0.9),
			shares: l.shares, years: years, apart: l.apart, written: place.written,
			left: l.gap / 2, right: l.right, below: edgeRoom, above: l.head}
		if place.written.shares {
			frame.left = l.left
		}
		if place.written.years {
			frame.below = l.foot
		}
		all[i] = panel{g.plot(t, g.members[i], frame), frame.around(place.box), g.members[i].name}
	}
	return all
}

// plot draws one panel: bands, grid, targets, projections and the history on top.
func (g *panelGrid) plot(t Theme, one smallPanel, frame *panelFrame) *plot.Plot {
	p := newPlot(t)
	p.BackgroundColor = nil // that of the page
	for i, b := range one.bands {
		p.Add(b.band(t.tints()[i]))
	}
	frame.member = one
	if one.faint {
		frame.name = t.label(t.Muted)
	}
	p.Add(frame)
	if len(one.targets) > 0 {
		p.Add(&levels{values: one.targets, style: dotted(t.Muted, 0.9)})
	}
	lines := &bundle{seam: t.Background}
	if len(one.bands) > 0 { // on which a seam would look like one more band
		lines.seam = nil
	}
	for i, line := range one.lines {
		lines.lines = append(lines.lines, slices.Concat(segments(line)...))
		lines.styles = append(lines.styles, t.projected(i, smallLine))
	}
	p.Add(lines)
	for _, segment := range segments(one.history) {
		p.Add(&plotter.Line{XYs: segment, LineStyle: solid(t.Ink, smallLine)})
	}
	addDots(p, one.history, speck(t.Ink, smallLine), t.ring(t.Ink, 1.9))
	p.X.Min, p.X.Max = float64(g.first), float64(g.last)
	p.Y.Min, p.Y.Max = 0, frame.shares[len(frame.shares)-1].Value
	return p
}
