package plotting

import (
	"fmt"
	"image/color"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// slopeLabels are the names of lines at one side of the panel, spread so that none
// touch and connected to their lines where they were moved. They implement
// [plot.Plotter], and [plot.GlyphBoxer] to make the room beside the panel. If there
// is no room for all, the number of those shown stands below.
type slopeLabels struct {
	labels []slopeLabel // of those that want one place the first stands lowest
	right  bool         // of the panel; otherwise left of it
	text   text.Style
	small  text.Style // of the number of labels
}

// A slopeLabel is the name of a line, or of a level that all lines are measured by.
type slopeLabel struct {
	value  float64 // where the line ends
	text   string
	colour color.Color
	rank   int  // importance: the highest rank is dropped first
	level  bool // of no line
}

// places are where the labels stand in a panel.
func (l *slopeLabels) places(y func(float64) vg.Length, low, high vg.Length) []place {
	labels := make([]label, len(l.labels))
	for i, one := range l.labels {
		labels[i] = label{want: y(one.value), size: 1.1 * l.text.Font.Size, rank: one.rank}
	}
	return spread(labels, low, high)
}

// Plot writes the labels.
func (l *slopeLabels) Plot(c draw.Canvas, p *plot.Plot) {
	_, y := p.Transforms(&c)
	side, out, align := c.Min.X, vg.Length(-1), draw.XAlignment(draw.XRight)
	if l.right {
		side, out, align = c.Max.X, 1, draw.XLeft
	}
	shown, of := 0, 0
	for i, at := range l.places(y, c.Min.Y, c.Max.Y) {
		one := l.labels[i]
		if !one.level {
			of++
		}
		if !at.shown {
			continue
		}
		if !one.level {
			shown++
		}
		style := l.text
		style.Color = one.colour
		c.StrokeLine2(solid(one.colour, 0.4), side+out*4, y(one.value), side+out*(slopeGap-3), at.at)
		middle(c, one.text, style, align, side+out*slopeGap, at.at)
	}
	if shown < of {
		text := fmt.Sprintf("%d of %d labelled", shown, of)
		write(c, text, l.small, align, side+out*slopeGap, c.Min.Y-markGap-l.small.Font.Size)
	}
}

// GlyphBoxes is the room beside the panel.
func (l *slopeLabels) GlyphBoxes(*plot.Plot) []plot.GlyphBox {
	var most vg.Length
	for _, one := range l.labels {
		most = max(most, l.text.Width(one.text))
	}
	if l.right {
		return []plot.GlyphBox{{X: 1, Rectangle: rect(0, 0, slopeGap+most, 0)}}
	}
	return []plot.GlyphBox{{Rectangle: rect(-slopeGap-most, 0, 0, 0)}}
}
