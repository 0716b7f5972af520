package plotting

import (
	"gonum.org/v1/plot"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// A panelFrame is what stands around the lines of a panel in a panelGrid: heading,
// grid lines and the labels of the axes. It implements [plot.Plotter], and
// [plot.GlyphBoxer] to make the same room around every panel. The axes of
// gonum/plot would not do: the room they take depends on their labels.
type panelFrame struct {
	member                    smallPanel
	name, text                text.Style // of the name, and of everything else
	rule, foot                draw.LineStyle
	shares, years             []plot.Tick
	written                   written
	apart                     bool // the answer stands below the name
	left, right, below, above vg.Length
}

// around is a panel with its room.
func (f *panelFrame) around(box vg.Rectangle) vg.Rectangle {
	return rect(box.Min.X-f.left, box.Min.Y-f.below, box.Max.X+f.right, box.Max.Y+f.above)
}

// GlyphBoxes is the room.
func (f *panelFrame) GlyphBoxes(*plot.Plot) []plot.GlyphBox {
	return []plot.GlyphBox{
		{X: 0, Y: 0, Rectangle: rect(-f.left, -f.below, 0, 0)},
		{X: 1, Y: 1, Rectangle: rect(0, 0, f.right, f.above)},
	}
}

// Plot draws everything but the lines of the member.
func (f *panelFrame) Plot(c draw.Canvas, p *plot.Plot) {
	x, y := p.Transforms(&c)
	for i, tick := range f.shares {
		style := f.rule
		if i == 0 {
			style = f.foot
		}
		c.StrokeLine2(style, c.Min.X, y(tick.Value), c.Max.X, y(tick.Value))
		if f.written.shares {
			middle(c, tick.Label, f.text, draw.XRight, c.Min.X-shareGap, y(tick.Value))
		}
	}
	for _, tick := range f.years {
		at := x(tick.Value)
		c.StrokeLine2(draw.LineStyle{Color: f.foot.Color, Width: f.rule.Width}, at, c.Min.Y, at, c.Min.Y-yearTick)
		if f.written.years {
			write(c, tick.Label, f.text, draw.XCenter, at, c.Min.Y-yearTick-ascent(f.text))
		}
	}
	f.heading(c)
}

// heading writes the name and the answer over the panel, from the panel up.
func (f *panelFrame) heading(c draw.Canvas) {
	foot, width := c.Max.Y+headingGap+(leading(f.name)-ascent(f.name)), c.Size().X
	if f.apart {
		answer := wrap(f.member.answer, width, f.text.Width)
		block(c, answer, f.text, c.Min.X, foot+vg.Length(len(answer)-1)*leading(f.text))
		foot += vg.Length(len(answer)) * leading(f.text)
	}
	name := wrap(f.member.name, width, f.name.Width)
	block(c, name, f.name, c.Min.X, foot+vg.Length(len(name)-1)*leading(f.name))
	if !f.apart {
		write(c, f.member.answer, f.text, draw.XLeft, c.Min.X+f.name.Width(name[len(name)-1])+answerGap, foot)
	}
}
