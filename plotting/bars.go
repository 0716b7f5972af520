package plotting

import (
	"image/color"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"github.com/pledgesim/pledgesim/scenario"
)

// bars is a chart with a horizontal bar for each member and vertical lines for
// the targets.
type bars struct {
	rows          []bar
	targets       []float64
	markEstimates bool
}

// A bar is the share of a member.
type bar struct {
	name   string
	value  float64 // fraction of GDP
	status scenario.Status
	kind   barKind
}

// A barKind decides the colour of a bar.
type barKind uint8

const (
	unasked barKind = iota
	atTarget
	belowTarget
)

func (b *bars) some(s scenario.Status) bool { return b.with(s) > 0 }
func (b *bars) all(s scenario.Status) bool  { return b.with(s) == len(b.rows) }

// with counts the bars whose figure has a status.
func (b *bars) with(s scenario.Status) int {
	n := 0
	for _, row := range b.rows {
		if row.status == s {
			n++
		}
	}
	return n
}

// text is what stands at the end of a bar.
func (b *bars) text(row bar) string {
	if b.markEstimates && row.status == scenario.Estimated {
		return percent(row.value) + " e"
	}
	return percent(row.value)
}

func (b *bars) height(t Theme, _ vg.Length) (least, like vg.Length) {
	n, header := vg.Length(len(b.rows)), b.header(t)
	return header + n*leastRow, header + n*rowHeight(len(b.rows))
}

// header is the height of the labels of the targets.
func (b *bars) header(t Theme) vg.Length {
	if len(b.targets) == 0 {
		return 0
	}
	return leading(t.small(t.Ink)) + 4
}

func (b *bars) draw(p *pen, r vg.Rectangle) error {
	name, value := p.label(p.Ink), p.label(p.Ink)
	names := make([]string, len(b.rows))
	var longest float64
	var valueWidth vg.Length
	for i, row := range b.rows {
		names[i] = row.name
		longest = max(longest, row.value)
		valueWidth = max(valueWidth, value.Width(b.text(row)))
	}
	for _, target := range b.targets {
		longest = max(longest, target)
	}
	left := r.Min.X + nameColumn(names, r.Size().X, name.Width) + 8
	right := r.Max.X - valueWidth - 8
	top := r.Max.Y - b.header(p.Theme)
	x := func(v float64) vg.Length {
		if longest == 0 {
			return left
		}
		return left + vg.Length(v/longest)*(right-left)
	}
	thick := 0.72 * (top - r.Min.Y) / vg.Length(len(b.rows))
	for i, row := range b.rows {
		y := rowAt(i, len(b.rows), r.Min.Y, top)
		p.middle(shorten(row.name, left-8-r.Min.X, name.Width), name, draw.XLeft, r.Min.X, y)
		p.fill(row.kind.colour(p.Theme), rect(left, y-thick/2, x(row.value), y+thick/2))
	}
	p.line(solid(p.quiet(), 0.9), left, r.Min.Y, left, top)
	var marks []mark
	var lines []vg.Length
	for _, target := range b.targets {
		marks = append(marks, mark{x(target), "target", scenario.FormatShare(target), solid(p.Ink, 0.9)})
		lines = append(lines, x(target))
	}
	p.drawMarks(marks, left, r.Max.X, r.Min.Y, top, top+4)
	for i, row := range b.rows {
		text := b.text(row)
		at := beside(x(row.value), value.Width(text), lines)
		p.middle(text, value, draw.XLeft, at, rowAt(i, len(b.rows), r.Min.Y, top))
	}
	return nil
}

// beside is where a text of a width begins that stands to the right of the end
// of a bar: next to it, or right of every line that it would cross. The lines
// are in ascending order.
func beside(end, width vg.Length, lines []vg.Length) vg.Length {
	const gap = 4
	at := end + gap
	for _, line := range lines {
		if line > end && line < at+width+gap/2 {
			at = line + gap
		}
	}
	return at
}

// colour is that of the first scenario at the target and a lighter shade of
// that of the second below it, so that they differ in print without colour too.
func (k barKind) colour(t Theme) color.Color {
	switch k {
	case atTarget:
		return t.Colours[0]
	case belowTarget:
		return mix(t.Colours[1], t.Background, 0.4)
	default:
		return t.quiet()
	}
}
