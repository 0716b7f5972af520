package plotting

import (
	"strconv"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// marks are vertical lines with labels above them, such as deadlines. They
// implement [plot.Plotter] and make the room above with [plot.GlyphBoxer].
// Marks outside the axis are left out.
type marks struct {
	marks []mark
	text  text.Style
	lift  vg.Length // from the panel up to the labels, beyond the usual gap
}

// A mark is one line at a value of the horizontal axis.
type mark struct {
	x     float64
	word  string // "deadline", left out where there is no room for words; may be empty
	value string // "2030"
	style draw.LineStyle
}

// deadline is the mark of a year.
func deadline(year int, style draw.LineStyle) mark {
	return mark{float64(year), "deadline", strconv.Itoa(year), style}
}

// markGap is the distance from the panel up to what stands above it.
const markGap vg.Length = 4

// Plot draws the lines, and their labels moved sideways where they would touch.
func (m *marks) Plot(c draw.Canvas, p *plot.Plot) {
	x, _ := p.Transforms(&c)
	var shown []mark
	var at []vg.Length
	for _, one := range m.marks {
		if place := x(one.x); c.ContainsX(place) {
			c.StrokeLine2(one.style, place, c.Min.Y, place, c.Max.Y)
			shown, at = append(shown, one), append(at, place)
		}
	}
	texts, places := markLabels(shown, at, true, c.Min.X, c.Max.X, m.text)
	if dropped(places) > 0 {
		texts, places = markLabels(shown, at, false, c.Min.X, c.Max.X, m.text)
	}
	for i, place := range places {
		if place.shown {
			write(c, texts[i], m.text, draw.XCenter, place.at, c.Max.Y+markGap+m.lift)
		}
	}
}

// GlyphBoxes is the room of the labels, above the panel and right of it; at the
// left they are moved in.
func (m *marks) GlyphBoxes(p *plot.Plot) []plot.GlyphBox {
	boxes := make([]plot.GlyphBox, len(m.marks))
	for i, one := range m.marks {
		box := above(markGap + m.lift + leading(m.text))
		box.X, box.Max.X = p.X.Norm(one.x), m.text.Width(one.label(true))/2
		boxes[i] = box
	}
	return boxes
}

// above is the glyph box of something of a height that stands over the panel.
func above(height vg.Length) plot.GlyphBox {
	return plot.GlyphBox{Y: 1, Rectangle: rect(0, 0, 0, height)}
}

// label is the text of a mark.
func (m mark) label(words bool) string {
	if !words || m.word == "" {
		return m.value
	}
	return m.word + " " + m.value
}

// markLabels places labels, with or without words, between the sides of the
// panel, so that they do not run into what stands beside it.
func markLabels(marks []mark, at []vg.Length, words bool, left, right vg.Length, style text.Style) ([]string, []place) {
	const gap = 8
	texts, labels := make([]string, len(marks)), make([]label, len(marks))
	for i, m := range marks {
		texts[i] = m.label(words)
		width := style.Width(texts[i])
		labels[i] = label{want: at[i], size: width + gap, rank: i}
	}
	return texts, spread(labels, left-gap/2, right+gap/2)
}
