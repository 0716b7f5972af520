package main

import (
	"path"
	"regexp"
	"strings"
	"testing"
)

// linked finds links and images of Markdown: their text and where they lead.
var linked = regexp.MustCompile(`(!?)\[((?:\\.|[^\]\\])*)\]\(([^)]*)\)`)

// anchor is the only markup of HTML in the page.
var anchor = regexp.MustCompile(`^<a id="([a-z0-9-]+)"></a>$`)

// checkMarkdown checks what must hold for every page.
func checkMarkdown(t *testing.T, files map[string]string) {
	t.Helper()
	page := files[markdownName]
	ids := map[string]bool{}
	for line := range strings.Lines(page) {
		line = strings.TrimSuffix(line, "\n")
		if id := anchor.FindStringSubmatch(line); id != nil {
			ids[id[1]] = true
		} else if strings.ContainsAny(line, "<>") {
			t.Errorf("markup in %q", line)
		}
	}
	images := 0
	for _, found := range linked.FindAllStringSubmatch(page, -1) {
		mark, text, to := found[1], found[2], found[3]
		if mark != "" {
			images++
			if strings.TrimSpace(text) == "" {
				t.Errorf("the image %s has no alternative text", to)
			}
		}
		if id, ok := strings.CutPrefix(to, "#"); ok {
			if !ids[id] {
				t.Errorf("a link leads to #%s, which is not there", id)
			}
			continue
		}
		if _, ok := files[path.Clean(to)]; !ok {
			t.Errorf("%q leads to %q, which is no file of the report", text, to)
		}
	}
	if images == 0 || len(ids) == 0 {
		t.Errorf("%d images, %d sections", images, len(ids))
	}
}

func TestMarkdownShowsFilesOfTheReport(t *testing.T) {
	files := sample(t)
	checkMarkdown(t, files)
}

func TestMarkdownOfTexts(t *testing.T) {
	for text, want := range map[string]string{
		"3.5% by 2035":     "3.5% by 2035",
		"two\n  lines":     "two lines",
		"a | b":            `a \| b`,
		"<b>&amp;</b>":     "&lt;b&gt;&amp;amp;&lt;/b&gt;",
		"![x](x.png)":      `!\[x\](x.png)`,
		"*a* _b_ `c`":      "\\*a\\* \\_b\\_ \\`c\\`",
		`~d~ $e$ # f \`:    `\~d\~ \$e\$ \# f \\`,
		"Österreich, 中文 ©": "Österreich, 中文 ©",
	} {
		if got := markdown(text); got != want {
			t.Errorf("%q is written %q, want %q", text, got, want)
		}
	}
}

func TestParagraphsOfMarkdown(t *testing.T) {
	for text, want := range map[string]string{
		"- no list":     `\- no list`,
		"12. no list":   `12\. no list`,
		"1) no list":    `1\) no list`,
		"---":           `\---`,
		"===":           `\===`,
		"2.5 per cent":  "2.5 per cent",
		"-1.8 per cent": "-1.8 per cent",
		"a - b":         "a - b",
	} {
		if got := paragraph(text); got != want {
			t.Errorf("%q is written %q, want %q", text, got, want)
		}
	}
}

func TestHarmless(t *testing.T) {
	for text, want := range map[string]string{
		"plain\ntext":            "plain\ntext",
		"turned \u202eround":     "turned round",
		"isolated \u2067x\u2069": "isolated x",
		"bell\x07, nul\x00, \r":  "bell, nul, ",
		"שלום":                   "שלום",
	} {
		if got := string(harmless([]byte(text))); got != want {
			t.Errorf("%q becomes %q, want %q", text, got, want)
		}
	}
}
