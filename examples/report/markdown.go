package main

import (
	"bytes"
	_ "embed"
	"regexp"
	"strings"
	"text/template"
)

//go:embed report.md.tmpl
var markdownTemplate string

// asMarkdown writes a page that shows the files of the folder, in the Markdown of
// GitHub.
func asMarkdown(p *page) ([]byte, error) {
	t, err := template.New(markdownName).Funcs(template.FuncMap{
		"md":      markdown,
		"line":    paragraph,
		"deeper":  func(s *section, level int) leveled { return leveled{s, level} },
		"next":    func(n int) int { return n + 1 },
		"heading": func(level int) string { return strings.Repeat("#", level) },
		"join":    func(parts []string) string { return strings.Join(parts, ", ") },
		"command": func(words []string) string { return strings.Join(words, " ") },
		"png":     func(f *figure) string { return "charts/" + f.Name + ".png" },
	}).Parse(markdownTemplate)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	err = t.Execute(&b, p)
	return harmless(b.Bytes()), err
}

// markdown keeps a text in one line and from being read as markup inside of it.
func markdown(text string) string {
	return strings.NewReplacer(
		`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "|", `\|`, "~", `\~`, "#", `\#`, "$", `\$`,
		"<", "&lt;", ">", "&gt;", "&", "&amp;",
	).Replace(strings.Join(strings.Fields(text), " "))
}

// begins finds what would make a list or a rule of a line that begins with it.
var begins = regexp.MustCompile(`^([0-9]*)([-+=.)])([-=]*( |$))`)

// paragraph is markdown for a text that a line begins with.
func paragraph(text string) string { return begins.ReplaceAllString(markdown(text), `$1\$2$3`) }
