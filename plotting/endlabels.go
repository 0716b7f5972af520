package plotting

import (
	"slices"

	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"github.com/pledgesim/pledgesim/scenario"
)

// An endLabel stands beside the end of a line.
type endLabel struct {
	lines  []string
	width  vg.Length
	style  text.Style
	colour int
	end    scenario.Observation // the last figure of the line
}

// height is that of the lines and a gap to the next label.
func (e endLabel) height() vg.Length { return vg.Length(len(e.lines))*leading(e.style) + 3 }

// endLabels breaks the labels of the lines to a width.
func (c *timeChart) endLabels(t Theme, room vg.Length) []endLabel {
	var labels []endLabel
	for i, line := range slices.Backward(c.lines) { // of labels that want one place the first is on top
		end, ok := line.values.Observe(line.values.Last())
		if !ok {
			continue
		}
		style := t.label(readable(t.Colours[i], t.Ink, t.Background))
		l := endLabel{lines: wrap(line.label, room, style.Width), style: style, colour: i, end: end}
		for _, text := range l.lines {
			l.width = max(l.width, style.Width(text))
		}
		labels = append(labels, l)
	}
	return labels
}

// drawEnds places the labels beside the panel, as near to the ends of their
// lines as they can be without touching, and connects those that were moved.
func (p *pen) drawEnds(ends []endLabel, area panel, right vg.Length) {
	labels := make([]label, len(ends))
	for i, e := range ends {
		labels[i] = label{want: area.y(e.end.Value), size: e.height(), rank: e.colour}
	}
	for i, at := range spread(labels, area.Min.Y-endOverlap, area.Max.Y+endOverlap) {
		if !at.shown {
			continue
		}
		e := ends[i]
		end := area.point(e.end)
		left := area.Max.X + endGap
		if moved := at.at - end.Y; moved > 2 || moved < -2 || end.X < area.Max.X-1 {
			thin := solid(mix(p.Colours[e.colour], p.Background, 0.4), 0.6)
			p.line(thin, end.X+1, end.Y, left-2, at.at)
		}
		first := at.at + vg.Length(len(e.lines)-1)*leading(e.style)/2 - capHeight(e.style)/2
		p.block(e.lines, e.style, left, first)
	}
}

// drawLevels draws horizontal lines and labels them where they are furthest
// from any other line.
func (c *timeChart) drawLevels(p *pen, area panel, drawn [][]vg.Point) {
	style := p.small(p.Ink)
	for _, l := range c.levels {
		y := area.y(l.value)
		line := draw.LineStyle{Color: p.Muted, Width: 0.9, Dashes: []vg.Length{1.5, 2}}
		p.line(line, area.Min.X, y, area.Max.X, y)
		width := style.Width(l.label)
		foot := y + 2
		if l.below {
			foot = y - 1 - leading(style)
		}
		box := clearest(width+6, leading(style), foot, area, drawn)
		p.write(l.label, style, draw.XLeft, box.Min.X+3, box.Min.Y+3)
	}
}

// clearest is the box of a size on the height y, out of several from left to
// right, that is furthest from the lines drawn; the leftmost of equals.
func clearest(width, height, y vg.Length, area panel, drawn [][]vg.Point) vg.Rectangle {
	const tries = 9
	var best vg.Rectangle
	most := vg.Length(-1)
	for i := range tries {
		left := area.Min.X + vg.Length(i)/(tries-1)*(area.Size().X-width)
		box := rect(left, y, left+width, y+height)
		if free := min(clearance(box, drawn), 12); free > most { // 12 points are enough
			best, most = box, free
		}
	}
	return best
}

// clearance is the least vertical distance of a box from lines that pass above
// or below it, 0 if one passes through it.
func clearance(box vg.Rectangle, lines [][]vg.Point) vg.Length {
	least := vg.Length(1e6)
	for _, line := range lines {
		for i := 1; i < len(line); i++ {
			a, b := line[i-1], line[i]
			if max(a.X, b.X) < box.Min.X || min(a.X, b.X) > box.Max.X {
				continue
			}
			lo, hi := min(a.Y, b.Y), max(a.Y, b.Y)
			least = min(least, max(0, lo-box.Max.Y, box.Min.Y-hi))
		}
	}
	return least
}
