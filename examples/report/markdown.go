package main

import (
	"bytes"
	_ "embed"
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
		"deeper":  func(s *section, level int) leveled { return leveled{s, level} },
		"next":    func(n int) int { return n + 1 },
		"heading": func(level int) string { return strings.Repeat("#", level) },
		"join":    func(parts []string) string { return strings.Join(parts, ", ") },
		"png":     func(f *figure) string { return "charts/" + f.Name + ".png" },
	}).Parse(markdownTemplate)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	err = t.Execute(&b, p)
	return harmless(b.Bytes()), err
}

// markdown keeps a text in one line and from being read as markup.
func markdown(text string) string {
	var b strings.Builder
	for _, r := range strings.Join(strings.Fields(text), " ") {
		switch {
		case strings.ContainsRune("\\`*_[]()|~#$!{}", r):
			b.WriteRune('\\')
			b.WriteRune(r)
		case r == '<':
			b.WriteString("&lt;")
		case r == '>':
			b.WriteString("&gt;")
		case r == '&':
			b.WriteString("&amp;")
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
