package plotting

import (
	"strconv"

	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// A mark is a vertical line with a label above it, such as a deadline.
type mark struct {
	x     vg.Length
	word  string // "deadline", left out where there is no room for words
	value string // "2030"
	style draw.LineStyle
}

// deadline is the mark of a year.
func deadline(x vg.Length, year int, style draw.LineStyle) mark {
	return mark{x, "deadline", strconv.Itoa(year), style}
}

// drawMarks draws vertical lines from bottom to top and their labels on a
// baseline above, moved sideways where they would touch, between the sides left
// and right.
func (p *pen) drawMarks(marks []mark, left, right, bottom, top, baseline vg.Length) {
	style := p.small(p.Muted)
	for _, m := range marks {
		p.line(m.style, m.x, bottom, m.x, top)
	}
	texts, places := markLabels(marks, true, left, right, style)
	if dropped(places) > 0 {
		texts, places = markLabels(marks, false, left, right, style)
	}
	for i, at := range places {
		if at.shown {
			p.write(texts[i], style, draw.XCenter, at.at, baseline)
		}
	}
}

// markLabels places labels with or without words.
func markLabels(marks []mark, words bool, left, right vg.Length, style text.Style) ([]string, []place) {
	const gap = 8
	texts, labels := make([]string, len(marks)), make([]label, len(marks))
	for i, m := range marks {
		texts[i] = m.value
		if words {
			texts[i] = m.word + " " + m.value
		}
		labels[i] = label{want: m.x, size: style.Width(texts[i]) + gap, rank: i}
	}
	return texts, spread(labels, left-gap/2, right+gap/2)
}
