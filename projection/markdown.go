package projection

import (
	"bufio"
	"io"
	"strings"
)

// WriteMarkdown writes tables as one in GitHub-flavoured Markdown: the table of
// WriteText in full width, then editions, assumptions, notes and warnings as a
// list.
func WriteMarkdown(w io.Writer, ts ...Tabular) error {
	if err := checkTables(ts); err != nil {
		return err
	}
	b := bufio.NewWriter(w)
	a := join(ts)
	g := pivot(ts, a)
	b.WriteString("**" + markdown(a.Title) + "**\n\n")
	for _, l := range g.units() {
		b.WriteString(markdown(l) + "\n\n")
	}
	header := g.labels()
	rule := make([]string, len(header), len(header)+len(g.columns))
	for i := range rule {
		rule[i] = "---"
	}
	for _, c := range g.columns {
		header, rule = append(header, strings.Join(g.header(c), ", ")), append(rule, "--:")
	}
	writeCells(b, header)
	b.WriteString("|" + strings.Join(rule, "|") + "|\n")
	for _, l := range g.lines {
		writeCells(b, g.cellsOf(l))
	}
	for _, section := range []struct {
		key   string
		lines []string
	}{{"Source", a.Editions}, {"Scenario", a.Assumptions}, {"Note", a.Notes}, {"Warning", texts(a.Warnings)}} {
		for i, l := range section.lines {
			if i == 0 {
				b.WriteString("\n")
			}
			b.WriteString("- " + section.key + ": " + markdown(oneLine(l)) + "\n")
		}
	}
	return b.Flush()
}

func writeCells(b *bufio.Writer, cells []string) {
	for _, c := range cells {
		b.WriteString("| " + markdown(c) + " ")
	}
	b.WriteString("|\n")
}

// markdown keeps a text from being read as markup.
func markdown(text string) string {
	return strings.NewReplacer("\\", `\\`, "|", `\|`, "*", `\*`, "_", `\_`, "<", "&lt;", "\n", " ").Replace(text)
}
