package main

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"

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
