package main

import (
	"bytes"
	_ "embed"
	"encoding/base64"
	"html/template"

	"github.com/pledgesim/pledgesim"
)

//go:embed report.html.tmpl
var htmlTemplate string

// asHTML writes a page that stands alone: images are in it, and nothing is loaded. All
// texts are escaped by html/template.
func asHTML(p *page) ([]byte, error) {
	t, err := template.New(htmlName).Funcs(template.FuncMap{
		"image":   image,
		"images":  func(d drawing) template.Srcset { return template.Srcset(image(d)) },
		"deeper":  func(s *section, level int) leveled { return leveled{s, level} },
		"version": func() string { return pledgesim.Version },
		"next":    func(n int) int { return n + 1 },
	}).Parse(htmlTemplate)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	err = t.Execute(&b, p)
	return harmless(b.Bytes()), err
}

// A leveled section knows how deep it stands.
type leveled struct {
	*section
	Level int
}

// Chapter reports whether the section begins a page in print: one with charts does.
func (s leveled) Chapter() bool { return s.Level == 2 && len(figuresIn([]*section{s.section})) > 0 }

// image is a drawing as a URL that holds it.
func image(d drawing) template.URL {
	return template.URL("data:image/svg+xml;base64," + base64.StdEncoding.EncodeToString(d.SVG))
}
