package plotting

import (
	"fmt"
	"math"

	"gonum.org/v1/plot"
)

// A Panel is a plot of a figure. Its axes have the units of the results: years, and
// shares as fractions of GDP. Money is in Dataset.Money, in [Pace] changes are in
// percentage points, and the rows of charts with one for each member are numbered
// from 0 at the top. What is added to the plot should have the font of its axes:
// p.X.Tick.Label is a style to copy.
type Panel struct {
	Name string     // what stands over it: in a Grid the member; empty if nothing does
	Plot *plot.Plot // as it is drawn
}

// Panels gives the panels of the figure without its frame, as they are drawn on the
// page, for what this package does not foresee: from the left, and from the top.
// Each is drawn with the Draw method of its plot; texts and sizes are left to the
// caller.
func (f *Figure) Panels() ([]Panel, error) {
	t, chart, err := f.ready()
	if err != nil {
		return nil, err
	}
	width, height, err := f.Size()
	if err != nil {
		return nil, err
	}
	place := newFrame(f, t, width).chart(rect(0, 0, width, height))
	var panels []Panel
	for _, one := range chart.panels(t, place.Size()) {
		panels = append(panels, Panel{one.name, one.plot})
	}
	return panels, nil
}

// adjust lets the caller change a panel. A fault of the caller's function is an
// error, also where the figure is drawn among others.
func (f *Figure) adjust(p Panel) (err error) {
	if f.Adjust == nil {
		return nil
	}
	named := ""
	if p.Name != "" {
		named = " of the panel " + quoted(p.Name)
	}
	defer func() {
		if fault := recover(); fault != nil {
			err = fmt.Errorf("figure: Adjust%s panicked: %v", named, fault)
		}
	}()
	f.Adjust(p)
	for name, a := range map[string]plot.Axis{"horizontal": p.Plot.X, "vertical": p.Plot.Y} {
		if length := a.Max - a.Min; !(length > 0) || math.IsInf(length, 0) {
			return fmt.Errorf("figure: after Adjust%s the %s axis runs from %v to %v: give it a length", named, name, a.Min, a.Max)
		}
	}
	return nil
}
