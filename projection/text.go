package projection

import (
	"bufio"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"
)

// textWidth is the width, in characters, that text tables keep to.
const textWidth = 80

// hanging is the number of spaces by which the further lines of a note stand in.
const hanging = 2

// columnGap is the number of spaces between columns.
const columnGap = 2

// WriteText writes tables as one, for reading in a terminal: a line for each
// member (and year, where numbers belong to years), a column for each scenario
// and variable, then editions, assumptions, notes and warnings. Columns that do
// not fit 80 characters follow in a further block. Two tables that have a number
// for the same scenario, variable, member and year are [scenario.ErrDuplicate].
func WriteText(w io.Writer, ts ...Tabular) error {
	if err := checkTables(ts); err != nil {
		return err
	}
	b := bufio.NewWriter(w)
	about := join(ts)
	g := pivot(ts, about)
	for _, l := range wrap(about.Title, textWidth) {
		b.WriteString(l + "\n")
	}
	for _, l := range g.units() {
		b.WriteString(l + "\n")
	}
	for _, block := range g.blocks(textWidth) {
		b.WriteString("\n")
		block.writeText(b)
	}
	about.writeText(b)
	return b.Flush() // keeps the first error of any write
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
		whole.header = append(whole.header, []string{l})
	}
	for _, c := range g.columns {
		whole.header = append(whole.header, g.header(c))
	}
	for i, l := range g.lines {
		whole.lines[i] = g.cellsOf(l)
	}
	whole.measure(labels)
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

// measure finds the width of each column, gap included: as wide as its widest
// cell and the longest word of its header, and unless it is one of the labels not
// too narrow for the rest.
func (t *textTable) measure(labels int) {
	for i, h := range t.header {
		width := 8
		if i < labels {
			width = 4
		}
		for _, word := range strings.Fields(strings.Join(h, " ")) {
			width = max(width, utf8.RuneCountInString(word))
		}
		for _, l := range t.lines {
			width = max(width, utf8.RuneCountInString(l[i]))
		}
		t.widths = append(t.widths, width+columnGap)
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

func (t textTable) writeText(b *bufio.Writer) {
	wrapped, height := make([][]string, len(t.header)), 0
	for i, h := range t.header {
		for _, part := range h {
			wrapped[i] = append(wrapped[i], wrap(part, t.widths[i]-columnGap)...)
		}
		height = max(height, len(wrapped[i]))
	}
	for k := range height {
		row := make([]string, len(t.header))
		for i, lines := range wrapped {
			if j := k - (height - len(lines)); j >= 0 { // headers stand on the rule
				row[i] = lines[j]
			}
		}
		t.writeLine(b, row)
	}
	b.WriteString(strings.Repeat("-", sum(t.widths)-columnGap) + "\n")
	for _, l := range t.lines {
		t.writeLine(b, l)
	}
}

// writeLine writes the first cell to the left and the others to the right of
// their columns.
func (t textTable) writeLine(b *bufio.Writer, cells []string) {
	line := ""
	for i, c := range cells {
		pad := strings.Repeat(" ", max(0, t.widths[i]-columnGap-utf8.RuneCountInString(c)))
		if i == 0 {
			line += c + pad
		} else {
			line += strings.Repeat(" ", columnGap) + pad + c
		}
	}
	b.WriteString(strings.TrimRight(line, " ") + "\n")
}

// writeText writes what must be known to read the numbers.
func (a About) writeText(b *bufio.Writer) {
	section := func(title string, lines []string) {
		if len(lines) == 0 {
			return
		}
		b.WriteString("\n" + title + "\n")
		for _, l := range lines {
			for i, part := range strings.Split(l, "\n") {
				indent := 2 + 4*min(i, 1)
				for k, text := range wrap(part, textWidth-indent-hanging) {
					b.WriteString(strings.Repeat(" ", indent+hanging*min(k, 1)) + text + "\n")
				}
			}
		}
	}
	section("Source", a.Editions)
	section("Scenarios", a.Assumptions)
	section("Notes", a.Notes)
	section("Warnings", texts(a.Warnings))
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
		year := ""
		if l.year != 0 {
			year = strconv.Itoa(l.year)
		}
		words = append(words, year)
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

// wrap breaks a text between words into lines of at most width characters; a
// longer word stands alone.
func wrap(text string, width int) []string {
	var lines []string
	for _, word := range strings.Fields(text) {
		last := len(lines) - 1
		if last >= 0 && utf8.RuneCountInString(lines[last])+1+utf8.RuneCountInString(word) <= width {
			lines[last] += " " + word
		} else {
			lines = append(lines, word)
		}
	}
	return lines
}

func sum(widths []int) int {
	total := 0
	for _, w := range widths {
		total += w
	}
	return total
}
