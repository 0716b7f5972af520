package plotting

import (
	"errors"
	"fmt"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// A Figure is a finished page: frame, chart and source. It is made by one of
// the chart functions of this package; its fields may be changed before it is
// saved or drawn, and a figure must not be changed while it is being drawn.
// Text that is too long for a line is wrapped, and the chart makes room for it.
// An empty text takes no room.
type Figure struct {
	Title    string // what the chart shows, as a statement or a question
	Subtitle string // the quantity and its unit
	Note     string // assumptions, and what was left out; printed as it is, "Note: " included
	Source   string // publisher and edition of the figures; printed as it is, "Source: " included

	Page   Page      // what the figure is for, which decides the size; zero: any report
	Width  vg.Length // of the page; 0: that of Page
	Height vg.Length // of the page; 0: that of Page, or what the text and the rows of the chart take
	DPI    int       // pixels per inch of a PNG, 36 or more, also written into the file, so that documents place it at its size; 0: 200
	Theme  Theme     // fonts and colours

	// Highlight names members, by code or name, that stand out against the others,
	// which are grey or, in a Grid, have grey names; none: all are alike. Where
	// members have colours of their own they take them in this order. A figure
	// about one member, or about scenarios only, has none to choose from, which is
	// an error.
	Highlight []string
	// Adjust is given each panel of the chart, finished, before it is drawn, to add
	// to its plot or change it, every time that the figure is drawn. nil: nothing is
	// changed.
	Adjust func(Panel)

	key     []keyEntry
	least   vg.Length // the height at least, if Height and Page leave it open
	colours int       // that the chart needs
	chart   chart

	editions []string // that the figures are from
	seed     string   // of the draws; empty: nothing was drawn
}

// Draw draws the figure on a canvas of gonum/plot, as large as the canvas is;
// Page, Width, Height and DPI are not used. It fails if the theme cannot be drawn
// with or if the canvas is too small for text and chart, and nothing is drawn; or
// if the font lacks a letter, when all but that letter is drawn already.
func (f *Figure) Draw(c draw.Canvas) error {
	s, err := f.sheet(c.Size())
	if err != nil {
		return err
	}
	c.SetColor(s.frame.theme.Background)
	c.Fill(c.Path())
	return s.draw(c)
}

// ready gives the complete theme and the chart of a figure that has something to
// draw, with the members that stand out.
func (f *Figure) ready() (Theme, chart, error) {
	if f == nil {
		return Theme{}, nil, errors.New("figure: it is nil: was an error of the function that makes it passed over?")
	}
	if f.chart == nil {
		return Theme{}, nil, errors.New("figure: there is no chart in it: make it with one of the chart functions, such as YearReached")
	}
	t, err := f.Theme.filled()
	if err != nil {
		return t, nil, fmt.Errorf("figure: %w", err)
	}
	chart, err := highlighted(f.chart, f.Highlight)
	if err != nil {
		return t, nil, fmt.Errorf("figure: Highlight: %w", err)
	}
	if f.colours > len(t.Colours) {
		return t, nil, fmt.Errorf("figure: Theme.Colours has %d colours, the chart needs %d: add some or show fewer scenarios", len(t.Colours), f.colours)
	}
	if s, ok := chart.(selective); ok && s.colours() > len(t.Colours) {
		return t, nil, fmt.Errorf("figure: %d members in colour are too many: only %d can be told apart, so name no more than that in Highlight, or draw a Grid", s.colours(), len(t.Colours))
	}
	return t, chart, nil
}
