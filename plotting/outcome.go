package plotting

import (
	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
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

// addOutcome adds what really happened, a line with dots, and gives its parts.
func (c *timeChart) addOutcome(p *plot.Plot, t Theme) []plotter.XYs {
	parts := segments(c.outcome.values)
	for _, part := range parts {
		line := &plotter.Line{XYs: part, LineStyle: solid(t.Ink, lineWidth)}
		if c.steps {
			line.XYs, line.StepStyle = heldOut(part, c.last), plotter.PostStep
		}
		p.Add(line)
	}
	addDots(p, t, t.Ink, c.outcome.values)
	return parts
}

// tag is the label of an outcome that ends before the axis does; that of one that
// ends with it stands beside the panel.
func (c *timeChart) tag(t Theme, drawn []plotter.XYs) *tag {
	g := &tag{text: t.label(t.Ink), seam: t.Background, avoid: drawn, steps: c.steps, upright: c.upright(), levels: c.values()}
	values := c.outcome.values
	if end, ok := values.At(values.Last()); ok && values.Last() < c.last {
		g.end, g.label = plotter.XY{X: float64(values.Last()), Y: end}, c.outcome.label
		if c.steps {
			g.end.X++ // where its step ends
		}
	}
	return g
}
