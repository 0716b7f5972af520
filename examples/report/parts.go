package main

import (
	"github.com/pledgesim/pledgesim/plotting"
	"github.com/pledgesim/pledgesim/projection"
)

// figurePart is a chart with the name of its files.
func figurePart(name string, chart func() (*plotting.Figure, error)) part {
	return part{Figure: &figure{Name: name, Make: chart}}
}

// tablePart is tables as one, with the name of its files.
func tablePart(name string, ts ...projection.Tabular) part {
	return part{Table: &table{Name: name, Of: ts}}
}

// asidePart is a table that is too long for the page, and in files only.
func asidePart(name string, ts ...projection.Tabular) part {
	return part{Table: &table{Name: name, Of: ts, Aside: true}}
}

// each visits all parts of sections and of those below them, in their order.
func each(sections []*section, visit func(*section, part)) {
	for _, s := range sections {
		for _, p := range s.Parts {
			visit(s, p)
		}
		each(s.Sections, visit)
	}
}

// figuresIn and tablesIn list what sections hold, in order.
func figuresIn(sections []*section) (all []*figure) {
	each(sections, func(_ *section, p part) {
		if p.Figure != nil {
			all = append(all, p.Figure)
		}
	})
	return all
}

func tablesIn(sections []*section) (all []*table) {
	each(sections, func(_ *section, p part) {
		if p.Table != nil {
			all = append(all, p.Table)
		}
	})
	return all
}

// number counts the figures, and the tables that stand on the page.
func number(sections []*section) {
	for i, f := range figuresIn(sections) {
		f.Number = i + 1
	}
	n := 0
	for _, t := range tablesIn(sections) {
		if !t.Aside {
			n++
			t.Number = n
		}
	}
}
