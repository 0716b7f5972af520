package main

import (
	"bytes"
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/pledgesim/pledgesim/projection"
	"github.com/pledgesim/pledgesim/scenario"
)

// extensions of the files of a format, where it is not its name.
var extensions = map[string]string{"text": "txt", "markdown": "md", "iamc": "iamc.csv"}

// write lays a table out for the page and gives its files, one for each format.
func (t *table) write(d *scenario.Dataset) (files []file, err error) {
	sheet, err := projection.Layout(t.Of...)
	if err != nil {
		return nil, err
	}
	t.Sheet, t.Head, t.Caption = sheet, headings(sheet), cmp.Or(t.Caption, sheet.About.Title)
	if text := marks(sheet); text != "" {
		sheet.Units = append(sheet.Units, text)
	}
	for _, note := range sheet.About.Notes {
		if !slices.Contains(d.Notes, note) { // those are said once, of all figures
			t.Notes = append(t.Notes, inLine(note))
		}
	}
	for _, format := range projection.Formats() {
		var b bytes.Buffer
		if err := projection.Write(&b, format, t.Of...); err != nil {
			return nil, fmt.Errorf("%s: %w", format, err)
		}
		name := fmt.Sprintf("tables/%s.%s", t.Name, cmp.Or(extensions[format], format))
		files, t.Links = append(files, file{name, b.Bytes()}), append(t.Links, link{format, name})
	}
	return files, nil
}

// marked finds a number with one of the letters that tell where it comes from.
var marked = regexp.MustCompile(`[0-9]([ep])$`)

// marks says what the letters after the numbers of a table mean; empty if it has none.
func marks(s *projection.Sheet) string {
	has := map[string]bool{}
	for _, line := range s.Lines {
		for _, cell := range line[s.Labels:] {
			if m := marked.FindStringSubmatch(cell); m != nil {
				has[m[1]] = true
			}
		}
	}
	var texts []string
	if has["e"] {
		texts = append(texts, "e: estimate of the source")
	}
	if has["p"] {
		texts = append(texts, "p: projected")
	}
	if texts == nil {
		return ""
	}
	return strings.Join(texts, "; ") + "."
}
