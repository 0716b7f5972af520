package main

import (
	"encoding/base64"
	"encoding/xml"
	"errors"
	"io"
	"net/url"
	"path"
	"strings"
	"testing"
)

// An element is a tag of a page with its attributes.
type element struct {
	name string
	attr map[string]string
	text string // of the elements below it, too
}

// elements reads a page that must also be well-formed XML: every tag closed, every
// attribute in quotes.
func elements(t *testing.T, page string) (all []*element) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(page))
	var open []*element
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return all
		}
		if err != nil {
			line, column := d.InputPos()
			t.Fatalf("line %d, column %d: %v", line, column, err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			e := &element{name: token.Name.Local, attr: map[string]string{}}
			for _, a := range token.Attr {
				e.attr[a.Name.Local] = a.Value
			}
			all, open = append(all, e), append(open, e)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			for _, e := range open {
				e.text += string(token)
			}
		}
	}
}

// checkHTML checks what must hold for every page.
func checkHTML(t *testing.T, files map[string]string) []*element {
	t.Helper()
	all := elements(t, files[htmlName])
	ids := map[string]bool{}
	for _, e := range all {
		if id := e.attr["id"]; id != "" {
			if ids[id] {
				t.Errorf("two elements have the id %q", id)
			}
			ids[id] = true
		}
	}
	count := map[string]int{}
	missing := 0
	for _, e := range all {
		count[e.name]++
		if e.attr["class"] == "missing" {
			missing++
		}
		switch e.name {
		case "script", "link", "iframe", "object", "embed", "form", "base":
			t.Errorf("there is a <%s>", e.name)
		case "img":
			if e.attr["alt"] == "" {
				t.Error("an image has no alt")
			}
			checkImage(t, e.attr["src"])
		case "source":
			checkImage(t, e.attr["srcset"])
		case "a":
			checkLink(t, files, ids, e.attr["href"])
		case "th":
			if e.attr["scope"] == "" {
				t.Errorf("a <th> has no scope: %s", e.text)
			}
		case "style":
			if strings.Contains(e.text, "url(") || strings.Contains(e.text, "@import") {
				t.Error("the style loads something")
			}
		}
		for name := range e.attr {
			if strings.HasPrefix(name, "on") {
				t.Errorf("<%s> has an attribute %s", e.name, name)
			}
		}
		if id := e.attr["aria-labelledby"]; id != "" && !ids[id] {
			t.Errorf("<%s> is labelled by %q, which is not there", e.name, id)
		}
	}
	if count["h1"] != 1 || count["main"] != 1 || count["img"]+missing != count["figcaption"] || count["caption"] != count["table"] || count["table"] == 0 {
		t.Errorf("elements: %v", count)
	}
	return all
}

// checkImage checks that an image is in the page, and loads nothing itself.
func checkImage(t *testing.T, src string) {
	t.Helper()
	code, ok := strings.CutPrefix(src, "data:image/svg+xml;base64,")
	svg, err := base64.StdEncoding.DecodeString(code)
	if !ok || err != nil {
		t.Fatalf("an image is not in the page: %.60s (%v)", src, err)
	}
	for _, e := range elements(t, string(svg)) {
		for name, value := range e.attr {
			if name == "href" && !strings.HasPrefix(value, "#") || strings.HasPrefix(name, "on") || e.name == "script" {
				t.Errorf("an image has <%s %s=%.60q>", e.name, name, value)
			}
		}
		if at := strings.Index(e.text, "url("); e.name == "style" && at >= 0 && !strings.HasPrefix(e.text[at:], "url(data:") && !strings.HasPrefix(e.text[at:], `url("data:`) {
			t.Errorf("an image loads %.60s", e.text[at:])
		}
	}
}

// checkLink checks that a link leads to a file of the report, or a part of the page.
func checkLink(t *testing.T, files map[string]string, ids map[string]bool, href string) {
	t.Helper()
	if id, ok := strings.CutPrefix(href, "#"); ok {
		if !ids[id] {
			t.Errorf("a link leads to #%s, which is not there", id)
		}
		return
	}
	name, err := url.PathUnescape(href)
	if _, ok := files[path.Clean(name)]; err != nil || !ok {
		t.Errorf("a link leads to %q, which is no file of the report", href)
	}
}

func TestPageStandsAlone(t *testing.T) {
	files := sample(t)
	for _, e := range checkHTML(t, files) {
		if e.name == "title" && e.text != "Can four countries spend 1% of GDP on civil protection by 2032?" {
			t.Errorf("title %q", e.text)
		}
	}
	for _, want := range []string{`http-equiv="Content-Security-Policy"`, `content="default-src &#39;none&#39;`, "@media print", `name="viewport"`} {
		if !strings.Contains(strings.ReplaceAll(files[htmlName], "'", "&#39;"), want) {
			t.Errorf("the page has no %s", want)
		}
	}
}

// What the page checks are worth: each of these is found.
func TestElementsRefusesWhatIsNotWellFormed(t *testing.T) {
	for _, page := range []string{"<p>", "<p></b>", "<p a=b></p>", "<p>&nosuch;</p>", "<br><p></p>"} {
		d := xml.NewDecoder(strings.NewReader("<html>" + page + "</html>"))
		var err error
		for err == nil {
			_, err = d.Token()
		}
		if errors.Is(err, io.EOF) {
			t.Errorf("%s is taken as well-formed", page)
		}
	}
}
