package plotting

import (
	"image/color"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// A keyEntry explains one colour under the subtitle, where marks cannot be
// labelled one by one.
type keyEntry struct {
	text   string
	colour func(Theme) color.Color
	box    bool                                     // a box, as in a bar chart, instead of a dot
	dot    int                                      // the scenario whose dot it is; box: unused
	line   func(Theme) draw.LineStyle               // of a piece of a line, instead of a dot; nil: none
	cell   *tone                                    // of a cell, in place of colour, box and dot; nil: none
	mark   func(Theme, color.Color) draw.GlyphStyle // of a single value, in place of a dot; nil: none
}

// lineKey explains a kind of line.
func lineKey(text string, line func(Theme) draw.LineStyle) keyEntry {
	return keyEntry{text: text, line: line, colour: func(t Theme) color.Color { return line(t).Color }}
}

// keyRoom is the room for a mark before its text: more for pieces of lines.
func keyRoom(entries []keyEntry) vg.Length {
	for _, e := range entries {
		if e.line != nil {
			return keyMark + keyLine
		}
	}
	return keyMark
}

// A keyPlace is where an entry stands: its lines of text, the distance from the
// left and the first line of the key it is on.
type keyPlace struct {
	lines []string
	x     vg.Length
	row   int
}

// The room for a mark before its text, that for a piece of a line besides, and
// that between two entries.
const (
	keyMark vg.Length = 10
	keyLine vg.Length = 12
	keyGap  vg.Length = 16
)

// flow sets entries with a mark one after the other, on as many rows as it takes.
// An entry that is wider than a row has rows of its own.
func flow(texts []string, mark, room vg.Length, width func(string) vg.Length) (places []keyPlace, rows int) {
	var x vg.Length
	for _, text := range texts {
		lines := wrap(text, room-mark, width)
		if len(lines) == 0 {
			lines = []string{""}
		}
		need := mark + width(lines[0])
		if x > 0 && (len(lines) > 1 || x+need > room) {
			x, rows = 0, rows+1
		}
		places = append(places, keyPlace{lines: lines, x: x, row: rows})
		if x += need + keyGap; len(lines) > 1 {
			x, rows = 0, rows+len(lines)
		}
	}
	if x > 0 {
		rows++
	}
	return places, rows
}

// drawKey draws the entries with the first baseline at y.
func drawKey(c draw.Canvas, t Theme, entries []keyEntry, places []keyPlace, x, y vg.Length) {
	for i, at := range places {
		entry := entries[i]
		colour := t.Ink
		if entry.cell == nil {
			colour = entry.colour(t)
		}
		style := t.label(readable(colour, t.Ink, t.Background))
		base := y - vg.Length(at.row)*leading(style)
		left, middle := x+at.x, base+capHeight(style)/2
		if entry.cell != nil {
			entry.cell.paint(c, t, rect(left, middle-3.5, left+7, middle+3.5))
		} else if entry.line != nil {
			c.StrokeLine2(entry.line(t), left, middle, left+keyRoom(entries)-4, middle)
		} else if entry.box {
			c.SetColor(colour)
			c.Fill(rect(left, middle-3, left+keyRoom(entries)-4, middle+3).Path())
		} else {
			dot := t.dotOf(entry.dot, 3)
			dot.Color = colour
			if entry.mark != nil {
				dot = entry.mark(t, colour)
				dot.Radius = 3
			}
			c.DrawGlyphNoClip(dot, vg.Point{X: left + 3, Y: middle})
		}
		block(c, at.lines, style, left+keyRoom(entries), base)
	}
}
