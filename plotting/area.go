package plotting

import (
	"image/color"

	"gonum.org/v1/plot/plotter"
)

// An area lies between lines and a level that is the same in all years.
type area struct {
	lines  []plotter.XYs // a gap in the area between one and the next
	level  float64
	below  bool // only where the lines are below the level
	colour func(Theme) color.Color
}

// polygon is the area as a plotter, in an opaque colour.
func (a area) polygon(t Theme) *plotter.Polygon {
	p := &plotter.Polygon{Color: a.colour(t), LineStyle: solid(t.Background, 0)}
	for _, line := range a.lines {
		if a.below {
			line = cut(line, a.level)
		}
		if len(line) > 1 {
			p.XYs = append(p.XYs, closed(line, a.level))
		}
	}
	return p
}

// cut lets a line run along a level where it would be above it, from the points
// where it crosses the level.
func cut(line plotter.XYs, level float64) plotter.XYs {
	var lower plotter.XYs
	for i, at := range line {
		if i > 0 {
			if last := line[i-1]; last.Y < level && at.Y > level || last.Y > level && at.Y < level {
				part := (level - last.Y) / (at.Y - last.Y)
				lower = append(lower, plotter.XY{X: last.X + part*(at.X-last.X), Y: level})
			}
		}
		lower = append(lower, plotter.XY{X: at.X, Y: min(at.Y, level)})
	}
	return lower
}

// closed is what lies between a line and a level.
func closed(line plotter.XYs, level float64) plotter.XYs {
	ring := append(plotter.XYs{{X: line[0].X, Y: level}}, line...)
	return append(ring, plotter.XY{X: line[len(line)-1].X, Y: level})
}

// tint is the colour of the area that belongs to scenario i.
func tint(i int) func(Theme) color.Color {
	return func(t Theme) color.Color { return mix(t.Colours[i], t.Background, 0.75) }
}
