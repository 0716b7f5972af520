package main

import (
	"cmp"
	"context"
	"fmt"
	"strings"

	"github.com/pledgesim/pledgesim/scenario"
)

const (
	htmlName     = "report.html"
	markdownName = "report.md"
)

// page draws and writes everything, and gives the page with all files of the report.
func (s *study) page(ctx context.Context) (*page, []file, error) {
	p := &page{Sections: s.sections()}
	number(p.Sections)
	files, err := draw(ctx, figuresIn(p.Sections))
	if err != nil {
		return nil, nil, err
	}
	for _, t := range tablesIn(p.Sections) {
		if err := ctx.Err(); err != nil {
			return nil, nil, err
		}
		some, err := t.write(s.data)
		if err != nil {
			return nil, nil, fmt.Errorf("table %s: %w", t.Name, err)
		}
		files = append(files, some...)
	}
	files = append(files, s.inputs...)
	sayOnce(p.Sections)
	p.Findings = s.findings(p.Sections)
	p.Title, p.Lead = s.title(p.Sections), s.lead()
	html, err := asHTML(p)
	if err != nil {
		return nil, nil, err
	}
	markdown, err := asMarkdown(p)
	return p, append(files, file{htmlName, html}, file{markdownName, markdown}), err
}

// title is that of the scenarios, or the finding of the first chart.
func (s *study) title(sections []*section) string {
	title := s.set.Title
	for _, f := range figuresIn(sections) {
		title = cmp.Or(strings.TrimSpace(title), f.Title)
	}
	return cmp.Or(title, "Projection of "+s.data.Quantity)
}

// lead says what the report is about.
func (s *study) lead() (lead []string) {
	if s.set.Note != "" {
		lead = append(lead, s.set.Note)
	}
	o := s.results[0].Options
	return append(lead, fmt.Sprintf("%s of %s in %s, projected from %d to %d under %s. Figures of edition %s.",
		capital(s.data.Quantity), cmp.Or(s.alone(), many(len(o.Members), "member")), s.data.ShareUnit(), o.Base, o.To, many(len(s.results), "scenario"), s.data.Edition))
}

// findings are sentences about every scenario, each with the section of its numbers.
func (s *study) findings(sections []*section) (all []finding) {
	for _, r := range s.results {
		name := quoted(r.Scenario.Name)
		if scenario.Lucky(r.Scenario) {
			name += ", without luck"
		}
		all = append(all, finding{name + ": " + tallyOf(r).sentence(r), "when"})
	}
	each(sections, func(sec *section, p part) {
		if f := p.Figure; f != nil && f.Missing == "" && f.key() {
			text := strings.TrimSuffix(f.Title, ".") + "."
			if sec.About != "" && !strings.Contains(text, sec.About) {
				text = sec.About + ": " + text
			}
			all = append(all, finding{text, sec.ID})
		}
	})
	return all
}

// key reports whether the title of a figure is one of the findings.
func (f *figure) key() bool {
	kind, _, _ := strings.Cut(f.Name, "-")
	return kind == "pace" || kind == "costs" || kind == "gap" || kind == "chance"
}

// many writes a number with what is counted.
func many(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

// capital begins a sentence.
func capital(text string) string {
	return strings.ToUpper(text[:min(1, len(text))]) + text[min(1, len(text)):]
}
