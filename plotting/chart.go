package plotting

import (
	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
)

// A chart fills the part of a page that the frame leaves.
type chart interface {
	// height is what the chart takes at least and would like to have, in a
	// theme and a width.
	height(t Theme, width vg.Length) (least, like vg.Length)
	// width is what the chart takes at least.
	width(t Theme) vg.Length
	// panels gives the plots of the chart and where each is drawn, in a size of
	// at least that height.
	panels(t Theme, size vg.Point) []panel
}

// A panel is a plot and the part of the chart that it takes, measured from the
// lower left corner.
type panel struct {
	plot *plot.Plot
	box  vg.Rectangle
	name string // what stands over it; empty: nothing
}

// alone is the panel of a chart that has one.
func alone(p *plot.Plot, size vg.Point) []panel {
	return []panel{{plot: p, box: vg.Rectangle{Max: size}}}
}
