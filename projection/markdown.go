package projection

import (
	"bytes"
	"io"
	"strings"
)

// WriteMarkdown writes tables as one in GitHub-flavoured Markdown: the table of
// WriteText in full width, then editions with the version of this library,
// assumptions, notes and warnings as a list. Markup and links in texts are shown as
// they are and do nothing.
func WriteMarkdown(w io.Writer, ts ...Tabular) error { return Write(w, "markdown", ts...) }

func writeMarkdown(b *bytes.Buffer, ts []Tabular, a About) error {
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
	for _, s := range a.sections() {
		b.WriteString("\n")
		key := strings.ToUpper(s.key[:1]) + s.key[1:]
		for _, l := range s.lines {
			b.WriteString("- " + key + ": " + markdown(oneLine(l)) + "\n")
		}
	}
	return nil
}

func writeCells(b *bytes.Buffer, cells []string) {
	for _, c := range cells {
		b.WriteString("| " + markdown(c) + " ")
	}
	b.WriteString("|\n")
}

// markdown keeps a text from being read as markup.
func markdown(text string) string {
	return strings.NewReplacer(
		`\`, `\\`, "|", `\|`, "*", `\*`, "_", `\_`, "`", "\\`", "[", `\[`, "]", `\]`, "~", `\~`, "$", `\$`,
		"&", "&amp;", "<", "&lt;",
	).Replace(plain(text))
}
