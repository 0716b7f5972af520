package plotting

import (
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// The margins of the page and the gaps between the parts of the frame.
const (
	pageMargin vg.Length = 14
	gapTitle   vg.Length = 5  // between title and subtitle
	gapKey     vg.Length = 5  // between subtitle and key
	gapChart   vg.Length = 10 // above and below the chart
	gapSource  vg.Length = 3  // between note and source
)

// A part is a block of text of the frame.
type part struct {
	lines []string
	style text.Style
	gap   vg.Length // above it, unless it is the first one
}

// A frame is everything on the page but the chart: what stands above it and
// what stands below it, broken into lines for the width of the page.
type frame struct {
	theme      Theme
	width      vg.Length
	above      []part
	key        []keyEntry
	keyPlaces  []keyPlace
	below      []part
	chartAbove vg.Length // height of what stands above the chart, margin included
	chartBelow vg.Length // and below it
}

// newFrame breaks the texts of a figure for a width.
func newFrame(f *Figure, t Theme, width vg.Length) frame {
	fr := frame{theme: t, width: width, key: f.key}
	room := fr.room()
	set := func(lines []string, style text.Style, gap vg.Length) []part {
		if len(lines) > 0 {
			return []part{{lines, style, gap}}
		}
		return nil
	}
	even := func(s string, style text.Style, gap vg.Length) []part {
		return set(balance(s, room, style.Width), style, gap)
	}
	broken := func(s string, style text.Style, gap vg.Length) []part {
		return set(wrap(s, room, style.Width), style, gap)
	}
	fr.above = append(even(f.Title, t.title(), 0), even(f.Subtitle, t.label(t.Muted), gapTitle)...)
	fr.below = append(broken(f.Note, t.small(t.Muted), 0), broken(f.Source, t.small(t.Muted), gapSource)...)
	texts := make([]string, len(f.key))
	for i, e := range f.key {
		texts[i] = e.text
	}
	keyRows := 0
	fr.keyPlaces, keyRows = flow(texts, keyRoom(f.key), room, t.label(t.Ink).Width)
	fr.chartAbove = pageMargin + height(fr.above) + gapChart
	if keyRows > 0 {
		fr.chartAbove += gapKey + vg.Length(keyRows)*leading(t.label(t.Ink))
	}
	fr.chartBelow = pageMargin + height(fr.below) + gapChart
	return fr
}

// height is the height of parts that stand one below the other.
func height(parts []part) vg.Length {
	var h vg.Length
	for i, p := range parts {
		if i > 0 {
			h += p.gap
		}
		h += vg.Length(len(p.lines)) * leading(p.style)
	}
	return h
}

// room is the width that is left to text and chart.
func (fr frame) room() vg.Length { return fr.width - 2*pageMargin }

// chart is what the frame leaves of a page.
func (fr frame) chart(page vg.Rectangle) vg.Rectangle {
	return rect(page.Min.X+pageMargin, page.Min.Y+fr.chartBelow, page.Max.X-pageMargin, page.Max.Y-fr.chartAbove)
}

// draw sets the texts on a page.
func (fr frame) draw(c draw.Canvas) {
	left := c.Min.X + pageMargin
	y := column(c, fr.above, left, c.Max.Y-pageMargin)
	drawKey(c, fr.theme, fr.key, fr.keyPlaces, left, y-gapKey-ascent(fr.theme.label(fr.theme.Ink)))
	column(c, fr.below, left, c.Min.Y+fr.chartBelow-gapChart)
}

// column sets parts one below the other from the height top down, and gives
// the height of its foot.
func column(c draw.Canvas, parts []part, left, top vg.Length) vg.Length {
	for i, part := range parts {
		if i > 0 {
			top -= part.gap
		}
		top = block(c, part.lines, part.style, left, top-ascent(part.style)) + ascent(part.style)
	}
	return top
}
