package plotting

import (
	"image/color"
	"math"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// newPlot is an empty plot in the look of a theme: labels but no lines at the
// axes, no title and no legend, which are the frame's. It is written out because
// plot.New reads package variables of gonum/plot that anyone may change.
func newPlot(t Theme) *plot.Plot {
	small := t.small(t.Muted)
	axis := func(label text.Style) plot.Axis {
		a := plot.Axis{Min: math.Inf(1), Max: math.Inf(-1), LineStyle: solid(t.quiet(), 0), Scale: plot.LinearScale{}}
		a.Label.TextStyle = small
		a.Tick.Label = label
		a.Tick.LineStyle = solid(t.quiet(), 0.6)
		a.Tick.Marker = plot.ConstantTicks(nil)
		return a
	}
	p := &plot.Plot{
		BackgroundColor: t.Background,
		X:               axis(onFoot(small)),
		Y:               axis(centred(small)),
		Legend:          plot.Legend{TextStyle: small}, // needs a handler even if it is empty
		TextHandler:     t.Handler,
	}
	p.Title.TextStyle = t.title()
	return p
}

// onFoot is a style for the labels of a horizontal axis, with the baseline at
// the lower side of the plot.
func onFoot(s text.Style) text.Style {
	e := s.FontExtents()
	s.XAlign = draw.XCenter
	s.YAlign = draw.YAlignment(-(2*e.Descent + s.Font.Size) / (e.Ascent + e.Descent))
	return s
}

// centred is a style for the labels of a vertical axis, with figures centred on
// their tick. That of gonum/plot centres the line of text, which leaves figures
// a little too high.
func centred(s text.Style) text.Style {
	e := s.FontExtents()
	s.XAlign = draw.XRight
	s.YAlign = draw.YAlignment((e.Ascent - e.Descent - s.Font.Size - capHeight(s)/2) / (e.Ascent + e.Descent))
	return s
}

// axisHeight is the height of a horizontal axis of newPlot.
func axisHeight(t Theme, tick vg.Length) vg.Length { return t.small(t.Ink).Height("0") + tick }

// panelOf is the size of the space between the axes when a plot is drawn in a
// size.
func panelOf(p *plot.Plot, size vg.Point) vg.Point {
	return p.DataCanvas(draw.Canvas{Rectangle: vg.Rectangle{Max: size}}).Size()
}

// yearRoom is the number of years that can be written along a panel, at least one.
func yearRoom(t Theme, width vg.Length) int {
	return max(1, int(width/(t.small(t.Ink).Width("2000")+yearGap)))
}

// yearGap is the least distance of two years of an axis.
const yearGap vg.Length = 12

// solid is the line style of published figures, dotted that of targets.
func solid(c color.Color, width vg.Length) draw.LineStyle {
	return draw.LineStyle{Color: c, Width: width}
}

func dotted(c color.Color, width vg.Length) draw.LineStyle {
	return draw.LineStyle{Color: c, Width: width, Dashes: []vg.Length{1.5, 2}}
}

// projected is the line style of the projection of scenario i.
func (t Theme) projected(i int, width vg.Length) draw.LineStyle {
	return draw.LineStyle{Color: t.Colours[i], Width: width, Dashes: t.Dashes[i%len(t.Dashes)]}
}
