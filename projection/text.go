package projection

import (
	"bytes"
	"io"
	"strings"
)

// textWidth is the width, in characters, that text tables keep to.
const textWidth = 80

// hanging is the number of spaces by which the further lines of a note stand in.
const hanging = 2

// columnGap is the number of spaces between columns.
const columnGap = 2

// WriteText writes tables as one, for reading in a terminal: a line for each
// member (and year, where numbers belong to years), a column for each scenario
// and variable, then editions with the version of this library, assumptions, notes
// and warnings. Columns that do not fit 80 characters follow in a further block; a
// text that is too long for its place goes on in the next line. Characters that could
// steer a terminal are left out. Two tables that have a number for the same scenario,
// variable, member and year are [scenario.ErrDuplicate].
func WriteText(w io.Writer, ts ...Tabular) error { return Write(w, "text", ts...) }

func writeText(b *bytes.Buffer, ts []Tabular, a About) error {
	g := pivot(ts, a)
	for _, l := range append([]string{a.Title}, g.units()...) {
		for _, line := range wrap(plain(l), textWidth) {
			b.WriteString(line + "\n")
		}
	}
	for _, block := range g.blocks(textWidth) {
		b.WriteString("\n")
		block.writeText(b)
	}
	a.writeText(b)
	return nil
}

// A textTable is a block of cells with the header of each column, the first
// column being that of the members.
type textTable struct {
	header [][]string // parts, each on lines of its own
	lines  [][]string
	widths []int
}

// blocks cuts a grid into tables that are no wider than width, if columns allow.
func (g grid) blocks(width int) []textTable {
	labels := 1
	if g.hasYears() {
		labels = 2
	}
	whole := textTable{lines: make([][]string, len(g.lines))}
	for _, l := range g.labels() {
		whole.header = append(whole.header, []string{plain(l)})
	}
	for _, c := range g.columns {
		whole.header = append(whole.header, plainAll(g.header(c)))
	}
	for i, l := range g.lines {
		whole.lines[i] = plainAll(g.cellsOf(l))
	}
	whole.measure(labels, width)
	var blocks []textTable
	for from := labels; from < len(whole.header); {
		used, to := sum(whole.widths[:labels]), from
		for to < len(whole.header) && (to == from || used+whole.widths[to]-columnGap <= width) {
			used += whole.widths[to]
			to++
		}
		blocks = append(blocks, whole.part(labels, from, to))
		from = to
	}
	return blocks
}

// plainAll makes texts harmless where they stand.
func plainAll(texts []string) []string {
	for i, t := range texts {
		texts[i] = plain(t)
	}
	return texts
}

// measure finds the width of each column, gap included: as wide as its widest
// cell and the longest word of its header, and unless it is one of the labels not
// too narrow for the rest; but the first is no wider than half of the page, and the
// others leave room for the labels.
func (t *textTable) measure(labels, page int) {
	most := page / 2
	for i, h := range t.header {
		width := 8
		if i < labels {
			width = 4
		}
		for _, word := range strings.Fields(strings.Join(h, " ")) {
			width = max(width, displayWidth(word))
		}
		for _, l := range t.lines {
			width = max(width, displayWidth(l[i]))
		}
		t.widths = append(t.widths, min(width, most)+columnGap)
		if i == labels-1 {
			most = page - sum(t.widths)
		}
	}
}

func (t textTable) part(labels, from, to int) textTable {
	p := textTable{header: cut(t.header, labels, from, to), widths: cut(t.widths, labels, from, to)}
	for _, l := range t.lines {
		if strings.Join(l[from:to], "") != "" { // has something to say here
			p.lines = append(p.lines, cut(l, labels, from, to))
		}
	}
	return p
}

// cut keeps the labels and the columns from one to another.
func cut[T any](all []T, labels, from, to int) []T {
	return append(append([]T(nil), all[:labels]...), all[from:to]...)
}

func (t textTable) writeText(b *bytes.Buffer) {
	header := make([][]string, len(t.header))
	for i, h := range t.header {
		for _, part := range h {
			header[i] = append(header[i], wrap(part, t.widths[i]-columnGap)...)
		}
	}
	height := tallest(header)
	for i := range header { // headers stand on the rule
		header[i] = append(make([]string, height-len(header[i])), header[i]...)
	}
	t.writeLines(b, header)
	b.WriteString(strings.Repeat("-", sum(t.widths)-columnGap) + "\n")
	for _, l := range t.lines {
		cells := make([][]string, len(l))
		for i, c := range l {
			cells[i] = wrap(c, t.widths[i]-columnGap)
		}
		t.writeLines(b, cells)
	}
}

// writeLines writes cells of one or more lines each, the first cell to the left and
// the others to the right of their columns.
func (t textTable) writeLines(b *bytes.Buffer, cells [][]string) {
	for k := range tallest(cells) {
		line := ""
		for i, lines := range cells {
			text := ""
			if k < len(lines) {
				text = lines[k]
			}
			pad := strings.Repeat(" ", max(0, t.widths[i]-columnGap-displayWidth(text)))
			if i == 0 {
				line += text + pad
			} else {
				line += strings.Repeat(" ", columnGap) + pad + text
			}
		}
		b.WriteString(strings.TrimRight(line, " ") + "\n")
	}
}

// tallest is the number of lines of the tallest cell, and at least one.
func tallest(cells [][]string) int {
	height := 1
	for _, lines := range cells {
		height = max(height, len(lines))
	}
	return height
}

// writeText writes what must be known to read the numbers.
func (a About) writeText(b *bytes.Buffer) {
	for _, s := range a.sections() {
		b.WriteString("\n" + s.title + "\n")
		for _, l := range s.lines {
			for i, part := range strings.Split(l, "\n") {
				indent := 2 + 4*min(i, 1)
				for k, text := range wrap(plain(part), textWidth-indent-hanging) {
					b.WriteString(strings.Repeat(" ", indent+hanging*min(k, 1)) + text + "\n")
				}
			}
		}
	}
}

// labels and cellsOf are the words of the header and of a line, those of the
// member (and year) first.
func (g grid) labels() []string {
	if g.hasYears() {
		return []string{g.first, "Year"}
	}
	return []string{g.first}
}

func (g grid) cellsOf(l line) []string {
	words := []string{g.label(l)}
	if g.hasYears() {
		words = append(words, yearText(l.year))
	}
	for _, c := range g.columns {
		word := ""
		if r, ok := l.cells[c]; ok {
			word = g.cell(c, r)
		}
		words = append(words, word)
	}
	return words
}

func sum(widths []int) int {
	total := 0
	for _, w := range widths {
		total += w
	}
	return total
}
