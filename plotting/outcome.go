package plotting

import (
	"fmt"
	"slices"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// addPrinted adds what other editions printed for the years before a projection:
// thin grey lines, which are seen where they differ from what is drawn over them.
func (c *timeChart) addPrinted(p *plot.Plot, t Theme) {
	for _, s := range c.printed {
		for _, segment := range segments(s) {
			p.Add(&plotter.Line{XYs: segment, LineStyle: solid(t.quiet(), 1)})
		}
	}
}

// addStarts adds a dot where each of several projections begins.
func (c *timeChart) addStarts(p *plot.Plot, t Theme, lines []plotter.XYs) {
	for i, line := range slices.Backward(lines) {
		if len(c.later) > 0 && len(line) > 0 {
			p.Add(&plotter.Scatter{XYs: line[:1], GlyphStyle: t.dotOf(i, 2)})
		}
	}
}

// addOutcome adds what really happened, a line with dots, and gives its parts.
func (c *timeChart) addOutcome(p *plot.Plot, t Theme) []plotter.XYs {
	parts := segments(c.outcome.values)
	for i, part := range parts {
		line := &plotter.Line{XYs: part, LineStyle: solid(t.Ink, lineWidth)}
		if c.steps {
			parts[i] = heldOut(part, c.last)
			line.XYs, line.StepStyle = parts[i], plotter.PostStep
		}
		p.Add(line)
	}
	addDots(p, c.outcome.values, t.dot(t.Ink, 1.7), t.ring(t.Ink, 2.6))
	return parts
}

// comparedIn is the year in which projections are compared with what happened:
// the deadline if it is known by then, otherwise the last year up to the horizon
// that is observed or, if there is none, estimated.
func comparedIn(rs []*projection.Result, happened scenario.Series, d *scenario.Dataset) (int, error) {
	base, reaches := rs[0].Options.Base, allReaches(rs)
	for _, r := range rs {
		base = min(base, r.Options.Base)
	}
	year, status := 0, scenario.Projected
	for o := range happened.Until(rs[0].Options.To).Observations() {
		if o.Year > base && o.Status <= status {
			year, status = o.Year, o.Status
		}
	}
	if year == 0 {
		return 0, fmt.Errorf("the outcome, edition %s, has no figure from %d to %d, the years that were projected: take one of a later edition: %w",
			d.Edition, base+1, rs[0].Options.To, scenario.ErrMissing)
	}
	if due := by(reaches); slices.Contains(deadlines(reaches), due) && due > base {
		if _, ok := happened.At(due); ok {
			return due, nil
		}
	}
	return year, nil
}

// happenedBy says where the outcome is from, and what the thin lines are if one is
// seen.
func (c *timeChart) happenedBy(d *scenario.Dataset) string {
	text := "What happened: by edition " + d.Edition
	if c.revised() {
		text += "; thin grey lines: as printed in the edition of the projection"
	}
	return text
}

// revised reports whether another edition printed anything but what happened.
func (c *timeChart) revised() bool {
	for _, s := range c.printed {
		for o := range s.Observations() {
			if v, ok := c.outcome.values.At(o.Year); !ok || percent(v) != percent(o.Value) {
				return true
			}
		}
	}
	return false
}

// yearOf writes the year of an outcome, marked if it is an estimate.
func yearOf(o scenario.Observation) string {
	if o.Status != scenario.Observed {
		return fmt.Sprintf("%d (estimate)", o.Year)
	}
	return fmt.Sprint(o.Year)
}

// whatHappened is the label of the outcome, with its last figure.
func whatHappened(text string, last scenario.Observation) string {
	if last.Status != scenario.Observed {
		text += " e"
	}
	return "What happened: " + text
}

// estimatesMarked explains the marks of estimates of an outcome, if there are any.
func estimatesMarked(s scenario.Series) string {
	if estimates(s) == "" {
		return ""
	}
	return "Hollow marks, e: estimates of the source"
}
