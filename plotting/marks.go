package plotting

import (
	"slices"
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
	over  vg.Length // by which labels may stand out at the sides of the panel
	full  bool      // words are never left out
	rows  int       // of labels, see fit; 0: one
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

// fit makes room for as many rows of labels as a panel of a width takes.
func (m *marks) fit(p *plot.Plot, width vg.Length) {
	shown, at := m.within(func(x float64) vg.Length { return vg.Length(p.X.Norm(x)) * width }, 0, width)
	_, m.rows = m.arrange(shown, at, 0, width)
}

// height is what the labels take above the panel.
func (m *marks) height() vg.Length {
	return markGap + m.lift + vg.Length(max(m.rows, 1))*leading(m.text)
}

// within gives the marks that stand between two sides, and where.
func (m *marks) within(x func(float64) vg.Length, left, right vg.Length) (shown []mark, at []vg.Length) {
	for _, one := range m.marks {
		if place := x(one.x); left-0.01 <= place && place <= right+0.01 {
			shown, at = append(shown, one), append(at, place)
		}
	}
	return shown, at
}

// Plot draws the lines and their labels.
func (m *marks) Plot(c draw.Canvas, p *plot.Plot) {
	x, _ := p.Transforms(&c)
	shown, at := m.within(x, c.Min.X, c.Max.X)
	labels, _ := m.arrange(shown, at, c.Min.X, c.Max.X)
	for i, l := range labels {
		top, foot := c.Max.Y, c.Max.Y+markGap+m.lift+vg.Length(l.row)*leading(m.text)
		if m.lift == 0 && l.row > 0 && !covered(labels, at[i], l.row) {
			top = foot - 2
		}
		c.StrokeLine2(shown[i].style, at[i], c.Min.Y, at[i], top)
		write(c, l.text, m.text, draw.XCenter, l.at, foot)
	}
}

// GlyphBoxes is the room of the labels above the panel. They are moved in at the
// sides, but for what may stand out there.
func (m *marks) GlyphBoxes(*plot.Plot) []plot.GlyphBox {
	if len(m.marks) == 0 {
		return nil
	}
	return []plot.GlyphBox{above(m.height())}
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

// A markLabel is the text of a mark and where it stands.
type markLabel struct {
	text  string
	at    vg.Length // its middle
	width vg.Length
	row   int // counted from the panel up
}

// markLabelGap is the least distance of two labels in a row.
const markLabelGap vg.Length = 8

// arrange places the labels of marks in rows. Words are left out where they would
// take more rows than the values do: for all marks of a kind or, if one row is
// enough for that, for all but the first.
func (m *marks) arrange(shown []mark, at []vg.Length, left, right vg.Length) (labels []markLabel, rows int) {
	type wording uint8
	const (
		none wording = iota
		first
		all
	)
	worded := map[string]wording{}
	place := func() ([]markLabel, int) {
		labels, seen := make([]markLabel, len(shown)), map[string]bool{}
		for i, one := range shown {
			text := one.label(worded[one.word] == all || worded[one.word] == first && !seen[one.word])
			labels[i] = markLabel{text: text, at: at[i], width: m.text.Width(text)}
			seen[one.word] = true
		}
		return inRows(labels, left-m.over-markLabelGap/2, right+m.over+markLabelGap/2)
	}
	labels, rows = place()
	for _, one := range shown {
		if _, done := worded[one.word]; done || one.word == "" || m.text.Width(one.label(true)) > right-left {
			continue
		}
		for _, w := range []wording{all, first, none} {
			worded[one.word] = w
			if with, n := place(); w == first && n == 1 || w != first && n <= rows || m.full {
				labels, rows = with, n
				break
			}
		}
	}
	return labels, rows
}

// inRows places labels in one row if none goes astray there. Otherwise each
// stands at its place, in the lowest row in which it is free.
func inRows(labels []markLabel, left, right vg.Length) ([]markLabel, int) {
	wants := make([]label, len(labels))
	for i, l := range labels {
		wants[i] = label{want: l.at, size: l.width + markLabelGap, rank: i}
	}
	placed, astray := slices.Clone(labels), false
	for i, place := range spread(wants, left, right) {
		placed[i].at = place.at
		moved := max(place.at-labels[i].at, labels[i].at-place.at)
		astray = astray || !place.shown || moved > labels[i].width/2+0.01
	}
	if !astray {
		return placed, 1
	}
	rows := 1
	for i, l := range labels {
		half := (l.width + markLabelGap) / 2
		l.at = max(left+half, min(right-half, l.at))
		for slices.ContainsFunc(placed[:i], l.touches) {
			l.row++
		}
		placed[i], rows = l, max(rows, l.row+1)
	}
	return placed, rows
}

// touches reports whether two labels in one row are too near each other.
func (l markLabel) touches(other markLabel) bool {
	apart := max(l.at-other.at, other.at-l.at)
	return l.row == other.row && apart < (l.width+other.width)/2+markLabelGap-0.01
}

// covered reports whether a line up to a row would run through a label below.
func covered(labels []markLabel, x vg.Length, row int) bool {
	return slices.ContainsFunc(labels, func(l markLabel) bool {
		return l.row < row && max(x-l.at, l.at-x) < l.width/2+1
	})
}
