package plotting

import (
	"fmt"
	"image/color"
	"slices"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg/draw"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// An AnnouncedCount is how many members, as somebody said beforehand, would at least
// be at the target in a year.
type AnnouncedCount struct {
	Members int    // at least so many
	Year    int    // one of those simulated
	By      string // who said so, and when: "NATO in February 2018"; empty: not named
}

// maxAnnounced is the number of announcements whose labels have room in a chart.
const maxAnnounced = 3

// checkAnnounced refuses announcements that cannot be set beside a run.
func checkAnnounced(all []AnnouncedCount, r *projection.Result) error {
	if len(all) > maxAnnounced {
		return fmt.Errorf("%d CountFanOptions.Announced are too many: give at most %d: %w", len(all), maxAnnounced, scenario.ErrInvalid)
	}
	for i, a := range all {
		field := fmt.Sprintf("CountFanOptions.Announced[%d].", i)
		if n := asked(r); a.Members < 1 || a.Members > n {
			return &scenario.FieldError{Field: field + "Members", Value: a.Members, Problem: fmt.Sprintf("is not a number from 1 to the %d who are asked", n), Err: scenario.ErrInvalid}
		}
		if o := r.Options; a.Year <= o.Base || a.Year > o.To {
			return &scenario.FieldError{Field: field + "Year", Value: a.Year, Problem: fmt.Sprintf("is not a simulated year, %d to %d", o.Base+1, o.To), Err: scenario.ErrInvalid}
		}
		if slices.ContainsFunc(all[:i], func(other AnnouncedCount) bool { return other.Members == a.Members && other.Year == a.Year }) {
			return fmt.Errorf("CountFanOptions.Announced has at least %d in %d twice: %w", a.Members, a.Year, scenario.ErrDuplicate)
		}
	}
	return nil
}

// by says who announced it.
func (a AnnouncedCount) by() string {
	if a.By == "" {
		return "announced"
	}
	return "announced by " + a.By
}

// chance says in how many draws it comes true.
func (a AnnouncedCount) chance(e *projection.Ensemble) (string, error) {
	there, err := e.AtLeast(a.Members, a.Year)
	return fmt.Sprintf("At least %d in %d, as %s: %s", a.Members, a.Year, a.by(), inDraws(there.Value, e.Draws())), err
}

// point is where it stands in a chart.
func (a AnnouncedCount) point() timePoint {
	return timePoint{year: a.Year, value: float64(a.Members), label: fmt.Sprintf("Announced: at least %d", a.Members)}
}

// key says who announced it.
func (a AnnouncedCount) key() keyEntry {
	return keyEntry{text: fmt.Sprintf("%s: at least %d in %d", a.by(), a.Members, a.Year), colour: func(t Theme) color.Color { return t.Ink },
		mark: Theme.diamond}
}

// A timePoint is a value of one year, with a mark of its own.
type timePoint struct {
	year  int
	value float64
	label string
}

// xy is where a point stands, as the line that others keep away from.
func (p timePoint) xy() plotter.XYs {
	at := plotter.XY{X: float64(p.year), Y: p.value}
	return plotter.XYs{at, at}
}

// addPoints adds the marks of single values.
func (c *timeChart) addPoints(p *plot.Plot, t Theme) {
	for _, one := range c.points {
		p.Add(&plotter.Scatter{XYs: one.xy()[:1], GlyphStyle: t.diamond(t.Ink)})
	}
}

// diamond is the style of the mark of a single value.
func (t Theme) diamond(c color.Color) draw.GlyphStyle {
	return draw.GlyphStyle{Color: c, Radius: 4.2, Shape: disc{rim: t.Background, shape: polygon{corners: 4}}}
}

// tags are the labels inside the panel: of an outcome and of points that lie before
// the end of the axis. Those at its end stand beside the panel.
func (c *timeChart) tags(t Theme, others, happened []plotter.XYs) []*tag {
	for _, one := range c.points {
		others = append(slices.Clip(others), one.xy())
	}
	var all []*tag
	add := func(label string, line plotter.XYs, avoid []plotter.XYs, spare bool) {
		all = append(all, &tag{line: line, label: label, text: t.label(t.Ink), seam: t.Background, avoid: avoid, before: slices.Clone(all), spare: spare,
			steps: c.steps, upright: c.upright(), levels: c.values()})
	}
	if len(happened) > 0 && c.outcome.values.Last() < c.last {
		add(c.outcome.label, slices.Concat(happened...), others, false)
	}
	for _, one := range c.points {
		if one.year < c.last {
			add(one.label, one.xy(), slices.Concat(others, happened), true) // of which the key speaks too
		}
	}
	return all
}
