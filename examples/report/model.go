package main

import (
	"github.com/pledgesim/pledgesim/plotting"
	"github.com/pledgesim/pledgesim/projection"
)

// A page is the report, before it is written as HTML or Markdown.
type page struct {
	Title    string
	Lead     []string // paragraphs below the title
	Findings []finding
	Sections []*section
}

// A finding is a sentence, and the section that has the numbers for it.
type finding struct{ Text, Section string }

// A section is a heading with what stands below it.
type section struct {
	ID, Title string
	About     string   // the scenarios that it is about, in quotation marks; empty: all
	Text      []string // paragraphs
	Parts     []part
	Sections  []*section
}

// A part is one of: a figure, a table, a list of terms, or a command.
type part struct {
	Figure *figure
	Table  *table
	Terms  []term
	Code   []string // the words of a command
}

// A term is something with its explanation.
type term struct {
	Name  string
	Texts []string
}

// A link leads to a file of the report.
type link struct{ Name, File string }

// A figure is a chart: its function, and what drawing it gave.
type figure struct {
	Number int
	Name   string // of its files, without folder and extension
	Make   func() (*plotting.Figure, error)

	Title, Subtitle, Note, Source string
	Repeats                       bool   // whether sentences are left out of the note that are printed above
	Missing                       string // why there is no chart; empty: there is one
	Wide, Narrow                  drawing
	Links                         []link
}

// A drawing is a chart without words around it, as an image for the page.
type drawing struct {
	SVG           []byte // nil: there is none
	Width, Height int    // in pixels of CSS
}

// A table is results as a table, on the page and in files, or in files only.
type table struct {
	Number  int
	Name    string // of its files, without folder and extension
	Of      []projection.Tabular
	Aside   bool // in files only
	Caption string

	Sheet *projection.Sheet
	Head  [][]heading // the header of Sheet
	Notes []string
	Links []link
}
